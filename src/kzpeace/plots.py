"""Pictures, drawn with matplotlib: how many have served and serve, who served over time, and what happened when.

A picture fills a figure, or a subfigure in the place of given axes: so its title and source line wrap at its own edges,
and matplotlib's constrained layout finds room for all words.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from contextlib import suppress
from functools import partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from kzpeace import chronology, phrases
from kzpeace._checks import as_tuple_of, short_repr
from kzpeace.article import DEPLOYMENTS, PROPOSAL
from kzpeace.chronology import Event, EventKind, Timeline
from kzpeace.counting import Total, serving_over_time, total_served, total_serving, totals_by_mission
from kzpeace.dates import PartialDate, Period
from kzpeace.domain import Deployment, Mission
from kzpeace.extras import needs
from kzpeace.language import Wording
from kzpeace.missions import by_acronym

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from babel import Locale
    from matplotlib.axes import Axes

    from kzpeace.domain import Dataset

    Row = tuple[str, Callable[[Any, float], None]]  # a label, and what draws the rest on axes at a height
    Panel = tuple[str, int | None, list[Row]]  # a heading, the top of the scale or None for one of dates, and rows

SMALLEST = 8  # points of type, whatever the style
HUNDREDFOLD = 100  # totals that differ by so much get panels of their own
HATCHES = ("", "////", "....", "xxxx", "----", "oooo")  # tell missions apart without colour
COLOURS = dict(zip(EventKind, ("C3", "C0", "C1", "C2", "C2", "C3"), strict=True))
MARKERS = dict(zip(EventKind, "^ooDsv", strict=True))


def plot_totals(
    missions: Mission | str | Iterable[Mission | str] | None = None,
    *,
    records: Iterable[Deployment] | Dataset = DEPLOYMENTS,
    reported_by: PartialDate | date | str | None = None,
    locale: str | Locale = "en",
    title: str | None = None,
    source: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how many people have served and are serving, together and mission by mission.

    A range is a bar with both ends numbered, one number a dot, an open end an arrow. Missions whose upper bounds rest on
    the same joint figure share a row.

    Args:
        missions: As for `kzpeace.totals_by_mission`.
        records: As for `kzpeace.totals_by_mission`.
        reported_by: As for `kzpeace.totals_by_mission`.
        locale: The language of the words, as for `kzpeace.describe`.
        title: The title. Defaults to the question that the picture answers; ``""`` leaves it out.
        source: The line at the bottom. Defaults to the sources with their dates; ``""`` leaves it out.
        ax: One of a grid's axes: the picture takes its place, and it is removed. Defaults to a new figure.

    Returns:
        The first axes of the picture; ``.figure.axes`` lists all of them.

    Raises:
        ImportError: If matplotlib is not installed; the message has the command that installs it.
        ValueError: If an argument is invalid, as for `kzpeace.totals_by_mission` and `kzpeace.describe`.
    """
    word = Wording(locale)
    panels, totals = _panels_of_totals(word, missions, records=records, reported_by=reported_by)
    host = _host(ax, panels)
    question = word.say("how many have served in UN missions, and how many serve?")
    _frame(host, word, question, title, source, totals)
    return _draw(host, word, panels)


