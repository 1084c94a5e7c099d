"""How many different people records count: worked examples, reasoned from the rules R1 to R5 of `kzpeace._rules`."""

import itertools
import re

import pytest

import kzpeace as kz

OFFICERS_45, LEBANON_520, SAHARA_6, LEBANON_9 = kz.DEPLOYMENTS
HEADCOUNTS = {"≈": "around", "≤": "at_most", "≥": "at_least", ">": "more_than", "<": "fewer_than"}
WORDS = {
    "missions": {mission.acronym: mission for mission in kz.KNOWN_MISSIONS},
    "roles": dict(zip(("observers", "staff", "troops", "police"), kz.Role, strict=True)),
    "personnel": dict(zip(("officers", "members", "uniformed"), kz.Personnel, strict=True)),
}


def record(text):
    """Read a record such as ``≤45 served MINURSO+UNIFIL 2014/2022 observers+staff officers reported:2022-06-30``."""
    number, status, missions, period, *more = text.split()
    if number[0] in HEADCOUNTS:
        headcount = getattr(kz.Headcount, HEADCOUNTS[number[0]])(int(number[1:]))
    else:
        headcount = kz.Headcount.between(*map(int, number.split("–"))) if "–" in number else int(number)
    fields = question(" ".join([missions, *more]))
    day, source = fields.pop("reported", None), fields.pop("by", "Parliament")
    cited = day and kz.Citation(kz.Source(publisher=source, title="A report", date=day, language="en"), 1)
    return kz.Deployment(headcount=headcount, status=status, period=period, citation=cited, **fields)


def question(text):
    """Read a question such as ``MINURSO+UNIFIL troops during:2014/2017``; *any* stands for any UN mission."""
    asked = {}
    for word in text.split():
        argument, _, value = word.partition(":")
        for name, values in WORDS.items():
            if word.split("+")[0] in values:
                argument, value = name, [values[each] for each in word.split("+")]
        asked[argument] = value[0] if isinstance(value, list) and len(value) == 1 else value
    asked.pop("any", None)
    return asked


def records_of(text):
    """Read records that are separated by semicolons."""
    return [record(each) for each in text.split(";")]


def examples(table):
    """Parametrise a test by records, question and answer; above each example the table gives its reason."""
    rows = []
    for block in re.split(r"\n(?=\S)", table.strip()):
        reason, example = block.split("\n", 1)
        said, answer = " ".join(example.split()).split(" -> ")
        records, _, asked = said.partition(" ? ")
        rows.append(pytest.param(records_of(records), question(asked), answer, id=reason))
    return pytest.mark.parametrize(("records", "asked", "answer"), rows)


def assert_answers(ask, records, asked, answer):
    """Assert that the records give the answer in whatever order they come."""
    assert {str(ask(records=order, **asked)) for order in itertools.permutations(records)} == {answer}


# The article's questions.

ARTICLE_SERVED = [
    ("the 520 alone are 520; the 45 may or may not be among them; the 6 and 9 are (R3)", {}, "520–565"),
    ("since 2018: the 520, and any of the 45", {"during": "2018/.."}, "520–565"),
    ("nobody says when the 45 served", {"during": "2014/2017"}, "at most 45"),
    ("45 are officers; how many of the 520 are is not said", {"personnel": "officers"}, "45–565"),
    ("who of the 520 was no troops was one of the 45 (R5)", {"roles": "troops"}, "475–520"),
    ("a role is named only if somebody served in it (R1)", {"roles": "military observers"}, "1–45"),
    ("at most the 45 (R5)", {"missions": "UNOCI", "roles": kz.Role.STAFF_OFFICER}, "at most 45"),
    ("all, some or none of the 45 were in Lebanon too", {"missions": "UNIFIL"}, "520–565"),
    ("6 are there now (R3), and all who ever were are among the 45", {"missions": "MINURSO"}, "6–45"),
    ("at least one, or it would not be named (R1)", {"missions": kz.UNOCI}, "1–45"),
    ("on one day a snapshot bounds from above, too", {"missions": "MINURSO", "during": "2022-06-30"}, "6"),
    ("nothing is reported of it (R4)", {"missions": "MINUSCA"}, "not reported"),
    ("and of the others it is", {"missions": ["UNIFIL", "MINUSCA"]}, "at least 520"),
    ("no police are reported (R4)", {"roles": "police"}, "not reported"),
]
ARTICLE_SERVING = [
    ("6 and 9 are different people (R2), in the two missions that the report names", {}, "15"),
    ("nothing is reported of 2021 (R4)", {"on": "2021"}, "not reported"),
    ("nothing is reported of it (R4)", {"missions": "Mali"}, "not reported"),
    ("that 45 served there says nothing of that date", {"missions": "UNOCI"}, "not reported"),
    ("one of the two is not reported", {"missions": ["UNIFIL", kz.UNOCI]}, "at least 9"),
    ("among the 45 (R3), who are officers", {"missions": "MINURSO", "personnel": "officers"}, "6"),
]


