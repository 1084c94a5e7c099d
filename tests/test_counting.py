"""How many different people records count: worked examples, each bound reasoned from the rules R1 to R4.

R1. A record counts, each once, the people who served in any of its missions, on any day of its period, in any of its
    roles, among its personnel; a SERVED record names a mission only if at least one of them served there.
R2. On one date a person serves in one mission, in one role.
R3. People SERVING in a mission on a date are among those counted by the SERVED records that cover mission and date.
R4. What no record states is not known.
"""

import itertools
import re

import pytest

import kzpeace as kz


OFFICERS_45, LEBANON_520, SAHARA_6, LEBANON_9 = kz.DEPLOYMENTS
SAHARA, IVORY_COAST, LEBANON, MALI = kz.MINURSO, kz.UNOCI, kz.UNIFIL, kz.MINUSMA
GOLAN = kz.Mission(acronym="UNDOF", name="United Nations Disengagement Observer Force", territories="SY")
OBSERVER, STAFF, TROOPS = kz.Role.MILITARY_OBSERVER, kz.Role.STAFF_OFFICER, kz.Role.TROOPS
around, at_most, at_least, between = (
    kz.Headcount.around,
    kz.Headcount.at_most,
    kz.Headcount.at_least,
    kz.Headcount.between,
)


def reported(day):
    """The citation of a statement to Parliament."""
    return kz.Citation(kz.Source(publisher="Parliament", title=f"Statement of {day}", date=day, language="en"), 1)


def served(headcount, missions, period, roles=(), *, day=None, personnel=kz.Personnel.SERVICE_MEMBERS):
    """A record of who has served; with the day of a statement that says so, if there is one."""
    return kz.Deployment(
        headcount=headcount,
        missions=missions,
        status=kz.Status.SERVED,
        period=period,
        roles=roles,
        personnel=personnel,
        citation=day and reported(day),
    )


def serving(headcount, missions, date, roles=(), *, day=None, personnel=kz.Personnel.SERVICE_MEMBERS):
    """A record of who serves on a date; with the day of a statement that says so, if there is one."""
    return kz.Deployment(
        headcount=headcount,
        missions=missions,
        status=kz.Status.SERVING,
        period=date,
        roles=roles,
        personnel=personnel,
        citation=day and reported(day),
    )


def examples(*table):
    """Parametrise a test by records, missions asked about and answer, each with the reason as its name."""
    return pytest.mark.parametrize(
        ("records", "missions", "answer"), [pytest.param(*example, id=reason) for reason, *example in table]
    )


# The article's own questions, and what each bound rests on.


@pytest.mark.parametrize(
    ("missions", "answer", "low_records", "high_records"),
    [
        # The 520 alone are 520; the 45 may or may not be among them; the 6 and 9 are among those who served (R3).
        (None, "520–565", [LEBANON_520], [OFFICERS_45, LEBANON_520]),
        # All, some or none of the 45.
        ("UNIFIL", "520–565", [LEBANON_520], [OFFICERS_45, LEBANON_520]),
        # 6 are there now, and all who ever were are among the 45.
        ("MINURSO", "6–45", [SAHARA_6], [OFFICERS_45]),
        # At least one, or it would not be named (R1).
        (kz.UNOCI, "1–45", [OFFICERS_45], [OFFICERS_45]),
        (["MINURSO", "UNOCI"], "6–45", [SAHARA_6], [OFFICERS_45]),
        ([kz.MINURSO, "Côte d'Ivoire", "lebanon"], "520–565", [LEBANON_520], [OFFICERS_45, LEBANON_520]),
        # No record names it (R4).
        ("MINUSCA", "not reported", [], []),
        (["UNIFIL", "MINUSCA"], "at least 520", [LEBANON_520], []),
    ],
)
def test_who_has_served_by_the_article(missions, answer, low_records, high_records):
    """The article's answer to who has served is an interval, with the records each bound rests on."""
    total = kz.total_served(missions)
    assert str(total) == answer
    assert list(total.low_records) == low_records
    assert list(total.high_records) == high_records


@pytest.mark.parametrize(
    ("missions", "answer", "records"),
    [
        (None, "15", [SAHARA_6, LEBANON_9]),  # different people (R2)
        ("MINURSO", "6", [SAHARA_6]),
        (kz.UNIFIL, "9", [LEBANON_9]),
        (["UNIFIL", "MINURSO"], "15", [SAHARA_6, LEBANON_9]),
        ("MINUSCA", "not reported", []),
        ("UNOCI", "not reported", []),  # that 45 served there says nothing of that date
    ],
)
def test_who_serves_by_the_article(missions, answer, records):
    """The article's answer to who is serving is a number, where it gives one."""
    total = kz.total_serving(missions)
    assert str(total) == answer
    assert list(total.low_records) == list(total.high_records) == records


def test_a_mission_that_is_not_reported_leaves_the_total_open():
    """With a mission of which nobody is reported to serve, the total has a low and no high."""
    total = kz.total_serving(["UNIFIL", "UNOCI"])
    assert str(total) == "at least 9"
    assert (total.low, total.high, total.low_records, total.high_records) == (9, None, (LEBANON_9,), ())


