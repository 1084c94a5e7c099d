"""Pictures, drawn with matplotlib: how many have served and serve, who served over time, and what happened when."""

from __future__ import annotations

import textwrap
from collections import Counter
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, cast

from kzpeace import chronology
from kzpeace._checks import as_tuple_of, short_repr
from kzpeace.article import ARTICLE, DEPLOYMENTS, PROPOSAL
from kzpeace.chronology import Event, EventKind, Timeline
from kzpeace.counting import Total, serving_over_time, total_served, total_serving, totals_by_mission
from kzpeace.dates import Day, Period
from kzpeace.domain import Deployment, Mission, Missions, Proposal, Records, records_argument
from kzpeace.extras import needs
from kzpeace.language import Wording
from kzpeace.missions import by_acronym

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from babel import Locale
    from matplotlib.axes import Axes

    # A heading, the top of the scale or None for one of dates, and rows: a label, and what draws the rest at a height.
    Panel = tuple[str, int | None, Sequence[tuple[str, Callable[[Any, float], None]]]]

HATCHES = ("", "////", "....", "xxxx", "----", "oooo")  # tell missions apart without colour
MARKS = dict(zip(EventKind, zip(("C3", "C0", "C1", "C2", "C2", "C3"), "^ooDsv", strict=True), strict=True))
_wrapped = partial(textwrap.fill, width=20, break_on_hyphens=False)


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
    on the same joint figure share a row. *title* and *source* replace the texts above and below. The picture takes the
    place of *ax*, one of a grid's axes. Returns the first axes of the picture; ``.figure`` has all, and saves it.
    """
    word = Wording(locale)
    panels, totals = _panels_of_totals(word, missions, records=records_argument(records), reported_by=reported_by)
    question = word.say("how many have served, and serve, in UN missions?")
    return _draw(_host(word, totals, ax, (question, title, source), panels), word, panels)


def plot_timeline(
    timeline: Event | Iterable[Event] | None = None,
    *,
    locale: str | Locale = "en",
    title: str | None = None,
    source: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw what happened, a row for each event of a timeline. Defaults to the article's; else as `plot_totals`.

    A day is a mark, hollow if it is planned. A period is a bar, paler where an end is known only to the year or month.
    """
    word = Wording(locale)
    events = Timeline(as_tuple_of(Event, chronology.timeline() if timeline is None else timeline, "timeline"))
    panels, question = [_panel_of_events(word, "", events)], word.say("what happened in UN peacekeeping, and when?")
    return _draw(_host(word, events, ax, (question, title, source), panels), word, panels)


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
    """Draw how many people were serving on each reported date, stacked by mission, and the article's snapshot.

    Where nothing is reported, nothing is drawn. On top are joint figures, and what the upper bound adds.
    """
    word, how = Wording(locale), cast("Any", {"records": records_argument(records), "reported_by": reported_by})
    series: list[Any] = [total for total in serving_over_time(missions, **how) if total.period]
    named = by_acronym(mission for total in series for mission in total.missions)
    question = word.say("how many were serving in UN missions on each date?")
    axes: Any = _host(word, series, ax, (question, title, source)).subplots()
    days = {total.period: total.period.first_known.earliest for total in series}
    apart = [(after - before).days for before, after in pairwise(sorted(days.values()))]
    wide = max(min([31, *(1.11 * each for each in apart)]), sum(apart) / 200)  # bars of months touch each other
    tops, ground = Counter[Any](), axes.get_facecolor()

    def stack(label: str, heights: dict[Any, int], **look: Any) -> None:
        if any(heights.values()):
            bottoms = [tops[day] for day in heights]
            axes.bar([days[day] for day in heights], heights.values(), wide, bottoms, label=label, **look)
        tops.update(heights)

    for index, mission in enumerate(named.values()):
        look = {"color": f"C{index}", "hatch": HATCHES[index % len(HATCHES)], "edgecolor": ground, "linewidth": 0}
        stack(word.acronym(mission), {each.period: each.low for each in serving_over_time(mission, **how)}, **look)
    rest = {each.period: each.low - tops[each.period] for each in series}
    stack(word.say("not divided by mission"), rest, color="0.5")
    more = {each.period: each.high - each.low for each in series if each.high}
    stack(word.say("up to the upper bound"), more, fill=False, edgecolor="0.5", linestyle="--")
    centred: Any = {"ha": "center", "va": "bottom"}
    for total in (each for each in series if not each.high):  # reported to be nobody, or without an upper bound
        _write(axes, "0" if total.high == 0 else "↑", (days[total.period], total.low), (0, 2), **centred)
    with suppress(ValueError):  # the article has nothing of these missions, or was not reported by then
        (snapshot,) = cast("Any", serving_over_time(list(named.values()) or None, reported_by=reported_by))
        if series and snapshot.low and all(each.contributor == snapshot.contributor for each in series):
            place = snapshot.period.first_known.earliest, snapshot.low
            label, ink = word.name(ARTICLE.publisher), axes.xaxis.label.get_color()
            axes.scatter(*place, marker="D", color=ink, edgecolor=ground, zorder=3, label=label)
            _write(axes, word.number(snapshot.low), place, (0, 7), bbox={"color": ground, "pad": 1}, **centred)
    if not series:
        _write(axes, word.say("not reported"), (0.5, 0.5), (0, 0), xycoords="axes fraction", style="italic")
    _scale(axes, word, None, 3 if len(days) == 1 else 0.04)
    axes.margins(y=0.15)
    axes.set_ylim(bottom=0)
    if axes.get_legend_handles_labels()[0]:
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False, fontsize=_size("small"))
    return cast("Axes", axes)


