"""The claims of a statement: one for each proposition of its content, with the speaker's stance."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.domain import Attribution, Claim, CueClass, Issue, Mode, Polarity, Quantity, Span, Statement, words_of
from kg.identity import claim_id, key
from kg.resolution.about import Topic
from kg.resolution.claim_issues import issue_of
from kg.resolution.knowledge import event_nouns
from kg.resolution.labels import is_self_contained
from kg.resolution.propositions import Proposition, propositions
from kg.resolution.quantities import quantities_in
from kg.resolution.syntax import Syntax

_SPOKEN = re.compile(r"[^\W_]+")
_RELAYED_SHARE = 0.8
"""Share of the outer words from which on the outer statement only relays the inner one."""
_ASKS = re.compile(
    r"[\s\"'“‘]*(?:about\s+)?(?:whether|if|how|why|what|who|whom|whose|when|where|which)\b", re.IGNORECASE
)
_QUESTION_WORDS = "how|why|what|who|whom|when|where|which"
_MODALS = "would|could|might|may|should|will"
_OPEN = re.compile(
    rf"[\s\"'“‘]*(?:about\s+)?(?:whether\b|(?:{_QUESTION_WORDS})(?:\s+and\s+\w+)?\s+to\b"
    rf"|(?:how|why|who)(?:\s+[\w’'-]+){{1,8}}?\s+(?:{_MODALS})\b)",
    re.IGNORECASE,
)
"""A question that stays one whoever speaks of it: "how they would win"."""
_OPEN_IF_RETOLD = re.compile(rf"(?:about\s+)?(?:{_QUESTION_WORDS})\b[^.;:]*?\b(?:{_MODALS})\b", re.IGNORECASE)
"""So is "what it would cost", where it is retold; in a quotation that may be anything."""
_WISHES = frozenset({CueClass.ORDER, CueClass.WANT, CueClass.ASK})
"""Acts by which "send troops" is no mere address."""
_TURNED = {
    Polarity.AFFIRMS: Polarity.DENIES,
    Polarity.DENIES: Polarity.AFFIRMS,
    Polarity.UNCOMMITTED: Polarity.UNCOMMITTED,
}
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "NUM"})
"""Tags of which a proposition needs one: "which" puts nothing forward."""
_NUMBER = re.compile(
    r"\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|thirds?|quarters?|\w+th)\b",
    re.IGNORECASE,
)
"""What words with a quantity hold at least: looking is cheaper than reading them."""
_COUNTED = ("nsubj", "obj", "obl", "nmod", "xcomp")
"""Relations of the phrases whose number is the claim's, the first wins."""