@pytest.mark.parametrize(
    ("ask", "asked", "answer"),
    [
        pytest.param(ask, asked, answer, id=f"{ask.__name__}: {reason}")
        for ask, rows in ((kz.total_served, ARTICLE_SERVED), (kz.total_serving, ARTICLE_SERVING))
        for reason, asked, answer in rows
    ],
)
def test_the_articles_answers(ask, asked, answer):
    """The article's figures answer each question as far as they go, and no further."""
    assert str(ask(**asked)) == answer


@pytest.mark.parametrize(
    ("total", "low_records", "high_records", "assumes_serving_included"),
    [
        (kz.total_served(), [LEBANON_520], [OFFICERS_45, LEBANON_520], True),
        (kz.total_served("MINURSO"), [SAHARA_6], [OFFICERS_45], True),
        (kz.total_served("UNOCI"), [OFFICERS_45], [OFFICERS_45], False),
        (kz.total_served("MINURSO", during="2022-06-30"), [SAHARA_6], [SAHARA_6], False),
        (kz.total_serving(), [SAHARA_6, LEBANON_9], [SAHARA_6, LEBANON_9], False),
        (kz.total_serving("MINURSO", personnel="officers"), [SAHARA_6], [SAHARA_6], True),
        (kz.total_serving(["UNIFIL", "UNOCI"]), [LEBANON_9], [], False),
    ],
)
def test_what_the_articles_answers_rest_on(total, low_records, high_records, assumes_serving_included):
    """Each bound names its records, and a total says whether one assumes that those serving are included."""
    assert (list(total.low_records), list(total.high_records)) == (low_records, high_records)
    assert total.assumes_serving_included is assumes_serving_included


def test_a_total_keeps_its_question():
    """A total says what was asked, over which days the records speak, and by which reports."""
    total = kz.total_served("MINURSO", roles="staff officers", personnel="officers", during="2015", reported_by="2024")
    assert (total.status, total.missions, total.contributor) == (kz.Status.SERVED, (kz.MINURSO,), "KAZ")
    assert (total.roles, total.personnel) == ((kz.Role.STAFF_OFFICER,), kz.Personnel.OFFICERS)
    assert (str(total.during), total.on, str(total.reported_by)) == ("2015", None, "2024")
    total = kz.total_serving(on="2022")
    assert (total.status, total.missions) == (kz.Status.SERVING, (kz.MINURSO, kz.UNIFIL))
    assert (total.roles, total.personnel, total.during, total.on) == ((), None, None, kz.PartialDate(2022))
    assert (str(total.period), str(total.reported_by)) == ("2022-06-30", "2022-06-30")


@pytest.mark.parametrize(
    ("total", "missions"),
    [
        (kz.total_served(), "MINURSO UNOCI UNIFIL"),
        (kz.total_served(roles="troops"), "UNIFIL"),  # all others were observers and staff officers
        (kz.total_served(roles="police"), "MINURSO UNOCI UNIFIL"),  # none fits: all that are named
        (kz.total_serving(on="2021"), "MINURSO UNOCI UNIFIL"),
        (kz.total_serving(records=records_of("158 serving any 2025-05-29; 9 serving UNIFIL 2025-05-29")), ""),  # any
    ],
)
def test_which_missions_a_question_is_about(total, missions):
    """A question that names no missions is about those in which the records count somebody asked about."""
    assert " ".join(map(str, total.missions)) == missions


