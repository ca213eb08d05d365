"""Gender of a person, from courtesy titles, from pronouns beside the name, and last from the given name."""

from collections import Counter
from collections.abc import Sequence

from kg.domain import Actor, ActorKind
from kg.resolution import knowledge
from kg.resolution.names import Name
from kg.resolution.tokens import Tokens

PRONOUN_GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
_LEAST_LEAD = 2
"""By how many pronouns one gender must lead to outweigh a given name."""


def gender_of(actor: Actor, names: Sequence[Name], tokens: Tokens) -> str:
    """``m``, ``f`` or empty: titles decide, pronouns right after the name outweigh the given name."""
    if actor.kind != ActorKind.PERSON:
        return ""
    told = Counter(knowledge.titles()[title].gender for name in names for title in name.titles)
    del told[""]
    if told:
        return told.most_common(1)[0][0]
    near = Counter(gender for name in names if (gender := gender_beside(name, tokens)))
    given = knowledge.given_names().get(actor.name.split()[0], "")
    lead = near["m"] - near["f"]
    if abs(lead) >= _LEAST_LEAD or (lead and not given):
        return "m" if lead > 0 else "f"
    return given


def gender_beside(name: Name, tokens: Tokens) -> str:
    """Gender of the first pronoun after the name, if no other name stands between in the sentence."""
    sentence = tokens[name.last].sentence
    for token in tokens[name.last + 1 :]:
        if token.sentence != sentence or (token.capital and not token.uncased):
            return ""
        if token.text.lower() in PRONOUN_GENDERS:
            return PRONOUN_GENDERS[token.text.lower()]
    return ""
