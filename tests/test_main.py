"""The article on one screen, and the check of its citations: the command line."""

import contextlib
import io
import os
import runpy
import sys

import pytest

import kzpeace as kz
from kzpeace.__main__ import main

QUOTES = [citation.quote for citation in kz.verify("").missing]
COPY = "\n".join(f"Note: {quote}." for quote in QUOTES)


def type_in(monkeypatch, content):
    """Have standard input hold these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_the_article_fits_on_one_screen(capsys):
    """Without a command, the brief is printed: the proposal, its basis, the totals and why, and the timeline."""
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert printed == f"{kz.brief()}\n"
    for fact in ("430", "Art. 53(5)", "MINUSCA", "15", "520", "565", "45", "not reported", "2014", "2018"):
        assert fact in printed
    assert len(printed.splitlines()) <= 60


def test_the_article_is_told_in_a_language_asked_for(capsys):
    """Asked for a language, the brief is printed in it."""
    assert main(["--locale", "kk"]) == 0
    assert capsys.readouterr().out == f"{kz.brief('kk')}\n"


def test_the_process_has_arguments_of_its_own(monkeypatch, capsys):
    """Without arguments, those of the process are taken."""
    monkeypatch.setattr(sys, "argv", ["kzpeace"])
    assert main() == 0
    assert "565" in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_right_copy_passes(encoding, tmp_path, capsys):
    """A copy with all the words, with or without a byte order mark, is found right, with status 0."""
    copy = tmp_path / "article.txt"
    copy.write_text(COPY, encoding)
    assert main(["verify", str(copy)]) == 0
    assert capsys.readouterr().out == "23 of 23 citations found\n"


@pytest.mark.parametrize(
    ("copy", "line"),
    [
        (COPY.replace("45 Kazakh", "54 Kazakh"), "missing: “Since 2014, 45 Kazakh officers” (Kazinform, para. 2, sent"),
        (f"{COPY} {QUOTES[0]}", "more than once: “Since 2014, 45 Kazakh officers” (Kazinform, para. 2, sentence 2)"),
    ],
)
def test_a_wrong_copy_fails(copy, line, tmp_path, capsys):
    """A copy that lacks a citation's words, or has them twice, is status 1, and the citation is named."""
    path = tmp_path / "article.txt"
    path.write_text(copy, "utf-8")
    assert main(["verify", str(path)]) == 1
    assert line in capsys.readouterr().out


def test_standard_input_is_read_for_a_hyphen(monkeypatch, capsys):
    """For a file named - the text is read from standard input."""
    type_in(monkeypatch, COPY.encode())
    assert main(["verify", "-"]) == 0
    type_in(monkeypatch, b"")
    assert main(["verify", "-"]) == 1
    assert "0 of 23 citations found" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["verify"], "the following arguments are required: FILE"),
        (["tell"], "invalid choice: 'tell'"),
        (["--locale", "tlh"], "error: locale: "),
        (["verify", "no such file"], "error: cannot read no such file: No such file or directory"),
        (["verify", os.curdir], "error: cannot read ."),
        (["verify", "\0"], "error: cannot read '\\x00': embedded null byte"),
    ],
)
def test_what_cannot_be_done_is_said(arguments, message, capsys):
    """Arguments that cannot be understood and a file that is not there are status 2, with a line that says why."""
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    printed = capsys.readouterr()
    assert message in printed.err
    assert not printed.out


def test_a_file_that_is_no_utf_8_is_refused(tmp_path, monkeypatch, capsys):
    """Text in another encoding is not guessed at: status 2, with the name of the file and the place in it."""
    path = tmp_path / "article.txt"
    path.write_text("Côte", "latin-1")
    type_in(monkeypatch, "Côte".encode("utf-16"))
    for name in (str(path), "-"):
        with pytest.raises(SystemExit) as error:
            main(["verify", name])
        assert error.value.code == 2
        assert f"error: {name} is not text in UTF-8: " in capsys.readouterr().err


def test_the_brief_is_printed_to_any_stream():
    """Where standard output is a stream in memory, the brief is printed there."""
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        assert main([]) == 0
    assert stream.getvalue() == f"{kz.brief()}\n"


HELP = {
    "": """
        usage: python -m kzpeace [-h] [--locale LOCALE] COMMAND ...

        Kazakhstan's peacekeepers in a news report of June 2022, on one screen.

        positional arguments:
          COMMAND
            verify         check the citations against a copy of the article
            export         write the data as CSV files with a datapackage.json

        options:
          -h, --help       show this help message and exit
          --locale LOCALE  the language, such as en, kk or ru-KZ
        """,
    "verify": """
        usage: python -m kzpeace verify [-h] FILE

        positional arguments:
          FILE        the article's text in UTF-8; - for standard input

        options:
          -h, --help  show this help message and exit
        """,
    "export": """
        usage: python -m kzpeace export [-h] [--overwrite] DIRECTORY

        positional arguments:
          DIRECTORY    a new directory, or an empty one

        options:
          -h, --help   show this help message and exit
          --overwrite  replace the package's files in one that is not empty
        """,
}


@pytest.mark.parametrize(("command", "text"), HELP.items())
def test_help_tells_what_can_be_done(command, text, capsys, monkeypatch):
    """Asked for help, the command line says what it and each of its commands is for, and what each takes."""
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit) as error:
        main([*command.split(), "--help"])
    assert error.value.code == 0
    assert capsys.readouterr().out.split() == text.split()


def test_the_package_runs_as_a_module(monkeypatch, capsys):
    """``python -m kzpeace`` leaves with the status."""
    monkeypatch.setattr(sys, "argv", ["kzpeace"])
    monkeypatch.delitem(sys.modules, "kzpeace.__main__")
    with pytest.raises(SystemExit) as error:
        runpy.run_module("kzpeace", run_name="__main__")
    assert error.value.code == 0
    assert "565" in capsys.readouterr().out


def test_a_terminal_that_lacks_a_character_shows_a_mark(monkeypatch):
    """Where the terminal has no such quotation marks, other marks stand in their place and nothing fails."""
    terminal = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(terminal, encoding="ascii"))
    assert main([]) == 0
    sys.stdout.flush()
    assert terminal.getvalue().startswith(b"Kazinform, ?Parliament backs")


def test_the_data_are_exported(tmp_path, capsys):
    """`export DIRECTORY` writes the data package and says where; it overwrites only where it is told to."""
    directory = tmp_path / "package"
    assert main(["export", str(directory)]) == 0
    assert capsys.readouterr().out == f"{directory}\n"
    assert (directory / "totals.csv").is_file()
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(directory)])
    assert "error: directory: expected a new or empty directory, got " in capsys.readouterr().err
    assert main(["export", str(directory), "--overwrite"]) == 0


def test_a_directory_that_cannot_be_written_is_an_error(tmp_path, capsys, monkeypatch):
    """Where the system refuses to write, the message names the directory and the reason."""

    def raise_invalid(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kzpeace.datapackage.export", raise_invalid)
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(tmp_path / "package")])
    assert f"cannot write to {tmp_path / 'package'}: Permission denied" in capsys.readouterr().err
