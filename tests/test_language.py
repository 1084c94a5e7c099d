"""Objects in words, in Kazakh, Russian and English."""

import re
import shutil
import string
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import catalogues
import pytest
from babel import Locale

import kzpeace as kz
from kzpeace import language
from kzpeace.language import brief, describe

LANGUAGES = ("en", *catalogues.languages())
UNTSO = kz.Mission(
    acronym="UNTSO",
    name="United Nations Truce Supervision Organization",
    territories=["EG", "IL", "JO", "LB", "SY"],
    mandate=kz.Mandate(established_by=kz.UNIFIL.mandate.established_by, first_day="1948-05", last_day="9000"),
)
HEADCOUNTS = [
    *(make(n) for n in (0, 1, 2, 5, 21, 1520) for make in (kz.Headcount.exactly, kz.Headcount.around)),
    kz.Headcount.at_most(45),
    kz.Headcount.at_least(6),
    kz.Headcount.between(520, 565),
]
RECORDS = [
    kz.Deployment(
        headcount=headcount,
        missions=missions,
        status=status,
        period="2022-06-30" if status is kz.Status.SERVING else "2018/..",
        roles=list(kz.Role),
        personnel=personnel,
        citation=citation,
    )
    for (headcount, status, personnel), missions, citation in zip(
        product(HEADCOUNTS, kz.Status, kz.Personnel),
        [kz.UNIFIL, (kz.UNIFIL, kz.MINUSCA)] * 50,
        [None, kz.Citation(kz.ARTICLE), kz.Citation(kz.ARTICLE, 1), kz.Citation(kz.ARTICLE, 1, 2)] * 25,
        strict=False,
    )
]
OTHER_BASES = [
    kz.ConstitutionalBasis(country="KZ", constitution=title, adopted=adopted, article=7, subparagraph=subparagraph)
    for title in ("Constitution of the Republic of Kazakhstan", "Republic of Kazakhstan")
    for adopted in ("1995-08-30", "1995")
    for subparagraph in (None, 2)
]
THINGS = [
    *(UNTSO, UNTSO.mandate, *kz.MISSIONS, *(mission.mandate for mission in kz.MISSIONS)),
    *(*kz.DEPLOYMENTS, *RECORDS, *HEADCOUNTS),
    *(kz.PROPOSAL, kz.CONSTITUTIONAL_BASIS, *OTHER_BASES, *kz.PROPOSAL.reasons, kz.ARTICLE),
    kz.Proposal(date="2023", missions=kz.MINUSMA, headcount=21, outcome=kz.Outcome.REJECTED, decided="2023-02"),
    kz.Proposal(date="2023", missions=kz.MINUSMA, headcount=21, individuals=kz.Personnel.SERVICE_MEMBERS),
    *(kz.PartialDate.parse(text) for text in ("2014", "2022-06", "2022-06-30")),
    *(kz.Period.parse(text) for text in ("2014", "2014/2022-06-30", "2014-03/2016-05", "2014-05-01/2016")),
    *(kz.Period.parse(text) for text in ("2018/..", "2022-06/..", "2022-06-30/..", "../2018", "../2022-06")),
    *(kz.Period.parse(text) for text in ("../2022-06-30", "2022-06-30")),
    *(kz.totals_by_mission(), kz.totals_by_mission()["UNOCI"]),
    *(*kz.Role, *kz.Personnel, *kz.Unit, *kz.Outcome),
    *(kz.total_served(), kz.total_serving(), kz.total_served("UNOCI"), kz.total_serving("MINUSCA")),
    *(kz.total_served("MINUSCA"), kz.total_served(["UNIFIL", "MINUSCA"], reported_by="2022-07")),
    kz.total_served(records=kz.Deployment(headcount=3, missions=UNTSO, status=kz.Status.SERVED, period="2018/..")),
    *(kz.PROPOSAL.cited("headcount"), *UNTSO.mandate.established_by, kz.Citation(kz.ARTICLE, 1)),
    kz.Citation(kz.CONSTITUTIONAL_BASIS.document),
    *(*kz.timeline(mandates=True), kz.timeline(), kz.timeline(start="2023"), kz.timeline(records=[], proposals=[])),
    *kz.timeline(
        records=kz.Deployment(headcount=1, missions=UNTSO, status=kz.Status.SERVED, period="2018"), mandates=True
    ),
]