def plot_timeline(
    timeline: Event | Iterable[Event] | None = None,
    *,
    locale: str | Locale = "en",
    title: str | None = None,
    source: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw what happened, a row for each event of a timeline; the article's unless another is given.

    A day is a mark, hollow if it is planned. A period is a bar, paler where an end is known only to the year or month.
    The other arguments are as for `plot_totals`, and so are the errors.
    """
    word = Wording(locale)
    events = Timeline(as_tuple_of(Event, chronology.timeline() if timeline is None else timeline, "timeline"))
    panels: list[Panel] = [("", None, [_row_of(word, event) for event in events])]
    host = _host(ax, panels)
    _frame(host, word, word.say("what happened in UN missions, and when?"), title, source, events)
    return _draw(host, word, panels)


def plot_serving(
    missions: Mission | str | Iterable[Mission | str] | None = None,
    *,
    records: Iterable[Deployment] | Dataset = DEPLOYMENTS,
    reported_by: PartialDate | date | str | None = None,
    locale: str | Locale = "en",
    title: str | None = None,
    source: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw how many people were serving on each reported date, stacked by mission, with the article's snapshot as a mark.

    Where nothing is reported, nothing is drawn. People whom no record counts in one mission alone are stacked once, on
    top, and then what the upper bound adds. The arguments are as for `plot_totals`, and so are the errors.
    """
    word, how = Wording(locale), {"records": records, "reported_by": reported_by}
    series = [total for total in serving_over_time(missions, **how) if total.period]
    named = by_acronym(mission for total in series for mission in total.missions)
    host = _host(ax)
    _frame(host, word, word.say("how many served in UN missions on each date?"), title, source, series)
    axes = host.subplots()
    days = {total.period: sum(_days(total.period.first_known)) / 2 for total in series}
    apart = [after - before for before, after in pairwise(sorted(days.values()))]
    wide = max(min([31, *(1.1 * each for each in apart)]), sum(apart) / 200)  # bars of months touch each other
    tops, ground, ink = Counter(), axes.get_facecolor(), axes.xaxis.label.get_color()

    def stack(label: str, heights: dict[Period, int], **look: Any) -> None:
        if any(heights.values()):
            bottoms = [tops[day] for day in heights]
            axes.bar([days[day] for day in heights], heights.values(), wide, bottoms, label=label, **look)
        tops.update(heights)

    def mark(label: str, places: Sequence[tuple[float, int]], marker: str) -> None:
        if places:
            look = {"marker": marker, "color": ink, "edgecolor": ground, "zorder": 3, "clip_on": False}
            axes.scatter(*zip(*places, strict=True), label=label, **look)

    for index, mission in enumerate(named.values()):
        look = {"color": f"C{index}", "hatch": HATCHES[index % len(HATCHES)], "edgecolor": ground, "linewidth": 0}
        stack(word.acronym(mission), {each.period: each.low for each in serving_over_time(mission, **how)}, **look)
    stack(word.say("not broken down"), {each.period: each.low - tops[each.period] for each in series}, color="0.5")
    more = {each.period: each.high - each.low for each in series if each.high}
    stack(word.say("up to at most"), more, fill=False, edgecolor="0.5", linestyle="--")
    mark(word.say("at least"), [(days[each.period], each.low) for each in series if each.high is None], "^")
    mark(word.say("nobody"), [(days[each.period], 0) for each in series if each.high == 0], "o")
    with suppress(ValueError):  # the article has nothing of these missions, or was not reported by then
        (snapshot,) = serving_over_time(list(named.values()) or None, reported_by=reported_by)
        if snapshot.low and all(each.contributor == snapshot.contributor for each in series):
            place = sum(_days(snapshot.period.first_known)) / 2, snapshot.low
            mark(word.say(snapshot.low_records[0].citation.source.publisher), [place], "D")
            box = {"facecolor": ground, "edgecolor": "none", "pad": 1}
            _write(axes, word.number(snapshot.low), place, (0, 7), ha="center", va="bottom", bbox=box)
    _scale(axes, word, None)
    _count(axes.yaxis, word)
    axes.margins(y=0.15)
    axes.set_ylim(bottom=0)
    longest = max(map(len, axes.get_legend_handles_labels()[1]), default=1)
    columns = max(1, int(_points(host)[0] / (100 + 10 * longest)))
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=columns, frameon=False, fontsize=_size("small"))
    return axes


