"""Documents, the places in them that state a fact, and statements."""

from datetime import date
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, strategies as st

import kzpeace as kz

REPORT = kz.Source(
    publisher="Ministry of Defence", title="A report", date="31 March 2023", language="en", address="https://a.kz/1"
)
OFFLINE = kz.Source(publisher="Ministry of Defence", title="A speech", date=date(2023, 3, 31), language="kk")


def test_a_source_is_a_document():
    """A source has a publisher, title, date and language, converts its date, and prints as a reference."""
    assert str(REPORT) == "Ministry of Defence, “A report”, 2023-03-31"
    assert REPORT.date == OFFLINE.date == kz.PartialDate(2023, 3, 31)
    assert (OFFLINE.address, OFFLINE.place) == (None, None)


@pytest.mark.parametrize(
    ("citation", "locator", "link"),
    [
        (kz.Citation(REPORT, 2, 3, "45 men"), "para. 2, sentence 3", ", https://a.kz/1#:~:text=45%20men"),
        (kz.Citation(REPORT, paragraph=2), "para. 2", ", https://a.kz/1"),
        (kz.Citation(OFFLINE, paragraph=2), "para. 2", ""),
    ],
)
def test_a_citation_reads_as_a_reference(citation, locator, link):
    """A citation prints in short, and as a reference in full, with as much of the place as it has."""
    assert citation.locator == locator
    assert str(citation) == f"Ministry of Defence, {locator}"
    assert citation.reference == f"{citation.source}, {locator}{link}"
    assert str(kz.Citation(OFFLINE)) == "A speech"


@pytest.mark.parametrize(
    ("address", "words", "link"),
    [
        ("https://a.kz/1", "45 officers", "https://a.kz/1#:~:text=45%20officers"),
        ("https://a.kz/1#top", "45 officers", "https://a.kz/1#top:~:text=45%20officers"),
        ("https://a.kz/1", "well-known, Côte", "https://a.kz/1#:~:text=well%2Dknown%2C%20C%C3%B4te"),
        ("https://a.kz/1", None, "https://a.kz/1"),
        (None, "45 officers", None),
    ],
)
def test_a_link_opens_the_source_at_the_words(address, words, link):
    """A link is the address with the quote as a text fragment, if there are both."""
    source = kz.Source(publisher="P", title="T", date="2023", language="en", address=address)
    assert kz.Citation(source, 1, 1, words).link == link


@given(st.text(max_size=15).map(str.strip).filter(lambda words: any(map(str.isalnum, words))))
def test_a_link_keeps_the_whole_quote(words):
    """Whatever the quote, its link is what the standard library makes of it, and hyphens are encoded too."""
    fragment = kz.Citation(REPORT, 1, 1, words).link.removeprefix("https://a.kz/1#:~:text=")
    assert unquote(fragment) == words
    assert fragment == quote(words, safe="").replace("-", "%2D")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({"paragraph": 0}, r"paragraph: expected a whole number, 1 or more, got 0"),
        ({"sentence": 2}, r"sentence: expected None, as paragraph is None, got 2"),
        ({"quote": "..."}, r"quote: expected 1 to 8 words, got '\.\.\.'"),
        ({"quote": "a b c d e f g h i"}, r"quote: expected 1 to 8 words, got 'a b c d e f g h i'"),
    ],
)
def test_a_citation_refuses_what_is_no_place(place, message):
    """A number below 1, a sentence without its paragraph and a long quote are ValueErrors that name the field."""
    with pytest.raises(ValueError, match=rf"^Citation\.{message}$"):
        kz.Citation(REPORT, **place)


def test_an_accent_does_not_divide_a_word():
    """A quote has as many words with its accents apart from their letters as with them together."""
    words = "Co\u0302te e\u0301le\u0300ve a\u0300 I\u0302le e\u0301te\u0301 ou\u0300 la\u0300 va"
    assert kz.Citation(REPORT, quote=words).quote == words


def test_a_statement_prints_its_text():
    """A statement is its text, with where it stands."""
    assert str(kz.Statement("It is so.", kz.Citation(REPORT))) == "It is so."