def words_of_ours(text):
    """The text less what is Latin in every language: addresses, quoted words, titles, acronyms, UN document symbols."""
    acronyms = (mission.acronym for mission in (*kz.MISSIONS, UNTSO))
    for latin in (r"https?://\S+", r"[«“][^»”]*[»”]", r"S/RES/\d+", UNTSO.name, kz.ARTICLE.title, *acronyms):
        text = re.sub(latin, "", text)
    return text


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_everything_is_said_in_every_language(thing, locale):
    """No object is left without words, no placeholder unfilled, and in another language no English is left over."""
    text = describe(thing, locale)
    assert text.strip() == text != ""
    assert not set("{}") & set(text)
    assert locale == "en" or not re.findall("[A-Za-z]+", words_of_ours(text))


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_brief_is_said_in_every_language(locale):
    """So is the article on one screen, which has its totals and its timeline."""
    text = brief(locale)
    assert locale == "en" or not re.findall("[A-Za-z]+", words_of_ours(text))
    assert len(text.splitlines()) < 60
    assert describe(kz.timeline(), locale).splitlines()[0][:4] == "2014"
    assert describe(kz.PROPOSAL.headcount, "en") == "around 430 people"


def test_every_word_of_the_data_is_a_message():
    """What the article's data say in words is in the catalogues, so that new data cannot stay in English unseen."""
    messages = {message.id for message in catalogues.template()}
    proposal, basis = kz.PROPOSAL, kz.CONSTITUTIONAL_BASIS
    statements = (*proposal.background, *proposal.assessments, *proposal.reasons)
    statements += (*proposal.expected_benefits, *proposal.conditions)
    assert messages >= {
        *(text for mission in kz.MISSIONS for text in (mission.acronym, mission.name)),
        *(statement.text for statement in statements),
        *(proposal.proposer, proposal.presenter, proposal.forum, proposal.place),
        *(basis.constitution, basis.empowers, kz.ARTICLE.publisher, basis.document.publisher),
    }


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "June 30, 2022"),
        ("en_GB", "30 June 2022"),
        ("en-GB", "30 June 2022"),
        ("kk_KZ", "2022 ж. 30 маусым"),
        ("ru-KZ", "30 июня 2022 г."),
        ("ru_US", "30 июня 2022 г."),
        (Locale("ru"), "30 июня 2022 г."),
        ("kk_Cyrl_KZ", "2022 ж. 30 маусым"),
    ],
)
def test_a_locale_has_the_words_of_its_language_and_the_formats_of_its_region(locale, expected):
    """The catalogue falls back to the language; dates keep the region, or fall back where CLDR does not know it."""
    assert " ".join(describe(kz.PROPOSAL.date, locale).split()) == expected


@pytest.mark.parametrize("locale", ["fr", "de_AT", Locale("uz"), "root"])
def test_a_language_without_words_is_refused(locale):
    """A known language that has no catalogue is an error that lists those that have."""
    with pytest.raises(ValueError, match=rf"words in {', '.join(language.known_languages())}, but none in "):
        describe(kz.ARTICLE, locale)


@pytest.mark.parametrize(
    "locale", ["", "xx", "klingon", "en_XX", "kk_Arab_US", "e\0n", "ru_", "-", "../ru", "kk" * 1000, None, 7]
)
def test_nonsense_is_no_language(locale):
    """What is no language tag is an error that shows it, cut where it is long."""
    with pytest.raises(
        ValueError, match=r"^locale: expected a language tag such as kk, ru-KZ or en_GB, got .{1,90}$"
    ) as told:
        brief(locale)
    assert f"got {repr(locale)[:50]}" in str(told.value)


