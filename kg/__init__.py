"""newskg: who said what about whom, from news articles to a graph."""

__version__ = "0.1.0"
