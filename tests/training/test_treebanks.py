"""Treebanks in the reader's words; the sentences are invented."""

import json
from pathlib import Path

import numpy as np
import pytest

from kg.reader.layers import ARGUMENTS, ENTITY_LABELS, MENTIONS, PART, RELATIONS, UPOS
from training.layers import IGNORED, NO_CLUSTER
from training.treebanks import entity_documents, ewt_documents, factuality_documents, gum_documents

SENTENCE = """# newdoc id = GUM_news_harbour
# newpar
1\tDr.\tdr.\tPROPN\tNNP\t_\t2\tcompound\t_\tEntity=(1-person-new-nnnnn-cf1-2-coref
2\tOkoye\tOkoye\tPROPN\tNNP\t_\t5\tnsubj\t_\tEntity=1)
3\tdo\tdo\tAUX\tVBP\t_\t5\taux\t_\tSpaceAfter=No
4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
5\tlike\tlike\tVERB\tVB\t_\t0\troot\t_\t_
6\tit\tit\tPRON\tPRP\t_\t5\tobj\t_\tEntity=(2-abstract-giv:act-nnnnn-cf2-1-ana)|SpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

"""


@pytest.fixture
def conllu(tmp_path: Path) -> Path:
    path = tmp_path / "GUM_news_harbour.conllu"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


def test_a_token_of_several_words_is_carried_by_the_first(conllu: Path) -> None:
    (document,) = gum_documents(conllu.parent)

    assert document.table.forms == ("Dr", ".", "Okoye", "don", "'", "t", "like", "it", ".")
    upos = [UPOS[tag] for tag in document.layers.upos]
    assert upos == ["PROPN", PART, "PROPN", "AUX", "PART", PART, "VERB", "PRON", "PUNCT"]
    assert [RELATIONS[each] for each in document.layers.relations][1] == PART
    assert document.layers.heads.tolist() == [2, 0, 6, 6, 6, 4, 6, 6, 6]


def test_mentions_stand_at_their_head_words(conllu: Path) -> None:
    (document,) = gum_documents(conllu.parent)
    kinds = {
        document.table.forms[word]: MENTIONS[kind]
        for word, kind in enumerate(document.layers.mentions)
        if kind
    }

    assert kinds == {"Okoye": "person", "it": "abstract"}
    assert (document.layers.clusters != NO_CLUSTER).sum() == 2
    assert (document.layers.entities == IGNORED).all()


def test_arguments_stand_at_the_heads_of_their_spans(conllu: Path, tmp_path: Path) -> None:
    proposition = {
        "tokens": ["Dr.", "Okoye", "do", "n't", "like", "it", "."],
        "predicates": [{"index": 4, "args": [["ARG0", 0, 2], ["ARGM-NEG", 3, 4], ["ARG1", 5, 6]]}],
    }
    path = tmp_path / "propositions.jsonl"
    path.write_text(json.dumps(proposition) + "\n", encoding="utf-8")
    (document,) = ewt_documents(conllu, path)
    forms = document.table.forms

    found = {(forms[one], forms[other], ARGUMENTS[role]) for one, other, role in document.layers.arguments}

    assert found == {("like", "Okoye", "ARG0"), ("like", "'", "NEG"), ("like", "it", "ARG1")}
    assert document.layers.predicates.tolist() == [0, 0, 0, 0, 0, 0, 1, 0, 0]


def test_entities_cover_all_words_of_their_tokens(tmp_path: Path) -> None:
    path = tmp_path / "names.bio"
    path.write_text("-DOCSTART-\ta\n\nThe\tO\nU.S.\tB-Location\nagreed\tO\n.\tO\n\n", encoding="utf-8")
    (document,) = entity_documents(path)

    labels = [ENTITY_LABELS[label] for label in document.layers.entities]

    assert document.table.forms == ("The", "U", ".", "S", ".", "agreed", ".")
    assert labels == ["O", "B-Location", *["I-Location"] * 3, "O", "O"]


def test_factuality_stands_at_its_predicate(tmp_path: Path) -> None:
    path = tmp_path / "uw.jsonl"
    target = {"span1": [2, 3], "label": -2.5}
    path.write_text(
        json.dumps({"text": "Nobody ever left .", "targets": [target], "file_idx": 0}), encoding="utf-8"
    )
    (document,) = factuality_documents(path)

    assert np.isnan(document.layers.factuality).tolist() == [True, True, False, True]
    assert document.layers.factuality[2] == -2.5