def test_a_total_reads_as_a_number_only_where_it_is_one():
    """A total of one number converts to it; any other raises an error that says what is known."""
    assert (int(kz.total_serving()), f"{kz.total_serving():>4}") == (15, "  15")
    for total, known in (
        (kz.total_served(), "have served in MINURSO, UNOCI, UNIFIL .* between 520 and 565"),
        (kz.total_served(["UNIFIL", "MINUSCA"]), "at least 520"),
        (kz.total_served(during="2014"), "at most 45"),
        (kz.total_serving("UNOCI"), "are serving in UNOCI is not reported, which is not zero"),
    ):
        with pytest.raises(ValueError, match=known):
            int(total)
    with pytest.raises(ValueError, match=r"^Total\.high: expected at least the low, 5, got 3"):
        kz.Total(low=5, high=3, status=kz.Status.SERVED, missions=(kz.UNIFIL,))


# One rule at a time.


ONE_RECORD = """
up to: perhaps nobody
    ≤430 served UNIFIL 2018/2022 -> at most 430
around: somebody (R1), and nothing more
    ≈430 served UNIFIL 2018/2022 -> at least 1
more than
    >500 served UNIFIL 2018/2022 -> at least 501
nobody
    0 served UNIFIL 2018/2022 -> 0
of a joint figure at least one here (R1)
    45 served UNIFIL+MINUSMA 2018/2022 ? MINUSMA -> 1–45
of two roles at least one in each (R1)
    45 served UNIFIL 2018/2022 observers+troops ? troops -> 1–45
of any role, but not of police: they are no service members
    45 served UNIFIL 2018/2022 ? police -> not reported
observers are officers (R5)
    12 served UNIFIL 2018/2022 observers ? officers -> 12
of troops perhaps none is an officer
    12 served UNIFIL 2018/2022 troops ? officers -> at most 12
perhaps all served before, and all may have served then
    45 served UNIFIL 2014/2022 ? during:2018/.. -> at most 45
no mission is named: any UN mission
    80 served any 2014/2025 -> 80
and perhaps this one
    80 served any 2014/2025 ? UNIFIL -> at most 80
"""


@examples(ONE_RECORD)
def test_what_one_record_says(records, asked, answer):
    """A headcount, exact or not, is the answer to its own question, and bounds narrower ones."""
    assert_answers(kz.total_served, records, asked, answer)


SERVED = """
a longer period includes a shorter: the later count is the number
    520 served UNIFIL 2018/2022-06-30; 700 served UNIFIL 2018/2024 -> 700
the same people may serve again, or in two missions
    100 served UNIFIL 2014/2017; 150 served UNIFIL+MINUSMA 2018 -> 150–250
parts that meet bound the whole
    100 served UNIFIL 2014/2017; 150 served UNIFIL 2018/2022; ≤400 served UNIFIL 2014/2022 -> 150–250
parts of two missions bound their joint record
    100 served UNIFIL 2014; 150 served MINUSMA 2014; ≥200 served UNIFIL+MINUSMA 2014 -> 200–250
three roles are any role of service members
    30 served UNIFIL 2018 observers; 20 served UNIFIL 2018 staff; 60 served UNIFIL 2018 troops;
    ≥100 served UNIFIL 2018 -> 100–110
two roles are not any role
    30 served UNIFIL 2018 observers; 20 served UNIFIL 2018 staff; ≥100 served UNIFIL 2018 -> at least 100
officers are service members
    45 served UNIFIL 2018 officers; 100 served UNIFIL 2018 -> 100
not all service members are officers
    45 served UNIFIL 2018 officers; ≥100 served UNIFIL 2018 -> at least 100
the officers are all the observers (R5)
    45 served UNIFIL 2018 officers; ≥30 served UNIFIL 2018 observers ? observers -> 30–45
whoever of the uniformed personnel was no service member was police
    50 served UNIFIL 2018 uniformed; 40 served UNIFIL 2018 ? police -> 10–50
whoever was not in one mission was in the other
    45 served MINURSO+UNIFIL 2014/2022; 30 served UNIFIL 2014/2022 ? MINURSO -> 15–45
but not if the part is of other days
    45 served MINURSO+UNIFIL 2014/2022; 30 served UNIFIL 2015/2022 ? MINURSO -> 1–45
whoever did not serve before served since
    45 served UNIFIL 2014/2022; 30 served UNIFIL 2014/2017 ? during:2018/.. -> 15–45
who served in no named mission is among those of all missions
    45 served UNIFIL 2014/2022; 80 served any 2014/2025 -> 80
one open end, closed by the report
    600 served UNIFIL 2018/.. reported:2024-06-30; 520 served UNIFIL 2018/2022-06-30 -> 600
but not known without a report
    600 served UNIFIL 2018/..; 520 served UNIFIL 2018/2022-06-30 -> 600–1120
a year reaches to its last day and not beyond, or before its first
    600 served UNIFIL 2019/2022; 520 served UNIFIL 2018/2022-06-30 -> 600–1120
or beyond its report
    ≤3 served UNIFIL 2014 reported:2014-09-15; 1 served UNIFIL ../2014-09-15 -> 1
parts that add up to a whole do not contradict it
    350 served UNIFIL 2014/2022; ≤150 served UNIFIL 2014/2017; 200 served UNIFIL 2018/2022 -> 350
"""


