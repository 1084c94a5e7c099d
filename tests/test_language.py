"""Objects in words, in English, Russian and Kazakh."""

import re
import shutil
from html import unescape
from itertools import chain, product

import catalogues
import pytest
from babel import Locale

import kzpeace as kz
from kzpeace import phrases
from kzpeace._html import HtmlMixin
from kzpeace.language import brief, describe

LANGUAGES = ("en", *catalogues.languages())
SERVED, SERVING = kz.Status
OFFICERS, MEMBERS, UNIFORMED = kz.Personnel
THE_45, THE_520, THE_6, THE_9 = kz.DEPLOYMENTS
BARE = kz.Mission(acronym="XYZ")
UNTSO = kz.Mission(acronym="UNTSO", name="A mission", territories=["EG", "LB", "CD"])
UNTSO_LATER = kz.Mandate(established_by=kz.UNIFIL.mandate.established_by, first_day="9000-01", last_day="9001")
TO_COME = kz.Mission(acronym="UNTSO", mandate=UNTSO_LATER)


def plain(text):
    """Return the text with one kind of space."""
    return re.sub(r"[\u00a0\u202f]", " ", text)


def deployment(headcount=9, missions=kz.UNIFIL, status=SERVING, period="2022-06-30", **details):
    """Return a record of the reader's own."""
    return kz.Deployment(headcount=headcount, missions=missions, status=status, period=period, **details)


def total(low, high, status=SERVED, missions=kz.UNIFIL, *, low_records=(), high_records=(), **question):
    """Return an answer, with the records it rests on."""
    given = {"during": kz.Period, "on": kz.PartialDate, "period": kz.Period, "reported_by": kz.PartialDate}
    question = {name: given[name].parse(value) if name in given else value for name, value in question.items()}
    records = {"low_records": tuple(low_records), "high_records": high_records, "reported_by": kz.ARTICLE.date}
    return kz.Total(low=low, high=high, status=status, missions=missions, **records | question)


