"""Objects in words, in English, Russian and Kazakh."""

import re
import shutil
import string
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, product

import catalogues
import pytest
from babel import Locale

import kzpeace as kz
from kzpeace import phrases
from kzpeace.language import brief, describe

LANGUAGES = ("en", *catalogues.languages())
SERVED, SERVING = kz.Status
OFFICERS, MEMBERS, UNIFORMED = kz.Personnel
THE_45, THE_520, THE_6, THE_9 = kz.DEPLOYMENTS
BARE = kz.Mission(acronym="XYZ")
UNTSO = kz.Mission(acronym="UNTSO", name="A mission", territories=["EG", "IL", "JO", "LB", "SY", "CD"])
UNTSO_LATER = kz.Mandate(established_by=kz.UNIFIL.mandate.established_by, first_day="9000-01", last_day="9001")
TO_COME = kz.Mission(acronym="UNTSO", mandate=UNTSO_LATER)


def plain(text):
    """The text with one kind of space."""
    return re.sub(r"[\u00a0\u202f]", " ", text)


def deployment(headcount=9, missions=kz.UNIFIL, status=SERVING, period="2022-06-30", **details):
    """A record of the reader's own."""
    return kz.Deployment(headcount=headcount, missions=missions, status=status, period=period, **details)


def total(low, high, status=SERVED, missions=kz.UNIFIL, low_records=(), high_records=(), period=None, **question):
    """An answer, with the records it rests on."""
    given = {"during": kz.Period, "on": kz.PartialDate}
    question = {name: given[name].parse(value) if name in given else value for name, value in question.items()}
    return kz.Total(
        low=low,
        high=high,
        status=status,
        missions=missions,
        low_records=low_records,
        high_records=high_records,
        period=kz.Period.parse(period) if period else None,
        reported_by=kz.PartialDate(2022, 6, 30),
        **question,
    )


