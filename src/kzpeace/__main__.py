"""The command ``kzpeace``, or ``python -m kzpeace``: the article on one screen, its citations checked, its data."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

import kzpeace as kz
from kzpeace.datapackage import export
from kzpeace.language import brief, describe


def main(arguments: list[str] | None = None) -> int:
    """Run the command line, and return its exit status.

    It is 0 on success; 1 if a citation's words are missing from the text or stand in it more than once; 2 if the
    arguments cannot be understood, there are no words in the language, or something cannot be read or written.
    """
    asked, status = None, 0
    try:
        try:
            asked, parser = _parse(arguments)
            text, status = _answer(asked, parser)
            _show(text)
        finally:
            print(end="", flush=True)
    except OSError as error:
        # Writing the rest of the buffer would fail again when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # the reader closed the pipe, having read enough
            print(f"kzpeace: cannot write to standard output: {error.strerror}", file=sys.stderr)
            status = 0 if asked and asked.command == "export" else 2  # `export` has written its files
    return status


def _parse(arguments: list[str] | None) -> tuple[argparse.Namespace, argparse.ArgumentParser]:
    """Return the arguments, and the parser of the command, which reports what is wrong."""
    parser = argparse.ArgumentParser(
        prog="kzpeace", description="Kazakhstan's peacekeepers in a news report of June 2022, on one screen."
    )
    language = "the language, such as en, kk or ru-KZ"
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    parser.add_argument("--locale", default="en", help=language)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    verify = commands.add_parser("verify", help="check the citations against a copy of the article")
    verify.add_argument("path", metavar="FILE", help="the article's text in UTF-8; - for standard input")
    verify.add_argument("--locale", default=argparse.SUPPRESS, help=language)
    package = commands.add_parser("export", help="write the data as CSV files with a datapackage.json")
    package.add_argument("path", metavar="DIRECTORY", help="a new directory, or an empty one")
    package.add_argument("--overwrite", action="store_true", help="replace the package's files in one that has them")
    asked = parser.parse_args(arguments)
    return asked, commands.choices.get(asked.command, parser)


def _answer(asked: argparse.Namespace, parser: argparse.ArgumentParser) -> tuple[str, int]:
    """Do what is asked, and return what to print and the exit status; the parser reports what cannot be done."""
    try:
        if asked.version:
            return f"kzpeace {kz.__version__}", 0
        if asked.command == "verify":
            if asked.path == "-" and sys.stdin is None:
                parser.error("cannot read standard input: it is closed")
            content = sys.stdin.buffer.read() if asked.path == "-" else Path(asked.path).read_bytes()
            verification = kz.verify(content.decode("utf-8-sig"))
            return describe(verification, asked.locale), 0 if verification.ok else 1
        if asked.command == "export":
            return str(export(asked.path, overwrite=asked.overwrite)), 0
        return brief(asked.locale), 0
    except OSError as error:
        parser.error(f"cannot {'read' if asked.command == 'verify' else 'write to'} {asked.path}: {error.strerror}")
    except UnicodeDecodeError as error:
        parser.error(f"{asked.path} is not text in UTF-8: {error.reason} at byte {error.start}")
    except ValueError as error:
        parser.error(str(error).replace("overwrite=True", "--overwrite"))


def _show(text: str) -> None:
    """Print text, with a mark for each letter that the terminal cannot show."""
    stdout: Any = sys.stdout
    try:
        text.encode(getattr(stdout, "encoding", None) or "utf-8", getattr(stdout, "errors", None) or "strict")
    except UnicodeEncodeError:
        stdout.reconfigure(errors="replace")
        print(
            f"kzpeace: the terminal's encoding, {stdout.encoding}, lacks some letters, which are shown as ?; "
            "PYTHONUTF8=1 may help",
            file=sys.stderr,
        )
    print(text)


if __name__ == "__main__":
    raise SystemExit(main())
