"""Scores of weights on the articles kept for choosing, or on dev."""

from pathlib import Path

from kg.reader.brat import annotation_files
from kg.reader.evaluation import Evaluation, evaluate
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
