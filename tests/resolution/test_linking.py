import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.domain import Actor, ActorKind, Links, Sighting
from kg.identity import actor_id, unnamed_source_id
from kg.resolution import link_actors
from kg.resolution.forms import is_bare

BODY, STATE = ActorKind.ORGANIZATION, ActorKind.GOVERNMENT


def person(name: str, *aliases: str, article: str = "") -> Actor:
    """A person; a bare name belongs to an article."""
    scope = article if is_bare(name) else ""
    return Actor(actor_id(name, qualifier=scope), ActorKind.PERSON, name, aliases)


def body(name: str, *aliases: str, kind: ActorKind = BODY, home: str = "") -> Actor:
    """A body; a name that many countries have is qualified."""
    return Actor(actor_id(name, qualifier=home), kind, name, aliases)


def court(home: str) -> Actor:
    return body("Supreme Court", kind=STATE, home=home)


def sightings(*articles: tuple[Actor, ...]) -> list[Sighting]:
    return [Sighting(f"a{number}", each) for number, actors in enumerate(articles) for each in actors]


def merged(seen: list[Sighting], links: Links | None = None) -> list[tuple[str, str]]:
    """Names of who was merged, and into whom."""
    names = {each.actor.id: each.actor.name for each in seen}
    found = link_actors(seen) if links is None else links
    return [(names[merge.merged], names[merge.target]) for merge in found.merges]


def suspected(seen: list[Sighting]) -> list[set[str]]:
    names = {each.actor.id: each.actor.name for each in seen}
    return [{names[each.one], names[each.other]} for each in link_actors(seen).suspects]


SAME_PEOPLE = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
    ("Volodymyr Zelensky", "Володимир Зеленський"),
    ("Vladimir Zelensky", "Volodymyr Zelenskyy"),
    ("Oleksandr Syrsky", "Oleksandr Syrskyi"),
    ("Oleksandr Syrskyi", "Олександр Сирський"),
    ("Sergei Marlov", "Serhii Marlov"),
    ("Yevgeny Prigorin", "Evgeny Prigorin"),
    ("Dmitry Larin", "Dmitriy Larin"),
    ("Alexei Nadalny", "Aleksei Nadalny"),
    ("Alexei Nadalny", "Алексей Надальный"),
    ("José Muñoz", "Jose Munoz"),
    ("Jürgen Müller", "Jurgen Mueller"),
    ("Recep Erdoğan", "Recep Erdogan"),
    ("Muhammad Al-Harun", "Mohammed al-Harun"),
    ("Hassan el-Masri", "Hassan Masri"),
    ("Kim Jong Un", "Kim Jongun"),
    ("Ann Cole", "Ann B. Cole"),
    ("Ann Cole", "Ann Beth Cole"),
    ("Ann B. Cole", "Ann Beth Cole"),
    ("Mike Lind", "Michael Lind"),
    ("Mike Lind", "Michael R. Lind"),
    ("Chuck Olsen", "Charles E. Olsen"),
    ("Len Burmeister", "Leonard Burmeister"),
    ("Steven Hart", "Stephen Hart"),
    ("Joe Lind", "Joseph R. Lind Jr."),
    ("Hilary Marsh", "Hillary Marsh"),
    ("Kristen Gillard", "Kirsten Gillard"),
    ("J. Edgar Holt", "Edgar Holt"),
    ("Counsel Anna Reyes", "Anna Reyes"),
    ("Rosa de la Cruz", "Rosa Cruz"),
]

