import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain import ActorKind, BuildSummary, OffsetMap, Span, words_of


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_a_span_is_never_empty_or_reversed(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"got {start}, {end}"):
        Span(start, end)


def test_spans_count_code_points() -> None:
    text = "📍 SELD — “да”"
    assert Span(2, 6).of(text) == "SELD"
    assert words_of([Span(0, 1), Span(10, 12)], text) == "📍 да"


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_overlap_is_symmetric_and_follows_from_containment(
    a: int, length_a: int, b: int, length_b: int
) -> None:
    one, other = Span(a, a + length_a), Span(b, b + length_b)
    shared = set(range(a, a + length_a)) & set(range(b, b + length_b))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert one.contains(other) == (len(shared) == length_b)


def test_offsets_lead_back_to_the_file() -> None:
    crlf = OffsetMap(((0, 0), (5, 6), (9, 11)))  # two line ends of two characters became one each
    assert [crlf.original(offset) for offset in (0, 4, 5, 8, 9, 20)] == [0, 4, 6, 9, 11, 22]


def test_named_and_unnamed_kinds() -> None:
    named = {kind for kind in ActorKind if kind.is_named}
    assert named == {ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GOVERNMENT}


def test_every_article_is_counted_once() -> None:
    assert BuildSummary(read=3, unchanged=2, replaced=1, nothing_found=1, failed={"a": "empty"}).total == 7
