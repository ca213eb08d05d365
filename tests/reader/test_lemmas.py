"""Dictionary forms, of regular words and of others."""

import pytest

from kg.reader.lemmas import TABLE, by_rule, lemma


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [
        ("Deployed", "VBD", "deploy"),
        ("flies", "VBZ", "fly"),
        ("hoping", "VBG", "hope"),
        ("hopping", "VBG", "hop"),
        ("found", "VBD", "find"),
        ("found", "VB", "found"),
        ("cautioned", "VBP", "caution"),
        ("children", "NNS", "child"),
        ("headquarters", "NN", "headquarters"),
        ("largest", "JJS", "large"),
        ("Later", "RBR", "late"),
        ("better", "JJR", "good"),
        ("Them", "PRP", "they"),
        ("didn", "VBD", "do"),
        ("'t", "RB", "not"),
        ("won", "MD", "will"),
        ("won", "VBD", "win"),
        ("’s", "VBZ", "be"),
        ("’s", "POS", "'s"),
        ("U.S.", "NNP", "U.S."),
        ("Australians", "NNPS", "Australian"),
        ("Netflixed", "NNP", "Netflixed"),
        ("1,250,000", "CD", "1250000"),
        ("Seven", "CD", "seven"),
        ("", "", ""),
        ("zorblings", "NNS", "zorbling"),
    ],
)
def test_lemmas(form: str, tag: str, base: str) -> None:
    assert lemma(form, tag) == base


def test_the_table_holds_only_what_the_rules_miss() -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]

    assert rows == sorted(rows)
    assert [row for row in rows if by_rule(row[0], row[1]) == row[2]] == []
