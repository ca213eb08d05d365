"""vocabulary.py says what kg.ttl says."""

from kg.store import vocabulary
from kg.store.ontology_files import ontology_text
from kg.store.vocabulary_generator import TARGET, vocabulary_source


def test_the_vocabulary_is_that_of_the_ontology() -> None:
    hint = "run python -m kg.store.vocabulary_generator"
    assert TARGET.read_text(encoding="utf-8") == vocabulary_source(ontology_text("kg.ttl")), hint


def test_terms_and_prefixes_are_constants_with_their_comments() -> None:
    source = vocabulary_source(
        "@prefix x: <https://example.org/x#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'x:likes rdfs:comment "What one likes." ; rdfs:range x:Thing-2 .'
    )
    assert '    "x": "https://example.org/x#",' in source
    assert '    likes: Final = "https://example.org/x#likes"\n    """What one likes."""' in source
    assert "Thing-2" not in source  # no name of Python


def test_every_prefix_has_its_class() -> None:
    for prefix, namespace in vocabulary.PREFIXES.items():
        terms = getattr(vocabulary, prefix.upper())
        assert namespace == terms.NAMESPACE
