import pytest

from kg.domain import Certainty, Polarity
from kg.resolution.stance import certainty_of, polarity_of


@pytest.mark.parametrize(
    ("cue", "polarity"),
    [
        ("said", Polarity.AFFIRMS),
        ("claimed", Polarity.AFFIRMS),
        ("admitted", Polarity.AFFIRMS),
        ("", Polarity.AFFIRMS),
        ("has denied", Polarity.DENIES),
        ("rejected", Polarity.DENIES),
        ("did not deny", Polarity.AFFIRMS),
        ("does not believe", Polarity.DENIES),
        ("did not say", Polarity.UNCOMMITTED),
        ("asked", Polarity.UNCOMMITTED),
        ("questioned", Polarity.UNCOMMITTED),
        ("were talking about", Polarity.UNCOMMITTED),
        ("doubted", Polarity.UNCOMMITTED),
        ("has no doubt", Polarity.AFFIRMS),
        ("demanded", Polarity.UNCOMMITTED),
        ("hoped for", Polarity.UNCOMMITTED),
        ("plans", Polarity.AFFIRMS),
        ("could not confirm", Polarity.UNCOMMITTED),
        ("refused to accept", Polarity.DENIES),
        ("ruled out", Polarity.DENIES),
        ("is not sure", Polarity.UNCOMMITTED),
    ],
)
def test_polarity(cue: str, polarity: Polarity) -> None:
    assert polarity_of(cue) == polarity


@pytest.mark.parametrize(
    ("cue", "content", "certainty"),
    [
        ("said", "it rains", Certainty.UNSPECIFIED),
        ("said", "it might rain", Certainty.POSSIBLE),
        ("said", "it will probably rain", Certainty.PROBABLE),
        ("said", "it will certainly rain", Certainty.CERTAIN),
        ("reportedly", "it rains", Certainty.POSSIBLE),
        ("suggests", "it could rain", Certainty.PROBABLE),
        ("predicted", "it rains", Certainty.PROBABLE),
        ("doubted", "it rains", Certainty.POSSIBLE),
        ("said", "It rains. It may stop.", Certainty.UNSPECIFIED),
    ],
)
def test_certainty(cue: str, content: str, certainty: Certainty) -> None:
    assert certainty_of(cue, content) == certainty
