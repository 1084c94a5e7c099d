"""The catalogues are whole: nothing untranslated, nothing lost, nothing left over."""

import shutil

import catalogues
import pytest

from kzpeace import phrases


@pytest.mark.parametrize("language", catalogues.languages())
def test_a_catalogue_has_every_message_and_no_other(language):
    """Each catalogue translates all messages of the code, with their placeholders, and none is fuzzy."""
    assert list(catalogues.faults(catalogues.read(language))) == []


@pytest.mark.parametrize("language", catalogues.languages())
def test_a_catalogue_is_as_babel_writes_it(language, monkeypatch, tmp_path):
    """Updating a catalogue that is up to date changes nothing."""
    before = catalogues.path_of(language).read_bytes()
    monkeypatch.setattr(phrases, "CATALOGUES", shutil.copytree(phrases.CATALOGUES, tmp_path / "locale"))
    monkeypatch.setattr("sys.argv", ["catalogues.py"])
    catalogues.main()
    after = catalogues.path_of(language).read_bytes()
    assert after.partition(b"\n\n")[2] == before.partition(b"\n\n")[2]  # the header names the version of Babel
