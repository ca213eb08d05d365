import pytest

from kg.domain import ActorKind, ResolutionMethod
from tests.resolution.texts import speakers, told
from tests.resolution.trees import resolved


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[s1:President Olena Marchuk] [q1:said] [c1:that rain came].", ["Olena Marchuk"]),
        ("[s1:Water Board spokesman John Reed] [q1:said] [c1:it rains].", ["John Reed"]),
        ("[s1:Ann Cole and Otto Lind] [q1:said] [c1:it rains].", ["Ann Cole & Otto Lind"]),
        (
            "[s1:Ann Cole, Otto Lind and Luis Reyes] [q1:said] [c1:it rains].",
            ["Ann Cole & Otto Lind & Luis Reyes"],
        ),
        ("[s1:Ann Cole, a lawyer for Otto Lind,] [q1:said] [c1:it rains].", ["Ann Cole"]),
        ("[s1:His running mate, Ann Cole,] [q1:said] [c1:it rains].", ["Ann Cole"]),
        ("[s1:A spokesman for Ann Cole] [q1:said] [c1:it rains].", ["spokesman for Ann Cole"]),
        ("[c1:Rain], [q1:according to] [s1:Ann Cole’s lawyers].", ["Ann Cole's lawyers"]),
        ("[s1:Ann Cole’s] [q1:claim] [c1:that it rains].", ["Ann Cole"]),
        ("[s1:A Western official speaking at a briefing] [q1:said] [c1:it rains].", ["Western official"]),
        ("[s1:Western officials] [q1:said] [c1:it rains].", ["Western officials"]),
        ("[s1:A 2014 study that came out late] [q1:says] [c1:so].", ["2014 study that came out late"]),
        ("[s1:A study, which came out late,] [q1:says] [c1:so].", ["study"]),
        ("[s1:The mayor’s brother Friday] [q1:said] [c1:so].", ["brother"]),
        ("[s1:Reports] [q1:say] [c1:it rains].", ["reports"]),
        ("[s1:Director of Water Affairs Ann Cole] [q1:said] [c1:it rains].", ["Ann Cole"]),
        ("[s1:Federal Minister for Northern Waters Ann Cole] [q1:said] [c1:it rains].", ["Ann Cole"]),
        (
            "[s1:The nephew of the singer Ann Cole] [q1:said] [c1:it rains].",
            ["nephew of the singer Ann Cole"],
        ),
        ("[s1:VALDENE — The Water Board] [q1:said] [c1:it rains].", ["Water Board"]),
        (
            "[s1:The Central and Eastern Valley Coalition] [q1:said] [c1:it rains].",
            ["Central and Eastern Valley Coalition"],
        ),
        (
            "[s1:The Water Board at the Cole Institute and Lind Institution] [q1:said] [c1:it rains].",
            ["Water Board"],
        ),
        ("[s1:The Water Board and the Cole Institute] [q1:said] [c1:so].", ["Water Board & Cole Institute"]),
        ("[s1:One of the officials who came] [q1:said] [c1:it rains].", ["official who came"]),
        ("[s1:Only 52 percent of likely voters] [q1:said] [c1:it rains].", ["likely voters"]),
        ("[s1:At least one minister in 2015] [q1:said] [c1:it rains].", ["minister"]),
        ("[s1:And even older voters] [q1:said] [c1:it rains].", ["older voters"]),
        ("[s1:Half of likely voters] [q1:said] [c1:it rains].", ["likely voters"]),
        ("[s1:About four in 10 older voters] [q1:said] [c1:it rains].", ["older voters"]),
        ("[s1:Nearly half of the voters or more] [q1:said] [c1:it rains].", ["voters"]),
        ("[s1:About half] [q1:said] [c1:it rains].", ["unnamed source"]),
        ("[s1:Among older voters] [q1:it was said] [c1:that it rains].", ["older voters"]),
        ("[s1:Some of those surveyed] [q1:said] [c1:it rains].", ["those surveyed"]),
        ("[s1:An ad released Thursday] [q1:says] [c1:so].", ["ad released Thursday"]),
        ("[s1:So many experts] [q1:said] [c1:it rains].", ["experts"]),
        ("[s1:A number of tax experts I] [q1:asked] [c1:why].", ["tax experts"]),
        ("[s1:DOCTORS] [q1:said] [c1:it rains].", ["doctors"]),
        ("[s1:Those and even older letters] [q1:said] [c1:so].", ["older letters"]),
        ("[s1:The spot, “Zorbak Rising,”] [q1:says] [c1:so].", ["spot"]),
        (
            "[s1:Polls of papers such as Time, the Post and the Standard] [q1:say] [c1:so].",
            ["polls of papers such as Time, the Post and the Standard"],
        ),
        ("[s1:The former mayor and current senator Ann Cole] [q1:said] [c1:so].", ["Ann Cole"]),
        ("[s1:Otto Lind and the mayor Ann Cole] [q1:said] [c1:so].", ["Otto Lind & Ann Cole"]),
        ("Ann Cole came. [s1:She and her brother] [q1:said] [c1:so].", ["Ann Cole & Ann Cole's brother"]),
        ("[s1:Emails from his server] [q1:say] [c1:so].", ["emails from his server"]),
        ("[s1:The mayor’s rival Ted Lind] [q1:said] [c1:so].", ["Ted Lind"]),
        ("[s1:A Lind University Poll] [q1:says] [c1:so].", ["Lind University Poll"]),
        ("The Water Board met. [s1:The Water Board poll] [q1:says] [c1:so].", ["Water Board poll"]),
        ("[s1:Nobody] [q1:said] [c1:it rains].", ["unnamed source"]),
        ("[s1:No one] [q1:said] [c1:it rains].", ["unnamed source"]),
        ("[s1:The old mayor’s] [q1:plan] [c1:to leave].", ["old mayor"]),
        ("[s1:A baker -- the oldest of them --] [q1:said] [c1:it rains].", ["baker"]),
        ("[s1:Democrats] [q1:said] [c1:it rains].", ["Democrats"]),
        ("On Monday [s1:WHO] [q1:said] [c1:it rains].", ["WHO"]),
        ("General Suleiman al-Amr came. [s1:Al-Amr] [q1:said] [c1:it rains].", ["Suleiman al-Amr"]),
        ("[s1:The secretary for roads Mr. Lunde] [q1:said] [c1:it rains].", ["Lunde"]),
        ("On Monday [s1:Mr. King] [q1:said] [c1:it rains].", ["King"]),
        ("[s1:A senator from Texas] [q1:said] [c1:it rains]. It was Senator Otto Lind.", ["Otto Lind"]),
        ("Ms. Ann Cole met Joe Lind near Joe Lind’s house. [s1:She] [q1:said] [c1:so].", ["Ann Cole"]),
        (
            "The Valdene Medical Journal closed. [s1:The old valdene medical journal] [q1:said] [c1:so].",
            ["Valdene Medical Journal"],
        ),
        ("Ann Cole and Otto Lind came. [s1:They] [q1:said] [c1:it rains].", ["Ann Cole & Otto Lind"]),
        ("Voters saw Ann Cole and Otto Lind. [s1:They] [q1:said] [c1:it rains].", ["unnamed source"]),
        ("[s1:People such as Ann Cole] [q1:said] [c1:it rains].", ["people such as Ann Cole"]),
        ("[s1:His running mate, Indiana Gov. Ann Cole,] [q1:said] [c1:it rains].", ["Ann Cole"]),
        (
            "We met Texas senator Otto Lind. [s1:The Democratic senator] [q1:said] [c1:it rains].",
            ["Otto Lind"],
        ),
        ("It was Otto Lind, [s1:whose lawyer] [q1:said] [c1:it rains].", ["Otto Lind's lawyer"]),
        ("[s1:The vast majority of them] [q1:said] [c1:it rains].", ["unnamed source"]),
        ("[s1:Talk] [q1:is] [c1:that it rains].", ["unnamed source"]),
        ("[s1:Grant Green, a former official,] [q1:said] [c1:it rains].", ["Grant Green"]),
        ("[s1:Matthew Prince] [q1:said] [c1:it rains].", ["Matthew Prince"]),
        ("[s1:New Valdene voters] [q1:said] [c1:it rains].", ["New Valdene voters"]),
        ("[s1:London’s mayor] [q1:said] [c1:it rains].", ["mayor"]),
        ("[s1:Ann Cole’s campaign manager] [q1:said] [c1:it rains].", ["Ann Cole's campaign manager"]),
        ("[s1:Moscow] [q1:said] [c1:it rains].", ["Russia"]),
        ("[s1:The French government] [q1:said] [c1:it rains].", ["France"]),
        ("[s1:Russia’s government] [q1:said] [c1:it rains].", ["Russia"]),
        ("The [s1:minister **Zoë Müller**] [q1:said] [c1:it rains].", ["Zoë Müller"]),
        ("[c1:It rains], [q1:said] [s1:_Zoë Müller_, the mayor].", ["Zoë Müller"]),
        ("[q1:Reportedly], [c1:it rains].", ["unnamed source"]),
        ("[q1:It is believed] [c1:that it rains].", ["unnamed source"]),
        ("[s1:I] [q1:think] [c1:it rains].", ["author"]),
    ],
)
def test_one_sentence(marked: str, names: list[str]) -> None:
    assert speakers(told(marked)) == names