def test_a_total_is_a_number_only_where_it_is_one():
    """A total of one number converts to it, and any other raises, saying what is known."""
    assert int(kz.total_serving()) == 15
    perhaps_nobody = kz.total_served(records=served(at_most(3), LEBANON, "2018"))
    no_number, unknown = "not one number; use .low and .high", "not known, and is not zero"
    for total, known in (
        (
            kz.total_served(),
            f"between 520 and 565: how many people have served in MINURSO, UNOCI, UNIFIL is {no_number}",
        ),
        (kz.total_served("MINUSCA"), f"not reported: how many people have served in MINUSCA is {unknown}"),
        (
            kz.total_served(["UNIFIL", "MINUSCA"]),
            f"at least 520: how many people have served in UNIFIL, MINUSCA is {no_number}",
        ),
        (perhaps_nobody, f"between 0 and 3: how many people have served in UNIFIL is {no_number}"),
        (kz.total_serving("UNOCI"), f"not reported: how many people are serving in UNOCI is {unknown}"),
    ):
        with pytest.raises(ValueError, match=f"^{re.escape(known)}$"):
            int(total)


def test_a_total_keeps_its_question():
    """A total says what was asked: of whom, of which missions, over which days and by which reports."""
    total = kz.total_served("MINURSO", reported_by="2024")
    assert (total.status, total.missions) == (kz.Status.SERVED, (kz.MINURSO,))
    assert (str(total.period), str(total.reported_by)) == ("2014/2022-06-30", "2024")
    total = kz.total_serving()
    assert (total.status, total.missions) == (kz.Status.SERVING, (kz.MINURSO, kz.UNIFIL))
    assert (str(total.period), str(total.reported_by)) == ("2022-06-30", "2022-06-30")
    assert kz.total_served().missions == (kz.MINURSO, kz.UNOCI, kz.UNIFIL)
    assert kz.total_served("MINUSCA").period is None


def test_totals_by_mission():
    """The two totals of each mission that a record names stand by its acronym, in the records' order."""
    totals = kz.totals_by_mission()
    assert list(totals) == ["MINURSO", "UNOCI", "UNIFIL"]
    for acronym, both in totals.items():
        assert both.served == kz.total_served(acronym)
        assert both.serving == kz.total_serving(acronym)
    assert str(totals["UNOCI"]) == "served 1–45, serving not reported"
    assert str(totals).splitlines() == [f"{acronym} {both}" for acronym, both in totals.items()]
    with pytest.raises(KeyError, match=r"^'UNDOF'$"):
        totals["UNDOF"]


def test_a_notebook_shows_totals():
    """In a notebook a total, and the totals by mission, are shown as a table of themselves."""
    assert "520–565" in kz.total_served()._repr_html_()
    assert "UNOCI" in kz.totals_by_mission()._repr_html_()


# One rule at a time.


@examples(
    ("exactly", [served(520, LEBANON, "2018/2022")], None, "520"),
    ("up to: perhaps nobody", [served(at_most(430), LEBANON, "2018/2022")], None, "at most 430"),
    ("around: somebody, R1, and no bounds", [served(around(430), LEBANON, "2018/2022")], None, "at least 1"),
    ("around nobody: says nothing", [served(around(0), LEBANON, "2018/2022")], None, "not reported"),
    ("more than 500", [served(at_least(501), LEBANON, "2018/2022")], None, "at least 501"),
    ("between", [served(between(520, 565), LEBANON, "2018/2022")], None, "520–565"),
    ("nobody", [served(0, LEBANON, "2018/2022")], None, "0"),
    ("of a joint figure at least one here, R1", [served(45, [LEBANON, MALI], "2018/2022")], MALI, "1–45"),
    (
        "up to so many in two: perhaps nobody here",
        [served(at_most(45), [LEBANON, MALI], "2018/2022")],
        MALI,
        "at most 45",
    ),
    ("more than 44 in two", [served(at_least(45), [LEBANON, MALI], "2018/2022")], MALI, "at least 1"),
)
def test_one_record_says_what_its_source_does(records, missions, answer):
    """One record's headcount, exact or not, is the answer for all its missions, and bounds it for each."""
    assert str(kz.total_served(missions, records=records)) == answer


