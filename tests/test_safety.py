"""What the library keeps its hands off: the network, other processes, files it was not asked for, and code in data."""

import ast
import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

import kzpeace as kz
from kzpeace.datapackage import export

SOURCES = sorted(Path(kz.__file__).parent.glob("*.py"))
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "input", "breakpoint"}
FORBIDDEN_MODULES = {
    *(
        "pickle",
        "shelve",
        "marshal",
        "dill",
        "subprocess",
        "multiprocessing",
        "socket",
        "ssl",
        "http",
        "ftplib",
        "smtplib",
    ),
    *("urllib.request", "requests", "ctypes", "code", "runpy", "webbrowser", "logging.config", "yaml"),
}
FORBIDDEN_MEMBERS = {"os": {"system", "popen", "execv", "fork", "spawnv", "startfile", "environ", "remove", "unlink"}}

WATCH = """
import json, os, sys
where = sys.argv[1]
os.chdir(where)
seen = []
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        # A number is a file that is open already.
        if not isinstance(path, int):
            writes = bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND))
            seen.append(["write" if writes else "read", os.path.realpath(os.fsdecode(path))])
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.spawn", "os.posix_spawn",
                           "pickle.", "webbrowser.", "ftplib.", "http.", "urllib.", "smtplib.", "winreg.")):
        seen.append(["other", event])
    elif event in {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.rmtree", "os.symlink", "os.chmod"}:
        seen.append(["change", os.path.realpath(os.fsdecode(arguments[0]))])
sys.dont_write_bytecode = True
sys.addaudithook(watch)
import kzpeace as kz
for locale in ("en", "kk", "ru"):
    kz.brief(locale)
    kz.describe(kz.PROPOSAL, locale)
kz.PartialDate.parse("30 June 2022")
kz.Period.parse("2014/2022-06-30")
kz.find_mission("Lebanon")
try:
    kz.find_mission("../../etc/passwd")
except ValueError:
    pass
for tag in ("../../etc/passwd", "root.dat", "en/../kk", "zz"):
    try:
        kz.describe(kz.UNIFIL, tag)
    except ValueError:
        pass
kz.total_served(), kz.total_serving(), kz.totals_by_mission(), kz.timeline(mandates=True)
kz.to_rows(kz.DEPLOYMENTS), kz.verify("45 Kazakh officers"), kz.totals_by_mission()._repr_html_(), kz.__version__
kz.DEPLOYMENTS[0].citation.link
try:
    kz.from_json(kz.to_json())
except ImportError:
    pass
from kzpeace.__main__ import main
from kzpeace.datapackage import export
open_files = [each for kind, each in seen if kind == "write"]
main(["verify", "article.txt"])
export("package")
sys.stderr.write(json.dumps({"seen": seen, "before_export": open_files}))
"""


def calls_and_imports(path):
    """What a file calls by a bare name, the modules that it imports, and the members of modules that it names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield "call", node.func.id
        elif isinstance(node, ast.Import):
            yield from (("module", alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "module", node.module
            yield from (("module", f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield "member", (node.value.id, node.attr)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_the_code_has_nothing_that_runs_data(path):
    """No file evaluates text, unpickles, starts a process, opens a connection or reads the environment."""
    for kind, what in calls_and_imports(path):
        if kind == "call":
            assert what not in FORBIDDEN_CALLS
        elif kind == "module":
            assert not any(what == each or what.startswith(f"{each}.") for each in FORBIDDEN_MODULES)
        else:
            module, member = what
            assert member not in FORBIDDEN_MEMBERS.get(module, ())


def test_what_is_forbidden_would_be_found(tmp_path):
    """The check above finds an import, a call and a member of a module."""
    path = tmp_path / "bad.py"
    path.write_text("from urllib import request\nimport pickle\nexec('')\nos.system('')\n", "utf-8")
    found = set(calls_and_imports(path))
    assert {("module", "urllib.request"), ("module", "pickle"), ("call", "exec"), ("member", ("os", "system"))} <= found


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """What a process that does everything but draw opens, writes and starts, and the directory that it works in."""
    where = tmp_path_factory.mktemp("reader")
    (where / "article.txt").write_text("45 Kazakh officers", "utf-8")
    process = subprocess.run([sys.executable, "-c", WATCH, str(where)], capture_output=True, check=False, text=True)
    assert process.returncode == 0, process.stderr
    return json.loads(process.stderr), where.resolve()


def test_no_connection_and_no_process(watched):
    """Everything is done without a socket, a process or a pickle of ours."""
    report, _ = watched
    # Babel keeps its own data about locales, installed with it, in pickles.
    others = [each for kind, each in report["seen"] if kind == "other" and each != "pickle.find_class"]
    assert not others


def test_only_what_was_asked_for_is_written(watched):
    """Nothing is written before the export, and by it only what is in its directory."""
    report, where = watched
    assert not report["before_export"]
    written = [each for kind, each in report["seen"] if kind in {"write", "change"}]
    assert written
    # The package is written beside its place first, and then moved there.
    assert all(Path(each).is_relative_to(where) for each in written)
    assert sorted(path.name for path in where.iterdir()) == ["article.txt", "package"]


def test_only_installed_files_are_read(watched):
    """What is read is Python, what is installed with it, the package itself, and the file that was named."""
    report, where = watched
    roots = [Path(each).resolve() for each in (sys.prefix, sys.base_prefix, Path(kz.__file__).parent)]
    roots += [Path(each).resolve() for each in sys.path if each and Path(each).is_dir()]
    roots += [Path("/etc/localtime"), Path("/usr/share/zoneinfo"), Path("/dev")]
    read = {Path(each) for kind, each in report["seen"] if kind == "read"}
    strange = [each for each in read if not any(each.is_relative_to(root) for root in (*roots, where))]
    assert not strange
    assert where / "article.txt" in read


def test_no_cell_of_ours_is_a_formula(tmp_path):
    """No cell of the article's package begins as a formula does, which a spreadsheet would run."""
    for path in export(tmp_path / "package").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_a_readers_cells_are_written_as_they_are(tmp_path):
    """The reader's own text is written unchanged, also where a spreadsheet would take it for a formula."""
    mission = kz.Mission(acronym="=1+1", name="@name", territories="LB")
    export(tmp_path / "package", missions=mission, deployments=(), proposals=())
    with (tmp_path / "package" / "missions.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["acronym"], row["name"]) == ("=1+1", "@name")
