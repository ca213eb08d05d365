"""Who is who: the newest human word first, then the likeliest finding; nothing together that is split."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.identities import Decision, Finding, Identities, identities
from tests.store.datasets import HERE, actor

THINGS = {name: actor(name) for name in "abcdef"} | {name: HERE.node("source", name) for name in "stu"}
NAME_OF = {node: name for name, node in THINGS.items()}


def decide(*words: str) -> list[Decision]:
    """``a<b``: b is read as a; ``a|b|c``: all three are different. In the order of time."""
    return [
        Decision(
            f"{place} {word}",
            tuple(THINGS[name] for name in word[::2]),
            is_merge="<" in word,
        )
        for place, word in enumerate(words)
    ]


def find(*words: str) -> list[Finding]:
    """``a<b``: the program holds b to be a, with a probability that falls from one to the next."""
    return [Finding(THINGS[word[2]], THINGS[word[0]], 0.9 - place / 100) for place, word in enumerate(words)]


def who(decisions: list[Decision], findings: list[Finding], there: str = "abcdefstu") -> Identities:
    return identities(
        decisions,
        findings,
        is_there=lambda thing: NAME_OF[thing] in there,
        is_unnamed=lambda thing: NAME_OF[thing] in "stu",
    )


def shown(found: Identities) -> dict[str, str]:
    """Who is read as somebody else."""
    return {
        NAME_OF[thing]: NAME_OF[root]
        for thing, root in sorted(found.roots.items(), key=str)
        if thing != root and NAME_OF[thing]
    }


@pytest.mark.parametrize(
    ("decided", "found", "expected"),
    [
        ("", "a<b", {"b": "a"}),
        ("a|b", "a<b", {}),
        ("a<b a|b", "", {}),
        ("a|b a<b", "", {"b": "a"}),
        ("c<b", "a<b", {"b": "c"}),  # a human takes somebody out of a finding
        ("c<a", "a<b", {"a": "c", "b": "c"}),  # and whoever was found to be somebody goes along
        ("a|b", "c<a c<b", {"a": "c"}),  # the likelier finding stays
        ("a|b", "c<b c<a", {"b": "c"}),
        ("a|b|c", "a<b a<c", {}),
        ("a|c", "a<b b<c", {"b": "a"}),
        ("a<b a<c b|c", "", {"c": "a"}),  # newest first: b and c differ, c is a, so b is not
        ("a<b c<b", "", {"b": "c"}),  # the newer word on who b is
        ("a<b b<a", "", {"a": "b"}),
        ("a<b b<c c<a", "", {"a": "b", "c": "b"}),
        ("", "b<a a<b", {"a": "b"}),  # a circle has an end
        ("a<s", "", {"s": "a"}),
        ("s<t", "", {"t": "s"}),
        ("a<s a<t", "", {"s": "a", "t": "a"}),
        ("s<a", "", {"s": "a"}),  # the named one gives the name
    ],
)
def test_who_is_read_as_whom(decided: str, found: str, expected: dict[str, str]) -> None:
    assert shown(who(decide(*decided.split()), find(*found.split()))) == expected


@pytest.mark.parametrize(
    ("decided", "there", "expected"),
    [
        ("a<b a<c", "bc", {"a": "b", "c": "b"}),  # they stay one while the one who was kept is away
        ("a<s a<t", "st", {}),  # sources of two articles are not one for that
        ("a<s s<t", "st", {"t": "s"}),  # unless a human said so
        ("s<t", "t", {}),
    ],
)
def test_what_is_not_there_is_nobodys_name(decided: str, there: str, expected: dict[str, str]) -> None:
    assert shown(who(decide(*decided.split()), [], there)) == expected


def test_a_word_that_cannot_hold_beside_a_newer_one_is_overruled() -> None:
    decisions = decide("a<b", "a|b", "c<d", "e<d", "c<d")
    assert who(decisions, []).overruled == {
        decisions[0].correction,
        decisions[2].correction,
        decisions[3].correction,
    }


names = st.sampled_from(sorted(THINGS))
merges = st.tuples(names, names).filter(lambda pair: pair[0] != pair[1]).map("<".join)
splits = st.lists(names, min_size=2, max_size=3, unique=True).map("|".join)
histories = st.lists(merges | splits, max_size=6)
findings = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))
    .filter(lambda pair: pair[0] != pair[1])
    .map("<".join),
    max_size=6,
)
present = st.sets(names).map("".join)


@given(histories, findings, present)
def test_everything_is_read_as_something_that_is_there(history, found, there) -> None:
    read = who(decide(*history), find(*found), there)
    for thing, root in read.roots.items():
        assert read.root(root) == root
        if NAME_OF[thing] in there:
            assert NAME_OF[root] in there


@given(histories, findings, present)
def test_who_is_split_last_stays_apart_whatever_was_found(history, found, there) -> None:
    read = who(decide(*history, "a|b|c"), find(*found), there)
    assert all(
        read.root(THINGS[one]) != read.root(THINGS[other])
        for one, other in combinations("abc", 2)
        if {one, other} <= set(there)
    )


@given(histories, findings)
def test_who_is_merged_last_is_one_whatever_was_found(history, found) -> None:
    read = who(decide(*history, "a<b"), find(*found))
    assert read.root(THINGS["a"]) == read.root(THINGS["b"])


@given(findings, st.randoms(use_true_random=False))
def test_the_order_of_findings_changes_nothing(found, random) -> None:
    listed = find(*found)
    shuffled = listed[:]
    random.shuffle(shuffled)
    assert who([], shuffled) == who([], listed)
