"""The missions as the United Nations describes them, and how to find one."""

import pytest

import kzpeace as kz
from kzpeace.missions import KNOWN_MISSIONS

MISSION_OF = {mission.acronym: mission for mission in KNOWN_MISSIONS}


FACTS = """
MINURSO|Mission for the Referendum in Western Sahara|EH|690 (1991)|1991-04-29
UNOCI|Operation in Côte d'Ivoire|CI|1528 (2004), 2284 (2016)|2004-04-04 2017-06-30
UNIFIL|Interim Force in Lebanon|LB|425 (1978), 426 (1978), 2790 (2025)|1978-03-19 2026-12-31
MINUSCA|Multidimensional Integrated Stabilization Mission in the Central African Republic|CF|2149 (2014)|2014-04-10
MONUSCO|Organization Stabilization Mission in the Democratic Republic of the Congo|CD|1925 (2010)|2010-07-01
MINUSMA|Multidimensional Integrated Stabilization Mission in Mali|ML|2100 (2013), 2690 (2023)|2013-04-25 2023-06-30
UNDOF|Disengagement Observer Force|SY|350 (1974)|1974-05-31
UNTSO|Truce Supervision Organization|EG IL JO LB SY|50 (1948)|1948-05-29
UNMISS|Mission in the Republic of South Sudan|SS|1996 (2011)|2011-07-09
UNISFA|Interim Security Force for Abyei|SD SS|1990 (2011)|2011-06-27
"""


@pytest.mark.parametrize("facts", FACTS.strip().splitlines())
def test_a_mission_is_as_the_united_nations_describes_it(facts):
    """Each has its official name, territories and days, and the resolutions of the Security Council that say so."""
    acronym, name, territories, resolutions, days = facts.split("|")
    mission = MISSION_OF[acronym]
    mandate = mission.mandate
    cited = [*mandate.established_by, *filter(None, [mandate.ended_by])]
    assert (mission.name, " ".join(mission.territories)) == (f"United Nations {name}", territories)
    assert ", ".join(str(citation).removeprefix("S/RES/") for citation in cited) == resolutions
    assert " ".join(map(str, filter(None, [mandate.first_day, mandate.last_day]))) == days
    for citation in cited:
        assert citation.source.publisher == "United Nations Security Council"
        assert citation.link == f"https://undocs.org/{citation.source.title.replace(' ', '')}"


def test_the_article_speaks_of_six_missions():
    """The article's six are those where people served, then those that the proposal adds; four more are known."""
    assert list(kz.MISSIONS) == [kz.MINURSO, kz.UNOCI, kz.UNIFIL, kz.MINUSCA, kz.MONUSCO, kz.MINUSMA]
    assert list(map(str, KNOWN_MISSIONS[6:])) == ["UNDOF", "UNTSO", "UNMISS", "UNISFA"]


WAYS = {
    "MINURSO": """Minurso; MINURSO (Western Sahara); W. Sahara; EH; ESH; UN Mission for the Referendum in W. Sahara;
        referendum; МООНРЗС; Батыс Сахара; Западная Сахара""",
    "UNOCI": """Côte d’Ivoire; cote d ivoire; Co\u0302te d'Ivoire; Cote dIvoire; Ivory Coast; Republic of Côte d'Ivoire;
        UNOCI_CIV; Кот-д'Ивуар""",
    "UNIFIL": """ unifil\n; UNIFIL - Lebanon; Lebanon (UNIFIL); U.N. Interim Force in Lebanon; UN mission in Lebanon;
        UN forces in Lebanon; UNIFIL / LB; LB; lbn; U.N.I.F.I.L.; ВСООНЛ; ВСООНЛ (UNIFIL); Ливан; Миссия ООН, Ливан""",
    "MINUSCA": """CAR; C.A.R.; Central African Rep.; UN mission in the Central African Republic; CF; CAF; МИНУСКА;
        Центрально-Африканская Республика; Орталық Африка Республикасы""",
    "MONUSCO": """DRC; DR Congo; D.R. Congo; Congo-Kinshasa; Congo, Dem. Rep.; Congo (the Democratic Republic of the);
        UN Stabilization Mission in the Democratic Republic of Congo; COD; ДР Конго""",
    "MINUSMA": "Mali; Republic of Mali; ML; UN peacekeepers in Mali; МИНУСМА",
    "UNDOF": "undof; Golan Heights; UN Disengagement Observer Force; UNDOF (Syria)",
    "UNTSO": "UNTSO (Lebanon); truce; UN Truce Supervision Organisation in Jordan; Egypt; ISR",
    "UNMISS": "UN Mission in South Sudan; UNMISS, South Sudan",
    "UNISFA": "Abyei; UN Interim Security Force for Abyei (UNISFA); Sudan",
}


