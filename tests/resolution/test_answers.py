import json
from pathlib import Path

import pytest

from kg.domain import Attribution, Span
from kg.errors import ArticleError
from kg.resolution.answers import SpeakerAnswer, read_answers

RECORD = {
    "source": [[0, 8]],
    "cue": [[9, 13]],
    "content": [[30, 40], [14, 20]],
    "speaker": "Ann Cole",
    "speaker_type": "person",
    "about": ["NATO"],
}


def test_answers_are_read(tmp_path: Path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"article": "rain", "attributions": [RECORD]}), encoding="utf-8")

    (sheet,) = read_answers(tmp_path)

    attribution = Attribution((Span(14, 20), Span(30, 40)), (Span(0, 8),), (Span(9, 13),))
    assert (sheet.path, sheet.article) == (path, "rain")
    assert sheet.answers == (SpeakerAnswer(attribution, "Ann Cole", "person", ("NATO",)),)


_BAD = {
    "no JSON": ("{", "JSONDecodeError"),
    "a list": ("[]", "TypeError"),
    "no article": (json.dumps({"attributions": []}), "KeyError: 'article'"),
    "no content": ({"content": []}, "without content"),
    "a span of three": ({"cue": [[1, 2, 3]]}, "TypeError"),
    "an empty span": ({"cue": [[3, 3]]}, "start < end"),
    "an unknown kind": ({"speaker_type": "robot"}, "'robot' is no kind of speaker"),
}


@pytest.mark.parametrize(("bad", "reason"), _BAD.values(), ids=_BAD)
def test_a_file_that_holds_no_answers_is_named(
    tmp_path: Path, bad: str | dict[str, object], reason: str
) -> None:
    whole = bad if isinstance(bad, str) else json.dumps({"article": "a", "attributions": [RECORD | bad]})
    (tmp_path / "bad.json").write_text(whole, encoding="utf-8")

    with pytest.raises(ArticleError, match=r"bad\.json") as failure:
        read_answers(tmp_path)

    assert reason in failure.value.reason
    assert failure.value.hint


def test_a_folder_without_answers_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no answers about speakers here"):
        read_answers(tmp_path)