def test_no_number_of_words_before_a_phrase_is_too_many() -> None:
    marked = f"[s1:{'Even only ' * 2000}older voters] [q1:said] [c1:it rains]."
    assert speakers(told(marked)) == ["older voters"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Ann Cole came. [s1:She] [q1:said] [c1:it rains].", ["Ann Cole"]),
        ("Ann Cole met Otto Lind. [s1:He] [q1:said] [c1:it rains].", ["Otto Lind"]),
        ("Mr. Zorbak met Ms. Lunde. [s1:She] [q1:said] [c1:it rains].", ["Lunde"]),
        ("It was Otto Lind, [s1:who] [q1:said] [c1:it rains].", ["Otto Lind"]),
        ("The Water Board met. [s1:It] [q1:said] [c1:it rains].", ["Water Board"]),
        (
            "[s1:A Western official] [q1:said] [c1:it rains]. [s2:The official] [q2:asked] [c2:why].",
            ["Western official"] * 2,
        ),
        (
            "[s1:Half of older voters] [q1:like] [c1:it], [s2:30 percent] [q2:hate] [c2:it].",
            ["older voters"] * 2,
        ),
        (
            "[s1:Experts I spoke to] [q1:said] [c1:it rains]. [s2:All the experts] [q2:asked] [c2:why].",
            ["experts I spoke to"] * 2,
        ),
        (
            "[s1:Western officials] [q1:said] [c1:it rains]. [s2:An official] [q2:asked] [c2:why].",
            ["Western officials", "official"],
        ),
        (
            "[s1:A Western official] [q1:asked] [c1:“Why?”] [s2:They] [q2:talked about] [c2:rain].",
            ["Western official"] * 2,
        ),
        ("Gov. Ann Cole met Sen. Otto Lind. [s1:The governor] [q1:said] [c1:it rains].", ["Ann Cole"]),
        (
            "Otto Lind, the Water Board director, left. [s1:The director] [q1:said] [c1:it rains].",
            ["Otto Lind"],
        ),
        (
            "The Water Protection Agency met. [s1:The agency] [q1:said] [c1:it rains].",
            ["Water Protection Agency"],
        ),
        (
            "[s1:Ann Cole and Otto Lind] [q1:said] [c1:it rains]. [s2:They] [q2:added] [c2:that it pours].",
            ["Ann Cole & Otto Lind"] * 2,
        ),
        ("We saw Sen. Ann Cole. [s1:Senator from Utah] [q1:said] [c1:it rains].", ["Ann Cole"]),
        ("We saw Republican Sen. Ann Cole. [s1:The GOP senator] [q1:said] [c1:it rains].", ["Ann Cole"]),
        (
            "Governor Ann Cole came. Otto Lind, said a governor, errs. [s1:The governor] [q1:said] [c1:so].",
            ["Ann Cole"],
        ),
        (
            "Zorbak likes Otto Lind.\nLind’s plan failed. [s1:The Valdene businessman] [q1:said] [c1:so].",
            ["Otto Lind"],
        ),
        ("Ann Cole lost. [s1:Her campaign] [q1:said] [c1:it rains].", ["Cole campaign"]),
        (
            "Ohio Gov. Ann Cole met Utah Gov. Otto Lind. [s1:The Ohio governor] [q1:said] [c1:it rains].",
            ["Ann Cole"],
        ),
        (
            "[s1:A Valdene judge] [q1:said] [c1:it rains].\nIt was Judge Ann Cole who spoke.",
            ["Ann Cole"],
        ),
        (
            "[s1:A judge] [q1:said] [c1:it rains].\nJudge Ann Cole and Judge Otto Lind came.",
            ["judge"],
        ),
        ("Utah Gov. Otto Lind left. [s1:The Ohio governor] [q1:said] [c1:it rains].", ["Ohio governor"]),
        ("Ann Cole left. [s1:You] [q1:know] [c1:that it rains].", ["unnamed source"]),
        ("The Supreme Court closed. [s1:The appeals court] [q1:said] [c1:it rains].", ["appeals court"]),
    ],
)
def test_who_is_meant_by_what_stands_before(marked: str, names: list[str]) -> None:
    assert speakers(told(marked)) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[c1:“It rains,”] [s1:Ann Cole] [q1:said]. [c2:“It pours.”]", ["Ann Cole"] * 2),
        ("[s1:Ann Cole] [q1:warned] [c1:of rain], [q2:calling] [c2:it bad].", ["Ann Cole"] * 2),
        ("[s1:Ann Cole] [q1:said] [c1:“[s2:I] [q2:think] [c2:it rains]”].", ["Ann Cole"] * 2),
        ("“[s1:I] [q1:think] [c1:it rains],” [s2:Ann Cole] [q2:said], [c2:“and pours.”]", ["Ann Cole"] * 2),
        ("“[s1:I] [q1:think] [c1:it rains].”", ["unnamed source"]),
        (
            "[s1:Ann Cole] [q1:said] [c1:that [s2:Otto Lind] [q2:claimed] [c2:it rains]].",
            ["Ann Cole", "Otto Lind"],
        ),
        ("[c1:“It rains.”]\n— Ann Cole (@anncole) May 3, 2021", ["Ann Cole"]),
    ],
)
def test_what_the_context_makes_plain(marked: str, names: list[str]) -> None:
    assert speakers(told(marked)) == names


