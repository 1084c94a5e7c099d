"""The tutorial runs, as a newcomer would run it."""

from pathlib import Path

import pytest

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"


@pytest.mark.slow
def test_the_tutorial_runs():
    """Every cell of the notebook runs, and shows the answers, tables and pictures that the text speaks of."""
    jupytext, nbclient = map(pytest.importorskip, ("jupytext", "nbclient"))
    notebook = jupytext.read(TUTORIAL)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = [output.get("data", {}) for output in outputs]
    printed = "".join(output.get("text", "") for output in outputs)
    assert sum("image/png" in data for data in shown) == 4
    assert sum("<table" in data.get("text/html", "") for data in shown) >= 6
    assert "520–565 | 520 to 565" in printed
    assert "officers: 45–565" in printed
    assert shown[-1]["text/plain"] == "True"