@examples(
    (
        "a longer period includes a shorter: the later count is the number",
        [served(520, LEBANON, "2018/2022-06-30"), served(700, LEBANON, "2018/2024")],
        None,
        "700",
    ),
    (
        "the same people may serve again",
        [served(100, LEBANON, "2014/2017"), served(150, LEBANON, "2018")],
        None,
        "150–250",
    ),
    ("or in two missions", [served(100, LEBANON, "2014/2017"), served(150, MALI, "2014/2017")], None, "150–250"),
    ("and are counted for each", [served(100, LEBANON, "2014/2017"), served(150, MALI, "2014/2017")], "UNIFIL", "100"),
    (
        "parts that meet bound the whole",
        [
            served(100, LEBANON, "2014/2017"),
            served(150, LEBANON, "2018/2022"),
            served(at_most(400), LEBANON, "2014/2022"),
        ],
        None,
        "150–250",
    ),
    (
        "parts with a gap between them do not",
        [
            served(100, LEBANON, "2014/2016"),
            served(150, LEBANON, "2018/2022"),
            served(at_most(400), LEBANON, "2014/2022"),
        ],
        None,
        "150–400",
    ),
    (
        "parts of two missions bound their joint record",
        [served(100, LEBANON, "2014"), served(150, MALI, "2014"), served(at_least(200), [LEBANON, MALI], "2014")],
        None,
        "200–250",
    ),
    (
        "three roles are any role",
        [
            served(30, LEBANON, "2018/2022", OBSERVER),
            served(20, LEBANON, "2018/2022", STAFF),
            served(60, LEBANON, "2018/2022", TROOPS),
            served(at_least(100), LEBANON, "2018/2022"),
        ],
        None,
        "100–110",
    ),
    (
        "two roles are not any role",
        [
            served(30, LEBANON, "2018/2022", OBSERVER),
            served(20, LEBANON, "2018/2022", STAFF),
            served(at_least(100), LEBANON, "2018/2022"),
        ],
        None,
        "at least 100",
    ),
    (
        "officers are service members",
        [served(45, LEBANON, "2018", personnel=kz.Personnel.OFFICERS), served(100, LEBANON, "2018")],
        None,
        "100",
    ),
    (
        "not all service members are officers",
        [served(45, LEBANON, "2018", personnel=kz.Personnel.OFFICERS), served(at_least(100), LEBANON, "2018")],
        None,
        "at least 100",
    ),
    (
        "who is not in one mission is in the other",
        [served(45, [SAHARA, LEBANON], "2014/2022"), served(30, LEBANON, "2014/2022")],
        SAHARA,
        "15–45",
    ),
    (
        "but not where the part is of other days",
        [served(45, [SAHARA, LEBANON], "2014/2022"), served(30, LEBANON, "2015/2022")],
        SAHARA,
        "1–45",
    ),
    (
        "or may be larger",
        [served(45, [SAHARA, LEBANON], "2014/2022"), served(at_least(30), LEBANON, "2014/2022")],
        SAHARA,
        "1–45",
    ),
)
def test_records_of_who_served(records, missions, answer):
    """Records bound one another where one counts all that others do, in missions, days, roles and personnel (R1)."""
    for order in itertools.permutations(records):
        assert str(kz.total_served(missions, records=order)) == answer


def test_a_bound_rests_on_all_the_records_it_takes():
    """A low that is a whole less a part rests on both, and a high that takes several parts rests on each of them."""
    whole, part, other = served(45, [SAHARA, LEBANON], "2014"), served(30, LEBANON, "2014"), served(40, SAHARA, "2014")
    total = kz.total_served(SAHARA, records=[part, whole])
    assert (total.low, total.low_records, total.high_records) == (15, (part, whole), (whole,))
    total = kz.total_served(records=[served(at_most(99), [SAHARA, LEBANON], "2014"), part, other])
    assert (str(total), total.low_records, total.high_records) == ("40–70", (other,), (part, other))


def test_of_equal_evidence_who_served_is_named():
    """Where those serving on a date are as many as a record of who served counts, the low rests on that record."""
    records = served(9, LEBANON, "2018/2022"), serving(9, LEBANON, "2020-01-01")
    assert kz.total_served(records=records).low_records == records[:1]


def test_evidence_is_as_short_as_it_can_be():
    """Of records that show as many the one that counts most is named, without others that add nothing."""
    records = served(5, [SAHARA, LEBANON], "2014"), served(4, [SAHARA, MALI], "2014"), served(4, LEBANON, "2014")
    assert kz.total_served(SAHARA, records=records).low_records == records[:1]


def test_evidence_leaves_out_who_may_be_nobody():
    """A low of nobody rests on no record, and no low rests on a record that may count nobody."""
    whole, perhaps = serving(15, [SAHARA, LEBANON], "2021-01-01"), serving(at_most(3), SAHARA, "2021-01-01")
    total = kz.total_serving(LEBANON, records=whole)
    assert (str(total), total.low_records, total.high_records) == ("at most 15", (), (whole,))
    some = serving(9, LEBANON, "2021-01-01")
    total = kz.total_serving(records=[perhaps, some])
    assert (str(total), total.low_records, total.high_records) == ("9–12", (some,), (perhaps, some))


@pytest.mark.parametrize(("elsewhere", "answer"), [(15, "at most 5"), (20, "0")])
def test_a_high_names_those_who_serve_elsewhere(elsewhere, answer):
    """A high that is a whole less those who serve elsewhere on the date rests on both, and may leave nobody."""
    whole, here = served(20, [SAHARA, LEBANON], "2020/2022"), serving(at_most(9), LEBANON, "2021-01-01")
    there = serving(elsewhere, SAHARA, "2021-01-01")
    total = kz.total_serving(LEBANON, records=[here, there, whole])
    assert (str(total), total.high_records) == (answer, (there, whole))


