"""The README and the documentation: each command in them can be run, and none is of what there is not."""

import ast
import re
import shlex
from pathlib import Path

import pytest

from kzpeace.__main__ import main
from kzpeace.language import known_languages
from kzpeace.verification import article_citations

PROJECT = Path(__file__).parents[2]
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")])
BLOCK = re.compile(r"^ *```bash\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINES = [
    pytest.param(line.strip(), id=f"{document.name}: {line.strip()}")
    for document in DOCUMENTS
    for block in BLOCK.findall(document.read_text("utf-8"))
    for line in block.splitlines()
]
SETTING_UP = "python3 -m venv .venv && "
"""How commands begin that CI runs, or that install what the tests run in."""


def sessions():
    """The functions of the noxfile that are sessions."""
    functions = [each for each in ast.parse((PROJECT / "noxfile.py").read_text("utf-8")).body if hasattr(each, "name")]
    return [each for each in functions if any("nox.session" in ast.unparse(one) for one in each.decorator_list)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_session_that_a_document_names_is_there(document):
    """`nox -s NAME` names a session of the noxfile, wherever it is written."""
    named = re.findall(r"nox -s ([a-z]+)", document.read_text("utf-8"))
    assert set(named) <= {session.name for session in sessions()}


def test_every_session_is_described():
    """`nox -l` reads as a table of contents: each session has a line that says what it does."""
    assert sessions()
    for session in sessions():
        assert ast.get_docstring(session), session.name


@pytest.mark.parametrize("line", LINES)
def test_every_command_in_a_document_can_be_run(line, tmp_path, monkeypatch, capsys):
    """What a reader copies from a block does what it says; sessions and set-ups are run by CI."""
    if line.startswith((SETTING_UP, "nox -")):
        return
    _, is_ours, arguments = line.partition("python -m kzpeace")
    assert is_ours, "a command that no test knows how to run"
    monkeypatch.chdir(tmp_path)
    quotes = (citation.quote for citation in article_citations())
    Path("article.txt").write_text(". ".join(dict.fromkeys(quotes)), "utf-8")
    if arguments == " --locale uk" and "uk" not in known_languages():  # the example of a language that is to be added
        with pytest.raises(SystemExit):
            main(shlex.split(arguments))
        assert "but none in uk" in capsys.readouterr().err
        return
    assert main(shlex.split(arguments)) == 0
