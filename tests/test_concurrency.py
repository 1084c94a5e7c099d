"""Many threads at once get what one gets, and nothing that can be changed is shared between calls."""

import ast
import enum
import importlib
import pkgutil
import re
import subprocess
import sys
import types
import typing
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from importlib.util import find_spec
from pathlib import Path, PurePath

import attrs
import pytest

import kzpeace

FIRST_USES = {
    "names": "[kz.Total.__name__, kz.Timeline.__name__, kz.Verification.__name__, kz.__version__]",
    "answers": "[str(kz.total_served()), str(kz.totals_by_mission()), str(kz.timeline(mandates=True))]",
    "catalogues": "[kz.brief('kk'), kz.brief('ru'), kz.describe(kz.PROPOSAL, 'ru-KZ'), kz.describe(kz.UNIFIL)]",
    "dates": "[str(kz.PartialDate.parse('30 June 2022')), str(kz.PartialDate.parse('June 2014'))]",
    "missions": "[str(kz.find_mission('western sahara')), kz.UNIFIL._repr_html_(), str(kz.to_rows(kz.MISSIONS))]",
    "json": "[kz.to_json(), hash(kz.from_json(kz.to_json())) == hash(kz.from_json(kz.to_json()))]",
    "verify": "[str(kz.verify('45 Kazakh officers'))]",
}
"""First uses of all that is loaded, compiled or cached when it is first asked for."""

SCRIPT = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
sys.setswitchinterval(1e-6)
import kzpeace as kz

threads = int(sys.argv[1])
barrier = Barrier(threads)

def first_use(_):
    barrier.wait()
    return {use}

with ThreadPoolExecutor(threads) as pool:
    answers = list(pool.map(first_use, range(threads)))
assert all(each == answers[0] for each in answers)
sys.stdout.buffer.write(repr(answers[0]).encode())
"""

CACHES = {"kzpeace.language.read_catalogue", "kzpeace.exchange.converter"}
"""What is made once and kept: the compiled catalogues and the converter. Neither depends on what a caller gave."""

IMMUTABLE = (
    *(int, str, bytes, float, bool, type(None), type, types.FunctionType, types.ModuleType, frozenset, re.Pattern),
    *(enum.Enum, types.BuiltinFunctionType, types.UnionType, types.GenericAlias, typing.TypeVar, PurePath),
)
CHANGING = {"update", "setdefault", "pop", "popitem", "clear", "append", "extend", "insert", "remove", "add", "discard"}
"""The methods that change a dictionary, list or set."""


def run(use, threads):
    """What a fresh process prints of a use by so many threads at once."""
    script = SCRIPT.replace("{use}", use)
    process = subprocess.run([sys.executable, "-c", script, str(threads)], capture_output=True, check=False)
    assert process.returncode == 0, process.stderr.decode()
    return process.stdout


@pytest.mark.parametrize("use", FIRST_USES)
def test_first_use_by_many_threads(use):
    """Sixteen threads that use something for the first time, all at once, get what one alone gets."""
    if use == "json" and find_spec("cattrs") is None:
        pytest.skip("cattrs is not installed")
    assert run(FIRST_USES[use], 16) == run(FIRST_USES[use], 1)


def modules():
    """All modules of the package."""
    for info in pkgutil.iter_modules(kzpeace.__path__, "kzpeace."):
        if info.name != "kzpeace.__main__":
            yield importlib.import_module(info.name)
    yield kzpeace


def is_fixed(value):
    """Whether a value, with all that is in it, cannot be changed."""
    if isinstance(value, tuple | frozenset):
        return all(map(is_fixed, value))
    if attrs.has(type(value)):
        return all(is_fixed(getattr(value, field.name)) for field in attrs.fields(type(value)))
    is_typing = type(value).__module__ in {"typing", "__future__"}
    return isinstance(value, IMMUTABLE) or is_typing or str(value).startswith(("typing.", "str | "))


def shared():
    """The names of what modules hold that could be changed."""
    for module in modules():
        for name, value in vars(module).items():
            is_ours = getattr(value, "__module__", module.__name__).startswith("kzpeace")
            if not name.startswith("__") and is_ours and not is_fixed(value):
                yield f"{module.__name__}.{name}", value


def test_nothing_that_changes_is_shared():
    """No module holds anything that could be changed, but for constants, caches and what is a thread's own.

    Constants are dictionaries that are written once, with names in capitals, and only read from then on.
    """
    found = dict(shared())
    caches = {name for name, value in found.items() if hasattr(value, "cache_info")}
    of_threads = {name for name, value in found.items() if isinstance(value, ContextVar)}
    constants = {name for name, value in found.items() if isinstance(value, dict)}
    assert caches == CACHES
    assert of_threads == {"kzpeace.exchange.NAMED"}
    assert constants == set(found) - caches - of_threads
    assert all(name.rpartition(".")[2].isupper() for name in constants)


def changes(path):
    """The names in capitals that a file changes, and the names that it declares global."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        changed = None
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            changed = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
            changed = node.func.value
        elif isinstance(node, ast.Global):
            yield from node.names
        if isinstance(changed, ast.Name) and changed.id.isupper():
            yield changed.id


def test_constants_are_only_read(tmp_path):
    """No code changes what has a name in capitals, or declares a name global."""
    assert not [name for path in Path(kzpeace.__file__).parent.glob("*.py") for name in changes(path)]
    path = tmp_path / "bad.py"
    path.write_text("A[1] = 2\nB.update({})\ndel C[1]\ndef change():\n    global d\n", "utf-8")
    assert set(changes(path)) == {"A", "B", "C", "d"}


def test_documents_of_many_threads_do_not_mix():
    """Threads that write and read documents of different missions each get their own."""
    pytest.importorskip("cattrs")
    named = [kzpeace.Mission(acronym=f"UN{n}", name=f"Mission {n}", territories="LB") for n in range(8)]

    def again(mission):
        record = kzpeace.Deployment(headcount=1, missions=mission, status=kzpeace.Status.SERVED, period="2014")
        texts = [kzpeace.to_json(mission, record, ()) for _ in range(20)]
        return {kzpeace.from_json(text).deployments for text in texts} == {(record,)}

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(again, named))


def test_an_error_leaves_nothing_behind():
    """After a document that is refused halfway, the next is written and read as if it had not been."""
    pytest.importorskip("cattrs")
    right = kzpeace.to_json()
    with pytest.raises(ValueError, match="deployments"):
        kzpeace.from_json(right.replace("520", '"520"', 1))
    assert kzpeace.to_json() == right
    with pytest.raises(ValueError, match="expected an object"):
        kzpeace.from_json(right.replace('"acronym": "MINURSO"', '"acronym": []').replace("[\n    {", '["UNIFIL", {', 1))
