from hypothesis import given
from hypothesis import strategies as st

from kg.domain import Span
from kg.views.segments import Piece, lanes, pieces

TEXT = "“We hope,” she said, “that he knows that they left.” So it went."


def _spans(*words):
    return [Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in words]


def test_nested_and_interrupted_statements_are_cut_into_pieces():
    outer, inner = _spans("We hope,", "that he knows that they left."), _spans("that they left.")
    assert pieces(TEXT, [outer, inner]) == (
        Piece("“"),
        Piece("We hope,", (0,), (0,)),
        Piece("” she said, “"),
        Piece("that he knows ", (0,)),
        Piece("that they left.", (0, 1), (1,)),
        Piece("” So it went."),
    )


def test_sources_and_cues_are_pieces_of_their_own_inside_contents_and_outside():
    text = "He said that she denied it."
    outer, inner = [Span(8, 26)], [Span(24, 26)]
    cut = pieces(
        text,
        [outer, inner],
        sources=[[Span(0, 2)], [Span(13, 16)]],
        cues=[[Span(3, 7)], [Span(17, 23)]],
    )
    assert [(each.text, each.marks, each.sources, each.cues) for each in cut if each.attributes] == [
        ("He", (), (0,), ()),
        ("said", (), (), (0,)),
        ("she", (0,), (1,), ()),
        ("denied", (0,), (), (1,)),
    ]
    assert "".join(each.text for each in cut) == text


@st.composite
def marked_texts(draw):
    text = draw(st.text(min_size=1, max_size=60))
    markings = []
    for _ in range(draw(st.integers(0, 6))):
        cuts = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True).map(sorted))
        markings.append([Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)])
    return text, markings


@given(marked_texts())
def test_pieces_are_the_text_and_those_of_a_statement_its_words(marked):
    text, markings = marked
    cut = pieces(text, markings)
    assert "".join(piece.text for piece in cut) == text
    for number, spans in enumerate(markings):
        own = [piece for piece in cut if number in piece.marks]
        assert "".join(piece.text for piece in own) == "".join(span.of(text) for span in spans)
        assert [number in piece.begins for piece in own] == [True] + [False] * (len(own) - 1)


@given(marked_texts())
def test_statements_that_share_a_stretch_have_lanes_of_their_own(marked):
    _, markings = marked
    found = lanes(markings)
    for one, first in enumerate(markings):
        for other, second in enumerate(markings[:one]):
            if first[0].start < second[-1].end and second[0].start < first[-1].end:
                assert found[one] != found[other]


def test_a_text_without_statements_is_one_piece():
    assert pieces("abc", []) == (Piece("abc"),)
    assert pieces("", []) == ()
    assert lanes([]) == ()
