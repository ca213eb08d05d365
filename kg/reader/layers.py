"""The classes of the layers that the network reads beside attributions, in the order of its outputs.

A layer says something about every word. The words are the reader's; where a treebank's token is cut into
several words ("U", ".", "S", "."), the first carries the token and the others continue it (``PART``).
Universal Dependencies 2 (tags, relations), PropBank (arguments), GUM (kinds of mention).
"""

from typing import Final

PART: Final = "part"
"""Tag of a word that continues the token of the word before it."""

UPOS: Final = (
    PART,
    *"ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(),  # noqa: SIM905 — a word list
)
XPOS: Final = (
    PART,
    *"""NN IN DT NNP JJ PRP . RB , NNS VB CC VBD VBP VBZ CD VBN VBG TO PRP$ MD UH : WDT -RRB- -LRB- WRB ``
    '' RP HYPH WP POS NNPS JJR JJS EX RBR SYM FW NFP $ PDT GW ADD RBS LS AFX WP$""".split(),  # noqa: SIM905 — a word list
)
RELATIONS: Final = (
    PART,
    *"""punct case det nsubj root advmod amod obj obl conj nmod cc compound mark aux cop advcl nmod:poss
    xcomp acl:relcl flat ccomp acl parataxis nummod aux:pass appos nsubj:pass discourse obl:unmarked
    nmod:unmarked compound:prt expl fixed iobj list reparandum obl:agent dep csubj nmod:desc nsubj:outer
    advcl:relcl det:predet vocative goeswith cc:preconj orphan dislocated csubj:pass csubj:outer""".split(),  # noqa: SIM905 — a word list
)
ENTITIES: Final = (
    "Person",
    "Organization",
    "Location",
    "NORP",
    "Facility",
    "Product",
    "Misc",
    "Date",
    "Money",
)
ENTITY_LABELS: Final = ("O", *(f"{place}-{kind}" for kind in ENTITIES for place in "BI"))
MENTIONS: Final = (
    "none",
    *"person organization place event time object abstract animal plant substance".split(),  # noqa: SIM905 — a word list
)
"""Kind of the mention whose head a word is."""
ARGUMENTS: Final = (
    "none",
    *"ARG0 ARG1 ARG2 ARG3 ARG4 TMP LOC MNR ADV CAU PRP DIR EXT DIS MOD NEG OTHER".split(),  # noqa: SIM905 — a word list
)
"""Role of a word that heads an argument of a predicate."""