BOTH = {"low_records": (THE_45, THE_520), "high_records": (THE_45, THE_520)}
THE_ARTICLES = {"missions": (kz.MINURSO, kz.UNOCI, kz.UNIFIL), "period": "2014/2022-06-30", **BOTH}
ARTICLE_SERVED = total(520, 565, **THE_ARTICLES, assumes_serving_included=True)
ARTICLE_OFFICERS = total(45, 565, **THE_ARTICLES | {"low_records": (THE_45,)}, personnel=OFFICERS)
PARTLY_REPORTED = total(
    *(7, None, SERVING, (kz.MINURSO, kz.UNIFIL)),
    low_records=(deployment(7),),
    unreported=((kz.MINURSO, kz.PartialDate(2022, 6, 30)), (kz.MINUSCA, None)),
    period="2022-12-31",
)
HEADCOUNTS = [
    *(getattr(kz.Headcount, make)(n) for n in (0, 1, 2, 5, 21, 1520) for make in ("exactly", "around")),
    *(kz.Headcount.at_most(45), kz.Headcount.at_least(6), kz.Headcount.more_than(600), kz.Headcount.fewer_than(600)),
    *(kz.Headcount.between(520, 565), kz.Headcount.between(0, 1)),
]
RECORDS = [
    deployment(headcount, missions, status, personnel=who, contributor=code, roles=kz.Role if who is UNIFORMED else ())
    for headcount, status in product(HEADCOUNTS, kz.Status)
    for who, code, missions in ((OFFICERS, "KAZ", ()), (MEMBERS, "FRA", BARE), (UNIFORMED, "COD", (BARE, kz.UNIFIL)))
]
PERIODS = ["2014", "2022-06", "2014/2022-06-30", "2014-03/2016", "2018/..", "2022-06/..", "../2018", "../2022-06-30"]
BASES = [
    kz.ConstitutionalBasis(country="KZ", constitution=title, adopted=adopted, article=7, subparagraph=subparagraph)
    for title in ("Constitution of the Republic of Kazakhstan", "Republic of Kazakhstan")
    for adopted, subparagraph in (("1995-08", None), ("1995", 2))
]
TOTALS = [
    *(ARTICLE_SERVED, ARTICLE_OFFICERS, PARTLY_REPORTED, kz.total_served(), kz.total_serving()),
    total(0, 45, **BOTH, during="2014/2017", roles=(kz.Role.POLICE,)),
    total(10**11, 2 * 10**11, missions=(), **BOTH),  # more than a headcount may be
    *(total(0, None, status, personnel=who, on="2021") for status in kz.Status for who in (None, *kz.Personnel)),
    total(6, 6, SERVING, low_records=(THE_6, THE_45), high_records=(THE_6,), assumes_serving_included=True),
    total(5, 9, low_records=(THE_45,), high_records=tuple(RECORDS[:2]), roles=tuple(kz.Role)[1:]),
]
MISSION_TOTALS = kz.MissionTotals(served=ARTICLE_SERVED, serving=PARTLY_REPORTED)
BY_SOURCE = kz.TotalsBySource((("Kazinform", MISSION_TOTALS), ("no source", MISSION_TOTALS)))
THINGS = [
    *(*kz.MISSIONS, BARE, UNTSO, TO_COME, UNTSO_LATER, kz.DEPLOYMENTS, *RECORDS, *HEADCOUNTS, *TOTALS, TOTALS),
    *(kz.PROPOSAL, kz.CONSTITUTIONAL_BASIS, *BASES, *kz.PROPOSAL.statements, kz.ARTICLE, ()),
    kz.Proposal(date="2023", missions=kz.MINUSMA, headcount=21, contributor="FRA", units=kz.Unit.MEDICAL),
    kz.Proposal(date="2023-02", missions=kz.MINUSMA, headcount=1, units=tuple(kz.Unit)[:3], individuals=kz.Personnel),
    *(kz.PartialDate.parse(text) for text in ("2014", "2022-06", "2022-06-30")),
    *(kz.Period.parse(text) for text in PERIODS),
    *(kz.totals_by_mission(), kz.totals_by_mission()["UNOCI"], BY_SOURCE),
    *chain(kz.Role, kz.Personnel, kz.Status, kz.Unit, kz.Outcome, kz.EventKind, kz.Precision),
    *(THE_45.citation, kz.Citation(kz.ARTICLE, 1), *kz.UNIFIL.mandate.established_by),
    *(kz.timeline(mandates=True), *kz.timeline(), kz.timeline(records=[], proposals=[])),
    kz.timeline(records=[deployment(missions=TO_COME), deployment(5, ())], proposals=[], mandates=True),
    *(kz.verify("Since 2014, 45 Kazakh officers, around 430 military servants, around 430 military servants"),),
    *(kz.Dataset(missions=kz.MISSIONS, deployments=kz.DEPLOYMENTS, proposals=[kz.PROPOSAL]), kz.Dataset()),
]


def words_of_ours(text):
    """Return the text less what is Latin in every language: addresses, titles and quotes, symbols, acronyms."""
    acronyms = (*(mission.acronym for mission in kz.KNOWN_MISSIONS), "XYZ", "A mission")
    for latin in (r"https?://\S+", r"[«“][^»”]*[»”]", kz.ARTICLE.title, THE_45.citation.quote, r"S/RES/\d+", *acronyms):
        text = re.sub(latin, "", text)
    return text


@pytest.mark.parametrize("locale", LANGUAGES)
def test_everything_is_said_in_every_language(locale):
    """No object is without words and a table, no placeholder unfilled, and no English left over in other languages."""
    for thing in THINGS:
        texts = [describe(thing, locale)]
        if isinstance(thing, HtmlMixin):
            texts.append(re.sub("<[^>]+>", "\n", unescape(kz.to_html(thing, locale))).strip())
        for text in texts:
            assert text.strip() == text != ""
            assert not re.search(r"[{}]|  | [,.;:)]|None", text)
            assert locale == "en" or not re.findall("[A-Za-z]+", words_of_ours(text))
            if locale == "ru":
                assert not re.search(r"\d [а-яё]{3}| – |\d г\.", text)  # held together, and em dashes


