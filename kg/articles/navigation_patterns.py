"""The lines that news pages put around and between the paragraphs of an article, as a table of patterns.

Each form covers a line from end to end, decoration and full stop aside, in any case; so a sentence that
merely begins like a link stays in the article. A new kind of line is a new row, or a new form in a row.
"""

import re
from dataclasses import dataclass
from functools import cached_property

_ITEM = "(?:story|stories|articles?|posts?|videos?|news|reads?|headlines|coverage|content)"
_WORK = (
    f"(?:{_ITEM}|reports?|columns?|interviews?|pieces?|pages?|transcripts?|lists?|results|texts?|"
    f"statements?|letters?|polls?)"
)
_PLACE = (
    "(?:facebook|twitter|x|instagram|linkedin|telegram|whatsapp|youtube|tiktok|reddit|threads|bluesky|"
    "mastodon|pinterest|flipboard|google news|apple news|snapchat|viber|social media|soundcloud|"
    "itunes|spotify)"
)
_LETTERS = (
    "(?:newsletters?|podcasts?|mailing list|briefings?|alerts?|e-?mails?|channel|"
    "(?:push )?notifications?|inbox)"
)
_AGENCY = (
    "(?:ap|afp|reuters|epa(?:-efe)?|getty(?: images)?|shutterstock|bloomberg|pa(?: media| wire)?|"
    "(?:the )?associated press|anadolu|xinhua|tass|istock|alamy|zuma(?: press)?)"
)
_RECORDING = (
    "(?:video|clip|interview|ad|audio|podcast|episode|segment|footage|live ?stream|speech|"
    "press conference|slideshow|gallery|exchange|remarks|trailer|debate|report)s?"
)
_PICTURE = "(?:photo|picture|photograph|image|graphic|illustration|video|file photo)s?"
_WHEN = "(?:today|yesterday|this (?:week|month|year))"
_FOR = f"(?:for you|now|right now|here|below|{_WHEN})"
_RANK = "(?:most (?:popular|read|viewed|shared|watched|commented)|top|latest|trending|popular|recommended)"
_MORE = "(?:related|similar|suggested|more|other|further|recommended)"
_LINK_WORDS = (
    "(?:read (?:more|also|next|on)|also read|see (?:also|more)|explore (?:further|more)|further reading|"
    "must[- ]reads?|don['’]t miss|what to read next|up next|you (?:may|might) (?:also )?"
    "(?:like|be interested in))"
)
_PLAIN = r"[^.!?,;:“”\"]"
"""A character of a phrase that is neither a sentence nor a quotation."""
_REPORT = r".*[,!?”\"’] (?:\S+ ){0,3}(?:said|asked|added|told|warned|wrote|replied)\b"
"""Who speaks; in the past, other than in headlines."""
_HANDLE = r"(?:[@#]\w+|(?:https?://|www\.)\S+|\S+@\S+\.\w+)"


@dataclass(frozen=True)
class Pattern:
    """One kind of line; one of the ``forms`` covers it, and it has at most ``longest`` characters."""

    name: str
    forms: tuple[str, ...]
    longest: int
    heads_list: bool
    """Whether headlines of other articles may follow, each on a line of its own."""

    def covers(self, line: str) -> bool:
        """Whether ``line``, without decoration, is of this kind from end to end."""
        return len(line) <= self.longest and self._form.fullmatch(line) is not None

    @cached_property
    def _form(self) -> re.Pattern[str]:
        """Compiled with the first text, not with the import: that takes 0.1 s for the whole table."""
        return re.compile("|".join(self.forms), re.IGNORECASE)


def _pattern(name: str, *forms: str, longest: int, heads_list: bool = False) -> Pattern:
    return Pattern(name, forms, longest, heads_list)


