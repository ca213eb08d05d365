"""What tells the kind of a name: its own words, and the words around its namings in the article.

Every piece of evidence is one word, a feature; ``kinds`` weighs them. What the words themselves tell
counts in full, what stands around counts by the share of the namings where it stands.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.resolution import knowledge
from kg.resolution.genders import gender_beside
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.tokens import Token, Tokens

_SPEAKING = word_list("speaking")
_LINKS = frozenset({"of", "for", "on"})
_MOST_WORDS = 5


def evidence(names: Sequence[Name], tokens: Tokens) -> dict[str, float]:
    """The features of a name with their strength, 0–1, from all its namings ``names``."""
    name = max(names, key=lambda each: not each.text.isupper())
    found = dict.fromkeys((*of_words(name.words), *_calls(names, tokens)), 1.0)
    around = Counter(feature for each in names for feature in set(_around(each, tokens)))
    return found | {feature: count / len(names) for feature, count in around.items()}


def _calls(names: Sequence[Name], tokens: Tokens) -> Iterator[str]:
    """Whether the last or the first word stands alone elsewhere, as a person's does."""
    words = names[0].words
    if len(words) > 1:
        inside = {index for name in names for index in range(name.first, name.last + 1)}
        for which, word in (("last", words[-1]), ("first", words[0])):
            yield f"{which} word alone: {not inside.issuperset(tokens.cased.get(word, ()))}"


def of_words(words: Sequence[str]) -> Iterator[str]:
    """What the words of a name tell by themselves."""
    kinds, head = knowledge.organization_words(), head_of(words)
    yield "any name"
    yield f"length {min(len(words), _MOST_WORDS)}"
    yield f"head is {kinds.get(head, 'unknown')}"
    yield f"head ends in {head[-3:].lower()}"
    yield f"first is {words[0]}"
    yield f"last is {words[-1]}"
    yield from (f"holds {word}" for word in words)
    yield from (f"holds a word of {kinds[word]}" for word in words[:-1] if word in kinds)
    yield from _shapes(words)
    yield from _tables(words)


def head_of(words: Sequence[str]) -> str:
    """The word before ``of``, else the last one."""
    link = next((place for place, word in enumerate(words) if place and word in _LINKS), 0)
    return words[link - 1] if link else words[-1]


def _shapes(words: Sequence[str]) -> Iterator[str]:
    if link := next((word for word in words if word in _LINKS), ""):
        yield f"has {link}"
    if any(word[0] == "@" for word in words):
        yield "is a handle"
    if any(character.isdigit() for word in words for character in word):
        yield "has a digit"
    if any("-" in word for word in words):
        yield "has a hyphen"
    if any(word[1:] != word[1:].lower() and not word.isupper() for word in words):
        yield "has a capital inside"
    capitals = [word for word in words if word.isupper() and len(word.replace(".", "")) > 1]
    if capitals:
        yield "all capitals" if len(capitals) == len(words) else "some capitals"
        yield f"{min(len(words), 2)} words, capitals {min(len(max(capitals, key=len)), 6)}"
    if any(len(word.rstrip(".")) == 1 for word in words[:-1]):
        yield "has an initial"


def _tables(words: Sequence[str]) -> Iterator[str]:
    whole = " ".join(words)
    common = [word.lower() in knowledge.common_words() for word in words]
    given = [word in knowledge.given_names() for word in words]
    if given[0]:
        yield "begins with a given name" if len(words) > 1 else "is a given name"
        yield f"given name of {min(len(words), _MOST_WORDS)} words, common last: {common[-1]}"
    elif any(given):
        yield "holds a given name"
    if all(common):
        yield "all common words"
    elif any(common):
        yield "last is a common word" if common[-1] else "holds a common word"
    if whole in knowledge.places():
        yield "is a known place"
    if any(word in knowledge.places() or word in knowledge.state_by_name() for word in words):
        yield "holds a place"
    if words[0] in knowledge.state_by_demonym():
        yield "begins with a nationality"
    if told := _noun(words[-1].lower()):
        yield f"last is a noun for {told}"


def _noun(word: str) -> str | None:
    """The class of a common noun, in the singular or plural."""
    return knowledge.nouns().get(word) or knowledge.nouns().get(word.removesuffix("s"))


def _around(name: Name, tokens: Tokens) -> Iterator[str]:
    begin = name.first - len(name.titles)
    before = tokens[begin - 1] if begin else None
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    yield f"gender beside {gender_beside(name, tokens) or 'none'}"
    yield from _before(before, tokens[begin])
    yield from _after(after, tokens[name.last])
    if name.after_the:
        yield "after the"
    if name.possessive:
        yield "possessive"
    if name.attributive:
        yield "before a person"
    if tokens[name.first].uncased:
        yield "capital says nothing"


def _before(before: Token | None, first: Token) -> Iterator[str]:
    if before is None or before.sentence != first.sentence:
        yield "opens its sentence"
    elif first.gap == " ":
        yield f"after {before.text.lower()}"
        if not before.capital and (told := knowledge.nouns().get(before.text.lower())):
            yield f"after a noun for {told}"
    else:
        yield f"after a mark {first.gap.strip()[:1]}"


def _after(after: Token | None, last: Token) -> Iterator[str]:
    if after is None or after.sentence != last.sentence:
        yield "closes its sentence"
        return
    if after.gap != " ":
        yield f"before a mark {after.gap.strip()[:1]}"
        if after.text in knowledge.places() or after.text in knowledge.state_by_name():
            yield "before a place"
        if knowledge.nouns().get(after.text.lower()) == "person" or after.text.isdigit():
            yield "before an age or role"
        return
    yield f"before {after.text.lower()}"
    if after.text in _SPEAKING:
        yield "before a cue"
    if told := _noun(after.text):
        yield f"before a noun for {told}"