@examples(
    ("serving are among served", [served(520, LEBANON, "2018/2022"), serving(9, LEBANON, "2020-01-01")], None, "520"),
    (
        "and show that so many served",
        [served(45, [SAHARA, LEBANON], "2018/2022"), serving(9, LEBANON, "2020-01-01")],
        LEBANON,
        "9–45",
    ),
    (
        "in different missions different people, R2",
        [
            served(at_most(100), [SAHARA, LEBANON], "2018/2022"),
            serving(6, SAHARA, "2020-01-01"),
            serving(9, LEBANON, "2020-01-01"),
        ],
        None,
        "15–100",
    ),
    (
        "but perhaps the same on another date",
        [
            served(at_most(100), [SAHARA, LEBANON], "2018/2022"),
            serving(6, SAHARA, "2020-01-01"),
            serving(9, LEBANON, "2020-01-02"),
        ],
        None,
        "9–100",
    ),
    (
        "of several dates the most",
        [serving(count, LEBANON, f"202{year}-01-01") for year, count in enumerate((4, 4, 9))],
        None,
        "at least 9",
    ),
    (
        "in different roles different people, R2",
        [serving(4, LEBANON, "2020-01-01", OBSERVER), serving(5, LEBANON, "2020-01-01", TROOPS)],
        None,
        "at least 9",
    ),
    (
        "the observers are among all",
        [serving(4, LEBANON, "2020-01-01", OBSERVER), serving(9, LEBANON, "2020-01-01")],
        None,
        "at least 9",
    ),
    (
        "outside what served records cover",
        [served(520, LEBANON, "2018/2022"), serving(9, LEBANON, "2023-01-01")],
        None,
        "at least 520",
    ),
    (
        "in another mission, which is not asked about",
        [served(520, LEBANON, "2018/2022"), serving(9, MALI, "2020-01-01")],
        None,
        "520",
    ),
    (
        "in a role that no served record counts",
        [served(45, SAHARA, "2014/2022", [OBSERVER, STAFF]), serving(100, SAHARA, "2020-01-01", TROOPS)],
        None,
        "100–145",
    ),
    (
        "in no role: the role that the served record counts, R3",
        [served(45, SAHARA, "2014/2022", [OBSERVER, STAFF]), serving(10, SAHARA, "2020-01-01")],
        None,
        "45",
    ),
    (
        "in a role that the served record counts, as officers: R3",
        [
            served(45, SAHARA, "2014/2022", STAFF, personnel=kz.Personnel.OFFICERS),
            serving(10, SAHARA, "2020-01-01", STAFF),
        ],
        None,
        "45",
    ),
    (
        "in no role: none of them in a role that no served record counts, R3",
        [
            served(at_most(45), SAHARA, "2014/2022", OBSERVER),
            served(at_most(99), LEBANON, "2014/2022"),
            serving(15, [SAHARA, LEBANON], "2020-01-01"),
            serving(6, SAHARA, "2020-01-01", OBSERVER),
        ],
        LEBANON,
        "9–99",
    ),
)
def test_snapshots_show_that_people_served(records, missions, answer):
    """People serving on a date are among those who served there by then, and those of one date are different people."""
    for order in itertools.permutations(records):
        assert str(kz.total_served(missions, records=order)) == answer


@examples(
    ("the latest date only", [serving(12, LEBANON, "2020-01-01"), serving(9, LEBANON, "2021-01-01")], None, "9"),
    ("and its missions only", [serving(12, MALI, "2020-01-01"), serving(9, LEBANON, "2021-01-01")], None, "9"),
    (
        "an earlier date is no report",
        [serving(12, MALI, "2020-01-01"), serving(9, LEBANON, "2021-01-01")],
        MALI,
        "not reported",
    ),
    ("of a joint figure perhaps nobody", [serving(15, [SAHARA, LEBANON], "2021-01-01")], LEBANON, "at most 15"),
    (
        "the whole less a part",
        [serving(15, [SAHARA, LEBANON], "2021-01-01"), serving(6, SAHARA, "2021-01-01")],
        LEBANON,
        "9",
    ),
    (
        "the whole less a part of at most 6",
        [serving(15, [SAHARA, LEBANON], "2021-01-01"), serving(at_most(6), SAHARA, "2021-01-01")],
        LEBANON,
        "9–15",
    ),
    (
        "the whole less a part of at least 6",
        [serving(15, [SAHARA, LEBANON], "2021-01-01"), serving(at_least(6), SAHARA, "2021-01-01")],
        LEBANON,
        "at most 9",
    ),
    (
        "around so many is somebody, and no more than have served",
        [served(120, LEBANON, "2018/2022"), serving(around(100), LEBANON, "2021-01-01")],
        None,
        "1–120",
    ),
    (
        "those serving elsewhere on the date do not serve here",
        [
            served(20, [SAHARA, LEBANON], "2020/2022"),
            serving(15, SAHARA, "2021-01-01"),
            serving(around(3), LEBANON, "2021-01-01"),
        ],
        LEBANON,
        "1–5",
    ),
    (
        "and all together are no more than served",
        [
            served(20, [SAHARA, LEBANON], "2020/2022"),
            serving(15, SAHARA, "2021-01-01"),
            serving(around(3), LEBANON, "2021-01-01"),
        ],
        None,
        "16–20",
    ),
    (
        "of a joint figure with no high nothing is known",
        [serving(at_least(15), [SAHARA, LEBANON], "2021-01-01")],
        LEBANON,
        "not reported",
    ),
    (
        "the best of two counts of one thing",
        [serving(at_least(9), LEBANON, "2021-01-01"), serving(at_least(5), LEBANON, "2021-01-01")],
        None,
        "at least 9",
    ),
    (
        "wholes less what each has elsewhere",
        [
            serving(10, [LEBANON, SAHARA], "2021-01-01"),
            serving(5, [IVORY_COAST, GOLAN], "2021-01-01"),
            serving(0, GOLAN, "2021-01-01"),
            serving(8, [GOLAN, MALI], "2021-01-01"),
            serving(at_most(10), [SAHARA, GOLAN, MALI], "2021-01-01"),
        ],
        [LEBANON, IVORY_COAST],
        "13–15",
    ),
    (
        "wholes less what they have elsewhere together",
        [
            serving(5, [LEBANON, SAHARA], "2021-01-01"),
            serving(5, [IVORY_COAST, GOLAN], "2021-01-01"),
            serving(at_most(3), [SAHARA, GOLAN], "2021-01-01"),
            serving(at_least(20), [LEBANON, MALI], "2021-01-01"),
        ],
        [LEBANON, IVORY_COAST],
        "7–10",
    ),
    (
        "wholes of which each alone may have everyone elsewhere",
        [
            serving(5, [LEBANON, SAHARA], "2021-01-01"),
            serving(5, [IVORY_COAST, GOLAN], "2021-01-01"),
            serving(at_most(6), [SAHARA, GOLAN], "2021-01-01"),
        ],
        [LEBANON, IVORY_COAST],
        "4–10",
    ),
    ("nobody", [serving(0, LEBANON, "2021-01-01")], None, "0"),
    ("no snapshot at all", [served(520, LEBANON, "2018/2022")], None, "not reported"),
)
def test_who_is_serving(records, missions, answer):
    """Who serves is answered from the records of the latest date, never of several dates mixed."""
    for order in itertools.permutations(records):
        assert str(kz.total_serving(missions, records=order)) == answer


