"""Unicode's normal forms, in a time that grows as the text does.

`unicodedata.normalize` puts the combining marks after a letter in order by moving each past those before it, so a run
of very many takes the square of its length. Here such a run is put in order beforehand.
"""

from __future__ import annotations

import re
from itertools import chain, groupby
from typing import Literal
from unicodedata import combining, normalize

LONG_RUN = re.compile(r"[^\x00-\x7f]{32,}")
"""What may have a long run of combining marks in it: none of them is in ASCII."""


def normalized(form: Literal["NFKC", "NFKD"], text: str) -> str:
    """The text in a normal form.

    >>> normalized("NFKC", "ﬁfth Co\u0302te")
    'fifth Côte'
    """
    return normalize(form, LONG_RUN.sub(in_order, text))


def in_order(found: re.Match[str]) -> str:
    """The text found, with its letters taken apart and the marks after each in order."""
    letters = chain.from_iterable(normalize("NFKD", letter) for letter in found[0])
    runs = groupby(letters, key=lambda letter: combining(letter) > 0)
    return "".join(chain.from_iterable(sorted(run, key=combining) for _, run in runs))  # what is no mark stays
