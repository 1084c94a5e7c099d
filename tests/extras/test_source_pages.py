"""The pages on the UN's table and on later reports run, and show the answers that their text speaks of."""

from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "answers"),
    [
        ("un-table", ["13\nnot reported\n0\n2\n", "15\nat least 520\n520–565\n", "line 10, column Male_Personnel"]),
        ("later-reports", ["538–605\nat least 2\n", "at least 67\n", "80\n", "at most 158\n", "at least 139\n"]),
    ],
)
def test_the_page_runs(page, answers):
    """Every cell runs; a picture and a table of sources are shown, and the answers printed."""
    jupytext, nbclient = map(pytest.importorskip, ("jupytext", "nbclient"))
    notebook = jupytext.read(DOCS / f"{page}.md")
    place = {"metadata": {"path": str(DOCS)}}
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources=place).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = {kind for output in outputs for kind in output.get("data", {})}
    printed = [output.get("text", "") for output in outputs]
    assert {"image/png", "text/html"} <= shown
    for answer in answers:
        assert any(answer in text for text in printed), answer
