"""How news writes dates: a table of patterns, each with the function that reads what it matched.

A function gets the match and where the writer stands, and gives a period, ``UNKNOWN`` if these words date
something but nobody can tell when, or None if they are no date at all.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.domain import Period
from kg.resolution import absolute_dates as absolute
from kg.resolution import periods
from kg.resolution import relative_dates as relative
from kg.resolution.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a date."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Standpoint], Period | None]


_FULL = "|".join(name for each in absolute.MONTH_NAMES for name in (each, each.upper()))
_MONTH = rf"(?P<month>(?:{_FULL})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d\w%]|[.:,]\d)"
_YEAR = r"(?:1\d|20|21)\d\d(?![\d%]|[.,:-]\d|\w)"
_OF_YEAR = rf"(?:,? (?:in |of )?(?:(?P<year>{_YEAR})|(?P<which>last|this|next) year\b))?"
_WEEKDAY_NAMES = rf"(?:{'|'.join(relative.WEEKDAYS)}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
_ANY_WEEKDAY = (
    rf"(?:(?:{'|'.join(relative.WEEKDAYS)}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?),? (?:the )?)?"
)
_TO = r"(?: ?[-–—] ?| to | and | or | through )"
_SIDE = r"(?P<side>(?:[Tt]he )?(?:beginning|start|middle|end|close) of )"
_PART = rf"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?: in |[ -])|{_SIDE}(?:the )?)?"
_STEP = r"(?P<step>[Ll]ast|[Tt]his|[Nn]ext)"
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Ff]all)"
_UNIT = r"(?P<unit>minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|centurie)"
_COUNT = (
    r"(?:(?P<vague>several|a few|some|many)"
    r"|(?P<count>an?(?: couple(?: of)?)?|\d+|[A-Za-z]+(?:-[a-z]+)?(?: and a half)?))"
)
_BETWEEN = r"(?:(?:[Bb]etween|[Ff]rom) )?"
_THE = r"(?:[Tt]he )"
_TIME_OF_DAY = r"(?: (?:morning|afternoon|evening|night|noon))?"
_NEAR_DAY = (
    r"(?:[Tt]he )(?:day before yesterday|day after tomorrow)|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow"
    r"|[Oo]vernight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening)"
)
_FIXED_DAY = (
    r"Christmas (?:Day|Eve)|(?<=\bat )Christmas|(?<=\bby )Christmas|New Year['’]s (?:Day|Eve)|Boxing Day"
    r"|Halloween|Valentine['’]s Day|Fourth of July"
)
_NUMBERED_QUARTER = (
    r"(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[1-4](?:st|nd|rd|th))[- ](?P<kind>quarter)"
)


def _rule(pattern: str, read: Callable[[re.Match[str], Standpoint], Period | None]) -> Rule:
    return Rule(re.compile(rf"(?<![\w$€£¥])(?:{pattern})(?!\w)"), read)


RULES = (
    _rule(r"9/11(?!/)", lambda _match, _at: periods.day(datetime.date(2001, 9, 11))),
    _rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", absolute.numeric),
    _rule(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})", absolute.slashed),
    _rule(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})", absolute.numeric),
    _rule(
        rf"{_BETWEEN}{_ANY_WEEKDAY}(?P<day>{_DAY}){_TO}(?P<last>{_DAY})(?: of)? {_MONTH}{_OF_YEAR}",
        absolute.days_of_month,
    ),
    _rule(
        rf"{_BETWEEN}{_ANY_WEEKDAY}{_MONTH} (?P<day>{_DAY}){_TO}(?P<last>{_DAY}){_OF_YEAR}",
        absolute.days_of_month,
    ),
    _rule(rf"{_ANY_WEEKDAY}{_THE}?(?P<day>{_DAY})(?: of)? {_MONTH}{_OF_YEAR}", absolute.days_of_month),
    _rule(rf"{_ANY_WEEKDAY}{_MONTH} (?:the )?(?P<day>{_DAY}){_OF_YEAR}", absolute.days_of_month),
    _rule(rf"(?:{_STEP} )?{_PART}{_MONTH}(?!-\d| \d{{1,2}}\b){_OF_YEAR}", absolute.month),
    _rule(rf"{_PART}(?P<year>{_YEAR})", absolute.bare_year),
    _rule(
        rf"{_BETWEEN}(?P<year>(?:1\d|20)\d\d)"
        rf"(?P<joint> ?[-–—] ?| to | and )(?P<last>{_YEAR}|\d\d(?![\d,.%]))",
        absolute.years_in_a_row,
    ),
    _rule(rf"(?:{_THE}?{_PART}(?P<year>\d{{3}}0)|(?:the )['’](?P<short>\d0))['’]?s", absolute.decade),
    _rule(rf"{_THE}(?P<number>\d{{1,2}})(?:st|nd|rd|th)[ -][Cc]entury", absolute.century),
    _rule(rf"{_THE}?{_NUMBERED_QUARTER}{_OF_YEAR}(?! (?:of|final))", absolute.quarter),
    _rule(
        rf"{_THE}(?P<number>first|second) (?P<kind>half)(?: of)? "
        rf"(?:(?P<year>{_YEAR})|(?P<which>last|this|next) year|(?:the )year)",
        absolute.quarter,
    ),
    _rule(rf"Q(?P<number>[1-4]){_OF_YEAR}", absolute.quarter),
    _rule(rf"{_THE}?{_PART}{_SEASON}(?: of|,)? (?P<year>{_YEAR})", absolute.season),
    _rule(rf"{_PART}{_STEP} {_SEASON}", absolute.season),
    _rule(rf"(?<=\b(?:in|by) ){_THE}{_PART}{_SEASON}(?! of)", absolute.season),
    _rule(rf"{_THE}?(?P<name>{_FIXED_DAY}){_OF_YEAR}", absolute.fixed_day),
    _rule(rf"(?P<name>{_NEAR_DAY}){_TIME_OF_DAY}", relative.near_day),
    _rule(
        r"(?:(?P<step>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast) )?(?:(?:[Ll]ate|[Ee]arly) (?:on )?)?"
        rf"(?P<weekday>{_WEEKDAY_NAMES}){_TIME_OF_DAY}",
        relative.weekday,
    ),
    _rule(rf"(?:(?P<half>[Ee]arlier|[Ll]ater) )?{_PART}{_STEP} {_UNIT}", relative.unit),
    _rule(rf"{_SIDE}(?P<step>the) {_UNIT}", relative.unit),
    _rule(r"(?P<step>[Tt]he) (?P<unit>weekend)", relative.unit),
    _rule(rf"{_COUNT} {_UNIT}s? ago", relative.ago),
    _rule(rf"{_COUNT} {_UNIT}s? (?P<way>later|earlier|afterwards?)", relative.later),
    _rule(
        rf"(?<!\bover )(?<!\bin )(?<!\bwithin )(?<!\bfor )[Tt]he (?P<way>next) {_UNIT}", relative.following
    ),
    _rule(rf"[Tt]he (?P<way>following|same|previous|preceding) {_UNIT}", relative.following),
    _rule(r"[Tt]he (?P<way>day (?:after|before))(?=[.,;:])", relative.following),
    _rule(
        rf"{_THE}(?P<way>past|last|next|coming|previous) (?:{_COUNT} )?{_UNIT}(?P<plural>s)?",
        relative.stretch,
    ),
    _rule(rf"{_THE}?(?P<way>[Rr]ecent|[Cc]oming) {_UNIT}(?P<plural>s)", relative.stretch),
    _rule(rf"(?:in|within) {_COUNT} {_UNIT}s?(?: time)?(?! of)", relative.ahead),
    _rule(
        r"(?<=\bon )the (?P<day>\d{1,2}(?:st|nd|rd|th))(?= of (?:this|last|the) month|[.,;:!?]|$)",
        relative.day_of_month,
    ),
)
