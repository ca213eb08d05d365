"""What speaks for or against two actors being one, besides their names: offices, genders, company.

Each circumstance multiplies the odds. Names alone decide whether two actors are compared at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.resolution.company import Company
from kg.resolution.person_names import Evidence
from kg.resolution.profiles import Profile

SOLE_OFFICES = frozenset(
    {
        *("president", "vice president", "prime minister", "premier", "chancellor", "first lady"),
        *("king", "queen", "emperor", "sultan", "pope", "secretary general", "chief justice", "speaker"),
        *("attorney general", "commander-in-chief", "supreme leader", "crown prince", "chief executive"),
    }
)
"""Offices that few bearers of one name hold."""

_SOLE_OFFICE, _OFFICE, _COMPANY, _GENDER, _TOGETHER = 6.0, 2.0, 2.0, 0.02, 0.1
"""Factors of the odds: a sole office in common, another office in common, the same company, two genders, both
in one article and not taken for one there."""
_MUCH_COMPANY = 0.4


class CircumstanceKind(StrEnum):
    """What tells."""

    OFFICE = "office"
    OTHER_OFFICE = "other office"
    GENDER = "gender"
    COMPANY = "company"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One thing that makes it likelier, or less likely, that two actors are one."""

    kind: CircumstanceKind
    factor: float
    words: str


def circumstances(one: Profile, other: Profile, company: Company) -> Iterator[Circumstance]:
    """Everything that tells about two actors besides their names."""
    shared = one.offices & other.offices
    if sole := shared & SOLE_OFFICES:
        longest = max(sole, key=lambda office: (len(office), office))
        yield Circumstance(CircumstanceKind.OFFICE, _SOLE_OFFICE, f"both “{longest}”")
    elif shared:
        yield Circumstance(CircumstanceKind.OFFICE, _OFFICE, f"both “{min(shared)}”")
    if one.genders and other.genders and not one.genders & other.genders:
        yield Circumstance(CircumstanceKind.GENDER, _GENDER, "a man and a woman")
    if one.articles & other.articles:
        yield Circumstance(CircumstanceKind.ARTICLE, _TOGETHER, "two in one article")
    elif company.shared(one, other) >= _MUCH_COMPANY:
        yield Circumstance(CircumstanceKind.COMPANY, _COMPANY, "met in the same company")


def weighed(evidence: Evidence, found: Iterator[Circumstance]) -> Evidence:
    """The evidence of names with all circumstances counted."""
    odds = evidence.probability / (1 - evidence.probability)
    words = [evidence.words]
    for each in found:
        odds *= each.factor
        words.append(each.words)
    return Evidence(odds / (1 + odds), "; ".join(words))
