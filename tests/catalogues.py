"""The message catalogues: what they should hold, and bringing them up to it, with Babel's tools.

``python tests/catalogues.py`` updates all; a language after it is added. Run by ``nox -s messages``.
"""

import sys
from pathlib import Path
from string import Formatter

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import kzpeace as kz
from kzpeace import counting, phrases
from kzpeace._html import HtmlMixin, Listing, heading_of, in_words, plural, shown_fields

SOURCE = Path(__file__).parents[1] / "src"
KEYWORDS = {"say": None, "_because": None, "Statement": (1,)}
"""What marks a message in the code, but for those in `kzpeace.phrases`, which are read from there."""


def messages_of_phrases():
    """Yield every message of `kzpeace.phrases`, where some are put together."""
    for value in vars(phrases).values():
        found = [*value.values()] if type(value) is dict else [value]
        yield from (each for each in found if isinstance(each, phrases.Message))


def words_of_the_data():
    """Yield every name and text of the article's data and of the missions that is shown in words."""
    proposal, basis = kz.PROPOSAL, kz.CONSTITUTIONAL_BASIS
    yield from (proposal.proposer, proposal.presenter, proposal.forum, proposal.place)
    yield from (kz.ARTICLE.publisher, basis.document.publisher, basis.constitution, basis.empowers)
    yield from ("United Nations", counting.NO_SOURCE)
    for mission in kz.KNOWN_MISSIONS:
        yield from (mission.acronym, mission.name)
        yield from (citation.source.publisher for citation in mission.mandate.established_by)


def words_of_the_tables():
    """Yield every caption and heading of the tables of notebooks and of `to_html`."""
    things = (kz.total_served(), kz.total_serving(), kz.totals_by_mission(), kz.totals_by_source(), Listing())
    yield from (thing._html_caption_() for thing in things)
    for kind in (getattr(kz, name) for name in kz.__all__):
        if isinstance(kind, type) and issubclass(kind, HtmlMixin):
            name, items = in_words(kind.__name__), hasattr(kind, "__getitem__")  # which are what is shown of it
            yield from ([name] if kind._html_caption_ is HtmlMixin._html_caption_ else [])
            yield from ([] if items else [plural(name), *map(heading_of, shown_fields(kind))])
            yield from map(heading_of, (kind._html_key_, *kind._html_columns_))


def template():
    """Return a catalogue of all messages in the code, untranslated."""
    catalogue = Catalog(project="kzpeace", charset="utf-8", fuzzy=False)
    for _, _, text, comments, context in extract_from_dir(SOURCE, keywords=KEYWORDS):
        catalogue.add(text, auto_comments=comments, context=context)
    for text, several, context in messages_of_phrases():
        catalogue.add((text, several) if several else text, context=context)
    for text in (*words_of_the_data(), *words_of_the_tables()):
        catalogue.add(text)
    return catalogue


def languages():
    """Return the languages that have catalogues."""
    return [language for language in phrases.known_languages() if language != "en"]


def path_of(language):
    """Return where the catalogue of a language is."""
    return phrases.CATALOGUES / language / "LC_MESSAGES" / "kzpeace.po"


def read(language):
    """Read the catalogue of a language, or begin one."""
    path = path_of(language)
    if not path.exists():
        return Catalog(Locale.parse(language), project="kzpeace", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="kzpeace", abort_invalid=True)


def placeholders(text):
    """Return the names of a message's placeholders; a date in a translation may have a pattern too."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms_of(message):
    """Return the forms of a message and of its translation."""
    return tuple(form if isinstance(form, tuple) else (form,) for form in (message.id, message.string))


def faults(catalogue):
    """Say what is wrong with a catalogue: missing, untranslated, fuzzy or superfluous messages, placeholders lost."""
    wanted = {(message.context, message.id) for message in template() if message.id}
    there = {(message.context, message.id) for message in catalogue if message.id}
    yield from (f"missing: {each}" for each in wanted - there)
    yield from (f"not in the code: {each}" for each in there - wanted)
    for message in (message for message in catalogue if message.id):
        texts, translations = forms_of(message)
        if message.fuzzy:
            yield f"fuzzy: {message.id}"
        if not all(translations):
            yield f"untranslated: {message.id}"
        elif any(placeholders(form) != placeholders(texts[-1]) for form in translations):
            yield f"other placeholders: {message.id}"
        if len(texts) > 1 and len(translations) != catalogue.num_plurals:
            yield f"not {catalogue.num_plurals} forms: {message.id}"


def main():
    """Update the catalogues of all languages, and of those named."""
    for language in sorted({*languages(), *sys.argv[1:]}):
        catalogue = read(language)
        catalogue.update(template(), no_fuzzy_matching=True, update_creation_date=False)
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        with path_of(language).open("wb") as file:
            write_po(file, catalogue, width=110, ignore_obsolete=True)
        remaining = list(faults(catalogue))
        print(f"{language}: {len(catalogue)} messages, {len(remaining)} to mend", *remaining, sep="\n  ")


if __name__ == "__main__":
    main()