def plot_article(
    *, locale: str | Locale = "en", title: str | None = None, source: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the article in one picture: how many have served, were serving and were proposed, and when."""
    word, events, figure = Wording(locale), chronology.timeline(), cast("int", PROPOSAL.headcount.figure)
    panels, totals = _panels_of_totals(word, None)
    row = _wrapped(word.missions(PROPOSAL.missions)), partial(_around, word, figure)
    panels = [(heading.partition("\n")[0], top, rows) for heading, top, rows in panels]
    panels.append((word.say("proposed").capitalize(), int(1.1 * figure), [row]))
    question = word.say("how many have served in UN missions, how many serve, how many were proposed?")
    host = _host(word, [*totals, *events], ax, (question, title, source), panels, wide=14)
    left, right = host.subfigures(1, 2, width_ratios=[4, 5])
    left.savefig = left.figure.savefig  # matplotlib gives it to whole figures only
    _draw(right, word, [_panel_of_events(word, word.say("When"), events)])
    return _draw(left, word, panels)


def _panels_of_totals(word: Wording, missions: Any, **how: Any) -> tuple[list[Panel], list[Total]]:
    pairs, panels, totals = totals_by_mission(missions, **how).values(), cast("list[Panel]", []), list[Total]()
    for kind, ask in ((EventKind.SERVED, total_served), (EventKind.SERVING, total_serving)):
        together, groups = ask(missions, **how), dict[object, list[Mission]]()  # by joint upper bound
        for total in (getattr(pair, kind.value) for pair in pairs):
            is_joint = any(len(record.missions) != 1 for record in total.high_records)
            groups.setdefault(total.high_records if is_joint else total.missions, []).extend(total.missions)
        found = [together, *(ask(group, **how) for group in groups.values() if set(group) != set(together.missions))]
        rows = [(_wrapped(word.missions(one.missions)), partial(_range, word, MARKS[kind][0], one)) for one in found]
        when = f"\n{word.period(found[0].period)}" if found[0].period else ""
        panels.append((word.of(kind).capitalize() + when, max(one.high or one.low for one in found), rows))
        totals += found
    return panels, totals


def _panel_of_events(word: Wording, heading: str, events: Timeline) -> Panel:
    rows = [(_wrapped(word.of(event), width=34), partial(_event, event)) for event in events]
    return heading, None, rows or [(word.of(events), lambda _axes, _y: None)]


def _size(name: str) -> float:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return max(8, FontProperties(size=name).get_size_in_points())  # no smaller, whatever the style


def _needed(panels: Sequence[Panel]) -> float:
    return 130 + sum(94 + 23 * sum(label.count("\n") + 1 for label, _ in rows) for _, _, rows in panels)


def _host(word: Wording, about: Any, ax: Any, texts: Any, panels: Sequence[Panel] = (), *, wide: float = 10) -> Any:
    """Return a new figure, large enough at half its size, or a subfigure in place of axes, with title and source."""
    place = getattr(ax, "get_subplotspec", lambda: None)()
    if ax is None:
        with needs("plot"):
            import matplotlib.pyplot as plt  # noqa: PLC0415 - given axes need none of its state
        host: Any = cast("Any", plt).figure(figsize=(wide, _needed(panels) / 72 if panels else 5), layout="constrained")
    elif place is None:
        message = f"ax: expected axes of a grid, as Figure.subplots makes them, or None, got {short_repr(ax)}"
        raise ValueError(message)
    else:
        host = ax.figure.add_subfigure(place)
        ax.figure.figure.set_layout_engine("constrained")
        ax.remove()
    question, title, source = texts
    codes = sorted({getattr(getattr(one, "subject", one), "contributor", "") for one in about} - {""})
    title = ": ".join([*map(word.country, codes), question]) if title is None else title
    facts = [getattr(one, "low_records", (one,)) + getattr(one, "high_records", ()) for one in about]
    cited = word.sources(fact for each in facts for fact in each)
    source = word.say("Source: {citation}", citation=cited) if cited and source is None else source or ""
    if any(getattr(one, "assumes_serving_included", False) for one in about):
        source = "\n".join(filter(None, [word.say("Assuming that those serving are included"), source]))
    host.suptitle(title, x=0.01, ha="left", wrap=True, fontsize=_size("large"), weight="bold")
    host.supxlabel(source, x=0.01, ha="left", wrap=True, fontsize=_size("small"))
    return host


def _draw(host: Any, word: Wording, panels: Sequence[Panel]) -> Axes:
    """Draw panels below each other, each as tall as its rows need; if they do not fit, with labels cut to one line."""
    wide, tall = host.bbox.size / host.dpi * 144  # half a point: a picture fits in half the size of its own figure
    if is_small := min(wide / 500, tall / _needed(panels)) < 1:  # one line a row, without dates
        for index, (heading, top, rows) in enumerate(panels := list(panels)):
            width, head = (20, heading.partition("\n")[0]) if top else (30, heading)
            cut = [(textwrap.shorten(text.rpartition(":")[2], width, placeholder=" …"), it) for text, it in rows]
            panels[index] = head, top, cut
    lines = [[label.count("\n") + 1 for label, _ in rows] for _, _, rows in panels]
    grid = host.subplots(len(panels), squeeze=False, gridspec_kw={"height_ratios": [sum(each) for each in lines]})[:, 0]
    for axes, (heading, top, rows), tall in zip(grid, panels, lines, strict=True):
        places = [end - each / 2 for end, each in zip(accumulate(tall), tall, strict=True)]
        for (_, draw), y in zip(rows, places, strict=True):
            draw(axes, y)
        _scale(axes, word, top)
        axes.set_title(heading.replace("\n", ", "), loc="left", wrap=True, fontsize=_size("medium"))
        axes.set_yticks(places, labels=[label for label, _ in rows], parse_math=False, linespacing=1.05)
        axes.set_ylim(sum(tall), 0)
        axes.tick_params(axis="y", length=0, pad=4 if top is None else 20)  # room for the number of a bar near zero
        axes.tick_params(axis="x", labelbottom=top is None or not is_small)
        axes.grid(visible=False, axis="y")
        axes.spines[["left", "right", "top"]].set_visible(False)
    return cast("Axes", grid[0])


def _scale(axes: Any, word: Wording, top: int | None, margin: float = 0.04) -> None:
    """Make the horizontal axis one of people up to the top, or of dates in figures that every language reads."""
    numbered = axes.yaxis if top is None else axes.xaxis
    numbered.get_major_locator().set_params(integer=True)
    say: Callable[[float, int], str] = lambda number, _: word.number(int(number))  # noqa: E731 - typed
    numbered.set_major_formatter(say)
    if top is None:
        axes.xaxis_date()
        most = max(3, int(axes.figure.bbox.width / axes.figure.dpi / 2))  # two inches each, as half are for labels
        locator = axes.xaxis.get_major_locator()
        locator.minticks, locator.maxticks = 1, dict.fromkeys(locator.maxticks, most)
        axes.use_sticky_edges = False
        axes.margins(x=margin)
        axes.set_xlim(*(sorted((end, *axes.convert_xunits([date.min, date.max])))[1] for end in axes.get_xlim()))
    else:
        axes.set_xlim(0, (top or 1) * (1.25 if any(text.arrow_patch for text in axes.texts) else 1.02))
    axes.tick_params(labelsize=_size("small"))


def _write(axes: Any, text: str, place: tuple[Any, float], aside: tuple[float, float], **how: Any) -> None:
    how = {"va": "center", "textcoords": "offset points", "fontsize": _size("small"), "parse_math": False, **how}
    axes.annotate(text, place, aside, **how)


def _arrow(axes: Any, y: float, start: Any, end: float, colour: str, **how: Any) -> None:
    arrow = {"arrowstyle": "-|>", "color": colour, "linewidth": 3, "mutation_scale": 15, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (end, y), (start, y), textcoords="data", arrowprops=arrow, **how)


def _range(word: Wording, colour: str, total: Total, axes: Any, y: float) -> None:
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


def _event(event: Event, axes: Any, y: float) -> None:
    period = event.subject.period if isinstance(event.subject, Deployment) else Period(event.when, event.when)
    colour, ends = MARKS[event.kind][0], [known for known in (period.start, period.end) if known]
    look: Any = {"edgecolor": colour, "facecolor": "none" if event.planned else colour}
    if len(ends) == 1:
        start = ends[0].latest if period.start else ends[0].earliest
        _arrow(axes, y, start, int(period.end is None), colour, xycoords=axes.get_yaxis_transform())
    if event.kind is EventKind.PROPOSED and isinstance(event.subject, Proposal):
        _write(axes, str(event.subject.headcount), (ends[0].earliest, y), (0, 5), ha="center", va="bottom")
    if period.start == period.end and ends[0].day:
        axes.scatter([ends[0].earliest], [y], 60, marker=MARKS[event.kind][1], **look)
        return
    for known in ends:
        axes.barh(y, known.latest - known.earliest, 0.5, known.earliest, alpha=0.4, **look)
    axes.barh(y, max(ends[-1].earliest, ends[0].latest) - ends[0].latest, 0.5, ends[0].latest, **look)
