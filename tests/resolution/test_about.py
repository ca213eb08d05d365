import pytest

from tests.resolution.texts import told, topics


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[s1:Ann Cole] [q1:said] [c1:that Otto Lind and NATO won].", ["Otto Lind", "NATO"]),
        ("[s1:Ann Cole] [q1:said] [c1:that North Korean soldiers left Ukraine].", ["North Korea", "Ukraine"]),
        ("[s1:Ann Cole] [q1:said] [c1:that the Russians left].", ["Russia"]),
        ("[s1:Ann Cole] [q1:said] [c1:that she likes Russian novels].", ["Ann Cole"]),
        ("[s1:Ann Cole] [q1:said] [c1:“I won against Lind”]. Otto Lind lost.", ["Ann Cole", "Otto Lind"]),
        ("[s1:NATO] [q1:said] [c1:“We will stay”].", ["NATO"]),
        ("[s1:Otto Lind] [q1:said] [c1:that Ann Cole lost her way].", ["Ann Cole"]),
        ("[s1:Ann Cole] [q1:called] [c1:for an Ohio office of NATO].", ["NATO"]),
        ("[s1:Ann Cole] [q1:met] [c1:Lind supporters]. Otto Lind lost.", []),
    ],
)
def test_whom_a_content_speaks_of(marked: str, names: list[str]) -> None:
    assert topics(told(marked)) == [names]
