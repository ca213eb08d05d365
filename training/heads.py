"""The heads of the further layers on the reader's encoder, in torch."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.reader.coreference import DISTANCE_CLASSES
from kg.reader.layers import ARGUMENTS, ENTITY_LABELS, MENTIONS, RELATIONS, UPOS, XPOS

ARC_WIDTH, RELATION_WIDTH, ARGUMENT_WIDTH, ANTECEDENT_WIDTH = 128, 64, 64, 96


class Biaffine(nn.Module):
    """Deep biaffine scores (Dozat and Manning 2017): of every word with every other, for each class."""

    def __init__(self, width: int, hidden: int, classes: int) -> None:
        super().__init__()
        self.ours = nn.Linear(width, hidden)
        self.theirs = nn.Linear(width, hidden)
        self.weight = nn.Parameter(torch.zeros(classes, hidden + 1, hidden + 1))

    def vectors(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """Both sides of (…, width), each with a constant 1 at the end: (…, hidden + 1)."""
        sides = (functional.relu(side(hidden)) for side in (self.ours, self.theirs))
        ours, theirs = (functional.pad(side, (0, 1), value=1.0) for side in sides)
        return ours, theirs

    def table(self, ours: Tensor, theirs: Tensor) -> Tensor:
        """One class, all pairs: (batch, n, h) and (batch, n, h) → (batch, n, n)."""
        return ours @ self.weight[0] @ theirs.transpose(1, 2)

    def pairs(self, ours: Tensor, theirs: Tensor) -> Tensor:
        """All classes, given pairs: (pairs, h) and (pairs, h) → (pairs, classes)."""
        return torch.einsum("ph,chk,pk->pc", ours, self.weight, theirs)


class Antecedents(nn.Module):
    """Scores of an earlier mention as the antecedent of a later one, by their head words; none scores 0."""

    def __init__(self, width: int) -> None:
        super().__init__()
        hidden = ANTECEDENT_WIDTH
        self.vector = nn.Linear(width, hidden)
        self.ours = nn.Linear(hidden, hidden)
        self.theirs = nn.Linear(hidden, hidden, bias=False)
        self.product = nn.Linear(hidden, hidden, bias=False)
        self.distances = nn.Embedding(DISTANCE_CLASSES, hidden)
        self.same_form = nn.Embedding(2, hidden)
        self.score = nn.Linear(hidden, 1)

    def forward(self, vectors: Tensor, distances: Tensor, same_form: Tensor) -> Tensor:
        """``vectors`` (n, hidden) of mentions in text order, the others (n, n) → (n, n), row with column."""
        joint = self.ours(vectors)[:, None] + self.theirs(vectors)[None]
        joint = joint + self.product(vectors[:, None] * vectors[None])
        joint = joint + self.distances(distances) + self.same_form(same_form)
        return self.score(functional.relu(joint)).squeeze(2)


class LayerHeads(nn.Module):
    """All further heads on the vectors of words."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.upos = nn.Linear(width, len(UPOS))
        self.xpos = nn.Linear(width, len(XPOS))
        self.entities = nn.Linear(width, len(ENTITY_LABELS))
        self.mentions = nn.Linear(width, len(MENTIONS))
        self.predicates = nn.Linear(width, 2)
        self.factuality = nn.Linear(width, 1)
        self.arcs = Biaffine(width, ARC_WIDTH, 1)
        self.relations = Biaffine(width, RELATION_WIDTH, len(RELATIONS))
        self.arguments = Biaffine(width, ARGUMENT_WIDTH, len(ARGUMENTS))
        self.antecedents = Antecedents(width)
