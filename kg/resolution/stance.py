"""What the cue says about the stance of the speaker, and how the words hedge. Small closed tables."""

import re

from kg.domain import Certainty, Polarity

_DENIES = re.compile(
    r"\b(den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|"
    r"disagree[sd]?|disavow(?:s|ed|ing)?|rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?|repudiat(?:e|es|ed|ing)|"
    r"disbeliev(?:e|es|ed)|pooh-pooh(?:s|ed|ing)?|debunk(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_UNCOMMITTED = re.compile(
    r"\b(ask(?:s|ed|ing)?|question(?:s|ed|ing)?|wonder(?:s|ed|ing)?|inquir(?:e|es|ed|ing)|doubt(?:s|ed|ing)?|"
    r"debat(?:e|es|ed|ing)|investigat(?:e|es|ed|ing)|considering|speculat(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|"
    r"unclear|unsure|not know|unknown|talking about|talked about)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(not|never|no longer|hardly|n['’]t|refus(?:e|es|ed|ing) to|declin(?:e|es|ed|ing) to)\b|n['’]t\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(say|believe|think|agree|accept|acknowledge|confirm|recognize|support|endorse)\b", re.IGNORECASE
)
_POSSIBLE = re.compile(
    r"\b(may|might|could|perhaps|maybe|possibl[ey]|allegedly|reportedly|apparently|purportedly|supposedly|alleg(?:e|es|ed|ing)|"
    r"speculat(?:e|es|ed|ing)|suspect(?:s|ed|ing)?|rumou?r(?:s|ed)?|conceivabl[ey]|potential(?:ly)?)\b",
    re.IGNORECASE,
)
_PROBABLE = re.compile(
    r"\b(probabl[ey]|likely|suggest(?:s|ed|ing)?|indicat(?:e|es|ed|ing)|expect(?:s|ed|ing)?|believ(?:e|es|ed|ing)|think(?:s|ing)?|"
    r"thought|seem(?:s|ed)?|appear(?:s|ed)?|estimat(?:e|es|ed|ing)|presumabl[ey]|assum(?:e|es|ed|ing)|should)\b",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"\b(certain(?:ly)?|definite(?:ly)?|no doubt|undoubtedly|clear(?:ly)?|obvious(?:ly)?|sure|"
    r"confirm(?:s|ed|ing)?|know(?:s|n)?|knew|insist(?:s|ed|ing)?|guarantee[ds]?|absolutely|of course|"
    r"without question|prove[sdn]?)\b",
    re.IGNORECASE,
)
_HEDGES = ((_POSSIBLE, Certainty.POSSIBLE), (_PROBABLE, Certainty.PROBABLE), (_CERTAIN, Certainty.CERTAIN))


def polarity_of(cue: str) -> Polarity:
    """Whether the speaker affirms, denies or leaves open what is said, by the words of the cue.

    >>> polarity_of("denied"), polarity_of("asked"), polarity_of("claimed")
    (<Polarity.DENIES: 'denies'>, <Polarity.UNCOMMITTED: 'uncommitted'>, <Polarity.AFFIRMS: 'affirms'>)
    """
    negated = _NEGATION.search(cue) is not None
    if _UNCOMMITTED.search(cue):
        return Polarity.UNCOMMITTED
    if _DENIES.search(cue):
        return Polarity.AFFIRMS if negated else Polarity.DENIES
    if negated and _SPEECH.search(cue):
        return Polarity.UNCOMMITTED if re.search(r"\bsay\b|\bconfirm\b", cue) else Polarity.DENIES
    return Polarity.AFFIRMS


def certainty_of(cue: str, content: str) -> Certainty:
    """How the speaker hedges: the weakest word of the cue, else of the content's first clause.

    A hedge deep inside a long content belongs to a part of it and says nothing about the whole.
    """
    clause = re.split(r"[.;:!?]\s", content, maxsplit=1)[0]
    for words in (cue, clause):
        for pattern, certainty in _HEDGES:
            if pattern.search(words):
                return certainty
    return Certainty.UNSPECIFIED
