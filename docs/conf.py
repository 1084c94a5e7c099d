"""How Sphinx builds the documentation: `nox -s docs`. A warning is an error there."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from codebook import codebook

project = "kzpeace"
version = release = version_of("kzpeace")
copyright = "The kzpeace developers"  # noqa: A001 - Sphinx's name for it

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

# Markdown. Links to headings of other pages are checked.
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]

# The tutorial is run, and what goes wrong in it is an error; so are all links within the pages, and all names.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nitpicky = True
# Names of the standard library and of other packages: their own documentation is not on this machine.
nitpick_ignore_regex = [
    ("py:.*", r"(Any|Callable|Iterable|Iterator|Mapping|Sequence|NoReturn|SupportsIndex|PathLike)"),
    ("py:.*", r"(attrs?|babel|collections|csv|datetime|enum|matplotlib|os|pandas|pathlib|pd|polars|typing)\..*"),
    ("py:.*", r"(Axes|Locale|Path|date)"),
    ("py:.*", r"(Thing|Things|Value)"),  # aliases, which the text beside them spells out
]

# Docstrings. `So` in one of them is a name to link to.
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


def with_codebook(app, docname, source):  # noqa: ANN001, ANN201, ARG001 - as Sphinx calls it
    """Put what is made of the code behind the introduction of the codebook's page."""
    if docname == "codebook":
        source[0] += "\n" + codebook()


def setup(app):  # noqa: ANN001, ANN201
    """Register what is done while the pages are read."""
    app.connect("source-read", with_codebook)
