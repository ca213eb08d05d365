"""Against the published test cases of the reference scorer (TestCases.README): letters are mentions."""

import pytest

from kg.resolution.coreference_scores import CoreferenceScore, without_singletons
from kg.scores import Score


def scored(wanted: str, given: str) -> CoreferenceScore:
    score = CoreferenceScore()
    score.add(given.split(), wanted.split())
    return score


def recall_and_precision(score: Score) -> tuple[float, float]:
    return score.recall, score.precision


_A = "a bc def"
_CASES = {
    "A1 perfect": (_A, "a bc def", (1, 1), (1, 1), (1, 1)),
    "A2 missing": (_A, "a de", (1 / 3, 1), (7 / 18, 1), (0.6, 0.9)),
    "A3 false alarms": (_A, "a bcx defy z", (1, 3 / 5), (1, 55 / 108), (0.88571, 0.66429)),
    "A4 both": (_A, "a bcx dy z", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    "A5 both, aligned": (_A, "a bcxB dy z", (1 / 3, 1 / 4), (5 / 9, 5 / 16), (0.68889, 0.51667)),
    "A6 both, not aligned": (_A, "a bcx dy Bz", (1 / 3, 1 / 4), (5 / 9, 17 / 48), (0.73333, 0.55)),
    "A7 twice in one": (_A, "a bcxb dy z", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    "A8 twice in two": (_A, "a bcx dy bz", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    "A9 ten times": (_A, "a bcx dy bbbbbbbbbbz", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55)),
    "A10 all alone": (_A, "a b c d e f", (0, 0), (3 / 6, 1), None),
    "A11 all one": (_A, "abcdef", (1, 3 / 5), (1, 7 / 18), None),
    "A12 others, all alone": (_A, "a x y c d e z", (0, 0), (13 / 36, 4 / 7), None),
    "A13 others, all one": (_A, "axycdez", (1 / 3, 1 / 6), (17 / 36, 6 / 49), None),
    "D1 a small one merged": ("12345 67 89ABC", "12345 6789ABC", (1, 9 / 10), (1, 16 / 21), None),
    "E1 a big one merged": ("12345 67 89ABC", "1234589ABC 67", (1, 9 / 10), (1, 7 / 12), None),
    "F1 split": ("ABCD", "AB CD", (2 / 3, 1), None, None),
    "G1 merged": ("AB CD", "ABCD", (1, 2 / 3), None, None),
    "J1 a mention missing": ("ABC", "AC", (1 / 2, 1), None, None),
    "K1 three others": ("BCDEGHJ", "ABC DEF GHI", (3 / 6, 3 / 6), None, None),
    "L1 the example of the paper": (
        "ABC DEFG",
        "AB CD FGHI",
        (2 / 5, 2 / 5),
        (0.41667, 0.5),
        (0.65, 0.43333),
    ),
    "L1 as in the README": ("ABC DEFG", "AB CD FGH", (2 / 5, 2 / 4), None, None),
    "M1 all one, rightly": ("abcdef", "abcdef", (1, 1), (1, 1), (1, 1)),
    "M2 none of one": ("abcdef", "a b c d e f", (0, 0), None, None),
    "N1 all alone, rightly": ("a b c d e f", "a b c d e f", (0, 0), (1, 1), (1, 1)),
}


@pytest.mark.parametrize(("wanted", "given", "muc", "b_cubed", "ceaf_e"), _CASES.values(), ids=_CASES)
def test_the_reference_scorers_cases(
    wanted: str,
    given: str,
    muc: tuple[float, float] | None,
    b_cubed: tuple[float, float] | None,
    ceaf_e: tuple[float, float] | None,
) -> None:
    score = scored(wanted, given)
    for found, expected in ((score.muc, muc), (score.b_cubed, b_cubed), (score.ceaf_e, ceaf_e)):
        if expected:
            assert recall_and_precision(found) == pytest.approx(expected, abs=1e-5)


def test_the_conll_score_is_the_mean_of_three() -> None:
    score = scored("ABC DEFG", "AB CD FGHI")

    assert [round(each.f1, 2) for each in (score.muc, score.b_cubed, score.ceaf_e)] == [0.4, 0.45, 0.52]
    assert score.conll_f1 == pytest.approx((0.4 + 5 / 11 + 0.52) / 3)


def test_documents_add_up_before_they_are_divided() -> None:
    score = CoreferenceScore()
    score.add(["ab"], ["ab"])
    score.add(["c", "d"], ["cd"])

    assert recall_and_precision(score.muc) == (0.5, 1.0)
    assert recall_and_precision(score.b_cubed) == (0.75, 1.0)
    assert score.ceaf_e.recall == pytest.approx((1 + 2 / 3) / 2)


def test_mentions_count_wherever_they_are() -> None:
    assert recall_and_precision(scored("ab c", "ac x").mentions) == (2 / 3, 2 / 3)


def test_nothing_found_is_no_error() -> None:
    assert scored("ab", "").conll_f1 == scored("", "ab").conll_f1 == 0.0


def test_clusters_of_one_can_be_left_out() -> None:
    assert without_singletons(map(frozenset, ("a", "bc"))) == [frozenset("bc")]