THREE = (kz.MINURSO, kz.UNOCI, kz.UNIFIL)
BOTH = {"low_records": (THE_45, THE_520), "high_records": (THE_45, THE_520)}
ARTICLE_SERVED = total(
    *(520, 565, SERVED, THREE, (THE_520,), (THE_45, THE_520), "2014/2022-06-30"), assumes_serving_included=True
)
ARTICLE_OFFICERS = total(*(45, 565, SERVED, THREE, (THE_45,), (THE_45, THE_520), "2014/2022-06-30"), personnel=OFFICERS)
PARTLY_REPORTED = total(
    *(7, None, SERVING, (kz.MINURSO, kz.UNIFIL), (deployment(7),), (), "2022-12-31"),
    unreported=((kz.MINURSO, kz.PartialDate(2022, 6, 30)), (kz.MINUSCA, None)),
)
HEADCOUNTS = [
    *(getattr(kz.Headcount, make)(n) for n in (0, 1, 2, 5, 21, 1520) for make in ("exactly", "around")),
    *(kz.Headcount.at_most(45), kz.Headcount.at_least(6), kz.Headcount.more_than(600), kz.Headcount.fewer_than(600)),
    *(kz.Headcount.between(520, 565), kz.Headcount.between(0, 1)),
]
RECORDS = [
    deployment(headcount, missions, status, "2022-06-30" if status is SERVING else "2018/..", **details)
    for (headcount, status), details, missions in zip(
        product(HEADCOUNTS, kz.Status),
        cycle(
            {"personnel": who, "contributor": code, "roles": kz.Role if who is UNIFORMED else ()}
            for who in kz.Personnel
            for code in ("KAZ", "FRA", "COD")
        ),
        cycle([kz.UNIFIL, (kz.UNIFIL, kz.MINUSCA), (), BARE]),
        strict=False,
    )
]
PERIODS = ["2014", "2022-06", "2014/2022-06-30", "2014-03/2016", "2018/..", "2022-06/..", "../2018", "../2022-06-30"]
BASES = [
    kz.ConstitutionalBasis(country="KZ", constitution=title, adopted=adopted, article=7, subparagraph=subparagraph)
    for title in ("Constitution of the Republic of Kazakhstan", "Republic of Kazakhstan")
    for adopted, subparagraph in (("1995-08", None), ("1995", 2))
]
TOTALS = [
    *(ARTICLE_SERVED, ARTICLE_OFFICERS, PARTLY_REPORTED, kz.total_served(), kz.total_serving()),
    *(total(0, 45, **BOTH, during="2014/2017", roles=(kz.Role.POLICE,)), total(10**9, 2 * 10**9, missions=(), **BOTH)),
    *(total(0, None, status, personnel=who, on="2021") for status in kz.Status for who in (None, *kz.Personnel)),
    total(6, 6, SERVING, kz.MINURSO, (THE_6, THE_45), (THE_6,), "2022-06-30", assumes_serving_included=True),
    total(5, 9, low_records=(THE_45,), high_records=tuple(RECORDS[:2]), roles=tuple(kz.Role), contributor="FRA"),
]
BY_SOURCE = {
    name: kz.MissionTotals(served=ARTICLE_SERVED, serving=PARTLY_REPORTED) for name in ("Kazinform", "no source")
}
THINGS = [
    *(*kz.MISSIONS, BARE, UNTSO, TO_COME, UNTSO_LATER, kz.DEPLOYMENTS, *RECORDS, *HEADCOUNTS, *TOTALS, TOTALS),
    *(kz.PROPOSAL, kz.CONSTITUTIONAL_BASIS, *BASES, *kz.PROPOSAL.statements, kz.ARTICLE, ()),
    kz.Proposal(
        date="2023", missions=kz.MINUSMA, headcount=21, contributor="FRA", units=kz.Unit.MEDICAL, roles=kz.Role
    ),
    kz.Proposal(date="2023-02", missions=kz.MINUSMA, headcount=1, units=tuple(kz.Unit)[:3], individuals=kz.Personnel),
    *(kz.PartialDate.parse(text) for text in ("2014", "2022-06", "2022-06-30")),
    *(kz.Period.parse(text) for text in PERIODS),
    *(kz.totals_by_mission(), kz.totals_by_mission()["UNOCI"], BY_SOURCE),
    *(
        value
        for kind in (kz.Role, kz.Personnel, kz.Status, kz.Unit, kz.Outcome, kz.EventKind, kz.Precision)
        for value in kind
    ),
    *(THE_45.citation, kz.Citation(kz.ARTICLE, 1), *kz.UNIFIL.mandate.established_by),
    *(kz.timeline(mandates=True), *kz.timeline(), kz.timeline(records=[], proposals=[])),
    kz.timeline(records=[deployment(missions=TO_COME), deployment(5, ())], proposals=[], mandates=True),
    *(kz.verify("Since 2014, 45 Kazakh officers, around 430 military servants, around 430 military servants"),),
    *(kz.Dataset(missions=kz.MISSIONS, deployments=kz.DEPLOYMENTS, proposals=[kz.PROPOSAL]), kz.Dataset()),
]


def words_of_ours(text):
    """The text less what is Latin in every language: addresses, quoted words, document symbols, acronyms."""
    acronyms = (*(mission.acronym for mission in kz.MISSIONS), "XYZ", "UNTSO", "A mission")
    for latin in (r"https?://\S+", r"[«“][^»”]*[»”]", r"S/RES/\d+", *acronyms):
        text = re.sub(latin, "", text)
    return text


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_everything_is_said_in_every_language(thing, locale):
    """No object is without words, no placeholder is unfilled, and no English is left over in another language."""
    text = describe(thing, locale)
    assert text.strip() == text != ""
    assert not re.search(r"[{}]|  | [,.;:)]|None", text)
    assert locale == "en" or not re.findall("[A-Za-z]+", words_of_ours(text))
    if locale == "ru":
        assert not re.search(r"\d [а-яё]{3}| – |\d г\.", text)  # held together, and em dashes


