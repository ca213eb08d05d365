"""How well clusters of mentions agree: MUC, B-cubed, CEAF-e and their mean, the CoNLL score.

As the reference scorer counts (version 8.01): mentions are equal or not, those found on one side alone are
left as they are, and of a mention that stands in several clusters the first counts. Clusters of one mention
count like others for B-cubed and CEAF-e and hold no link for MUC: leave them out on both sides to score as
CoNLL-2012 does, whose gold has none.

Source: Pradhan, Luo, Recasens, Hovy, Ng and Strube, "Scoring Coreference Partitions of Predicted Mentions: A
Reference Implementation", ACL 2014.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.resolution.assignment import best_total
from kg.scores import Score

Cluster = frozenset[Hashable]
"""Mentions of one thing."""


@dataclass(slots=True)
class CoreferenceScore:
    """The scores of any number of documents together."""

    mentions: Score = field(default_factory=Score)
    """Mentions in some cluster, whichever it is."""
    muc: Score = field(default_factory=Score)
    """Links: a cluster of n mentions holds n - 1 (Vilain et al. 1995)."""
    b_cubed: Score = field(default_factory=Score)
    """Mean over mentions of the share of their cluster that is right (Bagga and Baldwin 1998)."""
    ceaf_e: Score = field(default_factory=Score)
    """Clusters assigned one to one, each worth twice what it shares over both sizes (Luo 2005)."""

    @property
    def conll_f1(self) -> float:
        """Mean F1 of the three, 0–1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3

    def add(self, given: Iterable[Iterable[Hashable]], wanted: Iterable[Iterable[Hashable]]) -> None:
        """Count one more document: the clusters found, and those of the gold."""
        ours, theirs = _distinct(given), _distinct(wanted)
        our_places, their_places = _places(ours), _places(theirs)
        shared = len(our_places.keys() & their_places.keys())
        self.mentions.count(shared, len(our_places), len(their_places))
        self.muc.add(
            _links_kept(ours, their_places), _links(ours), _links_kept(theirs, our_places), _links(theirs)
        )
        self.b_cubed.add(
            _share_kept(ours, their_places),
            len(our_places),
            _share_kept(theirs, our_places),
            len(their_places),
        )
        self.ceaf_e.count(best_total(_similarities(ours, theirs, their_places)), len(ours), len(theirs))


def without_singletons(clusters: Iterable[Cluster]) -> list[Cluster]:
    """The clusters that hold a link, as CoNLL-2012 scores them."""
    return [cluster for cluster in clusters if len(cluster) > 1]


def _distinct(clusters: Iterable[Iterable[Hashable]]) -> list[Cluster]:
    seen: set[Hashable] = set()
    distinct = []
    for cluster in clusters:
        distinct.append(frozenset(cluster) - seen)
        seen |= distinct[-1]
    return [cluster for cluster in distinct if cluster]


def _places(clusters: Sequence[Cluster]) -> dict[Hashable, int]:
    return {mention: place for place, cluster in enumerate(clusters) for mention in cluster}


def _links(clusters: Iterable[Cluster]) -> int:
    return sum(len(cluster) - 1 for cluster in clusters)


def _links_kept(clusters: Iterable[Cluster], others: Mapping[Hashable, int]) -> int:
    """Links that stay when each cluster is cut along the other side's; who is alone there is cut off."""
    return sum(len(cluster) - _pieces(cluster, others) for cluster in clusters)


def _pieces(cluster: Cluster, others: Mapping[Hashable, int]) -> int:
    met = {others[mention] for mention in cluster if mention in others}
    return len(met) + sum(mention not in others for mention in cluster)


def _share_kept(clusters: Iterable[Cluster], others: Mapping[Hashable, int]) -> float:
    """Sum over mentions of how much of their cluster is with them on the other side."""
    return sum(
        together**2 / len(cluster) for cluster in clusters for together in _shared(cluster, others).values()
    )


def _shared(cluster: Cluster, others: Mapping[Hashable, int]) -> Counter[int]:
    return Counter(others[mention] for mention in cluster if mention in others)


def _similarities(
    ours: Sequence[Cluster], theirs: Sequence[Cluster], their_places: Mapping[Hashable, int]
) -> dict[tuple[int, int], float]:
    return {
        (place, other): 2 * together / (len(cluster) + len(theirs[other]))
        for place, cluster in enumerate(ours)
        for other, together in _shared(cluster, their_places).items()
    }
