"""Spans and links put together: which contents one cue may have."""

import pytest

from kg.reader.drafts import Decoded, wanted, without_strays
from kg.reader.features import WordTable, word_table
from kg.reader.labels import Piece, Role
from kg.reader.links import Link
from kg.reader.tokenise import words


def piece(text: str, table: WordTable, wanted: str, role: Role) -> Piece:
    """The words ``wanted`` of a text as a piece."""
    start = text.index(wanted)
    inside = [
        number
        for number, (begins, ends) in enumerate(zip(table.starts, table.ends, strict=True))
        if start <= begins and ends <= start + len(wanted)
    ]
    return Piece(inside[0], inside[-1] + 1, role)


@pytest.mark.parametrize(
    ("text", "further", "stays"),
    [
        ("“Seld floods,” Ann said.\n\n“Bring boats,” she wrote.", "“Bring boats,”", True),
        ("“Seld floods,” Ann said.\n\nBring boats is her advice.", "Bring boats", False),
        ("“Seld floods,” Ann said. Bring boats is her advice.", "Bring boats", True),
    ],
)
def test_only_a_quotation_goes_on_in_another_paragraph(text: str, further: str, stays: bool) -> None:
    table = word_table(text, words(text))
    cue = piece(text, table, "said", Role.CUE)
    home, beyond = (piece(text, table, each, Role.CONTENT) for each in ("“Seld floods,”", further))
    kept = without_strays({home: Link(cue, 0.9), beyond: Link(cue, 0.6)}, table)
    assert kept[home].partner == cue
    assert kept[beyond] == Link(cue if stays else None, 0.6)


def test_a_cue_may_stand_a_paragraph_before_its_only_content() -> None:
    text = "The mayor said:\n\nSeld floods"
    table = word_table(text, words(text))
    cue, content = piece(text, table, "said", Role.CUE), piece(text, table, "Seld floods", Role.CONTENT)
    assert without_strays({content: Link(cue, 0.8)}, table)[content].partner == cue


SAID = "The dam has held, Okoye said. Rain fell."


@pytest.mark.parametrize(
    ("gains", "names_source", "expected"),
    [
        ({"The dam has held": 0.2, "dam has held": 0.15}, True, ["The dam has held"]),
        ({"The dam has held": 0.05}, True, []),
        ({"Okoye said": 0.2}, True, []),
        ({"The dam has held": 0.2}, False, []),
    ],
)
def test_who_says_something_says_the_likeliest(
    gains: dict[str, float], names_source: bool, expected: list[str]
) -> None:
    table = word_table(SAID, words(SAID))
    cue, source = piece(SAID, table, "said", Role.CUE), piece(SAID, table, "Okoye", Role.SOURCE)
    link = Link(source if names_source else None, 0.9)
    found = Decoded((source, cue), {}, cues={}, sources={cue: link})
    likely = {piece(SAID, table, words_, Role.CONTENT): gain for words_, gain in gains.items()}

    more = wanted(found, likely, table)

    assert more == tuple(piece(SAID, table, each, Role.CONTENT) for each in expected)


def test_a_cue_with_a_content_wants_no_other() -> None:
    table = word_table(SAID, words(SAID))
    cue, source = piece(SAID, table, "said", Role.CUE), piece(SAID, table, "Okoye", Role.SOURCE)
    content, other = (piece(SAID, table, each, Role.CONTENT) for each in ("The dam has held", "Rain fell"))
    found = Decoded(
        (content, source, cue), {}, cues={content: Link(cue, 0.9)}, sources={cue: Link(source, 0.9)}
    )

    assert wanted(found, {other: 0.29}, table) == ()
