"""Quotation marks as real news has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reader.quotes import QuoteState, quotations, quote_states

QUOTED = [
    pytest.param("“We go,” she said.", ["We go,"], id="curly"),
    pytest.param('"We go," she said.', ["We go,"], id="straight"),
    pytest.param("``We go,'' she said.", ["We go,"], id="typewriter"),
    pytest.param("« On y va », dit-elle.", [" On y va "], id="angle with blanks"),
    pytest.param("«Vamos», dijo.", ["Vamos"], id="angle"),
    pytest.param("„Wir gehen“, sagte sie.", ["Wir gehen"], id="low opening, curly closing"),
    pytest.param("‘We go,’ she said.", ["We go,"], id="single curly"),
    pytest.param("'We go,' she said.", ["We go,"], id="single straight"),
    pytest.param("‘We don’t go,’ she said.", ["We don’t go,"], id="apostrophe inside single"),
    pytest.param("It’s the workers’ right, isn’t it?", [], id="apostrophes only"),
    pytest.param("It's the workers' right in the '90s.", [], id="straight apostrophes only"),
    pytest.param("'Tis the season, and rock 'n' roll lives.", [], id="elisions"),
    pytest.param("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,", "no"], id="nested"),
    pytest.param("“One,” he said. “Two.”", ["One,", "Two."], id="interrupted"),
    pytest.param("The board is 6\" wide and 7' long.", [], id="inches and feet"),
    pytest.param("(“Yes.”)", ["Yes."], id="in brackets"),
    pytest.param("“Never closed.", ["Never closed."], id="unclosed runs to the paragraph's end"),
    pytest.param("“First.\n\n“Second.”\n\nShe left.", ["First.", "Second."], id="each paragraph opens anew"),
    pytest.param(
        "“First.\n\nSecond.”\n\nShe left.", ["First.", "Second."], id="second paragraph does not open"
    ),
    pytest.param("She left.” He stayed.", [], id="closing without opening"),
    pytest.param("「行きます」と言った。", ["行きます"], id="corner"),
    pytest.param("", [], id="empty"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_the_words_between_marks_are_found(text: str, expected: list[str]) -> None:
    found = [text[slice(*quotation.inside)] for quotation in quotations(text)]

    assert found == expected


def test_states_tell_marks_from_words() -> None:
    text = "“Yes,” he said"

    states = quote_states(text)

    assert [QuoteState(states[index]) for index in (0, 1, 5, 7)] == [
        QuoteState.MARK,
        QuoteState.INSIDE,
        QuoteState.MARK,
        QuoteState.OUTSIDE,
    ]


def test_wrapped_lines_do_not_end_a_quotation() -> None:
    text = "The minister said “we will\nnot go to the\nmeeting” and left\nthe room."

    assert [text[slice(*quotation.inside)] for quotation in quotations(text)] == [
        "we will\nnot go to the\nmeeting"
    ]


@given(st.text(alphabet="“”‘’\"'«»„`ab .,\n"))
def test_every_text_has_states_and_quotations_inside_one_paragraph(text: str) -> None:
    assert len(quote_states(text)) == len(text)
    for quotation in quotations(text):
        start, end = quotation.inside
        assert quotation.span.start <= start <= end <= quotation.span.end


@pytest.mark.parametrize("mark", ["'", "“", "‘a ", "'a ", "”", '" '])
def test_many_marks_take_linear_time(mark: str) -> None:
    assert len(quote_states(mark * 100_000)) == len(mark) * 100_000
