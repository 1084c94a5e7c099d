"""Sphinx's settings: `nox -s docs` builds the documentation, and any warning fails the build."""

import re
import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from codebook import codebook
from pages import write_pages

project = "kzpeace"
version = release = version_of("kzpeace")
copyright = "The kzpeace developers"  # noqa: A001 - Sphinx's name for it

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

# Markdown. Links to headings of other pages are checked.
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

# The tutorial is run, and an error in it fails the build; so does a broken link or an unknown name.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nitpicky = True
# Names of the standard library and of other packages: their documentation is not on this machine.
nitpick_ignore_regex = [
    ("py:.*", r"(Any|Callable|Iterable|Iterator|Mapping|Sequence|NoReturn|SupportsIndex|PathLike|TextIO)"),
    ("py:.*", r"(attrs?|babel|collections|csv|datetime|enum|matplotlib|os|pandas|pathlib|pd|polars|typing)\..*"),
    ("py:.*", r"(Axes|Figure|Locale|Path|date)"),
    ("py:.*", r"(Day|Missions|Proposals|Records|Roles|Thing|Things|Value)"),  # aliases: see *Arguments*
    ("py:.*", r"((kzpeace\._html\.)?Listing|KNOWN_MISSIONS)"),  # a tuple, for readers; data
]

# `So` in a docstring is a name to link to.
default_role = "py:obj"
autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

html_theme = "furo"
html_title = f"kzpeace {version}"
html_show_sphinx = False
html_static_path = ["style.css"]
html_css_files = ["style.css"]


def add_codebook(app, docname, source):  # noqa: ANN001, ANN201, ARG001 - Sphinx calls it so
    """Add the generated codebook below the introduction of its page."""
    if docname == "codebook":
        source[0] += "\n" + codebook()


def add_pages(app, exception):  # noqa: ANN001, ANN201
    """Add the pages for those who do not program."""
    if exception is None and app.builder.format == "html":
        write_pages(Path(app.outdir))


def shorten_defaults(app, what, name, thing, options, signature, returned):  # noqa: ANN001, ANN201, ARG001, PLR0917
    """Show a field's default as dots: attrs' own text for it says nothing to a reader."""
    return (re.sub(r"attr_dict\['\w+'\]\.default", "...", signature), returned) if signature else None


def setup(app):  # noqa: ANN001, ANN201
    """Register the steps above."""
    app.connect("autodoc-process-signature", shorten_defaults)
    app.connect("source-read", add_codebook)
    app.connect("build-finished", add_pages)
