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
        SystemExit: With status 2 for arguments that cannot be understood and a file that cannot be read.
    """
    parser = argparse.ArgumentParser(
        prog="python -m kzpeace", description="Kazakhstan's peacekeepers in a news report of June 2022, on one screen."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    check = commands.add_parser("verify", help="check the citations against a copy of the article")
    check.add_argument("file", metavar="FILE", help="the article's text in UTF-8; - for standard input")
    asked = parser.parse_args(arguments)
    # A terminal that cannot show a character shows a mark in its place, rather than fail.
    stdout: Any = sys.stdout
    if hasattr(stdout, "reconfigure"):
        stdout.reconfigure(errors="replace")
    if asked.command is None:
        print(brief())
        return 0
    try:
        text = (sys.stdin.buffer.read() if asked.file == "-" else Path(asked.file).read_bytes()).decode("utf-8-sig")
    except OSError as error:
        check.error(f"cannot read {asked.file}: {error.strerror}")
    except UnicodeDecodeError as error:
        check.error(f"{asked.file} is not text in UTF-8: {error.reason} at byte {error.start}")
    verification = kz.verify(text)
    print(verification)
    return 0 if verification.ok else 1


def brief() -> str:
    """The article on one screen: what was proposed and on which basis, who serves and served and why, and when."""
    proposal = kz.PROPOSAL
    return "\n".join(
        [
            f"{kz.ARTICLE}\n",
            "Proposed, not deployed",
            f"  {proposal}",
            f"  by the {proposal.proposer}, under {proposal.basis}\n",
            "How many people",
            *why(kz.total_served()),
            *why(kz.total_serving()),
            "  by mission; these do not add up, as the same people may have served in several",
            *(f"    {acronym:<8} {totals}" for acronym, totals in kz.totals_by_mission().items()),
            "\nWhen",
            *(f"  {event}" for event in kz.timeline()),
        ]
    )


def why(total: kz.Total) -> list[str]:
    """A total, and the records that each bound rests on."""
    return [
        f"  {total.status.value}, {total.period}: {total}",
        *(f"    at least {total.low}: {record}" for record in total.low_records),
        *(f"    at most {total.high}: {record}" for record in total.high_records),
    ]


if __name__ == "__main__":
    raise SystemExit(main())
