"""What one build did."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What one build did; ``read + unchanged + replaced + len(failed)`` is the number of articles seen."""

    read: int = 0
    """New articles."""
    unchanged: int = 0
    """Same text, metadata and reader as before: skipped."""
    replaced: int = 0
    """Known articles whose text, metadata or reader changed."""
    nothing_found: int = 0
    """Of those read or replaced, how many have no statement."""
    failed: Mapping[str, str] = field(default_factory=dict)
    """Path to reason."""
    foreign: Mapping[str, str] = field(default_factory=dict)
    """Path to language of those read or replaced that are not in English; ``another language`` too."""
    passed_over: Mapping[str, int] = field(default_factory=dict)
    """Ending to number of the files below the given folders that are not read; they are not in ``total``."""

    @property
    def total(self) -> int:
        """Articles seen."""
        return self.read + self.unchanged + self.replaced + len(self.failed)
