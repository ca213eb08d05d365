import pytest

from kg.domain import ActorKind, ResolutionMethod
from kg.identity import actor_id
from kg.resolution.figures import Cast, find_figures
from kg.resolution.names import find_names
from kg.resolution.tokens import tokenize


def cast(text: str) -> Cast:
    tokens = tokenize(text)
    return find_figures(find_names(tokens), tokens)


def owners(text: str) -> list[str]:
    found = cast(text)
    return [found.owner(name).actor.name for name in found.names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Anna Cole came. Mr. Reyes saw Cole.", ["Anna Cole", "Reyes", "Anna Cole"]),
        ("Anna B. Cole met Otto Lind. Then Anna Cole left.", ["Anna B. Cole", "Otto Lind", "Anna B. Cole"]),
        ("The Water Protection Agency came. The WPA left.", ["Water Protection Agency"] * 2),
        ("The Valdene Post wrote. The Post erred.", ["Valdene Post"] * 2),
        ("Otto Lind Jr. said his father, Otto Lind, said so.", ["Otto Lind Jr.", "Otto Lind"]),
        ("Oleksandr Syrsky spoke. He is Gen. Syrskyi.", ["Oleksandr Syrsky"] * 2),
        ("We follow Volodymyr Zelensky and @ZelenskyyUa now.", ["Volodymyr Zelensky"] * 2),
        ("We saw Volodymyr Zelenskyy / Володимир Зеленський there.", ["Volodymyr Zelenskyy"] * 2),
        ("Did Britain, the U.K. and the U.S. agree?", ["United Kingdom", "United Kingdom", "United States"]),
        ("The Ministry of Defence met. Then the Defense Ministry spoke.", ["Ministry of Defence"] * 2),
        ("North Korea warned us. Then the North and its ally fired.", ["North Korea"] * 2),
        ("South Africa warned us. Then the South and its ally fired.", ["South Africa"]),
        ("Senator Otto Lind of Louisville, Ky., met Suu Kyi there.", ["Otto Lind", "Suu Kyi"]),
        ("The plan of Moscow upset Russia.", ["Russia", "Russia"]),
        ("We met Harold Lindstrom. Mr. Lindstorm left.", ["Harold Lindstrom"] * 2),
        ("We met Donald Reyes. Then Donand Reyes left.", ["Donald Reyes"] * 2),
        ("We met Angela Reyes and Angelo Reyes.", ["Angela Reyes", "Angelo Reyes"]),
        ("We met Ann Lindstrom and Mr. Lindstone.", ["Ann Lindstrom", "Lindstone"]),
        ("We met Tom and Ann Lind there.", ["Tom Lind", "Ann Lind"]),
        ("We met Charles G. and David H. Lind there.", ["Charles G. Lind", "David H. Lind"]),
        (
            "We met Paul and Ted Lind there. Then we saw Otto Paul come.",
            ["Otto Paul", "Ted Lind", "Otto Paul"],
        ),
        ("We met Tom and Ann Lind and Tom Reyes.", ["Tom Reyes", "Ann Lind", "Tom Reyes"]),
        ("She lives in Moscow near Anna Cole.", ["Anna Cole"]),
    ],
)
def test_who_is_who(text: str, names: list[str]) -> None:
    assert owners(text) == names


def test_a_shared_last_name_goes_to_the_central_figure_or_as_the_title_says() -> None:
    text = (
        "Ann Reyes won. Ann Reyes spoke. Ann Reyes waved. Bill Reyes watched. Reyes left. Mr. Reyes stayed."
    )
    assert owners(text) == ["Ann Reyes"] * 3 + ["Bill Reyes", "Ann Reyes", "Bill Reyes"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Zorbak spoke.", ActorKind.PERSON),
        ("The Ministry of Justice spoke.", ActorKind.GOVERNMENT),
        ("We asked Brandt Holdings.", ActorKind.ORGANIZATION),
        ("We asked the OSCE.", ActorKind.ORGANIZATION),
        ("We asked North Korea.", ActorKind.GOVERNMENT),
        ("We asked Zorbak, who left.", ActorKind.PERSON),
        ("We asked Rakesha Zorbak.", ActorKind.PERSON),
        ("They trust the Democratic National Committee.", ActorKind.ORGANIZATION),
    ],
)
def test_kinds(text: str, kind: ActorKind) -> None:
    (figure,) = cast(text).figures
    assert figure.actor.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "They met in Zorbaktown last week.",
        "It is in Zorbak County.",
        "The Clean Air Act passed.",
        "He lives in Ohio with Americans and Muslims.",
        "It was on TV and in PACs.",
        "He met Valdene Officials and Party Critics twice.",
        "The TREATY is a DISASTER for them.",
    ],
)
def test_places_things_and_peoples_are_no_figures(text: str) -> None:
    assert cast(text).figures == ()


def test_aliases_hold_names_with_and_without_title() -> None:
    (figure,) = cast("Mayor Anna Cole said that she likes Cole. Ms. Cole smiled.").figures
    assert figure.actor.aliases == ("Cole", "Mayor Anna Cole", "Ms. Cole")
    assert figure.gender == "f"


def test_a_name_that_somebody_once_had_is_his_and_no_alias() -> None:
    found = cast("Ted Cole came late. Mr. Cole had changed his Spanish name, Ralph Edward Cole, at school.")
    (figure,) = found.figures
    assert (figure.actor.name, figure.actor.aliases) == ("Ted Cole", ("Cole", "Mr. Cole"))
    assert len(figure.names) == 3


def test_a_body_that_many_countries_have_belongs_to_its_country() -> None:
    norway = "Norway is far. In Norway people rest. The Supreme Court met. The Water Protection Board met."
    here = find("We know no country. The Supreme Court met.", "a1")
    assert find(norway, "a1") == {
        actor_id("Supreme Court", qualifier="Norway"),
        actor_id("Water Protection Board"),
        actor_id("Norway"),
    }
    assert (
        here
        == {actor_id("Supreme Court", qualifier="a1")}
        != find("We know no country. The Supreme Court met.", "a2")
    )


def find(text: str, article: str) -> set[str]:
    tokens = tokenize(text)
    return {figure.actor.id for figure in find_figures(find_names(tokens), tokens, article=article).figures}


def test_methods_tell_names_from_aliases() -> None:
    found = cast("Mayor Anna Cole came. They saw Cole.")
    assert [found.mention(name).method for name in found.names] == [
        ResolutionMethod.NAME,
        ResolutionMethod.ALIAS,
    ]


def test_a_title_that_opens_a_sentence_belongs_to_the_name() -> None:
    (governor,) = cast("The governor met a governor there. Governor Zorbak left.").figures
    assert governor.actor.aliases == ("Governor Zorbak",)


def test_a_title_keeps_the_husband_from_being_the_wife() -> None:
    found = cast(
        "President Cole spoke. Mr. Cole left. Then his wife, Anna Cole, spoke. Cole came back."
    ).figures
    assert sorted(figure.actor.name for figure in found) == ["Anna Cole", "Cole"]
    assert len(next(figure for figure in found if figure.actor.name == "Cole").names) == 3
