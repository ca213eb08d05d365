"""Whether words near a date tell of what lies ahead or behind."""

import re

_FUTURE = (
    r"will|would|shall|won['’]t|going to|could|should|must|may|might|to be|(?:is|are) to|ahead of|likely"
    r"|plan(?:s|ned)?|due|scheduled|expected|set (?:to|for)|slated|upcoming|forthcoming|looming|deadline|next"
    r"|hopes?|hoping|aims?|wants?|intends?|vows?|promises?|prepares?|preparing|wait(?:s|ing)?"
    r"|meets|opens|reopens|starts?|begins?|ends?|expires|takes? effect|sits|speaks|votes|travels|steps down"
)
_PAST = (
    r"was|were|had|did|\w{2,}ed|became|began|bought|brought|broke|built|came|caught|died|drew|fell|felt|fled|flew"
    r"|fought|found|gave|got|grew|held|hit|kept|killed|knew|led|left|lost|made|met|paid|ran|rose|said|sank|sat|saw|sent"
    r"|shot|sold|spent|spoke|stole|stood|struck|swept|told|took|tore|went|withdrew|won|wore|wrote|wed"
)
_STATES = ("be", "been", "is", "are", "remain", "remains", "stay", "stays", "keep")
"""Before a participle they tell of a state: "remain closed until Friday"."""
_NO_STATE = "".join(rf"(?<!\b{verb} )" for verb in _STATES)
_CUE = re.compile(
    rf"(?P<future>\b(?:{_FUTURE})\b|['’]ll\b)|(?P<past>{_NO_STATE}\b(?:{_PAST})\b)", re.IGNORECASE
)
_REPORTING = re.compile(
    r"said|told|announced|reported|added|confirmed|claimed|warned|stated|need|red|bed|wounded|united|armed",
    re.IGNORECASE,
)
_SENTENCE_BORDER = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“‘(]?[A-Z])|[\n;]")
_CLAUSE_BORDER = re.compile(r"[.,;:!?\n–—]\s|\b(?:that|which|who|after|before|when|while|but)\b")
_ADJACENT = re.compile(r"(?: reporters| journalists)?(?: early| earlier| late| later)?(?: on| in)? ")
"""What may lie between a verb of saying and the date of the saying: "said on Monday"."""
_WINDOW = 240


def tells_future(text: str, start: int, end: int) -> bool | None:
    """Whether the words around ``text[start:end]`` speak of the future; False of the past, None if neither.

    The nearest cue before it in the sentence decides, else the first one behind it in its clause.
    """
    before = _before(text, start)
    cues = [cue for cue in _CUE.finditer(before) if _counts(cue, before)]
    if cues:
        return cues[-1]["future"] is not None
    behind = _behind(text, end, opens=len(before.strip()) <= len("On the"))
    first = next((cue for cue in _CUE.finditer(behind) if not _REPORTING.fullmatch(cue[0])), None)
    return None if first is None else first["future"] is not None


def _counts(cue: re.Match[str], before: str) -> bool:
    """A verb of saying tells only of the day of the saying."""
    return not _REPORTING.fullmatch(cue[0]) or bool(_ADJACENT.fullmatch(before, cue.end()))


def _before(text: str, start: int) -> str:
    window = text[max(0, start - _WINDOW) : start]
    borders = [border.end() for border in _SENTENCE_BORDER.finditer(window)]
    return window[borders[-1] if borders else 0 :]


def _behind(text: str, end: int, opens: bool) -> str:
    """The rest of the clause; what opens a sentence belongs to the clause behind its comma."""
    window = text[end : end + _WINDOW]
    if border := _SENTENCE_BORDER.search(window):
        window = window[: border.start()]
    if opens:
        window = window.lstrip(", ")
    border = _CLAUSE_BORDER.search(window)
    return window[: border.start()] if border else window
