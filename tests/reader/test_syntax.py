"""Words and predicates of a text as records."""

import numpy as np
import pytest

from kg.domain import Argument, Predicate, Word
from kg.reader import Reader, syntax
from kg.reader.features import WordTable, word_table
from kg.reader.layers import ARGUMENTS, PART, RELATIONS, UPOS, XPOS
from kg.reader.tokenise import words
from kg.reader.word_layers import WordLayers
from tests.fakes import article

TEXT = "Ministers didn't go. Rain fell"
TABLE = word_table(TEXT, words(TEXT))


def layers_of(table: WordTable, tags: str, fine_tags: str, heads: list[int], relations: str) -> WordLayers:
    layers = WordLayers.empty(len(table), 2)
    for column, inventory, names in (
        (layers.upos, UPOS, tags),
        (layers.xpos, XPOS, fine_tags),
        (layers.relations, RELATIONS, relations),
    ):
        column[:] = [inventory.index(name) for name in names.split()]
    layers.heads[:] = heads
    return layers


@pytest.fixture
def layers() -> WordLayers:
    return layers_of(
        TABLE,
        "NOUN AUX PART part VERB PUNCT NOUN VERB",
        "NNS VBD RB part VB . NN VBD",
        [4, 4, 4, 2, 4, 4, 7, 7],
        "nsubj aux advmod part root punct nsubj root",
    )


def test_the_inner_part_of_a_token_is_told_from_words(layers: WordLayers) -> None:
    found = syntax.words(TABLE, layers)

    assert [each.span.of(TEXT) for each in found] == [
        "Ministers",
        "didn",
        "'",
        "t",
        "go",
        ".",
        "Rain",
        "fell",
    ]
    assert [each.lemma for each in found] == ["minister", "do", "not", "t", "go", ".", "rain", "fall"]
    assert [each.sentence for each in found] == [0] * 6 + [1] * 2
    assert found[3] == Word(found[3].span, "t", "X", "", 2, PART, 0)
    assert found[4] == Word(found[4].span, "go", "VERB", "VB", 4, "root", 0)


def test_what_only_a_part_can_have_is_given_to_no_token() -> None:
    table = word_table("Rain", words("Rain"))

    (word,) = syntax.words(table, layers_of(table, "NOUN", "part", [0], "part"))

    assert (word.tag, word.fine_tag, word.relation) == ("NOUN", "", "dep")


def test_sentences_are_counted_from_nought() -> None:
    table = word_table("\n\nRain", words("\n\nRain"))

    assert syntax.words(table, layers_of(table, "NOUN", "NN", [0], "root"))[0].sentence == 0


def test_predicates_have_their_arguments_in_order(layers: WordLayers) -> None:
    layers.predicates[[4, 7]] = 1
    layers.factuality[[4, 7]] = (-3.0, 2.34)
    roles = {name: number for number, name in enumerate(ARGUMENTS)}
    layers.arguments.append(np.array([(4, 2, roles["NEG"]), (4, 0, roles["ARG0"])], dtype=np.int32))

    assert syntax.predicates(layers) == (
        Predicate(4, (Argument(0, "ARG0"), Argument(2, "NEG")), -3.0),
        Predicate(7, (), 2.34),
    )


def test_a_text_without_words_has_none() -> None:
    table, layers = word_table("", []), WordLayers.empty(0, 2)

    assert (syntax.words(table, layers), syntax.predicates(layers)) == ((), ())


def test_the_reader_tells_who_did_what(reader: Reader) -> None:
    text = "The ministers did not leave the harbour on Monday. " * 40
    seen = reader.read(article(text))

    assert [each.span.of(text) for each in seen.words] == text.replace(".", " .").split()
    assert seen.words[-1].sentence == 39
    leaving = [each for each in seen.predicates if seen.words[each.word].lemma == "leave"]
    assert len(leaving) == 40, "every sentence is read once, whatever window it falls into"
    told = [{(seen.words[each.word].lemma, each.role) for each in one.arguments} for one in leaving]
    assert all({("minister", "ARG0"), ("not", "NEG"), ("harbour", "ARG1")} <= each for each in told)
