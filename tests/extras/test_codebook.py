"""The codebook: all that the library has is in it, and what is not described is an error, not a gap."""

import codebook
import pytest
from attrs import fields

import kzpeace as kz

TEXT = codebook.codebook()


def test_every_public_class_and_field_is_in_the_codebook():
    """Each class has a section, with a row for each field."""
    for kind in codebook.CLASSES:
        section = TEXT.split(f"### {kind.__name__}\n")[1].split("\n### ")[0]
        for field in fields(kind):
            assert f"| `{field.name}` |" in section, f"{kind.__name__}.{field.name}"


def test_every_member_of_an_enumeration_is_in_the_codebook():
    """Each enumeration has a section, with a row for each member."""
    for kind in codebook.ENUMERATIONS:
        section = TEXT.split(f"### {kind.__name__}\n")[1].split("\n### ")[0]
        for member in kind:
            assert f"| `{member.name}` | `{member.value}` | " in section, member


def test_every_row_says_what_its_field_allows_and_means():
    """No field is without a type, what it allows or a meaning; only the unit may be empty."""
    for kind in codebook.CLASSES:
        for line in codebook.class_section(kind).split("| --- |")[1].split("\n\n")[0].splitlines()[1:]:
            name, declared, _, allows, meaning = (
                cell.strip() for cell in line.replace("\\|", "/").strip("|").split("|")
            )
            assert all((name, declared, allows, meaning)), line


def test_every_citation_of_the_article_is_in_the_codebook():
    """The words that state the article's facts are there, each as a link that opens them."""
    cited = [record.citation for record in kz.DEPLOYMENTS] + [citation for _, citation in kz.PROPOSAL.citations]
    cited += [kz.CONSTITUTIONAL_BASIS.citation] + [each.citation for each in kz.PROPOSAL.reasons]
    for citation in cited:
        assert f"[“{citation.quote}”, {citation}]({citation.link})" in TEXT


def test_what_a_field_allows_is_what_its_errors_say():
    """The codebook has the words of the error, as both are the validator's."""
    with pytest.raises(ValueError, match="expected a whole number from 1 to 12, got 13"):
        kz.PartialDate(2014, 13)
    assert "| A whole number from 1 to 12, or None. | 1 to 12, or None where only the year is known. |" in TEXT


def test_a_field_without_a_description_is_an_error(monkeypatch):
    """A field that the class's docstring does not describe stops the build, and is named."""
    described = codebook.meanings(kz.Source)
    described.pop("place")
    monkeypatch.setattr(codebook, "meanings", lambda _: described)
    with pytest.raises(LookupError, match=r"Source: has the fields \[.*'place'\], and its docstring says what"):
        codebook.class_section(kz.Source)


def test_a_number_without_a_unit_is_an_error():
    """A number whose unit is not said stops the build, and is named."""
    field = fields(kz.Headcount).figure.evolve(metadata={})
    with pytest.raises(LookupError, match=r"Headcount\.figure: is a number without a unit"):
        codebook.unit_of(kz.Headcount, field)


def test_a_member_without_a_description_is_an_error(monkeypatch):
    """A member of an enumeration that has no docstring stops the build, and is named."""
    monkeypatch.setattr(codebook.read(kz.Unit)["MEDICAL"], "docstring", None)
    with pytest.raises(LookupError, match=r"Unit\.MEDICAL: has no docstring"):
        codebook.codebook()


def test_a_class_of_unknown_origin_is_an_error(monkeypatch):
    """A class of which it is not said what fills it stops the build, and is named."""
    monkeypatch.setattr(codebook, "COMPUTED", codebook.COMPUTED - {kz.Total})
    with pytest.raises(LookupError, match="Total: it is not said where its objects come from"):
        codebook.codebook()
