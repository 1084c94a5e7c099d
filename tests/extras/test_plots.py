"""Pictures: what they say, that they claim no more than their totals, and that their words fit."""

import itertools
import re
import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.text import Text

import kzpeace as kz
from kzpeace.plots import plot_article, plot_serving, plot_timeline, plot_totals

PICTURES = [plot_totals, plot_timeline, plot_serving, plot_article]
ARTICLE = Path(__file__).parents[2] / "docs" / "article.svg"
NAMES = {"en": ("Kazakhstan", "Kazinform"), "ru": ("Казахстан", "Казинформ"), "kk": ("Қазақстан", "ҚазАқпарат")}
H = kz.Headcount
ENDS = {"0": H.exactly(0), "7": H.exactly(7), "2 5": H.between(2, 5), "12,345,678": H.exactly(12_345_678)}
ENDS |= {"7 →": H.at_least(7), "1 →": H.around(430), "45 →": H.at_most(45)}


@pytest.fixture(autouse=True)
def _close():
    yield
    plt.close("all")


def _served(headcount, missions="UNIFIL", period="2018/2022"):
    return kz.Deployment(headcount=headcount, missions=missions, status="served", period=period)


def _serving(headcount, missions, date, **fields):
    return kz.Deployment(headcount=headcount, missions=missions, status="serving", period=date, **fields)