SENTENCES = [
    (
        ARTICLE_SERVED,
        "Between 520 and 565 people from Kazakhstan have served in MINURSO, UNOCI and UNIFIL from 2014 to 30 June 2022 "
        "(Kazinform, 30 June 2022), assuming that those serving on 30 June 2022 are included.",
        "В миссиях МООНРЗС (MINURSO), ОООНКИ (UNOCI) и ВСООНЛ (UNIFIL) с 2014 года по 30 июня 2022 года приняло участие "
        "от 520 до 565 человек из Казахстана (Казинформ, 30 июня 2022 г.), считая тех, кто проходит службу 30 июня 2022 "
        "года.",
        "MINURSO, UNOCI және UNIFIL миссияларына 2014 ж. – 2022 ж. 30 маусым аралығында Қазақстаннан 520–565 адам қатысты "
        "(ҚазАқпарат, 2022 ж. 30 маусым), 2022 жылғы 30 маусым күні қызмет атқарып жүргендерді қоса есептегенде.",
    ),
    (
        total(9, 9, SERVING, period="2022-06-30"),
        "9 people from Kazakhstan were serving in UNIFIL as of 30 June 2022.",
        "В миссии ВСООНЛ (UNIFIL) по состоянию на 30 июня 2022 года проходят службу 9 человек из Казахстана.",
        "UNIFIL миссиясында 2022 жылғы 30 маусым күнгі жағдай бойынша Қазақстаннан 9 адам қызмет атқаруда.",
    ),
    (  # how many of the 520 were officers makes the range too wide to lead with
        ARTICLE_OFFICERS,
        "At least 45 officers from Kazakhstan have served in MINURSO, UNOCI and UNIFIL from 2014 to 30 June 2022 "
        "(Kazinform, 30 June 2022); how many of the 520 service members were officers is not reported.",
        "В миссиях МООНРЗС (MINURSO), ОООНКИ (UNOCI) и ВСООНЛ (UNIFIL) с 2014 года по 30 июня 2022 года приняло участие "
        "не менее 45 офицеров из Казахстана (Казинформ, 30 июня 2022 г.); сколько офицеров было среди 520 "
        "военнослужащих, не сообщается.",
        "MINURSO, UNOCI және UNIFIL миссияларына 2014 ж. – 2022 ж. 30 маусым аралығында Қазақстаннан кемінде 45 офицер "
        "қатысты (ҚазАқпарат, 2022 ж. 30 маусым); 520 әскери қызметші арасында қанша офицер болғаны туралы дерек жоқ.",
    ),
    (  # the low rests on the 520 too
        total(475, 520, roles=(kz.Role.TROOPS,), during="2018/..", **BOTH),
        "Between 475 and 520 people from Kazakhstan have served as troops in UNIFIL since 2018 (Kazinform, 30 June 2022).",
        "В миссии ВСООНЛ (UNIFIL) с 2018 года приняло участие от 475 до 520 человек из Казахстана в качестве "
        "военнослужащих воинских контингентов (Казинформ, 30 июня 2022 г.).",
        "UNIFIL миссиясына 2018 жылдан бері контингент құрамындағы әскери қызметші ретінде Қазақстаннан 475–520 адам "
        "қатысты (ҚазАқпарат, 2022 ж. 30 маусым).",
    ),
    (
        total(0, 45, missions=kz.UNOCI, high_records=(THE_45,), during="2016"),
        "At most 45 people from Kazakhstan have served in UNOCI in 2016 (Kazinform, 30 June 2022).",
        "В миссии ОООНКИ (UNOCI) в 2016 году приняло участие не более 45 человек из Казахстана (Казинформ, 30 июня 2022 г.).",
        "UNOCI миссиясына 2016 жылы Қазақстаннан көп дегенде 45 адам қатысты (ҚазАқпарат, 2022 ж. 30 маусым).",
    ),
    (
        total(0, None, missions=kz.MINUSCA, personnel=OFFICERS),
        "How many officers from Kazakhstan have served in MINUSCA is not reported.",
        "Нет данных о том, сколько офицеров из Казахстана приняло участие в миссии МИНУСКА (MINUSCA).",
        "MINUSCA миссиясына Қазақстаннан қанша офицер қатысқаны туралы дерек жоқ.",
    ),
    (
        total(601, None, missions=(), during="2008/2024", contributor="FRA"),
        "At least 601 people (France) have served in UN missions from 2008 to 2024.",
        "В миссиях ООН с 2008 года по 2024 год приняло участие не менее 601 человека (Франция).",
        "БҰҰ миссияларына 2008 ж. – 2024 ж. аралығында кемінде 601 адам (Франция) қатысты.",
    ),
]


