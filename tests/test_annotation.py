"""Stand-off for the files as they are: what `kg annotate` writes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg import annotation
from kg.domain import (
    Article,
    EntityKind,
    Mention,
    MentionForm,
    MentionKind,
    NamedEntity,
    Reading,
    Span,
)
from kg.errors import ArticleError, ExportError
from kg.reader.brat import read_brat
from tests.fakes import FakeReader

TEXT = "\ufeffOlena Marchuk met lawmakers.\r\n\r\n“Northland has sent cafe\u0301 chairs,” Marchuk said.\r\n"
"""With a byte-order mark, carriage returns and an accent of its own: the article's text has none of them."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return path


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def words(spans: list[list[int]]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


def test_a_record_points_into_the_decoded_file(file: Path, tmp_path: Path) -> None:
    assert annotation.write_jsonl([str(file)], FakeReader(), tmp_path / "out.jsonl") == []
    (record,) = records(tmp_path / "out.jsonl")
    (attribution,) = record["attributions"]
    assert (record["id"], record["path"]) == ("news", str(file))
    assert words(attribution["content"]) == ["Northland has sent cafe\u0301 chairs"]
    assert words(attribution["cue"]) == ["said"]
    assert words(attribution["source"]) == ["Marchuk"]
    assert attribution["mode"] == "direct"
    assert (attribution["speaker"], attribution["speaker_kind"]) == ("Olena Marchuk", "person")


class NamingReader(FakeReader):
    """Also sees the first name."""

    def read(self, article: Article) -> Reading:
        name = Span(article.text.index("Olena"), article.text.index(" met"))
        mention = Mention(name, Span(name.start + 6, name.end), MentionKind.PERSON, MentionForm.NAME, 0, 0.9)
        entity = NamedEntity(name, EntityKind.PERSON)
        return replace(super().read(article), mentions=(mention,), entities=(entity,))


def test_mentions_and_names_point_into_the_file(file: Path, tmp_path: Path) -> None:
    annotation.write_jsonl([str(file)], NamingReader(), tmp_path / "out.jsonl")
    (record,) = records(tmp_path / "out.jsonl")

    (mention,), (entity,) = record["mentions"], record["entities"]

    assert words([mention["span"], mention["head"], entity["span"]]) == [
        "Olena Marchuk",
        "Marchuk",
        "Olena Marchuk",
    ]
    assert (mention["kind"], mention["form"], mention["chain"]) == ("person", "name", 0)
    assert entity["kind"] == "person"


def test_brat_reads_what_is_written(file: Path, tmp_path: Path) -> None:
    assert annotation.write_brat_files([str(file)], FakeReader(), tmp_path / "brat") == []
    (found,) = read_brat((tmp_path / "brat" / "news.ann").read_text(encoding="utf-8"), TEXT)
    assert [span.of(TEXT) for span in found.content] == ["Northland has sent cafe\u0301 chairs"]
    assert [span.of(TEXT) for span in found.source] == ["Marchuk"]


def test_a_bad_article_is_given_back_and_stops_nothing(file: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    for write, target in ((annotation.write_jsonl, "out.jsonl"), (annotation.write_brat_files, "out")):
        (failure,) = write([str(empty), str(file)], FakeReader(), tmp_path / target)
        assert isinstance(failure, ArticleError)
        assert failure.path == str(empty)
    assert len(records(tmp_path / "out.jsonl")) == 1


def test_no_annotation_is_written_over_another(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "deep" / "news.txt"
    other.parent.mkdir()
    other.write_text("Karl Brandt said that it rained.", encoding="utf-8")
    (failure,) = annotation.write_brat_files([str(file), str(other)], FakeReader(), tmp_path / "brat")
    assert failure.reason == f"news.ann is the annotation of {file}"


def test_a_hostile_name_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    feed.write_text(
        json.dumps({"id": "../../evil", "text": "Karl Brandt said that it rained."}), encoding="utf-8"
    )
    assert annotation.write_brat_files([str(feed)], FakeReader(), tmp_path / "in" / "brat") == []
    assert [path.suffix for path in (tmp_path / "in" / "brat").iterdir()] == [".ann"]
    assert not list(tmp_path.rglob("evil*"))


def test_brat_wants_a_folder(file: Path) -> None:
    with pytest.raises(ExportError, match="several files"):
        annotation.write_brat_files([str(file)], FakeReader(), None)
