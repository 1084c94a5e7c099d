"""Pictures: what is drawn, what it says, and that all of it can be read."""

import io
import itertools
import subprocess
import sys
from datetime import date

import pytest

import kzpeace as kz
from kzpeace.language import Wording, known_languages
from kzpeace.plots import EVENT_MARKS, TOTAL_MARKS, plot_timeline, plot_totals, wrapped

mpl = pytest.importorskip("matplotlib")
mpl.use("Agg")
plt = pytest.importorskip("matplotlib.pyplot")

LANGUAGES = known_languages()
STYLES = ("dark_background", "grayscale", "ggplot", "fivethirtyeight", "seaborn-v0_8-poster")


def record(headcount, period, missions=kz.UNIFIL, status=kz.Status.SERVED):
    """A record of ours."""
    return kz.Deployment(headcount=headcount, missions=missions, status=status, period=period)


def timeline_of(*records):
    """A timeline of records alone."""
    return kz.timeline(records=records, proposals=[])


def mandate_event(when, kind=kz.EventKind.MANDATE_ENDED, *, planned=False):
    """An event of a mandate."""
    return kz.Event(when=when, kind=kind, missions=kz.UNIFIL, subject=kz.UNIFIL, planned=planned)


MANY = [
    record(n, f"{2010 + n // 5}-{1 + n % 12:02}-{1 + n % 28:02}", kz.MISSIONS[n % 6], kz.Status.SERVING)
    for n in range(40)
]
PRECISIONS = [
    record(kz.Headcount.around(1520), "../2012"),
    record(kz.Headcount.at_least(7), "2015-03/..", kz.MINURSO),
    record(kz.Headcount.between(3, 9), "2013-05/2016-08", [kz.MINURSO, kz.UNOCI, kz.MINUSMA]),
    record(5, "2018-11-01/2019"),
    record(kz.Headcount.at_most(12), "2020", kz.MONUSCO),
    record(4, "2021/2021-06-30"),
    record(kz.Headcount.around(40), "2021-06-30", kz.UNIFIL, kz.Status.SERVING),
]
LARGE = [
    record(1_234_567, "2018/2022"),
    record(kz.Headcount.at_least(12_345_678), "2018/2022", kz.MINURSO),
    record(kz.Headcount.between(2_000_000, 2_500_000), "2018/2022", kz.UNOCI),
    record(0, "2018/2022", kz.MINUSMA),
]
LONGEST = kz.Mission(acronym="$UNTSO$ in a^b_c", name="x", territories="EG", mandate=kz.Mandate(
    established_by=kz.UNIFIL.mandate.established_by, first_day="0001-05", last_day="9999"))  # fmt: skip

TIMELINES = {
    "article": kz.timeline(),
    "mandates": kz.timeline(mandates=True),
    "one": kz.timeline()[2],
    "none": [],
    "many": kz.timeline(records=MANY, mandates=True),
    "precisions": kz.timeline(records=PRECISIONS),
    "longest": kz.timeline(LONGEST, records=[], proposals=[], mandates=True),
}
TOTALS = {
    "article": kz.totals_by_mission(),
    "one": kz.total_served(),
    "none": [],
    "not reported": kz.total_serving("MINUSCA"),
    "open": kz.total_served(["UNIFIL", "MINUSCA"]),
    "several": [
        kz.total_served(),
        kz.total_served(["UNIFIL", "MINUSCA"]),
        kz.total_serving(),
        kz.total_serving("UNOCI"),
    ],
    "precisions": kz.totals_by_mission(records=PRECISIONS),
    "large": kz.totals_by_mission(records=LARGE),
    "zero": kz.total_served(records=LARGE[3]),
}
PICTURES = [
    *((plot_timeline, thing) for thing in TIMELINES.values()),
    *((plot_totals, thing) for thing in TOTALS.values()),
]
FEW = [
    *((plot_timeline, TIMELINES[name]) for name in ("mandates", "precisions")),
    *((plot_totals, TOTALS[name]) for name in ("article", "several")),
]
NAMES = [*(f"timeline-{name}" for name in TIMELINES), *(f"totals-{name}" for name in TOTALS)]


@pytest.fixture(autouse=True)
def clean_state():
    """The default style before each test, and no figure left after it."""
    with plt.style.context("default", after_reset=True):
        yield
    plt.close("all")


def said(axes):
    """The texts in axes, with their lines joined."""
    return [text.get_text().replace("\n", " ") for text in axes.texts if text.get_text()]


def spans(axes):
    """The spans drawn, each from its first day to the day after its last, and whether they are hollow."""
    return [
        (round(bar.get_x(), 6), round(bar.get_x() + bar.get_width(), 6), bar.get_facecolor()[3] == 0)
        for bar in axes.patches
    ]


def lines(axes):
    """What is drawn with lines and points, without the guides: places on the horizontal axis, and the marker."""
    return [(list(line.get_xdata()), line.get_marker()) for line in axes.lines if line.get_linestyle() != ":"]


def arrows(axes):
    """The arrows drawn: where they start, and which edge of the axes they go to."""
    return [(text.xyann[0], text.xy[0]) for text in axes.texts if text.arrow_patch]


def day(*parts):
    """The number that matplotlib has for a day."""
    return mpl.dates.date2num(date(*parts))


def rows_of(axes):
    """The words of the rows, from top to bottom, without numbers and arrows."""
    return [text for text in axes.texts if text.get_text() and text.get_va() == "bottom"]


