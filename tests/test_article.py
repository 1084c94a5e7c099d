"""Every fact that the article states, read through the public names, and the ways to misread it.

A fact is stated in our words; the few words that pin it to its place are the article's.
"""

import pytest

import kzpeace as kz
from kzpeace.article import dataset_of

RECORDS = dict(zip(("F5", "F6", "F7", "F8"), kz.DEPLOYMENTS, strict=True))
PLACES = [
    ("F1", "date", 1, 1, "in Nur-Sultan on Thursday"),
    ("F2", "outcome", 1, 1, "deputies of the Parliament backed"),
    ("F2", "decided", 1, 1, "deputies of the Parliament backed"),
    ("F3", "forum", 1, 1, "at the joint meeting of the Parliament chambers"),
    ("F3", "place", 1, 1, "in Nur-Sultan on Thursday"),
    ("F4", "background", 2, 1, "the decrees of the Parliament of Kazakhstan"),
    ("F5", None, 2, 2, "Since 2014, 45 Kazakh officers"),
    ("F6", None, 2, 3, "Since 2018, 520 Kazakhstani military servants"),
    ("F7", None, 2, 4, "Six and nine Kazakh militaries are serving"),
    ("F8", None, 2, 4, "Six and nine Kazakh militaries are serving"),
    ("F9", "presenter", 2, 4, "read out the President’s proposal"),
    ("F10", "assessments", 3, 1, "highly evaluates the level of training"),
    ("F11", "assessments", 3, 1, "readiness to support an increase"),
    ("F12", "reasons", 4, 1, "contributes to the global security strengthening"),
    ("F13", "reasons", 5, 1, "some of which may require a military response"),
    ("F14", "reasons", 5, 2, "getting practical experience in countering modern threats"),
    ("F15", "expansion", 5, 3, "expedient to expand the engagement"),
    ("F16", "individuals", 5, 4, "as officers and military observers"),
    ("F16", "roles", 5, 4, "as officers and military observers"),
    ("F17", "units", 5, 5, "infantry squads, medical troops, reconnaissance, engineer, and military"),
    ("F18", "expected_benefits", 5, 6, "improvement of combat training"),
    ("F19", "conditions", 5, 7, "timing of deployment will be determined"),
    ("F20", "conditions", 5, 8, "regulatory-legal framework will be prepared"),
    ("F21", "basis", 6, 1, "subparagraph 5 of Article 53"),
    ("F22", "proposer", 6, 1, "the text of the President’s proposal"),
    ("F22", "missions", 6, 1, "and to the UN Interim Force in Lebanon"),
    ("F22", "headcount", 6, 1, "around 430 military servants"),
    ("F22", "personnel", 6, 1, "around 430 military servants"),
]
"""The place of each fact: the field of the proposal that has it (None: a record), paragraph, sentence and words."""

STATEMENTS = [
    *("decrees of Parliament", "rates the training of Kazakhstan's personnel highly", "ready to support sending more"),
    *("global security, and promotes the country's authority and role", "new risks to regional and national security"),
    *("practical experience against modern threats", "improve combat training and inform how the Armed Forces develop"),
    *("Secretariat is to determine which unit goes, and when", "legal framework is to be prepared for each operation"),
]
"""Words of F4, F10 to F14, F18 to F20 in the data."""


@pytest.mark.parametrize(("fact", "field", "paragraph", "sentence", "quote"), PLACES)
def test_each_fact_has_its_place(fact, field, paragraph, sentence, quote):
    """The article states each fact in a paragraph and a sentence, in at most eight words."""
    place = kz.Citation(kz.ARTICLE, paragraph, sentence, quote)
    if field is None:
        assert RECORDS[fact].citation == place
    elif field in dict(kz.PROPOSAL.citations):
        assert kz.PROPOSAL.cited(field) == place
    else:
        assert place in [statement.citation for statement in getattr(kz.PROPOSAL, field)]


def test_every_field_and_statement_has_a_place():
    """Nothing of the proposal is without its place in the article."""
    cited = dict(kz.PROPOSAL.citations)
    fields = {each.name for each in kz.PROPOSAL.__attrs_attrs__ if getattr(kz.PROPOSAL, each.name)}
    of_statements = {"background", "assessments", "reasons", "expected_benefits", "conditions"}
    assert set(cited) == fields - of_statements - {"citations", "contributor"}
    assert set(cited) | of_statements == {field for _, field, *_ in PLACES if field}
    for statement, words in zip(kz.PROPOSAL.statements, STATEMENTS, strict=True):
        assert words in statement.text