@pytest.mark.parametrize("thing", [None, 45, "UNIFIL", kz.DEPLOYMENTS, object])
def test_only_what_the_library_knows_is_described(thing):
    """A thing of another kind is an error that lists the kinds and shows it."""
    seen = re.escape(repr(thing)[:50])
    with pytest.raises(ValueError, match=rf"^describe: expected one of Mission, .*, Outcome, got {seen}"):
        describe(thing)


def test_at_the_first_mention_an_acronym_is_given_with_the_latin_one():
    """In Russian the first mention names both acronyms, later ones the Russian; Kazakh has the Latin one alone."""
    both = kz.timeline("UNIFIL", records=kz.DEPLOYMENTS[1:2])
    assert [line.partition("ВСООНЛ")[2].partition(";")[0] for line in describe(both, "ru").splitlines()] == [
        " (UNIFIL)",
        "",
        "",
    ]
    assert "UNIFIL" in describe(both, "kk")


def test_what_is_planned_is_not_said_to_have_happened():
    """A last day that is still to come is marked as planned in words."""
    *_, last = kz.timeline(UNTSO, mandates=True, records=[], proposals=[])
    assert (describe(last), describe(last, "ru")) == (
        "9000: the mandate is planned to end – UNTSO",
        "9000: запланировано окончание мандата – UNTSO",
    )


@pytest.fixture(name="folder")
def _folder(tmp_path, monkeypatch):
    """Another folder of catalogues, with copies of ours in it."""
    shutil.copytree(language.CATALOGUES, tmp_path / "locale")
    monkeypatch.setattr(language, "CATALOGUES", tmp_path / "locale")
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path / "locale")
    return tmp_path / "locale"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("tag", ["uk", "ar"])
def test_adding_a_language_is_adding_one_file(tag, monkeypatch):
    """A new catalogue in the folder is used as it is; in text from right to left, what is filled in is isolated."""
    monkeypatch.setattr("sys.argv", ["catalogues.py", tag])
    catalogues.main()
    path = catalogues.path_of(tag)
    catalogue = catalogues.read(tag)
    for message in catalogue:
        if message.id:
            forms, _ = catalogues.forms_of(message)
            translated = tuple(f"¡{form}!" for form in forms)
            message.string = translated[:1] * catalogue.num_plurals if len(forms) > 1 else translated[0]
            if message.id == "as by itself":
                message.string = message.id
    with path.open("wb") as file:
        catalogues.write_po(file, catalogue)
    text = brief(tag)
    assert text.count("¡") == text.count("!") > 30
    assert ("\u2068" in text) == (tag == "ar")
    assert tag in language.known_languages()


def test_a_catalogue_is_read_once(monkeypatch):
    """A second text in a language reads nothing again, and threads that ask for the first get the same answer."""
    language.read_catalogue.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        texts = set(threads.map(brief, ["ru"] * 16))
    assert len(texts) == 1
    monkeypatch.setattr(language, "read_po", None)
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


RUSSIAN = {
    # number: officers, service members, around so many officers, service members; people, around so many people
    1: ("1 офицер", "1 военнослужащий", "около 1 офицера", "около 1 военнослужащего", "1 человек", "около 1 человека"),
    2: ("2 офицера", "2 военнослужащих", "около 2 офицеров", "около 2 военнослужащих", "2 человека", "около 2 человек"),
    5: ("5 офицеров", "5 военнослужащих", "около 5 офицеров", "около 5 военнослужащих", "5 человек", "около 5 человек"),
    21: (
        *("21 офицер", "21 военнослужащий", "около 21 офицера", "около 21 военнослужащего"),
        *("21 человек", "около 21 человека"),
    ),
    45: (
        *("45 офицеров", "45 военнослужащих", "около 45 офицеров", "около 45 военнослужащих"),
        *("45 человек", "около 45 человек"),
    ),
    100: (
        *("100 офицеров", "100 военнослужащих", "около 100 офицеров", "около 100 военнослужащих"),
        *("100 человек", "около 100 человек"),
    ),
    520: (
        *("520 офицеров", "520 военнослужащих", "около 520 офицеров", "около 520 военнослужащих"),
        *("520 человек", "около 520 человек"),
    ),
}


