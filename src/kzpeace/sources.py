"""Documents, the places in them that state a fact, and statements in our words."""

from __future__ import annotations

import re
from unicodedata import normalize

from attrs import field, frozen

from kzpeace import _checks as check
from kzpeace._html import HtmlMixin
from kzpeace.dates import PartialDate, a_date, to_date

LONGEST_QUOTE = 8


@frozen(kw_only=True)
class Source(HtmlMixin, check.TextFormat):
    """A document that facts are taken from.

    Attributes:
        publisher: Who published it.
        title: What it is called.
        date: When it was published.
        language: The language it is read in, as a BCP 47 tag such as ``en``.
        address: Its URL, or None.
        place: Where it was written, as its dateline says, or None.
    """

    publisher: str = field(validator=check.text())
    title: str = field(validator=check.text())
    date: PartialDate = field(converter=to_date, validator=a_date)
    language: str = field(validator=check.text())
    address: str | None = field(default=None, validator=check.text(optional=True))
    place: str | None = field(default=None, validator=check.text(optional=True))

    def __str__(self) -> str:
        """Return the document as a reference: publisher, title, date."""
        return f"{self.publisher}, “{self.title}”, {self.date}"


@check.rule(f"1 to {LONGEST_QUOTE} words", optional=True)
def _short(_: object, quote: str) -> bool:
    # Composed, as a separate accent would divide a word.
    return not 1 <= len(re.findall(r"\w+", normalize("NFC", quote))) <= LONGEST_QUOTE


@frozen
class Citation(HtmlMixin, check.TextFormat):
    """A place in a source, with the few words that pin it.

    Attributes:
        source: The document.
        paragraph: Counted from 1; None if the document is cited as a whole, such as a UN resolution.
        sentence: Counted from 1 in its paragraph, or None.
        quote: The words that state the fact, as the document writes them, at most eight; or None.

    >>> report = Source(publisher="Kazinform", title="A report", date="2022", language="en", address="https://a.kz/1")
    >>> Citation(report, paragraph=2, sentence=2, quote="45 Kazakh officers").link
    'https://a.kz/1#:~:text=45%20Kazakh%20officers'
    """

    _html_fields_ = ("source", "paragraph", "sentence", "quote", "link")

    source: Source = field(validator=check.instance_of(Source))
    paragraph: int | None = check.optional_number("paragraphs from 1")
    sentence: int | None = check.optional_number("sentences of the paragraph, from 1", check.only_with("paragraph"))
    quote: str | None = field(default=None, validator=[check.text(optional=True), _short])

    @property
    def locator(self) -> str:
        """The place in the source, such as ``para. 2, sentence 2``; empty if the source is cited as a whole."""
        sentence = f", sentence {self.sentence}" if self.sentence else ""
        return f"para. {self.paragraph}{sentence}" if self.paragraph else ""

    @property
    def link(self) -> str | None:
        """An address that opens the source at the quoted words in a browser; None if the source has no address."""
        address = self.source.address
        if address is None or self.quote is None:
            return address
        # A text directive follows the fragment, if the address has one. A hyphen has a meaning in it, so it is encoded.
        # The module urllib.parse does not encode hyphens, and is slow to import.
        words = re.sub(rb"[^A-Za-z0-9_.~]", lambda byte: b"%%%02X" % ord(byte[0]), self.quote.encode()).decode()
        return f"{address}{'' if '#' in address else '#'}:~:text={words}"

    @property
    def reference(self) -> str:
        """The citation in full, with publisher, title, date, locator and link."""
        return ", ".join(part for part in (str(self.source), self.locator, self.link) if part)

    def __str__(self) -> str:
        """Return publisher and locator, or the title if the document is cited as a whole."""
        return f"{self.source.publisher}, {self.locator}" if self.locator else self.source.title


@frozen
class Statement(HtmlMixin, check.TextFormat):
    """Something that a source says, in our words.

    Attributes:
        text: What it says.
        citation: Where, or None.
    """

    text: str = field(validator=check.text())
    citation: Citation | None = field(default=None, repr=False, validator=check.instance_of(Citation, optional=True))

    def __str__(self) -> str:
        """Return what it says."""
        return self.text
