import pytest

from kg.domain import EntityKind, NamedEntity, Span
from kg.resolution.names import find_names
from kg.resolution.seen import Seen
from kg.resolution.tokens import tokenize


def names(text: str) -> list[str]:
    return [name.text for name in find_names(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday Anna B. Cole met Otto van Rhijn.", ["Anna B. Cole", "Otto van Rhijn"]),
        ("It was President Anna Cole’s plan.", ["Anna Cole"]),
        ("We met Russian President Anna Cole.", ["Anna Cole"]),
        ("He saw former Secretary of State Anna Cole.", ["Anna Cole"]),
        ("The Department of Health and Human Services agreed.", ["Department of Health and Human Services"]),
        ("Critics of the Institute for Clean Water spoke.", ["Institute for Clean Water"]),
        ("We asked General Motors about it.", ["General Motors"]),
        ("They called Sen. Anna Cole (R-Iowa) and Luis Reyes Jr. twice.", ["Anna Cole", "Luis Reyes Jr."]),
        ("They saw the Cole campaign fail.", ["Cole campaign"]),
        ("We like Cole’s America.", ["Cole", "America"]),
        ("He followed Bin Laden and bin Laden.", ["Bin Laden", "bin Laden"]),
        ("The Kyiv-based group and a Cole-style plan won’t work.", []),
        ("We asked Senate Majority Leader Ann Cole.", ["Senate", "Ann Cole"]),
        ("We asked Ann Cole (R-Utah) at 9 p.m. EDT.", ["Ann Cole"]),
        ("We asked the U.S. Department of Justice about it.", ["U.S. Department of Justice"]),
        ("— Олена Марчук", ["Олена Марчук"]),
        (
            "We asked Valdene Citizenship and Immigration Services.",
            ["Valdene Citizenship and Immigration Services"],
        ),
        (
            "We asked Lind & Lind and the Water & Trade Department.",
            ["Lind & Lind", "Water", "Trade Department"],
        ),
        ("They saw Presidents Cole and Lind.", ["Cole", "Lind"]),
    ],
)
def test_names_in_a_sentence(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officials met Cole. However they left. Demonstrators stayed.", ["Cole"]),
        ("Cole Opens Talks Over Water Prices\nThe mayor, Anna Cole, opened it.", ["Cole", "Anna Cole"]),
        ("COLE OPENS WATER TALKS\nThe mayor, Anna Cole, opened it.", ["COLE", "Anna Cole"]),
        ("State Department workers left. The State Department is shut.", ["State Department"] * 2),
    ],
)
def test_a_capital_without_evidence_makes_no_name(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_titles_and_places_in_the_sentence() -> None:
    owner, name = find_names(tokenize("We met FBI Director Anna Cole."))
    assert (owner.text, owner.attributive) == ("FBI", True)
    assert (name.text, name.titles, name.span.of("We met FBI Director Anna Cole.")) == (
        "Anna Cole",
        ("Director",),
        "Anna Cole",
    )


def test_a_name_before_a_person_only_tells_whose() -> None:
    assert find_names(tokenize("Two Cole supporters left."))[0].attributive


BODY, PERSON = EntityKind.ORGANIZATION, EntityKind.PERSON


@pytest.mark.parametrize(
    ("text", "entities", "found"),
    [
        ("Today rains. Wind said so.", {"Wind": BODY}, ["Wind"]),
        ("WHO say so.", {"WHO": BODY}, ["WHO"]),
        ("We met Walk and Talk twice.", {"Walk and Talk": BODY}, ["Walk and Talk"]),
        ("We met Walk and Talk twice.", {}, ["Walk", "Talk"]),
        (
            "He saw Lumen Council Zorbo Lunde.",
            {"Lumen Council": BODY, "Zorbo Lunde": PERSON},
            ["Lumen Council", "Zorbo Lunde"],
        ),
        (
            "They quietly visited and praised Zorbo May and Ki-moon Lunde.",
            {"Zorbo May": PERSON, "Ki-moon Lunde": PERSON},
            ["Zorbo May", "Ki-moon Lunde"],
        ),
        ("He saw Gov. Zorbo Lunde.", {"Zorbo Lunde": PERSON}, ["Zorbo Lunde"]),
        (
            "They quietly visited and praised the Eastern and Central Rain Council.",
            {},
            ["Eastern and Central Rain Council"],
        ),
        ("They met Speaker Paul D. Lind today.", {"D. Lind": EntityKind.PERSON}, ["Paul D. Lind"]),
    ],
)
def test_what_is_seen_makes_joins_and_cuts_names(
    text: str, entities: dict[str, EntityKind], found: list[str]
) -> None:
    places = {words: text.rindex(words) for words in entities}
    seen = tuple(
        NamedEntity(Span(place, place + len(words)), entities[words]) for words, place in places.items()
    )
    tokens = tokenize(text)
    assert [name.text for name in find_names(tokens, Seen(entities=seen))] == found
