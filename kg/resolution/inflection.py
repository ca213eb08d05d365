"""Regular forms of English words. Spellings that nobody uses ("admited") do no harm in a look-up table."""

from collections.abc import Iterator

_HISSING = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"


def verb_forms(verb: str) -> Iterator[str]:
    """All forms of a regular verb, its dictionary form first.

    >>> sorted(set(verb_forms("deny")))
    ['denied', 'denies', 'deny', 'denying']
    """
    yield verb
    yield plural(verb)
    if verb.endswith("e"):
        yield from (f"{verb}d", f"{verb[:-1]}ing")
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        yield from (f"{verb[:-1]}ied", f"{verb}ing")
    else:
        stems = (verb, verb + verb[-1]) if verb[-1:] not in (*_VOWELS, "w", "x", "y") else (verb,)
        for stem in stems:
            yield from (f"{stem}ed", f"{stem}ing")


def noun_forms(noun: str) -> Iterator[str]:
    """Singular and plural."""
    yield from (noun, plural(noun))


def plural(word: str) -> str:
    """A word with its -s, as nouns take it in the plural and verbs in the third person.

    >>> plural("soldier"), plural("casualty"), plural("boss")
    ('soldiers', 'casualties', 'bosses')
    """
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"