SENTENCES = [
    # an answer, and its sentence in British English, Russian and Kazakh
    (
        ARTICLE_SERVED,
        """Between 520 and 565 people from Kazakhstan have served in MINURSO, UNOCI and UNIFIL from 2014 to 30 June 2022
        (Kazinform, 30 June 2022), assuming that those serving on 30 June 2022 are included.""",
        """В миссиях МООНРЗС (MINURSO), ОООНКИ (UNOCI) и ВСООНЛ (UNIFIL) с 2014 года по 30 июня 2022 года приняло
        участие от 520 до 565 человек из Казахстана (Казинформ, 30 июня 2022 г.), считая тех, кто проходит службу
        30 июня 2022 года.""",
        """MINURSO, UNOCI және UNIFIL миссияларына 2014 ж. – 2022 ж. 30 маусым аралығында Қазақстаннан 520–565 адам
        қатысты (ҚазАқпарат, 2022 ж. 30 маусым), 2022 жылғы 30 маусым күні қызмет атқарып жүргендерді қоса есептегенде.
        """,
    ),
    (  # how many of the 520 were officers makes the range too wide to lead with
        total(
            45, 565, missions=(), **BOTH | {"low_records": (THE_45,)}, personnel=OFFICERS, assumes_serving_included=True
        ),
        """At least 45 officers from Kazakhstan have served in UN missions from 2014 to 30 June 2022 (Kazinform, 30 June
        2022); how many of the 520 service members were officers is not reported.""",
        """В миссиях ООН с 2014 года по 30 июня 2022 года приняло участие не менее 45 офицеров из Казахстана (Казинформ,
        30 июня 2022 г.); сколько офицеров было среди 520 военнослужащих, не сообщается.""",
        """БҰҰ миссияларына 2014 ж. – 2022 ж. 30 маусым аралығында Қазақстаннан кемінде 45 офицер қатысты (ҚазАқпарат,
        2022 ж. 30 маусым); 520 әскери қызметші арасында қанша офицер болғаны туралы дерек жоқ.""",
    ),
    (
        total(0, None, personnel=OFFICERS, during="1990"),
        "How many officers from Kazakhstan served in UNIFIL in 1990 is not reported.",
        "Нет данных о том, сколько офицеров из Казахстана приняло участие в миссии ВСООНЛ (UNIFIL) в 1990 году.",
        "UNIFIL миссиясына 1990 жылы Қазақстаннан қанша офицер қатысқаны туралы дерек жоқ.",
    ),
    (  # what is cited says nothing of the days after its report
        total(520, None, period="2014/2023-12-31", low_records=(THE_520,), during="2018/2024"),
        "At least 520 people from Kazakhstan served in UNIFIL from 2018 to 30 June 2022 (Kazinform, 30 June 2022).",
        """В миссии ВСООНЛ (UNIFIL) с 2018 года по 30 июня 2022 года приняло участие не менее 520 человек из Казахстана
        (Казинформ, 30 июня 2022 г.).""",
        """UNIFIL миссиясына 2018 ж. – 2022 ж. 30 маусым аралығында Қазақстаннан кемінде 520 адам қатысты (ҚазАқпарат,
        2022 ж. 30 маусым).""",
    ),
    (  # one person has one role, and those who do not serve are no reason
        total(1, 1, SERVING, period="2022-06-30", roles=tuple(kz.Role)[:2], low_records=(deployment(0), deployment(1))),
        "1 person from Kazakhstan was serving as a military observer or a staff officer in UNIFIL as of 30 June 2022.",
        """В миссии ВСООНЛ (UNIFIL) по состоянию на 30 июня 2022 года проходит службу 1 человек из Казахстана в качестве
        военного наблюдателя или штабного офицера.""",
        """UNIFIL миссиясында 2022 жылғы 30 маусым күнгі жағдай бойынша әскери бақылаушы не штабтық офицер ретінде
        Қазақстаннан 1 адам қызмет атқаруда.""",
    ),
]


@pytest.mark.parametrize(("answer", "english", "russian", "kazakh"), SENTENCES)
def test_a_total_begins_with_a_sentence_to_quote(answer, english, russian, kazakh):
    """Country, missions, roles, period, answer, source and assumption are in one sentence; then comes a blank line."""
    sentences = [" ".join(describe(answer, locale).split("\n\n")[0].split()) for locale in ("en_GB", "ru", "kk")]
    assert sentences == [" ".join(text.split()) for text in (english, russian, kazakh)]
    assert [plain(describe([answer], locale)) for locale in ("en_GB", "ru", "kk")] == sentences


def test_a_range_leads_where_its_low_rests_on_the_same_record():
    """How many of the 520 were troops is not reported either, but that all but 45 were is known: more than the low."""
    troops = total(475, 520, roles=(kz.Role.TROOPS,), during="2018/..", **BOTH)
    assert describe(troops).startswith("Between 475 and 520 people from Kazakhstan have served as troops in UNIFIL")


