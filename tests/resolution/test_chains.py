"""Chains of mentions lead to the actors named in them."""

from kg.domain import ActorKind, Attribution, Mention, MentionForm, MentionKind, Reading, Span
from kg.resolution import resolve
from kg.resolution.antecedents import antecedent
from kg.resolution.candidates import Anaphor, Hearsay
from kg.resolution.chains import Chains
from kg.resolution.scene import set_scene
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


PRONOUNS = "Otto Lind met Luis Reyes. Later he said that it was late."


def meant(*chains: int) -> tuple[str, float]:
    """Whom "he" means, and how surely, if Lind, Reyes and "he" have these chains."""
    given = article(PRONOUNS)
    heads = ("Lind", "Reyes", "he")
    mentions = tuple(
        Mention(place, place, MentionKind.PERSON, MentionForm.NAME, chain, 0.9)
        for word, chain in zip(heads, chains, strict=False)
        for place in [Span(PRONOUNS.index(word), PRONOUNS.index(word) + len(word))]
    )
    scene = set_scene(given, Reading(given.id, "by hand", (), mentions))
    he = next(token for token in scene.tokens if token.text == "he")
    found = antecedent(Anaphor.of_pronoun(he), scene, Hearsay(), is_source=True)
    assert found is not None
    return found.actor.name, found.probability


def test_a_chain_speaks_for_the_one_named_in_it() -> None:
    name, unsure = meant()
    assert name == meant(0, 1, 0)[0] == "Otto Lind"
    assert meant(0, 1, 0)[1] > unsure > meant(0, 1, 1)[1]


def test_the_longest_mention_stands_for_a_phrase() -> None:
    chains = Chains(
        (
            mention("The judge", "judge", 3, MentionForm.NOMINAL),
            mention("The", "The", 4, MentionForm.NOMINAL),
        ),
        set_scene(article(TEXT), Reading("", "by hand", ())).cast,
    )
    assert chains
    assert chains.of_phrase(span("The judge said")) == {3}
    assert chains.within(span("The judge said")) == {3, 4}
    assert chains.of_phrase(span("Ilse Brandt")) == frozenset()


def test_a_noun_that_no_table_knows_is_as_the_reader_sees_it() -> None:
    text = "The zorbak said that it was late."
    given = article(text)
    said = Attribution((Span(16, 32),), (Span(0, 10),), (Span(11, 15),))
    kinds = {}
    for kind in (MentionKind.PERSON, MentionKind.ORGANIZATION, MentionKind.ABSTRACT):
        seen = Mention(Span(0, 10), Span(4, 10), kind, MentionForm.NOMINAL, 0, 0.9)
        (actor,) = resolve(given, Reading(given.id, "by hand", (said,), (seen,))).actors
        kinds[kind] = actor.kind
    assert list(kinds.values()) == [ActorKind.ANONYMOUS, ActorKind.GROUP, ActorKind.DOCUMENT]
