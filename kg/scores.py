"""Precision, recall and F1, however the right ones are counted."""

from dataclasses import dataclass


@dataclass(slots=True)
class Score:
    """How many of the given and of the wanted things are right; a thing may be right in part."""

    right_given: float = 0.0
    given: float = 0
    right_wanted: float = 0.0
    wanted: float = 0

    def add(self, right_given: float, given: float, right_wanted: float, wanted: float) -> None:
        """Count one more document."""
        self.right_given += right_given
        self.given += given
        self.right_wanted += right_wanted
        self.wanted += wanted

    def count(self, right: float, given: float, wanted: float) -> None:
        """Count one more document, where what is right is the same from both sides."""
        self.add(right, given, right, wanted)

    @property
    def precision(self) -> float:
        """Share of the given that is right, 0–1."""
        return self.right_given / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that is right, 0–1."""
        return self.right_wanted / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0–1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def percent(share: float) -> float:
    """A share of 0–1 in percent, to one decimal."""
    return round(100 * share, 1)


def percents(score: Score) -> dict[str, float]:
    """Precision, recall and F1 by name, in percent."""
    return {
        "precision": percent(score.precision),
        "recall": percent(score.recall),
        "f1": percent(score.f1),
    }


def score_line(name: str, parts: dict[str, float]) -> str:
    """What ``percents`` gives, as a line for people."""
    return f"{name:<18}F1 {parts['f1']:>5}  precision {parts['precision']:>5}  recall {parts['recall']:>5}"
