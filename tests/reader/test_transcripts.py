"""The turns of printed conversations."""

import pytest

from kg.domain import Mode
from kg.reader.transcripts import turns

SPOKEN = """The mayor, Ann Cole, met the press. She spoke with Otto Lind.

"LIND: Will the old harbour be closed this year?

"COLE: We have never planned to close it, "ever."

"(CROSSTALK)

"And we will build another one beside it.

LIND: When will the work on it begin?

COLE: As soon as the council has said yes.

The council meets on Friday."""


def test_every_turn_is_said_by_its_label() -> None:
    found = list(turns(SPOKEN))

    assert [each.source[0].of(SPOKEN) for each in found] == ["LIND", "COLE", "LIND", "COLE"]
    assert {each.cue[0].of(SPOKEN) for each in found} == {":"}
    assert {each.mode for each in found} == {Mode.DIRECT}
    assert [[span.of(SPOKEN) for span in each.content] for each in found] == [
        ["Will the old harbour be closed this year?"],
        ['We have never planned to close it, "ever."', "And we will build another one beside it."],
        ["When will the work on it begin?"],
        ["As soon as the council has said yes."],
    ]


def test_a_turn_in_which_nobody_speaks_is_none() -> None:
    text = SPOKEN.replace("When will the work on it begin?", "(LAUGHS AND LEAVES THE ROOM)")

    assert [each.source[0].of(text) for each in turns(text)] == ["LIND", "COLE", "COLE"]
    assert all(each.content for each in turns(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "COLE: 1,769.\nLIND: 1,501.\nCOLE: 547.\nLIND: 46.\nCole won over Lind.",
        "Q: Will the harbour be closed?\nA: It never will be.\nQ: And the old bridge?\nA: Neither will that.",
        "PROS: A very quiet engine.\nCONS: Too small for us.\nPROS: It is very cheap.\nCONS: It broke down.",
        "COLE: Nobody will ever close the harbour.\n\nAnn Cole spoke on Friday.",
    ],
    ids=["empty", "results", "question and answer", "no names", "one turn"],
)
def test_other_labels_are_no_turns(text: str) -> None:
    assert list(turns(text)) == []
