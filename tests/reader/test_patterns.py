"""Signed posts and headlines."""

import pytest

from kg.domain import Mode
from kg.reader.patterns import headlines, signed_posts

SIGNED = [
    ("I thank all who voted.\n— Ana Ruiz (@anaruiz) May 3, 2023", "Ana Ruiz", "I thank all who voted."),
    ("Old news.\n\nWe won!\n\n— Ana Ruiz / Ана Руис (@ana_r) May 3, 2023\nMore.", "Ana Ruiz", "We won!"),
    ("We won!\n-- The Harbour Board (@harbour)", "The Harbour Board", "We won!"),
]


@pytest.mark.parametrize(("text", "name", "words"), SIGNED)
def test_the_signer_says_the_paragraph_before(text: str, name: str, words: str) -> None:
    (found,) = signed_posts(text)

    assert [span.of(text) for span in found.source] == [name]
    assert [span.of(text) for span in found.content] == [words]
    assert (found.cue, found.mode) == ((), Mode.DIRECT)


@pytest.mark.parametrize(
    "text", ["", "— Ana Ruiz (@ana) May 3", "She came — late (as ever).", "- milk (two)\n- eggs"]
)
def test_other_dashes_sign_nothing(text: str) -> None:
    assert list(signed_posts(text)) == []


def test_a_headline_with_a_known_source_is_said_by_it() -> None:
    text = "Ana Ruiz: The harbour must close\n\nThe mayor, Ana Ruiz, said so on Monday."

    (found,) = headlines(text, {"The mayor, Ana Ruiz"})

    assert found.source[0].of(text) == "Ana Ruiz"
    assert found.content[0].of(text) == "The harbour must close"


@pytest.mark.parametrize(
    "text",
    [
        "Analysis: the harbour must close",
        "Live updates: Ruiz wins in the north",
        "The vote: who won and who lost",
    ],
)
def test_other_colons_say_nothing(text: str) -> None:
    assert list(headlines(text, {"Ana Ruiz"})) == []


def test_a_long_line_takes_linear_time() -> None:
    assert list(signed_posts("- a /" * 200_000)) == []
