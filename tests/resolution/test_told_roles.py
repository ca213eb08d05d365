import pytest

from kg.resolution.names import find_names
from kg.resolution.tokens import tokenize
from kg.resolution.told_roles import told_role
from tests.resolution.texts import told


def role(text: str) -> str:
    tokens = tokenize(text)
    return told_role(find_names(tokens)[-1], tokens)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Monday Water Board spokesman Otto Lind", "Water Board spokesman"),
        ("They met the former U.S. Senator Otto Lind", "former U.S. Senator"),
        ("They met Mr. Lind", ""),
        ("It was denied by Otto Lind, the deputy mayor of the town, who left", "deputy mayor of the town"),
        ("It was denied by Otto Lind, who left", ""),
        ("It was denied by Otto Lind, and a mayor came", ""),
        ("They said that Otto Lind", ""),
    ],
)
def test_what_stands_beside_a_name(text: str, wanted: str) -> None:
    assert role(text) == wanted


def test_the_role_of_a_speaker_is_kept_at_the_source() -> None:
    resolved = told(
        "[s1:Water Board spokesman Otto Lind] [q1:said] [c1:it rains]. [s2:Lind] [q2:left] [c2:it]."
    )
    first, second = resolved.statements
    roles = {mention.span: mention.role for mention in resolved.mentions}
    assert roles[first.source[0]] == "Water Board spokesman"
    assert roles[second.source[0]] == ""
