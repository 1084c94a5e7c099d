"""Pictures, drawn with matplotlib: how many have served and serve, who served over time, and what happened when."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from kzpeace import chronology
from kzpeace._checks import as_tuple_of
from kzpeace._figure import draw_panels, lie_apart, place_figure, set_scale, type_size, write
from kzpeace.article import ARTICLE, DEPLOYMENTS, PROPOSAL
from kzpeace.chronology import Event, EventKind, Timeline
from kzpeace.counting import Total, serving_over_time, total_served, total_serving, totals_by_mission
from kzpeace.dates import Day, PartialDate, Period
from kzpeace.domain import Deployment, Mission, Missions, Proposal, Records, records_argument
from kzpeace.language import Wording
from kzpeace.missions import by_acronym

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from babel import Locale
    from matplotlib.axes import Axes

    from kzpeace._figure import Panel

HATCHES = ("", "////", "....", "xxxx", "----", "oooo")  # tell missions apart without colour
MARKS = dict(zip(EventKind, zip(("C3", "C0", "C1", "C2", "C2", "C3"), "^ooDsv", strict=True), strict=True))
WIDTH, FEW = 20, 4  # letters of a line of missions; dates that an axis shows, so that rows need not
ARROW = {"arrowstyle": "-|>", "linewidth": 3, "mutation_scale": 15, "shrinkA": 0, "shrinkB": 0}
_filled = partial(textwrap.fill, break_on_hyphens=False, break_long_words=False)


def plot_totals(
    missions: Missions | None = None,
    *,
    records: Records = DEPLOYMENTS,
    reported_by: Day | None = None,
    locale: str | Locale = "en",
    title: str | None = None,
    source: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how many people have served and are serving, together and mission by mission, as `totals_by_mission` counts.

    A range is a bar with both ends numbered, one number a dot, an open end an arrow. Missions whose upper bounds rest
    on the same joint figure share a row.

    Args:
        missions: As for `totals_by_mission`.
        records: The records to count from, all of one contributor. Defaults to the article's.
        reported_by: Leave out what was reported after this date.
        locale: The language, as for `describe`.
        title: Text above the picture. Defaults to the country and the question; ``""`` leaves it out.
        source: Text below the picture. Defaults to the publishers and dates; ``""`` leaves it out.
        ax: One of the axes of a grid, whose place the picture takes. Defaults to a figure of its own.

    Returns:
        The first axes of the picture. Their ``.figure`` has all of it, and saves it with ``.savefig``.

    Raises:
        ImportError: If matplotlib is not installed.
        ValueError: If *ax* is not of a grid or its figure is too small, with the size that is needed; if the language
            has no catalogue; and as for `totals_by_mission`.

    >>> plot_totals().figure.get_suptitle()
    'Kazakhstan: how many have served in UN missions, and how many are serving?'
    """
    word, how = Wording(locale), {"records": records_argument(records), "reported_by": reported_by}
    panels, totals = _panels_of_totals(word, missions, **how)
    question = word.say("how many have served in UN missions, and how many are serving?")
    return draw_panels(word, totals, ax, (question, title, source), panels)


