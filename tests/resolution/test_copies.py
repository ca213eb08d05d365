"""Articles that repeat each other are found, whole, cut or embedded; others are not."""

import datetime
import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.domain import ArticleText, Copy
from kg.resolution.copies import find_copies

MONDAY = datetime.date(2025, 3, 3)
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("rt", "nd", "sk", "lm")]


def story(seed: int, length: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_a_reprint_is_a_copy_of_the_earlier_article() -> None:
    late, early = (
        ArticleText("a", story(1), MONDAY),
        ArticleText("b", story(1).upper(), MONDAY.replace(day=1)),
    )
    assert find_copies([late, early]) == (Copy("a", "b", 1.0),)


def test_of_one_day_the_longer_is_the_original() -> None:
    whole, cut = ArticleText("b", story(1), MONDAY), ArticleText("a", story(1)[:400], MONDAY)
    (found,) = find_copies([whole, cut])
    assert (found.copy, found.original) == ("a", "b")


def test_a_story_inside_another_is_found() -> None:
    inside = ArticleText("b", f"{story(2, 300)} {story(1)} {story(3, 300)}", MONDAY)
    (found,) = find_copies([ArticleText("a", story(1)), inside])
    assert (found.copy, found.original) == ("a", "b")
    assert found.containment == 1.0


def test_other_stories_late_copies_and_short_notices_are_none() -> None:
    first, other = ArticleText("a", story(1), MONDAY), ArticleText("b", story(2), MONDAY)
    late = ArticleText("c", story(1), MONDAY + datetime.timedelta(days=8))
    notices = [ArticleText(name, story(4, 20), MONDAY) for name in "de"]
    assert find_copies([first, other, late, *notices]) == ()


def test_all_reprints_have_one_original() -> None:
    reprints = [ArticleText(f"r{number:02}", story(1), MONDAY) for number in range(60)]
    found = find_copies(reprints)
    assert {copy.original for copy in found} == {"r00"}
    assert len(found) == 59


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(12)))
def test_order_does_not_matter(order: Sequence[int]) -> None:
    texts = [ArticleText(str(place), f"{story(place % 4)} {story(place + 10, 60)}") for place in range(12)]
    assert find_copies([texts[place] for place in order]) == find_copies(texts)
