"""Scores by hand."""

from pathlib import Path

import pytest

from kg.domain import Article, Attribution, Mode, Reading, Span
from kg.reader.brat import write_brat
from kg.reader.calibration import Calibration
from kg.reader.evaluation import Evaluation, add_document, evaluate_folder, jaccard

TEXT = "The mayor said that ships would leave at dawn. “We stay,” a captain replied."


def attribution(source: str, cue: str, content: str) -> Attribution:
    def spans(words: str) -> tuple[Span, ...]:
        start = TEXT.index(words)
        return (Span(start, start + len(words)),) if words else ()

    return Attribution(content=spans(content), source=spans(source), cue=spans(cue))


SAID = attribution("The mayor", "said", "that ships would leave at dawn")
REPLIED = attribution("a captain", "replied", "“We stay,”")
SHORT = attribution("The mayor", "said", "that ships would leave")
WRONG_SOURCE = attribution("a captain", "said", "that ships would leave at dawn")


def scored(predicted: list[Attribution], gold: list[Attribution]) -> Evaluation:
    result = Evaluation()
    add_document(result, TEXT, predicted, gold)
    return result


@pytest.mark.parametrize(
    ("predicted", "strict", "lenient", "content"),
    [
        ([SAID, REPLIED], 1.0, 1.0, 1.0),
        ([SHORT, REPLIED], 0.5, 1.0, 0.5),
        ([WRONG_SOURCE, REPLIED], 0.5, 0.5, 1.0),
        ([], 0.0, 0.0, 0.0),
        ([SAID], 2 / 3, 2 / 3, 2 / 3),
    ],
)
def test_f1(predicted: list[Attribution], strict: float, lenient: float, content: float) -> None:
    found = scored(predicted, [SAID, REPLIED])

    assert found.strict.f1 == pytest.approx(strict)
    assert found.lenient.f1 == pytest.approx(lenient)
    assert found.exact["content"].f1 == pytest.approx(content)


def test_begin_and_overlap_are_milder_than_exact() -> None:
    found = scored([SHORT], [SAID])

    assert (found.exact["content"].f1, found.begin["content"].f1) == (0.0, 1.0)
    assert found.jaccard["content"].f1 == pytest.approx(
        len("that ships would leave") / len("that ships would leave at dawn")
    )


def test_modes_are_told_apart() -> None:
    found = scored([REPLIED], [SAID, REPLIED])

    assert (found.by_mode[Mode.DIRECT].f1, found.by_mode[Mode.INDIRECT].f1) == (1.0, 0.0)


def test_words_are_confused_by_role() -> None:
    found = scored([attribution("said", "The mayor", "“We stay,”")], [SAID])

    assert found.confusion["source", "cue"] == 2
    assert found.confusion["cue", "source"] == 1
    assert found.confusion["-", "content"] == 5


def test_inner_attributions_count_only_where_gold_has_some() -> None:
    inner = Attribution(content=(Span(26, 31),), cue=(Span(20, 25),), outer=0)

    assert scored([SAID, inner], [SAID]).strict.f1 == 1.0
    assert scored([SAID], [SAID, inner]).strict.recall == 0.5


def test_nothing_and_nothing_is_the_same() -> None:
    assert jaccard((), ()) == 1.0
    assert jaccard((), (Span(0, 1),)) == 0.0
    assert jaccard((Span(0, 4), Span(6, 8)), (Span(2, 8),)) == pytest.approx(4 / 8)


def test_every_annotator_counts_as_a_document(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one_a.ann").write_text(write_brat([SAID], TEXT), encoding="utf-8")
    (tmp_path / "one_b.ann").write_text(write_brat([SAID, REPLIED], TEXT), encoding="utf-8")

    def read(article: Article) -> Reading:
        return Reading(article.id, "by hand", (SAID,))

    found = evaluate_folder(read, tmp_path)

    assert (found.documents, found.strict.recall, found.slowest) == (2, 2 / 3, "one.txt")


def test_probabilities_are_rounded_and_inside_zero_and_one() -> None:
    curve = Calibration(slope=0.7, shift=1.1)

    assert [curve.probability(score) for score in (0.0, 1.0)] == [0.0002, 1.0]
