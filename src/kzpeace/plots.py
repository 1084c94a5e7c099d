"""Pictures, drawn with matplotlib: how many have served and serve, who served over time, and what happened when."""

from __future__ import annotations

import math
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
from kzpeace.dates import Day, PartialDate, Period
from kzpeace.domain import Deployment, Mission, Missions, Proposal, Records, records_argument
from kzpeace.extras import needs
from kzpeace.language import Wording
from kzpeace.missions import by_acronym

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from babel import Locale
    from matplotlib.axes import Axes

    # A heading, the top of a scale of people or the labels of one of dates, and rows: a label, and what draws the rest.
    Panel = tuple[str, int | dict[date, str], Sequence[tuple[str, Callable[[Any, float], None]]]]

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
    on the same joint figure share a row. *title* and *source* replace the texts above and below. The picture takes the
    place of *ax*, one of a grid's axes; a ValueError says how large a figure it needs. Returns the first axes of the
    picture; ``.figure`` has all, and saves it if no *ax* is given.
    """
    word, how = Wording(locale), {"records": records_argument(records), "reported_by": reported_by}
    panels, totals = _panels_of_totals(word, missions, **how)
    question = word.say("how many have served in UN missions, and how many are serving?")
    return _draw(word, totals, ax, (question, title, source), panels)


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
    question = word.say("what happened in UN peacekeeping, and when?")
    return _draw(word, events, ax, (question, title, source), [_panel_of_events(word, "", events, 42)])


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
    what the upper bound adds. The arguments are as for `plot_totals`.
    """
    word, how = Wording(locale), cast("Any", {"records": records_argument(records), "reported_by": reported_by})
    series: list[Any] = [total for total in serving_over_time(missions, **how) if total.period]
    named = by_acronym(mission for total in series for mission in total.missions)
    article: list[Any] = []
    with suppress(ValueError):  # it has nothing of these missions, or was not reported by then
        article += serving_over_time(list(named.values()) or None, reported_by=reported_by)
    if {each.contributor for each in article if each.low} != {each.contributor for each in series}:
        article = []
    question, letter = word.say("how many were serving in UN missions on each date?"), 0.6 * _size("small")
    size = 45 * letter, (30 + 3 * len(named)) * letter
    host, _, width = _host(word, series + article, ax, (question, title, source), [(None, *size)], 10)
    axes, tops, days = (
        host.subplots(),
        Counter[Any](),
        {each.period: each.period.first_known.earliest for each in series + article},
    )
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
            figures[period] = f"{figures.get(period, '')} ({word.number(low)})".strip()
        tops[period] = max(tops[period], low)
    scale, look = (width - 9 * letter) / (sum(apart) + wide), {"ha": "center", "va": "bottom"}
    for index in _apart([scale * days[each].toordinal() for each in figures], [*figures.values()]):
        period, text = [*figures.items()][index]
        _write(axes, text, (days[period], tops[period]), (0, 7), **look)
    if not series:
        _write(axes, word.say("not reported"), (0.5, 0.5), (0, 0), xycoords="axes fraction", style="italic")
    _scale(axes, word, _dates(word, [each.first_known for each in days], to_month=bool(apart)), 0.06 if apart else 3)
    axes.set_ylim(0, 1.25 * max([1, *tops.values()]))
    if axes.get_legend_handles_labels()[0]:
        look = {"loc": "lower left", "bbox_to_anchor": (0, 1), "frameon": False, "fontsize": _size("small")}
        axes.legend(ncols=1 + (width > 60 * letter), **look)
    return cast("Axes", axes)


