"""Claims of several articles that are one, rivals, or contradict each other."""

import datetime
import random
import time
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.domain import Assertion, ContentLinks, Merge
from kg.resolution import link_contents
from kg.resolution.meanings import Meanings
from tests.fakes import FakeEncoder
from tests.resolution.told import MONDAY, assertion, claim, happening, number

SENT = claim("Northland has sent soldiers to Eastmark", "Northland, Eastmark", "send")
DISPATCHED = claim(
    "soldiers have been dispatched to Eastmark by Northland", "Northland, Eastmark", "dispatch"
)
TWELVE = claim(
    "Northland has sent 12,000 soldiers to Eastmark", "Northland, Eastmark", "send", number(12_000, "soldier")
)
TEN = claim(
    "Northland has sent 10,000 troops to Eastmark", "Northland, Eastmark", "send", number(10_000, "troop")
)


def links(*assertions: Assertion) -> ContentLinks:
    return link_contents(assertions, (), (), Meanings(FakeEncoder().encode))


def merged(found: Iterable[Merge]) -> set[tuple[str, str]]:
    return {(merge.merged, merge.target) for merge in found}


def test_nothing_links_to_nothing() -> None:
    assert links() == ContentLinks()


def test_one_claim_in_two_wordings_is_read_under_the_longer() -> None:
    found = links(assertion(SENT, "a"), assertion(DISPATCHED, "b"))
    assert merged(found.claims) == {(SENT.id, DISPATCHED.id)}
    assert found.claims[0].probability >= 0.7
    assert "eastmark" not in found.claims[0].evidence
    assert "soldiers" in found.claims[0].evidence


def test_words_that_say_nothing_are_no_claim_of_others() -> None:
    said, named = (
        claim("the soldiers of Northland in Eastmark", "Northland, Eastmark", predicate="", of=each)
        for each in ("one", "other")
    )
    assert not links(assertion(said, "a"), assertion(named, "a")).claims


def test_what_is_asserted_more_often_is_the_target() -> None:
    found = links(assertion(SENT, "a"), assertion(SENT, "c"), assertion(DISPATCHED, "b"))
    assert merged(found.claims) == {(DISPATCHED.id, SENT.id)}


def test_a_wording_that_needs_its_article_is_no_target() -> None:
    bound = claim("they have sent many more soldiers to Eastmark now", "Northland, Eastmark", "send")
    found = links(assertion(bound, "a"), assertion(SENT, "b"), assertion(DISPATCHED, "c"))
    assert bound.id not in {merge.target for merge in found.claims}


def test_two_wordings_with_pronouns_meet_within_one_article_only() -> None:
    one = claim("they sent soldiers to Lumen", "Northland", "send", of="one")
    other = claim("they have sent soldiers to Lumen", "Northland", "send", of="other")
    assert links(assertion(one, "a"), assertion(other, "a")).claims
    assert not links(assertion(one, "a"), assertion(other, "b")).claims


def test_claims_without_a_common_name_meet_within_one_article_only() -> None:
    one = claim("the suspect had stolen the car", predicate="steal", of="one")
    other = claim("the suspect stole the car", predicate="steal", of="other")
    assert links(assertion(one, "a"), assertion(other, "a")).claims
    assert not links(assertion(one, "a"), assertion(other, "b")).claims


@pytest.mark.parametrize(
    "other",
    [
        claim("Eastmark has sent soldiers to Northland", "Northland, Eastmark", "send"),
        claim("Northland will send soldiers to Eastmark", "Northland, Eastmark", "send"),
        claim("Northland has sent soldiers to Valdene", "Northland, Valdene", "send"),
        claim("Northland has sent food to Eastmark", "Northland, Eastmark", "send"),
        TWELVE,
    ],
    ids=["changed places", "not yet", "elsewhere", "something else", "with a number"],
)
def test_a_claim_that_differs_in_one_thing_is_another(other: object) -> None:
    assert not links(assertion(SENT, "a"), assertion(other, "b")).claims


