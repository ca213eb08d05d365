import pytest

from kg.domain import Span
from kg.resolution.negation import applied, negation
from tests.resolution.trees import syntax_of

NEGATED = [
    ("Otto did n’t come", "Otto did come", "Otto PROPN NNP 3 nsubj|do AUX VBD 3 aux|not PART RB 3 advmod|come VERB VB 3 root"),
    ("Otto didn’t come", "Otto did come", "Otto PROPN NNP 3 nsubj|do AUX VBD 3 aux|not PART RB 3 advmod|come VERB VB 3 root"),
    ("Otto won't come", "Otto will come", "Otto PROPN NNP 3 nsubj|will AUX MD 3 aux|not PART RB 3 advmod|come VERB VB 3 root"),
    ("Otto cannot come", "Otto can come", "Otto PROPN NNP 2 nsubj|can AUX MD 2 aux|come VERB VB 2 root"),
    ("Otto never came", "Otto came", "Otto PROPN NNP 2 nsubj|never ADV RB 2 advmod|come VERB VBD 2 root"),
    ("Otto no longer works", "Otto works", "Otto PROPN NNP 3 nsubj|no ADV RB 2 advmod|longer ADV RBR 3 advmod|work VERB VBZ 3 root"),
    ("they have not yet come", "they have come", "they PRON PRP 4 nsubj|have AUX VBP 4 aux|not PART RB 4 advmod|yet ADV RB 4 advmod|come VERB VBN 4 root"),
    ("no soldier came", "soldier came", "no DET DT 1 det|soldier NOUN NN 2 nsubj|come VERB VBD 2 root"),
    ("nobody came", "somebody came", "nobody PRON NN 1 nsubj|come VERB VBD 1 root"),
    ("Otto has no plan", "Otto has plan", "Otto PROPN NNP 1 nsubj|have VERB VBZ 1 root|no DET DT 3 det|plan NOUN NN 1 obj"),
    ("it is no threat", "it is threat", "it PRON PRP 3 nsubj|be AUX VBZ 3 cop|no DET DT 3 det|threat NOUN NN 3 root"),
    ("Otto failed to come", "Otto did come", "Otto PROPN NNP 1 nsubj|fail VERB VBD 1 root|to PART TO 3 mark|come VERB VB 1 xcomp"),
]  # fmt: skip
AFFIRMED = [
    ("Otto came", "Otto PROPN NNP 1 nsubj|come VERB VBD 1 root"),
    ("Otto not only came", "Otto PROPN NNP 3 nsubj|not PART RB 3 advmod|only ADV RB 3 advmod|come VERB VBD 3 root"),
    ("not all came", "not PART RB 1 advmod|all DET DT 2 nsubj|come VERB VBD 2 root"),
    ("nobody never came", "nobody PRON NN 2 nsubj|never ADV RB 2 advmod|come VERB VBD 2 root"),
]  # fmt: skip


def root_of(rows: str) -> int:
    return next(index for index, row in enumerate(rows.split("|")) if row.endswith("root"))


@pytest.mark.parametrize(("text", "without", "rows"), NEGATED)
def test_negation_is_taken_out(text: str, without: str, rows: str) -> None:
    edits = negation([root_of(rows)], syntax_of(text, rows.replace("|", "\n")), text)
    assert " ".join(applied(edits, Span(0, len(text)), text).split()) == without


@pytest.mark.parametrize(("text", "rows"), AFFIRMED)
def test_what_is_not_negated(text: str, rows: str) -> None:
    assert negation([root_of(rows)], syntax_of(text, rows.replace("|", "\n")), text) == ()
