"""Scores of weights on the articles kept for choosing, or on dev."""

from pathlib import Path

from kg.reader.brat import annotation_files
from kg.reader.calibration import expected_calibration_error
from kg.reader.evaluation import ROLES, Evaluation, evaluate
from kg.reader.reading import Reader
from kg.reader.weights import load_weights
from training.data import is_chosen


def evaluation(data: Path, weights: Path, part: str) -> Evaluation:
    """Score the weights of a folder on ``choose`` or ``dev``."""
    reader = Reader(load_weights(weights))
    files = annotation_files(data / "polnear" / ("dev" if part == "dev" else "train"))
    if part == "choose":
        files = {path: annotations for path, annotations in files.items() if is_chosen(path.stem)}
    return evaluate(reader.read, files)


def described(scores: Evaluation) -> str:
    """The scores in a few lines, in percent."""
    exact, begin, jaccard = (
        " / ".join(f"{100 * by_role[role].f1:.1f}" for role in ROLES)
        for by_role in (scores.exact, scores.begin, scores.jaccard)
    )
    probabilities, right = zip(*scores.judged, strict=True) if scores.judged else ((), ())
    error = expected_calibration_error(list(probabilities), list(right))
    modes = ", ".join(
        f"{mode.value} {100 * score.f1:.1f} of {score.gold}" for mode, score in scores.by_mode.items()
    )
    return "\n".join(
        [
            f"{scores.documents} documents; source / cue / content",
            f"exact   {exact}",
            f"begin   {begin}",
            f"jaccard {jaccard}",
            f"linked  lenient {100 * scores.lenient.f1:.1f} (precision {100 * scores.lenient.precision:.1f},"
            f" recall {100 * scores.lenient.recall:.1f}), strict {100 * scores.strict.f1:.1f}",
            f"lenient by mode: {modes}",
            f"calibration error {error:.3f}; slowest {scores.slowest} {scores.slowest_seconds:.2f} s",
        ]
    )