@pytest.mark.parametrize(("answer", "english", "russian", "kazakh"), SENTENCES)
def test_a_total_begins_with_a_sentence_to_quote(answer, english, russian, kazakh):
    """Country, missions, roles, period, answer, source and assumption are in one sentence; then comes a blank line."""
    sentences = [plain(describe(answer, locale)).split("\n\n")[0] for locale in ("en_GB", "ru", "kk")]
    assert sentences == [english, russian, kazakh]
    assert [plain(describe([answer], locale)) for locale in ("en_GB", "ru", "kk")] == sentences


def test_the_reasons_name_the_records_and_their_sources():
    """Below the sentence stand the records of each bound; where the bounds are equal, once."""
    record = (
        "45 officers have served as military observers and staff officers in MINURSO, UNOCI and UNIFIL from 2014 to "
    )
    record += "30 June 2022 (Kazinform, paragraph 2, sentence 2)"
    reasons = describe(ARTICLE_OFFICERS, "en_GB").split("\n\n")[1].splitlines()
    assert reasons[:4] == ["At least 45, because:", f"– {record}", "At most 565, because:", f"– {record}"]
    assert reasons[-1] == "By reports up to 30 June 2022"
    serving = describe(kz.total_serving(), "en_GB").split("\n\n")[1].splitlines()
    assert serving[0] == "15, because:"
    assert [line[:4] for line in serving].count("– 6 ") == 1


SOMEBODY = "Somebody served in each mission and role that a record names."
APART = "They were serving in different missions or roles on that date, so they are different people."
TOGETHER = "Together these cover all that the records say: each person is counted by at least one of them."
SUBTRACTED = "As many as may have served only in other missions, roles or days are subtracted."
ELSEWHERE = "Those serving in other missions or roles on that date are subtracted."
ASSUMED = "Assumed: those serving are counted in any record of who has served that covers the mission and date."


@pytest.mark.parametrize(
    ("answer", "notes"),
    [
        (kz.total_served("UNOCI"), {SOMEBODY}),
        (kz.total_serving(), {APART, TOGETHER}),
        (total(475, 520, low_records=(THE_45, THE_520), high_records=(THE_520,)), {SUBTRACTED}),
        (total(6, 30, low_records=(THE_6,), missions=kz.MINURSO, high_records=(THE_45, THE_9)), {ELSEWHERE}),
        (ARTICLE_SERVED, {TOGETHER, ASSUMED}),
        (total(6, 6, SERVING, kz.MINURSO, (THE_6, THE_45), (THE_6,), assumes_serving_included=True), {ASSUMED}),
        (total(5, None, low_records=(THE_6,), missions=kz.MINURSO), {"No upper bound is known."}),
    ],
)
def test_why_the_bounds_are_what_they_are(answer, notes):
    """Where the figures of its records alone do not show a bound, a total says why it holds."""
    known = {SOMEBODY, APART, TOGETHER, SUBTRACTED, ELSEWHERE, ASSUMED, "No upper bound is known."}
    assert known & set(describe(answer).splitlines()) == notes


