"""Text in: files, folders, HTML pages, JSON Lines and standard input become articles.

What happens to one input, in order, and where::

    finding → opening → decoding → formats (pages, json_lines, front_matter) → freezing → navigation → Article
"""

from kg.articles.finding import find_files, lead_nowhere, passed_over
from kg.articles.languages import foreign_language
from kg.articles.reading import read_articles

__all__ = ["find_files", "foreign_language", "lead_nowhere", "passed_over", "read_articles"]
