"""Direct, indirect, mixed."""

import pytest

from kg.domain import Mode, Span
from kg.reader.features import word_table
from kg.reader.mode import mode_of_spans
from kg.reader.tokenise import words

CASES = [
    ("She said “we will go.”", "“we will go.”", Mode.DIRECT),
    ("She said “we will go.”", "we will go", Mode.DIRECT),
    ('He called it "a first step" to war.', 'it "a first step" to war', Mode.MIXED),
    ("She said that they would go.", "that they would go", Mode.INDIRECT),
    ("We will go on, the mayor said.", "We will go on", Mode.DIRECT),
    ("They will go on, the mayor said.", "They will go on", Mode.INDIRECT),
    ("The mayor: We have no plan.", "We have no plan", Mode.DIRECT),
    ("The mayor said: They have no plan.", "They have no plan", Mode.DIRECT),
    ("He told us that we should go.", "that we should go", Mode.INDIRECT),
    ("«Nous partons», dit-elle.", "«Nous partons»", Mode.DIRECT),
    ("``We go,'' she said.", "``We go,''", Mode.DIRECT),
    ("‘We don’t go,’ she said.", "‘We don’t go,’", Mode.DIRECT),
    ("“We go.\n\n“We stay.”", "“We go.\n\n“We stay.”", Mode.DIRECT),
    ("It is an “open” question, he said.", "It is an “open” question", Mode.MIXED),
]


@pytest.mark.parametrize(("text", "content", "expected"), CASES)
def test_mode(text: str, content: str, expected: Mode) -> None:
    start = text.index(content)

    assert mode_of_spans(word_table(text, words(text)), [Span(start, start + len(content))]) == expected


def test_all_fragments_count() -> None:
    text = "“We go,” she said, because it is late."
    spans = [Span(0, 8), Span(text.index("because"), len(text) - 1)]

    assert mode_of_spans(word_table(text, words(text)), spans) == Mode.MIXED
