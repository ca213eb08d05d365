"""General knowledge about names and words: the tables of ``data/``, read once."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from kg.domain import ActorKind


@dataclass(frozen=True, slots=True)
class Title:
    """A word that stands before a person's name; ``role`` is empty for a courtesy title."""

    role: str
    gender: str


@dataclass(frozen=True, slots=True)
class State:
    """A country as an actor, under every name that newspapers use for it."""

    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueRow:
    """Words of cues that do the same: each with its irregular forms, dictionary form first."""

    kind: str
    polarity: str
    negated: str
    inflection: str
    """``verb``, ``noun`` or ``fixed``."""
    words: tuple[tuple[str, ...], ...]
    deeds: frozenset[str]
    """Those that are deeds as often as sayings."""


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun for what a verb tells."""

    verb: str
    of_is_done: bool
    """Whether "of" names who undergoes it."""
    owner_acts: bool
    """Whether a possessive names who does it."""


def _lines(file_name: str) -> Iterator[str]:
    text = resources.files("kg.resolution").joinpath("data", file_name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _rows(file_name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in _lines(file_name))


def _values(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@functools.cache
def _word_lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _rows("word_lists.tsv")}


def word_list(name: str) -> frozenset[str]:
    """A closed list of ``word_lists.tsv`` by its name."""
    return _word_lists()[name]


@functools.cache
def titles() -> dict[str, Title]:
    """Titles by their form in the text: ``Gov.``, ``President``."""
    return {form: Title(role, gender) for form, role, gender in _rows("titles.tsv")}


@functools.cache
def nouns() -> dict[str, str]:
    """Class (person, group, organization, government, document) of a common noun in the singular.

    A noun of two classes keeps the first; a plural without its own -s is listed as it is.
    """
    classes: dict[str, str] = {}
    for name, words in _rows("nouns.tsv"):
        for word in words.split():
            classes.setdefault(word.removesuffix("*"), name)
    return classes


@functools.cache
def organization_words() -> dict[str, str]:
    """What a capitalised word says about a name that holds it: organization, government, place, thing."""
    return {word: kind for kind, words in _rows("organization_words.tsv") for word in words.split()}


@functools.cache
def institutions() -> dict[str, tuple[str, ActorKind]]:
    """Full name and kind of well-known bodies, by every name of theirs."""
    return {
        name: (group.split("=")[0], ActorKind(kind))
        for kind, cell in _rows("institutions.tsv")
        for group in _values(cell)
        for name in group.split("=")
    }


@functools.cache
def given_names() -> dict[str, str]:
    """Likely gender (m, f or empty) of common given names."""
    return {
        name: gender.removeprefix("either")
        for gender, names in _rows("given_names.tsv")
        for name in names.split()
    }


@functools.cache
def antecedent_weights() -> dict[str, dict[str, float]]:
    """Weights of the features of a pronoun's candidates, by the number of the pronoun."""
    header, *rows = _rows("antecedent_weights.tsv")
    return {
        number: {row[0]: float(row[place]) for row in rows if row[place]}
        for place, number in enumerate(header[1:], start=1)
    }


@functools.cache
def kind_weights() -> dict[str, dict[str, float]]:
    """Weights of the evidence for the kinds of a name: person, organization, place, thing."""
    header, *rows = _rows("kind_weights.tsv")
    return {row[0]: dict(zip(header[1:], map(float, row[1:]), strict=True)) for row in rows}


@functools.cache
def no_events() -> frozenset[str]:
    """Verbs, in their dictionary form, that head no event."""
    return frozenset(verb for line in _lines("no_events.txt") for verb in _values(line))


@functools.cache
def event_nouns() -> dict[str, EventNoun]:
    """Nouns for events, in the singular; the first row that has one owns it."""
    nouns: dict[str, EventNoun] = {}
    for verb, roles, words in _rows("event_nouns.tsv"):
        for noun in words.split():
            nouns.setdefault(noun, EventNoun(verb, roles != "agent", roles != "patient"))
    return nouns


