"""The training loop: can be stopped and goes on from its checkpoint."""

import datetime
import json
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor
from torch.nn import functional

from kg.reader.tokenise import Tokeniser
from training.augment import Names
from training.batches import UNKNOWN, Batch, Example, LinkBatch, WindowMaker, batch_of
from training.data import LabelledArticle, is_chosen, read_polnear
from training.encoder import encoder_folder, encoder_weights
from training.layer_batches import LayerBatch, LayerExample, LayerWindowMaker, layer_batch
from training.layers import LayeredDocument
from training.losses import layer_losses
from training.network import Linker, Network, ReaderNetwork, Shape, load_encoder
from training.recipe import Optimiser, Recipe
from training.treebanks import entity_documents, ewt_documents, factuality_documents, gum_documents

Thing = TypeVar("Thing")
SAVE_EVERY_SECONDS = 300
LOG_EVERY_STEPS = 20


@dataclass(slots=True)
class Progress:
    """Where a run stands; saved with its checkpoint."""

    step: int = 0
    epoch: int = 0
    step_of_epoch: int = 0
    seconds: float = 0.0
    losses: list[dict[str, float]] = field(default_factory=list)


class Trainer:
    """One run in one folder: ``checkpoint.pt``, ``log.jsonl`` and, at the end, ``final.pt``."""

    def __init__(
        self,
        recipe: Recipe,
        data: Path,
        folder: Path,
        until: datetime.datetime | None = None,
        start: Sequence[Path] = (),
    ) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe, self.folder, self.until = recipe, folder, until
        self.tokeniser = Tokeniser(encoder_folder() / "vocab.txt")
        every = list(read_polnear(data / recipe.polnear / "train"))
        self.articles = [article for article in every if not is_chosen(article.name)]
        names = Names(data / recipe.names, [article.table.forms for article in self.articles])
        size = recipe.windows.pieces
        self.maker = WindowMaker(self.tokeniser, size, names, recipe.chances, recipe.windows.forget)
        self.documents = layered_documents(data, recipe.layers.passes)
        self.layer_maker = LayerWindowMaker(self.tokeniser, size, names, recipe.chances)
        self.model = ReaderNetwork(Shape())
        load_encoder(self.model.network, encoder_weights(recipe.encoder_sha256))
        if start:
            self.model.load_state_dict(mean_of(start), strict=False)
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.optimiser = _optimiser(self.model, recipe.optimiser)
        self.progress = Progress()
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "checkpoint.pt").exists():
            self._resume()

    def run(self) -> None:
        """Train to the end of the recipe or to the given time; the learning rate falls to zero till then."""
        self._began = time.time() - self.progress.seconds
        self._saved = time.time()
        self.model.train()
        while self.progress.epoch < self.recipe.optimiser.epochs and not self._is_over():
            self._epoch()
            self.progress.epoch += 1
            self.progress.step_of_epoch = 0
            self._save("checkpoint.pt")
        self._save("final.pt")

    def _epoch(self) -> None:
        chance = random.Random(f"{self.recipe.seed} {self.progress.epoch}")  # noqa: S311 — no secret
        groups = grouped(self.articles, self.maker, self.recipe.windows.batch, chance)
        layered = layer_groups(self.documents, self.layer_maker, self.recipe.layers.pieces, chance)
        self._steps_an_epoch = len(groups)
        for group in groups[self.progress.step_of_epoch :]:
            further = layered[self.progress.step_of_epoch % len(layered)]
            self._step(batch_of(group, self.tokeniser.padding), layer_batch(further, self.tokeniser.padding))
            if self._is_over():
                return
            if time.time() - self._saved > SAVE_EVERY_SECONDS:
                self._save("checkpoint.pt")

    def _step(self, batch: Batch, further: LayerBatch) -> None:
        factor = self._rate()
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * factor
        self.optimiser.zero_grad(set_to_none=True)
        losses = self._backward(losses_of_layers(self.model, further))
        if self.recipe.optimiser.head_rate:
            losses |= self._backward(losses_of(self.model, batch))
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.recipe.optimiser.clip)
        self.optimiser.step()
        self.progress.step += 1
        self.progress.step_of_epoch += 1
        self._follow()
        self.progress.losses.append(losses)
        if self.progress.step % LOG_EVERY_STEPS == 0:
            self._log(factor)

    def _backward(self, losses: dict[str, Tensor]) -> dict[str, float]:
        """Add the gradients of the weighted losses; their values, for the log."""
        torch.stack([self.recipe.losses[name] * loss for name, loss in losses.items()]).sum().backward()
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _follow(self) -> None:
        """Move the average of the weights, faster at first."""
        step = self.progress.step
        keep = min(self.recipe.optimiser.average, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)

    def _rate(self) -> float:
        """Factor of the learning rate: up during warm-up, then down to zero at the end."""
        warm = min(1.0, (self.progress.step + 1) / self.recipe.optimiser.warm_up_steps)
        return warm * max(0.0, 1.0 - self._share_done())

    def _share_done(self) -> float:
        by_steps = self.progress.step / (self.recipe.optimiser.epochs * self._steps_an_epoch)
        if self.until is None:
            return by_steps
        now = time.time()
        return max(by_steps, (now - self._began) / max(self.until.timestamp() - self._began, 1.0))

    def _is_over(self) -> bool:
        return self.until is not None and time.time() >= self.until.timestamp()

    def _log(self, factor: float) -> None:
        self.progress.seconds = time.time() - self._began
        seen = self.progress.losses
        means = {name: round(sum(each[name] for each in seen) / len(seen), 4) for name in seen[0]}
        line = {"step": self.progress.step, "of": self._steps_an_epoch, "epoch": self.progress.epoch}
        line |= {"seconds": round(self.progress.seconds), "rate": round(factor, 4), "losses": means}
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        self.progress.losses = []

    def _save(self, name: str) -> None:
        self.progress.seconds = time.time() - self._began
        state = {
            "model": self.model.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "progress": asdict(self.progress),
        }
        torch.save(state, self.folder / f"{name}.new")
        (self.folder / f"{name}.new").replace(self.folder / name)
        self._saved = time.time()

    def _resume(self) -> None:
        state = torch.load(self.folder / "checkpoint.pt", weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.progress = Progress(**state["progress"])


def _optimiser(model: ReaderNetwork, recipe: Optimiser) -> torch.optim.Optimizer:
    """What is to be learned at which rate; what has the rate 0 is left as it is."""
    new = ("network.labels", "network.links", "network.embedding.cases", "network.embedding.breaks")
    new += ("network.embedding.quotes", "transitions", "cue_linker", "source_linker")
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in model.named_parameters():
        rate = recipe.head_rate if name.startswith(new) else recipe.encoder_rate
        rate = recipe.layer_rate if name.startswith("further") else rate
        weight.requires_grad_(rate > 0)
        decay = 0.0 if weight.ndim < 2 else recipe.weight_decay
        if rate:
            groups.setdefault((rate, decay), []).append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "rate": rate, "weight_decay": decay}
            for (rate, decay), weights in groups.items()
        ],
        lr=0.0,
        fused=True,
    )