def test_whoever_briefed_the_speaker_informs() -> None:
    resolved = told(
        "[q1:According to] [s1:Cole, who was briefed by his aide, Gen. Otto Lind], [c1:it rains]."
    )
    names = {actor.id: actor.name for actor in resolved.actors}
    (statement,) = resolved.statements
    assert [names[each] for each in statement.informed_by] == ["Otto Lind"]
    assert speakers(resolved) == ["Cole"]


@pytest.mark.parametrize(
    ("marked", "method"),
    [
        ("[s1:Ann Cole] [q1:said] [c1:it rains].", ResolutionMethod.NAME),
        ("Ann Cole came. [s1:Cole] [q1:said] [c1:it rains].", ResolutionMethod.ALIAS),
        ("Ann Cole came. [s1:She] [q1:said] [c1:it rains].", ResolutionMethod.PRONOUN),
        ("Mayor Ann Cole came. [s1:The mayor] [q1:said] [c1:it rains].", ResolutionMethod.DESCRIPTION),
    ],
)
def test_how_it_was_decided(marked: str, method: ResolutionMethod) -> None:
    resolved = told(marked)
    (statement,) = resolved.statements
    mention = next(each for each in resolved.mentions if each.span == statement.source[0])
    assert mention.method == method
    assert mention.actor_id == statement.speakers[0]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("A Western official", ActorKind.ANONYMOUS),
        ("Critics", ActorKind.GROUP),
        ("The poll", ActorKind.DOCUMENT),
        ("Intelligence", ActorKind.DOCUMENT),
        ("Only 49 percent of voters", ActorKind.GROUP),
        ("Those close to the mayor", ActorKind.GROUP),
        ("Many in the party", ActorKind.GROUP),
        ("The former rugby star", ActorKind.ANONYMOUS),
        ("The international community", ActorKind.GROUP),
        ("A deputy attorney general", ActorKind.ANONYMOUS),
        ("Muslims", ActorKind.GROUP),
        ("He", ActorKind.UNKNOWN),
    ],
)
def test_kinds_of_unnamed_sources(source: str, kind: ActorKind) -> None:
    resolved = told(f"[s1:{source}] [q1:said] [c1:it rains].")
    (actor,) = resolved.actors
    assert actor.kind == kind
    assert actor.aliases == ()


def test_relative_pronoun_means_what_its_clause_hangs_on() -> None:
    marked = "Rain hit towns of voters [s1:who] [q1:said] [c1:it rains]."
    rows = """
rain NOUN NN 1 nsubj
hit VERB VBD 1 root
town NOUN NNS 1 obj
of ADP IN 4 case
voter NOUN NNS 2 nmod
who PRON WP 6 nsubj
say VERB VBD 4 acl:relcl
it PRON PRP 8 nsubj
rain VERB VBZ 6 ccomp
. PUNCT . 1 punct
"""
    assert speakers(resolved(marked, rows, narration=False)) == ["voters"]