def sentence_of(headcount, status, personnel, locale):
    """The first line of a record's words."""
    period = "2022-06-30" if status is kz.Status.SERVING else "2014"
    record = kz.Deployment(headcount=headcount, missions=kz.UNIFIL, status=status, period=period, personnel=personnel)
    return describe(record, locale).splitlines()[0]


@pytest.mark.parametrize("number", RUSSIAN)
def test_russian_counts(number):
    """In Russian the noun has the case and number that the numeral asks for, and the verb agrees."""
    officers, members, around_officers, around_members, people, around_people = RUSSIAN[number]
    one = number in {1, 21}
    exact, around = kz.Headcount.exactly(number), kz.Headcount.around(number)
    served, serving = kz.Status.SERVED, kz.Status.SERVING
    took_part = "Принял участие" if one else "Приняли участие"
    took_part_around = "Приняло участие" if one else "Приняли участие"
    serve = "Проходит службу" if one else "Проходят службу"
    for personnel, counted, counted_around in (
        (kz.Personnel.OFFICERS, officers, around_officers),
        (kz.Personnel.SERVICE_MEMBERS, members, around_members),
    ):
        assert sentence_of(exact, served, personnel, "ru") == f"{took_part} {counted}"
        assert sentence_of(around, served, personnel, "ru") == f"{took_part_around} {counted_around}"
        assert sentence_of(exact, serving, personnel, "ru") == f"{serve} {counted}"
        assert sentence_of(around, serving, personnel, "ru") == f"{serve} {counted_around}"
    assert (describe(exact, "ru"), describe(around, "ru")) == (people, around_people)


@pytest.mark.parametrize("number", RUSSIAN)
def test_kazakh_counts(number):
    """In Kazakh nothing changes after a number."""
    exact, around = kz.Headcount.exactly(number), kz.Headcount.around(number)
    officers, members = kz.Personnel
    assert sentence_of(exact, kz.Status.SERVED, officers, "kk") == f"{number} офицер қатысты"
    assert sentence_of(around, kz.Status.SERVED, members, "kk") == f"Шамамен {number} әскери қызметші қатысты"
    assert sentence_of(exact, kz.Status.SERVING, members, "kk") == f"{number} әскери қызметші қызмет атқаруда"
    assert sentence_of(around, kz.Status.SERVING, officers, "kk") == f"Шамамен {number} офицер қызмет атқаруда"
    assert (describe(exact, "kk"), describe(around, "kk")) == (f"{number} адам", f"шамамен {number} адам")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 officers have served"),
        (1, "1 officer has served"),
        (2, "2 officers have served"),
        (1520, "1,520 officers have served"),
    ],
)
def test_english_counts(number, expected):
    """In English one has, and none or more have."""
    assert sentence_of(number, kz.Status.SERVED, kz.Personnel.OFFICERS, "en") == expected


RENDERINGS = [
    # a thing, and its words in British English, Russian and Kazakh
    (kz.Headcount.around(430), "around 430 people", "около 430 человек", "шамамен 430 адам"),
    (kz.Headcount.at_most(45), "at most 45 people", "не более 45 человек", "көп дегенде 45 адам"),
    (kz.Headcount.at_least(6), "at least 6 people", "не менее 6 человек", "кемінде 6 адам"),
    (kz.Headcount.at_most(1), "at most 1 person", "не более 1 человека", "көп дегенде 1 адам"),
    (kz.Headcount.between(520, 565), "between 520 and 565 people", "от 520 до 565 человек", "520–565 адам"),
    (kz.Headcount.between(1, 21), "between 1 and 21 people", "от 1 до 21 человека", "1–21 адам"),
    (kz.Headcount.exactly(12345), "12,345 people", "12 345 человек", "12 345 адам"),
    (kz.PartialDate(2014), "2014", "2014", "2014"),
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
    (
        kz.Period("2022-06-30", None),
        *("since 30 June 2022", "с 30 июня 2022 года", "2022 жылғы 30 маусым күнінен бері"),
    ),
]


