"""Named entities in BIO."""

from pathlib import Path

import pytest

from training.entities import EntitySpan, entity_scores, entity_spans, read_entities

_LABELS = {
    "nothing": ("O O", ""),
    "one": ("B-Person I-Person O", "0-2 Person"),
    "two side by side": ("B-Person B-Person", "0-1 Person, 1-2 Person"),
    "no beginning": ("O I-Person I-Person", "1-3 Person"),
    "another kind goes on": ("B-Person I-Location", "0-1 Person, 1-2 Location"),
    "a gap": ("B-Person O I-Person", "0-1 Person, 2-3 Person"),
}


@pytest.mark.parametrize(("labels", "drawn"), _LABELS.values(), ids=_LABELS)
def test_labels_draw_entities(labels: str, drawn: str) -> None:
    found = [f"{each.start}-{each.end} {each.kind}" for each in entity_spans(labels.split())]

    assert ", ".join(found) == drawn


_FILE = """-DOCSTART-\tone.txt

Tindra\tB-Person
Osei\tI-Person
slept\tO

at\tO
3 am\tO
in\tO
Varmo    B-Location
-DOCSTART-\ttwo.txt

The\tO
Varmo\tB-Organization\tB-Location
Times\tI-Organization
"""


def test_a_file_is_read_by_document_and_sentence(tmp_path: Path) -> None:
    path = tmp_path / "some.bio"
    path.write_text(_FILE, encoding="utf-8")

    one, two = read_entities(path)

    assert [document.name for document in (one, two)] == ["one.txt", "two.txt"]
    assert [sentence.words for sentence in one.sentences] == [
        ("Tindra", "Osei", "slept"),
        ("at", "3 am", "in", "Varmo"),
    ]
    assert one.sentences[1].entities == (EntitySpan(3, 4, "Location"),)
    assert two.sentences[0].entities == (EntitySpan(1, 3, "Organization"),)


@pytest.mark.parametrize(
    ("line", "reason"), [("alone", "'alone' has no label"), ("word\tPerson", "'Person' is not a BIO label")]
)
def test_a_line_that_is_no_labelled_word_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "bad.bio"
    path.write_text(f"a\tO\n{line}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=f"bad.bio:2: {reason}"):
        list(read_entities(path))


def test_scores_count_exact_spans_of_the_three_kinds() -> None:
    gold = (EntitySpan(0, 2, "Person"), EntitySpan(2, 3, "Location"), EntitySpan(3, 4, "Date"))
    found = (EntitySpan(0, 2, "person"), EntitySpan(2, 3, "ORG"), EntitySpan(4, 6, "LOC"), gold[2])

    scores = entity_scores([(found, gold)])

    assert (scores["all"].precision, scores["all"].recall) == (1 / 3, 1 / 2)
    assert {kind: round(score.f1, 2) for kind, score in scores.items()} == {
        "PER": 1.0,
        "ORG": 0.0,
        "LOC": 0.0,
        "all": 0.4,
    }


def test_the_same_place_in_two_texts_is_two_places() -> None:
    one, other = EntitySpan(0, 1, "Person"), EntitySpan(1, 2, "Person")

    assert entity_scores([((one,), (other,)), ((other,), (one,))])["all"].f1 == 0.0
