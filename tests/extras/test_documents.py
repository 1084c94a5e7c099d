"""The README and the documentation: every command in them can be run, and every session exists."""

import ast
import re
import shlex
from pathlib import Path

import pytest

import kzpeace as kz
from kzpeace.__main__ import main

PROJECT = Path(__file__).parents[2]
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")])
BLOCK = re.compile(r"^ *```bash\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
COMMANDS = [
    pytest.param(line.strip(), id=f"{document.name}: {line.strip()}")
    for document in DOCUMENTS
    for block in BLOCK.findall(document.read_text("utf-8"))
    for line in block.splitlines()
]


def sessions():
    """Return the names of the noxfile's sessions, each with its docstring."""
    functions = [each for each in ast.parse((PROJECT / "noxfile.py").read_text("utf-8")).body if hasattr(each, "name")]
    return {each.name: ast.get_docstring(each) for each in functions if each.decorator_list}


def test_every_session_exists_and_is_described():
    """`nox -s NAME` in a document names a session, and `nox -l` says what each session does."""
    named = {name for document in DOCUMENTS for name in re.findall(r"nox -s ([a-z]+)", document.read_text("utf-8"))}
    assert named <= set(sessions())
    assert all(sessions().values())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_run(command, tmp_path, monkeypatch, capsys):
    """What a reader copies does what the page says; CI runs the set-ups and the sessions."""
    if command.startswith(("python3 -m venv", "nox -")):
        return
    ours = re.fullmatch(r"(?:\.venv/bin/)?(?:python -m )?kzpeace( .+)?", command)
    assert ours, "no test knows how to run this command"
    monkeypatch.chdir(tmp_path)
    cited = [record.citation for record in kz.DEPLOYMENTS] + [citation for _, citation in kz.PROPOSAL.citations]
    cited += [statement.citation for statement in kz.PROPOSAL.statements]
    Path("article.txt").write_text(". ".join(dict.fromkeys(citation.quote for citation in cited)), "utf-8")
    arguments = shlex.split(ours[1] or "")
    if "uk" in arguments:  # the page's example of a language that someone is still to add
        with pytest.raises(SystemExit):
            main(arguments)
        assert "uk" in capsys.readouterr().err
    else:
        assert main(arguments) == 0


def imports(file):
    """Return the files of the package that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module.partition(".")[0] == "kzpeace":
            found |= {node.module.removeprefix("kzpeace.")} - {"kzpeace"} or {each.name for each in node.names}
        elif isinstance(node, ast.Import) and node.names[0].name == "kzpeace":
            found.add("__init__")
    return {f"{name}.py" for name in found}


def test_files_import_only_what_is_below_them_or_to_their_right():
    """CONTRIBUTING's table has every file, in an order in which each comes before what it imports."""
    rows = re.findall(r"^\| (`.+\.py`) \|", (PROJECT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    order = [name for row in rows for name in re.findall(r"`(\w+\.py)`", row)]
    files = {file.name: file for file in (PROJECT / "src/kzpeace").glob("*.py")}
    assert sorted(order) == sorted(files)
    for place, name in enumerate(order):
        assert imports(files[name]) <= set(order[place + 1 :]), name


def test_no_page_calls_the_sum_wrong():
    """The article does not support 580, and does not exclude it."""
    for document in DOCUMENTS:
        for sentence in re.split(r"(?<=[.:])\s", document.read_text("utf-8")):
            assert not re.search(r"580.*wrong|wrong.*580", sentence, re.DOTALL), document.name