def plot_article(
    *, locale: str | Locale = "en", title: str | None = None, source: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the article in one picture: how many have served, were serving and were proposed, and, if it fits, when."""
    word, figure, events = Wording(locale), cast("int", PROPOSAL.headcount.figure), chronology.timeline()
    panels, totals = _panels_of_totals(word, None)
    row = _filled(word.missions(PROPOSAL.missions), WIDTH), partial(_around, word, figure)
    panels.append((word.say("proposed").capitalize(), int(1.1 * figure), [row]))
    question = word.say("how many have served in UN missions, are serving, or were proposed?")
    when = _panel_of_events(word, word.say("When"), events, 30)
    return _draw(word, [*totals, *events], ax, (question, title, source), panels, [when])


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
    labels, days = list(map(word.of, events)), _dates(word, [end for event in events for end in _ends(event)])
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


def _size(name: str) -> float:
    with needs("plot"):
        from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return max(8, FontProperties(size=name).get_size_in_points())  # no smaller, whatever the style


def _apart(places: Sequence[float], texts: Sequence[str], gap: float = 0) -> list[int]:
    """Return which texts lie apart at their places, in points: the last, the first, and those between that do."""
    half = [0.33 * _size("small") * max(map(len, text.split("\n"))) + gap / 2 for text in texts]
    kept: list[int] = []
    for index in dict.fromkeys([*range(len(texts))[-1:], *range(len(texts))]):
        if all(abs(places[index] - places[other]) >= half[index] + half[other] for other in kept):
            kept.append(index)
    return kept


def _host(word: Wording, about: Any, ax: Any, texts: Any, choices: Any, wide: float) -> tuple[Any, Any, float]:
    """Return a figure, large enough at half its size, or a subfigure in place of axes; the choice that fits; the width.

    A choice comes with the width and height that it needs besides title and source, in points.
    """
    question, title, source = texts
    subjects = [getattr(one, "subject", one) for one in about]
    countries = map(word.country, sorted({each.contributor for each in subjects if hasattr(each, "contributor")}))
    title = ": ".join([*countries, question]) if title is None else title
    facts = [getattr(one, "low_records", (one,)) + getattr(one, "high_records", ()) for one in about]
    cited = word.sources(fact for each in facts for fact in each)
    source = word.say("Source: {citation}", citation=cited) if cited and source is None else source or ""
    if any(getattr(one, "assumes_serving_included", False) for one in about):
        source = "\n".join(filter(None, [word.say("Assuming that those serving are included"), source]))
    large, small, place = _size("large"), _size("small"), getattr(ax, "get_subplotspec", lambda: None)()

    def tall(height: float, width: float) -> float:
        lines = [(title, large), *((line, small) for line in source.split("\n"))]
        return height + 16 + sum(1.3 * size * math.ceil(0.7 * size * len(line) / width) for line, size in lines)

    if ax is None:
        with needs("plot"):
            import matplotlib.pyplot as plt  # noqa: PLC0415 - given axes need none of its state
        fitting, width = choices, 36 * wide * max(1, small / 8.33)
        host: Any = cast("Any", plt).figure(figsize=(width / 36, tall(choices[0][2], width) / 36))
    elif place is None:
        message = f"ax: expected axes of a grid, as Figure.subplots makes them, or None, got {short_repr(ax)}"
        raise ValueError(message)
    else:
        host, inches = ax.figure.add_subfigure(place), ax.figure.figure.get_size_inches()
        width, height = host.bbox.size * 72 / host.dpi
        fitting = [each for each in choices if each[1] <= width and tall(each[2], width) <= height]
        if not fitting:
            host.remove()
            shares = max(1, choices[-1][1] / width), max(1, tall(choices[-1][2], width) / height)
            least, got = ("{:g} by {:g}".format(*each) for each in (-(-10 * inches * shares // 1) / 10, inches))
            message = f"ax: expected axes of a figure of at least {least} inches, got one of {got}"
            raise ValueError(message)
        ax.remove()
    host.figure.figure.set_layout_engine("constrained", w_pad=0.08)
    host.suptitle(title, x=0.015, ha="left", wrap=True, fontsize=large, weight="bold")
    host.supxlabel(source, x=0.015, ha="left", wrap=True, fontsize=small)
    return host, fitting[0][0], width


def _draw(word: Wording, about: Any, ax: Any, texts: Any, *columns: Sequence[Panel]) -> Axes:
    """Draw panels below each other; if the columns do not fit, the first alone, without numbers on its scales."""
    choices, drawn, small = cast("list[Any]", []), list[Any](), _size("small")
    for some, per_panel in ((columns, 6.5), (columns[:1], 3.6))[: len(columns)]:
        labels = ["\n".join(label for _, _, rows in panels for label, _ in rows) for panels in some]
        letters = max(map(len, "\n".join(labels).split("\n")))
        tall = max(1.4 * text.count("\n") + per_panel * len(panels) for text, panels in zip(labels, some, strict=True))
        choices.append((some, (13 + 0.6 * letters) * (1.8 if some[1:] else 1) * small, (1.4 + tall) * small))
    host, some, _ = _host(word, about, ax, texts, choices, 14 if columns[1:] else 10)
    for panels, place in zip(some, host.add_gridspec(1, len(some), width_ratios=[4, 5][: len(some)]), strict=True):
        counts = [[label.count("\n") + 1 for label, _ in rows] for _, _, rows in panels]
        grid = place.subgridspec(len(panels), 1, height_ratios=list(map(sum, counts)))
        for (heading, scale, rows), lines, cell in zip(panels, counts, grid, strict=True):
            drawn.append(axes := host.add_subplot(cell))
            places = [end - each / 2 for end, each in zip(accumulate(lines), lines, strict=True)]
            for (_, draw), y in zip(rows, places, strict=True):
                draw(axes, y)
            _scale(axes, word, scale)
            axes.set_title(heading.split("\n")[0] if columns[1:] else heading, loc="left", fontsize=_size("medium"))
            axes.set_yticks(places, labels=[label for label, _ in rows], parse_math=False, linespacing=1.05)
            axes.set_ylim(sum(lines), 0)
            axes.tick_params(axis="y", pad=20 if isinstance(scale, int) else 4)  # for the number of a bar near zero
            axes.tick_params(axis="x", labelbottom=len(some) == len(columns))
    return cast("Axes", drawn[0])


def _scale(axes: Any, word: Wording, scale: int | dict[date, str], margin: float = 0.06) -> None:
    """Make the horizontal axis one of people up to a number, or of dates with labels where they do not overlap."""
    numbered, unnumbered = (axes.xaxis, axes.yaxis) if isinstance(scale, int) else (axes.yaxis, axes.xaxis)
    numbered.get_major_locator().set_params(integer=True)
    numbered.set_major_formatter(lambda number, _: word.number(int(number)))
    if isinstance(scale, int):
        axes.set_xlim(0, (scale or 1) * (1.25 if any(text.arrow_patch for text in axes.texts) else 1.02))
    else:
        labels = {float(axes.convert_xunits(day)): label for day, label in sorted(scale.items())}

        def fitting(ticks: Sequence[float]) -> list[str]:  # anew whenever it is drawn
            places = [axes.transData.transform((tick, 0))[0] * 72 / axes.figure.dpi for tick in ticks]
            kept = _apart(places, [labels[tick] for tick in ticks], 4)
            return [labels[tick] if index in kept else "" for index, tick in enumerate(ticks)]

        axes.set_xticks(list(labels))
        axes.xaxis.set_major_formatter(lambda tick, _: labels.get(tick, ""))
        axes.xaxis.get_major_formatter().format_ticks = fitting
        axes.use_sticky_edges = False
        axes.margins(x=margin)
    axes.tick_params(labelsize=_size("small"))
    axes.tick_params(axis="y", length=0)
    unnumbered.grid(visible=False)
    axes.spines[["left", "right", "top"]].set_visible(False)


def _write(axes: Any, text: str, place: tuple[float, float], aside: tuple[float, float], **how: Any) -> None:
    how = {"va": "center", "textcoords": "offset points", "fontsize": _size("small"), "parse_math": False, **how}
    axes.annotate(text, place, aside, **how)


def _range(word: Wording, colour: str, total: Total, axes: Any, y: float) -> None:
    """Draw a bar, a dot if it is one number, an arrow if an end is open, or say that nothing is reported."""
    low, high, edge = total.low, total.high, axes.get_yaxis_transform()
    if high is None and not low:
        _write(axes, word.say("not reported"), (0, y), (4, 0), xycoords=edge, style="italic")
    elif low == high:
        axes.scatter([low], [y], 60, colour, zorder=3, clip_on=False)
    elif high is None or not low:
        how: Any = {"xycoords": "data" if high else edge, "arrowprops": {**ARROW, "color": colour}}
        axes.annotate("", (int(not high), y), (low or high, y), textcoords="data", **how)
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
    colour, ends = MARKS[event.kind][0], _ends(event)
    look: Any = {"edgecolor": colour, "facecolor": "none" if event.planned else colour}
    if len(ends) == 1:
        start, end = (
            (ends[0].latest, 1) if ends[0] == cast("Deployment", event.subject).period.start else (ends[0].earliest, 0)
        )
        how: Any = {"xycoords": axes.get_yaxis_transform(), "arrowprops": {**ARROW, "color": colour}}
        axes.annotate("", (end, y), (start, y), textcoords="data", **how)
    if event.kind is EventKind.PROPOSED:
        place: Any = (ends[0].earliest, y)
        _write(axes, str(cast("Proposal", event.subject).headcount), place, (0, 5), ha="center", va="bottom")
    if ends[0].day and [ends[0]] == ends[1:]:
        axes.scatter([ends[0].earliest], [y], 60, marker=MARKS[event.kind][1], clip_on=False, **look)
        return
    for known in ends:
        axes.barh(y, known.latest - known.earliest, 0.5, known.earliest, alpha=0.4, **look)
    axes.barh(y, max(ends[-1].earliest, ends[0].latest) - ends[0].latest, 0.5, ends[0].latest, **look)
