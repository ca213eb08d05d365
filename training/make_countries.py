"""Make kg/resolution/data/countries.tsv from a copy of mledoze/countries (ODbL 1.0).

    python training/make_countries.py countries.json > kg/resolution/data/countries.tsv

One row per state: name, other names, demonyms, capitals; several values are joined by ``|``. What the
source lacks (the short forms that newspapers use) stands in the tables below.
"""

import json
import re
import sys
from pathlib import Path

NOTICE = (
    "# Derived from https://github.com/mledoze/countries, made available under the Open Database License\n"
    "# (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/. This table is available under the same\n"
    "# licence.\n"
    "# Made by training/make_countries.py.\n"
)

ALSO_STATES = {"Taiwan", "Palestine", "Kosovo", "Hong Kong", "Vatican City"}

SHORT_NAMES = {
    "Bosnia and Herzegovina": ["Bosnia"],
    "China": ["PRC"],
    "Czechia": ["Czech Republic"],
    "DR Congo": ["Democratic Republic of Congo", "DRC"],
    "Hong Kong": [],
    "Ivory Coast": ["Cote d'Ivoire"],
    "Myanmar": ["Burma"],
    "North Korea": ["N. Korea", "DPRK"],
    "Russia": ["Russian Federation"],
    "South Korea": ["S. Korea"],
    "Turkey": ["Türkiye", "Turkiye"],
    "United Arab Emirates": ["UAE", "U.A.E.", "Emirates"],
    "United Kingdom": ["UK", "U.K.", "Britain", "Great Britain"],
    "United States": ["US", "U.S.", "USA", "U.S.A.", "America"],
    "Vatican City": ["Vatican", "Holy See"],
}

SHORT_DEMONYMS = {
    "Argentina": ["Argentinian"],
    "Kazakhstan": ["Kazakh"],
    "Kyrgyzstan": ["Kyrgyz"],
    "North Korea": ["N. Korean"],
    "Philippines": ["Philippine"],
    "Saudi Arabia": ["Saudi"],
    "Slovenia": ["Slovenian"],
    "South Korea": ["S. Korean"],
    "Spain": ["Spaniard"],
    "Tajikistan": ["Tajik"],
    "Uzbekistan": ["Uzbek"],
    "United Kingdom": ["Briton"],
}
"""Nationalities beside the demonym of the source."""

OTHER_CAPITALS = {"Israel": ["Tel Aviv"], "Kazakhstan": ["Astana"], "United States": ["Washington"]}

CODE_LENGTH = 3
"""Spellings this short are codes ("RU"), which stand for other things in running text."""


def row(state: dict) -> str:
    """One line of the table for one record of the source."""
    name = state["name"]["common"]
    spellings = [state["name"]["official"], *state["altSpellings"]]
    names = [each for each in spellings if len(each) > CODE_LENGTH and each.isascii()] + SHORT_NAMES.get(
        name, []
    )
    english = state["demonyms"].get("eng", {}).values()
    demonyms = [
        *(part for value in english for part in re.split(", | or ", value)),
        *SHORT_DEMONYMS.get(name, []),
    ]
    capitals = [*state["capital"], *OTHER_CAPITALS.get(name, [])]
    columns = (_joined(names, but=name), _joined(demonyms), _joined(capitals, but=name))
    return "\t".join((name, *columns))


def _joined(values: list[str], but: str = "") -> str:
    return "|".join(dict.fromkeys(value for value in values if value and value != but and ", " not in value))


def main() -> None:
    """Write the table to standard output, sorted by name."""
    states = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    kept = [state for state in states if state["independent"] or state["name"]["common"] in ALSO_STATES]
    print(NOTICE + "# name\tother names\tdemonyms\tcapitals")
    for line in sorted(row(state) for state in kept):
        print(line)


if __name__ == "__main__":
    main()