def test_numbers_of_other_places_are_no_rivals() -> None:
    here = claim(
        "Northland has sent 12,000 soldiers to Eastmark near Seld",
        "Northland, Eastmark",
        "send",
        number(12_000, "soldier"),
    )
    assert links(assertion(TWELVE, "a"), assertion(TEN, "b")).issues
    assert not links(assertion(here, "a"), assertion(TEN, "b")).issues


def test_one_word_in_common_is_a_topic() -> None:
    one = claim("his death", predicate="die", of="one")
    other = claim("the death of the captain of the ferry", predicate="die", of="other")
    assert not links(assertion(one, "a"), assertion(other, "a")).claims


def test_a_choice_or_a_condition_is_another_claim_than_what_it_leaves_open() -> None:
    wins = claim("Lindqvist will win the election in Valdene", "Lindqvist, Valdene", "win")
    either = claim(
        "either Falk or Lindqvist will win the election in Valdene", "Falk, Lindqvist, Valdene", "win"
    )
    condition = claim("Lindqvist will win the election in Valdene if it rains", "Lindqvist, Valdene", "win")
    for other in (either, condition):
        assert not links(assertion(wins, "a"), assertion(other, "b")).claims


def test_a_denial_meets_what_it_denies() -> None:
    found = links(assertion(SENT, "a"), assertion(DISPATCHED, "b", speaker="another", denied=True))
    assert merged(found.claims) == {(SENT.id, DISPATCHED.id)}


def test_nobody_is_made_to_contradict_himself_in_one_article() -> None:
    assert not links(assertion(SENT, "a"), assertion(DISPATCHED, "a", denied=True)).claims


def test_rival_numbers_answer_one_issue_and_stay_two_claims() -> None:
    found = links(assertion(TWELVE, "a"), assertion(TEN, "b"))
    assert not found.claims
    assert [{merge.merged, merge.target} for merge in found.issues] == [{TWELVE.issue, TEN.issue}]
    assert "numbers of the same" in found.issues[0].evidence


def test_numbers_of_other_things_answer_other_issues() -> None:
    tanks = claim(
        "Northland has sent 40 tanks to Eastmark", "Northland, Eastmark", "send", number(40, "tank")
    )
    assert not links(assertion(TWELVE, "a"), assertion(tanks, "b")).issues


def test_numbers_of_other_months_are_no_rivals() -> None:
    later = MONDAY + datetime.timedelta(days=61)
    assert not links(assertion(TWELVE, "a"), assertion(TEN, "b", day=later)).issues
    assert links(assertion(TWELVE, "a"), assertion(TEN, "b", day=None)).issues


def test_one_claim_answers_one_issue() -> None:
    soldiers = claim(
        "12,000 soldiers have been sent to Eastmark by Northland",
        "Northland, Eastmark",
        "dispatch",
        number(12_000, "soldier"),
    )
    found = links(assertion(TWELVE, "a"), assertion(soldiers, "b"))
    assert len(found.claims) == len(found.issues) == 1
    assert "one claim answers both" in found.issues[0].evidence


def test_a_denial_of_what_is_not_yet_so_meets_the_announcement_at_an_issue() -> None:
    announced = claim("Northland's soldiers will be deployed to Eastmark", "Northland, Eastmark", "deploy")
    denied = claim(
        "Northland's soldiers have been transferred to Eastmark", "Northland, Eastmark", "transfer"
    )
    found = links(assertion(announced, "a"), assertion(denied, "b", denied=True))
    assert not found.claims
    assert [{merge.merged, merge.target} for merge in found.issues] == [{announced.issue, denied.issue}]


def test_opposites_of_the_same_contradict_each_other_once() -> None:
    won = claim("Lindqvist won the election in Valdene", "Lindqvist, Valdene", "win")
    lost = claim("Lindqvist lost the election in Valdene", "Lindqvist, Valdene", "lose")
    (found,) = links(assertion(won, "a"), assertion(lost, "b")).contradictions
    assert [found.one, found.other] == sorted((won.id, lost.id))
    assert found.evidence.startswith("opposites: ")


