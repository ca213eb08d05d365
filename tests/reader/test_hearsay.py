"""Reported by nobody in particular."""

import pytest

from kg.reader.drafts import Draft
from kg.reader.features import WordTable, word_table
from kg.reader.hearsay import with_hearsay
from kg.reader.labels import Piece, Role
from kg.reader.tokenise import words

PLAIN = "She left. The ship reportedly sank on Monday. He stayed."


def table(text: str) -> WordTable:
    return word_table(text, words(text))


def shown(text: str, draft: Draft) -> tuple[list[str], str]:
    forms = table(text).forms
    cue = " ".join(forms[draft.cue.start : draft.cue.end]) if draft.cue else ""
    return [" ".join(forms[piece.start : piece.end]) for piece in draft.contents], cue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN, [(["The ship", "sank on Monday"], "reportedly")]),
        ("Reportedly, two ships sank.", [(["two ships sank"], "Reportedly")]),
        ("- Two ships, allegedly sunk", [(["Two ships", "sunk"], "allegedly")]),
        ("“It allegedly sank,” it says.", []),
        ("Reportedly.", []),
        ("The ship sank.", []),
    ],
)
def test_the_rest_of_the_sentence_is_reported(text: str, expected: list[tuple[list[str], str]]) -> None:
    assert [shown(text, draft) for draft in with_hearsay(table(text), ())] == expected


def content(start: int, end: int) -> Piece:
    return Piece(start, end, Role.CONTENT)


CUE, SOURCE = Piece(9, 10, Role.CUE), Piece(0, 1, Role.SOURCE)


def test_what_has_a_source_is_left_alone() -> None:
    drafts = (Draft((content(3, 9),), CUE, SOURCE, 0.9),)

    assert with_hearsay(table(PLAIN), drafts) == drafts


def test_an_adverb_that_is_a_cue_is_left_alone() -> None:
    drafts = (Draft((content(6, 9),), Piece(5, 6, Role.CUE), None, 0.9),)

    assert with_hearsay(table(PLAIN), drafts) == drafts


def test_what_others_say_in_the_sentence_stays_theirs() -> None:
    said = Draft((content(7, 9),), None, None, 0.9)

    found, other = with_hearsay(table(PLAIN), (said,))

    assert shown(PLAIN, found) == (["The ship", "sank"], "reportedly")
    assert other == said


def test_too_few_words_report_nothing() -> None:
    drafts = (Draft((content(6, 9),), None, None, 0.9),)

    assert with_hearsay(table(PLAIN), drafts) == drafts


def test_a_content_that_nobody_says_gets_its_cue() -> None:
    (found,) = with_hearsay(table(PLAIN), (Draft((content(3, 9),), None, None, 0.9),))

    assert shown(PLAIN, found) == (["The ship", "sank on Monday"], "reportedly")


def test_a_cue_keeps_its_other_contents() -> None:
    drafts = (Draft((content(0, 2), content(3, 9)), CUE, None, 0.9),)

    told, reported = with_hearsay(table(PLAIN), drafts)

    assert (told.contents, told.cue) == ((content(0, 2),), CUE)
    assert reported.cue == Piece(5, 6, Role.CUE)
