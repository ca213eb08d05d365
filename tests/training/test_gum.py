"""Trees and mentions of GUM, on an invented document."""

from pathlib import Path

import pytest

from training.conllu import ROOT, read_conllu
from training.gum import GumDocument, Words, read_gum

_DOCUMENT = """# newdoc id = GUM_news_harbour
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# newpar
# sent_id = GUM_news_harbour-1
# text = The harbour's master, Ilse Brandt, isn't here, she said.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t2:det\tDiscourse=ROOT:1:0|Entity=(1-person-new-sssss-cf1-4-coref(2-place-new-nnnnn-cf2-2-sgl-Port_%28sea%29
2-3\tharbour's\t_\t_\t_\t_\t_\t_\t_\t_
2\tharbour\tharbour\tNOUN\tNN\t_\t4\tnmod:poss\t4:nmod:poss\t_
3\t's\t's\tPART\tPOS\t_\t2\tcase\t2:case\tEntity=2)
4\tmaster\tmaster\tNOUN\tNN\t_\t11\tnsubj\t11:nsubj\tSpaceAfter=No
5\t,\t,\tPUNCT\t,\t_\t6\tpunct\t6:punct\tDiscourse=elaboration-additional:2->1:3:grf-prn-5,8-_
6\tIlse\tIlse\tPROPN\tNNP\t_\t4\tappos\t4:appos\tEntity=(1-person-giv:act-sssss-cf1-1,2-appos-Ilse_Brandt
7\tBrandt\tBrandt\tPROPN\tNNP\t_\t6\tflat\t6:flat\tEntity=1)1)|SpaceAfter=No
8\t,\t,\tPUNCT\t,\t_\t11\tpunct\t11:punct\tDiscourse=same-unit_m:3->1:1:_
9-10\tisn't\t_\t_\t_\t_\t_\t_\t_\t_
9\tis\tbe\tAUX\tVBZ\t_\t11\tcop\t11:cop\t_
10\tn't\tnot\tPART\tRB\t_\t11\tadvmod\t11:advmod\t_
10.1\tever\tever\tADV\tRB\t_\t_\t_\t11:advmod\t_
11\there\there\tADV\tRB\t_\t0\troot\t0:root\tSpaceAfter=No
12\t,\t,\tPUNCT\t,\t_\t14\tpunct\t14:punct\t_
13\tshe\tshe\tPRON\tPRP\t_\t14\tnsubj\t14:nsubj\tDiscourse=attribution-positive:4->1:2:sem-atsrc-13-_;joint-list:4->3:0:_|Entity=(1-person-giv:act-sssss-cf1-1-ana)
14\tsaid\tsay\tVERB\tVBD\t_\t11\tparataxis\t11:parataxis\tSpaceAfter=No
15\t.\t.\tPUNCT\t.\t_\t11\tpunct\t11:punct\t_

# newpar
# sent_id = GUM_news_harbour-2
# speaker = Ilse
# text = They left
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t2:nsubj\tDiscourse=joint-sequence_m:5->1:4:_|Entity=(3-person-acc:aggr-sssss-cf1-1-sgl)|SplitAnte=1<3,2<3
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t0:root\t_

"""


@pytest.fixture
def document(tmp_path: Path) -> GumDocument:
    (tmp_path / "GUM_news_harbour.conllu").write_text(_DOCUMENT, encoding="utf-8")
    (found,) = read_gum(tmp_path)
    return found


def test_tokens_and_their_spaces_are_the_text(document: GumDocument) -> None:
    for sentence in document.sentences:
        written = "".join(token.form + " " * token.space_after for token in sentence.tokens)
        assert written.strip() == dict(sentence.comments)["text"]


def test_sentences_know_their_place(document: GumDocument) -> None:
    one, two = document.sentences

    assert (one.start, one.paragraph, one.speaker) == (0, 0, None)
    assert (two.start, two.paragraph, two.speaker) == (15, 1, "Ilse")
    assert [token.head for token in two.tokens] == [1, ROOT]
    assert (one.tokens[1].upos, one.tokens[1].xpos, one.tokens[1].deprel) == ("NOUN", "NN", "nmod:poss")


def test_mentions_have_words_heads_and_clusters(document: GumDocument) -> None:
    forms = [token.form for token in document.tokens]
    seen = [
        (" ".join(forms[each.start : each.end]), forms[each.head], each.cluster) for each in document.mentions
    ]

    assert seen == [
        ("The harbour 's master , Ilse Brandt", "master", 1),
        ("The harbour 's", "harbour", 2),
        ("Ilse Brandt", "Ilse", 1),
        ("she", "she", 1),
        ("They", "They", 3),
    ]


def test_mentions_have_kind_status_and_article(document: GumDocument) -> None:
    assert [(each.kind, each.infstat, each.link, each.wikipedia) for each in document.mentions] == [
        ("person", "new", "coref", None),
        ("place", "new", "sgl", "Port_(sea)"),
        ("person", "giv:act", "appos", "Ilse_Brandt"),
        ("person", "giv:act", "ana", None),
        ("person", "acc:aggr", "sgl", None),
    ]


def test_clusters_and_split_antecedents(document: GumDocument) -> None:
    assert document.genre == "news"
    assert {cluster: len(mentions) for cluster, mentions in document.clusters.items()} == {1: 3, 2: 1, 3: 1}
    assert document.split_antecedents == ((1, 3), (2, 3))


def test_attributions_have_source_and_content(document: GumDocument) -> None:
    (attribution,) = document.attributions

    assert attribution.source == (12,)
    assert attribution.unit == Words(12, 15)
    assert attribution.content == (Words(0, 4), Words(7, 12)), "without what joins later"


@pytest.mark.parametrize(
    ("brackets", "reason"),
    [
        (("Entity=(1-person-new-sssss-cf1-1-coref", "_"), r"mentions \[1\] are never closed"),
        (("_", "Entity=1)"), "token 1 closes mention 1, which is not open"),
    ],
)
def test_brackets_that_do_not_match_are_named(tmp_path: Path, brackets: tuple[str, str], reason: str) -> None:
    lines = [
        f"{place}\tx\tx\tX\tX\t_\t{place - 1}\tdep\t_\t{notes}" for place, notes in enumerate(brackets, 1)
    ]
    (tmp_path / "GUM_news_torn.conllu").write_text("\n".join(lines) + "\n\n", encoding="utf-8")

    with pytest.raises(ValueError, match=f"GUM_news_torn: {reason}"):
        list(read_gum(tmp_path))


def test_several_documents_stand_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "two.conllu"
    path.write_text(
        "# newdoc id = first\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n"
        "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n\n"
        "# newdoc id = second\n1\tMaybe\tmaybe\tADV\tRB\t_\t0\troot\t_\t_\n",
        encoding="utf-8",
    )

    documents = list(read_conllu(path))

    assert [(each.name, len(each.sentences)) for each in documents] == [("first", 2), ("second", 1)]
    assert [each.start for each in documents[0].sentences] == [0, 1]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1\tshort", "bad.conllu:1: 2 columns"),
        ("1\tx\tx\tX\tX\t_\t7\tdep\t_\t_", "head is outside its sentence"),
    ],
)
def test_a_line_that_is_no_tree_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "bad.conllu"
    path.write_text(line + "\n", encoding="utf-8")

    with pytest.raises(ValueError, match=reason):
        list(read_conllu(path))