@examples(
    ("closed by the report", [served(600, LEBANON, "2018/..", day="2024-06-30"), LEBANON_520], None, "600"),
    ("unknown without one", [served(600, LEBANON, "2018/.."), LEBANON_520], None, "600–1120"),
    (
        "and for each without one another",
        [served(10, LEBANON, "2018/.."), served(11, LEBANON, "2018/.."), served(12, LEBANON, "2018/..")],
        None,
        "12–33",
    ),
    ("an open start reaches back", [served(600, LEBANON, "../2022"), LEBANON_520], None, "600"),
    ("a year reaches to its last day", [served(600, LEBANON, "2018/2022"), LEBANON_520], None, "600"),
    ("and not beyond", [served(400, LEBANON, "2018/2021"), LEBANON_520], None, "520"),
    ("or before its first", [served(600, LEBANON, "2019/2022"), LEBANON_520], None, "600–1120"),
)
def test_open_and_coarse_ends(records, missions, answer):
    """An open end reaches to the day of the report, and is unknown without one; a year reaches to its last day."""
    assert str(kz.total_served(missions, records=records)) == answer


def test_equal_records_count_once():
    """A record given twice says no more than once."""
    for total in (kz.total_served, kz.total_serving):
        assert total(records=[*kz.DEPLOYMENTS, *kz.DEPLOYMENTS]) == total()


def test_records_may_come_one_by_one():
    """Records are taken from any iterable, and one alone as it is."""
    assert kz.total_served(records=iter(kz.DEPLOYMENTS)) == kz.total_served()
    assert str(kz.total_served(records=LEBANON_520)) == "520"


# Statements to Parliament of other years, as a reader would add them.


def test_counts_grow_from_year_to_year():
    """A later count from the same year includes the earlier one, and only the later is added to the officers."""
    later = served(700, LEBANON, "2018/2024-06-30", day="2024-06-30")
    records = [*kz.DEPLOYMENTS, later]
    total = kz.total_served(records=records)
    assert str(total) == "700–745"
    assert (total.low_records, total.high_records) == ((later,), (OFFICERS_45, later))
    assert str(kz.total_served("MINURSO", records=records)) == "6–45"
    assert str(total.period) == "2014/2024-06-30"
    assert str(total.reported_by) == "2024-06-30"


def test_the_last_count_until_then_holds():
    """Of counts from one year on, each includes those before it, and as of a year the last one until then holds."""
    records = [
        served(count, LEBANON, f"2018/{year}-06-30", day=f"{year}-06-30")
        for year, count in ((2020, 360), (2021, 440), (2022, 520), (2023, 600), (2024, 700))
    ]
    for year, count in (("2020", 360), ("2021", 440), ("2022", 520), ("2023", 600), ("2024", 700), ("2030", 700)):
        assert int(kz.total_served(records=records, reported_by=year)) == count


def test_a_mission_joins():
    """A mission that a later statement adds is counted, found by its acronym, and leaves the others as they were."""
    contingent = serving(139, GOLAN, "2024-06-30", day="2024-06-30")
    records = [*kz.DEPLOYMENTS, contingent]
    assert str(kz.total_serving(records=records)) == "139"
    assert str(kz.total_serving("UNIFIL", records=records)) == "not reported"
    assert str(kz.total_served("UNDOF", records=records)) == "at least 139"
    assert str(kz.total_served("disengagement", records=records)) == "at least 139"
    assert str(kz.total_served(records=records)) == "520–565"
    assert list(kz.totals_by_mission(records=records)) == ["MINURSO", "UNOCI", "UNIFIL", "UNDOF"]


def test_a_snapshot_after_the_last_count():
    """Who serves after the last count of who served may be new, so the total is open until there is a later count."""
    later = [
        serving(5, SAHARA, "2024-06-30", day="2024-06-30"),
        serving(9, LEBANON, "2024-06-30", day="2024-06-30"),
        serving(139, GOLAN, "2024-06-30", day="2024-06-30"),
    ]
    records = [*kz.DEPLOYMENTS, *later]
    assert int(kz.total_serving(records=records)) == 153
    assert str(kz.total_served(records=records)) == "at least 520"
    assert str(kz.total_served("MINURSO", records=records)) == "at least 6"
    assert str(kz.total_served("UNOCI", records=records)) == "1–45"


