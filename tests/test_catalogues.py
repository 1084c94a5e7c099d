"""The catalogues are whole: nothing untranslated, nothing lost, nothing left over."""

import shutil

import catalogues
import pytest
from babel.messages.catalog import Catalog

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


def test_each_kind_of_fault_is_found():
    """A missing message, a superfluous one, an empty or fuzzy one, and a lost placeholder or plural form are faults."""
    catalogue = Catalog("ru")
    for message in catalogues.template():
        if message.id:
            forms = len(message.id) if isinstance(message.id, tuple) else 0
            catalogue.add(message.id, (message.id[1],) * 3 if forms else message.id, context=message.context)
    assert list(catalogues.faults(catalogue)) == []
    catalogue.delete("Reasons")
    catalogue.add("No message of the code", "x")
    catalogue.get("Conditions").string = ""
    catalogue.get("Background").flags.add("fuzzy")
    catalogue.get("around {people}").string = "around {number}"
    catalogue.get("{units} unit").string = ("{units}", "{units}")
    kinds = {fault.partition(":")[0] for fault in catalogues.faults(catalogue)}
    assert kinds == {"missing", "not in the code", "untranslated", "fuzzy", "other placeholders", "not 3 forms"}