def test_the_source():
    """F1: Kazinform published it, dateline Nur-Sultan, on 30 June 2022, a Thursday."""
    assert (kz.ARTICLE.publisher, kz.ARTICLE.place, kz.ARTICLE.language) == ("Kazinform", "Nur-Sultan", "en")
    assert (str(kz.ARTICLE.date), f"{kz.ARTICLE.date.earliest:%A}") == ("2022-06-30", "Thursday")
    assert kz.ARTICLE.title == "Parliament backs President's proposal to send Kazakh military personnel to UN missions"
    assert kz.ARTICLE.address.startswith("https://en.inform.kz/news/parliament-backs-president-s-proposal")


def test_the_deployments():
    """F5 to F8: 45 officers in three missions and two roles since 2014, 520 since 2018; 6 and 9 are serving."""
    assert [str(record) for record in kz.DEPLOYMENTS] == [
        "45 officers (military observer, staff officer) served in MINURSO, UNOCI, UNIFIL, 2014/2022-06-30",
        "520 service members served in UNIFIL, 2018/2022-06-30",
        "6 service members serving in MINURSO, 2022-06-30",
        "9 service members serving in UNIFIL, 2022-06-30",
    ]
    assert {record.contributor for record in (*kz.DEPLOYMENTS, kz.PROPOSAL)} == {"KAZ"}


def test_the_proposal():
    """F2, F3, F9, F15 to F17, F22: who proposed what, for which missions, before whom, and what came of it."""
    proposal = kz.PROPOSAL
    assert str(proposal) == "≈430 service members proposed for MINUSCA, MONUSCO, MINUSMA, UNIFIL, 2022-06-30"
    assert proposal.proposer == "President of the Republic of Kazakhstan"  # by office: the article gives no name
    assert proposal.presenter == "Ruslan Zhaksylykov, Minister of Defence"
    assert (proposal.forum, proposal.place) == ("joint session of the chambers of Parliament", "Nur-Sultan")
    assert (proposal.outcome, proposal.decided) == (kz.Outcome.BACKED, kz.ARTICLE.date)
    assert proposal.expansion == (kz.MINUSCA, kz.MONUSCO, kz.MINUSMA)  # three missions, and four above
    assert proposal.individuals == (kz.Personnel.OFFICERS,)  # not staff officers: it does not say so here
    assert proposal.roles == (kz.Role.MILITARY_OBSERVER,)
    assert proposal.units == tuple(kz.Unit)


def test_the_basis():
    """F21: the proposal rests on subparagraph 5 of Article 53 of the Constitution, that of 30 August 1995."""
    basis = kz.CONSTITUTIONAL_BASIS
    assert kz.PROPOSAL.basis is basis
    assert str(basis) == "Constitution of the Republic of Kazakhstan of 1995-08-30, Art. 53(5)"
    assert "to use the Armed Forces to fulfil international obligations" in basis.empowers
    assert (basis.country, basis.citation) == ("KZ", kz.PROPOSAL.cited("basis"))


def test_what_the_article_does_not_say():
    """Its figures are not divided, approximate ones have no bounds, and a year is not its first day."""
    assert [record for record in kz.DEPLOYMENTS if kz.UNOCI in record.missions] == [kz.DEPLOYMENTS[0]]
    assert (kz.PROPOSAL.headcount.low, kz.PROPOSAL.headcount.high) == (None, None)
    assert kz.DEPLOYMENTS[0].period.start == kz.PartialDate(2014) != kz.PartialDate(2014, 1, 1)
    assert sum(int(record.headcount) for record in kz.DEPLOYMENTS) == 580  # which adds people who may be counted twice


def test_records_bring_their_missions_and_proposals():
    """The article's records bring its missions and proposal; others the missions that they name, and no proposal."""
    article = kz.Dataset(missions=kz.MISSIONS, deployments=kz.DEPLOYMENTS, proposals=kz.PROPOSAL)
    assert dataset_of() == dataset_of(list(kz.DEPLOYMENTS)) == dataset_of(article) == article
    assert (
        dataset_of(proposals=())
        == dataset_of(article, ())
        == kz.Dataset(missions=kz.MISSIONS, deployments=kz.DEPLOYMENTS)
    )
    mine = dataset_of(kz.DEPLOYMENTS[3])
    assert mine == kz.Dataset(missions=kz.UNIFIL, deployments=kz.DEPLOYMENTS[3])
    assert dataset_of(mine) == mine
    assert dataset_of(mine.deployments, kz.PROPOSAL).missions == (kz.UNIFIL, kz.MINUSCA, kz.MONUSCO, kz.MINUSMA)
    with pytest.raises(ValueError, match=r"^proposals: expected each to be a Proposal, got 430$"):
        dataset_of(proposals=430)
