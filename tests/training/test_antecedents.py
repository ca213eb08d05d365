from pathlib import Path

import numpy as np

from kg.resolution.pronouns import Number
from tests.fakes import FakeReader
from training.antecedents import fit, report
from training.litbank import read_litbank
from training.pronouns import Pronoun, gap_pronouns, gum_pronouns, litbank_pronouns

GAP = """ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL
one\tAnn Cole met Otto Lind. He said that it rained.\tHe\t24\tAnn Cole\t0\tFALSE\tOtto Lind\t13\tTRUE\tu
two\tAnn Cole met Otto Lind. He said that it rained.\tHe\t24\tAnn Cole\t0\tFALSE\tOtto Lind\t13\tFALSE\tu
"""
GUM = """# newdoc id = GUM_news_invented
# newpar
# text = Ann Cole left because she was tired.
1\tAnn\tAnn\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-snsss-cf1-1,2-coref
2\tCole\tCole\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\tbecause\tbecause\tSCONJ\tIN\t_\t7\tmark\t_\t_
5\tshe\tshe\tPRON\tPRP\t_\t7\tnsubj\t_\tEntity=(1-person-giv:act-nnnnn-cf1-1-ana)
6\twas\tbe\tAUX\tVBD\t_\t7\tcop\t_\t_
7\ttired\ttired\tADJ\tJJ\t_\t3\tadvcl\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""
LITBANK = """#begin document (invented); part 0
invented\t0\t0\t"\t_\t_
invented\t0\t1\tOtto\t_\t(0
invented\t0\t2\tLind\t_\t0)
invented\t0\t3\tleft\t_\t_
invented\t0\t4\t"\t_\t_
invented\t0\t5\t,\t_\t_
invented\t0\t6\the\t_\t(0)
invented\t0\t7\tsaid\t_\t_
invented\t0\t8\tof\t_\t_
invented\t0\t9\this\t_\t(1|(0)
invented\t0\t10\twife\t_\t_
invented\t0\t11\tin\t_\t_
invented\t0\t12\tOslo\t_\t1)
invented\t0\t13\t.\t_\t_

#end document
"""


def pronoun(*rows: str, right: int) -> Pronoun:
    return Pronoun(
        Number.ONE, tuple((row,) for row in rows), ("none",), frozenset({right}), True, False, "news"
    )


def test_what_is_right_becomes_likely() -> None:
    seen = [pronoun("near", "far", right=0), pronoun("far", "near", right=1)] * 10
    model = fit(seen)
    assert model.weights["near"] > model.weights["none"] >= model.weights["far"]
    shares = model.shares(seen[0])
    assert np.isclose(shares.sum(), 1)
    assert shares.argmax() == 0
    (line,) = report("Invented", seen, {Number.ONE: model})
    assert line.startswith("Invented one: 100.0% of 20 right")


def test_pronouns_of_gap(tmp_path: Path) -> None:
    path = tmp_path / "gap.tsv"
    path.write_text(GAP, encoding="utf-8")
    told, open_ = gap_pronouns(path, FakeReader().read)
    assert told.wanted
    assert told.is_source
    assert ["gender agrees" in told.candidates[place] for place in told.right] == [True]
    assert not open_.wanted
    assert open_.right == {len(open_.candidates)}


def test_pronouns_of_gum(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_invented.conllu").write_text(GUM, encoding="utf-8")
    (she,) = gum_pronouns(tmp_path, FakeReader().read)
    assert (she.wanted, she.genre, she.right) == (True, "news", {0})


def test_pronouns_of_litbank(tmp_path: Path) -> None:
    (tmp_path / "invented.conll").write_text(LITBANK, encoding="utf-8")
    (document,) = read_litbank(tmp_path)
    assert document.text == '"Otto Lind left", he said of his wife in Oslo.'
    heads = {document.text[place:].split()[0]: found for place, found in document.heads.items()}
    assert heads == {"Lind": [(0, 2)], "he": [(0, 1)], "his": [(0, 1)], "wife": [(1, 4)]}
    he, his = litbank_pronouns(tmp_path, FakeReader().read)
    assert (he.wanted, he.right, his.right) == (True, {0}, {0})


def test_a_pronoun_without_chains_keeps_all_else() -> None:
    told = pronoun("near", "chain: named", right=0).without_chains()
    assert told.candidates == (("near",), ())
    assert told.nobody == ("none",)
