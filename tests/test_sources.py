"""Documents, and the places in them that state a fact."""

from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kzpeace as kz

REPORT = kz.Source(
    publisher="Ministry of Defence", title="A report", date="31 March 2023", language="en", address="https://a.kz/1"
)
OFFLINE = kz.Source(publisher="Ministry of Defence", title="A speech", date=date(2023, 3, 31), language="kk")


def test_a_source_is_a_document():
    """A source has a publisher, title, date and language, converts its date, and prints as a reference."""
    assert str(REPORT) == "Ministry of Defence, “A report”, 2023-03-31"
    assert REPORT.date == OFFLINE.date == kz.PartialDate(2023, 3, 31)
    assert OFFLINE.address is None
    assert OFFLINE.place is None


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("publisher", "", r"^Source\.publisher: expected text that is not empty, got ''$"),
        ("title", " ", r"^Source\.title: expected text that is not empty, got ' '$"),
        ("title", None, r"^Source\.title: expected text that is not empty, got None$"),
        ("date", 2023, r"^Source\.date: expected a date, got 2023$"),
        ("date", "one day", r"expected a date .* got 'one day'$"),
        ("language", 5, r"^Source\.language: .* got 5$"),
        ("address", "", r"^Source\.address: .* got ''$"),
        ("place", 5, r"^Source\.place: .* got 5$"),
    ],
)
def test_a_source_refuses_what_describes_no_document(field, value, message):
    """An empty text and a date that is none is a ValueError that names the field and the value."""
    described = {"publisher": "P", "title": "T", "date": "2023", "language": "en", field: value}
    with pytest.raises(ValueError, match=message):
        kz.Source(**described)


@pytest.mark.parametrize(
    ("citation", "locator", "text", "reference"),
    [
        (
            kz.Citation(REPORT, 2, 3, "twelve officers"),
            "para. 2, sentence 3",
            "Ministry of Defence, para. 2, sentence 3",
            "Ministry of Defence, “A report”, 2023-03-31, para. 2, sentence 3, https://a.kz/1#:~:text=twelve%20officers",
        ),
        (
            kz.Citation(REPORT, paragraph=2),
            "para. 2",
            "Ministry of Defence, para. 2",
            "Ministry of Defence, “A report”, 2023-03-31, para. 2, https://a.kz/1",
        ),
        (kz.Citation(OFFLINE), "", "A speech", "Ministry of Defence, “A speech”, 2023-03-31"),
    ],
)
def test_a_citation_reads_as_a_reference(citation, locator, text, reference):
    """A citation prints in short, and as a reference in full, with as much of the place as it has."""
    assert citation.locator == locator
    assert str(citation) == text
    assert citation.reference == reference


@pytest.mark.parametrize(
    ("address", "quote", "link"),
    [
        ("https://a.kz/1", "45 officers", "https://a.kz/1#:~:text=45%20officers"),
        ("https://a.kz/1#top", "45 officers", "https://a.kz/1#top:~:text=45%20officers"),
        (
            "https://a.kz/1",
            "well-known, Côte d'Ivoire",
            "https://a.kz/1#:~:text=well%2Dknown%2C%20C%C3%B4te%20d%27Ivoire",
        ),
        ("https://a.kz/1", None, "https://a.kz/1"),
        (None, "45 officers", None),
    ],
)
def test_a_link_opens_the_source_at_the_words(address, quote, link):
    """A link is the address with the quote as a text fragment, where there are both."""
    source = kz.Source(publisher="P", title="T", date="2023", language="en", address=address)
    assert kz.Citation(source, 1, 1, quote).link == link


def test_a_letter_taken_apart_is_still_of_one_word():
    """A quote has as many words with its accents apart from their letters as with them together."""
    quote = "Co\u0302te e\u0301le\u0300ve a\u0300 I\u0302le e\u0301te\u0301 ou\u0300 la\u0300 va"
    assert kz.Citation(REPORT, 1, 1, quote).quote == quote


@given(st.text("ab ß,&-–’'\"#%é", max_size=15).map(str.strip).filter(lambda quote: any(map(str.isalnum, quote))))
def test_a_link_keeps_the_whole_quote(quote):
    """Whatever the quote, its link carries it whole and has no character with a meaning of its own."""
    fragment = kz.Citation(REPORT, 1, 1, quote).link.removeprefix("https://a.kz/1#:~:text=")
    assert unquote(fragment) == quote
    assert not set("-,&# ") & set(fragment)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({"source": "a report"}, r"^Citation\.source: expected a Source, got 'a report'$"),
        ({"paragraph": 0}, r"^Citation\.paragraph: expected a whole number, 1 or more, got 0$"),
        ({"paragraph": True}, r"^Citation\.paragraph: .* got True$"),
        ({"paragraph": 1, "sentence": -1}, r"^Citation\.sentence: .* got -1$"),
        ({"sentence": 2}, r"^Citation\.sentence: expected a paragraph where there is a sentence, got 2$"),
        ({"quote": ""}, r"^Citation\.quote: expected text that is not empty, got ''$"),
        ({"quote": "..."}, r"^Citation\.quote: expected 1 to 8 words, got '\.\.\.'$"),
        ({"quote": "a b c d e f g h i"}, r"^Citation\.quote: expected 1 to 8 words, got 'a b c d e f g h i'$"),
    ],
)
def test_a_citation_refuses_what_is_no_place(place, message):
    """A number below 1, a sentence without its paragraph and a long quote is a ValueError that names the field."""
    with pytest.raises(ValueError, match=message):
        kz.Citation(**{"source": REPORT, **place})


def test_a_quote_has_at_most_eight_words():
    """Eight words are a quote."""
    assert kz.Citation(REPORT, quote="a b c d e f g h").quote == "a b c d e f g h"