@examples(SERVED)
def test_how_counts_of_who_served_combine(records, asked, answer):
    """A record bounds another if it counts all whom that counts, in missions, days, roles and personnel (R1)."""
    assert_answers(kz.total_served, records, asked, answer)


SNAPSHOTS_OF_SERVED = """
those serving are among those who have served
    520 served UNIFIL 2018/2022; 9 serving UNIFIL 2020-01-01 -> 520
and show that so many served
    45 served MINURSO+UNIFIL 2018/2022; 9 serving UNIFIL 2020-01-01 ? UNIFIL -> 9–45
in different missions different people (R2)
    ≤100 served MINURSO+UNIFIL 2018/2022; 6 serving MINURSO 2020-01-01; 9 serving UNIFIL 2020-01-01 -> 15–100
but perhaps the same on another date
    ≤100 served MINURSO+UNIFIL 2018/2022; 6 serving MINURSO 2020-01-01; 9 serving UNIFIL 2020-01-02 -> 9–100
of several dates the most
    4 serving UNIFIL 2020-01-01; 5 serving UNIFIL 2021-01-01; 9 serving UNIFIL 2022-01-01 -> at least 9
in different roles different people (R2)
    4 serving UNIFIL 2020-01-01 observers; 5 serving UNIFIL 2020-01-01 troops -> at least 9
after the last count there may be new people
    520 served UNIFIL 2018/2022; 9 serving UNIFIL 2023-01-01 -> at least 520
periods end at their report: June's cannot count December's nine
    520 served UNIFIL 2018/2022 reported:2022-06-30; 9 serving UNIFIL 2022-12-31 -> at least 520
of a mission with nothing but a snapshot there is no count of who served
    520 served UNIFIL 2018/2022; 9 serving MINUSMA 2020-01-01 -> at least 520
but if nobody serves there nothing is open
    520 served UNIFIL 2018/2022; 0 serving MINUSMA 2020-01-01 -> 520
they serve in a role that no count of who served has (R3)
    45 served MINURSO 2014/2022 observers+staff; 100 serving MINURSO 2020-01-01 troops -> 100–145
their role is not named, so it is one that the count has (R3)
    45 served MINURSO 2014/2022 observers+staff; 10 serving MINURSO 2020-01-01 -> 45
the count is of officers, so those in its role are (R3)
    45 served MINURSO 2014/2022 staff officers; 10 serving MINURSO 2020-01-01 staff -> 45
none of them is in a role that no count has, as none is named (R3)
    ≤45 served MINURSO 2014/2022 observers; ≤99 served UNIFIL 2014/2022; 15 serving MINURSO+UNIFIL 2020-01-01;
    6 serving MINURSO 2020-01-01 observers ? UNIFIL -> 9–99
they include police, whom no count has (R3)
    100 served UNIFIL 2018/2022; 20 serving UNIFIL 2020-01-01 uniformed -> 100–120
police are counted apart
    100 served UNIFIL 2018/2022; 20 serving UNIFIL 2020-01-01 police ? police -> at least 20
"""


@examples(SNAPSHOTS_OF_SERVED)
def test_what_snapshots_say_of_who_served(records, asked, answer):
    """People serving on a date have served there by then (R3), and those of one date are different people (R2)."""
    assert_answers(kz.total_served, records, asked, answer)