def test_missions_without_a_figure_are_named_with_their_last_one():
    """A newer snapshot of one mission leaves the others unreported: not zero, and known for an earlier date."""
    assert describe(PARTLY_REPORTED, "en_GB").startswith(
        "At least 7 people from Kazakhstan were serving in MINURSO and"
    )
    assert "\nMINURSO: not reported for that date; last reported for 30 June 2022\n" in describe(
        PARTLY_REPORTED, "en_GB"
    )
    assert "\nMINUSCA: дерек жоқ\n" in describe(PARTLY_REPORTED, "kk")
    assert "\nМООНРЗС: на эту дату нет данных; последние данные — 30 июня 2022 г.\n" in plain(
        describe(PARTLY_REPORTED, "ru")
    )


def test_totals_in_a_line_each():
    """By mission with a warning, by source each by itself, and a series of totals one below the other."""
    by_mission = describe(kz.totals_by_mission()).splitlines()
    assert by_mission[0] == "By mission; the same people may have served in several, so these do not add up:"
    assert by_mission[2] == "UNOCI: have served – between 1 and 45 people; were serving – not reported"
    assert plain(describe(BY_SOURCE, "ru")).splitlines()[1:] == [
        "Казинформ: приняло участие — от 520 до 565 человек; проходит службу — не менее 7 человек",
        "без источника: приняло участие — от 520 до 565 человек; проходит службу — не менее 7 человек",
    ]
    assert describe([kz.total_serving()] * 3).count("\n") == 2
    assert describe(()) == "not reported"


RUSSIAN = {
    # number: officers and service members after a bare number, and after around
    1: ("1 офицер", "1 военнослужащий", "около 1 офицера", "около 1 военнослужащего"),
    2: ("2 офицера", "2 военнослужащих", "около 2 офицеров", "около 2 военнослужащих"),
    5: ("5 офицеров", "5 военнослужащих", "около 5 офицеров", "около 5 военнослужащих"),
    21: ("21 офицер", "21 военнослужащий", "около 21 офицера", "около 21 военнослужащего"),
    520: ("520 офицеров", "520 военнослужащих", "около 520 офицеров", "около 520 военнослужащих"),
}


@pytest.mark.parametrize("number", RUSSIAN)
def test_russian_and_kazakh_counts(number):
    """In Russian noun and verb agree with the number, and the verb is singular after around; Kazakh has one form."""

    def said(make, status, who, locale="ru"):
        record = deployment(make(number), (), status, "2022-06-30", personnel=who)
        return plain(describe(record, locale)).replace(" из Казахстана", "").replace("Қазақстаннан ", "")

    exactly, around = kz.Headcount.exactly, kz.Headcount.around
    is_one = number % 10 == 1
    for who, bare, about in zip((OFFICERS, MEMBERS), RUSSIAN[number][:2], RUSSIAN[number][2:], strict=True):
        assert f" {'принял' if is_one else 'приняли'} участие {bare}." in said(exactly, SERVED, who)
        assert f" {'проходит' if is_one else 'проходят'} службу {bare}." in said(exactly, SERVING, who)
        assert f" приняло участие {about}." in said(around, SERVED, who)
        assert f" проходит службу {about}." in said(around, SERVING, who)
    assert f" {number} офицер қатысты." in said(exactly, SERVED, OFFICERS, "kk")
    assert f" шамамен {number} әскери қызметші қызмет атқаруда." in said(around, SERVING, MEMBERS, "kk")