def test_opposites_of_others_do_not() -> None:
    won = claim("Lindqvist won the election in Valdene", "Lindqvist, Valdene", "win")
    lost = claim("Falk lost the election in Orsby", "Falk, Orsby", "lose")
    assert not links(assertion(won, "a"), assertion(lost, "b")).contradictions


def test_a_chain_of_pairs_does_not_drift() -> None:
    words = ["fleet", "crew", "captain", "engine", "anchor", "harbour"]
    chain = [
        claim(f"Northland sold the {' '.join(words[start : start + 4])}", "Northland", "sell", of=str(start))
        for start in range(3)
    ]
    found = links(*(assertion(each, f"a{place}") for place, each in enumerate(chain)))
    assert len(found.claims) < 2


VERBS = {"sell": "sold", "close": "closed", "raise": "raised", "send": "sent", "attack": "attacked"}
THINGS = ("the fleet", "its ports", "interest rates", "12 ships", "9 ships", "the border towns")
NAMES = ("Northland", "Eastmark", "Valdene", "Talis")


def invented(count: int, seed: int) -> list[Assertion]:
    """So many assertions with few words, so that many are alike."""
    order = random.Random(seed)
    made = []
    for place in range(count):
        who, verb, what = order.choice(NAMES), order.choice(sorted(VERBS)), order.choice(THINGS)
        active = f"{who} {VERBS[verb]} {what}"
        label = order.choice((active, f"{what} were {VERBS[verb]} by {who}", f"{active} on Monday"))
        ships = number(int(what.split()[0]), "ship") if what[0].isdigit() else None
        told = claim(label, who, verb, ships, of=str(place))
        made.append(
            assertion(told, f"a{order.randrange(9)}", speaker=f"s{place}", denied=order.random() < 0.2)
        )
    return made


MANY = invented(40, seed=1)
EXPECTED = link_contents(MANY, (), (), Meanings(FakeEncoder().encode))


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(MANY))))
def test_order_does_not_matter(order: Sequence[int]) -> None:
    assert link_contents([MANY[place] for place in order], (), (), Meanings(FakeEncoder().encode)) == EXPECTED


def test_every_claim_and_issue_is_merged_once_and_no_target_is_merged() -> None:
    assert EXPECTED.claims
    assert EXPECTED.issues
    for merges in (EXPECTED.claims, EXPECTED.issues):
        away = [merge.merged for merge in merges]
        assert len(away) == len(set(away))
        assert not set(away) & {merge.target for merge in merges}


def test_claims_that_are_one_never_keep_two_issues() -> None:
    issue = {each.claim.id: each.claim.issue for each in MANY}
    target = {merge.merged: merge.target for merge in EXPECTED.issues}
    for merge in EXPECTED.claims:
        one, other = issue[merge.merged], issue[merge.target]
        assert target.get(one, one) == target.get(other, other)


def test_claims_that_are_one_give_one_number() -> None:
    quantity = {each.claim.id: each.claim.quantity for each in MANY}
    for merge in EXPECTED.claims:
        assert quantity[merge.merged] == quantity[merge.target]


@pytest.mark.slow
def test_two_thousand_claims_are_linked_in_seconds() -> None:
    order = random.Random(7)
    words = [f"{a}{b}{c}" for a in "bdfgklm" for b in "aeiou" for c in ("rt", "nd", "sk", "lm", "pt", "ck")]
    told = []
    for place in range(2_000):
        who = f"Name{order.randrange(80)}"
        label = f"{who} {order.choice(sorted(VERBS.values()))} {' '.join(order.sample(words, 5))}"
        told.append(assertion(claim(label, who, "sell"), f"a{place % 800}", speaker=f"s{place}"))
    begun = time.process_time()
    link_contents(told, (), (), Meanings(FakeEncoder().encode))
    assert time.process_time() - begun < 30


def test_events_and_claims_are_linked_together() -> None:
    signed = [
        happening("sign", "Olena Marchuk", "Karl Brandt", article=article, day=MONDAY)
        for article in ("a", "b")
    ]
    found = link_contents((), signed, (), Meanings(FakeEncoder().encode))
    assert len(found.events) == 1