@pytest.mark.parametrize(("thing", "english", "russian", "kazakh"), RENDERINGS)
def test_things_in_words(thing, english, russian, kazakh):
    """Headcounts, dates and periods read as an editor of each language writes them."""
    words = [" ".join(describe(thing, locale).split()) for locale in ("en_GB", "ru", "kk")]
    assert words == [english, russian, kazakh]


IN_FULL = [
    # a thing, and its words in British English
    (
        UNTSO,
        """\
UNTSO: United Nations Truce Supervision Organization
Host territory: Egypt, Israel, Jordan, Lebanon and Syria
Established by S/RES/425 (1978) and S/RES/426 (1978) of the UN Security Council
First day: May 1948
Last day of the mandate: 9000""",
    ),
    (
        kz.UNOCI,
        """\
UNOCI: United Nations Operation in Côte d'Ivoire
Host territory: Côte d’Ivoire
Established by S/RES/1528 (2004) of the UN Security Council
First day: 4 April 2004
Last day of the mandate: 30 June 2017 (S/RES/2284 (2016))""",
    ),
    (
        kz.Mission(acronym="XYZ", name="A force", territories="XZ"),
        """\
XYZ: A force
Host territory: XZ""",
    ),
    (
        kz.DEPLOYMENTS[0],
        """\
45 officers have served
Missions, jointly: MINURSO, UNOCI and UNIFIL
Period: from 2014 to 30 June 2022
As military observers and staff officers
Source: Kazinform, paragraph 2, sentence 2""",
    ),
    (
        kz.DEPLOYMENTS[2],
        """\
6 service members are serving
Mission: MINURSO
Date: 30 June 2022
Source: Kazinform, paragraph 2, sentence 4""",
    ),
    (
        kz.Deployment(headcount=1, missions=kz.UNIFIL, status=kz.Status.SERVED, period="2018/.."),
        """\
1 service member has served
Mission: UNIFIL
Period: since 2018""",
    ),
    (
        kz.CONSTITUTIONAL_BASIS,
        f"""\
Constitution of the Republic of Kazakhstan of 30 August 1995, Art. 53(5)
{kz.CONSTITUTIONAL_BASIS.empowers}
Source: Kazinform, paragraph 6, sentence 1""",
    ),
    (OTHER_BASES[0], "Constitution of the Republic of Kazakhstan of 30 August 1995, Art. 7"),
    (
        kz.PROPOSAL,
        f"""\
Proposed to send: around 430 service members
To missions, jointly: MINUSCA, MONUSCO, MINUSMA and UNIFIL
Presented: 30 June 2022
Proposed by: President of the Republic of Kazakhstan
Presented by: Ruslan Zhaksylykov, Minister of Defence
Presented to: joint session of the chambers of Parliament
Place: Nur-Sultan
Offered individually: officers and military observers
Offered as units: infantry unit, medical unit, reconnaissance unit, engineer unit and military police unit
Engagement to be expanded in: MINUSCA, MONUSCO and MINUSMA
Legal basis: Constitution of the Republic of Kazakhstan of 30 August 1995, Art. 53(5)
Outcome: Parliament backed the President's proposal
Background:
– {kz.PROPOSAL.background[0]}
As the proposal reports:
– The UN's leadership rates the training of Kazakhstan's personnel highly.
– The UN's leadership is ready to support sending more of them.
Reasons:
– Taking part contributes to global security, and promotes the country's authority and role.
– There are new risks to regional and national security, and some may need a military response.
– Stronger combat skills and practical experience against modern threats are gaining importance.
Expected benefits:
– The experience will improve combat training and inform how the Armed Forces develop.
Conditions:
– The UN Secretariat is to determine which unit goes, and when.
– A legal framework is to be prepared for each operation.
Source: Kazinform, paragraph 6, sentence 1""",
    ),
    (
        kz.Proposal(date="2023", missions=kz.MINUSMA, headcount=21),
        """\
Proposed to send: 21 service members
To mission: MINUSMA
Presented: 2023""",
    ),
    (
        kz.DEPLOYMENTS[0].citation,
        f"""\
Kazinform, paragraph 2, sentence 2
Kazinform, “{kz.ARTICLE.title}”, 30 June 2022
Words: “Since 2014, 45 Kazakh officers”
{kz.DEPLOYMENTS[0].citation.link}""",
    ),
    (
        kz.UNIFIL.mandate.ended_by,
        """\
United Nations Security Council, S/RES/2790 (2025)
United Nations Security Council, “S/RES/2790 (2025)”, 2025
https://undocs.org/S/RES/2790(2025)""",
    ),
    (
        kz.Citation(kz.ARTICLE, 1),
        f"""\
Kazinform, paragraph 1
Kazinform, “{kz.ARTICLE.title}”, 30 June 2022
{kz.ARTICLE.address}""",
    ),
    (kz.ARTICLE, f"Kazinform, “{kz.ARTICLE.title}”, 30 June 2022"),
]