@functools.cache
def cue_rows() -> tuple[CueRow, ...]:
    """The table of cues, in its order."""
    rows = []
    for kind, polarity, negated, inflection, cell in _rows("cues.tsv"):
        cells = _values(cell)
        words = tuple(tuple(each.replace("*", "").split("=")) for each in cells)
        deeds = frozenset(forms[0] for forms, each in zip(words, cells, strict=True) if "*" in each)
        rows.append(CueRow(kind, polarity, negated, inflection, words, deeds))
    return tuple(rows)


@functools.cache
def short_given_names() -> tuple[tuple[str, ...], ...]:
    """Given names that are short forms of each other, lower case."""
    return tuple(tuple(line.split()) for line in _lines("short_given_names.txt"))


@functools.cache
def common_words() -> frozenset[str]:
    """Words that English usually writes in lower case."""
    return frozenset(_lines("common_words.txt"))


@functools.cache
def places() -> frozenset[str]:
    """Names of places that do not act."""
    return frozenset(place for line in _lines("places.txt") for place in _values(line))


@functools.cache
def collectives() -> frozenset[str]:
    """Capitalised adjectives for adherents and peoples, in the singular: ``Republican``."""
    return frozenset(word for line in _lines("collectives.txt") for word in _values(line))


@functools.cache
def states() -> tuple[State, ...]:
    """All countries of ``countries.tsv``."""
    return tuple(
        State(name, (name, *_values(names)), _values(demonyms), _values(capitals))
        for name, names, demonyms, capitals in _rows("countries.tsv")
    )


@functools.cache
def state_by_name() -> dict[str, str]:
    """Country by any of its names, short forms included."""
    return {form: state.name for state in states() for form in state.names}


@functools.cache
def state_by_capital() -> dict[str, str]:
    """Country by the capital that may stand for its government."""
    return {capital: state.name for state in states() for capital in state.capitals if capital != state.name}


@functools.cache
def state_by_demonym() -> dict[str, str]:
    """Country by its people, singular and plural; demonyms of two countries are left out."""
    owners: dict[str, set[str]] = {}
    for state in states():
        for demonym in state.demonyms:
            for form in (demonym, demonym + "s"):
                owners.setdefault(form, set()).add(state.name)
    return {form: min(names) for form, names in owners.items() if len(names) == 1}


@functools.cache
def dictionary_forms() -> dict[str, str]:
    """Dictionary form by irregular form: ``sent`` → ``send``, ``people`` → ``person``."""
    rows = (line.split() for line in _lines("irregular_verbs.txt"))
    return {form: base for base, *forms in rows for form in forms}


@functools.cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Classes of words that news uses for the same thing or act, in their dictionary form."""
    return tuple(tuple(line.split()) for line in _lines("synonyms.txt"))


@functools.cache
def frames() -> tuple[tuple[str, ...], ...]:
    """Words that answer one question of news when they go with a number, in their dictionary form."""
    return tuple(tuple(line.split()) for line in _lines("frames.txt"))


@functools.cache
def antonyms() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Pairs of classes of words that exclude each other, in their dictionary form."""
    pairs = (line.split(" | ") for line in _lines("antonyms.txt"))
    return tuple((tuple(one.split()), tuple(other.split())) for one, other in pairs)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of money or of measure under every form that newspapers use."""

    name: str
    """ISO 4217 code for money."""
    place: str
    """``sign`` stands before the number, ``currency`` and ``measure`` behind it."""
    forms: tuple[str, ...]


@functools.cache
def units() -> tuple[Unit, ...]:
    """All units of ``units.tsv``."""
    return tuple(Unit(name, place, _values(forms)) for name, place, forms in _rows("units.tsv"))


@functools.cache
def own_bodies() -> dict[str, str]:
    """Country by the bodies that it alone has: ``White House``."""
    return {body: row[0] for row in _rows("homes.tsv") for body in _values(row[1])}


@functools.cache
def home_words() -> dict[str, str]:
    """Country by other names that show where an article is at home: its provinces and large towns."""
    return {word: row[0] for row in _rows("homes.tsv") for word in _values(row[2])}
