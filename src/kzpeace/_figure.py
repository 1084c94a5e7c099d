"""A figure, or a place in one, with title and source, and panels that are as tall as their rows need."""

from __future__ import annotations

import math
import textwrap
from itertools import accumulate
from typing import TYPE_CHECKING, Any, cast

from kzpeace._checks import short_repr
from kzpeace.extras import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from matplotlib.axes import Axes

    from kzpeace.language import Wording

    # A heading, the top of a scale of people or the labels of one of dates, and rows: a label, and what draws the rest.
    Panel = tuple[str, int | dict[date, str], Sequence[tuple[str, Callable[[Any, float], None]]]]


def type_size(name: str) -> float:
    """Return a size of the style's type in points, but none too small to read."""
    with needs("plot"):
        from matplotlib.font_manager import FontProperties  # noqa: PLC0415

    return max(8, FontProperties(size=name).get_size_in_points())


def lie_apart(places: Sequence[float], texts: Sequence[str], gap: float = 0) -> list[int]:
    """Return which texts lie apart at their places, in points: the last, the first, and those between that do."""
    half = [0.33 * type_size("small") * max(map(len, text.split("\n"))) + gap / 2 for text in texts]
    kept: list[int] = []
    for index in dict.fromkeys([*range(len(texts))[-1:], *range(len(texts))]):
        if all(abs(places[index] - places[other]) >= half[index] + half[other] for other in kept):
            kept.append(index)
    return kept


def place_figure(
    word: Wording, about: Any, ax: Any, texts: Any, choices: Any, *, wide: float = 10
) -> tuple[Any, Any, float]:
    """Return a figure that is readable at half its size, or a subfigure in place of axes; what fits in it; its width.

    A choice comes with the width and height that it needs besides title and source, in points.
    """
    question, title, source = texts
    codes = sorted({getattr(getattr(one, "subject", one), "contributor", "") for one in about} - {""})
    title = ": ".join([*map(word.country, codes), question]) if title is None else title
    facts = [getattr(one, "low_records", (one,)) + getattr(one, "high_records", ()) for one in about]
    cited = word.sources(fact for each in facts for fact in each)
    source = word.say("Source: {citation}", citation=cited) if cited and source is None else source or ""
    if any(getattr(one, "assumes_serving_included", False) for one in about):
        source = "\n".join(filter(None, [word.say("Assuming that those serving are included"), source]))
    large, small, spec = type_size("large"), type_size("small"), getattr(ax, "get_subplotspec", lambda: None)()

    def tall(height: float, width: float) -> float:
        lines = [(title, large), *((line, small) for line in source.split("\n"))]
        return height + 16 + sum(1.3 * size * math.ceil(0.7 * size * len(line) / width) for line, size in lines)

    if ax is None:
        with needs("plot"):
            import matplotlib.pyplot as plt  # noqa: PLC0415 - given axes need none of its state
        fitting, width = choices, 36 * wide * max(1, small / 8.33)
        host: Any = cast("Any", plt).figure(figsize=(width / 36, tall(choices[0][2], width) / 36))
    elif spec is None:
        message = f"ax: expected axes of a grid, as Figure.subplots makes them, or None, got {short_repr(ax)}"
        raise ValueError(message)
    else:
        host, inches = ax.figure.add_subfigure(spec), ax.figure.figure.get_size_inches()
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


def draw_panels(word: Wording, about: Any, ax: Any, texts: Any, *columns: Sequence[Panel]) -> Axes:
    """Draw panels below each other; if the columns do not fit, the first alone, without numbers on its scales."""
    choices, drawn, small = list[Any](), list[Any](), type_size("small")
    for some, per_panel in ((columns, 6.5), (columns[:1], 3.6))[: len(columns)]:
        labels = ["\n".join(label for _, _, rows in panels for label, _ in rows) for panels in some]
        letters = max(map(len, "\n".join(labels).split("\n")))
        tall = max(1.4 * text.count("\n") + per_panel * len(panels) for text, panels in zip(labels, some, strict=True))
        choices.append((some, (13 + 0.6 * letters) * (1.8 if some[1:] else 1) * small, (1.4 + tall) * small))
    host, some, _ = place_figure(word, about, ax, texts, choices, wide=14 if columns[1:] else 10)
    for panels, column in zip(some, host.add_gridspec(1, len(some), width_ratios=[4, 5][: len(some)]), strict=True):
        counts = [[label.count("\n") + 1 for label, _ in rows] for _, _, rows in panels]
        grid = column.subgridspec(len(panels), 1, height_ratios=list(map(sum, counts)))
        for (heading, scale, rows), lines, cell in zip(panels, counts, grid, strict=True):
            drawn.append(axes := host.add_subplot(cell))
            places = [end - each / 2 for end, each in zip(accumulate(lines), lines, strict=True)]
            for (_, draw), y in zip(rows, places, strict=True):
                draw(axes, y)
            set_scale(axes, word, scale)
            title = textwrap.fill(heading.split("\n")[0], 14) if columns[1:] else heading
            axes.set_title(title, loc="left", fontsize=type_size("medium"))
            axes.set_yticks(places, labels=[label for label, _ in rows], parse_math=False, linespacing=1.05)
            axes.set_ylim(sum(lines), 0)
            axes.tick_params(axis="y", pad=20 if isinstance(scale, int) else 4)  # for the number of a bar near zero
            axes.tick_params(axis="x", labelbottom=len(some) == len(columns))
    return cast("Axes", drawn[0])


def set_scale(axes: Any, word: Wording, scale: int | dict[date, str], margin: float = 0.06) -> None:
    """Make the horizontal axis one of people up to a number, or of dates with labels where they do not overlap."""
    numbered, unnumbered = (axes.xaxis, axes.yaxis) if isinstance(scale, int) else (axes.yaxis, axes.xaxis)
    numbered.get_major_locator().set_params(integer=True)
    say: Callable[[float, int], str] = lambda number, _: word.number(int(number))  # noqa: E731 - typed
    numbered.set_major_formatter(say)
    if isinstance(scale, int):
        axes.set_xlim(0, (scale or 1) * (1.25 if any(text.arrow_patch for text in axes.texts) else 1.02))
    else:
        labels = {float(axes.convert_xunits(day)): label for day, label in sorted(scale.items())}

        def fitting(ticks: Sequence[float]) -> list[str]:  # anew whenever it is drawn
            places = [axes.transData.transform((tick, 0))[0] * 72 / axes.figure.dpi for tick in ticks]
            kept = lie_apart(places, [labels[tick] for tick in ticks], 4)
            return [labels[tick] if index in kept else "" for index, tick in enumerate(ticks)]

        axes.set_xticks(list(labels))
        axes.xaxis.set_major_formatter("{x}")
        axes.xaxis.get_major_formatter().format_ticks = fitting
        axes.use_sticky_edges = False
        axes.margins(x=margin)
    axes.tick_params(labelsize=type_size("small"))
    axes.tick_params(axis="y", length=0)
    unnumbered.grid(visible=False)
    axes.spines[["left", "right", "top"]].set_visible(False)


def write(axes: Any, text: str, place: tuple[Any, float], aside: tuple[float, float], **how: Any) -> None:
    """Write small text beside a place, so many points away."""
    how = {"va": "center", "textcoords": "offset points", "fontsize": type_size("small"), "parse_math": False, **how}
    axes.annotate(text, place, aside, **how)
