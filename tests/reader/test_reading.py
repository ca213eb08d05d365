"""The reader as a whole, with the weights that ship."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.domain import Attribution, Mode, Span
from kg.reader import Reader, load_reader
from kg.reader.reading import ordered
from tests.fakes import article

CORPUS = Path(__file__).parents[2] / "corpus"
STORY = """The harbour of Lindmark will close in spring, the mayor, Ana Ruiz, said on Monday.

“We cannot pay for it any longer,” Ruiz told reporters. “It is a sad day.”

According to a report by the port authority, repairs would cost $12 million.

Fishermen accused the city of breaking its promise. Karl Brandt, who owns two boats, denied that he was asked.
"""


def words(spans: tuple[Span, ...], text: str) -> list[str]:
    return [span.of(text) for span in spans]


def test_a_short_story_is_understood(reader: Reader) -> None:
    found = {
        tuple(words(each.cue, STORY)): (words(each.source, STORY), words(each.content, STORY), each.mode)
        for each in reader.read(article(STORY)).attributions
    }

    source, content, mode = found["told",]
    assert source == ["Ruiz"]
    assert content[0] == "“We cannot pay for it any longer,”"
    assert mode == Mode.DIRECT
    source, content, mode = found["According to",]
    assert source == ["a report by the port authority"]
    assert content == ["repairs would cost $12 million"]
    assert mode == Mode.INDIRECT
    assert found["denied",][0][0].startswith("Karl Brandt")


def test_what_is_said_inside_is_found_inside(reader: Reader) -> None:
    text = "The minister said that the union claimed that 300 workers had lost their homes in the flood."

    outer, inner = reader.read(article(text)).attributions

    assert (words(outer.source, text), words(outer.cue, text)) == (["The minister"], ["said"])
    assert (words(inner.source, text), words(inner.cue, text), inner.outer) == (["the union"], ["claimed"], 0)


def test_a_signed_post_is_said_once(reader: Reader) -> None:
    text = f"{STORY}\nI thank our fishermen. We will find a way.\n— Ana Ruiz (@ana_ruiz) May 3, 2023\n"

    said = [
        each
        for each in reader.read(article(text)).attributions
        if "fishermen. We" in each.content[0].of(text)
    ]

    assert [words(each.source, text) for each in said] == [["Ana Ruiz"]]


def test_parts_that_are_not_to_be_read_are_not_read(reader: Reader) -> None:
    banner = "Read more: Officials said that the bridge is safe."
    text = f"{STORY}\n{banner}\n"
    unread = Span(text.index(banner), text.index(banner) + len(banner))

    for each in reader.read(article(text, unread=(unread,))).attributions:
        assert not any(span.overlaps(unread) for span in (*each.content, *each.source, *each.cue))


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_readings_are_the_same_whatever_the_threads(path: Path, reader: Reader) -> None:
    given_article = article(path.read_text(encoding="utf-8"))

    assert reader.read(given_article) == load_reader(threads=2).read(given_article)


def test_where_paragraphs_lie_far_apart_neighbours_do_not_matter(reader: Reader) -> None:
    filler = "The weather was mild and the streets were dry.\n\n" * 120
    alone = reader.read(article(filler + STORY)).attributions
    among = reader.read(article(filler + STORY + "\n" + filler)).attributions

    assert [each.cue for each in alone] == [each.cue for each in among]


HOSTILE = {
    "empty": "",
    "blank": " \n\t\n ",
    "one letter": "a",
    "one mark": "“",
    "emoji": "👩‍🚀 said: “👍🏽” 🎉" * 5,
    "right to left": "اعلام کرد که «ما می‌رویم»، رئیس گفت. " * 5,
    "control characters": "She said\x00 that\x1b he\x07 went\x0b.\x85\u2028“No,”\x0c he said.",
    "zero width": "\u200b\u200d\ufeff",
    "only marks": "“”‘’\"'«»" * 300,
    "no spaces": "said" * 2_000,
    "many lines": "\n" * 5_000 + "She said no." + "\n" * 5_000,
    "chinese": "他说我们会去。" * 200,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_is_read_with_exact_offsets(text: str, reader: Reader) -> None:
    check(text, reader.read(article(text)).attributions)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_random_text_is_read_with_exact_offsets(reader: Reader, text: str) -> None:
    check(text, reader.read(article(text)).attributions)


def check(text: str, found: tuple[Attribution, ...]) -> None:
    for index, each in enumerate(found):
        assert each.content
        assert 0 <= each.probability <= 1
        assert each.outer is None or each.outer < index
        for span in (*each.content, *each.source, *each.cue):
            assert span.of(text) == span.of(text).strip() != ""


@pytest.mark.slow
def test_five_megabytes_of_one_word_are_read(reader: Reader) -> None:
    assert reader.read(article("a" * 5_000_000)).attributions == ()


def test_a_turn_at_the_head_of_a_text_is_no_headline(reader: Reader) -> None:
    text = """LIND: Will the old harbour be closed this year?

COLE: We have never planned to close it.

LIND: When will the work on it begin?

COLE: As soon as the council has said yes, Mr. Lind. The council has asked Ann Cole for a plan."""

    found = reader.read(article(text)).attributions

    assert [each.source[0].of(text) for each in found if each.outer is None] == ["LIND", "COLE"] * 2


def test_the_outer_one_comes_first() -> None:
    outer = Attribution(content=(Span(10, 60),), cue=(Span(0, 4),))
    inner = Attribution(content=(Span(20, 60),), cue=(Span(10, 15),))
    innermost = Attribution(content=(Span(40, 60),), cue=(Span(30, 35),))

    found = ordered([innermost, inner, outer])

    assert [each.outer for each in found] == [None, 0, 1]
    assert [each.content for each in found] == [outer.content, inner.content, innermost.content]


def test_importing_the_room_loads_nothing_heavy() -> None:
    code = "import sys, kg.reader; print(*{'onnxruntime', 'tokenizers', 'numpy'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
