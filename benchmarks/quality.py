"""The quality gate: scores on development data, against floors pinned in ``baseline.json``.

``python -m benchmarks.quality --data DIR`` fails below a floor; ``--pin`` writes the scores of today as the
new floors. A digest of the data stands beside them: floors of other data say nothing and are refused.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from kg.reader import load_reader
from kg.reader.evaluation import evaluate_folder
from kg.reader.report import report, summary

BASELINE = Path(__file__).with_name("baseline.json")
PART = Path("polnear") / "dev"
SLACK = 0.3
"""Points of F1 that another processor's rounding may cost."""


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files of a folder, hexadecimal."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def floors(scores: dict[str, Any]) -> dict[str, float]:
    """The scores that must not fall, by name."""
    exact = {f"exact {role}": f1 for role, f1 in scores["exact"].items()}
    linked = {f"linked {name}": parts["f1"] for name, parts in scores["linked"].items()}
    return exact | linked


def shortfalls(scores: dict[str, float], pinned: dict[str, float]) -> list[str]:
    """One line for each score below its floor."""
    return [
        f"{name}: {scores[name]:.1f}, the floor is {floor:.1f}"
        for name, floor in pinned.items()
        if scores[name] < floor - SLACK
    ]


def main() -> None:
    """Score, compare, or pin."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/")
    parser.add_argument("--pin", action="store_true", help="write today's scores as the floors")
    arguments = parser.parse_args()
    folder = arguments.data / PART
    if not folder.is_dir():
        print(f"skipped: {folder} is not there; CONTRIBUTING.md says where the data comes from")
        return
    evaluation = evaluate_folder(load_reader().read, folder)
    scores = floors(summary(evaluation))
    print(report(evaluation))
    if arguments.pin:
        pinned = {"data": {"folder": PART.as_posix(), "sha256": digest(folder)}, "floors": scores}
        BASELINE.write_text(json.dumps(pinned, indent=2) + "\n", encoding="utf-8")
        return
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    if baseline["data"]["sha256"] != digest(folder):
        sys.exit("the data is not that of baseline.json: its floors say nothing here")
    missed = shortfalls(scores, baseline["floors"])
    sys.exit("\n".join(missed) if missed else 0)


if __name__ == "__main__":
    main()
