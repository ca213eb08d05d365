"""Chains of mentions lead to the actors named in them."""

from kg.domain import Attribution, Mention, MentionForm, MentionKind, Reading, Span
from kg.resolution import resolve
from tests.fakes import article

TEXT = "Ilse Brandt left early. Otto Lind stayed. The judge said that it was late."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def mention(words: str, head: str, chain: int, form: MentionForm) -> Mention:
    return Mention(span(words), span(head), MentionKind.PERSON, form, chain, 0.9)


def speaker(*mentions: Mention) -> str:
    given = article(TEXT)
    said = Attribution((span("that it was late"),), (span("The judge"),), (span("said"),))
    resolved = resolve(given, Reading(given.id, "by hand", (said,), mentions))
    (statement,) = resolved.statements
    return next(actor.name for actor in resolved.actors if actor.id == statement.speakers[0])


def test_a_description_is_the_person_of_its_chain() -> None:
    judge = mention("The judge", "judge", 0, MentionForm.NOMINAL)
    brandt = mention("Ilse Brandt", "Brandt", 0, MentionForm.NAME)
    lind = mention("Otto Lind", "Lind", 1, MentionForm.NAME)

    assert speaker(brandt, lind, judge) == "Ilse Brandt"


def test_a_chain_without_a_name_leaves_the_description() -> None:
    judge = mention("The judge", "judge", 2, MentionForm.NOMINAL)
    lind = mention("Otto Lind", "Lind", 1, MentionForm.NAME)

    assert speaker(lind, judge) == "judge"
    assert speaker() == "judge"
