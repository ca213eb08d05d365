"""How many, how much: the quantities of a text with their bounds and with what they count.

::

    numbers → uncounted · dates (none of them) → units → amounts · shares → bounds
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.domain import Quantity, Span, Word
from kg.resolution.amounts import Amount, amounts_in
from kg.resolution.bounds import bounded, end_with_words
from kg.resolution.dates import dates_in
from kg.resolution.numbers import Number, numbers_in
from kg.resolution.shares import shares_in
from kg.resolution.uncounted import is_uncounted, stands_alone, uncounted_in
from kg.resolution.units import counted, only_noun, unit_after


def quantities_in(text: str, span: Span, words: Sequence[Word] = ()) -> tuple[Quantity, ...]:
    """The quantities that lie in ``span``, in text order, none overlapping another.

    A quantity's span holds its modifier, its number and its unit of money or measure; a counted noun stays
    outside. Bounds are inclusive: "more than 100" has 100 as its least. ``words``, the tree of the article,
    tells the counted nouns better than the order of words does. Dates, clock times, scores, ages, and numbers
    that name something ("Article 5") are no quantities; fractions are per cent.
    """
    shares = tuple(shares_in(text, span))
    taken = (
        *(share.span for share in shares),
        *(dated.span for dated in dates_in(text, span, None)),
        *uncounted_in(text, span),
    )
    amounts = amounts_in(text, span, _countable(text, span, taken))
    counts = (_counting(text, span, amount, words) for amount in amounts)
    found = [bounded(text, span, amount) for amount in (*shares, *counts) if amount]
    return tuple(_apart(sorted(found, key=lambda quantity: quantity.span)))


def _apart(quantities: list[Quantity]) -> Iterator[Quantity]:
    """Those that do not run into one before them."""
    end = 0
    for quantity in quantities:
        if quantity.span.start >= end:
            yield quantity
            end = quantity.span.end


def _countable(text: str, span: Span, taken: tuple[Span, ...]) -> Iterator[Number]:
    """The numbers that may be quantities; letters grown to one are a unit, or it is none: "45th"."""
    for number in numbers_in(text, span):
        end = number.span.end
        grown = text[end : end + 1].isalnum() and unit_after(text, number) is None
        if (
            not grown
            and not any(each.overlaps(number.span) for each in taken)
            and not is_uncounted(text, number)
        ):
            yield number


def _counting(text: str, span: Span, amount: Amount, words: Sequence[Word]) -> Amount | None:
    """The amount with the noun that it counts; None for a number word that stands for its noun."""
    if amount.unit:
        return amount
    if amount.span.of(text).lower() == "one" and not words:
        noun = only_noun(text, amount.span.end, span.end)
        return replace(amount, unit=noun) if noun else None
    end = end_with_words(text, amount.span, span.end)
    measured = counted(text, Span(amount.span.start, end), span.end, words)
    if measured is None:
        return None if stands_alone(text, amount.span) else amount
    grown = measured.span.end if measured.span.start == amount.span.end else amount.span.end
    return replace(amount, unit=measured.name, span=Span(amount.span.start, grown))
