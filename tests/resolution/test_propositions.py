from decimal import Decimal

import pytest

from kg.domain import CueClass, Polarity, Span
from kg.resolution.propositions import Proposition, propositions
from tests.resolution.trees import resolved, syntax_of

SENT_AND_RESIGNED = """
Northland PROPN NNP 3 nsubj
do AUX VBD 3 aux
not PART RB 3 advmod
send VERB VB 3 root
troops NOUN NNS 3 obj
to ADP IN 6 case
Eastmark PROPN NNP 3 obl
and CCONJ CC 10 cc
Otto PROPN NNP 10 nsubj
Lind PROPN NNP 8 flat
resign VERB VBD 3 conj
"""


def read(text: str, rows: str) -> tuple[Proposition, ...]:
    return propositions([Span(0, len(text))], syntax_of(text, rows), text)


def test_every_main_clause_is_a_proposition_and_negation_is_taken_out() -> None:
    text = "Northland did n't send troops to Eastmark and Otto Lind resigned"
    sent, resigned = read(text, SENT_AND_RESIGNED)
    assert (sent.label, sent.negated) == ("Northland did send troops to Eastmark", True)
    assert (resigned.label, resigned.negated) == ("Otto Lind resigned", False)


def test_a_shared_subject_is_told_again() -> None:
    text = "Otto Lind came and met Ann"
    rows = """
Otto PROPN NNP 2 nsubj
Lind PROPN NNP 0 flat
come VERB VBD 2 root
and CCONJ CC 4 cc
meet VERB VBD 2 conj
Ann PROPN NNP 4 obj
"""
    assert [each.label for each in read(text, rows)] == ["Otto Lind came", "Otto Lind met Ann"]


def test_alternatives_are_one_proposition() -> None:
    text = "Otto came or met Ann"
    rows = """
Otto PROPN NNP 1 nsubj
come VERB VBD 1 root
or CCONJ CC 3 cc
meet VERB VBD 1 conj
Ann PROPN NNP 3 obj
"""
    assert [each.label for each in read(text, rows)] == ["Otto came or met Ann"]


def test_a_subordinate_clause_stays_with_its_main_clause() -> None:
    text = "If it rains , Otto stays"
    rows = """
if SCONJ IN 2 mark
it PRON PRP 2 nsubj
rain VERB VBZ 5 advcl
, PUNCT , 5 punct
Otto PROPN NNP 5 nsubj
stay VERB VBZ 5 root
"""
    (only,) = read(text, rows)
    assert (only.label, only.head) == (text, 5)


def test_neither_a_participle_nor_an_infinitive_stands_beside_a_finite_clause() -> None:
    text = "led by Ann , Otto came to win"
    rows = """
lead VERB VBN 5 advcl
by ADP IN 2 case
Ann PROPN NNP 0 obl
, PUNCT , 5 punct
Otto PROPN NNP 5 nsubj
come VERB VBD 5 root
to PART TO 7 mark
win VERB VB 5 conj
"""
    (only,) = read(text, rows)
    assert (only.label, only.head) == (text, 5)


def test_a_question_puts_nothing_forward() -> None:
    text = "Otto came . Did Ann come ?"
    rows = """
Otto PROPN NNP 1 nsubj
come VERB VBD 1 root
. PUNCT . 1 punct

do AUX VBD 5 aux
Ann PROPN NNP 5 nsubj
come VERB VB 5 root
? PUNCT . 5 punct
"""
    assert [each.label for each in read(text, rows)] == ["Otto came"]


def test_what_is_expected_is_told_by_the_verb_below() -> None:
    text = "Otto is expected to join"
    rows = """
Otto PROPN NNP 2 nsubj:pass
be AUX VBZ 2 aux:pass
expect VERB VBN 2 root
to PART TO 4 mark
join VERB VB 2 xcomp
"""
    (only,) = read(text, rows)
    assert (only.head, only.core) == (2, 4)


def test_interleaved_clauses_are_one() -> None:
    text = "Otto he said slowly came"
    rows = """
Otto PROPN NNP 4 nsubj
he PRON PRP 2 nsubj
march VERB VBD 4 parataxis
slowly ADV RB 2 advmod
come VERB VBD 4 root
"""
    assert [each.label for each in read(text, rows)] == [text]


def test_without_syntax_the_content_is_one_proposition() -> None:
    text = "it rains and snows"
    (only,) = propositions([Span(0, len(text))], syntax_of("x", "x X X 0 root"), " " * 5 + text)
    assert not only.is_read


REJECTED = """
Otto PROPN NNP 2 nsubj
Lind PROPN NNP 0 flat
{cue} VERB VBD 2 root 2.5
that SCONJ IN 7 mark
Northland PROPN NNP 7 nsubj
have AUX VBZ 7 aux
not PART RB 7 advmod
send VERB VBN 2 ccomp 1.0
12,000 NUM CD 9 nummod
troop NOUN NNS 7 obj
"""


@pytest.mark.parametrize(
    ("cue", "polarity"),
    [("say", Polarity.DENIES), ("deny", Polarity.AFFIRMS), ("doubt", Polarity.UNCOMMITTED)],
)
def test_negation_turns_the_stance_that_the_cue_gives(cue: str, polarity: Polarity) -> None:
    past = {"say": "said", "deny": "denied", "doubt": "doubted"}[cue]
    marked = f"[s1:Otto Lind] [q1:{past}] [c1:that Northland has not sent 12000 troops]"
    found = resolved(marked, REJECTED.format(cue=cue))
    (statement,), (claim,) = found.statements, found.claims
    assert claim.label == "Northland has sent 12000 troops"
    assert [stance.polarity for stance in statement.stances] == [polarity]
    assert claim.predicate == "send"
    assert claim.quantity is not None
    assert (claim.quantity.least, claim.quantity.unit) == (Decimal(12000), "troop")


def test_who_asks_claims_nothing() -> None:
    marked = "[s1:Otto Lind] [q1:asked] [c1:whether Northland has not sent 12000 troops]"
    found = resolved(marked, REJECTED.format(cue="ask").replace("that SCONJ", "whether SCONJ"))
    assert (found.statements[0].stances, found.statements[0].cue_class) == ((), CueClass.ASK)
    assert found.claims == ()


@pytest.mark.parametrize(("cue", "stances"), [("said", []), ("urged", [Polarity.UNCOMMITTED])])
def test_an_order_is_left_open_and_an_address_is_no_claim(cue: str, stances: list[Polarity]) -> None:
    rows = """
“ PUNCT `` 1 punct
send VERB VB 1 root 0.5
more ADJ JJR 3 amod
troop NOUN NNS 1 obj
, PUNCT , 1 punct
” PUNCT '' 1 punct
Ann PROPN NNP 8 nsubj
Cole PROPN NNP 6 flat
say VERB VBD 1 parataxis 2.5
"""
    (statement,) = resolved(f"[c1:“Send more troops,”] [s1:Ann Cole] [q1:{cue}]", rows).statements
    assert [stance.polarity for stance in statement.stances] == stances
    assert statement.polarity == Polarity.UNCOMMITTED