def test_the_reasons_name_the_records_and_their_sources():
    """Below the sentence stand the records of each bound; where the bounds are equal, once."""
    low, the_45, high, again, the_520, *_, reports = describe(ARTICLE_OFFICERS, "en_GB").splitlines()[2:]
    assert (low, high, reports) == ("At least 45, because:", "At most 565, because:", "By reports up to 30 June 2022")
    assert the_45 == again
    in_words = "520 service members have served in UNIFIL from 2018 to 30 June 2022"
    assert the_520 == f"– {in_words} (Kazinform, paragraph 2, sentence 3)"
    serving = describe(kz.total_serving(), "en_GB").split("\n\n")[1].splitlines()
    assert serving[0] == "15, because:"
    assert [line[:4] for line in serving].count("– 6 ") == 1
    many = describe(total(9, None, low_records=[deployment(number, BARE) for number in range(20)])).splitlines()
    assert [line for line in many if line.startswith("–")][12:] == ["– and 7 more"]  # of nobody there is none


def test_the_assumption_names_the_day_of_the_snapshots_or_none():
    """Where records of other dates may bear on the answer, no day is named rather than a wrong one."""
    later = total(520, 565, **THE_ARTICLES | {"reported_by": "2023"}, assumes_serving_included=True)
    assert "assuming that those serving are included" in describe(later)


NOTES = [
    # an answer, and how the lines begin that say why its bounds hold
    (kz.total_served("UNOCI"), ["Somebody served in each mission and role that a record names."]),
    (kz.total_serving(), ["They were serving in different missions or roles", "Together these cover all that"]),
    (total(475, 520, low_records=(THE_45, THE_520)), ["As many as may have served only in other missions, roles or"]),
    (total(6, 30, low_records=(THE_9,), high_records=(THE_45, THE_9)), ["Those serving in other missions or roles on"]),
    (total(6, 6, SERVING, low_records=(THE_9,), assumes_serving_included=True), ["Assumed: those serving are counted"]),
    (total(5, None, low_records=(THE_9,)), ["No upper bound is known."]),
    (PARTLY_REPORTED, ["No upper", "MINURSO: not reported; last reported for June 30", "MINUSCA: not reported"]),
]


def test_why_the_bounds_are_what_they_are():
    """Where the figures of its records alone do not show a bound, a total says why it holds, and what is missing."""
    for answer, notes in NOTES:
        lines = [line for line in describe(answer).splitlines()[2:-1] if line[0] != "–" and "because:" not in line]
        assert [line[: len(note)] for line, note in zip(lines, notes, strict=True)] == notes


def test_totals_in_a_line_each():
    """By mission with a warning, by source each by itself, and a series of totals one below the other."""
    by_mission = describe(kz.totals_by_mission()).splitlines()
    assert by_mission[0] == "Mission by mission; the same people may have served in several, so these do not add up:"
    assert by_mission[3].endswith("have served – between 520 and 565 people; were serving – 9 people (June 30, 2022)")
    assert plain(describe(BY_SOURCE, "ru")).splitlines()[1:] == [
        f"{name}: приняло участие — от 520 до 565 человек; проходит службу — не менее 7 человек (31 декабря 2022 г.)"
        for name in ("Казинформ", "без источника")
    ]
    assert describe([kz.total_serving()] * 3).count("\n") == 2
    assert describe(()) == "not reported"


COUNTS = [
    ("exactly", OFFICERS, SERVED, "принял участие 1 офицер, приняли участие 2 офицера, приняли участие 25 офицеров"),
    ("around", OFFICERS, SERVED, "приняло участие около 21 офицера, приняло участие около 22 офицеров"),
    ("exactly", MEMBERS, SERVING, "проходит службу 21 военнослужащий, проходят службу 22 военнослужащих"),
    ("at_most", MEMBERS, SERVING, "проходит службу не более 22 военнослужащих"),
]


@pytest.mark.parametrize(("make", "who", "status", "russian"), COUNTS)
def test_russian_counts(make, who, status, russian):
    """Noun and verb agree with the number; the verb is singular after around and at most."""
    headcounts = [getattr(kz.Headcount, make)(int(number)) for number in re.findall(r"\d+", russian)]
    said = [plain(describe(deployment(each, (), status, personnel=who), "ru")) for each in headcounts]
    assert ", ".join(text.removesuffix(" из Казахстана.").partition(" 2022 года ")[2] for text in said) == russian