def plot_article(
    *, locale: str | Locale = "en", title: str | None = None, source: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the article in one picture: who has served, who was serving, what was proposed, and when.

    The arguments are as for `plot_totals`, and so are the errors.
    """
    word, events, figure = Wording(locale), chronology.timeline(), PROPOSAL.headcount.figure
    panels, totals = _panels_of_totals(word, None)
    panels.append(
        (word.say("Proposed"), int(1.1 * figure), [(word.missions(PROPOSAL.missions), partial(_around, word, figure))])
    )
    when: list[Panel] = [(word.say("What happened, and when"), None, [_row_of(word, event) for event in events])]
    host = _host(ax, when, 13)
    question = word.say("who has served in UN missions, who was serving, what was proposed?")
    _frame(host, word, question, title, source, [*totals, *events])
    left, right = host.subfigures(1, 2, width_ratios=[4, 5])
    _draw(right, word, when)
    return _draw(left, word, panels)


def _panels_of_totals(word: Wording, missions: Any, **how: Any) -> tuple[list[Panel], list[Total]]:
    pairs = totals_by_mission(missions, **how).values()
    served = _without_repeats(partial(total_served, **how), missions, [pair.served for pair in pairs])
    serving = _without_repeats(partial(total_serving, **how), missions, [pair.serving for pair in pairs])
    panels = []
    for kind, heading, totals in (
        (EventKind.SERVED, word.say("Have served"), served),
        (EventKind.SERVING, word.say("Were serving"), serving),
    ):
        when = totals[0].period
        heading = f"{heading}\n{word.period(when)}" if when else heading
        for group in _by_size(totals):
            rows = [(word.missions(each.missions), partial(_range, word, COLOURS[kind], each)) for each in group]
            panels.append((heading, max(each.high or each.low for each in group), rows))
            heading = ""
    return panels, [*served, *serving]


def _without_repeats(ask: Callable[[Any], Total], missions: Any, each: Sequence[Total]) -> list[Total]:
    """Return the total of all missions, and that of each, or of those together whose upper bound is one joint figure."""
    groups: dict[object, list[Mission]] = {}
    for total in each:
        is_joint = any(len(record.missions) != 1 for record in total.high_records)
        groups.setdefault(total.high_records if is_joint else total.missions, []).extend(total.missions)
    together = ask(missions)
    return [together, *(ask(group) for group in groups.values() if set(group) != set(together.missions))]


def _by_size(totals: Sequence[Total]) -> list[list[Total]]:
    largest = max(total.high or total.low for total in totals)
    small = [total for total in totals if 0 < (total.high or total.low) * HUNDREDFOLD <= largest]
    return [[total for total in totals if total not in small], *(_by_size(small) if small else [])]


def _row_of(word: Wording, event: Event) -> Row:
    """Return the row of an event: what happened, where and when."""
    subject: Any = event.subject
    what = word.of(subject.outcome) if event.kind is EventKind.DECIDED else ""
    if isinstance(subject, Mission):
        what = word.say((phrases.PLANNED if event.planned else phrases.LABELS)[event.kind])
    elif not what:
        labels = {EventKind.SERVED: word.say("Have served"), EventKind.SERVING: word.say("Were serving")}
        what = f"{labels.get(event.kind, word.say('Proposed'))}: {word.people(subject.headcount, subject.personnel)}"
    period = subject.period if isinstance(subject, Deployment) else Period(event.when, event.when)
    label = f"{what[:1].upper()}{what[1:]}\n{word.missions(event.missions)}; {word.period(period)}"
    return label, partial(_event, event, period)


def _size(name: str) -> float:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return max(SMALLEST, FontProperties(size=name).get_size_in_points())


def _points(host: Any) -> tuple[float, float]:
    return tuple(host.bbox.size / host.dpi * 72)


def _days(known: PartialDate) -> tuple[float, float]:
    """Return matplotlib's numbers of the first day that a date may mean, and of the day after the last."""
    from matplotlib.dates import date2num  # noqa: PLC0415

    return date2num(known.earliest), date2num(known.latest) + 1


def _wrap(label: str) -> list[str]:
    wide = 34 if "\n" in label else 20  # characters
    return [line for part in label.split("\n") for line in textwrap.wrap(part, wide, break_on_hyphens=False)]


def _needed(panels: Sequence[Panel]) -> float:
    return sum(72 + 21 * sum(len(_wrap(label)) for label, _ in rows) for _, _, rows in panels)


def _host(ax: Axes | None, panels: Sequence[Panel] = (), wide: float = 9) -> Any:
    """Return a new figure with room for the panels even at half its size, or a subfigure in the place of axes."""
    with needs("plot"):
        from matplotlib import axes  # noqa: PLC0415
    if ax is None:
        import matplotlib.pyplot as plt  # noqa: PLC0415 - given axes need none of its state

        return plt.figure(figsize=(wide, (120 + (_needed(panels) or 220)) / 72), layout="constrained")
    place = ax.get_subplotspec() if isinstance(ax, axes.Axes) else None
    if place is None:
        message = f"ax: expected axes of a grid, as Figure.subplots makes them, or None, got {short_repr(ax)}"
        raise ValueError(message)
    figure: Any = ax.figure
    figure.figure.set_layout_engine("constrained")
    ax.remove()
    return figure.add_subfigure(place)


def _frame(
    host: Any, word: Wording, question: str, title: str | None, source: str | None, about: Iterable[Total | Event]
) -> None:
    """Write the title, and at the bottom what the numbers assume and the sources."""
    codes, dates, assumed = set(), {}, ""
    for one in about:
        subject: Any = one.subject if isinstance(one, Event) else one
        codes |= set() if isinstance(subject, Mission) else {subject.contributor}
        if isinstance(subject, Total) and subject.assumes_serving_included:
            assumed = word.say("Assuming that those serving are included in those who have served") + "\n"
        for fact in [one] if isinstance(one, Event) else [*one.low_records, *one.high_records]:
            if fact.citation:
                dates.setdefault(word.say(fact.citation.source.publisher), []).append(fact.citation.source.date)
    if source is None and dates:
        cited = [f"{name}, {word.period(Period(min(when), max(when)))}" for name, when in dates.items()]
        source = word.say("Source: {citation}", citation="; ".join(cited))
    question = ": ".join([*map(word.country, sorted(codes)), question])
    title = question[:1].upper() + question[1:] if title is None else title
    if title:
        host.suptitle(title, x=0.01, ha="left", wrap=True, fontsize=_size("large"), weight="bold")
    if source or assumed:
        host.supxlabel(f"{assumed}{source or ''}".strip(), x=0.01, ha="left", wrap=True, fontsize=_size("small"))


def _draw(host: Any, word: Wording, panels: Sequence[Panel]) -> Axes:
    """Draw panels below each other, each as tall as its rows need; if they do not fit, with labels cut to one line."""
    is_small = _points(host)[1] < _needed(panels)
    labels = [
        [textwrap.shorten(label, 30, placeholder=" …") if is_small else "\n".join(_wrap(label)) for label, _ in rows]
        or [word.of(Timeline())]
        for _, _, rows in panels
    ]
    lines = [[label.count("\n") + 1 for label in each] for each in labels]
    grid = host.subplots(len(panels), squeeze=False, gridspec_kw={"height_ratios": [sum(each) for each in lines]})[:, 0]
    for axes, (heading, top, rows), words, tall in zip(grid, panels, labels, lines, strict=True):
        places = [end - each / 2 for end, each in zip(accumulate(tall), tall, strict=True)]
        for (_, draw), y in zip(rows, places, strict=False):
            draw(axes, y)
        axes.set_title(
            heading.partition("\n")[0] if is_small else heading.replace("\n", ", "),
            loc="left",
            wrap=True,
            fontsize=_size("medium"),
        )
        axes.set_yticks(places, labels=words, parse_math=False)
        axes.set_ylim(sum(tall), 0)
        axes.tick_params(axis="y", length=0, pad=4 if top is None else 20)  # room for the number of a bar near zero
        axes.grid(visible=False, axis="y")
        axes.spines[["left", "right", "top"]].set_visible(False)
        _scale(axes, word, top)
    return grid[0]


def _scale(axes: Any, word: Wording, top: int | None) -> None:
    """Make the horizontal axis one of people up to the top, or of dates in figures that every language reads."""
    from matplotlib.dates import AutoDateFormatter, AutoDateLocator  # noqa: PLC0415

    axes.tick_params(labelsize=_size("small"))
    if top is not None:
        axes.set_xlim(0, (top or 1) * (1.25 if any(text.arrow_patch for text in axes.texts) else 1.02))
        _count(axes.xaxis, word)
        return
    axes.xaxis_date()
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=1, maxticks=max(2, int(_points(axes.figure)[0] / 72))))
    axes.xaxis.set_major_formatter(AutoDateFormatter(axes.xaxis.get_major_locator()))
    axes.use_sticky_edges = False
    axes.margins(x=0.04)


