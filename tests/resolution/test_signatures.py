import datetime

import pytest

from kg.domain import Span
from kg.resolution.signatures import date_in, signature_after

POST = "It rains"


@pytest.mark.parametrize(
    ("line", "signed", "date"),
    [
        ("\n— Ann Cole (@anncole) October 25, 2024", True, datetime.date(2024, 10, 25)),
        ("”\n\n-- Ann Cole", True, None),
        ("\n- Ann Cole wins again", False, None),
        ("\n— and then the rain stopped", False, None),
        ("\nAnn Cole", False, None),
    ],
)
def test_signatures(line: str, signed: bool, date: datetime.date | None) -> None:
    found = signature_after([Span(0, len(POST))], POST + line)
    assert (found is not None) == signed
    assert (found.date if found else None) == date


@pytest.mark.parametrize(
    "words", ["February 30, 2024", "on May 3, 2021 and June 4, 2021", "last May", "in 2024"]
)
def test_no_single_full_date(words: str) -> None:
    assert date_in(words) is None