@pytest.mark.parametrize(("thing", "text"), IN_FULL, ids=lambda value: type(value).__name__)
def test_things_in_full(thing, text):
    """Missions, records, provisions, proposals and citations say all that they hold, a line each, and nothing else."""
    assert describe(thing, "en_GB") == text


def test_the_brief_is_of_the_proposal_the_totals_and_the_timeline():
    """The article on one screen is its reference, the proposal, the totals and why, and the timeline, in that order."""
    reference, proposal, *rest = brief().split("\n\n")
    assert reference == describe(kz.ARTICLE)
    assert describe(kz.PROPOSAL).startswith(f"{proposal}\nBackground:\n")
    assert rest == [
        describe(thing) for thing in (kz.total_serving(), kz.total_served(), kz.totals_by_mission(), kz.timeline())
    ]


def test_a_total_answers_what_was_asked():
    """A total asks who served or who is serving, and an answer without an upper bound is at least so many."""
    assert describe(kz.total_serving()).startswith("How many people are serving?\nAnswer: 15 people\n")
    assert "\nAnswer: at least 520 people\n" in describe(kz.total_served(["UNIFIL", "MINUSCA"]))


THE_45 = (
    "45 officers have served (military observers and staff officers) – MINURSO, UNOCI and UNIFIL; "
    "from 2014 to 30 June 2022"
)


def test_a_timeline_in_words():
    """An event says what happened and where; a record of who served, its whole period too."""
    served, *_, serving, proposed, decided = describe(kz.timeline(), "en_GB").splitlines()
    assert served == f"2014: {THE_45}"
    assert serving == "30 June 2022: 9 service members are serving – UNIFIL"
    assert proposed.startswith("30 June 2022: the President's proposal was presented – MINUSCA")
    assert decided.startswith("30 June 2022: Parliament backed the President's proposal – MINUSCA")


def test_a_total_in_words():
    """A total says its question with its missions, period and date, its answer, and why each bound."""
    assert (
        describe(kz.total_served(["MINURSO", "UNOCI"]), "en_GB")
        == f"""\
How many different people have served?
Answer: between 6 and 45 people
In: MINURSO and UNOCI
When: from 2014 to 30 June 2022
As of 30 June 2022
No fewer than 6, by:
– 6 service members are serving – MINURSO; 30 June 2022
No more than 45, by:
– {THE_45}"""
    )
    assert (
        describe(kz.total_served("MINUSCA"), "ru").replace("\u00a0", " ")
        == """\
Сколько человек приняло участие, если каждого считать один раз?
Ответ: нет данных
Где: МИНУСКА (MINUSCA)
По состоянию на 30 июня 2022 года
Верхняя граница неизвестна."""
    )


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en_GB", "Constitution of the Republic of Kazakhstan of 30 August 1995, Art. 53(5)"),
        ("ru", "Подпункт 5) статьи 53 Конституции Республики Казахстан от 30 августа 1995 года"),
        ("kk", "Қазақстан Республикасы Конституциясының (1995 ж. 30 тамыз) 53-бабының 5) тармақшасы"),
    ],
)
def test_the_constitution_is_cited_as_in_the_language(locale, expected):
    """The provision has the form of legal citations in the language, and its constitution's date."""
    assert " ".join(describe(kz.CONSTITUTIONAL_BASIS, locale).splitlines()[0].split()) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "A, B, and C"),
        ("en_GB", "A, B and C"),
        ("ru", "A, B и C"),
        ("kk", "A, B және C"),
    ],
)
def test_a_list_ends_as_in_the_language(locale, expected):
    """Three missions are listed with *and* before the last; Kazakh has it from its catalogue, the others from CLDR."""
    missions = [kz.Mission(acronym=name, name=name, territories="LB") for name in "ABC"]
    record = kz.Deployment(headcount=3, missions=missions, status=kz.Status.SERVED, period="2014")
    assert describe(record, locale).splitlines()[1].partition(": ")[2] == expected