def guides(axes):
    """The lines beneath the words that lead the eye to the marks."""
    return [line for line in axes.lines if line.get_linestyle() == ":"]


def points_of(axes):
    """The lines and points that are drawn, without the guides."""
    return [line for line in axes.lines if line.get_linestyle() != ":"]


def line_of(axes):
    """How high a line of words is in the style, in points."""
    one, two = (axes.figure.text(0, 0, text) for text in ("lp", "lp\nlp"))
    heights = [text.get_window_extent().height * 72 / axes.figure.dpi for text in (one, two)]
    one.remove()
    two.remove()
    return heights[1] - heights[0]


def assert_a_line_of_words(axes):
    """Nothing but one line of words, in a picture that is as tall."""
    (text,) = axes.texts
    assert (text.get_weight(), text.xyann) == ("normal", (5, 0))
    assert axes.get_ylim()[0] == pytest.approx((0.8 + 1 + 0.4) * line_of(axes))


def assert_readable(figure, *, room=0):
    """No text of a picture meets another or a mark, or leaves the figure; and none within axes leaves these."""
    figure.draw_without_rendering()
    for axes in figure.axes:
        inside = [text for text in axes.texts if text.get_text()]
        around = [*axes.get_xticklabels(), *axes.get_yticklabels(), axes.xaxis.label]
        texts = [text for text in (*inside, *around) if text.get_text() and text.get_visible()]
        boxes = [text.get_window_extent() for text in texts]
        for box, text in zip(boxes, texts, strict=True):
            whole = axes.bbox if text in inside else figure.bbox
            assert box.x0 >= whole.x0 - room, text
            assert box.x1 <= whole.x1 + room, text
            assert box.y0 >= whole.y0 - room, text
            assert box.y1 <= whole.y1 + room, text
        for (one, other), (text, another) in zip(
            itertools.combinations(boxes, 2), itertools.combinations(texts, 2), strict=True
        ):
            assert not one.padded(-0.5).overlaps(other), (text, another)
        marks = [bar.get_window_extent() for bar in axes.patches]
        marks += [line.get_window_extent() for line in axes.lines if line.get_linestyle() != ":"]
        for box, text in zip(boxes, texts, strict=True):
            if text in inside:
                assert not any(box.padded(-0.5).overlaps(mark) for mark in marks), text


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize(("plot", "thing"), PICTURES, ids=NAMES)
def test_everything_can_be_read(plot, thing, locale):
    """No text meets another or a mark, and none is cut, in any language."""
    axes = plot(thing, locale=locale)
    assert_readable(axes.figure)
    axes.figure.savefig(io.BytesIO())


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("plot", "thing"), FEW)
def test_everything_can_be_read_in_other_styles(plot, thing, style):
    """So it is with larger type, thicker lines, wider figures and other grounds."""
    with plt.style.context(style, after_reset=True):
        assert_readable(plot(thing).figure)


