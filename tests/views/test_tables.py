import csv
import dataclasses
import io
import json

import pandas
import pytest

from kg.views.tables import COLUMNS, guarded, to_csv, to_jsonl
from tests.views.invented import make_rows, with_everywhere


def test_csv_has_one_line_per_statement_and_reads_back():
    rows = make_rows(120)
    read = list(csv.DictReader(io.StringIO(to_csv(rows), newline="")))
    assert [line["statement"] for line in read] == [row.id for row in rows]
    assert [line["speaker"] for line in read] == [row.speakers[0].name for row in rows]
    assert [float(line["probability"]) for line in read] == [row.probability for row in rows]
    assert list(read[0]) == list(COLUMNS)


@pytest.mark.parametrize("payload", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_cell_is_a_formula(payload):
    (line,) = csv.reader(
        io.StringIO(to_csv([with_everywhere(make_rows(1)[0], payload)]).split("\r\n", 1)[1], newline="")
    )
    assert not [cell for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert guarded(payload)[1:] == payload


def test_line_breaks_commas_and_quotes_stay_in_their_cell():
    row = dataclasses.replace(make_rows(1)[0], cue='said,\n"then"')
    assert pandas.read_csv(io.StringIO(to_csv([row])))["cue"].tolist() == ['said,\n"then"']


def test_jsonl_keeps_every_field():
    rows = make_rows(40)
    read = [json.loads(line) for line in to_jsonl(rows).splitlines()]
    assert [each["id"] for each in read] == [row.id for row in rows]
    first = rows[0]
    assert set(read[0]) == set(first.__dataclass_fields__)
    assert read[0]["content"] == [dataclasses.asdict(part) for part in first.content]
    assert read[0]["polarity"] == first.polarity
    assert read[0]["context"]["before"] == first.context.before


def test_jsonl_is_one_line_per_statement_whatever_the_words():
    hostile = with_everywhere(make_rows(1)[0], "a\nb\x0bc\x1d")
    assert to_jsonl([hostile, hostile]).count("\n") == 2