def _count(axis: Any, word: Wording) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator  # noqa: PLC0415

    axis.set_major_locator(MaxNLocator("auto", integer=True, steps=[1, 2, 5, 10]))
    axis.set_major_formatter(FuncFormatter(lambda number, _: word.number(int(number))))


def _write(axes: Any, text: str, place: tuple[float, float], aside: tuple[float, float], **how: Any) -> None:
    how = {"va": "center", "textcoords": "offset points", "fontsize": _size("small"), "parse_math": False, **how}
    axes.annotate(text, place, aside, **how)


def _arrow(axes: Any, y: float, start: float, end: float, colour: str, **how: Any) -> None:
    arrow = {"arrowstyle": "-|>", "color": colour, "linewidth": 3, "mutation_scale": 15, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (end, y), (start, y), textcoords="data", arrowprops=arrow, **how)


def _range(word: Wording, colour: str, total: Total, axes: Any, y: float) -> None:
    """Draw a bar, a dot if it is one number, an arrow if an end is open, or say that nothing is reported."""
    low, high, edge = total.low, total.high, axes.get_yaxis_transform()
    if high is None and not low:
        _write(axes, word.say("not reported"), (0, y), (4, 0), xycoords=edge, style="italic")
    elif low == high:
        axes.scatter([low], [y], 60, colour, zorder=3, clip_on=False)
    elif high is None or not low:
        _arrow(axes, y, low or high, int(not high), colour, xycoords="data" if high else edge)
    else:
        axes.barh(y, high - low, 0.5, low, color=colour, edgecolor=colour, linewidth=2)
    if low and low != high:
        _write(axes, word.number(low), (low, y), (-5, 0), ha="right")
    if high is not None:
        _write(axes, word.number(high), (high, y), (6, 0))


def _around(word: Wording, figure: int, axes: Any, y: float) -> None:
    for share in (0.02, 0.04, 0.06, 0.08):  # a bar that fades away at both ends
        axes.barh(y, 2 * share * figure, 0.5, (1 - share) * figure, color="C2", alpha=0.35, linewidth=0)
    _write(axes, f"≈{word.number(figure)}", (0.9 * figure, y), (-5, 0), ha="right")


def _event(event: Event, period: Period, axes: Any, y: float) -> None:
    colour, ends = COLOURS[event.kind], [_days(known) for known in (period.start, period.end) if known]
    look: Any = {"edgecolor": colour, "facecolor": "none" if event.planned else colour}
    (start, after), (before, end) = ends[0], ends[-1]
    if len(ends) == 1:
        places = (after, 1) if period.start else (start, 0)
        _arrow(axes, y, *places, colour, xycoords=axes.get_yaxis_transform())
    if end - start == 1:
        axes.scatter([start], [y], 60, marker=MARKERS[event.kind], **look)
        return
    axes.barh(y, [after - start, end - before], 0.5, [start, before], alpha=0.4, **look)
    axes.barh(y, max(0, before - after), 0.5, after, **look)