@pytest.mark.parametrize("layout", [None, "constrained", "tight"])
@pytest.mark.parametrize(("plot", "thing"), FEW)
def test_narrow_axes_are_enough(plot, thing, layout):
    """Words wrap within the axes they are given, and become smaller until they fit; the neighbours stay clear."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(6, 5), layout=layout)
    assert plot(thing, ax=left, locale="ru") is left
    plot(thing, ax=right, locale="kk")
    assert_readable(figure, room=1)
    assert tuple(figure.get_size_inches()) == (6, 5)


def test_rows_of_a_tall_axes_stay_together():
    """In axes that are taller than the rows need, these begin at the top, at most half as far apart again."""
    axes = plot_totals(kz.total_served(), ax=plt.figure(figsize=(6, 12)).subplots())
    assert_readable(axes.figure)
    assert all(text.get_window_extent().y0 > axes.figure.bbox.height / 2 for text in axes.texts)


@pytest.mark.parametrize("dpi", [72, 100, 200])
@pytest.mark.parametrize(("size", "apart"), [(None, 1), ((6, 12), 1.5)])
def test_rows_are_as_tall_as_their_words(size, apart, dpi):
    """A row is as tall as its lines, with one for the mark, and some room above; in tall axes, half as much again."""
    with plt.rc_context({"figure.dpi": dpi}):
        axes = plot_totals(ax=size and plt.figure(figsize=size).subplots())
    rows, line = rows_of(axes), line_of(axes)
    marked = [text.get_text() in {"MINURSO", "UNOCI", "UNIFIL"} for text in rows]
    tall = [0.8 + 1 + text.get_text().count("\n") + mark for text, mark in zip(rows, marked, strict=True)]
    ends = list(itertools.accumulate(tall))
    places = [(end - mark / 2) * line * apart for end, mark in zip(ends, marked, strict=True)]
    assert [text.xy[1] for text in rows] == pytest.approx(places)
    assert {text.xy[0] for text in rows} == {0}
    assert [text.xyann for text in rows] == [(5, pytest.approx(mark * line / 2)) for mark in marked]
    reported = [place for place, mark, index in zip(places, marked, range(9), strict=True) if mark and index != 7]
    assert [guide.get_ydata() for guide in guides(axes)] == [pytest.approx([place] * 2) for place in reported]
    bottom, top = axes.get_ylim()
    assert (top, bottom) == (0, pytest.approx(axes.bbox.height * 72 / dpi))
    if size is None:
        assert bottom == pytest.approx((ends[-1] + 0.4) * line)
    assert (len(axes.get_yticks()), {text.get_fontsize() for text in rows}) == (0, {mpl.rcParams["font.size"]})


def test_words_begin_at_the_left_edge_and_numbers_stand_beside_marks():
    """Words of a row begin a little inside the axes; numbers are level with their mark, as far from it."""
    axes = plot_totals(kz.total_served())
    axes.figure.draw_without_rendering()
    points = 72 / axes.figure.dpi
    for text in rows_of(axes):
        assert (text.get_window_extent().x0 - axes.bbox.x0) * points == pytest.approx(5, abs=1)
    low, high = axes.texts[-2:]
    assert (low.xyann[1], high.xyann[1]) == (0, 0)
    (x, y), (x_high, _) = axes.transData.transform([(520, guides(axes)[0].get_ydata()[0]), (565, 0)])
    aside = 5 + mpl.rcParams["lines.markersize"] / 2
    assert (x - low.get_window_extent().x1) * points == pytest.approx(aside, abs=1)
    assert (high.get_window_extent().x0 - x_high) * points == pytest.approx(aside, abs=1)
    for text in (low, high):
        box = text.get_window_extent()
        assert (box.y0 + box.y1) / 2 == pytest.approx(y, abs=2)


def test_type_becomes_no_smaller_than_it_has_to():
    """In axes that are too low, type and marks become smaller together until the rows fit, and no smaller."""
    axes = plot_timeline(timeline_of(*MANY[:5]), ax=plt.figure(figsize=(12, 1.5)).subplots())
    rows, size = rows_of(axes), mpl.rcParams["font.size"]
    smaller = rows[0].get_fontsize() / size
    assert {text.get_fontsize() for text in rows} == {rows[0].get_fontsize()}
    needed = (len(rows) * 2.8 + 0.4) * line_of(axes)
    height = axes.get_ylim()[0]
    assert needed * smaller <= height < needed * smaller / 0.95
    assert [text.xyann[1] for text in rows] == [pytest.approx(line_of(axes) * smaller / 2)] * 5
    size = mpl.rcParams["lines.markersize"]
    assert [mark.get_markersize() for mark in points_of(axes)] == [pytest.approx(size * smaller)] * 5


def test_a_long_word_is_as_wide_as_the_axes():
    """In axes that are too narrow for a word, type becomes smaller until it fits, and no smaller."""
    long = "$" + r"\alpha" * 7 + "$"  # would be less wide as mathematics
    mission = kz.Mission(acronym=long, name="x", territories="EG")
    axes = plot_timeline(timeline_of(record(5, "2014", mission)), ax=plt.figure(figsize=(1.5, 6), dpi=600).subplots())
    axes.figure.draw_without_rendering()
    room = axes.bbox.width - 2 * 5 * axes.figure.dpi / 72
    (text,) = rows_of(axes)
    assert text.get_text().split("\n")[1] == f"{long};"
    assert text.get_window_extent().width == pytest.approx(0.95 * room, rel=0.025)


@pytest.mark.parametrize("wide", [0.8, 1.2, 2, 2.4, 2.8, 3.2, 3.6])
def test_bold_words_fit_too(wide):
    """The width of words is that in their weight: of questions, in bold."""
    total = kz.total_served(records=record(3, "2018/2022", kz.Mission(acronym="A", name="A", territories="LB")))
    axes = plot_totals(total, ax=plt.figure(figsize=(wide, 6)).subplots())
    axes.figure.draw_without_rendering()
    room = axes.bbox.width - 2 * 5 * axes.figure.dpi / 72
    assert all(text.get_window_extent().width <= room for text in rows_of(axes))


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("aa bb cc", 5, ["aa bb", "cc"]),
        ("aa bb cc", 4, ["aa", "bb", "cc"]),
        ("a b c d e", 3, ["a b", "c d", "e"]),
        ("a b c d e", 5, ["a b c", "d e"]),
        ("aaaa b", 2, ["aaaa", "b"]),
        ("aa\xa0bb cc", 5, ["aa\xa0bb", "cc"]),
        ("a\nb c", 3, ["a", "b c"]),
        ("aa b\nc d", 4, ["aa b", "c d"]),
        ("", 4, [""]),
    ],
)
def test_lines_are_broken_at_spaces(text, room, lines):
    """Words go into a line while they fit, and one that does not fit has a line of its own."""
    assert wrapped(text, room, lambda part: sum(9 if letter.isupper() else 1 for letter in part)) == lines


@pytest.mark.parametrize("wide", [0.05, 0.9])
def test_axes_without_room_are_no_error(wide):
    """In axes too small for any words, type is a twentieth of the style's and no smaller, and nothing fails."""
    with plt.rc_context({"font.size": 40}):
        axes = plot_timeline(ax=plt.figure(figsize=(1, 1)).add_axes((0.05, 0.4, wide, 0.05)))
    axes.figure.draw_without_rendering()
    assert {text.get_fontsize() for text in rows_of(axes)} == {2}


def test_thousands_of_rows_are_no_error():
    """A figure of ours does not become taller than can be drawn: its rows become smaller instead."""
    axes = plot_timeline([*kz.timeline(records=MANY)] * 12)
    assert 90 < axes.figure.get_figheight() < 101
    assert max(text.get_fontsize() for text in axes.texts) < mpl.rcParams["font.size"]