def grouped(
    articles: Sequence[LabelledArticle], maker: WindowMaker, size: int, chance: random.Random
) -> list[list[Example]]:
    """All windows of an epoch in groups of like length, in random order."""
    examples = _shuffled((each for article in articles for each in maker.examples(article, chance)), chance)
    groups: list[list[Example]] = []
    for start in range(0, len(examples), 8 * size):
        pool = sorted(examples[start : start + 8 * size], key=lambda example: len(example.pieces))
        groups += [pool[first : first + size] for first in range(0, len(pool), size)]
    return _shuffled(groups, chance)


def layered_documents(data: Path, passes: dict[str, float]) -> list[tuple[LayeredDocument, float]]:
    """The train parts of the treebanks, each document with how often it is read in an epoch."""
    parts = {
        "gum": gum_documents(data / "gum" / "train"),
        "ewt": ewt_documents(data / "ewt" / "train.conllu", data / "propbank-ewt" / "train.jsonl"),
        "entities": entity_documents(data / "worldwide-ner" / "train.bio"),
        "factuality": factuality_documents(data / "factuality" / "UW" / "train.jsonl"),
    }
    return [(document, passes[name]) for name, documents in parts.items() for document in documents]


def layer_groups(
    documents: Sequence[tuple[LayeredDocument, float]],
    maker: LayerWindowMaker,
    pieces: int,
    chance: random.Random,
) -> list[list[LayerExample]]:
    """Windows of like length of all treebanks, in groups of at most ``pieces`` pieces, in random order."""
    examples = _shuffled(
        (
            example
            for document, passes in documents
            for _ in range(int(passes + chance.random()))
            for example in maker.examples(document, chance)
        ),
        chance,
    )
    groups: list[list[LayerExample]] = []
    for start in range(0, len(examples), 128):
        pool = sorted(examples[start : start + 128], key=lambda example: len(example.inputs.pieces))
        while pool:
            fitting = max(1, pieces // len(pool[-1].inputs.pieces))
            groups.append(pool[-fitting:])
            del pool[-fitting:]
    return _shuffled(groups, chance)


def mean_of(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of the averaged weights of several runs."""
    states = [torch.load(path, weights_only=True)["average"] for path in checkpoints]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def _shuffled(things: Iterable[Thing], chance: random.Random) -> list[Thing]:
    result = list(things)
    chance.shuffle(result)
    return result


def losses_of(model: ReaderNetwork, batch: Batch) -> dict[str, Tensor]:
    """Losses of the labels, of content to cue and of cue to source."""
    hidden = _of_words(model.network, batch)
    scores, of_spans = model.network.labels(hidden), span_vectors(model.network.links(hidden), batch.spans)
    return {
        "labels": model.transitions.loss(scores, batch.labels, batch.lengths),
        "cues": link_loss(model.cue_linker, of_spans, batch.cue_links),
        "sources": link_loss(model.source_linker, of_spans, batch.source_links),
    }


def losses_of_layers(model: ReaderNetwork, batch: LayerBatch) -> dict[str, Tensor]:
    """Losses of all further layers."""
    return layer_losses(model.further, _of_words(model.network, batch), batch)


def _of_words(network: Network, batch: Batch | LayerBatch) -> Tensor:
    """What the heads see of each word: (windows, words, width)."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network(batch.pieces, batch.features, batch.mask)
    return hidden[torch.arange(len(batch.firsts))[:, None], batch.firsts].float()


def span_vectors(vectors: Tensor, spans: Tensor) -> Tensor:
    """First, last and mean of the vectors of each span: (batch, words, w) and (spans, 3) → (spans, 3w)."""
    row, start, end = spans.unbind(1)
    sums = functional.pad(vectors.cumsum(1), (0, 0, 1, 0))
    mean = (sums[row, end] - sums[row, start]) / (end - start)[:, None]
    return torch.cat([vectors[row, start], vectors[row, end - 1], mean], dim=1)


def link_loss(linker: Linker, of_spans: Tensor, links: LinkBatch) -> Tensor:
    """Cross-entropy over the candidates and none."""
    known = links.target != UNKNOWN
    if not known.any():
        return of_spans.new_zeros(())
    scores = linker(of_spans[links.ours], of_spans[links.theirs], links.features, links.possible)
    return functional.cross_entropy(scores[known], links.target[known])
