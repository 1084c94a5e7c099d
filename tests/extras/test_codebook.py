"""The codebook has everything that the library has, and anything without a description is an error, not a gap."""

import codebook
import pytest
from attrs import fields

import kzpeace as kz

TEXT = codebook.codebook()


def test_every_field_is_described():
    """Each field of each class has a row with its type, what it allows and what it means."""
    for kind in codebook.CLASSES:
        section = TEXT.split(f"### {kind.__name__}\n")[1].split("\n### ")[0]
        rows = [row.replace("\\|", "/").strip("| ").split(" | ") for row in section.splitlines() if row.startswith("|")]
        described = {name: cells for name, *cells in rows if len(cells) == 4}
        for field in fields(kind):
            declared, _, allows, meaning = described[f"`{field.name}`"]
            assert all((declared, allows, meaning)), (kind, field.name)


def test_every_member_of_an_enumeration_is_described():
    """Each member of each enumeration has a row with its value."""
    for kind in codebook.ENUMERATIONS:
        section = TEXT.split(f"### {kind.__name__}\n")[1].split("\n### ")[0]
        for member in kind:
            assert f"| `{member.name}` | `{member.value}` | " in section, member


def test_every_citation_of_the_article_is_a_link_to_its_words():
    """The words that state the article's facts are there, each as a link that opens them."""
    cited = [record.citation for record in kz.DEPLOYMENTS] + [citation for _, citation in kz.PROPOSAL.citations]
    cited += [kz.CONSTITUTIONAL_BASIS.citation] + [each.citation for each in kz.PROPOSAL.reasons]
    for citation in cited:
        assert f"[“{citation.quote}”, {citation}]({citation.link})" in TEXT


def test_a_field_without_a_description_stops_the_build(monkeypatch):
    """The error names the class and its fields."""
    described = {name: each for name, each in codebook.meanings(kz.Source).items() if name != "place"}
    monkeypatch.setattr(codebook, "meanings", lambda _: described)
    with pytest.raises(LookupError, match=r"Source: has the fields \[.*'place'\], but its docstring describes"):
        codebook.class_section(kz.Source)


def test_a_number_without_a_unit_stops_the_build():
    """The error names the field."""
    with pytest.raises(LookupError, match=r"Headcount\.figures: is a number without a unit"):
        codebook.unit_of(kz.Headcount, fields(kz.Headcount).figures.evolve(metadata={}))


def test_a_class_of_unknown_origin_stops_the_build(monkeypatch):
    """The error names the class."""
    monkeypatch.setattr(codebook, "RESULTS", codebook.RESULTS - {kz.Total})
    with pytest.raises(LookupError, match="Total: nothing says where its objects come from"):
        codebook.codebook()