OTHER_PEOPLE = [
    ("Olena Zelenska", "Volodymyr Zelensky"),
    ("Otto Lind", "Otto Lind Jr."),
    ("Otto Lind Jr.", "Otto Lind Sr."),
    ("Brent Bozman III", "Brent Bozman Jr."),
    ("Ann Cole", "Bill Cole"),
    ("Ann Cole", "Anna Kole"),
    ("Ann B. Cole", "Ann C. Cole"),
    ("Ann Beth Cole", "Ann Carol Cole"),
    ("Jon Snowe", "Joan Snowe"),
    ("Francis Hale", "Frances Hale"),
    ("Karl Peterson", "Karl Petersen"),
    ("Tom Hill", "Tom Hall"),
    ("Tom Hill", "Tom Hull"),
    ("Mary Brown", "Mary Braun"),
    ("Bruce Lee", "Bruce Li"),
    ("Zhang Wei", "Shang Wei"),
    ("Henry James", "James Henry"),
    ("J. Cole", "Jane Cole"),
    ("Enrique Pena", "Enrique Pena Nieto"),
    ("Marshall Davis", "Frank Marshall Davis"),
    ("Ivan Trumbo", "Ivana Trumbo"),
    ("Martin Kane", "Marvin Kane"),
    ("Daniel Roth", "Daniela Roth"),
    ("Ann Lindt", "Ann Lind"),
]

SAME_BODIES = [
    (body("The Valdene Post"), body("Valdene Post")),
    (body("Brandt Holdings Inc."), body("Brandt Holdings")),
    (body("Brandt & Sons"), body("Brandt and Sons")),
    (body("Water Protection Agency", "WPA", kind=STATE), body("WPA")),
    (body("NATO"), body("North Atlantic Treaty Organization")),
    (
        body("Department of Labor", kind=STATE, home="Norway"),
        body("Labor Department", kind=STATE, home="Norway"),
    ),
    (body("Ministry of Fish", kind=STATE), body("Fish Ministry", kind=STATE)),
    (body("Valdene Centre"), body("Valdene Center")),
    (body("U.N."), body("United Nations")),
]

OTHER_BODIES = [
    (body("Water Protection Agency", kind=STATE), body("WPA")),
    (body("Supreme Court", kind=STATE), body("Supreme Council", kind=STATE)),
    (body("North Korea", kind=STATE), body("South Korea", kind=STATE)),
    (body("Cole campaign"), body("Lind campaign")),
    (body("Brandt Holdings"), body("Brandt Hospital")),
    (person("Ann Cole"), body("Ann Cole Fund")),
    (person("Paris Cole"), body("Paris Cole")),
]


@pytest.mark.parametrize(
    ("one", "other"), [(person(one), person(other)) for one, other in SAME_PEOPLE] + SAME_BODIES
)
def test_the_same_under_two_names(one: Actor, other: Actor) -> None:
    assert len(merged(sightings((one,), (other,)))) == 1
    assert len(merged(sightings((other,), (one,)))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [(person(one), person(other)) for one, other in OTHER_PEOPLE] + OTHER_BODIES
)
def test_two_who_stay_two(one: Actor, other: Actor) -> None:
    assert merged(sightings((one,), (other,))) == []


def test_the_unnamed_are_never_linked() -> None:
    sources = [
        Actor(unnamed_source_id(article, "Western official"), ActorKind.ANONYMOUS, "Western official")
        for article in ("a", "b")
    ]
    assert link_actors(sightings(*((each,) for each in sources))) == Links()


def test_a_body_that_many_countries_have_is_that_of_the_country_met_with_it() -> None:
    norway, chile = body("Norway", kind=STATE), body("Chile", kind=STATE)
    assert merged(sightings((court("Norway"), norway), (court("Chile"), chile))) == []
    assert suspected(sightings((court("Norway"), norway), (court("Chile"), chile))) == []
    assert suspected(sightings((court("a0"),), (court("a1"),))) == [{"Supreme Court"}]
    seen = sightings((court("Norway"), norway), (court("a1"), norway), (court("Chile"), chile))
    (merge,) = link_actors(seen).merges
    assert (merge.merged, merge.target) in {
        (court("a1").id, court("Norway").id),
        (court("Norway").id, court("a1").id),
    }
    assert merge.evidence.startswith("equal name in an article that speaks of Norway")
    contested = sightings((court("Norway"), norway), (court("a1"), norway, chile), (court("Chile"), chile))
    assert link_actors(contested).merges == ()


def test_the_best_known_is_the_target_then_the_longest() -> None:
    short, long = person("Ann Cole"), person("Ann B. Cole")
    assert merged(sightings((short,), (long,))) == [("Ann Cole", "Ann B. Cole")]
    assert merged(sightings((short,), (short,), (long,))) == [("Ann B. Cole", "Ann Cole")]


