"""The command line: the article on one screen, the check of its citations and the export of its data."""

import contextlib
import io
import os
import subprocess
import sys

import pytest

import kzpeace as kz
from kzpeace.__main__ import main

QUOTES = [citation.quote for citation in kz.verify("").missing]
COPY = "\n".join(f"Note: {quote}." for quote in QUOTES)


@pytest.fixture
def copy(tmp_path):
    """Return the path of a right copy of the article."""
    path = tmp_path / "article.txt"
    path.write_text(COPY, "utf-8")
    return path


def error_of(arguments, capsys):
    """Return what standard error says of arguments that are refused with status 2."""
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    printed = capsys.readouterr()
    assert not printed.out
    return printed.err


def type_in(monkeypatch, content):
    """Let standard input hold these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.mark.parametrize(("arguments", "locale"), [([], "en"), (["--locale", "kk"], "kk")])
def test_the_article_is_printed_in_the_language_asked_for(arguments, locale, monkeypatch, capsys):
    """Without a command, the brief is printed, in English by default; without arguments, the process's are taken."""
    monkeypatch.setattr(sys, "argv", ["kzpeace", *arguments])
    assert main() == 0
    assert capsys.readouterr().out == f"{kz.brief(locale)}\n"


def test_a_right_copy_passes(copy, monkeypatch, capsys):
    """A copy with all the words, in a file or from standard input, is status 0, with or without a byte order mark."""
    assert main(["verify", str(copy)]) == 0
    type_in(monkeypatch, COPY.encode("utf-8-sig"))
    assert main(["verify", "-"]) == 0
    assert capsys.readouterr().out == f"{kz.describe(kz.verify(COPY))}\n" * 2


@pytest.mark.parametrize("text", [COPY.replace("45 Kazakh", "54 Kazakh"), f"{COPY} {QUOTES[0]}"])
def test_a_wrong_copy_fails(text, copy, capsys):
    """A copy that lacks a citation's words, or has them twice, is status 1, and the citation is named."""
    copy.write_text(text, "utf-8")
    assert main(["verify", str(copy)]) == 1
    assert "“Since 2014, 45 Kazakh officers” (Kazinform, paragraph 2, sentence 2)" in capsys.readouterr().out


def test_the_check_is_reported_in_the_language_asked_for(copy, capsys):
    """The language may be asked for before the command or after it."""
    copy.write_text(COPY.replace("45 Kazakh", "54 Kazakh"), "utf-8")
    for arguments in (["--locale", "ru", "verify", str(copy)], ["verify", str(copy), "--locale", "ru"]):
        assert main(arguments) == 1
        assert capsys.readouterr().out == f"{kz.describe(kz.verify(copy.read_text('utf-8')), 'ru')}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["verify"], "the following arguments are required: FILE"),
        (["tell"], "invalid choice: 'tell'"),
        (["--locale", "tlh"], "kzpeace: error: locale: "),
        (["verify", "--locale", "tlh", __file__], "kzpeace verify: error: locale: "),
        (["verify", "no such file"], "error: cannot read no such file: No such file or directory"),
        (["verify", os.curdir], "error: cannot read ."),
        (["verify", "\0"], "null"),
    ],
)
def test_what_cannot_be_done_is_an_error(arguments, message, capsys):
    """Arguments that cannot be understood and a file that is not there are status 2, with a line that says why."""
    assert message in error_of(arguments, capsys)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Côte".encode("latin-1"), "is not text in UTF-8: "),
        (b"article.txt", "expected the document's text, got 'article.txt'"),
    ],
)
def test_what_is_not_the_article_is_an_error(content, message, copy, capsys):
    """Text in another encoding is not guessed at, and a file that has only a path in it is not the article."""
    copy.write_bytes(content)
    assert message in error_of(["verify", str(copy)], capsys)


def test_standard_input_that_is_closed_is_an_error(monkeypatch, capsys):
    """Where there is no standard input, the error says so."""
    monkeypatch.setattr(sys, "stdin", None)
    assert "error: cannot read standard input: it is closed" in error_of(["verify", "-"], capsys)


def test_the_data_are_exported(tmp_path, capsys):
    """`export` writes the data package and says where; it overwrites files only if asked to."""
    directory = tmp_path / "package"
    assert main(["export", str(directory)]) == 0
    assert capsys.readouterr().out == f"{directory}\n"
    assert (directory / "totals.csv").is_file()
    assert "error: directory: expected a new or empty directory, or --overwrite, got " in error_of(
        ["export", str(directory)], capsys
    )
    assert main(["export", str(directory), "--overwrite"]) == 0


def test_a_directory_that_cannot_be_written_is_an_error(monkeypatch, capsys):
    """Where the system refuses to write, the message names the directory and the reason."""

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kzpeace.__main__.export", refuse)
    assert "export: error: cannot write to package: Permission denied" in error_of(["export", "package"], capsys)


def test_the_brief_is_printed_to_any_stream():
    """Where standard output is a stream in memory, the brief is printed there; where there is none, nothing fails."""
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        assert main([]) == 0
    assert stream.getvalue() == f"{kz.brief()}\n"
    with contextlib.redirect_stdout(None):
        assert main([]) == 0


def test_a_terminal_that_lacks_a_letter_shows_a_mark_and_standard_error_says_so_once(monkeypatch, capsys):
    """What the terminal's encoding lacks is shown as a question mark, and this is said once."""
    terminal = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(terminal, encoding="ascii"))
    assert main(["--version"]) == 0
    assert terminal.getvalue().decode("ascii") == f"kzpeace {kz.__version__}\n"
    assert not capsys.readouterr().err
    assert main(["--locale", "ru"]) == 0
    assert "?????????" in terminal.getvalue().decode("ascii")
    assert (
        capsys.readouterr().err.count("the terminal's encoding, ascii, lacks some letters, which are shown as ?") == 1
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and /dev/full are POSIX")
@pytest.mark.parametrize("command", ["", "--help", "verify", "export"])
def test_a_reader_who_closes_the_pipe_causes_no_error(command, copy):
    """The process says nothing on standard error and keeps its status; what `export` was to write is written."""
    reading, writing = os.pipe()
    os.close(reading)
    arguments = {"verify": [str(copy)], "export": [str(copy.parent / "package")]}.get(command, [])
    done = subprocess.run(
        [sys.executable, "-m", "kzpeace", *command.split(), *arguments], stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert (done.stderr, done.returncode) == (b"", 0)
    assert command != "export" or (copy.parent / "package" / "totals.csv").is_file()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")  # noqa: PTH110
@pytest.mark.parametrize(("command", "status"), [("verify", 2), ("export", 0)])
def test_a_full_disk_is_an_error_unless_everything_is_written(command, status, copy):
    """An answer that cannot be written is status 2, but an export is done by then."""
    arguments = {"verify": str(copy), "export": str(copy.parent / "package")}
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "kzpeace", command, arguments[command]], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(b"kzpeace: cannot write to standard output: ")
