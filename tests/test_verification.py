"""Whether the citations' words are in a copy of the document; the copy here consists of the words themselves."""

import re
import unicodedata

import pytest
from hypothesis import given, strategies as st

import kzpeace as kz

CITATIONS = kz.verify("").missing
QUOTES = [citation.quote for citation in CITATIONS]
COPY = "\n".join(f"Note {number}: ({quote})." for number, quote in enumerate(QUOTES))
REPORT = kz.Source(publisher="The Astana Times", title="A report", date="2024-01-19", language="en")


def record(*place):
    """Return a record of a reader's own, which cites a place in a report."""
    citation = kz.Citation(REPORT, *place)
    return kz.Deployment(
        headcount=67, missions=kz.UNIFIL, status=kz.Status.SERVED, period="2014/2024-01-19", citation=citation
    )


def test_every_citation_of_the_article_is_checked():
    """The citations of the records, of the proposal's fields and statements and of the basis are checked, each once."""
    proposal = kz.PROPOSAL
    cited = {
        *(each.citation for each in (*kz.DEPLOYMENTS, *proposal.statements, kz.CONSTITUTIONAL_BASIS)),
        *(citation for _, citation in proposal.citations),
    }
    assert (len(CITATIONS), set(CITATIONS)) == (len(cited), cited)


def test_a_copy_with_all_the_words_is_ok():
    """A text that has every citation's words, each once, is ok, and the report says so in a line."""
    report = kz.verify(COPY)
    assert report.ok
    assert (report.found, report.missing, report.ambiguous) == (CITATIONS, (), ())
    assert str(report) == f"{report:}" == "23 of 23 citations found"


@pytest.mark.parametrize(
    ("text", "fault"),
    [(COPY.replace(QUOTES[1], ""), "missing"), (f"{QUOTES[1]} {COPY}", "more than once")],
)
def test_words_that_are_gone_or_stand_twice_are_reported(text, fault):
    """A citation whose words are not in the text, or pin no place in it, is reported with its words and place."""
    report = kz.verify(text)
    assert not report.ok
    assert (report.missing or report.ambiguous) == CITATIONS[1:2]
    assert str(report) == f"22 of 23 citations found\n{fault}: “{QUOTES[1]}” ({CITATIONS[1]})"


@given(st.sets(st.sampled_from(QUOTES)), st.sets(st.sampled_from(QUOTES)), st.text("\n \u00a0.,;:()", min_size=1))
def test_each_citation_is_reported_once(once, again, between):
    """Each citation is found, missing or ambiguous, by how often its words are in the text, in whatever order."""
    report = kz.verify(between.join([*once, *again]))
    assert {citation.quote for citation in report.ambiguous} == once & again
    assert {citation.quote for citation in report.missing} == set(QUOTES) - once - again
    assert len(report.found) + len(report.missing) + len(report.ambiguous) == len(QUOTES)


@pytest.mark.parametrize(
    "vary",
    [
        *(lambda text, mark=mark: text.replace("’", mark) for mark in "'ʼ`”´"),
        *(lambda text, dash=dash: text.replace("-", dash) for dash in ("‐", "\u2011", "–", "-\n", "－")),
        *(lambda text, space=space: text.replace(" ", space) for space in ("\u00a0", "\u202f", "\r\n\t", "   ")),
        *(
            lambda text, il=il: text.replace("il", il)
            for il in ("i\u00adl", "i\u00ad\nl", "\u2066il\u2069", "i\u200bl")
        ),
        lambda text: f"\ufeff{text}",
        lambda text: text.replace("fi", "ﬁ"),
        lambda text: unicodedata.normalize("NFD", text),
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
        ("520 Kazakhstani", "1520 Kazakhstani"),
        ("around 430", "around 1,430"),
        ("subparagraph 5 of Article 53", "subparagraph 5 of Article 531"),
        ("Six and nine", "Twenty-six and ninety"),
        ("deputies of the Parliament", "deputies of a Parliament"),
        ("military servants", "Military servants"),
    ],
)
def test_other_words_and_longer_numbers_do_not_count(words, others):
    """A quote inside a longer word or number, or with a word or capital changed, is missing."""
    report = kz.verify(COPY.replace(words, others))
    assert [citation.quote for citation in report.missing] == [quote for quote in QUOTES if words in quote]
    assert report.missing


def test_the_citations_of_a_readers_own_records_are_checked():
    """With records, or a data set, its citations that quote words are checked and the article's are not."""
    officers, troops, whole = record(2, 1, "67 officers"), record(2, 2, "538 service members"), record()
    text = "Since 2014, 67 officers took part."
    report = kz.verify(text, records=[officers, troops, whole])
    assert (report.found, report.missing) == ((officers.citation,), (troops.citation,))
    assert kz.verify(text, officers).ok
    quoted = kz.Citation(REPORT, 1, 1, "up to 430")
    proposal = kz.Proposal(date="2024", missions=kz.UNIFIL, headcount=430, citations={"headcount": quoted})
    assert kz.verify(text, kz.Dataset(deployments=officers, proposals=proposal)).missing == (quoted,)


@pytest.mark.parametrize("records", [[], record()])
def test_records_that_quote_nothing_are_refused(records):
    """Nothing to check is an error rather than a success."""
    with pytest.raises(ValueError, match=r"^verify: expected records whose citations quote words, got "):
        kz.verify(COPY, records)


@pytest.mark.parametrize("value", [None, b"bytes", 5, ["text"]])
def test_what_is_not_text_is_refused(value):
    """A value that is not text is a ValueError that shows it."""
    with pytest.raises(ValueError, match=r"^verify: ") as error:
        kz.verify(value)
    assert str(error.value) == f"verify: expected the document's text, got {value!r}"


def test_a_path_in_place_of_the_text_is_an_error_that_says_how_to_read_the_file(tmp_path):
    """What is the path of a file, or looks like one, and has none of the words, is not taken for the text."""
    path = tmp_path / "article"
    path.write_text(COPY, "utf-8")
    for text in ("article.txt", "C:\\My texts\\article.html", path, str(path)):
        with pytest.raises(ValueError, match=r"; if this is a path, pass Path\(...\).read_text\('utf-8'\)$"):
            kz.verify(text)
    assert kz.verify(f"{QUOTES[0]}.txt").found
