"""Documents, and the places in them that state a fact."""

from __future__ import annotations

import re
from unicodedata import normalize

from attrs import Attribute, field, frozen

from kzpeace._checks import instance_of, raise_invalid, text, to_optional_whole_number, whole_number
from kzpeace.dates import PartialDate, to_date

LONGEST_QUOTE = 8


@frozen(kw_only=True)
class Source:
    """A document that facts are taken from.

    Attributes:
        publisher: Who published it.
        title: What it is called.
        date: When it was published.
        language: The language it is read in, as a BCP 47 tag such as ``en``.
        address: Its URL, or None.
        place: Where it was written, as its dateline says, or None.

    Raises:
        ValueError: For an empty text or a date that is none.

    >>> Source(publisher="Kazinform", title="A report", date="30 June 2022", language="en").date
    PartialDate(year=2022, month=6, day=30)
    """

    publisher: str = field(validator=text())
    title: str = field(validator=text())
    date: PartialDate = field(converter=to_date, validator=instance_of(PartialDate, "a date"))
    language: str = field(validator=text())
    address: str | None = field(default=None, validator=text(optional=True))
    place: str | None = field(default=None, validator=text(optional=True))

    def __str__(self) -> str:
        """The document as a reference: publisher, title, date."""
        return f"{self.publisher}, “{self.title}”, {self.date}"


def sentence_has_paragraph(instance: Citation, attribute: Attribute[int | None], value: int | None) -> None:
    """None without a paragraph."""
    if value is not None and instance.paragraph is None:
        raise_invalid(instance, attribute.name, value, "a paragraph where there is a sentence")


def quote_is_short(instance: Citation, attribute: Attribute[str | None], value: str | None) -> None:
    """1 to 8 words."""
    # Composed, as an accent by itself would part a word.
    if value is not None and not 1 <= len(re.findall(r"\w+", normalize("NFC", value))) <= LONGEST_QUOTE:
        raise_invalid(instance, attribute.name, value, f"1 to {LONGEST_QUOTE} words")


@frozen
class Citation:
    """A place in a source, with the few words that pin it.

    Attributes:
        source: The document.
        paragraph: Counted from 1; None where the document is cited as a whole, such as a UN resolution.
        sentence: Counted from 1 in its paragraph, or None.
        quote: The words that state the fact, as the document writes them: at most eight. Or None.

    Raises:
        ValueError: For a longer quote, a sentence without its paragraph, or a number below 1.

    >>> report = Source(publisher="Kazinform", title="A report", date="2022", language="en", address="https://a.kz/1")
    >>> Citation(report, paragraph=2, sentence=2, quote="45 Kazakh officers").link
    'https://a.kz/1#:~:text=45%20Kazakh%20officers'
    """

    source: Source = field(validator=instance_of(Source, "a Source"))
    paragraph: int | None = field(
        default=None,
        converter=to_optional_whole_number,
        validator=whole_number(1, optional=True),
        metadata={"unit": "paragraphs of the document, from 1"},
    )
    sentence: int | None = field(
        default=None,
        converter=to_optional_whole_number,
        validator=[whole_number(1, optional=True), sentence_has_paragraph],
        metadata={"unit": "sentences of the paragraph, from 1"},
    )
    quote: str | None = field(default=None, validator=[text(optional=True), quote_is_short])

    @property
    def locator(self) -> str:
        """The place within the source, such as ``para. 2, sentence 2``; empty where it is cited as a whole."""
        parts = ("para.", self.paragraph), ("sentence", self.sentence)
        return ", ".join(f"{name} {number}" for name, number in parts if number)

    @property
    def link(self) -> str | None:
        """An address that opens the source at the quoted words in a browser; None where the source has no address."""
        address = self.source.address
        if address is None or self.quote is None:
            return address
        from urllib.parse import quote  # noqa: PLC0415 - only where a link is asked for

        # A text directive follows the fragment, if the address has one; in it a hyphen has a meaning of its own.
        words = quote(self.quote, safe="").replace("-", "%2D")
        return f"{address}{'' if '#' in address else '#'}:~:text={words}"

    @property
    def reference(self) -> str:
        """The citation in full, with publisher, title, date, locator and link."""
        return ", ".join(part for part in (str(self.source), self.locator, self.link) if part)

    def __str__(self) -> str:
        """The citation in short: publisher and locator, or the title where the document is cited as a whole."""
        return f"{self.source.publisher}, {self.locator}" if self.locator else self.source.title