PATTERNS = (
    _pattern(
        "heading of links",
        rf"(?:{_WHEN}['’]s )?(?:{_RANK} {_ITEM}|"
        rf"most (?:popular|read|viewed|shared)(?: {_ITEM})?)(?: {_FOR})?",
        rf"{_MORE}(?: {_RANK})? {_ITEM}(?: {_FOR}| (?:on|about) this (?:story|topic|subject))?",
        r"related(?: (?:topics?|links|tags|reading|stuff))?|popular now|trending(?: now)?|"
        r"recommended for you",
        r"more (?:on|about|from) (?:this|our) \w+|editors?['’]?s? (?:picks?|choice)|keep reading",
        _LINK_WORDS,
        longest=80,
        heads_list=True,
    ),
    _pattern(
        "link with a label",
        rf"(?:{_LINK_WORDS}|(?:{_MORE}|{_RANK}) {_ITEM}(?: {_FOR})?)\s?[:|»›→–—-]\s*\S.*",
        r"(?:related|recommended|trending|more)(?: (?:topics?|links?|tags|reading|on this|now|for you))?"
        r"\s?[:|»›→]\s*\S.*",
        rf"(?:also )?(?:read|watch|listen|see)(?: (?:this|here|now|live))?\s?[:|»›→](?!{_REPORT})\s*\S.*",
        r"also on [\w. ]{1,30}:.*",
        longest=300,
    ),
    _pattern(
        "link in a sentence",
        rf"(?:read|see|view|find|get|continue reading) (?:the |our |this )?(?:full|whole|entire|"
        rf"original|complete|rest of the) {_WORK}"
        rf"(?:\s?:? ?{_HANDLE}| (?:here|below)| (?:at|on|in) (?-i:[A-Z])\S*(?: \S+){{0,4}})?",
        rf"(?:read|see|find out|learn) more(?: {_PLAIN}{{1,60}})? (?:here|below|{_HANDLE})|"
        rf"read it all here",
        r"click (?:here|to expand|to enlarge|to play|on the (?:link|image))(?: (?:to|for) [^.!?]{1,80})?",
        longest=120,
    ),
    _pattern(
        "pointer to a recording",
        rf"(?:watch|listen to|view|play) "
        rf"(?:{_PLAIN}{{1,70}} )?{_RECORDING}(?: {_PLAIN}{{1,60}})? (?:above|below|here)",
        r"(?:this|the) video is (?:not available|unavailable|restricted)\b[^.]{0,80}",
        longest=140,
    ),
    _pattern(
        "invitation to subscribe",
        rf"(?:\S.{{0,60}}[,?!.] )?(?:sign up|subscribe|register|"
        rf"opt in)\b{_PLAIN}{{0,120}}\b{_LETTERS}\b[^.!?]{{0,90}}",
        rf"(?:get|receive|join|download|have) {_PLAIN}{{0,40}}\b(?:our|the|your|daily|free|latest|"
        rf"weekly)\b{_PLAIN}{{0,80}}"
        rf"\b(?:newsletters?|inbox|mailing list|(?:{_PLACE} )?channel|app)\b{_PLAIN}{{0,60}}",
        r"(?:enter )?your e-?mail(?: address)?|subscribe (?:now|today|here)|become a (?:member|subscriber)",
        longest=240,
    ),
    _pattern(
        "call to follow",
        rf"(?:(?:follow|contact|reach) (?:us|me|[^.!?:;“”]{{1,110}})|(?:like|find|join|add) (?:us|"
        rf"me)) (?:on|via|at) (?:our )?"
        rf"(?:{_PLACE}|{_HANDLE})(?:,? (?:on|or|and|at|via|for more|{_PLACE})|:|,? ?{_HANDLE}){{0,12}}",
        rf"follow (?:us|{_HANDLE})(?:,? (?:and|or|on|for|{_PLACE}|{_HANDLE}|{_PLAIN}{{1,40}}))?",
        rf"(?:on )?{_PLACE}:? (?:follow .{{1,80}})?{_HANDLE}|e-?mail:? {_HANDLE}",
        r"(?:\S.{1,60}\? )?like (?:the|our) page",
        longest=220,
    ),
    _pattern(
        "button",
        rf"(?:share|tweet|e-?mail|print|save|copy|bookmark|send)(?: this)?(?: (?:{_ITEM}|page|link|url))?"
        rf"(?: (?:on|via|by|with|to) (?:{_PLACE}|e-?mail|(?:your )?friends|clipboard))?",
        rf"{_PLACE}|subscribe|sign (?:in|up|out)|log (?:in|out)|share and comment(?: below)?",
        r"(?:(?:add|view|leave|post|show|hide|read|see) )?(?:(?:a|the|all|your|"
        r"\d+) )?comments?(?: \(?\d+)?",
        r"(?:load|show|view|see) (?:more|less|all)|skip to (?:the )?(?:main )?content|skip (?:ad|"
        r"advertisement)",
        rf"back to (?:the )?(?:top|home(?:page)?)|"
        rf"continue reading(?: (?:the )?(?:main )?{_WORK})?(?: below)?|loading",
        r"(?:accept|reject|manage) (?:all )?cookies|(?:previous|next) (?:article|story)|"
        r"create (?:a free |an )?account",
        longest=70,
    ),
    _pattern(
        "advertising",
        r"advertise?ments?|advertising|promoted(?: (?:content|stories|links?))?|paid (?:content|post)",
        r"sponsored(?: (?:content|links?|by .{1,40}))?|advertisement\W+(?:scroll|continue|story|"
        r"article)\b.{0,40}",
        r"(?:the )?(?:story|article|text) continues (?:below|after)(?: (?:this |"
        r"the )?ad(?:vertisement)?s?)?",
        r"scroll (?:down )?to continue(?: reading| with content)?",
        longest=80,
    ),
    _pattern(
        "picture credit",
        rf"(?:[\w.’'&-]+[ ,]*){{0,4}}(?:/ ?|via |\| ?){_AGENCY}(?: images| photo)?|{_AGENCY}(?: images|"
        rf" photo|/.{{1,40}})?",
        rf"{_PICTURE}(?: (?:by|credit|source|courtesy))?(?: of)?\s?[:|]? .{{1,60}}(?:/ ?|, ?| via |"
        rf" \(){_AGENCY}(?: images| photo)?",
        rf"(?:{_PICTURE} (?:credit|source|courtesy)s?(?: of)?|credit|"
        rf"{_PICTURE} courtesy of)\s?:? (?:{_PLAIN}|[.,/]){{1,60}}",
        rf"{_PICTURE}\s?: ?{_AGENCY}.{{0,40}}",
        longest=110,
    ),
    _pattern(
        "who made it",
        r"(?:(?:additional |with )?(?:reporting|writing|editing|production|graphics) by [^.!?“”]{2,200})",
        r"h/t:? .{2,40}",
        longest=300,
    ),
    _pattern(
        "rights",
        r"(?:copyright )?(?:©|\(c\)).{0,200}|copyright .{0,120}all rights reserved.{0,160}|"
        r"all rights reserved",
        r"this material may not be published, broadcast, rewritten,? or redistributed"
        r"(?: without permission)?",
        longest=300,
    ),
)
"""Every kind of line that is not read; the first that covers a line names it."""