def test_a_year_is_the_span_that_it_is():
    """A date known to the year is drawn over all of the year, and one known to the month over all of the month."""
    events = [mandate_event("2014"), mandate_event("2016-02"), mandate_event("2017-12")]
    assert spans(plot_timeline(events)) == [
        (day(2014, 1, 1), day(2015, 1, 1), False),
        (day(2016, 2, 1), day(2016, 3, 1), False),
        (day(2017, 12, 1), day(2018, 1, 1), False),
    ]


def test_a_day_is_a_point():
    """A date known to the day is a point on that day, with the marker of its kind, each kind another."""
    events = [mandate_event("2014-03-05"), mandate_event("2015-01-01", kz.EventKind.MANDATE_BEGAN)]
    axes = plot_timeline(events)
    assert lines(axes) == [([day(2014, 3, 5)], "v"), ([day(2015, 1, 1)], "^")]
    assert spans(axes) == []
    assert len({marker for _, marker in EVENT_MARKS.values()}) == len(EVENT_MARKS) == len(kz.EventKind)


def test_what_is_planned_is_hollow():
    """A planned day is a hollow point and a planned year a hatched frame, which differ without colour."""
    events = [mandate_event(when, planned=planned) for when in ("2030", "2031-05-01") for planned in (False, True)]
    axes = plot_timeline(events)
    assert [hollow for _, _, hollow in spans(axes)] == [False, True]
    assert [bar.get_hatch() for bar in axes.patches] == [None, "////"]
    points = [line for line in axes.lines if line.get_linestyle() != ":"]
    assert [point.get_markerfacecolor() == "none" for point in points] == [False, True]


def test_the_article():
    """The years that people served since are spans, with lines on to the report; the rest are points on its day."""
    people = "around 430 service members"
    axes = plot_timeline()
    report = day(2022, 6, 30)
    assert spans(axes) == [(day(2014, 1, 1), day(2015, 1, 1), False), (day(2018, 1, 1), day(2019, 1, 1), False)]
    assert lines(axes) == [
        ([day(2015, 1, 1), report], ""),
        ([report], "|"),
        ([day(2019, 1, 1), report], ""),
        ([report], "|"),
        *(([report], marker) for marker in "XXDP"),
    ]
    assert arrows(axes) == []
    assert [label.get_text() for label in axes.get_xticklabels()] == [str(year) for year in range(2014, 2024)]
    assert axes.get_xticks()[0] == day(2014, 1, 1)
    assert said(axes) == [
        (
            "45 officers have served (military observers and staff officers) – MINURSO, UNOCI, and UNIFIL; "
            "from 2014 to June 30, 2022"
        ),
        "520 service members have served – UNIFIL; from 2018 to June 30, 2022",
        "June 30, 2022: 6 service members are serving – MINURSO",
        "June 30, 2022: 9 service members are serving – UNIFIL",
        *(
            f"June 30, 2022: {what} – MINUSCA, MONUSCO, MINUSMA, and UNIFIL Proposed to send: {people}"
            for what in ("the President's proposal was presented", "Parliament backed the President's proposal")
        ),
    ]
    assert "\nProposed to send" in axes.texts[4].get_text()


@pytest.mark.parametrize(
    ("period", "places", "arrow"),
    [
        ("2018/..", [], ((2019, 1, 1), 1)),
        ("2018-05-02/..", [([(2018, 5, 2)], "o")], ((2018, 5, 3), 1)),
        ("../2018", [], ((2018, 1, 1), 0)),
        ("../2018-05-02", [([(2018, 5, 2)], "o")], ((2018, 5, 2), 0)),
    ],
)
def test_an_open_period_is_an_arrow(period, places, arrow):
    """Where a period is open there is an arrow to the edge, beyond all dates, and no end."""
    axes = plot_timeline(timeline_of(record(5, period)))
    place, edge = arrow
    assert lines(axes) == [([day(*each) for each in days], marker) for days, marker in places]
    assert arrows(axes) == [(day(*place), edge)]
    assert axes.get_xlim()[0] < day(2018, 1, 1) - (40 if edge == 0 else 0)
    assert axes.get_xlim()[1] > day(2019, 1, 1) + (40 if edge == 1 else 0)


def test_an_arrow_reaches_from_the_mark_to_the_edge():
    """An arrow has a head at the edge, the width of lines and the colour of its mark, and lies on its row."""
    with plt.rc_context({"lines.linewidth": 3}):
        axes = plot_timeline(timeline_of(record(5, "2018/.."), record(6, "../2012")))
    arrow, other = (text for text in axes.texts if text.arrow_patch)
    assert {arrow.get_text(), other.get_text()} == {""}
    for each, guide, edge in zip((arrow, other), guides(axes), (0, 1), strict=True):
        patch = each.arrow_patch
        assert type(patch.get_arrowstyle()).__name__ == "CurveFilledB"
        assert (patch.get_linewidth(), patch.shrinkA, patch.shrinkB) == (3, 0, 0)
        assert mpl.colors.to_hex(patch.get_edgecolor()) == mpl.colors.to_hex("C0")
        assert each.xy == (edge, guide.get_ydata()[0])
        assert each.xyann[1] == guide.get_ydata()[0]
    axes.figure.draw_without_rendering()
    box = other.arrow_patch.get_window_extent()
    assert box.x1 == pytest.approx(axes.bbox.x1, abs=10)
    assert box.x0 == pytest.approx(axes.transData.transform((day(2019, 1, 1), 0))[0], abs=10)


