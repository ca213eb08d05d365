"""Texts that are not English are recognised, English ones never taken for anything else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.languages import FEWEST_LETTERS, foreign_language

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "German",
            "Der Verkehrsminister sagte am Montag, dass die Brücke über den Fluss bis zum Ende des "
            "Monats gesperrt bleibt. Die Opposition warf ihm vor, er habe die Warnungen der "
            "Ingenieure nicht ernst genommen.",
        ),
        (
            "French",
            "Le ministre des Transports a déclaré lundi que le pont resterait fermé jusqu'à la fin du"
            " mois. L'opposition lui reproche de ne pas avoir pris au sérieux les avertissements des "
            "ingénieurs.",
        ),
        (
            "Spanish",
            "El ministro de Transportes dijo el lunes que el puente seguirá cerrado hasta el final "
            "del mes. La oposición le reprocha que no tomara en serio las advertencias de los "
            "ingenieros.",
        ),
        (
            "Italian",
            "Il ministro dei Trasporti ha detto lunedì che il ponte resterà chiuso fino alla fine del"
            " mese. L'opposizione gli rimprovera di non aver preso sul serio gli avvertimenti degli "
            "ingegneri.",
        ),
        (
            "Dutch",
            "De minister van Verkeer zei maandag dat de brug tot het einde van de maand gesloten "
            "blijft. De oppositie verwijt hem dat hij de waarschuwingen van de ingenieurs niet "
            "serieus heeft genomen.",
        ),
        (
            "Portuguese",
            "O ministro dos Transportes disse na segunda-feira que a ponte ficará fechada até ao fim "
            "do mês. A oposição acusa-o de não ter levado a sério os avisos dos engenheiros.",
        ),
        (
            "Polish",
            "Minister transportu powiedział w poniedziałek, że most pozostanie zamknięty do końca "
            "miesiąca. Opozycja zarzuca mu, że nie potraktował poważnie ostrzeżeń inżynierów.",
        ),
        (
            "Swedish",
            "Trafikministern sade på måndagen att bron förblir stängd till slutet av månaden. "
            "Oppositionen anklagar honom för att inte ha tagit ingenjörernas varningar på allvar.",
        ),
        (
            "Danish or Norwegian",
            "Transportministeren sagde mandag, at broen forbliver lukket indtil slutningen af "
            "måneden. Oppositionen beskylder ham for ikke at have taget ingeniørernes advarsler "
            "alvorligt.",
        ),
        (
            "Danish or Norwegian",
            "Samferdselsministeren sa mandag at broen forblir stengt til slutten av måneden. "
            "Opposisjonen beskylder ham for ikke å ha tatt ingeniørenes advarsler på alvor.",
        ),
        (
            "Turkish",
            "Ulaştırma bakanı pazartesi günü köprünün ay sonuna kadar kapalı kalacağını söyledi. "
            "Muhalefet, onu mühendislerin uyarılarını ciddiye almamakla suçluyor.",
        ),
        (
            "Indonesian",
            "Menteri Perhubungan mengatakan pada hari Senin bahwa jembatan itu akan tetap ditutup "
            "sampai akhir bulan. Oposisi menuduh dia tidak menanggapi peringatan dari para insinyur "
            "dengan serius.",
        ),
        (
            "Romanian",
            "Ministrul Transporturilor a declarat luni că podul va rămâne închis până la sfârșitul "
            "lunii. Opoziția îi reproșează că nu a luat în serios avertismentele inginerilor.",
        ),
        (
            "Finnish",
            "Liikenneministeri sanoi maanantaina, että silta on suljettu kuukauden loppuun asti. "
            "Oppositio syyttää häntä siitä, että hän ei ottanut insinöörien varoituksia vakavasti.",
        ),
        (
            "Hungarian",
            "A közlekedési miniszter hétfőn azt mondta, hogy a híd a hónap végéig zárva marad. Az "
            "ellenzék szerint nem vette komolyan a mérnökök figyelmeztetéseit.",
        ),
        (
            "Czech",
            "Ministr dopravy v pondělí řekl, že most zůstane uzavřen do konce měsíce. Opozice mu "
            "vyčítá, že nebral vážně varování inženýrů.",
        ),
        (
            "Russian",
            "Министр транспорта заявил в понедельник, что мост останется закрытым до конца месяца. "
            "Оппозиция обвиняет его в том, что он не принял всерьёз предупреждения инженеров.",
        ),
        (
            "Ukrainian",
            "Міністр транспорту заявив у понеділок, що міст залишиться закритим до кінця місяця. "
            "Опозиція звинувачує його в тому, що він не сприйняв серйозно попередження інженерів.",
        ),
        (
            "another language",
            "Ο υπουργός Μεταφορών δήλωσε τη Δευτέρα ότι η γέφυρα θα παραμείνει κλειστή μέχρι το τέλος"
            " του μήνα. Η αντιπολίτευση τον κατηγορεί ότι δεν πήρε στα σοβαρά τις προειδοποιήσεις των"
            " μηχανικών.",
        ),
        (
            "another language",
            "交通部长周一表示，这座桥将关闭到月底。反对派指责他没有认真对待工程师的警告。几个星期以来，全城都知道混凝土在哪里剥落。交通部长周一表示，这座桥将关闭到月底。反对派指责他没有认真"
            "对待工程师的警告。几个星期以来，全城都知道混凝土在哪里剥落。交通部长周一表示，这座桥将关闭到月底。反对派指责他没有认真对待工程师的警告。几个星期以来，全城都知道混凝土在哪里剥落"
            "。",
        ),
    ],
)
def test_a_foreign_language_is_named(language: str, text: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the bridge stays closed until the end of the month. “Nous n'avons pas le choix,” "
        "he told reporters in French, and his aides agreed that it was the only way to keep the town safe.",
        "Karl Brandt, Olena Marchuk, Lee Min-jae and José Muñoz were at the table, with Ilse Brandt of Der "
        "Spiegel and Le Monde's Anne Dubois; nobody from the Partido Popular had been asked to join them.",
    ],
)
def test_english_with_foreign_words_is_english(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem[:20])
def test_the_sample_articles_are_english(path: Path) -> None:
    assert foreign_language(path.read_text(encoding="utf-8")) is None


@given(st.text(max_size=FEWEST_LETTERS - 1))
def test_of_a_few_words_nothing_is_said(text: str) -> None:
    assert foreign_language(text) is None


@given(st.text())
def test_every_text_has_an_answer(text: str) -> None:
    assert foreign_language(text * 20) != "English"
