"""Which words of a body's name a common noun may stand for: ``the paper`` for the Valdene Post."""

_PAPERS = frozenset(
    {"Post", "Times", "Journal", "Herald", "Tribune", "Gazette", "Telegraph", "News", "Guardian", "Sun"}
)
_KINDRED = {
    "newspaper": _PAPERS,
    "paper": _PAPERS,
    "company": frozenset({"Inc.", "Inc", "Corp.", "Corp", "Co.", "Ltd.", "Company", "Corporation", "Group"}),
    "network": frozenset({"News", "Network", "CNN", "MSNBC", "NBC", "CBS", "ABC"}),
    "alliance": frozenset({"NATO"}),
    "camp": frozenset({"campaign"}),
    "administration": frozenset({"administration"}),
}


def kindred(noun: str) -> frozenset[str]:
    """Words, lower case, that make a name one of what ``noun`` calls, besides the noun itself."""
    return frozenset(word.lower() for word in _KINDRED.get(noun, ()))