RENDERINGS = [
    # a thing, and its words in British English, Russian and Kazakh
    (kz.Headcount.exactly(12345), "12,345 people", "12 345 человек", "12 345 адам"),
    (kz.Headcount.around(430), "around 430 people", "около 430 человек", "шамамен 430 адам"),
    (kz.Headcount.at_most(1), "at most 1 person", "не более 1 человека", "көп дегенде 1 адам"),
    (kz.Headcount.at_least(6), "at least 6 people", "не менее 6 человек", "кемінде 6 адам"),
    (kz.Headcount.more_than(600), "more than 600 people", "более 600 человек", "600 адамнан астам"),
    (kz.Headcount.fewer_than(21), "fewer than 21 people", "менее 21 человека", "21 адамнан аз"),
    (kz.Headcount.between(0, 1), "between 0 and 1 people", "от 0 до 1 человека", "0–1 адам"),
    (kz.Headcount.between(1, 21), "between 1 and 21 people", "от 1 до 21 человека", "1–21 адам"),
    (kz.PartialDate(2014), "2014", "2014 год", "2014 ж."),
    (kz.PartialDate(2022, 6), "June 2022", "июнь 2022 г.", "2022 ж. маусым"),
    (kz.PartialDate(2022, 6, 30), "30 June 2022", "30 июня 2022 г.", "2022 ж. 30 маусым"),
    (
        kz.Period("2014", "2022-06-30"),
        *("from 2014 to 30 June 2022", "с 2014 года по 30 июня 2022 года", "2014 ж. – 2022 ж. 30 маусым"),
    ),
    (
        kz.Period("2014-03", "2016-05"),
        *("from March 2014 to May 2016", "с марта 2014 года по май 2016 года", "2014 ж. наурыз – 2016 ж. мамыр"),
    ),
    (kz.Period("2014", "2016"), "from 2014 to 2016", "с 2014 года по 2016 год", "2014 ж. – 2016 ж."),
    (kz.Period("2018", None), "since 2018", "с 2018 года", "2018 жылдан бері"),
    (kz.Period("2022-06", None), "since June 2022", "с июня 2022 года", "2022 жылғы маусым айынан бері"),
    (kz.Period(None, "2018"), "until 2018", "до 2018 года включительно", "2018 жылды қоса алғанға дейін"),
    (kz.Unit.MEDICAL, "medical unit", "медицинское подразделение", "медициналық бөлімше"),
    (kz.Role.POLICE, "police", "сотрудники полиции", "полиция қызметкерлері"),
    (
        deployment(600, personnel=UNIFORMED, contributor="COD"),
        "600 uniformed personnel (Democratic Republic of the Congo) were serving in UNIFIL as of 30 June 2022.",
        "В миссии ВСООНЛ (UNIFIL) по состоянию на 30 июня 2022 года проходят службу 600 человек военного и полицейского "
        "персонала (Демократическая Республика Конго).",
        "UNIFIL миссиясында 2022 жылғы 30 маусым күнгі жағдай бойынша 600 әскери және полиция қызметкері (Конго "
        "Демократиялық Республикасы) қызмет атқаруда.",
    ),
    (
        deployment(kz.Headcount.between(0, 1), BARE, SERVED, "2018-05", contributor="XXX"),
        "Between 0 and 1 service members (XXX) have served in XYZ in May 2018.",
        "В миссии XYZ за май 2018 года приняло участие от 0 до 1 военнослужащего (XXX).",
        "XYZ миссиясына 2018 жылғы мамыр айында 0–1 әскери қызметші (XXX) қатысты.",
    ),
]


@pytest.mark.parametrize(("thing", "english", "russian", "kazakh"), RENDERINGS)
def test_things_in_words(thing, english, russian, kazakh):
    """Headcounts, dates, periods and records read as an editor of each language writes them."""
    assert [plain(describe(thing, locale)) for locale in ("en_GB", "ru", "kk")] == [english, russian, kazakh]


