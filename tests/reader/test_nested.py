"""What is read once more, and what of it is kept."""

import numpy as np

from kg.reader.drafts import Draft
from kg.reader.features import Integers, WordTable, word_table
from kg.reader.labels import Piece, Role
from kg.reader.layers import UPOS
from kg.reader.nested import nested
from kg.reader.tokenise import words

TEXT = "Okoye wrote that the union says the mill will close"
TAGS = "PROPN VERB SCONJ DET NOUN VERB DET NOUN AUX VERB"
OUTER = Draft((Piece(2, 10, Role.CONTENT),), Piece(1, 2, Role.CUE), Piece(0, 1, Role.SOURCE), 0.9)
INNER = Draft((Piece(3, 7, Role.CONTENT),), Piece(2, 3, Role.CUE), Piece(0, 2, Role.SOURCE), 0.8)
"""Counted from "the union", where a text of its own begins."""


def classes(tags: str) -> Integers:
    """The classes of words as numbers."""
    return np.array([UPOS.index(tag) for tag in tags.split()], dtype=np.int32)


def found(tags: str, *seen: Draft) -> tuple[list[tuple[str, ...]], tuple[Draft, ...]]:
    """The forms of all that was read once more, and the inner attributions; ``seen`` is what reading sees."""
    read: list[tuple[str, ...]] = []

    def reread(part: WordTable) -> tuple[Draft, ...]:
        read.append(part.forms)
        return seen

    return read, nested(word_table(TEXT, words(TEXT)), classes(tags), OUTER, reread)


def test_a_content_is_read_without_that_and_counted_in_the_whole_text() -> None:
    read, (inner,) = found(TAGS, INNER)

    assert read == [("the", "union", "says", "the", "mill", "will", "close")]
    assert inner.source == Piece(3, 5, Role.SOURCE)
    assert inner.cue == Piece(5, 6, Role.CUE)
    assert inner.contents == (Piece(6, 10, Role.CONTENT),)


def test_one_verb_leaves_nobody_who_reports() -> None:
    read, inner = found(TAGS.replace("NOUN VERB DET", "NOUN ADP DET"), INNER)

    assert not read
    assert inner == ()


def test_an_auxiliary_alone_reports_nothing() -> None:
    cue = Piece(5, 6, Role.CUE)

    assert found(TAGS, Draft(INNER.contents, cue, INNER.source, INNER.score))[1] == ()


def test_what_is_unsure_or_without_a_source_is_left_out() -> None:
    doubtful = Draft(INNER.contents, INNER.cue, INNER.source, 0.2)
    unclaimed = Draft(INNER.contents, INNER.cue, None, INNER.score)

    assert found(TAGS, doubtful, unclaimed)[1] == ()