def plot_timeline(
    timeline: Event | Iterable[Event] | None = None,
    *,
    locale: str | Locale = "en",
    title: str | None = None,
    source: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    r"""Draw what happened, a row for each event of a timeline.

    A day is a mark, hollow if it is planned. A period is a bar, paler where an end is known only to the year or month.

    Args:
        timeline: The events. Defaults to the article's.
        locale: As for `plot_totals`.
        title: As for `plot_totals`.
        source: As for `plot_totals`.
        ax: As for `plot_totals`.

    Returns:
        The axes, as for `plot_totals`.

    Raises:
        ImportError: If matplotlib is not installed.
        ValueError: If *timeline* contains anything but events; and as for `plot_totals`.

    >>> [label.get_text() for label in plot_timeline().get_xticklabels()]
    ['2014', '2018', 'June 30,\n2022']
    """
    word = Wording(locale)
    events = Timeline(as_tuple_of(Event, chronology.timeline() if timeline is None else timeline, "timeline"))
    question = word.say("what happened in UN peacekeeping, and when?")
    return draw_panels(word, events, ax, (question, title, source), [_panel_of_events(word, "", events, 42)])


def plot_serving(
    missions: Missions | None = None,
    *,
    records: Records = DEPLOYMENTS,
    reported_by: Day | None = None,
    locale: str | Locale = "en",
    title: str | None = None,
    source: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how many people were serving on each reported date, stacked by mission, and the article's, in brackets.

    Where nothing is reported, nothing is drawn. On top are people whom no record counts in one mission alone, and then
    what the upper bound adds.

    Args:
        missions: As for `serving_over_time`.
        records: As for `plot_totals`.
        reported_by: As for `plot_totals`.
        locale: As for `plot_totals`.
        title: As for `plot_totals`.
        source: As for `plot_totals`.
        ax: As for `plot_totals`.

    Returns:
        The axes, as for `plot_totals`.

    Raises:
        ImportError: If matplotlib is not installed.
        ValueError: As for `plot_totals` and `serving_over_time`.

    >>> [label.get_text() for label in plot_serving().get_legend().get_texts()]
    ['Kazinform (15)', 'MINURSO', 'UNIFIL']
    """
    word, how = Wording(locale), cast("Any", {"records": records_argument(records), "reported_by": reported_by})
    series: list[Any] = [total for total in serving_over_time(missions, **how) if total.period]
    named = by_acronym(mission for total in series for mission in total.missions)
    article: list[Any] = []
    with suppress(ValueError):  # it has nothing of these missions, or was not reported by then
        article += serving_over_time(list(named.values()) or None, reported_by=reported_by)
    if {each.contributor for each in article if each.low} != {each.contributor for each in series}:
        article = []
    question, letter = word.say("how many were serving in UN missions on each date?"), 0.6 * type_size("small")
    needed = [(None, 45 * letter, (30 + 3 * len(named)) * letter)]
    host, _, width = place_figure(word, series + article, ax, (question, title, source), needed, wide=12)
    days = {each.period: each.period.first_known.earliest for each in series + article}
    axes, tops = host.subplots(), Counter[Any]()
    ground, apart = axes.get_facecolor(), [(after - before).days for before, after in pairwise(sorted(days.values()))]
    wide = max(min([31, *(0.95 * each for each in apart)]), sum(apart) / 200)

    def stack(label: str, heights: dict[Any, int], **look: Any) -> None:
        if any(heights.values()):
            bottoms = [tops[each] for each in heights]
            axes.bar([days[each] for each in heights], heights.values(), wide, bottoms, label=label, **look)
        tops.update(heights)

    for index, mission in enumerate(named.values()):
        look = {"color": f"C{index}", "hatch": HATCHES[index % len(HATCHES)], "edgecolor": ground, "linewidth": 0}
        stack(word.acronym(mission), {each.period: each.low for each in serving_over_time(mission, **how)}, **look)
    undivided = {each.period: each.low - tops[each.period] for each in series}
    stack(word.say("not divided by mission"), undivided, color="0.5")
    more = {each.period: each.high - each.low for each in series if each.high}
    stack(word.say("up to the upper bound"), more, fill=False, edgecolor="0.5", linestyle="--")
    ends = {each.period: dict.fromkeys(map(word.number, (each.low, each.high or each.low))) for each in series}
    figures = {each.period: "–".join(ends[each.period]) + "↑" * (each.high is None) for each in series}
    for period, low in ((each.period, each.low) for each in article):
        look = {"marker": "D", "color": axes.xaxis.label.get_color(), "edgecolor": ground, "zorder": 3}
        axes.scatter(days[period], low, label=f"{word.name(ARTICLE.publisher)} ({word.number(low)})", **look)
        if figures.get(period) != word.number(low):
            figures[period] = f"{figures.get(period, '')}\n({word.number(low)})".strip()
        tops[period] = max(tops[period], low)
    day_wide, look = (width - 9 * letter) / (sum(apart) + wide), {"ha": "center", "va": "bottom"}
    for index in lie_apart([day_wide * days[each].toordinal() for each in figures], [*figures.values()]):
        period, text = [*figures.items()][index]
        write(axes, text, (days[period], tops[period]), (0, 7), **look)
    if not series:
        write(axes, word.say("not reported"), (0.5, 0.5), (0, 0), xycoords="axes fraction", style="italic")
    set_scale(axes, word, _dates(word, [each.first_known for each in days], to_month=bool(apart)), 0.06 if apart else 3)
    axes.set_ylim(0, 1.25 * max([1, *tops.values()]))
    if axes.get_legend_handles_labels()[0]:
        look = {"loc": "lower left", "bbox_to_anchor": (0, 1), "frameon": False, "fontsize": type_size("small")}
        axes.legend(ncols=1 + (width > 60 * letter), **look)
    return cast("Axes", axes)


def plot_article(
    *, locale: str | Locale = "en", title: str | None = None, source: str | None = None, ax: Axes | None = None
) -> Axes:
    r"""Draw the article in one picture: how many have served, were serving and were proposed, and, if it fits, when.

    Args:
        locale: As for `plot_totals`.
        title: As for `plot_totals`.
        source: As for `plot_totals`.
        ax: As for `plot_totals`.

    Returns:
        The first axes, as for `plot_totals`.

    Raises:
        ImportError: If matplotlib is not installed.
        ValueError: As for `plot_totals`.

    >>> plot_article().figure.get_supxlabel()
    'Assuming that those serving are included\nSource: Kazinform, June 30, 2022'
    """
    word, figure, events = Wording(locale), cast("int", PROPOSAL.headcount.figure), chronology.timeline()
    panels, totals = _panels_of_totals(word, None)
    row = _filled(word.missions(PROPOSAL.missions), WIDTH), partial(_around, word, figure)
    panels.append((word.say("proposed").capitalize(), int(1.1 * figure), [row]))
    question = word.say("how many have served in UN missions, are serving, or were proposed?")
    when = _panel_of_events(word, word.say("When"), events, 30)
    return draw_panels(word, [*totals, *events], ax, (question, title, source), panels, [when])


def _panels_of_totals(word: Wording, missions: Any, **how: Any) -> tuple[list[Panel], list[Total]]:
    """Return panels, with a row for all missions, and for each, or for those together that share a joint bound."""
    pairs, panels, totals = totals_by_mission(missions, **how).values(), cast("list[Panel]", []), list[Total]()
    for kind, ask in ((EventKind.SERVED, total_served), (EventKind.SERVING, total_serving)):
        groups, together = cast("dict[object, list[Mission]]", {}), ask(missions, **how)
        for each in (getattr(pair, kind.value) for pair in pairs):
            is_joint = any(len(record.missions) != 1 for record in each.high_records)
            groups.setdefault(each.high_records if is_joint else each.missions, []).extend(each.missions)
        found = [together, *(ask(each, **how) for each in groups.values() if set(each) != set(together.missions))]
        draw = partial(_range, word, MARKS[kind][0])
        rows = [(_filled(word.missions(each.missions), WIDTH), partial(draw, each)) for each in found]
        heading = "\n".join([word.of(kind).capitalize(), *([word.period(together.period)] if together.period else [])])
        panels.append((heading, max(each.high or each.low for each in found), rows))
        totals += found
    return panels, totals


def _panel_of_events(word: Wording, heading: str, events: Timeline, width: int) -> Panel:
    labels = [re.sub(" ([–—]) ", "\N{NO-BREAK SPACE}\\1 ", word.of(event)) for event in events]
    days = _dates(word, [end for event in events for end in _ends(event)])
    if len(days) <= FEW:
        labels = [what[0].upper() + what[1:] for _, _, what in (label.partition(": ") for label in labels)]
    rows = [(_filled(label, width), partial(_event, event)) for label, event in zip(labels, events, strict=True)]
    years = {date(day.year, 1, 1): str(day.year) for day in days}
    return heading, years if len(days) > FEW else days, rows or [(word.of(events), lambda _axes, _y: None)]


def _ends(event: Event) -> list[PartialDate]:
    period = event.subject.period if isinstance(event.subject, Deployment) else Period(event.when, event.when)
    return [known for known in (period.start, period.end) if known]


def _dates(word: Wording, dates: Sequence[PartialDate], *, to_month: bool = False) -> dict[date, str]:
    """Label dates on an axis, in lines of about one length; if asked, the ends of months by their months."""
    months = [PartialDate(each.year, each.month) if each.day else each for each in dates]
    to_month = to_month and all(month.latest == each.latest for month, each in zip(months, dates, strict=True))
    named = [word.date(each) if each.month else str(each) for each in (months if to_month else dates)]
    filled = [textwrap.fill(" ".join(text.split()), len(text) // 2 + 2) for text in named]
    return dict(zip((each.earliest for each in dates), filled, strict=True))


def _range(word: Wording, colour: str, total: Total, axes: Any, y: float) -> None:
    """Draw a bar, a dot if it is one number, an arrow if an end is open, or say that nothing is reported."""
    low, high, edge = total.low, total.high, axes.get_yaxis_transform()
    if high is None and not low:
        write(axes, word.say("not reported"), (0, y), (4, 0), xycoords=edge, style="italic")
    elif low == high:
        axes.scatter([low], [y], 60, colour, zorder=3, clip_on=False)
    elif high is None or not low:
        how: Any = {"xycoords": "data" if high else edge, "arrowprops": {**ARROW, "color": colour}}
        axes.annotate("", (int(not high), y), (low or high, y), textcoords="data", **how)
    else:
        axes.barh(y, high - low, 0.5, low, color=colour, edgecolor=colour, linewidth=2)
    if low and low != high:
        write(axes, word.number(low), (low, y), (-5, 0), ha="right")
    if high is not None:
        write(axes, word.number(high), (high, y), (6, 0))


def _around(word: Wording, figure: int, axes: Any, y: float) -> None:
    for share in (0.02, 0.04, 0.06, 0.08):  # a bar that fades away at both ends
        axes.barh(y, 2 * share * figure, 0.5, (1 - share) * figure, color="C2", alpha=0.35, linewidth=0)
    write(axes, f"≈{word.number(figure)}", (0.9 * figure, y), (-5, 0), ha="right")


def _event(event: Event, axes: Any, y: float) -> None:
    colour, ends = MARKS[event.kind][0], _ends(event)
    look: Any = {"edgecolor": colour, "facecolor": "none" if event.planned else colour}
    if len(ends) == 1:
        start, end = (
            (ends[0].latest, 1) if ends[0] == cast("Deployment", event.subject).period.start else (ends[0].earliest, 0)
        )
        how: Any = {"xycoords": axes.get_yaxis_transform(), "arrowprops": {**ARROW, "color": colour}}
        axes.annotate("", (end, y), (start, y), textcoords="data", **how)
    if event.kind is EventKind.PROPOSED and isinstance(event.subject, Proposal):
        write(axes, str(event.subject.headcount), (ends[0].earliest, y), (0, 5), ha="center", va="bottom")
    if ends[0].day and [ends[0]] == ends[1:]:
        axes.scatter([ends[0].earliest], [y], 60, marker=MARKS[event.kind][1], clip_on=False, **look)
        return
    for known in ends:
        axes.barh(y, known.latest - known.earliest, 0.5, known.earliest, alpha=0.4, **look)
    axes.barh(y, max(ends[-1].earliest, ends[0].latest) - ends[0].latest, 0.5, ends[0].latest, **look)