SERVING = """
the latest date only
    12 serving UNIFIL 2020-01-01; 9 serving UNIFIL 2021-01-01 -> 9
a mission of an earlier date is not reported on it
    12 serving MINUSMA 2020-01-01; 9 serving UNIFIL 2021-01-01 -> at least 9
on a date asked about
    12 serving MINUSMA 2020-01-01; 9 serving UNIFIL 2021-01-01 ? on:2020-01-01 -> 12
the latest in a year asked about
    12 serving UNIFIL 2020-01-01; 13 serving UNIFIL 2020-06-01; 9 serving UNIFIL 2021-01-01 ? on:2020 -> 13
of a joint figure perhaps nobody
    15 serving MINURSO+UNIFIL 2021-01-01 ? UNIFIL -> at most 15
the whole less a part
    15 serving MINURSO+UNIFIL 2021-01-01; 6 serving MINURSO 2021-01-01 ? UNIFIL -> 9
the whole less a part of at most 6
    15 serving MINURSO+UNIFIL 2021-01-01; ≤6 serving MINURSO 2021-01-01 ? UNIFIL -> 9–15
the whole less a part of at least 6
    15 serving MINURSO+UNIFIL 2021-01-01; ≥6 serving MINURSO 2021-01-01 ? UNIFIL -> at most 9
the whole less those in another role
    15 serving UNIFIL 2021-01-01; 6 serving UNIFIL 2021-01-01 observers+staff ? troops -> 9
police less service members
    15 serving UNIFIL 2021-01-01 uniformed; 6 serving UNIFIL 2021-01-01 ? police -> 9
around so many is somebody, and no more than have served
    120 served UNIFIL 2018/2022; ≈100 serving UNIFIL 2021-01-01 -> 1–120
those serving elsewhere on the date do not serve here
    20 served MINURSO+UNIFIL 2020/2022; 15 serving MINURSO 2021-01-01; ≈3 serving UNIFIL 2021-01-01 ? UNIFIL -> 1–5
wholes less what each has elsewhere
    10 serving UNIFIL+MINURSO 2021-01-01; 5 serving UNOCI+UNDOF 2021-01-01; 0 serving UNDOF 2021-01-01;
    8 serving UNDOF+MINUSMA 2021-01-01; ≤10 serving MINURSO+UNDOF+MINUSMA 2021-01-01 ? UNIFIL+UNOCI -> 13–15
wholes less what they have elsewhere together
    5 serving UNIFIL+MINURSO 2021-01-01; 5 serving UNOCI+UNDOF 2021-01-01; ≤3 serving MINURSO+UNDOF 2021-01-01;
    ≥20 serving UNIFIL+MINUSMA 2021-01-01 ? UNIFIL+UNOCI -> 7–10
wholes of which each alone may have everyone elsewhere
    5 serving UNIFIL+MINURSO 2021-01-01; 5 serving UNOCI+UNDOF 2021-01-01; ≤6 serving MINURSO+UNDOF 2021-01-01
    ? UNIFIL+UNOCI -> 4–10
nine of them in a mission that is named, the others in any
    158 serving any 2025-05-29; 9 serving UNIFIL 2025-05-29 -> 158
"""


@examples(SERVING)
def test_who_is_serving(records, asked, answer):
    """Who serves is answered from the snapshots of one date, never of several dates mixed."""
    assert_answers(kz.total_serving, records, asked, answer)


def test_a_bound_names_all_the_records_it_takes_and_no_others():
    """A whole less a part rests on both, a high on each part it adds up, and nothing on who may be nobody."""
    whole, part, other = records_of("45 served MINURSO+UNIFIL 2014; 30 served UNIFIL 2014; 40 served MINURSO 2014")
    total = kz.total_served("MINURSO", records=[part, whole])
    assert (total.low, total.low_records, total.high_records) == (15, (part, whole), (whole,))
    total = kz.total_served(records=[record("≤99 served MINURSO+UNIFIL 2014"), part, other])
    assert (str(total), total.low_records, total.high_records) == ("40–70", (other,), (part, other))
    total = kz.total_served(records=[record("9 serving UNIFIL 2014-01-01"), record("9 served UNIFIL 2014")])
    assert [each.status for each in total.low_records] == [kz.Status.SERVED]  # of equal evidence
    perhaps, some = records_of("≤3 serving MINURSO 2021-01-01; 9 serving UNIFIL 2021-01-01")
    total = kz.total_serving(records=[perhaps, some])
    assert (str(total), total.low_records, total.high_records) == ("9–12", (some,), (perhaps, some))
    here, there, whole = records_of(
        "≤9 serving UNIFIL 2021-01-01; 15 serving MINURSO 2021-01-01; 20 served MINURSO+UNIFIL 2020/2022"
    )
    total = kz.total_serving("UNIFIL", records=[here, there, whole])
    assert (str(total), total.high_records) == ("at most 5", (there, whole))


# Other ways to ask.


