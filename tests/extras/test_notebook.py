"""The tutorial runs, as a newcomer would run it."""

from pathlib import Path

import jupytext
from nbclient import NotebookClient

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.md"


def test_the_tutorial_runs():
    """Every cell of the notebook runs, and shows the bounds, the pictures and the frames that it speaks of."""
    notebook = jupytext.read(TUTORIAL)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    short_repr = [output.get("data", {}) for output in outputs]
    printed = "".join(output.get("text", "") for output in outputs)
    assert sum("image/png" in data for data in short_repr) == 3
    assert sum("<table" in data.get("text/html", "") for data in short_repr) >= 5
    assert "520–565 | 520 to 565" in printed
    assert "Приняли участие 45 офицеров" in printed
    assert short_repr[-1]["text/plain"] == "True"