def test_all_are_counted_anew_with_a_mission_more():
    """A count of everyone since the beginning, in one mission more, is the number, and bounds each mission."""
    everyone = served(600, [SAHARA, IVORY_COAST, LEBANON, MALI], "2014/2024-06-30", day="2024-06-30")
    records = [*kz.DEPLOYMENTS, everyone]
    assert int(kz.total_served(records=records)) == 600
    assert str(kz.total_served("UNIFIL", records=records)) == "520–600"
    assert str(kz.total_served("MINUSMA", records=records)) == "1–600"
    # It counts people of any role and of later years in Western Sahara, so the 45 are not all who may have been there.
    assert str(kz.total_served("MINURSO", records=records)) == "6–600"


@pytest.mark.parametrize(
    ("headcount", "everyone", "mali"),
    [
        (at_most(430), "520–995", "at most 430"),
        (around(430), "at least 520", "at least 1"),
        (at_least(501), "at least 520", "at least 1"),
        (between(400, 430), "520–995", "1–430"),
        (430, "520–995", "1–430"),
    ],
)
def test_a_later_statement_may_not_be_exact(headcount, everyone, mali):
    """*Up to*, *around* and *more than* stay what they are in the total of all and of a mission."""
    later = served(headcount, [kz.MINUSCA, kz.MONUSCO, MALI, LEBANON], "2023/2024", day="2024-12-31")
    records = [*kz.DEPLOYMENTS, later]
    assert str(kz.total_served(records=records)) == everyone
    assert str(kz.total_served("Mali", records=records)) == mali
    assert str(kz.total_served("MINURSO", records=records)) == "6–45"


def test_around_so_many_again():
    """An approximate count contradicts nobody and bounds nothing, so what is known by others stays known."""
    rounded = served(around(500), LEBANON, "2018/2022-06-30", day="2022-07-01")
    assert str(kz.total_served(records=[*kz.DEPLOYMENTS, rounded])) == "520–565"


# As of a date.


@pytest.mark.parametrize(
    "reported_by", ["2022-06-30", "2022-06", "2022", kz.PartialDate(2022, 6, 30).earliest, kz.PartialDate(2023)]
)
def test_reported_by_takes_what_was_reported_by_then(reported_by):
    """As of a date, month or year, whose last day it is, what was reported later is left out."""
    later = served(700, LEBANON, "2018/2024-06-30", day="2024-06-30")
    assert str(kz.total_served(records=[*kz.DEPLOYMENTS, later], reported_by=reported_by)) == "520–565"


def test_reported_by_is_of_the_report_and_not_of_what_it_reports():
    """A statement of 2024 on who served until 2020 is not known in 2022."""
    later = served(30, MALI, "2019/2020", day="2024-06-30")
    records = [*kz.DEPLOYMENTS, later]
    assert str(kz.total_served("MINUSMA", records=records, reported_by="2022")) == "not reported"
    assert str(kz.total_served("MINUSMA", records=records, reported_by="2024-06-30")) == "30"


@pytest.mark.parametrize(("reported_by", "answer"), [("2024-11-30", "520"), ("2024-12-31", "700"), ("2024", "700")])
def test_a_report_dated_to_the_year_is_of_its_last_day(reported_by, answer):
    """A source dated to the year may be of its last day, so it is not taken before that."""
    later = served(700, LEBANON, "2018/2023", day="2024")
    assert str(kz.total_served(records=[LEBANON_520, later], reported_by=reported_by)) == answer


def test_without_a_source_a_record_is_reported_when_its_period_ends():
    """A record without a citation counts as reported on the last day of its period."""
    mine = served(700, LEBANON, "2018/2024")
    assert str(kz.total_served(records=[LEBANON_520, mine], reported_by="2024-11-30")) == "520"
    assert str(kz.total_served(records=[LEBANON_520, mine], reported_by="2024-12-31")) == "700"


def test_who_was_serving_reported_by_a_date():
    """Who serves as of a date is from the latest snapshot that was reported by then."""
    records = [*kz.DEPLOYMENTS, serving(139, GOLAN, "2024-06-30", day="2024-06-30")]
    assert str(kz.total_serving(records=records, reported_by="2023")) == "15"
    assert str(kz.total_serving(records=records, reported_by="2024-06-29")) == "15"
    assert str(kz.total_serving(records=records, reported_by="2024-06-30")) == "139"


def test_without_any_report_date_there_is_no_as_of():
    """Where no record has a source or an end, the total is as of no date and of an open period."""
    total = kz.total_served(records=[served(12, LEBANON, "2018/..")])
    assert total.reported_by is None
    assert str(total) == "12"
    assert str(total.period) == "2018/.."


@pytest.mark.parametrize(
    ("periods", "period"),
    [
        (["2014/2016", "2018/2022-06"], "2014/2022-06"),
        (["../2016", "2018/2022"], "../2022"),
        (["2014/..", "2018/2022"], "2014/.."),
        (["../2018", "2016/.."], "../2018"),
        (["2018/2022-06", "2014/2022"], "2014/2022"),
        (["../2022", "2022-06/.."], "../2022"),
    ],
)
def test_the_days_of_a_total(periods, period):
    """A total is of the days its records speak of, open where one of them is, and where both ends are, as known."""
    records = [served(count, LEBANON, each) for count, each in enumerate(periods, 10)]
    assert str(kz.total_served(records=records).period) == period


