"""Identifiers are tested by their literal values: a change of one is a change of everybody's graph."""

import re
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import identity


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (identity.article_id(url="https://example.org/a", text="x"), "4f4drybhjqykub5b"),
        (identity.article_id(url=None, text="One line."), "63yzz75yrcivmexn"),
        (identity.statement_id("art", "We “will” go.", 0), "rxqdcvyhibzlexhf"),
        (identity.claim_id("Northland sent troops", statement=None), "bxk5ojvuyu73d3tq"),
        (identity.claim_id("we will win", statement="s1"), "ixbs2ukzl2xxcvvr"),
        (identity.actor_id("Olena Marchuk"), "olena-marchuk-k5bruvsp3tl5ekb6"),
        (identity.actor_id("Karl Brandt", qualifier="Jr."), "karl-brandt-bmccy2jie2y467rt"),
        (identity.unnamed_source_id("art", "a Western official"), "a-western-official-jsahdrffu7eefkrz"),
        (identity.event_id("send", "northland", "eastmark"), "send-wleeqsia6q2f3eud"),
        (
            identity.issue_id("send", ("Northland", "Eastmark"), "troop"),
            "send-eastmark-northland-troop-7uidjbnzpmxcy22u",
        ),
        (
            identity.issue_id("send", ("Northland",), "troop", "train", "any"),
            "send-northland-troop-2267gy55kaedlols",
        ),
        (identity.span_id("art", "6ee64428ffff", 61, 113), "art.6ee64428.61-113"),
    ],
)
def test_identifiers_have_these_values(made: str, expected: str) -> None:
    assert made == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12,000 troops", "12000 troops"),
        ("1,2,3", "1 2 3"),
        ("3.5 %", "3.5 %"),
        ("$3.50 (about £3)", "$3.50 about £3"),
        ("“We will go,” he said.", "we will go he said"),
        ("Straße", "strasse"),
        ("ﬁrst", "first"),
        ("की", "की"),
        ("कि", "कि"),
        ("Москва", "москва"),
        ("中国 说", "中国 说"),
        ("…—!", ""),
        ("a\ue000b", "a b"),
    ],
)
def test_key_keeps_what_identity_may_depend_on(words: str, expected: str) -> None:
    assert identity.key(words) == expected


@given(st.text())
def test_key_is_idempotent_and_ignores_outer_punctuation(words: str) -> None:
    once = identity.key(words)
    assert identity.key(once) == once
    assert identity.key(f"“ {words} ”!") == once


@given(st.text(), st.text())
def test_parts_never_run_together(left: str, right: str) -> None:
    assert identity.digest("kind", left, right) != identity.digest("kind", left + right)


@given(st.text())
def test_slugs_are_legal_local_names(words: str) -> None:
    slug = identity.slug(words)
    assert set(slug) <= set(string.ascii_lowercase + string.digits + "-")
    assert len(slug) <= identity.SLUG_LENGTH
    assert not slug.startswith("-")
    assert not slug.endswith("-")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mette Sørensen", "mette-sorensen"),
        ("Łukasz Żak", "lukasz-zak"),
        ("Großmann", "grossmann"),
        ("GROẞMANN", "grossmann"),
        ("Novak Đoković", "novak-dokovic"),
        ("Þórður Æsir", "thordur-aesir"),
        ("Œuvre d’Yılmaz", "oeuvre-dyilmaz"),
        ("José Muñoz Jr.", "jose-munoz-jr"),
        ("Олена Марчук", ""),
    ],
)
def test_latin_letters_are_spelt_in_ascii(words: str, expected: str) -> None:
    assert identity.slug(words) == expected


@given(st.text(st.characters(exclude_characters="æđðħıĸłŋøœßþŧÆĐÐĦŁŊØŒẞÞŦǢǣǼǽǾǿ")))
def test_other_letters_keep_the_slugs_they_had(words: str) -> None:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    assert identity.slug(words) == re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].rstrip("-")


@given(st.text(min_size=1))
def test_canonically_equal_names_are_one_actor(name: str) -> None:
    assert identity.actor_id(unicodedata.normalize("NFC", name)) == identity.actor_id(
        unicodedata.normalize("NFC", unicodedata.normalize("NFD", name))
    )
