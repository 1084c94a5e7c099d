"""Every fact that the article states, read through the public names, and the ways to misread it.

Each test's docstring states the fact in our words; the few words that pin it to its place are the article's.
"""

import kzpeace as kz
from kzpeace.article import says


def stated(citation):
    """Where a fact is stated, and by which words: paragraph, sentence and quote."""
    assert citation.source is kz.ARTICLE
    return citation.paragraph, citation.sentence, citation.quote


def test_words_are_cited_from_the_article():
    """What the article says is cited from it, at its paragraph and sentence, by its words."""
    assert stated(says(2, 3, "twelve officers")) == (2, 3, "twelve officers")


def test_f1_the_source():
    """Kazinform published it, dateline Nur-Sultan, on 30 June 2022, a Thursday."""
    assert (kz.ARTICLE.publisher, kz.ARTICLE.place) == ("Kazinform", "Nur-Sultan")
    assert (str(kz.ARTICLE.date), f"{kz.ARTICLE.date.earliest:%A}") == ("2022-06-30", "Thursday")
    assert kz.ARTICLE.address.startswith("https://en.inform.kz/news/parliament-backs-president-s-proposal")
    assert kz.ARTICLE.title == "Parliament backs President's proposal to send Kazakh military personnel to UN missions"
    assert kz.ARTICLE.language == "en"
    assert stated(kz.PROPOSAL.cited("date")) == (1, 1, "in Nur-Sultan on Thursday")


def test_f2_the_outcome():
    """The deputies of Parliament backed the President's proposal."""
    assert kz.PROPOSAL.outcome is kz.Outcome.BACKED
    assert str(kz.PROPOSAL.decided) == "2022-06-30"
    assert kz.PROPOSAL.proposer == "President of the Republic of Kazakhstan"
    assert stated(kz.PROPOSAL.cited("outcome")) == (1, 1, "deputies of the Parliament backed")
    assert stated(kz.PROPOSAL.cited("decided")) == (1, 1, "deputies of the Parliament backed")


def test_f3_the_presentation():
    """The Minister of Defence, Ruslan Zhaksylykov, spoke at a joint session of the chambers in Nur-Sultan."""
    assert kz.PROPOSAL.presenter == "Ruslan Zhaksylykov, Minister of Defence"
    assert kz.PROPOSAL.forum == "joint session of the chambers of Parliament"
    assert kz.PROPOSAL.place == "Nur-Sultan"
    assert stated(kz.PROPOSAL.cited("forum")) == (1, 1, "at the joint meeting of the Parliament chambers")
    assert stated(kz.PROPOSAL.cited("place")) == (1, 1, "in Nur-Sultan on Thursday")


def test_f4_the_background():
    """Personnel have so far been sent under decrees of Parliament, to fulfil international obligations."""
    (background,) = kz.PROPOSAL.background
    assert "decrees of Parliament" in background.text
    assert "international obligations on peace and security" in background.text
    assert stated(background.citation) == (2, 1, "the decrees of the Parliament of Kazakhstan")


def test_f5_the_officers():
    """Since 2014, 45 officers have served in three missions, in two roles: one figure for all."""
    record = kz.DEPLOYMENTS[0]
    assert record.headcount == kz.Headcount.exactly(45)
    assert record.missions == (kz.MINURSO, kz.UNOCI, kz.UNIFIL)
    assert record.roles == (kz.Role.MILITARY_OBSERVER, kz.Role.STAFF_OFFICER)
    assert (record.personnel, record.status) == (kz.Personnel.OFFICERS, kz.Status.SERVED)
    assert str(record.period) == "2014/2022-06-30"
    assert stated(record.citation) == (2, 2, "Since 2014, 45 Kazakh officers")


def test_f6_the_service_members():
    """Since 2018, 520 service members have served in the UN force in Lebanon."""
    record = kz.DEPLOYMENTS[1]
    assert record.headcount == kz.Headcount.exactly(520)
    assert (record.missions, record.roles) == ((kz.UNIFIL,), ())
    assert (record.personnel, record.status) == (kz.Personnel.SERVICE_MEMBERS, kz.Status.SERVED)
    assert str(record.period) == "2018/2022-06-30"
    assert stated(record.citation) == (2, 3, "Since 2018, 520 Kazakhstani military servants")


def test_f7_serving_in_western_sahara():
    """Six are serving in the mission in Western Sahara."""
    record = kz.DEPLOYMENTS[2]
    assert (record.headcount, record.missions) == (kz.Headcount.exactly(6), (kz.MINURSO,))
    assert (record.status, str(record.period)) == (kz.Status.SERVING, "2022-06-30")
    assert stated(record.citation) == (2, 4, "Six and nine Kazakh militaries are serving")


