"""The network in torch: a BERT encoder with word features, a tagging head with a CRF and a link head."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.reader.features import Break, Case
from kg.reader.labels import LABELS, may_follow
from kg.reader.pairs import CLASSES
from kg.reader.quotes import QuoteState
from training.heads import LayerHeads

FORBIDDEN = -1e4


@dataclass(frozen=True)
class Shape:
    """Sizes of the network; the defaults are MiniLM-L6."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    link_width: int = 64
    link_hidden: int = 64
    dropout: float = 0.1


class Embedding(nn.Module):
    """Pieces, positions and word features → (batch, pieces, width)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.pieces = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.kind = nn.Parameter(torch.zeros(shape.width))
        self.cases = nn.Embedding(len(Case), shape.width)
        self.breaks = nn.Embedding(len(Break), shape.width)
        self.quotes = nn.Embedding(len(QuoteState), shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        for table in (self.cases, self.breaks, self.quotes):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """``pieces`` (batch, pieces), ``features`` (batch, pieces, 3): case, break, quote."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        total = self.pieces(pieces) + self.positions(places) + self.kind
        total = (
            total
            + self.cases(features[..., 0])
            + self.breaks(features[..., 1])
            + self.quotes(features[..., 2])
        )
        return self.dropout(self.norm(total))


class Layer(nn.Module):
    """One layer of the encoder, BERT's order: attention, norm, two dense layers, norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.joint = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``hidden`` (batch, pieces, width), ``mask`` (batch, 1, 1, pieces) of bool."""
        batch, pieces, width = hidden.shape
        joint = self.joint(hidden).view(batch, pieces, 3, self.heads, width // self.heads)
        query, key, value = joint.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        hidden = self.norm(
            hidden + self.dropout(self.out(seen.transpose(1, 2).reshape(batch, pieces, width)))
        )
        return self.last_norm(hidden + self.dropout(self.down(functional.gelu(self.up(hidden)))))


class Network(nn.Module):
    """The encoder with the heads of labels and link vectors; a word is seen by its first piece."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.embedding = Embedding(shape)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.labels = nn.Linear(shape.width, len(LABELS))
        self.links = nn.Linear(shape.width, shape.link_width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """→ (batch, pieces, width), what the heads see; ``mask`` is 1 for pieces."""
        hidden = self.embedding(pieces, features)
        seen = mask.bool()[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, seen)
        return self.dropout(hidden)


class Transitions(nn.Module):
    """A linear-chain CRF: learned scores of one label after another, the illegal ones forbidden."""

    def __init__(self) -> None:
        super().__init__()
        self.scores = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.register_buffer("allowed", torch.from_numpy(may_follow()), persistent=False)

    def table(self) -> Tensor:
        """Scores of label j after label i, shape (labels, labels)."""
        return self.scores.masked_fill(~self.allowed, FORBIDDEN)

    def loss(self, scores: Tensor, gold: Tensor, lengths: Tensor) -> Tensor:
        """Mean negative log-likelihood per word; ``scores`` (batch, words, labels), ``gold`` (batch, words).

        The first word may carry any label: a window may begin inside a span.
        """
        table = self.table()
        steps = torch.arange(gold.shape[1])[None, :] < lengths[:, None]
        emitted = scores.gather(2, gold[..., None]).squeeze(2)
        moved = table[gold[:, :-1], gold[:, 1:]]
        path = (emitted * steps).sum(1) + (moved * steps[:, 1:]).sum(1)
        total = scores[:, 0]
        for word in range(1, scores.shape[1]):
            stepped = torch.logsumexp(total[:, :, None] + table, dim=1) + scores[:, word]
            total = torch.where(steps[:, word, None], stepped, total)
        return (torch.logsumexp(total, dim=1) - path).sum() / steps.sum()


class Linker(nn.Module):
    """Scores how well a span and each of its candidates belong together, and that none does."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        given, hidden = 3 * shape.link_width, shape.link_hidden
        self.ours = nn.Linear(given, hidden)
        self.theirs = nn.Linear(given, hidden, bias=False)
        self.our_factor = nn.Linear(given, hidden, bias=False)
        self.their_factor = nn.Linear(given, hidden, bias=False)
        self.places = nn.Embedding(CLASSES, hidden)
        self.none = nn.Parameter(torch.zeros(hidden))
        self.score = nn.Linear(hidden, 1, bias=False)
        nn.init.normal_(self.places.weight, std=0.1)

    def forward(self, ours: Tensor, theirs: Tensor, features: Tensor, possible: Tensor) -> Tensor:
        """Scores (spans, 1 + k), none first.

        ``ours`` (spans, 3w), ``theirs`` (spans, k, 3w), ``features`` (spans, k, f), ``possible`` (spans, k).
        """
        own = self.ours(ours)
        joint = own[:, None] + self.theirs(theirs) + self.places(features).sum(2)
        joint = joint + self.our_factor(ours)[:, None] * self.their_factor(theirs)
        scores = self.score(functional.relu(joint)).squeeze(2).masked_fill(~possible, FORBIDDEN)
        return torch.cat([self.score(functional.relu(own + self.none)), scores], dim=1)


class ReaderNetwork(nn.Module):
    """Everything that is trained."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.network = Network(shape)
        self.transitions = Transitions()
        self.cue_linker = Linker(shape)
        self.source_linker = Linker(shape)
        self.further = LayerHeads(shape.width)


def load_encoder(network: Network, weights: dict[str, Tensor]) -> None:
    """Fill embedding and layers from BERT's weights under their usual names."""
    embedding = network.embedding
    names = {
        "embeddings.word_embeddings.weight": embedding.pieces.weight,
        "embeddings.position_embeddings.weight": embedding.positions.weight,
        "embeddings.LayerNorm.weight": embedding.norm.weight,
        "embeddings.LayerNorm.bias": embedding.norm.bias,
    }
    with torch.no_grad():
        for name, target in names.items():
            target.copy_(weights[name])
        embedding.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        for number, layer in enumerate(network.layers):
            _load_layer(layer, weights, f"encoder.layer.{number}.")


def _load_layer(layer: nn.Module, weights: dict[str, Tensor], prefix: str) -> None:
    dense = {
        "attention.output.dense": layer.out,
        "attention.output.LayerNorm": layer.norm,
        "intermediate.dense": layer.up,
        "output.dense": layer.down,
        "output.LayerNorm": layer.last_norm,
    }
    for kind in ("weight", "bias"):
        parts = [weights[f"{prefix}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        getattr(layer.joint, kind).copy_(torch.cat(parts))
        for name, target in dense.items():
            getattr(target, kind).copy_(weights[f"{prefix}{name}.{kind}"])