def test_records_open_on_either_side_of_a_gap():
    """One record that ends before another begins, each open on its far side, are counted like any others."""
    assert str(kz.total_served(records=[served(10, LEBANON, "../2016"), served(11, LEBANON, "2018/..")])) == "11–21"


# What is refused.


@pytest.mark.parametrize("total", [kz.total_served, kz.total_serving, kz.totals_by_mission])
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"records": []}, "records: expected at least one Deployment, got none"),
        ({"records": [LEBANON_520, 45]}, "records: expected each to be a Deployment, got 45"),
        ({"records": None}, "records: expected each to be a Deployment, got None"),
        (
            {"reported_by": "2022-06-29"},
            "reported_by: no record was reported by 2022-06-29; the earliest is of 2022-06-30",
        ),
        ({"reported_by": "2013"}, "reported_by: no record was reported by 2013; the earliest is of 2022-06-30"),
        ({"reported_by": 2022}, "reported_by: expected a date or text such as 2022-06-30, got 2022"),
        (
            {"reported_by": "2022-02-30"},
            "reported_by: PartialDate.day: expected a day that 2022-02 has (1 to 28), got 30",
        ),
        (
            {"records": [LEBANON_520, served(12, MALI, "2018/..")], "reported_by": "2024"},
            "reported_by: not known when this was reported, as it has no source and no end: 12 service members served",
        ),
        (
            {"records": [LEBANON_520, served(12, kz.Mission(acronym="Unifil", name="U", territories="LB"), "2018")]},
            "two unequal missions have the acronym Unifil: they differ in acronym, name, mandate",
        ),
    ],
)
def test_what_cannot_be_counted_is_an_error(total, arguments, message):
    """Bad records and dates are a ValueError that names the argument or the thing, and says what is wrong with it."""
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the message is below
        total(**arguments)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("total", [kz.total_served, kz.total_serving])
@pytest.mark.parametrize(
    ("missions", "error", "message"),
    [
        ("UNIFILL", kz.UnknownMissionError, "no mission goes by 'UNIFILL'; did you mean UNIFIL?"),
        (["UNIFIL", "UNDOF"], kz.UnknownMissionError, "no mission goes by 'UNDOF'"),
        ("stabilization", kz.UnknownMissionError, "fits MINUSCA, MONUSCO, MINUSMA; give the acronym"),
        (5, kz.UnknownMissionError, "expected the acronym, name or territory code of a mission, got 5"),
        ([], ValueError, "missions: expected at least one, got none"),
        (
            kz.Mission(acronym="UNIFIL", name="U", territories="LB"),
            ValueError,
            "unequal missions have the acronym UNIFIL",
        ),
    ],
)
def test_missions_that_cannot_be_asked_about(total, missions, error, message):
    """A mission that nothing is known by, no mission at all, and one unequal to the records' own is an error."""
    with pytest.raises(error) as caught:
        total(missions)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("records", "low", "high"),
    [
        # A count that includes an earlier one is smaller.
        ([LEBANON_520, served(500, LEBANON, "2018/2024")], 520, 500),
        # More are serving than have served.
        ([OFFICERS_45, serving(50, SAHARA, "2020-01-01")], 50, 45),
        # More by the year before.
        ([LEBANON_520, served(600, LEBANON, "2018/2021")], 600, 520),
        # Two counts of one thing.
        ([serving(9, LEBANON, "2020-01-01"), serving(12, LEBANON, "2020-01-01")], 12, 9),
        # Different people on one date (R2), together more than the whole.
        (
            [
                serving(10, [SAHARA, LEBANON], "2020-01-01"),
                serving(6, SAHARA, "2020-01-01"),
                serving(9, LEBANON, "2020-01-01"),
            ],
            15,
            10,
        ),
        # A whole that is more than its parts.
        (
            [served(350, LEBANON, "2014/2022"), served(100, LEBANON, "2014/2017"), served(200, LEBANON, "2018/2022")],
            350,
            300,
        ),
        (
            [
                served(at_least(200), [LEBANON, MALI], "2014"),
                served(at_most(100), LEBANON, "2014"),
                served(between(60, 90), MALI, "2014"),
            ],
            200,
            190,
        ),
    ],
)
def test_records_that_contradict_each_other_are_refused(records, low, high):
    """Records that cannot all be true are an error that names all of them, both bounds and what to do."""
    for order in itertools.permutations(records):
        with pytest.raises(kz.ContradictionError) as error:
            kz.total_served(records=order)
        message = str(error.value)
        assert message.startswith(f"records contradict: at least {low} people by [")
        assert f"but at most {high} " in message
        assert "leave one of these records out" in message
        assert all(str(record) in message for record in records)


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (
            [
                serving(10, [SAHARA, LEBANON], "2020-01-01"),
                serving(6, SAHARA, "2020-01-01"),
                serving(9, LEBANON, "2020-01-01"),
                serving(3, GOLAN, "2020-01-01"),
            ],
            "at least 15 people by .*, but at most 10 by",
        ),
        (
            [
                *(served(at_most(3), [SAHARA, LEBANON], "2020", role) for role in (OBSERVER, STAFF, TROOPS)),
                serving(6, SAHARA, "2020-01-01"),
                serving(6, LEBANON, "2020-01-01"),
                served(at_least(1), GOLAN, "2020"),
            ],
            "at least 12 people by .*, but at most 9 by",
        ),
    ],
)
def test_those_serving_on_one_date_contradict_together(records, message):
    """Snapshots of one date may contradict a whole, or several others, though none of them does so by itself."""
    with pytest.raises(kz.ContradictionError, match=message):
        kz.total_served(records=records)


