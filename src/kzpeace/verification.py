"""Check whether the words that citations quote are in a copy of their document."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from attrs import frozen

from kzpeace._checks import TextFormat, short_repr
from kzpeace._html import HtmlMixin
from kzpeace.article import DEPLOYMENTS, dataset_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzpeace.domain import Dataset, Records
    from kzpeace.sources import Citation

_QUOTATION_MARKS = dict.fromkeys("'`´ʹʻʼʽˈ‘’‚‛“”„‟«»‹›′″", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_ALIKE = str.maketrans(_QUOTATION_MARKS | _DASHES)
_PATH = re.compile(r"[^\r\n]{,250}\w\.[A-Za-z]\w{1,4}")  # a line that ends like the name of a file


@frozen
class Verification(TextFormat, HtmlMixin):
    """Which citations' words are in a text.

    Attributes:
        found: The citations whose words are in it once.
        missing: The citations whose words are not in it.
        ambiguous: The citations whose words are in it more than once, so that they pin no place.
    """

    found: tuple[Citation, ...]
    missing: tuple[Citation, ...]
    ambiguous: tuple[Citation, ...]

    @property
    def ok(self) -> bool:
        """Whether all citations are found."""
        return not self.missing and not self.ambiguous

    def __str__(self) -> str:
        """Say how many citations are found, and list the others, a line each."""
        total = len(self.found) + len(self.missing) + len(self.ambiguous)
        lines = [f"{len(self.found)} of {total} citations found"]
        for fault, citations in (("missing", self.missing), ("more than once", self.ambiguous)):
            lines += [f"{fault}: “{citation.quote}” ({citation})" for citation in citations]
        return "\n".join(lines)


def verify(text: str, records: Records | None = None) -> Verification:
    """Check citations against a copy of the document that they cite.

    The copy may have other quotation marks, dashes, spaces and line breaks than the document.

    Args:
        text: The document's text.
        records: The records, or the data set, that cite the document; citations without a quote are not checked.
            Defaults to the article's data.

    Returns:
        The citations whose words are in the text once, not at all, or more than once.

    Raises:
        ValueError: If *text* is not text, or looks like a path and has none of the words; or if the records quote no
            words.

    >>> verify("A page about something else.").ok
    False
    """
    cited = _cited_in(dataset_of(DEPLOYMENTS if records is None else records))
    citations = dict.fromkeys(citation for citation in cited if citation and citation.quote)
    if not citations:
        message = f"verify: expected records whose citations quote words, got {short_repr(records)}"
        raise ValueError(message)
    if isinstance(text, str):
        content = _unify(text)
        by_count: tuple[list[Citation], ...] = [], [], []
        for citation in citations:
            words = rf"(?<!\w){re.escape(_unify(citation.quote or ''))}(?!\w)"
            by_count[min(2, len(re.findall(words, content)))].append(citation)
        missing, found, ambiguous = map(tuple, by_count)
        if found or ambiguous or not _is_like_path(text):
            return Verification(found=found, missing=missing, ambiguous=ambiguous)
    hint = "; if this is a path, pass Path(...).read_text('utf-8')" if _is_like_path(text) else ""
    message = f"verify: expected the document's text, got {short_repr(text)}{hint}"
    raise ValueError(message)


def _is_like_path(text: object) -> bool:
    if not isinstance(text, str):
        return hasattr(text, "__fspath__")
    # pathlib is slow to import, and fails on some texts
    return os.path.isfile(text) or _PATH.fullmatch(text.strip()) is not None  # noqa: PTH113


def _unify(text: str) -> str:
    """Use one form of quotation marks, dashes and spaces, and drop invisible characters: copies differ in these."""
    joined = re.sub("\u00ad\\s*", "", text).translate(_ALIKE)
    visible = "".join(letter for letter in normalize("NFKC", joined) if category(letter) != "Cf")
    return re.sub(r"\s*-\s*", "-", " ".join(visible.split()))


def _cited_in(dataset: Dataset) -> Iterator[Citation | None]:
    """Yield the citations in the data's order."""
    yield from (record.citation for record in dataset.deployments)
    for proposal in dataset.proposals:
        yield from (citation for _, citation in proposal.citations)
        yield from (statement.citation for statement in proposal.statements)
        if proposal.basis:
            yield proposal.basis.citation