def last_lines(records, missions, total=kz.total_served):
    """What is said below the records of the low, and below those of the high."""
    lines = describe(total(missions, records=records), "en").splitlines()
    middle = next(number for number, line in enumerate(lines) if line.startswith("No more than"))
    return [line for line in (lines[middle - 1], lines[-1]) if line[:2] not in {"– ", "As"}]


def test_why_the_bounds_are_what_they_are():
    """Where the figures of its records alone do not show a bound, a total says why it is so."""
    officers = kz.DEPLOYMENTS[0]
    somebody = "Somebody served in each mission that a record names."
    apart = "They serve in different missions or roles on one date, so they are different people."
    cover = "Together these cover all that the records say: each person is counted by one of them."
    off = "The most who may have served only in other missions are taken off."
    elsewhere = "Those who serve elsewhere on the date are taken off."
    assert last_lines([officers], "UNOCI") == [somebody]
    assert last_lines([officers], None) == []
    assert last_lines(kz.DEPLOYMENTS, None, kz.total_serving) == [apart, cover]

    def record(headcount, missions, status=kz.Status.SERVED):
        period = "2022-06-30" if status is kz.Status.SERVING else "2014/2022"
        return kz.Deployment(headcount=headcount, missions=missions, status=status, period=period)

    assert last_lines([record(10, [kz.UNIFIL, kz.MINUSMA]), record(3, kz.MINUSMA)], "UNIFIL") == [off]
    assert last_lines([record(10, kz.UNIFIL), record(0, kz.MINUSMA)], None) == [cover]
    both = [kz.UNIFIL, kz.MINUSMA]
    snapshots = [record(15, both, kz.Status.SERVING), record(kz.Headcount.around(9), kz.MINUSMA, kz.Status.SERVING)]
    assert last_lines(snapshots, "UNIFIL", kz.total_serving) == [elsewhere]
    with_around = [
        record(kz.Headcount.around(9), kz.MINUSMA, kz.Status.SERVING),
        record(6, kz.UNIFIL, kz.Status.SERVING),
    ]
    assert apart in describe(kz.total_serving(records=with_around), "en")


def test_braces_in_a_name_are_braces():
    """What stands in braces in the data is no placeholder."""
    assert describe(kz.Statement("So many as {count}, {0} or {")) == "So many as {count}, {0} or {"


def test_a_total_of_more_people_than_a_headcount_may_be_of_is_told():
    """A total of several records is told even where it is larger than any headcount."""
    total = kz.Total(
        low=10**10 + 1,
        high=2 * 10**10,
        status=kz.Status.SERVED,
        missions=kz.UNIFIL,
        period=None,
        reported_by=None,
        low_records=(),
        high_records=(),
    )
    assert "Answer: between 10,000,000,001 and 20,000,000,000 people" in describe(total)


def test_nobody_elsewhere_is_taken_off_all_the_same():
    """Where nobody served in the other missions, that is why all of a joint figure served in the one asked about."""
    told = {"status": kz.Status.SERVED, "period": "2014/2022-06-30"}
    records = [
        kz.Deployment(headcount=10, missions=(kz.MINURSO, kz.UNIFIL), **told),
        kz.Deployment(headcount=0, missions=kz.UNIFIL, **told),
    ]
    assert "The most who may have served only in other missions are taken off." in describe(
        kz.total_served("MINURSO", records=records)
    )
