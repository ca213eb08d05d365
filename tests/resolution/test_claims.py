import pytest

from kg.domain import Span
from kg.resolution.labels import is_self_contained, wording
from tests.resolution.texts import told


@pytest.mark.parametrize(
    ("content", "label"),
    [
        ("“It rains,”", "It rains"),
        ("that it\n rains", "it rains"),
        ("it a “big storm.”", "it a “big storm.”"),
        ("— rain", "rain"),
        ("“…”", "…"),
    ],
)
def test_wording(content: str, label: str) -> None:
    assert wording([Span(0, len(content))], content) == label


@pytest.mark.parametrize(
    "words",
    ["we won", "It’s raining in Ohio", "Lind came yesterday", "Lind arrives on Sunday", "Lind saw this"],
)
def test_deixis_binds_a_claim_to_its_statement(words: str) -> None:
    assert not is_self_contained(words, named=True)


def test_self_contained_claims_are_shared_and_others_are_not() -> None:
    shared = [
        told(f"[s1:{who}] [q1:said] [c1:that NATO troops left Ukraine].") for who in ("Ann Cole", "Otto Lind")
    ]
    bound = [told(f"[s1:{who}] [q1:said] [c1:that we left Ukraine].") for who in ("Ann Cole", "Otto Lind")]
    assert shared[0].claims[0].id == shared[1].claims[0].id
    assert bound[0].claims[0].id != bound[1].claims[0].id


def test_who_only_relays_claims_nothing() -> None:
    resolved = told("[s1:Ann Cole] [q1:said] [c1:that [s2:Otto Lind] [q2:claimed] [c2:it rains]].")
    outer, inner = resolved.statements
    assert (outer.stances, inner.embedded_in) == ((), outer.id)
    assert inner.stances[0].claim_id == resolved.claims[0].id


def test_nobody_affirms_and_denies_one_claim() -> None:
    stances = (("Ann Cole", "said"), ("Cole", "denied"), ("Otto Lind", "denied"))
    resolved = told(
        " ".join(
            f"[s{number}:{who}] [q{number}:{cue}] [c{number}:that NATO troops left Ukraine]."
            for number, (who, cue) in enumerate(stances)
        )
    )
    affirmed, denied, by_another = (statement.stances[0].claim_id for statement in resolved.statements)
    assert affirmed != denied
    assert affirmed == by_another


def test_a_few_words_are_no_claim_that_others_share() -> None:
    one, other = told("[s1:Ann Cole] [q1:endorsed] [c1:NATO]. [s2:Otto Lind] [q2:endorsed] [c2:NATO].").claims
    assert one.id != other.id


@pytest.mark.parametrize(
    ("content", "is_claim"),
    [
        ("how Otto Lind would come", False),
        ("whether Otto Lind came", False),
        ("what to do about Otto Lind", False),
        ("what it would cost NATO", False),
        ("why Otto Lind came", True),
        ("that Otto Lind came", True),
    ],
)
def test_an_open_question_is_no_claim_whoever_speaks_of_it(content: str, is_claim: bool) -> None:
    resolved = told(f"[s1:Ann Cole] [q1:explained] [c1:{content}].")
    assert bool(resolved.claims) is is_claim
