"""What the cue says about the stance of the speaker, and how the words hedge."""

import re

from kg.domain import Certainty, CueClass, Polarity
from kg.resolution.cue_classes import act_of, class_of, is_negated

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


_OF_ACT = {
    CueClass.BELIEVE: Certainty.PROBABLE,
    CueClass.EXPECT: Certainty.PROBABLE,
    CueClass.DOUBT: Certainty.POSSIBLE,
}
"""How those hedge who do this, if no other word tells."""


def polarity_of(cue: str) -> Polarity:
    """Whether the speaker affirms, denies or leaves open what is said, by the words of the cue.

    >>> polarity_of("denied"), polarity_of("asked"), polarity_of("claimed")
    (<Polarity.DENIES: 'denies'>, <Polarity.UNCOMMITTED: 'uncommitted'>, <Polarity.AFFIRMS: 'affirms'>)
    """
    act = act_of(cue)
    if act is None:
        return Polarity.AFFIRMS
    return act.negated if is_negated(cue) else act.polarity


def certainty_of(cue: str, content: str) -> Certainty:
    """How the speaker hedges: the weakest word of the cue, else of the content's first clause, else the act.

    A hedge deep inside a long content belongs to a part of it and says nothing about the whole.
    """
    clause = re.split(r"[.;:!?]\s", content, maxsplit=1)[0]
    for words in (cue, clause):
        for pattern, certainty in _HEDGES:
            if pattern.search(words):
                return certainty
    act = class_of(cue)
    return _OF_ACT.get(act, Certainty.UNSPECIFIED) if act else Certainty.UNSPECIFIED
