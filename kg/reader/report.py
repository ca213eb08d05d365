"""The scores of an evaluation as numbers for programs and as lines for people, in percent."""

from typing import Any

from kg.reader.calibration import expected_calibration_error
from kg.reader.evaluation import ROLES, Evaluation, Score


def summary(scores: Evaluation) -> dict[str, Any]:
    """All scores by name, F1 in percent where a name stands alone."""
    judged = [*zip(*scores.judged, strict=True)] or [(), ()]
    return {
        "documents": scores.documents,
        **{
            name: {role: _percent(by_role[role].f1) for role in ROLES}
            for name, by_role in (
                ("exact", scores.exact),
                ("begin", scores.begin),
                ("jaccard", scores.jaccard),
            )
        },
        "linked": {"lenient": _parts(scores.lenient), "strict": _parts(scores.strict)},
        "by_mode": {
            mode.value: {**_parts(score), "gold": score.gold} for mode, score in scores.by_mode.items()
        },
        "confusion": {f"{gold} as {ours}": count for (gold, ours), count in sorted(scores.confusion.items())},
        "calibration_error": round(expected_calibration_error(list(judged[0]), list(judged[1])), 4),
        "slowest": {"article": scores.slowest, "seconds": round(scores.slowest_seconds, 3)},
    }


def _percent(share: float) -> float:
    return round(100 * share, 1)


def _parts(score: Score) -> dict[str, float]:
    return {
        "precision": _percent(score.precision),
        "recall": _percent(score.recall),
        "f1": _percent(score.f1),
    }


def report(scores: Evaluation) -> str:
    """The scores as lines for people."""
    facts = summary(scores)
    lines = [f"{facts['documents']} documents", f"{'F1':<10}" + "".join(f"{role:>9}" for role in ROLES)]
    lines += [
        f"{name:<10}" + "".join(f"{facts[name][role]:>9}" for role in ROLES)
        for name in ("exact", "begin", "jaccard")
    ]
    lines += [
        "",
        *(_linked(f"linked, {name}", score) for name, score in facts["linked"].items()),
        *(_linked(f"{mode} ({score['gold']:g})", score) for mode, score in facts["by_mode"].items()),
        "",
        "words, gold role as found role:",
        *(f"  {pair:<22}{count:>8,}" for pair, count in facts["confusion"].items()),
        "",
        f"expected calibration error {facts['calibration_error']:.3f}",
        f"slowest article {facts['slowest']['article']}, {facts['slowest']['seconds']:.2f} s",
    ]
    return "\n".join(lines)


def _linked(name: str, score: dict[str, float]) -> str:
    return f"{name:<18}F1 {score['f1']:>5}  precision {score['precision']:>5}  recall {score['recall']:>5}"