def test_evidence_is_told_in_words() -> None:
    (merge,) = link_actors(sightings((person("Ann Cole"),), (person("Ann B. Cole"),))).merges
    assert 0.9 < merge.probability < 0.97
    assert merge.evidence == "equal given name, equal last name: Ann B. Cole = Ann Cole"


# ------------------------------------------------------------------------------------- namesakes


def test_a_name_that_two_rivals_share_is_contested() -> None:
    seen = sightings((person("Ann Cole"),), (person("Ann B. Cole"),), (person("Ann C. Cole"),))
    assert merged(seen) == []
    assert {"Ann Cole", "Ann B. Cole"} in suspected(seen)


def test_a_slip_of_the_pen_does_not_contest_the_well_known() -> None:
    known = [(person("Ann B. Cole"),)] * 12
    seen = sightings(*known, (person("Ann Cole"),), (person("Ann X. Cole"),))
    assert merged(seen) == [("Ann Cole", "Ann B. Cole")]


def test_father_and_son_in_one_article_are_two_everywhere() -> None:
    father, son = person("Otto Lind", "Otto"), person("Otto B. Lind Jr.")
    seen = sightings((father, son), (father,), (son,))
    assert merged(seen) == []


def test_an_office_in_common_tells_father_and_son_apart_from_one_man() -> None:
    formal = person("Otto Lind Jr.", "Vice President Otto Lind Jr.")
    seen = sightings((person("Otto Lind", "Vice President Otto Lind"),), (formal,))
    assert len(merged(seen)) == 1


# -------------------------------------------------------------------------------------- bare names


HELEN, BILL = person("Helen Marsh", "Marsh"), person("Bill Marsh", "Marsh")


def test_a_last_name_alone_never_links() -> None:
    seen = [Sighting("a", person("Marsh", article="a")), Sighting("b", person("Marsh", article="b"))]
    assert link_actors(seen) == Links()
    assert merged([*seen, Sighting("c", person("Helen Marsh"))]) == []


def test_a_last_name_with_its_office_links() -> None:
    president = person("Helen Marsh", "Marsh", "President Helen Marsh")
    seen = [Sighting("a", person("Marsh", "President Marsh", article="a")), Sighting("b", president)]
    seen += [Sighting("c", president), Sighting("d", president)]
    assert merged(seen) == [("Marsh", "Helen Marsh")]


def test_an_office_alone_joins_last_names_that_no_article_gives_in_full() -> None:
    seen = [Sighting(each, person("Marsh", "President Marsh", article=each)) for each in ("a", "b", "c")]
    assert len(merged(seen)) == 2


def test_a_last_name_that_nearly_always_means_one_links() -> None:
    seen = [Sighting(f"b{number}", HELEN) for number in range(9)]
    seen.append(Sighting("a", person("Marsh", article="a")))
    (merge,) = link_actors(seen).merges
    assert merge.target == HELEN.id
    assert merge.evidence == "“Marsh” is Helen Marsh in 9 of 9 articles that give full names"


def test_a_last_name_that_two_bear_stays_contested() -> None:
    seen = [Sighting(f"h{number}", HELEN) for number in range(9)]
    seen += [Sighting(f"b{number}", BILL) for number in range(3)]
    seen.append(Sighting("a", person("Marsh", article="a")))
    assert merged(seen) == []
    assert suspected(seen)[0] == {"Marsh", "Helen Marsh"}


def test_one_who_is_met_once_does_not_contest_the_well_known() -> None:
    seen = [Sighting(f"h{number}", HELEN) for number in range(9)]
    seen += [Sighting("b", BILL), Sighting("a", person("Marsh", article="a"))]
    assert merged(seen) == [("Marsh", "Helen Marsh")]


def test_a_headline_that_ends_in_a_name_contests_nobody() -> None:
    """What was taken for one long name is no bearer of the last word of it."""
    seen = [Sighting(f"h{number}", HELEN) for number in range(9)]
    headline = person("Otto Lind Joins Growing List Rebuking Marsh", "Otto Lind", "Speaker Otto Lind")
    seen += [Sighting(f"o{number}", person("Otto Lind", "Speaker Otto Lind")) for number in range(9)]
    seen += [Sighting("x", headline), Sighting("a", person("Marsh", article="a"))]
    assert ("Marsh", "Helen Marsh") in merged(seen)


