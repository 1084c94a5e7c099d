"""The article on one screen, and the check of its citations: ``python -m kzpeace``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kzpeace as kz

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What follows ``python -m kzpeace``; the process's own unless given.

    Returns:
        The exit status: 0, or 1 where a citation's words are missing from the text or stand in it more than once.

    Raises:
        SystemExit: With status 2 for arguments that cannot be understood, a language there are no words in, and a file
            or directory that cannot be read or written.
    """
    parser = argparse.ArgumentParser(
        prog="python -m kzpeace", description="Kazakhstan's peacekeepers in a news report of June 2022, on one screen."
    )
    parser.add_argument("--locale", default="en", help="the language, such as en, kk or ru-KZ")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser("verify", help="check the citations against a copy of the article")
    check.add_argument("file", metavar="FILE", help="the article's text in UTF-8; - for standard input")
    package = commands.add_parser("export", help="write the data as CSV files with a datapackage.json")
    package.add_argument("directory", metavar="DIRECTORY", help="a new directory, or an empty one")
    package.add_argument(
        "--overwrite", action="store_true", help="replace the package's files in one that is not empty"
    )
    asked = parser.parse_args(arguments)
    # A terminal that cannot show a character shows a mark in its place, rather than fail.
    stdout: Any = sys.stdout
    if hasattr(stdout, "reconfigure"):
        stdout.reconfigure(errors="replace")
    if asked.command is None:
        try:
            print(kz.brief(asked.locale))
        except ValueError as error:
            parser.error(str(error))
        return 0
    if asked.command == "export":
        from kzpeace.datapackage import export  # noqa: PLC0415 - only where asked for

        try:
            print(export(asked.directory, overwrite=asked.overwrite))
        except ValueError as error:
            package.error(str(error))
        except OSError as error:
            package.error(f"cannot write to {asked.directory}: {error.strerror}")
        return 0
    try:
        text = (sys.stdin.buffer.read() if asked.file == "-" else Path(asked.file).read_bytes()).decode("utf-8-sig")
    except OSError as error:
        check.error(f"cannot read {asked.file}: {error.strerror}")
    except UnicodeDecodeError as error:
        check.error(f"{asked.file} is not text in UTF-8: {error.reason} at byte {error.start}")
    except ValueError as error:
        check.error(f"cannot read {asked.file!r}: {error}")
    verification = kz.verify(text)
    print(verification)
    return 0 if verification.ok else 1


if __name__ == "__main__":
    raise SystemExit(main())
