"""The quality gate: scores on development data, against floors pinned in ``baseline.json``.

``python -m benchmarks.quality --data DIR`` fails below a floor; ``--pin`` writes the scores of today as the
new floors; ``--only NAME`` takes one measure of several. A digest of the data stands beside the floors:
floors of other data say nothing and are refused. A measure whose data is absent is skipped and named.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import layers, predicates
from kg.reader import load_reader
from kg.reader import report as reading
from kg.reader.evaluation import evaluate_folder
from kg.reader.weights import load_weights
from kg.resolution import report as speaking
from kg.scores import percent
from kg.speaker_evaluation import END_TO_END, WITH_GOLD, evaluate_speakers
from training.entities import read_entities
from training.gum import read_gum
from training.treebanks import ewt_documents, factuality_documents

BASELINE = Path(__file__).with_name("baseline.json")
SLACK = 0.3
"""Points of F1 that another processor's rounding may cost."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores that must not fall, by name, and all of them as lines for people."""

    scores: dict[str, float]
    report: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What is scored, on which folders of the data."""

    folders: tuple[str, ...]
    take: Callable[[Path], Measured]
    """From the data folder."""

    def missing(self, data: Path) -> list[str]:
        """The folders that are not there."""
        return [folder for folder in self.folders if not (data / folder).is_dir()]

    def digest(self, data: Path) -> str:
        """SHA-256 over the digests of the folders, hexadecimal."""
        return hashlib.sha256("".join(digest(data / folder) for folder in self.folders).encode()).hexdigest()


def _reader(data: Path) -> Measured:
    evaluation = evaluate_folder(load_reader().read, data / "polnear" / "dev")
    facts = reading.summary(evaluation)
    exact = {f"exact {role}": f1 for role, f1 in facts["exact"].items()}
    linked = {f"linked {name}": parts["f1"] for name, parts in facts["linked"].items()}
    return Measured(exact | linked, reading.report(evaluation))


def _speakers(data: Path) -> Measured:
    compared = evaluate_speakers(load_reader().read, data / "speakers", data / "polnear" / "dev" / "text")
    facts = speaking.summary(compared)
    return Measured(
        {
            f"{name}, {setting}": _f1(facts[setting][score])
            for setting in (END_TO_END, WITH_GOLD)
            for name, score in _SPEAKER_SCORES.items()
        },
        speaking.report(compared),
    )


def _layers(data: Path) -> Measured:
    reader = load_reader()
    names = layers.named_entities(read_entities(data / layers.ENTITIES), reader.read)
    tree = layers.trees(read_gum(data / layers.GUM), reader)
    chains = layers.coreference(read_gum(data / layers.GUM), reader.read)
    parts = (layers.entities_report(names), layers.trees_report(tree), layers.coreference_report(chains))
    return Measured(
        {
            "named entities": percent(names["all"].f1),
            "LAS": percent(tree.labelled / tree.tokens),
            "coreference": percent(chains.by_span.conll_f1),
        },
        "\n".join(parts),
    )


def _predicates(data: Path) -> Measured:
    found = predicates.arguments(ewt_documents(data / layers.EWT, data / layers.PROPOSITIONS), load_weights())
    correlation = predicates.factuality(factuality_documents(data / layers.FACTUALITY), load_reader())
    parts = (predicates.arguments_report(found), predicates.factuality_report(correlation))
    return Measured(
        {
            "predicates": percent(found.predicates.f1),
            "arguments": percent(found.arguments.f1),
            "factuality, r": percent(correlation),
        },
        "\n".join(parts),
    )


_SPEAKER_SCORES = {
    "right speaker": "speaker_accuracy",
    "right kind": "kind_accuracy",
    "who said what": "who_said_what",
    "about whom": "about",
}
"""What is pinned, by its name in the summary."""


def _f1(score: Any) -> float:
    return float(score["f1"] if isinstance(score, dict) else score)


MEASURES = {
    "reader": Measure(("polnear/dev",), _reader),
    "speakers": Measure(("speakers", "polnear/dev"), _speakers),
    "layers": Measure(("gum/dev", "worldwide-ner"), _layers),
    "predicates": Measure(("ewt", "propbank-ewt", "factuality/UW"), _predicates),
}


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files of a folder, hexadecimal."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def shortfalls(scores: dict[str, float], pinned: dict[str, float]) -> list[str]:
    """One line for each score below its floor."""
    return [
        f"{name}: {scores[name]:.1f}, the floor is {floor:.1f}"
        for name, floor in pinned.items()
        if scores[name] < floor - SLACK
    ]


def check(measures: Mapping[str, Measure], data: Path, baseline: dict[str, Any]) -> list[str]:
    """What is wrong with the scores of today; prints them, and what is skipped."""
    wrong = []
    for name, measure in measures.items():
        if missing := measure.missing(data):
            print(f"{name}: skipped, {', '.join(missing)} not in {data}; CONTRIBUTING.md says where from")
        elif name not in baseline:
            wrong.append(f"{name}: no floors yet; pin them with --pin")
        elif baseline[name]["sha256"] != measure.digest(data):
            wrong.append(f"{name}: the data is not that of baseline.json, its floors say nothing here")
        else:
            measured = measure.take(data)
            print(name, measured.report, sep="\n", end="\n\n")
            wrong += shortfalls(measured.scores, baseline[name]["floors"])
    return wrong


def pin(measures: Mapping[str, Measure], data: Path, baseline: dict[str, Any]) -> dict[str, Any]:
    """The baseline with the scores of today; prints them."""
    pinned = dict(baseline)
    for name, measure in measures.items():
        measured = measure.take(data)
        print(name, measured.report, sep="\n", end="\n\n")
        pinned[name] = {
            "folders": measure.folders,
            "sha256": measure.digest(data),
            "floors": measured.scores,
        }
    return pinned


def main() -> None:
    """Score, compare, or pin."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear/, speakers/ and more")
    parser.add_argument("--pin", action="store_true", help="write today's scores as the floors")
    parser.add_argument("--only", choices=MEASURES, help="this measure alone")
    arguments = parser.parse_args()
    measures = {arguments.only: MEASURES[arguments.only]} if arguments.only else MEASURES
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    if arguments.pin:
        baseline = pin(measures, arguments.data, baseline)
        BASELINE.write_text(json.dumps(baseline, indent=2) + "\n", encoding="utf-8")
        return
    wrong = check(measures, arguments.data, baseline)
    sys.exit("\n".join(wrong) if wrong else 0)


if __name__ == "__main__":
    main()