def test_f8_serving_in_lebanon():
    """Nine are serving in the mission in Lebanon."""
    record = kz.DEPLOYMENTS[3]
    assert (record.headcount, record.missions) == (kz.Headcount.exactly(9), (kz.UNIFIL,))
    assert (record.status, str(record.period)) == (kz.Status.SERVING, "2022-06-30")
    assert stated(record.citation) == (2, 4, "Six and nine Kazakh militaries are serving")


def test_f9_the_reading_out():
    """The Minister read the President's proposal out."""
    assert "Minister of Defence" in kz.PROPOSAL.presenter
    assert stated(kz.PROPOSAL.cited("presenter")) == (2, 4, "read out the President’s proposal")


def test_f10_the_training():
    """The UN's leadership rates the training of Kazakhstan's personnel highly."""
    training = kz.PROPOSAL.assessments[0]
    assert "rates the training of Kazakhstan's personnel highly" in training.text
    assert stated(training.citation) == (3, 1, "highly evaluates the level of training")


def test_f11_the_support():
    """The UN's leadership is ready to support an increase in their number."""
    support = kz.PROPOSAL.assessments[1]
    assert "ready to support sending more" in support.text
    assert stated(support.citation) == (3, 1, "readiness to support an increase")
    assert len(kz.PROPOSAL.assessments) == 2


def test_f12_the_first_reason():
    """Taking part contributes to global security, and promotes the country's authority and role."""
    reason = kz.PROPOSAL.reasons[0]
    assert "global security" in reason.text
    assert "authority and role" in reason.text
    assert stated(reason.citation) == (4, 1, "contributes to the global security strengthening")


def test_f13_the_second_reason():
    """Security, regional and national, is at new risks, and to some of them the answer may have to be military."""
    reason = kz.PROPOSAL.reasons[1]
    assert "new risks to regional and national security" in reason.text
    assert stated(reason.citation) == (5, 1, "some of which may require a military response")


def test_f14_the_third_reason():
    """Combat skills are to be strengthened, and practical experience gained against modern threats."""
    reason = kz.PROPOSAL.reasons[2]
    assert "combat skills" in reason.text
    assert "modern threats" in reason.text
    assert stated(reason.citation) == (5, 2, "getting practical experience in countering modern threats")
    assert len(kz.PROPOSAL.reasons) == 3


def test_f15_the_expansion():
    """Engagement should expand in the missions in three countries."""
    assert kz.PROPOSAL.expansion == (kz.MINUSCA, kz.MONUSCO, kz.MINUSMA)
    assert [mission.territories for mission in kz.PROPOSAL.expansion] == [("CF",), ("CD",), ("ML",)]
    assert stated(kz.PROPOSAL.cited("expansion")) == (5, 3, "expedient to expand the engagement")


def test_f16_the_individuals():
    """Offered as individuals are officers, of whatever role, and military observers."""
    assert kz.PROPOSAL.individuals == (kz.Personnel.OFFICERS,)
    assert kz.PROPOSAL.roles == (kz.Role.MILITARY_OBSERVER,)
    assert stated(kz.PROPOSAL.cited("individuals")) == (5, 4, "as officers and military observers")
    assert stated(kz.PROPOSAL.cited("roles")) == (5, 4, "as officers and military observers")


def test_f17_the_units():
    """Offered as units are infantry, medical, reconnaissance, engineers and military police."""
    assert kz.PROPOSAL.units == tuple(kz.Unit)
    assert [unit.value for unit in kz.PROPOSAL.units] == [
        "infantry",
        "medical",
        "reconnaissance",
        "engineer",
        "military police",
    ]
    assert stated(kz.PROPOSAL.cited("units")) == (
        5,
        5,
        "infantry squads, medical troops, reconnaissance, engineer, and military",
    )


def test_f18_the_expected_benefit():
    """The experience will improve combat training and inform how the Armed Forces develop."""
    (benefit,) = kz.PROPOSAL.expected_benefits
    assert "combat training" in benefit.text
    assert "how the Armed Forces develop" in benefit.text
    assert stated(benefit.citation) == (5, 6, "improvement of combat training")


def test_f19_the_first_condition():
    """The UN Secretariat determines the specific unit and the timing."""
    condition = kz.PROPOSAL.conditions[0]
    assert condition.text == "The UN Secretariat is to determine which unit goes, and when."
    assert stated(condition.citation) == (5, 7, "timing of deployment will be determined")


def test_f20_the_second_condition():
    """A legal framework is prepared for each operation."""
    condition = kz.PROPOSAL.conditions[1]
    assert condition.text == "A legal framework is to be prepared for each operation."
    assert stated(condition.citation) == (5, 8, "regulatory-legal framework will be prepared")
    assert len(kz.PROPOSAL.conditions) == 2


