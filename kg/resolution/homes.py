"""In which country an article is at home: whose Supreme Court is the Supreme Court."""

import functools
from collections import Counter

from kg.identity import actor_id
from kg.resolution import knowledge
from kg.resolution.tokens import Tokens

_LONGEST = 4
"""Words of a phrase that tells a country."""
_LEAST, _LEAST_SHARE = 2, 0.6
"""So often, and with this share of all that tells any country, the country must be told."""


def home_of(tokens: Tokens) -> str:
    """The country that an article speaks of before all others; empty if there is no such one."""
    told = Counter[str]()
    position = 0
    while position < len(tokens):
        length, state = _told_at(position, tokens)
        if state:
            told[state] += 1
        position += length
    state, count = max(told.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return state if count >= _LEAST and count >= _LEAST_SHARE * told.total() else ""


def _told_at(position: int, tokens: Tokens) -> tuple[int, str]:
    """How many words from here on tell a country, and which; 1 and nothing if they do not."""
    if tokens[position].capital:
        for length in range(_LONGEST, 0, -1):
            state = _telling().get(" ".join(token.text for token in tokens[position : position + length]))
            if state:
                return length, state
    return 1, ""


@functools.cache
def _telling() -> dict[str, str]:
    return {
        **knowledge.state_by_capital(),
        **knowledge.state_by_demonym(),
        **knowledge.home_words(),
        **knowledge.own_bodies(),
        **knowledge.state_by_name(),
    }


@functools.lru_cache(maxsize=1 << 14)
def home_in(identifier: str, name: str) -> str:
    """The country that qualifies the identifier of a body; empty if none does."""
    states = (state.name for state in knowledge.states())
    return next((state for state in states if actor_id(name, qualifier=state) == identifier), "")
