"""Names of bodies: when two are one, and which names many countries have for a body of their own."""

import functools

from kg.identity import key
from kg.resolution import knowledge
from kg.resolution.knowledge import word_list

_COMPANY_ENDINGS = word_list("company endings")
_DEPARTMENTS = frozenset({"department", "ministry"})
_SPELLINGS = {"defence": "defense", "labour": "labor", "centre": "center", "organisation": "organization"}
_PROPER = frozenset({"Bundestag", "Duma", "Knesset", "Politburo"})
"""Words for bodies of the state that one country alone has."""
_LINKS = frozenset({"of", "the", "for", "and", "on", "&"})


@functools.lru_cache(maxsize=1 << 17)
def body_key(name: str) -> str:
    """The key of a body's name: no leading article, no dots of an acronym, no company's ending.

    >>> body_key("The Department of Defence") == body_key("Defense Department")
    True
    """
    full = knowledge.institutions().get(name, (name, None))[0]
    words = key(full.replace(".", "") if " " not in full else full.replace("&", "and")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[-1] in _COMPANY_ENDINGS:
        words = words[:-1]
    if len(words) > 2 and words[0] in _DEPARTMENTS and words[1] == "of":
        words = [*(word for word in words[2:] if word != "the"), words[0]]
    return " ".join(_SPELLINGS.get(word, word) for word in words)


@functools.lru_cache(maxsize=1 << 16)
def is_common(name: str) -> bool:
    """Whether a name of a body of the state is one that many countries have.

    >>> is_common("Supreme Court"), is_common("State Department"), is_common("Supreme Court of India")
    (True, False, False)
    """
    words = [word for word in name.split() if word not in _LINKS]
    return name not in knowledge.own_bodies() and bool(words) and all(word in _common() for word in words)


@functools.cache
def _common() -> frozenset[str]:
    of_states = {word for word, kind in knowledge.organization_words().items() if kind == "government"}
    return frozenset(of_states - _PROPER) | word_list("fields") | word_list("of common bodies")
