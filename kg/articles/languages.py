"""Which language a text is written in, told by its commonest words: the reader knows English alone.

Function words make up a third of a running text in English and a twentieth or less of one in another
language, whatever it is about; the language whose words are met most often is named.
"""

import re
from collections import Counter

MOST_CHARACTERS = 20_000
"""Of a text that are looked at."""
FEWEST_LETTERS = 100
"""A text with fewer is a headline or a name: nothing is said about it."""
LEAST_SHARE = 0.04
"""Of its function words in a text of a language; a text with fewer of any is in none of those below."""

ENGLISH = "English"
ANOTHER_LANGUAGE = "another language"

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "Czech": "a v se na je že s z do o to i za pro jako který by ale po jsem podle však",
        "Danish or Norwegian": "og i at det er en til af av på der for med den ikke som et har de var fra om",
        "Dutch": "de het een en van in is dat op te zijn met voor niet aan er ook als bij door naar wordt ze",
        ENGLISH: "the of and to in that is was for it with as on by at from but not are have has had be this "
        "which or an were they who their will would said his her he she we you been after when what about",
        "Finnish": "ja on ei se että oli hän myös kun mukaan ovat joka mutta jos sen kuin tai sanoo",
        "French": "le la les des et un une du dans que qui pour est au par pas sur ce avec ne se il elle",
        "German": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch dass",
        "Hungarian": "a az és hogy nem is egy volt meg csak már de mint ez ki azt van szerint után lehet",
        "Indonesian": "yang dan di ke dari untuk dengan ini itu pada tidak dalam adalah akan oleh juga kata",
        "Italian": "il la le di che e un una per è non del della si con dei alla nel sono ha più gli lo da",
        "Polish": "w i z na do się nie że jest to o po jak za od przez dla są tym oraz ale był",
        "Portuguese": "o a os as de que e em um uma do da dos das no na para com não por se é ao mais foi",
        "Romanian": "de și în a la cu că nu pe din un o care pentru este mai sa fi au prin",
        "Russian": "и в не на что с по как это он к из за его от для о у а но",
        "Spanish": "el la los las de que y en un una del se por con para es al no lo su como más ha",
        "Swedish": "och i att det är en till av på för med den inte som ett har de var från om efter sig",
        "Turkish": "ve bir bu da de için ile olarak daha çok olan gibi ne kadar en sonra ancak var",
        "Ukrainian": "і в не на що з та як до у за це він від про для й але із його",
    }.items()
}


def foreign_language(text: str) -> str | None:
    """The language of a text that is not English, in English, or ``ANOTHER_LANGUAGE``; None if it may be.

    >>> foreign_language("Der Minister sagte, dass die Brücke bis zum Ende des Monats gesperrt ist. " * 3)
    'German'
    >>> foreign_language("The minister said that the bridge is closed until the end of the month. " * 3)
    """
    words = [word.lower() for word in _WORD.findall(text[:MOST_CHARACTERS])]
    if sum(map(len, words)) < FEWEST_LETTERS:
        return None
    counts = Counter(words)
    shares = {language: _share(counts, common) for language, common in _FUNCTION_WORDS.items()}
    likeliest = max(shares, key=lambda language: shares[language])
    if shares[likeliest] < LEAST_SHARE:
        return ANOTHER_LANGUAGE
    return None if likeliest == ENGLISH else likeliest


def _share(counts: Counter[str], words: frozenset[str]) -> float:
    return sum(counts[word] for word in words) / counts.total()