RENDERINGS = [
    # a thing, and its words in British English, Russian and Kazakh
    (kz.Headcount.exactly(12345), "12,345 people", "12 345 человек", "12 345 адам"),
    (kz.Headcount.at_most(1), "at most 1 person", "не более 1 человека", "көп дегенде 1 адам"),
    (kz.Headcount.more_than(600), "more than 600 people", "более 600 человек", "600 адамнан астам"),
    (kz.Headcount.fewer_than(21), "fewer than 21 people", "менее 21 человека", "21 адамнан аз"),
    (kz.Headcount.between(0, 1), "between 0 and 1 people", "от 0 до 1 человека", "0–1 адам"),
    ("2014", "2014", "2014 год", "2014 ж."),
    ("2022-06", "June 2022", "июнь 2022 г.", "2022 ж. маусым"),
    ("2014-03/2016", "from March 2014 to 2016", "с марта 2014 года по 2016 год", "2014 ж. наурыз – 2016 ж."),
    ("2022-06-02/..", "since 2 June 2022", "со 2 июня 2022 года", "2022 ж. 2 маусым күнінен бері"),
    ("2018/..", "since 2018", "с 2018 года", "2018 жылдан бері"),
    ("../2018", "until 2018", "до 2018 года включительно", "2018 жылды қоса алғанға дейін"),
    (
        deployment(kz.Headcount.more_than(600), (), SERVED, "2022", personnel=UNIFORMED, contributor="MLI"),
        "More than 600 uniformed personnel (Mali) served in UN missions in 2022.",
        "В миссиях ООН в 2022 году приняло участие более 600 человек военного и полицейского персонала (Мали).",
        "БҰҰ миссияларына 2022 жылы 600 әскери және полиция қызметкерінен астам (Мали) қатысты.",
    ),
]


@pytest.mark.parametrize(("thing", "english", "russian", "kazakh"), RENDERINGS)
def test_things_in_words(thing, english, russian, kazakh):
    """Headcounts, dates, periods and records read as an editor of each language writes them."""
    thing = kz.Period.parse(thing) if isinstance(thing, str) else thing
    assert [plain(describe(thing, locale)) for locale in ("en_GB", "ru", "kk")] == [english, russian, kazakh]


def test_a_proposal_in_full():
    """What was proposed and its basis come first; who, where and what is offered follow, as in each language."""
    english, russian, kazakh = (plain(describe(kz.PROPOSAL, locale)).splitlines() for locale in ("en_GB", "ru", "kk"))
    assert english[:2] == [
        "Proposed to send: around 430 service members from Kazakhstan – MINUSCA, MONUSCO, MINUSMA and UNIFIL",
        "Legal basis: Constitution of the Republic of Kazakhstan of 30 August 1995, Art. 53(5)",
    ]
    assert english[-2:] == [f"– {kz.PROPOSAL.conditions[1]}", "Source: Kazinform, paragraph 6, sentence 1"]
    units = "пехотное, медицинское, разведывательное, инженерное подразделения и подразделение военной полиции"
    assert russian[4:7] == [
        "Инициатор: Президент Республики Казахстан",
        "Докладчик: Министр обороны Руслан Жаксылыков",
        "Рассмотрено: совместное заседание палат Парламента",
    ]
    assert f"Предлагаются подразделения: {units}" in russian
    units = "жаяу әскер, медициналық, барлау, инженерлік және әскери полиция бөлімшелері"
    assert f"Бөлімшелер ұсынылады: {units}" in kazakh
    assert "Таныстырылған отырыс: Парламент палаталарының бірлескен отырысы" in kazakh
    in_a_year = kz.Proposal(date="2024", missions=kz.MINUSMA, headcount=1)
    assert plain(describe(in_a_year, "kk")).endswith("\nТаныстырылған уақыты: 2024 ж.")


THE_45_IN_WORDS = "45 officers have served as military observers and staff officers – MINURSO, UNOCI and UNIFIL"
IN_FULL = [
    (kz.UNOCI, "UNOCI: United Nations Operation in Côte d'Ivoire", "Host territory: Côte d’Ivoire"),
    (kz.UNOCI.mandate, "Established by S/RES/1528 (2004) of the UN Security Council", "First day: 4 April 2004"),
    (BARE, "XYZ"),
    (UNTSO, "UNTSO: A mission", "Host territory: Egypt, Lebanon and Democratic Republic of the Congo"),
    (BASES[1], "Constitution of the Republic of Kazakhstan of 1995, Art. 7(2)"),
    (BASES[2], "Republic of Kazakhstan (August 1995), Art. 7"),
    (THE_45.citation, "Kazinform, paragraph 2, sentence 2", describe(kz.ARTICLE, "en_GB")),
    (kz.timeline(TO_COME, mandates=True, records=[]), "January 9000: the mandate is planned to begin – UNTSO"),
    (kz.timeline("UNOCI"), f"from 2014 to 30 June 2022: {THE_45_IN_WORDS}"),
    (kz.Statement("So many as {count}, {0} or {"), "So many as {count}, {0} or {"),
]


