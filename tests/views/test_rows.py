import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain import Span
from kg.views.rows import CONTEXT_LENGTH, ContentPart, Context, context_of
from tests.views.invented import make_rows


def test_a_passage_is_the_article_around_the_words():
    text = "Lee spoke. “Yes,” she said, “soon.” Then she left."
    spans = (Span(12, 16), Span(29, 34))
    row = make_rows(1)[0]
    parts = tuple(ContentPart(span.start, span.end, span.of(text)) for span in spans)
    passage = row.__class__(**{**_fields(row), "content": parts, "context": context_of(spans, text)}).passage
    assert "".join(passage) == text
    assert passage[1::2] == ("Yes,", "soon.")


def test_a_passage_begins_and_ends_with_context_even_if_there_is_none():
    row = make_rows(1)[0]
    bare = row.__class__(**{**_fields(row), "content": row.content[:1], "context": Context()})
    assert bare.passage == ("", row.content[0].exact, "")


@given(st.text(min_size=2, max_size=900), st.data())
def test_context_is_bounded_and_taken_from_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    context = context_of((Span(start, end),), text)
    assert len(context.before) <= CONTEXT_LENGTH + 1
    assert len(context.after) <= CONTEXT_LENGTH + 1
    assert text[:start].endswith(context.before.removeprefix("…")) or context.before == text[:start]
    assert text[end:].startswith(context.after.removesuffix("…")) or context.after == text[end:]


def test_a_long_gap_is_shortened_in_the_middle():
    text = "a" + "x" * 1000 + "b"
    (gap,) = context_of((Span(0, 1), Span(1001, 1002)), text).gaps
    assert gap == "x" * CONTEXT_LENGTH + " … " + "x" * CONTEXT_LENGTH


def test_half_words_at_the_ends_are_dropped():
    text = "wonderful " * 40 + "Yes" + " marvellous" * 40
    context = context_of((Span(400, 403),), text)
    assert set(context.before.strip("… ").split()) == {"wonderful"}
    assert set(context.after.strip("… ").split()) == {"marvellous"}


@pytest.mark.parametrize("count", [1, 10, 200])
def test_words_are_one_line(count):
    assert all("\n" not in row.words and row.words for row in make_rows(count))


def _fields(row):
    return {name: getattr(row, name) for name in row.__dataclass_fields__}
