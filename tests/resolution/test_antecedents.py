import pytest

from kg.domain import Reading
from kg.resolution.antecedents import Antecedent, antecedent
from kg.resolution.candidates import Anaphor, Hearsay, candidates, context
from kg.resolution.knowledge import antecedent_weights
from kg.resolution.pronouns import Form, Number, form_of, number_of
from kg.resolution.scene import Scene, set_scene
from kg.resolution.tokens import Token
from tests.fakes import article


def scene_of(text: str) -> Scene:
    told = article(text)
    return set_scene(told, Reading(told.id, "none", ()))


def last(scene: Scene, word: str) -> Token:
    return [token for token in scene.tokens if token.text.lower() == word][-1]


def meant(text: str, word: str) -> Antecedent | None:
    scene = scene_of(text)
    return antecedent(Anaphor.of_pronoun(last(scene, word)), scene, Hearsay(), is_source=True)


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ann Cole met Otto Lind in Oslo. He was late.", "he", "Otto Lind"),
        ("Ann Cole met Otto Lind in Oslo. She was late.", "she", "Ann Cole"),
        ("Otto Lind spoke of Luis Reyes. He was tired.", "he", "Otto Lind"),
        ("Otto Lind came. He spoke about Ann Cole’s plan. He sat down.", "he", "Otto Lind"),
        ("Otto Lind came by train and lost his hat.", "his", "Otto Lind"),
        ("The Water Board met on Monday. It was angry.", "it", "Water Board"),
        ("The Water Board met Ann Cole on Monday. It was angry.", "it", "Water Board"),
    ],
)
def test_whom_a_pronoun_means(text: str, pronoun: str, name: str) -> None:
    found = meant(text, pronoun)
    assert found is not None
    assert found.actor.name == name
    assert 0 < found.probability < 1


def test_nobody_fits_or_nobody_is_likely() -> None:
    assert meant("It rained. He was late.", "he") is None
    assert meant("NATO met. He was late.", "he") is None
    scene = scene_of("The Water Board met. A month later Ann Cole said that it is hard to see why it rains.")
    assert antecedent(Anaphor.of_pronoun(last(scene, "it")), scene, Hearsay()) is None


def test_who_cannot_be_meant_is_left_out() -> None:
    scene = scene_of("Otto Lind met Luis Reyes. He was late.")
    found = antecedent(Anaphor.of_pronoun(last(scene, "he")), scene, Hearsay())
    assert found is not None
    other = antecedent(Anaphor.of_pronoun(last(scene, "he")), scene, Hearsay(but=frozenset({found.actor.id})))
    assert other is None or other.actor.id != found.actor.id


def test_every_feature_names_itself_once() -> None:
    scene = scene_of("Otto Lind left.\nIt rained when Luis Reyes called. Otto Lind heard him. He agreed.")
    pronoun = Anaphor.of_pronoun(last(scene, "he"))
    found = candidates(pronoun, scene, Hearsay())
    assert {each.actor.name for each in found} == {"Otto Lind", "Luis Reyes"}
    for each in found:
        assert len(set(each.features)) == len(each.features)
    assert "in the headline" in next(each for each in found if each.actor.name == "Otto Lind").features
    known = set().union(*antecedent_weights().values())
    assert "none as a source" in known & set(context(pronoun, scene, is_source=True))


def test_weights_are_there_for_each_number() -> None:
    weights = antecedent_weights()
    assert set(weights) >= {Number.ONE, Number.MANY, Number.THING}
    assert weights[Number.ONE]["gender differs"] < weights[Number.ONE]["gender agrees"]


@pytest.mark.parametrize(
    ("word", "number", "form"),
    [
        ("She", Number.ONE, Form.SUBJECT),
        ("him", Number.ONE, Form.OBJECT),
        ("their", Number.MANY, Form.POSSESSIVE),
        ("it", Number.THING, Form.SUBJECT),
        ("others", Number.SOME, Form.OBJECT),
    ],
)
def test_forms_of_pronouns(word: str, number: Number, form: Form) -> None:
    assert (number_of(word), form_of(word)) == (number, form)