def test_things_in_full():
    """Missions, provisions, citations and timelines say all that they hold, a line each."""
    for thing, *lines in IN_FULL:
        assert describe(thing, "en_GB").splitlines()[: len(lines)] == lines


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_brief_fits_on_one_screen(locale):
    """A heading, the proposal in two lines, a table of the missions and a line for each event, in 24 rows of 100."""
    text = brief(locale)
    heading, proposal, table, events = (part.splitlines() for part in text.split("\n\n"))
    assert len(text.splitlines()) <= 24
    assert max(map(len, text.splitlines())) <= 100
    assert (len(heading), len(proposal), len(events)) == (1, 2, 6)
    assert [line.split()[-1] for line in table[1:4]] == [*("–—"[locale == "ru"] * 2), table[4].split()[-1]]
    assert ("520–565" in table[3], "430" in table[7]) == (True, True)
    assert locale == "en" or not re.findall("[A-Za-z]+", words_of_ours(text))
    # The table gives the acronym that readers know with the UN's; elsewhere it stands alone, so that lines stay short.
    assert locale != "ru" or [line[:15] for line in text.splitlines() if "(UNIFIL)" in line] == ["ВСООНЛ (UNIFIL)"]


def test_a_locale_has_the_words_of_its_language_and_the_formats_of_its_region():
    """Dates keep the region, or fall back to the language where CLDR does not know the two together."""
    for locales, expected in (
        (("en", "en-US"), "June 30, 2022"),
        (("en_GB", "en-GB"), "30 June 2022"),
        (("kk", "kk_KZ", "kk_Cyrl_KZ"), "2022 ж. 30 маусым"),
        (("ru-KZ", "ru_US", Locale("ru")), "30 июня 2022 г."),
    ):
        assert {plain(describe(kz.PROPOSAL.date, locale)) for locale in locales} == {expected}


NO_WORDS = rf"^locale: there are words in {', '.join(LANGUAGES)}, but none in "
NO_TAG = r"^locale: expected a language tag such as kk, ru-KZ or en_GB, got .{1,90}$"
REFUSED = [
    *((each, NO_WORDS) for each in ("fr", Locale("uz"), "kk_Arab", "kk-Latn", "ru-Latn")),
    *((each, NO_TAG) for each in ("", "xx", "klingon", "en_XX", "kk_Arab_US", "ru_", "../ru", "kk" * 1000, None, 7)),
]


@pytest.mark.parametrize(("locale", "message"), REFUSED)
def test_other_languages_and_scripts_and_nonsense_are_refused(locale, message):
    """The error lists the languages that have a catalogue, or shows what is no language tag, cut where it is long."""
    with pytest.raises(ValueError, match=message):
        brief(locale)


def test_only_what_the_library_knows_is_described():
    """Anything else is an error that lists the kinds and shows it."""
    with pytest.raises(ValueError, match=r"^describe: expected one of Mission, .*, got 'UNIFIL'$"):
        describe("UNIFIL")


@pytest.mark.parametrize("tag", ["uk", "ar"])
def test_adding_a_language_is_adding_one_file(tag, tmp_path, monkeypatch):
    """A new catalogue in the folder is used as it is; in text from right to left, what is filled in is isolated."""
    folder = shutil.copytree(phrases.CATALOGUES, tmp_path / "locale")
    monkeypatch.setattr(phrases, "CATALOGUES", folder)
    monkeypatch.setattr("sys.argv", ["catalogues.py", tag])
    catalogues.main()
    catalogue = catalogues.read(tag)
    for message in catalogue:
        if message.id:
            forms = catalogues.forms_of(message)[0]
            message.string = (f"¡{forms[1]}!",) * catalogue.num_plurals if forms[1:] else f"¡{forms[0]}!"
    with catalogues.path_of(tag).open("wb") as file:
        catalogues.write_po(file, catalogue)
    text = brief(tag)
    assert text.count("¡") == text.count("!") > 30
    assert ("\u2068" in text) == (tag == "ar")