UN_TABLE = records_of(
    "6 serving MINURSO 2022-06-30 reported:2022-07-31 by:UN; 10 serving UNIFIL 2022-06-30 reported:2022-07-31 by:UN"
)


def test_totals_by_mission():
    """The two totals of each mission that is named, or asked about, stand by its acronym."""
    totals = kz.totals_by_mission()
    assert list(totals) == ["MINURSO", "UNOCI", "UNIFIL"]
    assert str(totals["UNOCI"]) == "served 1–45, serving not reported"
    assert str(totals).splitlines() == [f"{acronym} {both}" for acronym, both in totals.items()]
    some = kz.totals_by_mission(["Mali", "UNIFIL"])
    assert (list(some), some["UNIFIL"]) == (["MINUSMA", "UNIFIL"], totals["UNIFIL"])
    with pytest.raises(KeyError, match="UNDOF"):
        totals["UNDOF"]


def test_totals_by_source():
    """Each publisher's own records, and those without a source, are counted by themselves."""
    records = [*kz.DEPLOYMENTS, *UN_TABLE, record("12 serving UNIFIL 2022-06-30")]
    totals = kz.totals_by_source(records=records)
    assert [(source, str(both.served), str(both.serving)) for source, both in totals.items()] == [
        ("Kazinform", "520–565", "15"),
        ("UN", "at least 16", "16"),
        ("no source", "at least 12", "12"),
    ]
    assert totals["UN"].serving.low_records == tuple(UN_TABLE)
    assert str(kz.totals_by_source("MINURSO", records=records)["UN"].serving) == "6"


def test_serving_over_time():
    """There is a total for each date that is reported, in order, and it may be asked for in part."""
    records = records_of("9 serving UNIFIL 2021-12-31; 6 serving UNOCI 2020-12-31; 5 serving UNOCI 2021-12-31 troops")
    totals = kz.serving_over_time(records=records)
    assert [(str(total.on), str(total)) for total in totals] == [("2020-12-31", "6"), ("2021-12-31", "14")]
    assert list(map(str, kz.serving_over_time("UNOCI", roles="troops", records=records))) == ["at most 6", "5"]
    assert list(kz.serving_over_time(records=LEBANON_520)) == []


def test_missions_that_a_newer_snapshot_leaves_out():
    """A newer snapshot of one mission gives a lower bound, and says when the other missions were last reported."""
    records = [*kz.DEPLOYMENTS, record("139 serving UNDOF 2024-06-30 reported:2024-06-30")]
    total = kz.total_serving(records=records)
    assert (str(total), str(total.period)) == ("at least 139", "2024-06-30")
    then = kz.PartialDate(2022, 6, 30)
    assert total.unreported == ((kz.MINURSO, then), (kz.UNIFIL, then))
    assert kz.total_serving("UNOCI", records=records).unreported == ((kz.UNOCI, None),)
    assert str(kz.total_serving(on="2022", records=records)) == "15"
    assert str(kz.total_serving(records=records, reported_by="2024-06-29")) == "15"
    assert str(kz.total_served("UNDOF", records=records)) == "at least 139"
    assert str(kz.total_served(records=records)) == "at least 520"  # nothing says who else served there


def test_records_may_come_in_any_form():
    """Records are taken from any iterable, one alone, or in a data set, and equal records count once."""
    for ask in (kz.total_served, kz.total_serving):
        assert ask(records=iter(kz.DEPLOYMENTS)) == ask()
        assert ask(records=[*kz.DEPLOYMENTS, *kz.DEPLOYMENTS]) == ask()
        assert ask(records=kz.Dataset(deployments=kz.DEPLOYMENTS)) == ask()
    open_ended = record("5 served UNIFIL 2018/..")
    assert str(kz.total_served(records=[open_ended, open_ended])) == "5"
    assert str(kz.total_served(records=LEBANON_520)) == "520"


# Statements of other years, as a reader would add them.


