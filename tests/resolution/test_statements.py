import pytest

from kg.domain import Attribution, Reading, Span
from kg.resolution.statements import tidy
from tests.resolution.texts import told

TEXT = "“It rains,” Ann said, “and pours.” "


def tidied(*attributions: Attribution) -> tuple[Attribution, ...]:
    return tidy(Reading("a", "r", attributions), TEXT)


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("[s1:Ann Cole] [q1:declined] [c1:to comment].", 0),
        ("[s1:Ann Cole] [q1:declined to comment] [c1:on the case].", 0),
        ("[s1:Ann Cole] [q1:did not] [c1:respond to a request for comment].", 0),
        ("[s1:Ann Cole] [q1:refused] [c1:to sell the house].", 1),
        ("[s1:Ann Cole] [q1:did not say] [c1:that she would comment].", 1),
    ],
)
def test_who_says_nothing_makes_no_statement(marked: str, count: int) -> None:
    assert len(told(marked).statements) == count


def test_blanks_at_the_borders_go() -> None:
    (one,) = tidied(Attribution((Span(21, 35),)))
    assert one.content[0].of(TEXT) == "“and pours.”"


def test_source_and_cue_are_cut_out_of_the_content() -> None:
    (one,) = tidied(Attribution((Span(0, 34),), (Span(12, 15),), (Span(16, 20),)))
    assert [span.of(TEXT) for span in one.content] == ["“It rains,”", "“and pours.”"]


def test_without_words_there_is_no_statement() -> None:
    assert tidied(Attribution((Span(11, 12), Span(20, 22)))) == ()


def test_a_carrier_holds_all_the_words_and_keeps_its_place() -> None:
    empty, outer = Attribution((Span(11, 12),)), Attribution((Span(0, 11),))
    inner, beside = Attribution((Span(4, 9),), outer=1), Attribution((Span(22, 34),), outer=1)
    assert [each.outer for each in tidied(empty, outer, inner, beside)] == [None, 0, None]


def test_at_most_two_cues() -> None:
    (one,) = tidied(Attribution((Span(22, 34),), cue=(Span(1, 3), Span(4, 9), Span(16, 20))))
    assert len(one.cue) == 2


@pytest.mark.parametrize(
    ("source", "content", "expected"),
    [
        ("Ann", "who was told by Bob, it will rain", ("Ann, who was told by Bob", "it will rain")),
        (
            "Ann",
            "who was told by her aide, Major Bob Lee, rain will fall",
            ("Ann, who was told by her aide, Major Bob Lee", "rain will fall"),
        ),
        ("Ann", "who heads the office, Seld will flood", ("Ann, who heads the office", "Seld will flood")),
        ("Ann", "who would come was unknown", ("Ann", "who would come was unknown")),
        ("Ann", "whole roads, she fears, will flood", ("Ann", "whole roads, she fears, will flood")),
    ],
)
def test_a_relative_clause_is_the_sources(source: str, content: str, expected: tuple[str, str]) -> None:
    text = f"According to {source}, {content}."
    start = text.index(content)
    given = Attribution((Span(start, start + len(content)),), source=(Span(13, 13 + len(source)),))
    (one,) = tidy(Reading("a", "r", (given,)), text)
    assert (one.source[0].of(text), one.content[0].of(text)) == expected
