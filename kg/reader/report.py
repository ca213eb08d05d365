"""The scores of an evaluation as numbers for programs and as lines for people, in percent."""

from typing import Any

from kg.reader.calibration import expected_calibration_error
from kg.reader.evaluation import ROLES, Evaluation
from kg.scores import percent, percents, score_line


def summary(scores: Evaluation) -> dict[str, Any]:
    """All scores by name, F1 in percent where a name stands alone."""
    judged = [*zip(*scores.judged, strict=True)] or [(), ()]
    return {
        "documents": scores.documents,
        **{
            name: {role: percent(by_role[role].f1) for role in ROLES}
            for name, by_role in (
                ("exact", scores.exact),
                ("begin", scores.begin),
                ("jaccard", scores.jaccard),
            )
        },
        "linked": {"lenient": percents(scores.lenient), "strict": percents(scores.strict)},
        "by_mode": {
            mode.value: {**percents(score), "gold": score.wanted} for mode, score in scores.by_mode.items()
        },
        "confusion": {f"{gold} as {ours}": count for (gold, ours), count in sorted(scores.confusion.items())},
        "calibration_error": round(expected_calibration_error(list(judged[0]), list(judged[1])), 4),
        "slowest": {"article": scores.slowest, "seconds": round(scores.slowest_seconds, 3)},
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
        *(score_line(f"linked, {name}", score) for name, score in facts["linked"].items()),
        *(score_line(f"{mode} ({score['gold']:g})", score) for mode, score in facts["by_mode"].items()),
        "",
        "words, gold role as found role:",
        *(f"  {pair:<22}{count:>8,}" for pair, count in facts["confusion"].items()),
        "",
        f"expected calibration error {facts['calibration_error']:.3f}",
        f"slowest article {facts['slowest']['article']}, {facts['slowest']['seconds']:.2f} s",
    ]
    return "\n".join(lines)
