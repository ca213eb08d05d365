"""``python -m training DATA``: from the data folder to the weights in ``kg/reader/weights``.

Three steps, all by default: ``train``, ``export`` (with calibration) and ``score``.
"""

import argparse
import datetime
from pathlib import Path

import torch

from kg.reader.report import report
from kg.reader.weights import WEIGHTS, load_weights
from training.arguments import fitted_arguments
from training.calibrate import IDENTITY, fitted
from training.evaluate import evaluation
from training.export import add_scorers, export, trained, write_manifest
from training.frozen import frozen
from training.predicates import fitted_predicates
from training.recipe import RECIPE, read_recipe
from training.sentences import export_sentences
from training.train import Trainer
from training.treebanks import ewt_documents

STEPS = ("train", "export", "score")


def main() -> None:
    """Take the steps that were asked for, in order."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    steps, recipe = arguments.step or STEPS, read_recipe(arguments.recipe)
    if "train" in steps:
        Trainer(recipe, arguments.data, arguments.run, arguments.until, arguments.start).run()
    if "export" in steps:
        export(trained(arguments.run / arguments.checkpoint), arguments.weights, IDENTITY)
        export_sentences(arguments.weights, recipe.encoder_sha256)
        propositions = ewt_documents(
            arguments.data / "ewt" / "train.conllu", arguments.data / "propbank-ewt" / "train.jsonl"
        )
        exported = load_weights(arguments.weights)
        documents = list(frozen(propositions, exported))
        predicates = fitted_predicates(documents, exported.heads, recipe.predicates, recipe.seed)
        scorer = fitted_arguments(documents, recipe.arguments, recipe.seed)
        add_scorers(arguments.weights, predicates, scorer, IDENTITY)
        judged = evaluation(arguments.data, arguments.weights, "choose").judged
        write_manifest(arguments.weights, fitted(*map(list, zip(*judged, strict=True))))
    if "score" in steps:
        for part in ("choose", "dev"):
            print(part, report(evaluation(arguments.data, arguments.weights, part)), sep="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with polnear/ and worldwide-ner/")
    parser.add_argument("--step", action="append", choices=STEPS, help="only this step; may be repeated")
    parser.add_argument(
        "--run", type=Path, default=Path("training/runs/main"), help="folder of checkpoints and log"
    )
    parser.add_argument("--checkpoint", default="final.pt", help="file in that folder to export")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder to export to")
    parser.add_argument("--recipe", type=Path, default=RECIPE)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--until", type=_today_at, help="HH:MM today: stop then, learning rate falling to zero"
    )
    parser.add_argument(
        "--start",
        type=Path,
        action="append",
        default=[],
        help="checkpoint to begin from; the mean of several",
    )
    return parser.parse_args()


def _today_at(clock: str) -> datetime.datetime:
    return datetime.datetime.combine(datetime.datetime.now().date(), datetime.time.fromisoformat(clock))


if __name__ == "__main__":
    main()
