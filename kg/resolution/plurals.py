"""The singular of English nouns, for counted things."""

_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "halves": "half",
    "loaves": "loaf",
    "leaves": "leaf",
    "thieves": "thief",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "crises": "crisis",
    "analyses": "analysis",
    "theses": "thesis",
    "bases": "base",
    "buses": "bus",
    "gases": "gas",
    "shoes": "shoe",
    "canoes": "canoe",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "rookies": "rookie",
    "zombies": "zombie",
    "ties": "tie",
    "pies": "pie",
    "lies": "lie",
    "oxen": "ox",
    "media": "medium",
}
_BOTH = frozenset(
    {
        *(
            "aircraft",
            "spacecraft",
            "crew",
            "staff",
            "personnel",
            "police",
            "cattle",
            "sheep",
            "fish",
            "deer",
        ),
        *("series", "species", "offspring", "headquarters", "barracks", "livestock", "clergy", "infantry"),
        *("warcraft", "hovercraft", "counsel", "poultry", "cavalry"),
    }
)
"""Nouns that are counted without an ending of their own."""
_NO_PLURALS = frozenset(
    {
        *("was", "is", "has", "does", "says", "this", "its", "his", "hers", "theirs", "ours", "yours", "us"),
        *(
            "as",
            "always",
            "perhaps",
            "yes",
            "thus",
            "plus",
            "minus",
            "versus",
            "besides",
            "sometimes",
            "towards",
        ),
        *("news", "politics", "economics", "gas", "bus", "bias", "texas", "paris", "overseas", "upwards"),
        *("afterwards", "indoors", "outdoors", "whereas", "across", "downstairs", "upstairs", "mathematics"),
    }
)
_PEOPLES = ("ese", "wiss")
"""Endings of peoples that have no plural of their own: "Chinese", "Swiss"."""


def singular(noun: str) -> str | None:
    """The singular of a plural, in the case of the text; None if the word cannot be a plural."""
    word = noun.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 3:
        return noun[:-2] + "an"
    if word in _BOTH or (noun[0].isupper() and word.endswith(_PEOPLES)):
        return noun
    if word in _NO_PLURALS or len(word) < 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return None
    return _without_ending(noun)


def _without_ending(noun: str) -> str:
    word = noun.lower()
    if word.endswith("ies"):
        return noun[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes", "uses")) and not word.endswith(
        ("ouses", "auses", "cuses", "fuses", "muses", "axes", "aches")
    ):
        return noun[:-2]
    return noun[:-1]
