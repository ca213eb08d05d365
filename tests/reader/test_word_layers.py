"""Layers of windows put together, and names and mentions drawn from them."""

import numpy as np

from kg.domain import EntityKind, MentionForm, MentionKind
from kg.reader.coreference import REACH, AntecedentWeights, chains
from kg.reader.entities import entities
from kg.reader.features import WordTable, word_table
from kg.reader.layers import ENTITY_LABELS, MENTIONS, RELATIONS, UPOS, XPOS
from kg.reader.mentions import mentions
from kg.reader.tokenise import words
from kg.reader.word_layers import WordLayers


def table_of(text: str) -> WordTable:
    return word_table(text, words(text))


def numbers(names: str, inventory: tuple[str, ...]) -> np.ndarray:
    return np.array([inventory.index(name) for name in names.split()], dtype=np.int32)


def layers_of(*, upos: str, mentions: str, heads: list[int], relations: str) -> WordLayers:
    count = len(heads)
    empty = WordLayers.empty(count, 2)
    tags = numbers(upos, UPOS)
    xpos = np.where(tags == UPOS.index("PART"), XPOS.index("POS"), 0).astype(np.int32)
    return WordLayers(
        upos=tags,
        xpos=xpos,
        entities=empty.entities,
        mentions=numbers(mentions, MENTIONS),
        sure=np.ones(count, dtype=np.float32),
        heads=np.array(heads, dtype=np.int32),
        relations=numbers(relations, RELATIONS),
        vectors=empty.vectors,
        predicates=empty.predicates,
        factuality=empty.factuality,
        arguments=[],
    )


def antecedents(same_form: float) -> AntecedentWeights:
    """A scorer that links equal head words if ``same_form`` is above 0, and nothing else."""
    zero, none = np.zeros((2, 2), dtype=np.float32), np.zeros(2, dtype=np.float32)
    return AntecedentWeights(
        ours=zero,
        ours_bias=none,
        theirs=zero,
        product=zero,
        distances=np.zeros((10, 2), dtype=np.float32),
        same_form=np.array([[0, 0], [1, 0]], dtype=np.float32),
        score=np.array([same_form, 0], dtype=np.float32),
        score_bias=np.array([-0.5], dtype=np.float32),
    )


def test_a_mention_is_its_head_word_with_what_hangs_on_it() -> None:
    table = table_of("The mayor of Lund's brother left, she said")
    layers = layers_of(
        upos="DET NOUN ADP PROPN PART part NOUN VERB PUNCT PRON VERB",
        mentions="none person none place none none person none none person none",
        heads=[1, 6, 3, 1, 1, 4, 7, 7, 7, 10, 7],
        relations="det nmod:poss case nmod case part nsubj root punct nsubj parataxis",
    )

    found = mentions(table, layers, antecedents(0.0))

    text = "The mayor of Lund's brother left, she said"
    assert [each.span.of(text) for each in found] == [
        "The mayor of Lund's",
        "Lund",
        "The mayor of Lund's brother",
        "she",
    ]
    assert [each.kind for each in found][1] is MentionKind.PLACE
    assert [each.form for each in found] == [
        MentionForm.NOMINAL,
        MentionForm.NAME,
        MentionForm.NOMINAL,
        MentionForm.PRONOUN,
    ]
    assert [each.chain for each in found] == [0, 1, 2, 3]


def test_a_circle_of_heads_does_not_hang() -> None:
    layers = layers_of(upos="NOUN NOUN", mentions="person none", heads=[1, 0], relations="nmod nmod")

    assert len(mentions(table_of("one two"), layers, antecedents(0.0))) == 1


def test_a_name_far_back_is_still_compared() -> None:
    forms = ["Okoye", *(f"thing{number}" for number in range(3 * REACH)), "OKOYE"]

    found = chains(antecedents(1.0), np.zeros((len(forms), 2), dtype=np.float32), forms)

    assert found[-1] == found[0]
    assert len(set(found)) == len(forms) - 1


def test_nobody_is_in_no_chain() -> None:
    assert chains(antecedents(1.0), np.zeros((0, 2), dtype=np.float32), []) == []


def test_names_end_with_their_paragraph() -> None:
    text = "Ada\n\nLund Corp said"
    labels = numbers("B-Person I-Person I-Organization O", ENTITY_LABELS)

    found = entities(table_of(text), labels)

    assert [(each.span.of(text), each.kind) for each in found] == [
        ("Ada", EntityKind.PERSON),
        ("Lund", EntityKind.PERSON),
        ("Corp", EntityKind.ORGANIZATION),
    ]
