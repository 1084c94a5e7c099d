"""Pages to read and to print, for those who do not program: the report's figures on one page in each language.

They are written beside the built documentation: see conf.py. All that they say of the report comes from the library;
only their headings are here.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib import pyplot as plt

import kzpeace as kz

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

HEADINGS = {
    "en": {
        "language": "English",
        "title": "Kazakhstan's peacekeepers in UN missions",
        "brief": "At a glance",
        "answers": "Questions and answers",
        "pictures": "Pictures",
        "full size": "Select a picture to see it at full size.",
        "tables": "Tables",
        "article": "The article",
        "documentation": "Documentation",
    },
    "kk": {
        "language": "Қазақша",
        "title": "БҰҰ миссияларындағы Қазақстан бітімгерлері",
        "brief": "Қысқаша",
        "answers": "Сұрақтар мен жауаптар",
        "pictures": "Суреттер",
        "full size": "Суретті толық өлшемде көру үшін оны басыңыз.",
        "tables": "Кестелер",
        "article": "Мақала",
        "documentation": "Құжаттама (ағылшын тілінде)",
    },
    "ru": {
        "language": "Русский",
        "title": "Миротворцы Казахстана в миссиях ООН",
        "brief": "Кратко",
        "answers": "Вопросы и ответы",
        "pictures": "Графики",
        "full size": "Нажмите на график, чтобы увидеть его в полном размере.",
        "tables": "Таблицы",
        "article": "Статья",
        "documentation": "Документация (на английском языке)",
    },
}

PICTURES = {
    "article": (kz.plot_article, (kz.total_served(), kz.total_serving(), kz.PROPOSAL.headcount)),
    "totals": (
        kz.plot_totals,
        tuple(total for each in kz.totals_by_mission().values() for total in (each.served, each.serving)),
    ),
    "serving": (kz.plot_serving, tuple(kz.serving_over_time())),
    "timeline": (kz.plot_timeline, tuple(kz.timeline())),
}
"""What draws each picture, and what is in it."""

ANSWERS = (
    kz.total_served(),
    kz.total_serving(),
    kz.total_served(personnel="officers"),
    kz.total_served(roles="troops"),
    kz.total_served("MINUSCA"),
)
TABLES = (kz.DEPLOYMENTS, kz.totals_by_mission(), kz.PROPOSAL, kz.timeline(), kz.MISSIONS)

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: 0 auto; padding: 1rem; }
pre, .wide { overflow-x: auto; }
figure { margin: 1.5rem 0; }
img { width: 100%; background: white; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-top: 1px solid gray; }
.answer { white-space: pre-line; }
@media print {
  nav, .files { display: none; }
  body { max-width: none; padding: 0; }
  pre { font-size: 7pt; }
  figure, tr, .answer { break-inside: avoid; }
}
"""


def write_pages(directory: Path) -> None:
    """Write the page of each language into a directory, with its pictures."""
    for locale in HEADINGS:
        directory.joinpath(f"article-{locale}.html").write_text(page(locale), "utf-8")
        with mpl.rc_context({"backend": "agg"}):
            for name, (draw, _) in PICTURES.items():
                draw(locale=locale)
                for ending in ("svg", "png"):
                    plt.savefig(directory / file_name(name, locale, ending), dpi=200)
                plt.close()


def page(locale: str) -> str:
    """Return the page of a language, as HTML."""
    words = HEADINGS[locale]
    address = (
        f'<a href="{escape(str(kz.ARTICLE.address))}">{words["article"]}: {escape(kz.describe(kz.ARTICLE, locale))}</a>'
    )
    parts = [
        f'<!doctype html>\n<html lang="{locale}">\n<head>\n<meta charset="utf-8">\n<title>{words["title"]}</title>',
        f'<meta name="viewport" content="width=device-width">\n<style>{STYLE}</style>\n</head>\n<body>',
        f"<nav>{' · '.join(links(locale))}</nav>\n<main>\n<h1>{words['title']}</h1>\n<p>{address}</p>",
        f'<h2>{words["brief"]}</h2>\n<pre tabindex="0">{escape(kz.brief(locale))}</pre>',
        f"<h2>{words['pictures']}</h2>",
        *(picture(name, locale) for name in PICTURES),
        f"<h2>{words['answers']}</h2>",
        *(answer(total, locale) for total in ANSWERS),
        f"<h2>{words['tables']}</h2>",
        *(f'<div class="wide" tabindex="0">{kz.to_html(thing, locale)}</div>' for thing in TABLES),
        f"</main>\n<footer><p>kzpeace {kz.__version__}</p></footer>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def links(locale: str) -> Iterable[str]:
    """Link to the page in the other languages, and to the documentation."""
    for other, words in HEADINGS.items():
        if other != locale:
            yield f'<a href="article-{other}.html" hreflang="{other}" lang="{other}">{words["language"]}</a>'
    yield f'<a href="index.html" hreflang="en">{HEADINGS[locale]["documentation"]}</a>'


def answer(total: kz.Total, locale: str) -> str:
    """Show the sentence to quote, and the reasons below it."""
    sentence, _, reasons = escape(kz.describe(total, locale)).partition("\n\n")
    return f'<div class="answer"><p><strong>{sentence}</strong></p><p>{reasons}</p></div>'


def picture(name: str, locale: str) -> str:
    """Show a picture that links to its file at full size, with what it says as its alternative text."""
    said = " ".join(kz.describe(thing, locale).splitlines()[0] for thing in PICTURES[name][1])
    files = " · ".join(f'<a href="{file_name(name, locale, kind)}">{kind.upper()}</a>' for kind in ("png", "svg"))
    file = file_name(name, locale, "svg")
    image = f'<a href="{file}"><img src="{file}" alt="{escape(said)}"></a>'
    caption = f'<figcaption class="files">{HEADINGS[locale]["full size"]} {files}</figcaption>'
    return f"<figure>{image}{caption}</figure>"


def file_name(name: str, locale: str, ending: str) -> str:
    """Return the name of a picture's file."""
    return f"{name}-{locale}.{ending}"