def test_three_statements_to_parliament():
    """Reports of 2018, 2022 and 2024 together say no more than they must, with or without the rank of the officers."""
    five = "MINURSO+UNOCI+MINUSMA+MINUSCA+UNIFIL"
    for rank in ("officers", ""):
        records = [
            *records_of(f"""11 served MINURSO+UNOCI 2014/2018-06-15 observers+staff {rank} reported:2018-06-15;
                5 serving MINURSO 2018-06-15 reported:2018-06-15"""),
            *kz.DEPLOYMENTS,
            *records_of(f"""67 served {five} 2014/2024-01-19 observers+staff {rank} reported:2024-01-19;
                538 served UNIFIL 2018/2024-01-19 troops reported:2024-01-19;
                6 serving MINURSO 2024-01-19 officers reported:2024-01-19;
                2 serving MINUSCA 2024-01-19 officers reported:2024-01-19;
                2 serving MONUSCO 2024-01-19 officers reported:2024-01-19;
                9 serving UNIFIL 2024-01-19 reported:2024-01-19"""),
        ]
        assert str(kz.total_served(records=records, reported_by="2022")) == "520–565"
        assert str(kz.total_served(five.split("+"), records=records)) == "538–605"
        # Two serve in MONUSCO, and no count of who served has it.
        assert str(kz.total_served(records=records)) == "at least 538"
        assert str(kz.total_serving(records=records)) == "19"


@pytest.mark.parametrize(
    ("later", "everyone", "mali"),
    [
        ("700 served UNIFIL 2018/2024", "700–745", "not reported"),
        ("≤430 served MINUSCA+MINUSMA+UNIFIL 2023/2024", "520–995", "at most 430"),
        ("≈430 served MINUSCA+MINUSMA+UNIFIL 2023/2024", "at least 520", "at least 1"),
        ("400–430 served MINUSCA+MINUSMA+UNIFIL 2023/2024", "520–995", "1–430"),
        ("600 served MINURSO+UNOCI+UNIFIL+MINUSMA 2014/2024", "600", "1–600"),
        ("≈500 served UNIFIL 2018/2022-06-30", "520–565", "not reported"),
    ],
)
def test_a_later_statement(later, everyone, mali):
    """A later count that includes an earlier one takes its place; *up to* and *around* stay what they are."""
    records = [*kz.DEPLOYMENTS, record(f"{later} reported:2024-12-31")]
    assert str(kz.total_served(records=records)) == everyone
    assert str(kz.total_served("Mali", records=records)) == mali


# What was reported by a date.


@pytest.mark.parametrize(
    ("later", "reported_by", "answer"),
    [
        ("2018/2024-06-30 reported:2024-06-30", "2022-06-30", "520"),
        ("2018/2024-06-30 reported:2024-06-30", "2024-06", "700"),
        ("2018/2022-06-30 reported:2024-06-30", "2022", "520"),  # whatever the date of what it reports
        ("2018/2023 reported:2024", "2024-11-30", "520"),  # it may be of the year's last day
        ("2018/2023 reported:2024", "2024", "700"),
        ("2018/2024", "2024-12-30", "520"),  # without a source, the end of the period
        ("2018/2024", "2024-12-31", "700"),
    ],
)
def test_reported_by_leaves_out_later_reports(later, reported_by, answer):
    """Only what was reported by the last day of a date is counted, even where a later report contradicts it."""
    records = [LEBANON_520, record(f"700 served UNIFIL {later}")]
    assert str(kz.total_served(records=records, reported_by=reported_by)) == answer


def test_the_days_and_reports_of_a_total():
    """A total is about the days that its records speak of, by the latest report; open or unknown where one is."""
    for periods, period, reported_by in (
        ("2014/2016 2018/2022-06", "2014/2022-06", "2022-06"),
        ("../2016 2018/2022", "../2022", "2022"),
        ("2014/.. 2018/2022", "2014/..", "None"),
        ("../2018 2016/..", "../2018", "None"),
        ("2018/2022-06 2014/2022", "2014/2022", "2022"),
    ):
        total = kz.total_served(records=[record(f"≈9 served UNIFIL {each}") for each in periods.split()])
        assert (str(total.period), str(total.reported_by)) == (period, reported_by)


# What is refused.

BOTH = kz.total_served, kz.total_serving
ALL = *BOTH, kz.totals_by_mission, kz.totals_by_source, kz.serving_over_time
OTHER_UNIFIL = kz.Mission(acronym="Unifil", name="Another")
NEIGHBOURS_5 = kz.Deployment(headcount=5, missions=kz.UNIFIL, status="served", period="2018", contributor="KGZ")