def test_room_is_left_at_either_end():
    """Beyond the years there is room for half a marker, a fiftieth of them, or for an arrow, an eighth."""
    both = [record(5, "../2016"), record(6, "2018/..")]
    for records, before, after in (([record(4, "2016/2018")], 50, 50), (both[:1], 8, 50), (both[1:], 50, 8)):
        axes = plot_timeline(timeline_of(*records))
        years = [2016, 2018] if len(records) == 1 and before == after else [records[0].period.first_known.year] * 2
        start, end = day(years[0], 1, 1), day(years[1] + 1, 1, 1)
        left, right = axes.get_xlim()
        assert left == pytest.approx(start - (end - start) / before)
        assert right == pytest.approx(end + (end - start) / after)


def test_guides_lead_from_the_left_edge_to_the_mark():
    """Each row has a faint dotted line, behind all else, from the left edge to where its mark begins."""
    with plt.rc_context({"grid.linewidth": 0.3, "lines.marker": "o"}):
        for axes, ends in (
            (plot_timeline(), [day(2014, 1, 1), day(2018, 1, 1), *[day(2022, 6, 30)] * 4]),
            (plot_totals(), [6, 1, 520, 6, 9]),
        ):
            left = axes.get_xlim()[0]
            assert [guide.get_xdata() for guide in guides(axes)] == [pytest.approx([left, end]) for end in ends]
            assert {(each.get_linewidth(), each.get_zorder(), each.get_marker()) for each in guides(axes)} == {
                (0.3, 0, "")
            }
            assert {each.get_color() for each in guides(axes)} == {mpl.rcParams["grid.color"]}


def test_marks_are_on_their_rows():
    """Every mark lies on the height that the guide of its row leads to."""
    axes = plot_timeline(timeline_of(record(5, "2018/2022-06-30"), record(5, "2019-05-01/2022-06-30")))
    heights = [guide.get_ydata()[0] for guide in guides(axes)]
    assert [list(mark.get_ydata()) for mark in points_of(axes)] == [
        *([heights[0]] * 2, [heights[0]]),
        *([heights[1]] * 2, [heights[1]], [heights[1]]),
    ]
    (bar,) = axes.patches
    assert bar.get_y() + bar.get_height() / 2 == pytest.approx(heights[0])
    axes = plot_totals(kz.total_served(["UNIFIL", "MINUSCA"]))
    assert [list(mark.get_ydata()) for mark in points_of(axes)] == [[guides(axes)[0].get_ydata()[0]]]


def test_spans_and_ends_are_less_high_than_a_line():
    """Spans are half transparent with an outline, as far in front as points, and as high as the strokes of an end."""
    with plt.rc_context({"lines.linestyle": "--", "lines.markeredgewidth": 3, "patch.linewidth": 3}):
        axes = plot_timeline()
    (cap, *_) = (mark for mark in points_of(axes) if mark.get_marker() == "|")
    (dot, *_) = (mark for mark in points_of(axes) if mark.get_marker() == "X")
    bar = axes.patches[0]
    colour = mpl.colors.to_rgb("C0")
    assert bar.get_height() == pytest.approx(0.7 * line_of(axes)) == pytest.approx(cap.get_markersize())
    assert (bar.get_facecolor(), bar.get_edgecolor()) == ((*colour, 0.5), (*colour, 1))
    assert (bar.get_linewidth(), cap.get_markeredgewidth(), dot.get_markeredgewidth()) == (1, 1, 1)
    assert dot.get_markersize() == mpl.rcParams["lines.markersize"]
    assert dot.get_markerfacecolor() == dot.get_color() == mpl.colors.to_hex("C0")
    assert bar.get_zorder() == dot.get_zorder() > guides(axes)[0].get_zorder()
    assert {mark.get_linestyle() for mark in points_of(axes)} == {"-"}


@pytest.mark.parametrize("style", ["classic", "dark_background"])
def test_numbers_stand_on_the_ground_of_the_axes(style):
    """No line runs through a number: it has the ground of the axes behind it, without a frame."""
    with plt.style.context(style, after_reset=True):
        axes = plot_totals(kz.total_served())
    for text in axes.texts[-2:]:
        ground = text.get_bbox_patch()
        assert ground.get_facecolor() == mpl.colors.to_rgba(axes.get_facecolor())
        assert ground.get_edgecolor()[3] == 0
        assert ground.get_boxstyle().pad * text.get_fontsize() == pytest.approx(1, abs=0.1)


def test_a_period_is_certain_between_its_ends_only():
    """The line of a period joins the spans of its ends; where these meet there is none to see."""
    axes = plot_timeline(timeline_of(record(5, "2013-05/2016"), record(5, "2018/2018-06-30"), record(5, "2020")))
    assert lines(axes) == [
        ([day(2013, 6, 1), day(2016, 1, 1)], ""),
        ([day(2019, 1, 1)] * 2, ""),
        ([day(2018, 6, 30)], "|"),
    ]
    assert {line.get_color() for line in points_of(axes)} == {mpl.colors.to_hex("C0")}
    assert [(end - start, hollow) for start, end, hollow in spans(axes)] == [
        *((366, False), (31, False), (365, False), (366, False))
    ]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_events_are_in_words(locale):
    """Each event is said in the reader's language, the period of those who served and a proposal's headcount too."""
    word = Wording(locale)
    events = kz.timeline(mandates=True)
    for event, text in zip(events, said(plot_timeline(events, locale=locale)), strict=True):
        assert word.date(event.when) in text or event.kind is kz.EventKind.SERVED
        if isinstance(event.subject, kz.Deployment):
            assert word.recorded(event.subject) in text
            assert word.period(event.subject.period) in text
        if isinstance(event.subject, kz.Proposal):
            assert "430" in text
            assert Wording(locale).people(event.subject.headcount).split()[0] in text


