"""Changes that keep labels in place."""

import random

from hypothesis import given
from hypothesis import strategies as st

from kg.domain import Attribution, Span
from kg.reader.features import Break, word_table
from kg.reader.labels import Role
from kg.reader.quotes import QuoteState
from kg.reader.tokenise import words
from training.augment import unquoted
from training.data import LabelledArticle, labelled

TEXT = 'The mayor spoke.\n\n"We build now," she said. "Nobody leaves."'


def spans(*wordings: str) -> tuple[Span, ...]:
    """Where these words stand in ``TEXT``."""
    return tuple(Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in wordings)


def article() -> LabelledArticle:
    """An invented article whose speech has one source, one cue and two contents."""
    said = Attribution(spans('"We build now,"', '"Nobody leaves."'), spans("she"), spans("said"))
    return labelled("bridge", word_table(TEXT, words(TEXT)), [said])


def wording(of: LabelledArticle, role: Role) -> list[str]:
    """The words of all spans of one role."""
    return [" ".join(of.table.forms[each.start : each.end]) for each in of.pieces if each.role == role]


def test_speech_without_marks_keeps_its_words_and_links() -> None:
    plain = unquoted(article())
    assert wording(plain, Role.CONTENT) == ["We build now ,", "Nobody leaves ."]
    assert wording(plain, Role.SOURCE) == ["she"]
    assert {plain.pieces[one].role for one in plain.cue_of} == {Role.CONTENT}
    assert [plain.pieces[cue] for cue in plain.cue_of.values()] == [
        piece for piece in plain.pieces if piece.role == Role.CUE
    ] * 2
    assert len(plain.source_of) == 1


def test_nothing_tells_of_lost_marks() -> None:
    table = unquoted(article()).table
    assert set(table.quotes) == {QuoteState.OUTSIDE}
    assert table.breaks[table.forms.index("We")] == Break.BLANK
    assert [TEXT[start:end] for start, end in zip(table.starts, table.ends, strict=True)] == [*table.forms]


def test_a_span_of_marks_alone_goes_with_its_links() -> None:
    lost = Attribution(spans('"'), spans("she"), spans("said"))
    plain = unquoted(labelled("bridge", word_table(TEXT, words(TEXT)), [lost]))
    assert wording(plain, Role.CONTENT) == []
    assert plain.cue_of == {}
    assert len(plain.source_of) == 1


@given(st.integers(0, 2**32))
def test_an_article_without_marks_stays_as_it_is(seed: int) -> None:
    text = " ".join(random.Random(seed).choices(["rain", "fell", "on", "Oslo", "."], k=12))
    bare = labelled("rain", word_table(text, words(text)), [])
    assert unquoted(bare) is bare
