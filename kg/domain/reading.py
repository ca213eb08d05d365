"""What the reader sees in one article: words, names, mentions, predicates, attributions."""

from dataclasses import dataclass
from enum import StrEnum

from kg.domain.text import Span


class Mode(StrEnum):
    """How the words of a statement are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATION = "narration"


class MentionKind(StrEnum):
    """What a mention speaks of (the types of entities of GUM)."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    TIME = "time"
    OBJECT = "object"
    ABSTRACT = "abstract"
    ANIMAL = "animal"
    PLANT = "plant"
    SUBSTANCE = "substance"


class MentionForm(StrEnum):
    """How a mention speaks: by a name, by a description, by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe somebody or something, as the reader sees them."""

    span: Span
    head: Span
    """The word that governs the others."""
    kind: MentionKind
    form: MentionForm
    chain: int
    """Mentions of the same thing have the same number, in one article."""
    probability: float
    """That these words are a mention of this kind; not calibrated."""


class EntityKind(StrEnum):
    """What a name names (worldwide-ner)."""

    PERSON = "person"
    ORGANIZATION = "organization"
    LOCATION = "location"
    NORP = "norp"
    """A nation, a religion, a party, or its adjective: "French", "Republicans"."""
    FACILITY = "facility"
    PRODUCT = "product"
    MISC = "misc"
    DATE = "date"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A name as it stands in the text, none inside another."""

    span: Span
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that report what somebody said, wrote, thinks or wants (PolNeAR's definition)."""

    content: tuple[Span, ...]
    """What is reported; several spans where the attribution interrupts it. Never empty, sorted."""
    source: tuple[Span, ...] = ()
    """Whose it is; empty if the article does not say ("reportedly")."""
    cue: tuple[Span, ...] = ()
    """What says so ("said", "according to"); empty for a quotation that goes on."""
    mode: Mode = Mode.INDIRECT
    """Direct, indirect or mixed; never narration."""
    probability: float = 1.0
    """That this attribution is right as a whole, calibrated."""
    outer: int | None = None
    """Index in ``Reading.attributions`` of the attribution whose content holds this one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the article with its place in the tree of its sentence (Universal Dependencies)."""

    span: Span
    lemma: str
    """Dictionary form, in small letters unless a name; the first word of a token has the whole token's."""
    tag: str
    """Universal part of speech: ``VERB``, ``PROPN``; ``X`` for the inner part of a token."""
    fine_tag: str
    """Penn Treebank tag: ``VBD``, ``NNP``; empty where there is none, as in the inner part of a token."""
    head: int
    """Index in ``Reading.words`` of the governing word; a root is its own."""
    relation: str
    """Relation to the head with its subtype: ``nsubj:pass``; ``part`` for the inner part of a token."""
    sentence: int
    """Number of its sentence in the article, from 0."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A word that plays a part in what a predicate tells."""

    word: int
    """Index in ``Reading.words`` of the word that heads it."""
    role: str
    """PropBank's: ``ARG0``, ``ARG1``, … and without ``ARGM-`` ``TMP``, ``LOC``, ``NEG``, ``MOD``."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or noun that tells of an action or a state, with who and what takes part."""

    word: int
    """Index in ``Reading.words``."""
    arguments: tuple[Argument, ...]
    """By word."""
    factuality: float
    """From -3, did not happen, to 3, did happen, as the text puts it (Lee et al. 2015)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader sees in one article."""

    article_id: str
    reader_version: str
    """Names the weights and the decoding; a change of it means reading again."""
    attributions: tuple[Attribution, ...]
    """In the order of their first content character; an outer one before its inner ones."""
    mentions: tuple[Mention, ...] = ()
    """In the order of their head words."""
    entities: tuple[NamedEntity, ...] = ()
    """In text order."""
    words: tuple[Word, ...] = ()
    """All words in text order; empty if the reader sees no syntax."""
    predicates: tuple[Predicate, ...] = ()
    """By word."""