def test_around_is_said():
    """An approximate headcount is said to be so: of a record, and of a proposal at each of its events."""
    about = [text for text in said(plot_timeline(kz.timeline(records=PRECISIONS))) if "around" in text]
    assert [text.partition("around ")[2].split()[0] for text in about] == ["1,520", "40", "430", "430"]
    assert "around" not in "".join(said(plot_timeline(kz.timeline(proposals=[]))))


@pytest.mark.parametrize(("locale", "words"), [("en", "no events"), ("ru", "нет событий")])
def test_no_events_is_said(locale, words):
    """An empty timeline says so, without an axis of dates."""
    axes = plot_timeline(kz.timeline(records=[], proposals=[]), locale=locale)
    assert (said(axes), list(axes.get_xticks()), axes.lines[:]) == ([words], [], [])
    assert_a_line_of_words(axes)


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ("2022", ["2022", "2023"]),
        ("1978/2026", [str(year) for year in range(1980, 2026, 5)]),
        ("0001/9999", [str(year) for year in range(1000, 9001, 1000)]),
        ("9999", ["9999"]),
    ],
)
def test_ticks_are_years_that_fit(years, expected):
    """There are ticks at round years, as many as fit, up to the last year that there are dates of."""
    axes = plot_timeline(timeline_of(record(5, years)))
    assert [label.get_text() for label in axes.get_xticklabels()] == expected


def test_one_tick_is_always_there():
    """However narrow the axes, there are one or two ticks."""
    for years, ticks in (("2021", ["2021", "2022"]), ("2021/2022", ["2022"]), ("2021/2023", ["2022", "2024"])):
        axes = plot_timeline(timeline_of(record(5, years)), ax=plt.figure(figsize=(0.6, 3)).subplots())
        assert [label.get_text() for label in axes.get_xticklabels()] == ticks


@pytest.mark.parametrize(("wide", "size"), [(3, 10), (4, 10), (5, 10), (6, 10), (7.5, 10), (8, 10), (10, 10), (8, 20)])
def test_there_are_as_many_ticks_as_have_room(wide, size):
    """Of the steps between ticks, the smallest is taken whose labels leave more than a third of the axis free."""
    with plt.rc_context({"xtick.labelsize": size}):
        axes = plot_timeline(timeline_of(record(5, "1978/2026")), ax=plt.figure(figsize=(wide, 3)).subplots())
    axes.figure.draw_without_rendering()
    labels = axes.get_xticklabels()
    most = int(axes.bbox.width / (1.6 * labels[-1].get_window_extent().width))
    years = [int(label.get_text()) for label in labels]
    finer = {5: 2, 10: 5, 20: 10}[years[1] - years[0]]
    assert len(years) <= most < len([year for year in range(1978, 2028) if year % finer == 0])


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (1, [0, 1]),
        (2, [0, 1, 2]),
        (4, [0, 1, 2, 3, 4]),
        (15, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]),
        (45, list(range(0, 46, 5))),
        (99, list(range(0, 96, 5))),
        (3000, list(range(0, 3001, 500))),
    ],
)
def test_ticks_of_people_are_round_and_whole(most, ticks):
    """There are ticks at whole numbers from zero to the largest, by ones, twos, fives, tens and so on."""
    axes = plot_totals(kz.total_served(records=record(most, "2018/2022")))
    assert list(axes.get_xticks()) == ticks


@pytest.mark.parametrize(("most", "wide"), [(9, 6), (2500, 6), (1_234_567, 6), (9_999_999_999, 1.5)])
def test_room_is_left_for_numbers(most, wide):
    """Beyond the marks there is room for the widest number on either side, but not more than a quarter of the axes."""
    total = kz.total_served(records=record(kz.Headcount.between(0, most), "2018/2022"))
    axes = plot_totals(total, ax=plt.figure(figsize=(wide, 3)).subplots())
    axes.figure.draw_without_rendering()
    left, right = axes.transData.transform([(0, 0), (most, 0)])[:, 0]
    assert left - axes.bbox.x0 == pytest.approx(axes.bbox.x1 - right)
    if wide < 2:
        assert axes.bbox.x1 - right == pytest.approx(axes.bbox.width / 4)
        return
    free = (axes.bbox.x1 - axes.texts[-1].get_window_extent().x1) * 72 / axes.figure.dpi
    assert free == pytest.approx(5 + mpl.rcParams["lines.markersize"] / 2, abs=1.5)


