"""Speakers scored from files, on an invented article and a reader without a network."""

import json
from pathlib import Path

import pytest

from kg.errors import ArticleError
from kg.resolution.evaluation import speaker_score
from kg.resolution.report import report, summary
from kg.speaker_evaluation import END_TO_END, WITH_GOLD, evaluate_speakers
from tests.fakes import FakeReader

TEXT = (
    "President Olena Marchuk met lawmakers. “Northland has sent troops,” Marchuk said.\n\n"
    "She also hoped for rain. Karl Brandt warned that Marchuk was wrong."
)


def answer(source: str, cue: str, content: str, **answers: object) -> dict[str, object]:
    def spans(words: str) -> list[list[int]]:
        return [[TEXT.index(words), TEXT.index(words) + len(words)]]

    return {"source": spans(source), "cue": spans(cue), "content": spans(content), **answers}


ANSWERS = [
    answer("Marchuk", "said", "Northland has sent troops", speaker="Olena Marchuk",
           speaker_type="person", about=["Northland"]),
    answer("She", "hoped", "for rain", speaker="Olena Marchuk", speaker_type="person", about=[]),
    answer("Karl Brandt", "warned", "that Marchuk was wrong", speaker="K. Brandt",
           speaker_type="person", about=["Olena Marchuk"]),
]  # fmt: skip


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    folder = tmp_path / "speakers"
    folder.mkdir()
    (folder / "any.json").write_text(
        json.dumps({"article": "story", "attributions": ANSWERS}), encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("place", [".", "text", "../polnear/dev/text"])
def test_both_ways_are_scored_wherever_the_text_lies(answers: Path, place: str) -> None:
    (answers / place).mkdir(parents=True, exist_ok=True)
    (answers / place / "story.txt").write_text(TEXT, encoding="utf-8")

    compared = evaluate_speakers(FakeReader().read, answers)

    seen, gold = (speaker_score(compared[name]) for name in (END_TO_END, WITH_GOLD))
    assert (seen.found.right_wanted, gold.found.right_wanted) == (2, 3)
    assert (seen.said.right_wanted, gold.said.right_wanted) == (1, 2)


def test_the_text_may_lie_elsewhere(answers: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")

    assert len(evaluate_speakers(FakeReader().read, answers, tmp_path)[END_TO_END]) == 1


def test_a_missing_article_is_named_with_the_places(answers: Path) -> None:
    with pytest.raises(ArticleError, match=r"any.json: its article story.txt is not in .*dev/text"):
        evaluate_speakers(FakeReader().read, answers)


def test_another_text_than_the_annotated_is_refused(answers: Path) -> None:
    (answers / "story.txt").write_text(TEXT[:100], encoding="utf-8")

    with pytest.raises(ArticleError, match="ends at 100"):
        evaluate_speakers(FakeReader().read, answers)


def test_the_report_says_what_the_summary_holds(answers: Path) -> None:
    (answers / "story.txt").write_text(TEXT, encoding="utf-8")
    compared = evaluate_speakers(FakeReader().read, answers)

    facts, lines = summary(compared)[WITH_GOLD], report(compared)

    assert facts["attributions"] == 3
    assert facts["who_said_what"] == {"precision": 66.7, "recall": 66.7, "f1": 66.7}
    assert facts["by_kind"] == {"person": {"wanted": 3, "found": 3, "speaker_accuracy": 66.7}}
    wrong = [each["wanted_speaker"] for each in facts["wrong"] if each["speaker"] != each["wanted_speaker"]]
    assert wrong == ["K. Brandt"]
    assert facts["wrong"][-1]["content"] == "that Marchuk was wrong"
    assert json.loads(json.dumps(facts)) == facts
    assert "with gold attributions: 1 articles, 3 attributions, 3 statements" in lines
    assert "who said what     F1  66.7  precision  66.7  recall  66.7" in lines
