"""The pages for those who do not program: complete in each language, and readable without seeing them."""

import re

import pages
import pytest


@pytest.mark.parametrize("locale", pages.HEADINGS)
def test_a_page_is_in_one_language_and_described(locale):
    """The page names its language, every picture has a text, and every table a caption and headings."""
    text = pages.page(locale)
    assert f'<html lang="{locale}">' in text
    assert len(re.findall(r"<h2>", text)) == 4
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)">', text)
    assert [file for file, _ in pictures] == [f"{name}-{locale}.svg" for name in pages.PICTURES]
    tables = re.findall(r"<table.*?</table>", text, re.DOTALL)
    assert len(tables) >= len(pages.TABLES)
    assert all("<caption" in table and "<th scope=" in table for table in tables)
    assert not re.search(r"\{\w*\}", text.replace(pages.STYLE, ""))
    if locale != "en":
        said = re.sub(
            r'<span lang="en">.*?</span>|<[^>]+>|“[^”]+”', " ", text.partition("<main>")[2]
        )  # quotes stay as they are
        assert not re.search(r"\b(served|serving|people|Answer|Source:|Missions?|reported)\b", said)