@pytest.mark.parametrize(("acronym", "text"), [(key, text) for key, ways in WAYS.items() for text in ways.split(";")])
def test_a_mission_is_found_as_people_and_data_sets_write_it(acronym, text):
    """A mission goes by any of its names, several side by side, with words beside them that say nothing else."""
    assert kz.find_mission(text) is MISSION_OF[acronym]


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("another country", "Republic of the Congo; Congo-Brazzaville; Миссия в Республике Конго; Somalia; Malawi; CG"),
        ("words that say nothing", "of the; a; Mission; force; UN; United Nations peacekeeping mission; observer"),
        ("part of a name", "West; Western; African; Central; Republic; South; Central Africa; stabilization"),
        ("two missions", "Mali and Lebanon; the Congo and Mali"),
        ("neither a name nor a code", "e.g.; 422; -; ?; Kosovo"),
    ],
)
def test_what_names_no_mission_is_refused(kind, texts):
    """What is not a mission's name is refused and nothing is suggested for it: the known missions are listed."""
    for text in texts.split("; "):
        with pytest.raises(kz.UnknownMissionError) as error:
            kz.find_mission(text)
        listed = ", ".join(MISSION_OF)
        assert str(error.value) == f"find_mission: no mission fits {text!r}; there are {listed}", kind


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Congo", "no mission fits 'Congo'; did you mean MONUSCO?"),
        ("UN mission in the Congo", "did you mean MONUSCO?"),
        ("unifill", "no mission fits 'unifill'; did you mean UNIFIL?"),
        ("UNIFILL (Lebanon)", "did you mean UNIFIL?"),
        ("MINUSCO", "did you mean MONUSCO or MINUSCA or MINURSO?"),
        ("ebanon", "did you mean UNIFIL?"),
        ("MINURSO (Lebanon)", "did you mean MINURSO?"),
        ("MINUSMA and UNIFIL", "did you mean MINUSMA or UNIFIL?"),
        ("Syria", "'Syria' fits UNDOF, UNTSO; give the acronym"),
        ("SS", "'SS' fits UNMISS, UNISFA; give the acronym"),
        ("", "expected the acronym, name or territory of a mission, got ''"),
        ("x" * 301, "expected the acronym, name or territory of a mission, got 'xxx"),
        (None, "expected the acronym, name or territory of a mission, got None"),
    ],
)
def test_an_unknown_mission_is_an_error_that_helps(text, advice):
    """Text that fits no mission, or several, is an error that shows it and suggests what is meant or lists them."""
    with pytest.raises(kz.UnknownMissionError) as error:
        kz.find_mission(text)
    assert advice in str(error.value)
    assert isinstance(error.value, ValueError)


@pytest.mark.parametrize("locale", ["en", "ru", "kk"])
@pytest.mark.parametrize("mission", KNOWN_MISSIONS, ids=str)
def test_whatever_our_own_catalogues_print_is_found(mission, locale):
    """The acronym and name that a description begins with find the mission again, together and each by itself."""
    heading = kz.describe(mission, locale).splitlines()[0]
    for text in (heading, *heading.split(": ")):
        assert kz.find_mission(text) is mission


def test_a_reader_can_look_among_missions_of_their_own():
    """A reader's own missions are found by the same means, and others are not; a shared territory is ambiguous."""
    untso, own = MISSION_OF["UNTSO"], kz.Mission(acronym="A", name="UN Office in Sierra Leone", territories="SL")
    assert kz.find_mission("Sierra Leone", missions=iter([untso, own])) is own
    assert kz.find_mission("a", missions=own) is own
    assert kz.find_mission("united nations office in sierra leone", missions=own) is own
    unamid = kz.Mission(acronym="UNAMID")
    assert kz.find_mission("UN mission UNAMID", missions=unamid) is unamid
    with pytest.raises(kz.UnknownMissionError, match="there are UNTSO"):
        kz.find_mission("Mali", missions=untso)
    with pytest.raises(kz.UnknownMissionError, match="there are none to choose from"):
        kz.find_mission("the", missions=[])
    with pytest.raises(kz.UnknownMissionError, match="'LB' fits UNIFIL, UNTSO; give the acronym"):
        kz.find_mission("LB", missions=[kz.UNIFIL, untso])
    with pytest.raises(ValueError, match=r"^missions: expected each to be a Mission, got 'UNTSO'$"):
        kz.find_mission("Mali", missions=["UNTSO"])


def test_a_question_finds_the_records_own_missions_first():
    """Text in a question names the mission of the records if they have one of that acronym, or else a known one."""
    own = kz.Mission(acronym="MINUSMA")
    record = kz.Deployment(headcount=3, missions=own, status=kz.Status.SERVED, period="2023")
    for text in ("minusma", "Mali"):
        assert kz.timeline(text, records=record)[0].missions == (own,)
    assert not kz.timeline("Golan Heights")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ([], "missions: expected at least one, got none; leave the argument out to ask about all"),
        (kz.DEPLOYMENTS, r"missions: expected missions, or text that names them, got .*; records go into records="),
        (kz.Dataset(), r"missions: expected missions, or text that names them, got .*; records go into records="),
        ([kz.UNIFIL, 5], "missions: expected missions, or text that names them, got 5"),
    ],
)
def test_what_is_not_a_mission_is_refused_in_a_question(asked, message):
    """Records given as missions, nothing, and anything else are errors that say what to do."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        kz.timeline(asked)