def test_an_axis_of_nobody_has_room_for_the_zero():
    """Where all that is reported is nobody, the axis reaches to one person, with room for a number on either side."""
    axes = plot_totals(TOTALS["zero"], ax=plt.figure(figsize=(6, 3)).subplots())
    axes.figure.draw_without_rendering()
    left, right = axes.transData.transform([(0, 0), (1, 0)])[:, 0]
    number = axes.texts[-1].get_window_extent().width * 72 / axes.figure.dpi
    room = number + mpl.rcParams["lines.markersize"] + 2 * 5
    assert (left - axes.bbox.x0) * 72 / axes.figure.dpi == pytest.approx(room, abs=1)
    assert axes.bbox.x1 - right == pytest.approx(left - axes.bbox.x0)


def test_room_is_left_for_arrows():
    """Where there is an arrow, there is a tenth of the axes more for it."""
    totals = [kz.total_served("UNIFIL"), kz.total_served(["UNIFIL", "MINUSCA"])]
    axes = plot_totals(totals, ax=plt.figure(figsize=(6, 4)).subplots())
    left, right = axes.transData.transform([(0, 0), (565, 0)])[:, 0]
    assert axes.bbox.x1 - right == pytest.approx(left - axes.bbox.x0 + axes.bbox.width / 10)


def test_other_dates_can_be_added():
    """The horizontal axis is one of dates."""
    axes = plot_timeline()
    (line,) = axes.plot([date(2020, 2, 29)], [0])
    assert line.get_xdata(orig=False)[0] == day(2020, 2, 29)


def test_totals_are_intervals():
    """Mission by mission, an interval with both bounds labelled; one number is a point; no data is said, not drawn."""
    axes = plot_totals()
    assert lines(axes) == [([6, 45], "|"), ([1, 45], "|"), ([520, 565], "|"), ([6], "s"), ([9], "s")]
    assert arrows(axes) == []
    assert said(axes)[:9] == [
        "Mission by mission; the same people may have served in several, so these do not add up",
        "How many different people have served? As of June 30, 2022",
        *("MINURSO", "UNOCI", "UNIFIL"),
        "How many people are serving? As of June 30, 2022",
        *("MINURSO", "UNOCI", "UNIFIL"),
    ]
    assert axes.texts[1].get_text() == "How many different people have served?\nAs of June 30, 2022"
    for point in points_of(axes)[-2:]:
        assert point.get_markerfacecolor() == point.get_color() == mpl.colors.to_hex("C1")
    numbers = said(axes)[9:]
    assert numbers == ["6", "45", "1", "45", "520", "565", "6", "not reported", "9"]
    assert axes.get_xlabel() == "Number of people"
    assert list(axes.get_xticks()) == list(range(0, 565, 50))


def test_bounds_are_beside_what_they_bound():
    """The low is to the left of its end of the interval, the high to the right of its end."""
    axes = plot_totals(kz.total_served())
    axes.figure.draw_without_rendering()
    low, high = (text.get_window_extent() for text in axes.texts[-2:])
    (left, _), (right, _) = axes.transData.transform([(520, 0), (565, 0)])
    assert low.x1 < left < right < high.x0


def test_an_unknown_high_is_an_arrow():
    """Where no upper bound is known, an arrow of the total's colour goes from the low to the edge, with no number."""
    axes = plot_totals(kz.total_served(["UNIFIL", "MINUSCA"]))
    assert (lines(axes), arrows(axes)) == ([([520], "|")], [(520, 1)])
    assert said(axes)[-1] == "520"
    assert axes.get_xlim()[1] > 560
    axes = plot_totals(kz.total_serving(["UNIFIL", "MINUSCA"]))
    (arrow,) = (text.arrow_patch for text in axes.texts if text.arrow_patch)
    assert mpl.colors.to_hex(arrow.get_edgecolor()) == points_of(axes)[0].get_color() == mpl.colors.to_hex("C1")


@pytest.mark.parametrize(("locale", "words"), [("en", "not reported"), ("ru", "нет данных")])
@pytest.mark.parametrize("totals", [kz.total_serving("MINUSCA"), [], {}])
def test_not_reported_is_said_and_not_drawn(totals, locale, words):
    """What is not reported, or no totals at all, is said in words, with no mark and no axis of numbers."""
    axes = plot_totals(totals, locale=locale)
    assert said(axes)[-1] == words
    assert (axes.lines[:], axes.patches[:], arrows(axes), list(axes.get_xticks())) == ([], [], [], [])
    if not totals:
        assert_a_line_of_words(axes)


def test_nobody_is_a_point_at_zero():
    """A count of nobody is reported: it is drawn."""
    axes = plot_totals(kz.total_served(records=LARGE[3]))
    assert (lines(axes), said(axes)[-1], list(axes.get_xticks())) == ([([0], "o")], "0", [0])


@pytest.mark.parametrize(("locale", "number"), [("en", "12,345,678"), ("ru", "12\xa0345\xa0678")])
def test_large_numbers_are_grouped(locale, number):
    """Numbers are written as in the reader's language, on the axis too."""
    axes = plot_totals(TOTALS["large"], locale=locale)
    assert number in said(axes)
    assert [len(label.get_text()) for label in axes.get_xticklabels()] == [1, 9, 10]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_totals_are_under_their_question(locale):
    """Totals are under the question they answer, as of the date they are of, in the reader's language."""
    asked = kz.Deployment(headcount=7, missions=kz.UNOCI, status=kz.Status.SERVED, period="../2012")
    totals = [kz.total_served(), kz.total_serving(), kz.total_served("UNIFIL"), kz.total_served(reported_by="2023")]
    totals += [kz.total_served(records=asked)]
    axes = plot_totals(totals, locale=locale)
    rows = [text for text in axes.texts if text.get_ha() == "left" and text.get_va() == "bottom"]
    assert [text.get_weight() for text in rows] == [*("bold", "normal", "normal"), *("bold", "normal") * 3]
    word = Wording(locale)
    dates = [word.date_within("to", kz.PartialDate.parse(text)) for text in ("2022-06-30", "2022-06-30", "2023")]
    questions = [text.get_text().replace("\n", " ") for text in rows if text.get_weight() == "bold"]
    assert all(when in question for when, question in zip(dates, questions, strict=False))
    assert axes.get_xlabel() == word.say("Number of people")
    assert len(set(questions)) == len(questions)