def test_a_handle_is_whom_another_article_gives_it_to() -> None:
    seen = [Sighting("a", person("@helenmarsh")), Sighting("b", person("Helen Marsh", "@HelenMarsh"))]
    assert merged(seen) == [("@helenmarsh", "Helen Marsh")]
    assert merged([seen[0], Sighting("b", person("Helen Marsh"))]) == []


@pytest.mark.parametrize(
    ("called", "words", "meant"),
    [("Mrs. Marsh", "", HELEN), ("Mr. Marsh", "", BILL), ("", "she", HELEN), ("", "himself", BILL)],
)
def test_gender_decides_between_two(called: str, words: str, meant: Actor) -> None:
    seen = [Sighting(f"h{number}", HELEN) for number in range(6)]
    seen += [Sighting(f"b{number}", BILL) for number in range(6)]
    aliases = (called,) if called else ()
    seen.append(Sighting("a", person("Marsh", *aliases, article="a"), frozenset({words} - {""})))
    assert [merge.target for merge in link_actors(seen).merges] == [meant.id]


def test_one_who_is_named_in_full_beside_it_is_not_meant() -> None:
    seen = [Sighting(f"b{number}", HELEN) for number in range(9)]
    seen += [Sighting("a", HELEN), Sighting("a", person("Marsh", article="a"))]
    assert merged(seen) == []


# -------------------------------------------------------------------------------------- properties

NAMES = [
    *(
        f"{given} {last}"
        for given in ("Ann", "Anna B.", "Mike", "Michael", "Otto")
        for last in ("Cole", "Lind")
    ),
    *("Cole", "Lind", "Otto Lind Jr.", "Ann Kole", "Анна Коле", "@anncole", "Marsh"),
]


@st.composite
def corpora(draw: st.DrawFn) -> list[Sighting]:
    """Sightings of a few people in a few articles, some with a title."""
    seen = {}
    for _ in range(draw(st.integers(0, 14))):
        article, name = draw(st.sampled_from("abcdefgh")), draw(st.sampled_from(NAMES))
        title = draw(st.sampled_from(["", "President", "Mr.", "Mrs.", "Sen."]))
        last = name.removesuffix(" Jr.").split()[-1]
        aliases = {last, f"{title} {last}".strip()} - {name}
        actor = person(name, *sorted(aliases), article=article)
        seen[article, actor.id] = Sighting(article, actor)
    return list(seen.values())


@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_the_sightings_does_not_matter(seen: list[Sighting], order: random.Random) -> None:
    shuffled = seen[:]
    order.shuffle(shuffled)
    assert link_actors(shuffled) == link_actors(seen)


@given(corpora())
def test_links_are_in_order_and_closed(seen: list[Sighting]) -> None:
    links = link_actors(seen)
    actors = {each.actor.id for each in seen}
    targets = {merge.target for merge in links.merges}
    sources = [merge.merged for merge in links.merges]
    assert sources == sorted(set(sources))
    assert not targets & set(sources)
    assert targets | set(sources) <= actors
    assert all(0.8 <= merge.probability < 1 and merge.evidence for merge in links.merges)
    probabilities = [each.probability for each in links.suspects]
    assert probabilities == sorted(probabilities, reverse=True)
    assert all(each.one < each.other and not {each.one, each.other} & set(sources) for each in links.suspects)


@given(corpora())
def test_seeing_the_same_again_changes_nothing(seen: list[Sighting]) -> None:
    assert link_actors(seen + seen) == link_actors(seen)


@given(corpora())
def test_no_two_named_apart_in_one_article_are_read_as_one_by_last_name(seen: list[Sighting]) -> None:
    links = link_actors(seen)
    target = {merge.merged: merge.target for merge in links.merges}
    for one in seen:
        for other in seen:
            bare_and_full = is_bare(one.actor.name) and not is_bare(other.actor.name)
            if one.article == other.article and bare_and_full and other.actor.id in target.values():
                assert target.get(one.actor.id) != other.actor.id
