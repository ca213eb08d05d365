"""Who says "I" in a conversation."""

import pytest

from kg.domain import ActorKind
from tests.resolution.texts import speakers, told

_OPENING = "Interview with the painter Ann Cole\nAnn Cole met us in Valdene, where Otto Lind lives.\n"


def test_answers_are_the_guests_questions_the_authors() -> None:
    resolved = told(
        _OPENING + "[s1:I] [q1:heard] [c1:that it rains here]; do you mind?\n"
        "Not at all. [s2:I] [q2:think] [c2:rain is good].\n"
        "Did [s3:you] [q3:know] [c3:that it pours]?\n"
        "No.\n"
        "And your brushes?\n"
        "They say “[s4:I] [q4:hate] [c4:water]”, as everybody knows.",
        author="Luis Reyes",
    )
    assert speakers(resolved) == ["Luis Reyes", "Ann Cole", "Ann Cole", "unnamed source"]


def test_labels_tell_whose_turn_it_is() -> None:
    resolved = told(
        "The painter Ann Cole met the mayor, Otto Lind, in a hotel.\n"
        "COLE: [s1:I] [q1:think] [c1:it rains].\n"
        "LIND: It does not.\n"
        "But [s2:I] [q2:know] [c2:that it will].\n"
        "A.C.: Well.\n"
        "COLE: [s3:I] [q3:doubt] [c3:that].\n"
        "LIND: Wait."
    )
    assert speakers(resolved) == ["Ann Cole", "Otto Lind", "Ann Cole"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Cole paints.\nWhy do you paint?\nI do not.\nNote: [s1:I] [q1:think] [c1:it rains].",
        _OPENING + "It was late.\nShe smiled.\nSo did Otto.\nDo you paint?\n"
        "We left.\nIt was dark.\nIt rained.\nIt poured.\nIn the end [s1:I] [q1:think] [c1:she is right].",
    ],
)
def test_a_question_now_and_then_makes_no_interview(text: str) -> None:
    assert speakers(told(text)) == ["author"]


def test_a_label_in_capitals_names_a_person() -> None:
    resolved = told("[s1:ZORBAKEN]: [c1:I never said so.]\n\n[s2:LUNDHOLM]: [c2:You did so twice.]")

    assert [actor.kind for actor in resolved.actors if actor.name in ("ZORBAKEN", "LUNDHOLM")] == [
        ActorKind.PERSON,
        ActorKind.PERSON,
    ]