def test_a_total_without_a_date_says_so():
    """Where the records have no date to be reported on, that is said."""
    unknown = kz.Deployment(headcount=7, missions=kz.UNOCI, status=kz.Status.SERVED, period="2012/..")
    assert said(plot_totals(kz.total_served(records=unknown)))[0].endswith("As of a date that is not known")


def test_kinds_of_totals_differ_without_colour():
    """Served and serving have another colour and another marker."""
    assert len({marker for _, marker in TOTAL_MARKS.values()}) == len(kz.Status)


@pytest.mark.parametrize("plot", [plot_timeline, plot_totals])
def test_given_axes_are_drawn_on(plot):
    """Given axes are returned, no figure is made, and pyplot keeps its current figure and axes."""
    mine, other = plt.subplots()[1], plt.subplots()[1]
    before = plt.get_fignums()
    assert plot(ax=mine) is mine
    assert (plt.get_fignums(), plt.gca()) == (before, other)
    assert plot() is plt.gca()


def test_given_axes_need_no_pyplot():
    """With given axes pyplot is not even imported, and importing the module imports no matplotlib."""
    code = """
        import sys
        from kzpeace.plots import plot_timeline, plot_totals
        assert "matplotlib" not in sys.modules
        from matplotlib.figure import Figure
        plot_timeline(ax=Figure().subplots())
        plot_totals(ax=Figure().subfigures().subplots())
        assert "matplotlib.pyplot" not in sys.modules
    """
    subprocess.run([sys.executable, "-c", "\n".join(map(str.strip, code.splitlines()))], check=True)


@pytest.mark.parametrize("plot", [plot_timeline, plot_totals])
def test_the_style_is_followed(plot):
    """Colours are those of the style when the picture was made: its cycle, its text, its grid; nothing else."""
    colours = ["#123456", "#654321", "#abcdef"]
    style = {"axes.prop_cycle": mpl.cycler(color=colours), "text.color": "#00ff00", "grid.color": "#0000ff"}
    with plt.rc_context({**style, "font.size": 13, "figure.figsize": (9, 2)}):
        axes = plot(*([kz.timeline(mandates=True)] if plot is plot_timeline else []))
    assert {text.get_color() for text in axes.texts} == {"#00ff00"}
    assert {text.get_fontsize() for text in axes.texts if text.get_text()} == {13}
    assert {line.get_color() for line in axes.lines if line.get_linestyle() == ":"} == {"#0000ff"}
    assert {line.get_color() for line in axes.lines if line.get_linestyle() != ":"} <= set(colours)
    assert {mpl.colors.to_hex(bar.get_edgecolor()) for bar in axes.patches} <= set(colours)
    assert axes.figure.get_figwidth() == 9


def test_names_are_no_mathematics():
    """A dollar sign in a name is a dollar sign."""
    axes = plot_timeline(TIMELINES["longest"])
    assert all("$UNTSO$ in a^b_c" in text for text in said(axes))
    assert not any(text.get_parse_math() for text in axes.texts)


@pytest.mark.parametrize(
    ("plot", "thing", "kind"),
    [
        (plot_timeline, "2014", "Event"),
        (plot_timeline, kz.DEPLOYMENTS, "Event"),
        (plot_timeline, 7, "Event"),
        (plot_totals, kz.timeline(), "Total"),
        (plot_totals, [565], "Total"),
        (plot_totals, {"UNIFIL": kz.total_served()}, "MissionTotals"),
    ],
)
def test_other_things_are_refused(plot, thing, kind):
    """What is no event or total is an error that names the argument, what came and what would be right."""
    with pytest.raises(ValueError, match=rf"^(timeline|totals): expected each to be a {kind}, got .+"):
        plot(thing)
    assert plt.get_fignums() == []


@pytest.mark.parametrize("plot", [plot_timeline, plot_totals])
def test_other_axes_and_languages_are_refused(plot):
    """What is no axes, or no language, is an error too, before a figure is made."""
    with pytest.raises(ValueError, match=r"^ax: expected axes of matplotlib or None, got 'mine'$"):
        plot(ax="mine")
    with pytest.raises(ValueError, match=r"^locale: expected a language tag"):
        plot(locale="klingon")
    assert plt.get_fignums() == []


@pytest.mark.parametrize("plot", [plot_timeline, plot_totals])
def test_without_matplotlib_the_command_is_named(plot, monkeypatch):
    """Where matplotlib is not installed, the error says which command installs it."""
    monkeypatch.delitem(sys.modules, "matplotlib.axes")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ImportError, match=r'python -m pip install "kzpeace\[plot\]"'):
        plot()
