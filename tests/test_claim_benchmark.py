"""The table of claim pairs is sound, and linking keeps the bars on the half that nothing was fitted on."""

from collections import Counter

import pytest

from benchmarks.claims import FOUND, Found, Label, find, read_pairs, report, score
from kg.domain import Polarity
from kg.reader import load_sentence_encoder
from tests.fakes import FakeEncoder

PAIRS = read_pairs()


def test_the_table_has_enough_of_each_label_in_both_halves() -> None:
    counts = Counter((pair.wanted, pair.checks) for pair in PAIRS)
    assert len(PAIRS) >= 400
    assert min(counts.values()) >= 30
    assert len(counts) == 2 * len((*FOUND, Label.TOPIC))


def test_no_pair_is_listed_twice() -> None:
    listed = Counter((pair.one.claim.label, pair.other.claim.label, pair.other.polarity) for pair in PAIRS)
    assert max(listed.values()) == 1


def test_rivals_give_numbers_and_only_denials_deny() -> None:
    for pair in PAIRS:
        if pair.label == Label.RIVAL:
            assert pair.one.claim.quantity
            assert pair.other.claim.quantity
        if pair.label in (Label.RIVAL, Label.SAME):
            assert pair.other.polarity == Polarity.AFFIRMS


def test_what_is_found_has_the_label_that_polarity_and_numbers_give_it() -> None:
    rival = next(pair for pair in PAIRS if pair.label == Label.RIVAL)
    denial = next(pair for pair in PAIRS if pair.other.polarity == Polarity.DENIES)
    assert set(Found(same=False, opposes=False, one_issue=True).fits(rival)) == {Label.RIVAL}
    assert set(Found(same=True, opposes=False, one_issue=True).fits(denial)) == {Label.DENIAL}
    assert set(Found(same=True, opposes=False, one_issue=True).fits(rival)) == {Label.SAME, Label.RIVAL}


def test_the_report_tells_right_found_and_wanted() -> None:
    encode = FakeEncoder().encode
    words = report(score(PAIRS[:5], encode))
    assert "(0 right of 0 found, 0 wanted)" in words
    assert find(PAIRS[0], encode).same


@pytest.mark.slow
def test_the_bars_hold_on_the_half_that_nothing_was_fitted_on() -> None:
    scores = score((pair for pair in PAIRS if pair.checks), load_sentence_encoder().encode)
    assert scores.same_claim.precision >= 0.9
    assert scores.same_claim.recall >= 0.7
    assert scores.by_label[Label.RIVAL].recall >= 0.85
    assert scores.by_label[Label.DENIAL].f1 >= 0.9