def _months(count):
    for number in range(count):
        date = kz.PartialDate(2021 + number // 12, number % 12 + 1).latest
        source = kz.Source(publisher="United Nations", title="Contributions", date=date, language="en")
        for mission, people in (("UNIFIL", 120), ("MINURSO", 6)):
            yield _serving(people, mission, date, citation=kz.Citation(source))


def _draw(axes):
    """Draw a figure, and return the texts that are seen."""
    figure = axes.figure.figure
    figure.canvas.draw()
    axis = [axis for each in figure.findobj(Axes) for axis in (each.xaxis, each.yaxis)]
    ticks = [(tick, sorted(each.get_view_interval())) for each in axis for tick in each.get_major_ticks()]
    beyond = {tick.label1 for tick, (low, high) in ticks if not low <= tick.get_loc() <= high}
    return [text for text in figure.findobj(Text) if text.get_text() and text.get_visible() and text not in beyond]


def _words(axes):
    return [" ".join(text.get_text().split()) for text in _draw(axes)]


def _labels(axes):
    return [" ".join(label.get_text().split()) for label in axes.get_yticklabels()]


def _numbers(axes):
    return [text.get_text() for text in axes.texts if text.get_text()]


def test_totals_are_ranges_with_both_ends_numbered():
    """Together and mission by mission; the 45 of three missions bounds two of them in one row, not in one each."""
    axes = plot_totals()
    have_served, were_serving = axes.figure.axes
    assert _labels(have_served) == ["MINURSO, UNOCI, and UNIFIL", "MINURSO and UNOCI", "UNIFIL"]
    assert [(bar.get_x(), bar.get_width()) for bar in have_served.patches] == [(520, 45), (6, 39), (520, 45)]
    assert _numbers(have_served) == ["520", "565", "6", "45", "520", "565"]
    assert _labels(were_serving) == ["MINURSO and UNIFIL", "MINURSO", "UNOCI", "UNIFIL"]
    assert _numbers(were_serving) == ["15", "6", "not reported", "9"]
    assert len(were_serving.collections) == 3  # a dot for each number, and none for what is not reported
    assert not were_serving.patches


@pytest.mark.parametrize("asked", [None, "UNIFIL", ["UNIFIL", "MINUSCA"], "UNDOF"])
@pytest.mark.parametrize("records", [kz.DEPLOYMENTS, (*kz.DEPLOYMENTS, _serving(2, "MONUSCO", "2022-06-30"))])
def test_no_number_is_claimed_that_no_total_has(asked, records):
    """Every number in the picture is a bound of a total about the missions of its row."""
    axes = plot_totals(asked, records=records)
    missions = list(kz.totals_by_mission(asked, records=records)) or [asked]
    groups = [list(group) for size in range(1, 5) for group in itertools.combinations(missions, size)]
    for panel, ask in zip(axes.figure.axes, (kz.total_served, kz.total_serving), strict=True):
        totals = [ask(asked, records=records), *(ask(group, records=records) for group in groups)]
        bounds = {str(bound) for total in totals for bound in (total.low, total.high)}
        assert set(_numbers(panel)) <= bounds | {"not reported"}


@pytest.mark.parametrize(("drawn", "headcount"), ENDS.items())
def test_ends_that_are_open_are_arrows(drawn, headcount):
    """One number is a dot, a range a bar; an arrow leads from the end that is known."""
    axes = plot_totals(records=_served(headcount))
    assert " ".join(_numbers(axes) + ["→" for text in axes.texts if text.arrow_patch is not None]) == drawn


def test_the_article_in_one_picture(tmp_path):
    """Who has served, who was serving, what was proposed, once for its four missions, and when; it can be saved."""
    axes = plot_article()
    assert axes.figure is plt.gcf()
    axes.figure.savefig(tmp_path / "article.png")
    assert plt.imread(tmp_path / "article.png").shape[1] == 1400
    assert (said := _words(axes)).count("≈430") == 2  # once for its four missions, and once in time
    assert {"Have served", "Were serving", "Proposed", "When"} <= set(said)
    proposed = axes.figure.axes[2]
    assert _labels(proposed) == ["MINUSCA, MONUSCO, MINUSMA, and UNIFIL"]
    middles = {round(bar.get_x() + bar.get_width() / 2) for bar in proposed.patches}
    assert middles == {430}  # a bar that fades: its parts have no common end
    assert len({bar.get_width() for bar in proposed.patches}) == len(proposed.patches) > 1


def test_a_timeline_has_a_row_for_each_event():
    """Each event in the reader's language; a year is a paler part of its bar; what is planned is hollow."""
    axes = plot_timeline(events := kz.timeline(mandates=True), locale="ru")
    assert _labels(axes) == [" ".join(each.split()) for each in kz.describe(events, "ru").splitlines()]
    few = plot_timeline()
    assert _labels(few)[1:3] == ["520 service members have served – UNIFIL", "6 service members were serving – MINURSO"]
    assert [text.get_text() for text in _draw(few) and few.get_xticklabels()] == ["2014", "2018", "June 30,\n2022"]
    assert [bar.get_alpha() for bar in plot_timeline().patches[:3]] == [0.4, 0.4, None]
    assert _numbers(axes) == ["≈430"]  # the President's proposal; the other numbers are in the rows' labels
    assert "no events" in _words(plot_timeline([]))
    hollow = [each for each in axes.collections if not len(each.get_facecolor())]
    assert len(hollow) == sum(event.planned for event in events)


@pytest.mark.parametrize("period", ["2012/..", "../2012", "2012", "2012-05/2012-05-03", "0001/9999", "9999"])
def test_a_timeline_of_any_period(period):
    """Open ends are arrows, and the ends of the calendar are drawn as other years are."""
    assert _draw(axes := plot_timeline(kz.timeline(records=_served(5, (), period))))
    assert sum(text.arrow_patch is not None for text in axes.texts) == (".." in period)


def test_serving_is_stacked_by_mission_with_gaps():
    """A month that is not reported has no bar; a reported zero and a missing upper bound are marked."""
    records = [each for each in _months(24) if each.period.start.month != 7]
    axes = plot_serving(records=records)
    unifil, minurso = axes.containers
    assert {each.get_text() for each in axes.get_legend().get_texts()} == {"UNIFIL", "MINURSO", "Kazinform (15)"}
    assert [bar.get_height() for bar in unifil] == [120] * 22
    assert {bar.get_y() for bar in minurso} == {120}
    starts = sorted(bar.get_x() for bar in unifil)
    assert [round(b - a) for a, b in itertools.pairwise(starts) if b - a > 31.5] == [62, 62]
    assert set(_numbers(axes)) <= {"126", "126\n(15)"}
    sources = "Source: United Nations, from January 31, 2021 to December 31, 2022; Kazinform, June 30, 2022"
    assert axes.figure.get_supxlabel() == sources  # many documents of one publisher, once
    axes = plot_serving(records=[_serving(0, "UNIFIL", "2020-01-01"), _serving(9, "MINURSO", "2022-01-01")])
    assert set(_numbers(axes)) == {"0", "9↑", "(15)"}


def test_people_stand_over_their_own_months():
    """Ticks are at the dates that are reported, and nowhere else; a month names its last day."""
    rows = {"2022-03-31": 14, "2022-05-31": 15, "2022-06-30": 14, "2024-01-31": 19}
    axes = plot_serving(records=[_serving(rows[date], (), date) for date in rows], locale="ru")
    axes.figure.set_size_inches(20, 5)
    assert {"март 2022 г.", "май 2022 г.", "июнь 2022 г.", "январь 2024 г."} <= set(_words(axes))
    (bars,) = axes.containers
    assert [bar.get_x() + bar.get_width() / 2 for bar in bars] == pytest.approx(list(axes.get_xticks()))
    assert sorted(_numbers(axes)) == ["14", "14\n(15)", "15", "19"]


def test_joint_snapshots_are_stacked_once():
    """People of several missions together are a part of their own, and so is what the upper bound adds."""
    some = _serving(H.between(3, 8), "MINUSCA", "2024-01-19")
    axes = plot_serving(records=[_serving(19, ["MINURSO", "UNIFIL"], "2024-01-19"), some])
    heights = {bars.get_label(): [bar.get_height() for bar in bars] for bars in axes.containers}
    assert heights == {"MINUSCA": [3], "not divided by mission": [19], "up to the upper bound": [5]}


def test_the_articles_snapshot_is_a_mark():
    """It is there for the missions that the article reports, and for Kazakhstan's people alone."""
    others = _serving(9, "UNIFIL", "2020-01-01", contributor="KGZ")
    pictures = [plot_serving(), plot_serving("UNIFIL"), plot_serving(records=others)]
    assert [_numbers(axes) for axes in pictures] == [["15"], ["9"], ["9"]]
    assert [bool(axes.collections) for axes in pictures] == [True, True, False]
    assert _numbers(plot_serving("UNDOF", records=_served(9))) == ["not reported"]
    assert not plot_serving("UNDOF", records=_serving(139, "UNDOF", "2024-03-01")).collections


@pytest.mark.parametrize("plot", PICTURES)
@pytest.mark.parametrize("locale", ["en", "ru", "kk"])
@pytest.mark.parametrize("style", ["default", "dark_background", "ggplot"])
def test_words_fit(plot, locale, style):
    """With title, country and source; at full size and at half, nothing is cut or over another."""
    with plt.style.context(style):
        own = plot(locale=locale)
        whole = own.figure.figure
        assert whole.get_suptitle().startswith(NAMES[locale][0])
        assert re.search(f"{NAMES[locale][1]}.*2022", whole.get_supxlabel())
        _assert_words_fit(own)
        whole.set_size_inches(whole.get_size_inches() / 2)
        _assert_words_fit(own)


def _assert_words_fit(axes):
    found, figure = [(text, text.get_window_extent().padded(-2)) for text in _draw(axes)], axes.figure.figure
    assert min(text.get_fontsize() for text, _ in found) >= 8
    for text, box in found:
        assert (max(figure.bbox.p0 - box.p0) < 0, max(box.p1 - figure.bbox.p1) < 0) == (True, True), text
    for (one, box), (other, place) in itertools.combinations(found, 2):
        assert not box.overlaps(place), (one, other)


@pytest.mark.parametrize(("size", "smallest"), [(4, 8), (20, 16)])
def test_type_is_the_styles_and_not_too_small(size, smallest):
    """Type follows the style's size, but not below 8 points."""
    with plt.rc_context({"font.size": size}):
        for plot in PICTURES:
            assert min(text.get_fontsize() for text in _draw(plot())) == pytest.approx(smallest, abs=1)


@pytest.mark.filterwarnings("error::UserWarning")
@pytest.mark.parametrize("locale", ["en", "ru", "kk"])
@pytest.mark.parametrize("size", [(10, 8), (6.4, 4.8)])
def test_a_grid_of_all_pictures(size, locale):
    """Nothing lies over another; where a picture does not fit, the error says which size of the figure does."""
    wanted = size
    for plot in PICTURES:
        try:
            plot(locale=locale, ax=plt.subplots(2, 2, figsize=size)[1][0, 0])
        except ValueError as error:
            named = re.search(r"^ax: .* at least (\S+) by (\S+) inches, got one of", str(error))
            wanted = tuple(map(max, wanted, map(float, named.groups())))
        assert len(plt.gcf().axes) >= 4
    grid = plt.subplots(2, 2, figsize=wanted)[1].flat
    drawn = [plot(locale=locale, ax=ax) for plot, ax in zip(PICTURES, grid, strict=True)]
    _assert_words_fit(drawn[0])
    assert max(wanted) <= 11
    assert len(drawn[3].figure.axes) == 3  # without the dates
    assert wanted == size or (size, locale) != ((10, 8), "en")


@pytest.mark.parametrize("plot", PICTURES)
def test_title_and_source_can_be_changed_or_left_out(plot):
    """Text replaces them, and empty text leaves them out; what the numbers assume stays."""
    for title, source in (("Mine", "Also mine"), ("", "")):
        whole = plot(title=title, source=source).figure.figure
        assert whole.get_suptitle() == title
        assert whole.get_supxlabel().removeprefix("Assuming that those serving are included").strip() == source


@pytest.mark.parametrize("plot", PICTURES)
def test_given_axes_give_their_place(plot):
    """The picture takes the place of axes in their figure, without pyplot's state; other things are refused."""
    figure, (mine, other) = plt.subplots(1, 2, figsize=(20, 9))
    axes = plot(ax=mine)
    assert axes.figure.figure is figure
    assert (mine in figure.axes, other in figure.axes) == (False, True)
    for wrong in ("mine", figure.add_axes((0, 0, 1, 1))):
        with pytest.raises(ValueError, match=r"^ax: expected axes of a grid"):
            plot(ax=wrong)


def test_matplotlib_is_loaded_when_it_is_needed(monkeypatch):
    """Importing the module imports no matplotlib; where it is missing, the error says which command installs it."""
    code = "import sys, kzpeace.plots; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    for plot in PICTURES:
        with pytest.raises(ImportError, match=r'python -m pip install "kzpeace\[plot\]"'):
            plot()


def test_the_readmes_picture_is_up_to_date(tmp_path):
    """The file says what the picture says now. Delete it, and this test writes it anew."""
    figure = plot_article().figure.figure
    figure.set_size_inches(figure.get_size_inches() * 0.6)  # its type is as large as the page's, then
    with plt.rc_context({"svg.hashsalt": "kzpeace"}):
        figure.savefig(tmp_path / "new.svg", metadata={"Date": None})
    new = (tmp_path / "new.svg").read_text(encoding="utf-8")
    if not ARTICLE.exists():
        ARTICLE.write_text(new, encoding="utf-8")
        pytest.skip("docs/article.svg was missing and is written anew")
    # matplotlib writes each text as a comment before its outlines; numbers of ticks depend on its version.
    said = [" ".join(re.findall(r"<!-- ([^>]*\D[^>]*) -->", svg)) for svg in (new, ARTICLE.read_text(encoding="utf-8"))]
    assert said[0] == said[1]