@dataclass(frozen=True, slots=True)
class Expressed:
    """A claim with the stance of those who express it."""

    claim: Claim
    polarity: Polarity
    proposition: Proposition
    topics: tuple[Topic, ...]
    issue: Issue | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a statement says, with everything that is known of its words."""

    statement: Statement
    topics: tuple[Topic, ...]
    inner: tuple[Attribution, ...]
    """The attributions inside it."""


def express(content: Content, syntax: Syntax, text: str) -> tuple[Expressed, ...]:
    """The claims of a statement in text order; none if it asks or only relays."""
    statement = content.statement
    if only_relays(statement.content, content.inner, text) or _asks(statement, syntax, text):
        return ()
    found: dict[str, Expressed] = {}
    for proposition in propositions(statement.content, syntax, text):
        if _is_own(proposition, content, syntax, text):
            each = put_forward(proposition, content, syntax, text)
            found.setdefault(each.claim.id, each)
    return tuple(found.values())


def _asks(statement: Statement, syntax: Syntax, text: str) -> bool:
    """Whether the content is what is asked: "whether it rains"."""
    open_question = statement.polarity is Polarity.UNCOMMITTED and statement.cue_class not in (
        CueClass.ORDER,
        CueClass.WANT,
    )
    words = words_of(statement.content, text)
    if open_question:
        return _ASKS.match(words) is not None
    retold = statement.mode is Mode.INDIRECT and _OPEN_IF_RETOLD.match(words) is not None
    return (retold or _OPEN.match(words) is not None) and _opens_clause(statement, syntax)


def _opens_clause(statement: Statement, syntax: Syntax) -> bool:
    """Whether the first word belongs to the main clause: "how they win", not "when they win, we ..."."""
    words = [word for word in syntax.within(statement.content) if not syntax.is_silent(word)]
    if not words:
        return statement.mode is not Mode.DIRECT
    clause = syntax.words[words[0]].head
    above = syntax.words[clause].head
    return clause not in words or clause in (words[0], above) or above not in words


def _is_own(proposition: Proposition, content: Content, syntax: Syntax, text: str) -> bool:
    """Whether the speaker puts it forward: no address to somebody, nor what is only relayed."""
    if proposition.is_imperative and content.statement.cue_class not in _WISHES:
        return False
    if only_relays(proposition.spans, content.inner, text):
        return False
    if proposition.head is None:
        return True
    if not any(syntax.words[word].tag in _TELLING for word in syntax.within(proposition.spans)):
        return False
    start = syntax.words[proposition.head].span.start
    return not any(cue.start <= start < cue.end for each in content.inner for cue in each.cue)


def put_forward(proposition: Proposition, content: Content, syntax: Syntax, text: str) -> Expressed:
    """The claim that one proposition of a statement makes, and the stance towards it."""
    statement = content.statement
    topics = tuple(
        topic
        for topic in content.topics
        if any(span.contains(topic.mention.span) for span in proposition.spans)
    )
    claim = make_claim(proposition.label, statement.id, topics)
    polarity = Polarity.UNCOMMITTED if proposition.is_imperative else statement.polarity
    stance = _TURNED[polarity] if proposition.negated else polarity
    predicate = predicate_of(proposition, syntax)
    quantity = _quantity(proposition, syntax, text)
    issue = issue_of(claim.label, predicate, quantity, [topic.actor for topic in topics])
    claim = replace(claim, predicate=predicate, quantity=quantity, issue=issue.id if issue else None)
    return Expressed(claim, stance, proposition, topics, issue)


def make_claim(label: str, statement: str, topics: Iterable[Topic], *, bound: bool = False) -> Claim:
    """The claim of one statement, with the actors it speaks of in text order; if ``bound``, its alone."""
    about = tuple(dict.fromkeys(topic.actor.id for topic in topics))
    shared = not bound and is_self_contained(label, named=bool(about)) and bool(key(label))
    return Claim(claim_id(label, statement=None if shared else statement), label, about)


def predicate_of(proposition: Proposition, syntax: Syntax) -> str:
    """Lemma of what a proposition says is so; empty for a phrase that says nothing ("the plan")."""
    if proposition.core is None:
        return ""
    lemma = syntax.lemma(proposition.core)
    noun = event_nouns().get(lemma)
    if syntax.is_clause(proposition.core) or syntax.relation(proposition.core) in ("xcomp", "ccomp"):
        return lemma
    return noun.verb if noun else ""


def _quantity(proposition: Proposition, syntax: Syntax, text: str) -> Quantity | None:
    """The number of what the proposition tells: of its subject, of its object, or its own."""
    if proposition.core is None or proposition.head is None:
        return None
    numbered = [span for span in proposition.spans if _NUMBER.search(text, span.start, span.end)]
    found = [each for span in numbered for each in quantities_in(text, span, syntax.words)]
    if not found:
        return None
    for phrase in _phrases(proposition.head, proposition.core, syntax):
        words = _counting(phrase, syntax)
        for quantity in found:
            if not words.isdisjoint(syntax.range_of(quantity.span)):
                return quantity
    return None


def _phrases(head: int, core: int, syntax: Syntax) -> Sequence[int]:
    """Heads of the phrases that may hold the number of a clause."""
    below = [
        child
        for relation in _COUNTED
        for word in dict.fromkeys((core, head))
        for child in syntax.children(word, relation)
    ]
    return [*(word for word in below if word != core), core]


def _counting(phrase: int, syntax: Syntax) -> set[int]:
    """The words of a phrase that may be its number: its own and those right at its head."""
    near = syntax.children(phrase, "nummod", "det", "compound", "amod", "advmod")
    return {phrase, *(word for each in near for word in syntax.below(each))}


def only_relays(spans: Sequence[Span], inner: Sequence[Attribution], text: str) -> bool:
    """Whether inner attributions cover nearly all the letters of some words."""
    said = {
        offset
        for span in spans
        for word in _SPOKEN.finditer(text, span.start, span.end)
        if word[0].lower() != "that"
        for offset in range(*word.span())
    }
    parts = (span for each in inner for span in (*each.content, *each.source, *each.cue))
    covered = {offset for span in parts for offset in range(span.start, span.end)}
    return bool(inner) and len(said & covered) >= _RELAYED_SHARE * len(said)
