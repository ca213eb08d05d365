from pathlib import Path

import pytest

from kg.domain import ActorKind, KnownActor
from kg.errors import GazetteerError
from kg.identity import actor_id
from kg.store.addresses import Addresses
from kg.store.gazetteer import read_gazetteer
from kg.store.link_triples import known_actors, known_triples

ENTITY = "http://www.wikidata.org/entity/"

TURTLE = """
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix wd: <http://www.wikidata.org/entity/> .
<#marsh> a kg:Person ; skos:prefLabel "Helen Marsh"@en, "Гелен Марш"@uk ; skos:altLabel "Nell Marsh" ;
    owl:sameAs wd:Q5, <https://elsewhere.example/Q5> .
wd:Q7 a schema:Organization ; schema:name "Valdene Post" .
<#north> a kg:Organization, kg:Government ; skos:prefLabel "Northland" .
<#note> skos:prefLabel "no actor" .
"""


def written(folder: Path, content: str | bytes, name: str = "actors.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("name,kind,aliases,wikidata\nHelen Marsh,person,Marsh|Nell Marsh,Q5\n", "a.csv"),
        (
            "\ufeffWikidata;Kind;Aliases;Name\r\n"
            "https://www.wikidata.org/wiki/Q5;Person; Nell Marsh |Marsh|Helen Marsh;Helen Marsh\r\n\r\n",
            "a.csv",
        ),
        (
            f'kind\tname\taliases\twikidata\nperson\t"Helen Marsh"\tNell Marsh|Marsh\t{ENTITY}Q5',
            "a.TSV",
        ),
    ],
)
def test_tables_as_people_write_them(tmp_path: Path, content: str, name: str) -> None:
    (known,) = read_gazetteer(written(tmp_path, content, name))
    assert known == KnownActor(
        actor_id("Helen Marsh"), "Helen Marsh", ActorKind.PERSON, ("Marsh", "Nell Marsh"), f"{ENTITY}Q5"
    )


def test_a_name_and_a_kind_are_enough(tmp_path: Path) -> None:
    table = 'name,kind\n"Marsh, Cole & Co",organization\nNorthland,government\n'
    found = read_gazetteer(written(tmp_path, table))
    assert [(known.name, known.kind) for known in found] == [
        ("Marsh, Cole & Co", ActorKind.ORGANIZATION),
        ("Northland", ActorKind.GOVERNMENT),
    ]


def test_column_names_alone_are_an_empty_gazetteer(tmp_path: Path) -> None:
    assert read_gazetteer(written(tmp_path, "name,kind\n")) == ()


def test_turtle_in_the_usual_vocabularies(tmp_path: Path) -> None:
    found = {known.name: known for known in read_gazetteer(written(tmp_path, TURTLE, "actors.ttl"))}
    assert found["Helen Marsh"].aliases == ("Nell Marsh", "Гелен Марш")
    assert found["Helen Marsh"].wikidata == f"{ENTITY}Q5"
    assert found["Valdene Post"].kind == ActorKind.ORGANIZATION
    assert found["Valdene Post"].wikidata == f"{ENTITY}Q7"
    assert found["Northland"].kind == ActorKind.GOVERNMENT
    assert set(found) == {"Helen Marsh", "Valdene Post", "Northland"}


def test_namesakes_are_told_apart_by_their_entities(tmp_path: Path) -> None:
    found = read_gazetteer(written(tmp_path, "name,kind,wikidata\nAnn Cole,person,Q1\nAnn Cole,person,Q2\n"))
    assert {known.id for known in found} == {actor_id("Ann Cole", qualifier=each) for each in ("Q1", "Q2")}


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("", None, "is empty"),
        ("name,kin\n", 1, "no column 'kin'"),
        ("name,aliases\n", 1, "the column 'kind' is missing"),
        ("name,kind,name\n", 1, "twice"),
        ("name,kind\nAnn Cole,person\nBo Lind,robot\n", 3, "no kind 'robot'"),
        ("name,kind\n,person\n", 2, "has no name"),
        ("name,kind\n…,person\n", 2, "has no name"),
        (f"name,kind\n{'A' * 501},person\n", 2, "more than 500 characters"),
        ("name,kind\nAnn\x07Cole,person\n", 2, "control character"),
        ('name,kind\n"Ann\nCole",person\n', 3, "line break"),
        ("name,kind\nAnn Cole\n", 2, "has 1 cells, and there are 2 columns"),
        ("name,kind\nAnn Cole,person,Q1\n", 2, "has 3 cells"),
        ("name,kind,wikidata\nAnn Cole,person,Ann\n", 2, "'Ann' is no Wikidata entity"),
        ("name,kind,wikidata\nAnn Cole,person,Q0\n", 2, "'Q0' is no Wikidata entity"),
        ("name,kind\nAnn Cole,person\n\nANN COLE,person\n", 4, "'ANN COLE' is there twice"),
        ('name,kind\n"Ann Cole,person\n', 2, "is no table"),
        (b"name,kind\nAnn Cole,person\nJos\xe9,person\n", 3, "is not UTF-8"),
    ],
)
def test_a_table_that_is_wrong_is_one_error_with_its_line(
    tmp_path: Path, content: str | bytes, line: int | None, reason: str
) -> None:
    path = written(tmp_path, content)
    with pytest.raises(GazetteerError) as caught:
        read_gazetteer(path)
    assert caught.value.line == line
    assert str(path) in str(caught.value)
    assert reason in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("@prefix kg: <https://w3id.org/newskg/ns#> .\n<#a> a kg:Person\n<#b>", 3, "is no Turtle"),
        ("<#a> a <https://schema.org/Person> .", None, "has no label"),
    ],
)
def test_turtle_that_is_wrong_is_one_error(
    tmp_path: Path, content: str, line: int | None, reason: str
) -> None:
    with pytest.raises(GazetteerError) as caught:
        read_gazetteer(written(tmp_path, content, "actors.ttl"))
    assert caught.value.line == line
    assert reason in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("name", ["actors.json", "actors"])
def test_other_files_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(GazetteerError, match="neither a table nor Turtle"):
        read_gazetteer(written(tmp_path, "{}", name))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        read_gazetteer(tmp_path / "none.csv")


def test_there_and_back(tmp_path: Path) -> None:
    found = read_gazetteer(written(tmp_path, TURTLE, "actors.ttl"))
    triples = [triple for known in found for triple in known_triples(known, Addresses())]
    assert known_actors(triples, Addresses()) == found
