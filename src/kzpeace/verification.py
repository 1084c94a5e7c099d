"""Whether the words that the citations quote are in a copy of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from attrs import field, frozen

from kzpeace._checks import short_repr, tuple_of
from kzpeace.article import CONSTITUTIONAL_BASIS, DEPLOYMENTS, PROPOSAL
from kzpeace.sources import Citation, to_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTATION_MARKS = dict.fromkeys("'`´ʹʻʼʽˈ‘’‚‛“”„‟«»‹›′″", '"')
DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
ALIKE = str.maketrans(QUOTATION_MARKS | DASHES)
SOFT_HYPHEN = re.compile("\u00ad\\s*")
SPACED_DASH = re.compile(r"\s*-\s*")


@frozen
class Verification:
    """Which citations' words are in a text.

    Attributes:
        found: The citations whose words are there, once.
        missing: The citations whose words are not there.
        ambiguous: The citations whose words are there more than once, so that they pin no place.
    """

    found: tuple[Citation, ...] = field(converter=to_citations, validator=tuple_of(Citation, "Citation"))
    missing: tuple[Citation, ...] = field(converter=to_citations, validator=tuple_of(Citation, "Citation"))
    ambiguous: tuple[Citation, ...] = field(converter=to_citations, validator=tuple_of(Citation, "Citation"))

    @property
    def ok(self) -> bool:
        """Whether all are there, each once."""
        return not self.missing and not self.ambiguous

    def __str__(self) -> str:
        """How many were found, and each that was not, or more than once, in a line."""
        everything = len(self.found) + len(self.missing) + len(self.ambiguous)
        lines = [f"{len(self.found)} of {everything} citations found"]
        for fault, citations in (("missing", self.missing), ("more than once", self.ambiguous)):
            lines += [f"{fault}: “{citation.quote}” ({citation})" for citation in citations]
        return "\n".join(lines)


def verify(text: str) -> Verification:
    """Check the article's citations against a copy of the article.

    The copy may have other quotation marks, dashes, spaces and line breaks than the article.

    Args:
        text: The article's text.

    Returns:
        Which citations' words are in it once, not at all, or more than once.

    Raises:
        ValueError: For what is no text.

    >>> verify("A page about something else.").ok
    False
    """
    if not isinstance(text, str):
        message = f"verify: expected the article's text, got {short_repr(text)}"
        raise ValueError(message)
    plain = plainly(text)
    by_count: dict[int, list[Citation]] = {0: [], 1: [], 2: []}
    for citation in dict.fromkeys(article_citations()):
        words = rf"(?<!\w){re.escape(plainly(citation.quote or ''))}(?!\w)"
        by_count[min(2, len(re.findall(words, plain)))].append(citation)
    missing, found, ambiguous = (tuple(citations) for citations in by_count.values())
    return Verification(found=found, missing=missing, ambiguous=ambiguous)


def plainly(text: str) -> str:
    """The text with one form of each quotation mark, dash and space and nothing invisible: copies differ in these."""
    joined = SOFT_HYPHEN.sub("", text).translate(ALIKE)
    visible = "".join(letter for letter in normalize("NFKC", joined) if category(letter) != "Cf")
    return SPACED_DASH.sub("-", " ".join(visible.split()))


def article_citations() -> Iterator[Citation]:
    """The citations of the article's data, in the data's order."""
    cited = [record.citation for record in DEPLOYMENTS]
    cited += [citation for _, citation in PROPOSAL.citations]
    cited += [statement.citation for statement in PROPOSAL.statements]
    cited.append(CONSTITUTIONAL_BASIS.citation)
    yield from filter(None, cited)
