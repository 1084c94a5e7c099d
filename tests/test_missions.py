"""The six missions as the United Nations describes them, and how to find one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kzpeace as kz
from kzpeace.missions import resolution

UNTSO = kz.Mission(
    acronym="UNTSO",
    name="United Nations Truce Supervision Organization",
    territories=["EG", "IL", "JO", "LB", "SY"],
)


@pytest.mark.parametrize(
    ("mission", "name", "territory", "established_by", "first_day", "last_day", "ended_by"),
    [
        (
            kz.MINURSO,
            "United Nations Mission for the Referendum in Western Sahara",
            "EH",
            ["S/RES/690 (1991)"],
            "1991-04-29",
            "None",
            "None",
        ),
        (
            kz.UNOCI,
            "United Nations Operation in Côte d'Ivoire",
            "CI",
            ["S/RES/1528 (2004)"],
            "2004-04-04",
            "2017-06-30",
            "S/RES/2284 (2016)",
        ),
        (
            kz.UNIFIL,
            "United Nations Interim Force in Lebanon",
            "LB",
            ["S/RES/425 (1978)", "S/RES/426 (1978)"],
            "1978-03-19",
            "2026-12-31",
            "S/RES/2790 (2025)",
        ),
        (
            kz.MINUSCA,
            "United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic",
            "CF",
            ["S/RES/2149 (2014)"],
            "2014-04-10",
            "None",
            "None",
        ),
        (
            kz.MONUSCO,
            "United Nations Organization Stabilization Mission in the Democratic Republic of the Congo",
            "CD",
            ["S/RES/1925 (2010)"],
            "2010-07-01",
            "None",
            "None",
        ),
        (
            kz.MINUSMA,
            "United Nations Multidimensional Integrated Stabilization Mission in Mali",
            "ML",
            ["S/RES/2100 (2013)"],
            "2013-04-25",
            "2023-06-30",
            "S/RES/2690 (2023)",
        ),
    ],
)
def test_a_mission_is_as_the_united_nations_describes_it(  # noqa: PLR0917 - a table
    mission, name, territory, established_by, first_day, last_day, ended_by
):
    """Each of the six has its official name, host territory, first and last day, and the resolutions that say so."""
    mandate = mission.mandate
    assert (mission.name, mission.territories) == (name, (territory,))
    assert list(map(str, mandate.established_by)) == established_by
    assert (str(mandate.first_day), str(mandate.last_day), str(mandate.ended_by)) == (first_day, last_day, ended_by)


def test_there_are_six_missions():
    """The three where people served come first, then those that the proposal adds."""
    assert kz.MISSIONS == (kz.MINURSO, kz.UNOCI, kz.UNIFIL, kz.MINUSCA, kz.MONUSCO, kz.MINUSMA)


def test_what_the_united_nations_says_is_not_cited_from_the_article():
    """Every mandate is cited from the Security Council, as a whole, at an address where the resolution is."""
    for mission in kz.MISSIONS:
        for citation in filter(None, [*mission.mandate.established_by, mission.mandate.ended_by]):
            assert citation.source.publisher == "United Nations Security Council"
            assert (citation.paragraph, citation.quote) == (None, None)
            assert citation.link.startswith("https://undocs.org/S/RES/")


def test_a_resolution_is_cited_as_a_document_of_the_security_council():
    """A resolution is cited by its symbol, year and address, in English."""
    citation = resolution(690, 1991)
    assert citation.reference == (
        "United Nations Security Council, “S/RES/690 (1991)”, 1991, https://undocs.org/S/RES/690(1991)"
    )
    assert citation.source.language == "en"


@pytest.mark.parametrize(
    ("text", "mission"),
    [
        ("UNIFIL", kz.UNIFIL),
        ("unifil", kz.UNIFIL),
        (" Minurso\n", kz.MINURSO),
        ("United Nations Interim Force in Lebanon", kz.UNIFIL),
        ("Lebanon", kz.UNIFIL),
        ("referendum", kz.MINURSO),
        ("Western  Sahara", kz.MINURSO),
        ("Congo", kz.MONUSCO),
        ("Côte d’Ivoire", kz.UNOCI),
        ("cote d'ivoire", kz.UNOCI),
        ("Co\u0302te d'Ivoire", kz.UNOCI),
        ("ML", kz.MINUSMA),
        ("cf", kz.MINUSCA),
        ("UN Interim Force in Lebanon", kz.UNIFIL),
        ("UN forces in Lebanon", kz.UNIFIL),
        ("the UN Stabilization Mission in the Democratic Republic of Congo", kz.MONUSCO),
    ],
)
def test_a_mission_is_found_by_what_a_person_calls_it(text, mission):
    """A mission goes by its acronym, its name, a part of it or its territory, whatever the capitals and accents."""
    assert kz.find_mission(text) is mission


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("unifill", "no mission goes by 'unifill'; did you mean UNIFIL?"),
        ("MINUSCO", "did you mean MONUSCO or MINUSCA"),
        ("Kosovo", "no mission goes by 'Kosovo'; there are MINURSO, UNOCI, UNIFIL, MINUSCA, MONUSCO, MINUSMA"),
        ("UN missions in Lebanon", "no mission goes by 'UN missions in Lebanon'; did you mean UNIFIL?"),
        ("ebanon", "no mission goes by 'ebanon'"),
        ("stabilization", "'stabilization' fits MINUSCA, MONUSCO, MINUSMA; give the acronym"),
        ("", "expected the acronym, name or territory code of a mission, got ''"),
        (5, "expected the acronym, name or territory code of a mission, got 5"),
        (None, "expected the acronym, name or territory code of a mission, got None"),
    ],
)
def test_an_unknown_mission_is_an_error_that_helps(text, advice):
    """What names no mission, or several, is an error that shows it and suggests the nearest or lists them."""
    with pytest.raises(kz.UnknownMissionError) as error:
        kz.find_mission(text)
    assert advice in str(error.value)
    assert isinstance(error.value, ValueError)


def test_at_most_three_missions_are_suggested():
    """Of many that look like what was asked for, three are suggested."""
    missions = [kz.Mission(acronym=f"UNMI{letter}", name=letter, territories="LB") for letter in "ABCDE"]
    with pytest.raises(kz.UnknownMissionError, match=r"; did you mean UNMIA or UNMIB or UNMIC\?$"):
        kz.find_mission("UNMIA UNMIB UNMIC UNMID", missions=missions)
    with pytest.raises(kz.UnknownMissionError, match=r"; did you mean UNMI. or UNMI. or UNMI.\?$"):
        kz.find_mission("UNMIX", missions)


def test_missions_are_looked_for_where_told():
    """A reader's own missions are found by the same means, and the article's six then are not."""
    assert kz.find_mission("truce", missions=[UNTSO]) is UNTSO
    assert kz.find_mission("SY", missions=iter([UNTSO])) is UNTSO
    with pytest.raises(kz.UnknownMissionError, match="there are UNTSO"):
        kz.find_mission("Mali", missions=[UNTSO])
    with pytest.raises(kz.UnknownMissionError, match="there are none to choose from"):
        kz.find_mission("Mali", missions=[])
    with pytest.raises(ValueError, match=r"^missions: expected each to be a Mission, got 'UNTSO'$"):
        kz.find_mission("Mali", missions=["UNTSO"])


def test_un_stands_for_united_nations_in_a_name():
    """A mission whose own name begins with UN is found by its name in full."""
    undof = kz.Mission(acronym="UNDOF", name="UN Disengagement Observer Force", territories="SY")
    assert kz.find_mission("United Nations Disengagement Observer Force", missions=[UNTSO, undof]) is undof


def test_a_territory_of_two_missions_is_not_guessed():
    """Where two missions share a territory, its code names neither."""
    with pytest.raises(kz.UnknownMissionError, match="'LB' fits UNIFIL, UNTSO; give the acronym"):
        kz.find_mission("LB", missions=[*kz.MISSIONS, UNTSO])


@given(st.text())
def test_whatever_the_text_it_names_one_of_the_missions_or_is_an_error(text):
    """Any text names a mission that was there to choose from, or is an UnknownMissionError."""
    try:
        assert kz.find_mission(text) in kz.MISSIONS
    except kz.UnknownMissionError as error:
        assert str(error).startswith("find_mission: ")  # noqa: PT017 - either outcome is right


@given(st.sampled_from(kz.MISSIONS), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_a_mission_is_found_by_its_own_acronym_and_name(mission, written):
    """Each mission is found by its acronym and by its whole name, however they are capitalised."""
    assert kz.find_mission(written(mission.acronym)) is mission
    assert kz.find_mission(written(mission.name)) is mission
