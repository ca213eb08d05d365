"""Scores of speakers as numbers for programs and as lines for people, in percent."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.domain import Article, words_of
from kg.resolution.evaluation import AnsweredStatement, ComparedArticle, SpeakerScore, speaker_score
from kg.scores import percent, percents, score_line


def summary(settings: Mapping[str, Sequence[ComparedArticle]]) -> dict[str, Any]:
    """All scores of each setting by name, in percent, and every wrong answer."""
    return {name: _facts(articles) for name, articles in settings.items()}


def _facts(articles: Sequence[ComparedArticle]) -> dict[str, Any]:
    score = speaker_score(articles)
    return {
        "articles": len(articles),
        "attributions": sum(len(each.answers) for each in articles),
        "statements": sum(each.statements for each in articles),
        "found": percents(score.found),
        "who_said_what": percents(score.said),
        "speaker_accuracy": percent(score.name_accuracy),
        "kind_accuracy": percent(score.kind_accuracy),
        "about": percents(score.about),
        "by_kind": _by_kind(score),
        "wrong": [
            _wrong(pair, compared.article)
            for compared in articles
            for pair in compared.pairs
            if not pair.is_right
        ],
    }


def _by_kind(score: SpeakerScore) -> dict[str, dict[str, float]]:
    return {
        kind: {"wanted": counts.wanted, "found": counts.given, "speaker_accuracy": percent(counts.precision)}
        for kind, counts in sorted(score.by_kind.items(), key=lambda each: (-each[1].wanted, each[0]))
    }


def _wrong(pair: AnsweredStatement, article: Article) -> dict[str, Any]:
    """One answer that is not right in all, with what was wanted."""
    wanted = pair.answer.attribution
    return {
        "article": article.name,
        "start": wanted.content[0].start,
        "source": words_of(wanted.source, article.text),
        "content": words_of(wanted.content, article.text),
        "speaker": pair.speaker,
        "wanted_speaker": pair.answer.speaker,
        "kind": " & ".join(dict.fromkeys(actor.kind for actor in pair.speakers)),
        "wanted_kind": pair.answer.kind,
        "about_missed": sorted(pair.about_wanted - pair.about_given),
        "about_invented": sorted(pair.about_given - pair.about_wanted),
    }


def report(settings: Mapping[str, Sequence[ComparedArticle]]) -> str:
    """The scores of each setting as lines for people."""
    return "\n\n".join(_section(name, facts) for name, facts in summary(settings).items())


def _section(name: str, facts: dict[str, Any]) -> str:
    return "\n".join(
        [
            f"{name}: {facts['articles']} articles, {facts['attributions']} attributions, "
            f"{facts['statements']} statements",
            score_line("found", facts["found"]),
            score_line("who said what", facts["who_said_what"]),
            score_line("about whom", facts["about"]),
            f"{'of the found':<18}right speaker {facts['speaker_accuracy']:>5}  "
            f"right kind {facts['kind_accuracy']:>5}",
            *(
                f"  {kind:<16}right speaker {counts['speaker_accuracy']:>5}  "
                f"found {counts['found']:>4} of {counts['wanted']:>4}"
                for kind, counts in facts["by_kind"].items()
            ),
        ]
    )