def test_a_proposal_in_full():
    """What was proposed and its basis come first; who, where and what is offered follow, as in each language."""
    english, russian, kazakh = (plain(describe(kz.PROPOSAL, locale)).splitlines() for locale in ("en_GB", "ru", "kk"))
    assert english[:3] == [
        "Proposed to send: around 430 service members from Kazakhstan – MINUSCA, MONUSCO, MINUSMA and UNIFIL",
        "Legal basis: Constitution of the Republic of Kazakhstan of 30 August 1995, Art. 53(5)",
        "The figure is for these missions together; how many belong to each is not reported.",
    ]
    assert english[-2:] == [f"– {kz.PROPOSAL.conditions[1]}", "Source: Kazinform, paragraph 6, sentence 1"]
    assert {
        "Правовое основание: подпункт 5) статьи 53 Конституции Республики Казахстан от 30 августа 1995 года",
        "Инициатор: Президент Республики Казахстан",
        "Докладчик: Министр обороны Руслан Жаксылыков",
        "Рассмотрено: совместное заседание палат Парламента",
        "Предлагаются подразделения: пехотное, медицинское, разведывательное, инженерное подразделения и подразделение "
        "военной полиции",
    } <= set(russian)
    assert {
        "Құқықтық негізі: Қазақстан Республикасы Конституциясының (1995 ж. 30 тамыз) 53-бабының 5) тармақшасы",
        "Таныстырылған күні: 2022 ж. 30 маусым",
        "Таныстырылған отырыс: Парламент палаталарының бірлескен отырысы",
        "Бөлімшелер ұсынылады: жаяу әскер, медициналық, барлау, инженерлік және әскери полиция бөлімшелері",
    } <= set(kazakh)
    in_a_year = kz.Proposal(date="2024", missions=kz.MINUSMA, headcount=1)
    assert plain(describe(in_a_year, "kk")).splitlines()[1] == "Таныстырылған уақыты: 2024 ж."


IN_FULL = [
    (kz.UNOCI, ["UNOCI: United Nations Operation in Côte d'Ivoire", "Host territory: Côte d’Ivoire"]),
    (kz.UNOCI.mandate, ["Established by S/RES/1528 (2004) of the UN Security Council", "First day: 4 April 2004"]),
    (BARE, ["XYZ"]),
    (
        UNTSO,
        [
            "UNTSO: A mission",
            "Host territory: Egypt, Israel, Jordan, Lebanon, Syria and Democratic Republic of the Congo",
        ],
    ),
    (BASES[1], ["Constitution of the Republic of Kazakhstan of 1995, Art. 7(2)"]),
    (BASES[2], ["Republic of Kazakhstan (August 1995), Art. 7"]),
    (
        THE_45.citation,
        [
            "Kazinform, paragraph 2, sentence 2",
            describe(kz.ARTICLE, "en_GB"),
            "Words: “Since 2014, 45 Kazakh officers”",
        ],
    ),
    (kz.UNIFIL.mandate.ended_by, ["United Nations Security Council, S/RES/2790 (2025)"]),
    (
        kz.verify("no"),
        ["Citations found: 0 of 23", "missing: “Since 2014, 45 Kazakh officers” (Kazinform, paragraph 2, sentence 2)"],
    ),
    (
        kz.timeline(TO_COME, mandates=True, records=[], proposals=[]),
        ["January 9000: the mandate is planned to begin – UNTSO", "9001: the mandate is planned to end – UNTSO"],
    ),
    (
        kz.timeline("UNOCI"),
        [
            "from 2014 to 30 June 2022: 45 officers have served as military observers and staff officers – MINURSO, UNOCI and UNIFIL"
        ],
    ),
    (kz.Statement("So many as {count}, {0} or {"), ["So many as {count}, {0} or {"]),
]


@pytest.mark.parametrize(("thing", "lines"), IN_FULL, ids=lambda value: type(value).__name__)
def test_things_in_full(thing, lines):
    """Missions, provisions, citations and timelines say all that they hold, a line each."""
    assert describe(thing, "en_GB").splitlines()[: len(lines)] == lines


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_brief_fits_on_one_screen(locale):
    """A heading, two lines on the proposal, a table of the missions and a line for each event: 24 rows of 100 columns."""
    text = brief(locale)
    heading, proposal, table, events = (part.splitlines() for part in text.split("\n\n"))
    assert len(text.splitlines()) <= 24
    assert max(map(len, text.splitlines())) <= 100
    assert (len(heading), len(proposal), len(events)) == (1, 2, 6)
    assert [line.split()[-1] for line in table[1:4]] == ["–", "–", table[4].split()[-1]]
    assert "520–565" in table[3]
    assert "430" in table[7]
    assert locale == "en" or not re.findall("[A-Za-z]+", words_of_ours(text))


