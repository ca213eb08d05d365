"""Why an input cannot become an article, said where the path is not known."""


class Unusable(Exception):  # noqa: N818 - it is a verdict on the input; the error is the ArticleError made from it
    """``reason`` in one clause and ``hint``, the next step; ``kg.articles.reading`` adds the path."""

    def __init__(self, reason: str, *, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