def test_only_records_that_bear_on_the_question_are_checked():
    """Records that contradict each other on one mission do not stand in the way of a question about another."""
    records = [*kz.DEPLOYMENTS, serving(50, SAHARA, "2020-01-01")]
    assert str(kz.total_served("UNIFIL", records=records)) == "520–565"
    with pytest.raises(kz.ContradictionError):
        kz.total_served("MINURSO", records=records)


def test_a_record_left_out_resolves_a_contradiction():
    """What was reported later is left out as of an earlier date, and does not contradict then."""
    records = [*kz.DEPLOYMENTS, served(500, LEBANON, "2018/2024", day="2024-12-31")]
    assert str(kz.total_served(records=records, reported_by="2023")) == "520–565"
    with pytest.raises(kz.ContradictionError):
        kz.total_served(records=records)


def test_what_is_left_over_for_a_part_contradicts():
    """Where one date leaves less room for a mission than its people need, the bounds meet wrongly and are refused."""
    day = "2022-06-30"
    records = [
        serving(10, [LEBANON, MALI], day),
        serving(at_most(10), [MALI, GOLAN], day),
        serving(9, GOLAN, day),
        serving(at_most(8), LEBANON, day),
    ]
    with pytest.raises(kz.ContradictionError, match=r"at least 9 people by .*, but at most 8 by"):
        kz.total_serving(LEBANON, records=records)


@examples(
    (
        "parts of a whole",
        [
            served(350, LEBANON, "2014/2022"),
            served(at_most(150), LEBANON, "2014/2017"),
            served(200, LEBANON, "2018/2022"),
        ],
        None,
        "350",
    ),
    (
        "those serving on one date",
        [
            serving(15, [SAHARA, LEBANON], "2020-01-01"),
            serving(6, SAHARA, "2020-01-01"),
            serving(9, LEBANON, "2020-01-01"),
        ],
        None,
        "at least 15",
    ),
    (
        "or more of them, some elsewhere",
        [
            serving(10, [SAHARA, LEBANON], "2020-01-01"),
            serving(12, [GOLAN, MALI], "2020-01-01"),
            serving(at_most(3), SAHARA, "2020-01-01"),
        ],
        None,
        "at least 22",
    ),
)
def test_records_that_add_up_are_no_contradiction(records, missions, answer):
    """Records that count just as many as those that cover them, or share only some of their people, are all true."""
    for order in itertools.permutations(records):
        assert str(kz.total_served(missions, records=order)) == answer


def test_one_more_than_the_parts_is_a_contradiction():
    """Parts of one date that add up to the whole are all true, and one person more in a part contradicts them."""
    whole, part = serving(15, [SAHARA, LEBANON], "2020-01-01"), serving(6, SAHARA, "2020-01-01")
    assert str(kz.total_serving(records=[whole, part, serving(9, LEBANON, "2020-01-01")])) == "15"
    with pytest.raises(kz.ContradictionError, match=r"at least 16 people by .*, but at most 15 by"):
        kz.total_serving(records=[whole, part, serving(10, LEBANON, "2020-01-01")])


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        (5, 3, "Total.high: expected no less than the low, 5, got 3"),
        (-1, 3, "Total.low: expected a whole number, 0 or more, got -1"),
        (None, 3, "Total.low: expected a whole number, 0 or more, got None"),
        (1, 2.5, "Total.high: expected a whole number, 0 or more, got 2.5"),
    ],
)
def test_a_total_has_its_bounds_in_order(low, high, message):
    """A total cannot be made with bounds that are no numbers of people, or in the wrong order."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        kz.Total(
            low=low,
            high=high,
            status=kz.Status.SERVED,
            missions=(LEBANON,),
            period=None,
            reported_by=None,
            low_records=(),
            high_records=(),
        )


def test_an_open_period_reaches_to_its_report_and_no_further():
    """A record that is open from 2014 on, reported in that year, covers nothing of what another counts after that."""
    open_ended = served(1, LEBANON, "2014/..", day="2014-09-15")
    assert str(kz.total_served(records=[open_ended, served(at_most(3), LEBANON, "2014/2014-09-15")])) == "1"
    assert str(kz.total_served(records=[open_ended, served(at_most(3), LEBANON, "2014")])) == "1–3"


def test_a_report_of_a_year_is_as_of_its_last_day():
    """A report dated by year alone is later than one of a day in that year, for as of when an answer is."""
    records = [served(5, LEBANON, "2014", day=day) for day in ("2015", "2015-06-30")]
    assert kz.total_served(records=records).reported_by == kz.PartialDate(2015)
    with pytest.raises(
        ValueError, match=r"^reported_by: no record was reported by 2014; the earliest is of 2015-06-30$"
    ):
        kz.total_served(records=records, reported_by="2014")


def test_reported_by_what_is_not_known_where_one_report_is_not_dated():
    """Where it is not known when one record was reported, neither is as of when the answer is, whatever the others."""
    told = {"missions": kz.UNIFIL, "status": kz.Status.SERVED}
    records = [kz.Deployment(headcount=5, period="2015", **told), kz.Deployment(headcount=9, period="2021/..", **told)]
    assert kz.total_served(records=records).reported_by is None
    assert kz.total_served(records=records[:1]).reported_by == kz.PartialDate(2015)