@pytest.mark.parametrize(
    ("asks", "arguments", "message"),
    [
        (ALL, {"records": []}, "records: expected at least one Deployment"),
        (ALL, {"records": [LEBANON_520, 45]}, "records: expected .* got 45"),
        (ALL, {"records": [LEBANON_520, NEIGHBOURS_5]}, "records: .* one contributor, got KAZ and KGZ"),
        (ALL, {"reported_by": "2022-06-29"}, "no record was reported by 2022-06-29; the earliest is of 2022-06-30"),
        (ALL, {"reported_by": 20220630}, "reported_by: expected a date .* got 20220630"),
        (
            ALL,
            {"records": record("12 served UNIFIL 2018/.."), "reported_by": "2024"},
            "reported_by: .* no date, .* 12 ",
        ),
        (ALL, {"missions": "UNIFILL"}, "did you mean UNIFIL"),
        (ALL, {"missions": OTHER_UNIFIL}, "unequal missions have the acronym Unifil"),
        (ALL, {"missions": kz.DEPLOYMENTS}, "records="),
        (BOTH, {"roles": "cooks"}, "roles: .*cooks"),
        (BOTH, {"personnel": "generals"}, "personnel: .*generals"),
        (BOTH[:1], {"during": "summer"}, "during: .*summer"),
        (BOTH[1:], {"on": "summer"}, "on: .*summer"),
    ],
)
def test_what_cannot_be_asked(asks, arguments, message):
    """Bad arguments are a ValueError that names the argument or the thing, and says what is wrong with it."""
    for ask in asks:
        with pytest.raises(ValueError, match=message):
            ask(**arguments)


@pytest.mark.parametrize("ask", BOTH)
def test_several_missions_come_in_a_list(ask):
    """Missions one by one are a TypeError that says to pass a list."""
    with pytest.raises(TypeError, match=r"pass a list such as \['MINURSO', 'UNIFIL'\]"):
        ask("MINURSO", "UNIFIL")


CONTRADICTIONS = """
a count that includes an earlier one is smaller
    520 served UNIFIL 2018/2022; 500 served UNIFIL 2018/2024 -> 520, 500
more are serving than have served
    45 served MINURSO 2014/2022; 50 serving MINURSO 2020-01-01 -> 50, 45
a whole is more than its parts
    350 served UNIFIL 2014/2022; 100 served UNIFIL 2014/2017; 200 served UNIFIL 2018/2022 -> 350, 300
those serving in two missions are more than both have had
    ≤3 served MINURSO+UNIFIL 2020 observers; ≤3 served MINURSO+UNIFIL 2020 staff;
    ≤3 served MINURSO+UNIFIL 2020 troops; 6 serving MINURSO 2020-01-01; 6 serving UNIFIL 2020-01-01 -> 12, 9
two counts of one thing
    9 serving UNIFIL 2020-01-01; 12 serving UNIFIL 2020-01-01 ? on:2020 -> 12, 9
different people on one date (R2), together more than the whole
    15 serving MINURSO+UNIFIL 2020-01-01; 6 serving MINURSO 2020-01-01; 10 serving UNIFIL 2020-01-01 ? on:2020 -> 16, 15
more are left over for a mission than it has
    10 serving UNIFIL+MINUSMA 2022-06-30; ≤10 serving MINUSMA+UNDOF 2022-06-30;
    9 serving UNDOF 2022-06-30; ≤8 serving UNIFIL 2022-06-30 ? UNIFIL on:2022-06-30 -> 9, 8
"""


@examples(CONTRADICTIONS)
def test_records_that_contradict_each_other(records, asked, answer):
    """Records that cannot all be true are an error that names them, both numbers and what to do."""
    low, high = answer.split(", ")
    ask = kz.total_serving if "on" in asked else kz.total_served
    for order in itertools.permutations(records):
        with pytest.raises(kz.ContradictionError, match=f"at least {low} .* at most {high} .* leave one of") as caught:
            ask(records=order, **asked)
        assert set(caught.value.records) == set(records)
        assert all(str(each) in str(caught.value) for each in records)


def test_two_sources_that_differ_by_one():
    """Sources that differ stop only the question they differ on, and the error says how to go on."""
    records = [*kz.DEPLOYMENTS, *UN_TABLE]
    assert str(kz.total_served(records=records)) == "520–565"
    assert str(kz.total_serving("MINURSO", records=records)) == "6"
    assert str(kz.total_serving(records=records, reported_by="2022-06-30")) == "15"
    for missions in ("UNIFIL", None):
        with pytest.raises(
            kz.ContradictionError, match=r"UN 2022-07-31.* Kazinform 2022-06-30.* totals_by_source"
        ) as error:
            kz.total_serving(missions, records=records)
        assert {UN_TABLE[1], LEBANON_9} <= set(error.value.records)
