"""Whether the citations' words are in a copy of the article; the copy here is made up of the words themselves."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kzpeace as kz
from kzpeace.letters import LONG_RUN, in_order, normalized

CITATIONS = kz.verify("").missing
QUOTES = [citation.quote for citation in CITATIONS]
COPY = "\n".join(f"Note {number}: ({quote})." for number, quote in enumerate(QUOTES))


def test_a_copy_with_all_the_words_is_ok():
    """A text that has every citation's words, each once, is ok, and the report says so in a line."""
    report = kz.verify(COPY)
    assert report.ok
    assert (report.found, report.missing, report.ambiguous) == (CITATIONS, (), ())
    assert str(report) == "23 of 23 citations found"


def test_every_citation_of_the_article_is_checked():
    """The records, the proposal's fields and statements and the basis are checked, each citation once."""
    proposal = kz.PROPOSAL
    statements = [
        *proposal.background,
        *proposal.assessments,
        *proposal.reasons,
        *proposal.expected_benefits,
        *proposal.conditions,
    ]
    cited = {
        *(record.citation for record in kz.DEPLOYMENTS),
        *(citation for _, citation in proposal.citations),
        *(statement.citation for statement in statements),
        kz.CONSTITUTIONAL_BASIS.citation,
    }
    assert len(CITATIONS) == len(cited)
    assert set(CITATIONS) == cited


@pytest.mark.parametrize("quote", QUOTES)
def test_words_that_are_gone_are_missing(quote):
    """A citation whose words are not in the text is reported missing, by its words and place, and no other is."""
    report = kz.verify(COPY.replace(quote, ""))
    assert not report.ok
    assert [citation.quote for citation in report.missing] == [quote]
    assert not report.ambiguous
    (citation,) = report.missing
    assert str(report) == f"22 of 23 citations found\nmissing: “{quote}” ({citation})"


@pytest.mark.parametrize("quote", QUOTES)
def test_words_that_stand_twice_are_ambiguous(quote):
    """A citation whose words are in the text more than once pins no place, and is told apart from a missing one."""
    for text in (f"{COPY} {quote}", f"{quote} {quote} {COPY}"):
        report = kz.verify(text)
        assert not report.ok
        assert [citation.quote for citation in report.ambiguous] == [quote]
        assert not report.missing
        (citation,) = report.ambiguous
        assert str(report) == f"22 of 23 citations found\nmore than once: “{quote}” ({citation})"


@pytest.mark.parametrize(
    "vary",
    [
        lambda text: text.replace("’", "'"),
        lambda text: text.replace("’", "ʼ"),
        lambda text: text.replace("’", "`"),
        lambda text: text.replace("’", "”"),
        lambda text: text.replace("’", "´"),
        lambda text: text.replace("-", "‐"),
        lambda text: text.replace("-", "\u2011"),
        lambda text: text.replace("-", "–"),
        lambda text: text.replace("-", "-\n"),
        lambda text: text.replace("-", "－"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\u202f"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", "\r\n\t"),
        lambda text: text.replace(" ", "   "),
        lambda text: text.replace("il", "i\u00adl"),
        lambda text: text.replace("il", "i\u00ad\nl"),
        lambda text: text.replace("il", "\u2066il\u2069"),
        lambda text: text.replace("il", "i\u200bl"),
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("fi", "ﬁ"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: f"«{text}»",
        lambda text: re.sub(r"\((.*)\)", r"“\1”", text),
        lambda text: re.sub(r"\((.*)\)", r"–\1–", text),
    ],
)
def test_a_copy_may_be_typeset_otherwise(vary):
    """Other quotation marks, dashes, spaces, line breaks, soft hyphens and forms of letters make no difference."""
    assert kz.verify(vary(COPY)).ok


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("45 Kazakh officers", "145 Kazakh officers"),
        ("45 Kazakh officers", "4.5 Kazakh officers"),
        ("520 Kazakhstani", "1520 Kazakhstani"),
        ("around 430", "around 1,430"),
        ("subparagraph 5 of Article 53", "subparagraph 5 of Article 531"),
        ("subparagraph 5 of Article 53", "subparagraph 15 of Article 53"),
        ("militaries are serving", "militaries are servings"),
        ("Six and nine", "Twenty-six and ninety"),
        ("deputies of the Parliament", "deputies of a Parliament"),
        ("military servants", "Military servants"),
    ],
)
def test_other_words_and_longer_numbers_do_not_count(words, others):
    """A quote inside a longer word or number, or with a word or capital changed, is missing."""
    quotes = [quote for quote in QUOTES if words in quote]
    report = kz.verify(COPY.replace(words, others))
    assert [citation.quote for citation in report.missing] == quotes
    assert quotes


@given(st.permutations(QUOTES), st.text("\n \u00a0.,;:()", min_size=1))
def test_the_order_and_what_stands_between_make_no_difference(quotes, between):
    """The words are found wherever in the text they stand."""
    assert kz.verify(between.join(quotes)).ok


@given(st.sets(st.sampled_from(QUOTES)), st.sets(st.sampled_from(QUOTES)))
def test_each_citation_is_reported_once(once, again):
    """Whatever the text, each citation is found, missing or ambiguous, by how often its words are there."""
    report = kz.verify(". ".join([*once, *again]))
    assert {citation.quote for citation in report.ambiguous} == once & again
    assert {citation.quote for citation in report.missing} == set(QUOTES) - once - again
    assert len(report.found) + len(report.missing) + len(report.ambiguous) == len(QUOTES)


@given(st.text())
def test_any_text_is_checked(text):
    """Any text whatever is checked."""
    assert kz.verify(text).missing == CITATIONS


@pytest.mark.parametrize("value", [None, b"bytes", 5, ["text"]])
def test_what_is_no_text_is_refused(value):
    """A value that is no text is a ValueError that shows it."""
    with pytest.raises(ValueError, match=r"^verify: ") as error:
        kz.verify(value)
    assert str(error.value) == f"verify: expected the article's text, got {value!r}"


marks = st.text("éç각ä\u0334\u0301\u0316\u0344\u0f73\u0345\u1dce", min_size=32, max_size=200)


@given(st.text() | st.lists(marks | st.text("aeo ", max_size=3)).map("".join))
def test_normal_forms_are_those_of_unicode(text):
    """However long a run of combining marks is, its normal forms are those that Python gives more slowly."""
    for form in ("NFKC", "NFKD"):
        assert normalized(form, text) == unicodedata.normalize(form, text)


@given(marks)
def test_a_long_run_of_marks_is_put_in_order_beforehand(text):
    """What Python would take the square of its length to put in order is handed to it as Unicode orders it."""
    assert LONG_RUN.sub(in_order, text) == unicodedata.normalize("NFKD", text)


def test_a_verification_holds_citations_only():
    """What is no citation is refused."""
    with pytest.raises(ValueError, match=r"^Verification\.missing: expected each to be a Citation, got 5$"):
        kz.Verification(found=(), missing=5, ambiguous=())