def test_f21_the_basis():
    """The proposal rests on subparagraph 5 of Article 53 of the Constitution, that of 30 August 1995."""
    basis = kz.CONSTITUTIONAL_BASIS
    assert kz.PROPOSAL.basis is basis
    assert (basis.country, basis.article, basis.subparagraph, str(basis.adopted)) == ("KZ", 53, 5, "1995-08-30")
    assert str(basis) == "Constitution of the Republic of Kazakhstan of 1995-08-30, Art. 53(5)"
    assert "to use the Armed Forces to fulfil international obligations" in basis.empowers
    assert stated(basis.citation) == (6, 1, "subparagraph 5 of Article 53")
    assert kz.PROPOSAL.cited("basis") == basis.citation


def test_f22_the_number_proposed():
    """Proposed are around 430 service members, for four missions."""
    assert kz.PROPOSAL.headcount == kz.Headcount.around(430)
    assert kz.PROPOSAL.personnel is kz.Personnel.SERVICE_MEMBERS
    assert kz.PROPOSAL.missions == (kz.MINUSCA, kz.MONUSCO, kz.MINUSMA, kz.UNIFIL)
    for field in ("headcount", "personnel", "missions"):
        quote = "and to the UN Interim Force in Lebanon" if field == "missions" else "around 430 military servants"
        assert stated(kz.PROPOSAL.cited(field)) == (6, 1, quote)


def test_every_statement_and_stated_field_has_a_place():
    """Whatever of the article's is in the data says where the article states it, in at most eight words."""
    for name, citation in kz.PROPOSAL.citations:
        assert getattr(kz.PROPOSAL, name)
        assert stated(citation)[2]
    uncited = {"background", "assessments", "reasons", "expected_benefits", "conditions", "citations"}
    fields = {each.name for each in kz.PROPOSAL.__attrs_attrs__}
    assert fields - uncited == set(dict(kz.PROPOSAL.citations))


def test_what_the_article_does_not_mention_is_not_zero():
    """Of who served in the Central African Republic the article says nothing, which is no number."""
    total = kz.total_served("MINUSCA")
    assert str(total) == "not reported"
    assert total.high is None
    assert "MINUSCA" not in kz.totals_by_mission()


def test_the_figures_do_not_add_up_to_a_number_of_people():
    """The sum of all figures, 580, is more than the most that have served."""
    assert sum(record.headcount.figure for record in kz.DEPLOYMENTS) == 580
    assert kz.total_served().high < 580


def test_the_officers_are_not_divided_among_their_missions():
    """One record alone is of the 45, and of Côte d'Ivoire only one of them is known and all may be."""
    assert [record for record in kz.DEPLOYMENTS if kz.UNOCI in record.missions] == [kz.DEPLOYMENTS[0]]
    assert str(kz.total_served(kz.UNOCI)) == "1–45"


def test_the_number_proposed_is_neither_exact_nor_deployed_nor_divided():
    """The 430 are approximate, without bounds, no record of who served, and one figure for four missions."""
    assert str(kz.PROPOSAL.headcount) == "≈430"
    assert (kz.PROPOSAL.headcount.low, kz.PROPOSAL.headcount.high) == (None, None)
    assert kz.PROPOSAL.headcount not in [record.headcount for record in kz.DEPLOYMENTS]


def test_three_missions_for_expansion_and_four_for_the_proposal():
    """Lebanon is among the missions proposed, and not among those where engagement should expand."""
    assert set(kz.PROPOSAL.missions) - set(kz.PROPOSAL.expansion) == {kz.UNIFIL}


def test_only_the_presentation_has_a_date():
    """What is dated is the presentation to Parliament, and no event is of a submission."""
    assert [event.kind.value for event in kz.timeline() if event.subject is kz.PROPOSAL] == ["proposed", "decided"]
    assert kz.PROPOSAL.date == kz.ARTICLE.date


def test_since_a_year_is_not_since_its_first_day():
    """The 45 served since 2014, and the 520 since 2018, whatever the day."""
    starts = [record.period.start for record in kz.DEPLOYMENTS[:2]]
    assert starts == [kz.PartialDate(2014), kz.PartialDate(2018)]
    assert starts[0] != kz.PartialDate(2014, 1, 1)


def test_the_president_is_named_by_office_alone():
    """No name is put in the article's mouth: it writes of the President by office."""
    assert kz.PROPOSAL.proposer == "President of the Republic of Kazakhstan"
    assert "Tokayev" not in repr(kz.PROPOSAL)


def test_officers_offered_are_not_called_staff_officers():
    """The article does not say which role the officers on offer would have."""
    assert kz.Role.STAFF_OFFICER not in kz.PROPOSAL.roles