def test_the_brief_in_russian_explains_the_acronyms_in_its_table():
    """Elsewhere the Russian acronyms stand alone, so that the lines stay short."""
    assert plain(brief("ru")).splitlines()[0] == "Казахстан в миротворческих миссиях ООН (Казинформ, 30 июня 2022 г.)"
    assert [line for line in brief("ru").splitlines() if "(UNIFIL)" in line][0].startswith("ВСООНЛ (UNIFIL)")
    assert brief("ru").count("(UNIFIL)") == 1


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        *(
            ("en", "June 30, 2022"),
            ("en_GB", "30 June 2022"),
            ("en-GB", "30 June 2022"),
            ("kk_KZ", "2022 ж. 30 маусым"),
        ),
        *(("ru_US", "30 июня 2022 г."), (Locale("ru"), "30 июня 2022 г."), ("kk_Cyrl_KZ", "2022 ж. 30 маусым")),
    ],
)
def test_a_locale_has_the_words_of_its_language_and_the_formats_of_its_region(locale, expected):
    """Dates keep the region, or fall back to the language where CLDR does not know the two together."""
    assert plain(describe(kz.PROPOSAL.date, locale)) == expected


@pytest.mark.parametrize(
    "locale", ["fr", "de_AT", Locale("uz"), "kk_Arab", "kk-Latn", "ru-Latn", Locale("kk", script="Arab")]
)
def test_a_language_or_script_without_words_is_refused(locale):
    """A language that has no catalogue, or not in that script, is an error that lists those that have."""
    with pytest.raises(ValueError, match=rf"^locale: there are words in {', '.join(LANGUAGES)}, but none in "):
        describe(kz.ARTICLE, locale)


@pytest.mark.parametrize("locale", ["", "xx", "klingon", "en_XX", "kk_Arab_US", "ru_", "../ru", "kk" * 1000, None, 7])
def test_nonsense_is_no_language(locale):
    """Anything but a language tag is an error that shows it, cut where it is long."""
    with pytest.raises(ValueError, match=r"^locale: expected a language tag such as kk, ru-KZ or en_GB, got .{1,90}$"):
        brief(locale)


@pytest.mark.parametrize("thing", [None, 45, "UNIFIL", object])
def test_only_what_the_library_knows_is_described(thing):
    """Anything else is an error that lists the kinds and shows it."""
    with pytest.raises(ValueError, match=rf"^describe: expected one of Mission, .*, got {re.escape(repr(thing)[:50])}"):
        describe(thing)


@pytest.mark.parametrize("tag", ["uk", "ar"])
def test_adding_a_language_is_adding_one_file(tag, tmp_path, monkeypatch):
    """A new catalogue in the folder is used as it is; in text from right to left, what is filled in is isolated."""
    folder = shutil.copytree(phrases.CATALOGUES, tmp_path / "locale")
    monkeypatch.setattr(phrases, "CATALOGUES", folder)
    monkeypatch.setattr(catalogues, "CATALOGUES", folder)
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


def test_a_catalogue_is_read_once(monkeypatch):
    """Threads that ask for the first text in a language get the same answer, and a second text reads nothing again."""
    phrases.read_catalogue.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        texts = set(threads.map(brief, ["ru"] * 16))
    assert len(texts) == 1
    monkeypatch.setattr(phrases, "read_po", None)
    assert describe(kz.PROPOSAL, "ru_KZ")


def test_importing_kzpeace_loads_no_babel():
    """Babel is loaded when words are first asked for, not before."""
    code = "import sys, kzpeace; assert 'babel' not in sys.modules; kzpeace.brief(); assert 'babel' in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_messages_are_written_with_plain_placeholders():
    """A message's placeholders are names and nothing more, so that a translator can move them."""
    for message in catalogues.template():
        for text in catalogues.forms_of(message)[0]:
            for _, name, form, conversion in string.Formatter().parse(text or ""):
                assert name is None or (name.isidentifier() and not form and not conversion)
