"""The words of the graph as plain strings, one class per namespace.

Made from ``ontology/kg.ttl`` by ``python -m kg.store.vocabulary_generator``: never edit by hand.
"""

from typing import Final

PREFIXES: Final[dict[str, str]] = {
    "dcterms": "http://purl.org/dc/terms/",
    "kg": "https://w3id.org/newskg/ns#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Declared in every query and every Turtle file; prefix to namespace."""


class DCTERMS:
    """<http://purl.org/dc/terms/>."""

    NAMESPACE: Final = "http://purl.org/dc/terms/"
    identifier: Final = "http://purl.org/dc/terms/identifier"
    """The name of an article for people: its file name without the ending, or the id of its record."""
    issued: Final = "http://purl.org/dc/terms/issued"
    """The day of publication of an article."""
    language: Final = "http://purl.org/dc/terms/language"
    """The language of an article as a BCP 47 tag."""
    publisher: Final = "http://purl.org/dc/terms/publisher"
    """The outlet that published an article, a kg:Organization."""
    source: Final = "http://purl.org/dc/terms/source"
    """The canonical URL of an article."""
    title: Final = "http://purl.org/dc/terms/title"
    """The headline of an article."""


class KG:
    """<https://w3id.org/newskg/ns#>."""

    NAMESPACE: Final = "https://w3id.org/newskg/ns#"
    Actor: Final = "https://w3id.org/newskg/ns#Actor"
    """Anyone or anything that can speak or act, or is spoken of."""
    Affirms: Final = "https://w3id.org/newskg/ns#Affirms"
    """The speaker holds the claim to be true; loaded cues such as “claimed” or “admitted” too."""
    Article: Final = "https://w3id.org/newskg/ns#Article"
    """One news text: one canonical URL, or one text where no URL is known."""
    ArticleAuthor: Final = "https://w3id.org/newskg/ns#ArticleAuthor"
    """The writer of the article, speaking in the article."""
    ByAlias: Final = "https://w3id.org/newskg/ns#ByAlias"
    """The words are another name: a part of it, an abbreviation, a capital for its government."""
    ByContext: Final = "https://w3id.org/newskg/ns#ByContext"
    """No words name the speaker; what stands before does."""
    ByDescription: Final = "https://w3id.org/newskg/ns#ByDescription"
    """The words describe and do not name."""
    ByHuman: Final = "https://w3id.org/newskg/ns#ByHuman"
    """A human said so."""
    ByName: Final = "https://w3id.org/newskg/ns#ByName"
    """The words are the name."""
    ByPronoun: Final = "https://w3id.org/newskg/ns#ByPronoun"
    """The words are a pronoun."""
    Certain: Final = "https://w3id.org/newskg/ns#Certain"
    """Put as beyond doubt."""
    Certainties: Final = "https://w3id.org/newskg/ns#Certainties"
    """How the speaker hedges."""
    Claim: Final = "https://w3id.org/newskg/ns#Claim"
    """A proposition, without speaker and polarity; several statements may express it, some to affirm and some to deny it."""
    Correction: Final = "https://w3id.org/newskg/ns#Correction"
    """A decision of a human about what the program found; no later run undoes it."""
    Denies: Final = "https://w3id.org/newskg/ns#Denies"
    """The speaker holds the claim to be false."""
    Direct: Final = "https://w3id.org/newskg/ns#Direct"
    """Word for word, as a quotation."""
    Event: Final = "https://w3id.org/newskg/ns#Event"
    """Something said to have happened or to be about to happen; that it is in the graph does not mean that it is true."""
    Government: Final = "https://w3id.org/newskg/ns#Government"
    """A state, or its government, as it speaks, acts or is spoken of."""
    Indirect: Final = "https://w3id.org/newskg/ns#Indirect"
    """In the words of the article."""
    Issue: Final = "https://w3id.org/newskg/ns#Issue"
    """The question to which several claims are rival answers."""
    Merge: Final = "https://w3id.org/newskg/ns#Merge"
    """The finding that two actors are the same, with its evidence."""
    Mixed: Final = "https://w3id.org/newskg/ns#Mixed"
    """In the words of the article, with some words of the speaker quoted."""
    Modes: Final = "https://w3id.org/newskg/ns#Modes"
    """How the words of a statement are given."""
    Narration: Final = "https://w3id.org/newskg/ns#Narration"
    """In the article's own voice; the speaker is its publisher or its author."""
    Organization: Final = "https://w3id.org/newskg/ns#Organization"
    """A named body: a company, an agency, an army, an outlet, an alliance."""
    Person: Final = "https://w3id.org/newskg/ns#Person"
    """A named human being; every article that uses the name may speak of the same one."""
    Polarities: Final = "https://w3id.org/newskg/ns#Polarities"
    """The stance of the speaker towards the claim."""
    Possible: Final = "https://w3id.org/newskg/ns#Possible"
    """Put as something that may be."""
    Probable: Final = "https://w3id.org/newskg/ns#Probable"
    """Put as likely."""
    Resolutions: Final = "https://w3id.org/newskg/ns#Resolutions"
    """How it was decided to what some words refer."""
    Span: Final = "https://w3id.org/newskg/ns#Span"
    """A run of characters in one article, with its offsets in Unicode code points and its exact words."""
    Statement: Final = "https://w3id.org/newskg/ns#Statement"
    """One attribution at one place of one article: one cue, one stance. An information object; not an event, and not an rdf:Statement."""
    Uncommitted: Final = "https://w3id.org/newskg/ns#Uncommitted"
    """The speaker asks, wonders, or leaves it open."""
    UnnamedDocument: Final = "https://w3id.org/newskg/ns#UnnamedDocument"
    """Something written or found out that speaks in place of a person: reports, intelligence, a study, a poll."""
    UnnamedGroup: Final = "https://w3id.org/newskg/ns#UnnamedGroup"
    """Several people whom the article describes and does not name."""
    UnnamedPerson: Final = "https://w3id.org/newskg/ns#UnnamedPerson"
    """One person whom the article describes and does not name."""
    UnnamedSource: Final = "https://w3id.org/newskg/ns#UnnamedSource"
    """A source that the article does not name; it belongs to that one article and is never merged with another. Used without a sub class where the article does not say who speaks."""
    Unspecified: Final = "https://w3id.org/newskg/ns#Unspecified"
    """The words do not hedge."""
    about: Final = "https://w3id.org/newskg/ns#about"
    """The actors, events and places of which the claim speaks."""
    addresses: Final = "https://w3id.org/newskg/ns#addresses"
    """The question to which the claim is an answer; at most one."""
    approximate: Final = "https://w3id.org/newskg/ns#approximate"
    """Whether the speaker gives the number as about right only."""
    byline: Final = "https://w3id.org/newskg/ns#byline"
    """The author as the article is signed."""
    certainty: Final = "https://w3id.org/newskg/ns#certainty"
    """How the speaker hedges, in the words of the article; one of kg:Certainties."""
    confirms: Final = "https://w3id.org/newskg/ns#confirms"
    """What a human found to be right."""
    contentSpan: Final = "https://w3id.org/newskg/ns#contentSpan"
    """The words said; repeated where the attribution interrupts the quotation."""
    contradicts: Final = "https://w3id.org/newskg/ns#contradicts"
    """A claim that cannot be true together with this one, other than by number; written in both directions."""
    cueSpan: Final = "https://w3id.org/newskg/ns#cueSpan"
    """The words that tell that somebody said something: “said”, “according to”, “denied”."""
    dateOrigin: Final = "https://w3id.org/newskg/ns#dateOrigin"
    """Where the day of publication was found: sidecar, record or html."""
    earliest: Final = "https://w3id.org/newskg/ns#earliest"
    """The first day on which the event can have begun, as far as the words say."""
    embeddedIn: Final = "https://w3id.org/newskg/ns#embeddedIn"
    """The statement that relays this one; at most one."""
    evidence: Final = "https://w3id.org/newskg/ns#evidence"
    """Why two actors are held to be the same, in words."""
    expresses: Final = "https://w3id.org/newskg/ns#expresses"
    """The claim that is affirmed, denied or left open. A statement that only relays another one expresses none."""
    fingerprint: Final = "https://w3id.org/newskg/ns#fingerprint"
    """Hash of everything an article's graph was made from: text, metadata and reader version. Equal means nothing to do."""
    inArticle: Final = "https://w3id.org/newskg/ns#inArticle"
    """The article of a span or a statement."""
    informedBy: Final = "https://w3id.org/newskg/ns#informedBy"
    """From whom the speaker has it, where the article says so."""
    latest: Final = "https://w3id.org/newskg/ns#latest"
    """The last day on which the event can have ended, as far as the words say."""
    merged: Final = "https://w3id.org/newskg/ns#merged"
    """The actor that is read as another."""
    mergedInto: Final = "https://w3id.org/newskg/ns#mergedInto"
    """The thing of the same kind under which this one is to be read; at most one, and never in a circle."""
    mode: Final = "https://w3id.org/newskg/ns#mode"
    """How the words are given; one of kg:Modes."""
    participant: Final = "https://w3id.org/newskg/ns#participant"
    """An actor who takes part in the event."""
    place: Final = "https://w3id.org/newskg/ns#place"
    """Where the event is said to happen."""
    polarity: Final = "https://w3id.org/newskg/ns#polarity"
    """The stance of the speaker towards the claim; one of kg:Polarities."""
    probability: Final = "https://w3id.org/newskg/ns#probability"
    """How sure the program is that this span, statement or merge is right, from 0 to 1. How the speaker hedges is kg:certainty."""
    quantityMax: Final = "https://w3id.org/newskg/ns#quantityMax"
    """The upper bound of the number that the claim gives; equal to the lower bound for a plain number."""
    quantityMin: Final = "https://w3id.org/newskg/ns#quantityMin"
    """The lower bound of the number that the claim gives; equal to the upper bound for a plain number."""
    readerVersion: Final = "https://w3id.org/newskg/ns#readerVersion"
    """The weights and the decoding that read the article."""
    refersTo: Final = "https://w3id.org/newskg/ns#refersTo"
    """The actor, event or place that the words of a span name; at most one."""
    rejects: Final = "https://w3id.org/newskg/ns#rejects"
    """What a human found to be wrong."""
    reportsEvent: Final = "https://w3id.org/newskg/ns#reportsEvent"
    """The event that the claim asserts."""
    resolution: Final = "https://w3id.org/newskg/ns#resolution"
    """How it was decided to what the words refer; one of kg:Resolutions."""
    saidOn: Final = "https://w3id.org/newskg/ns#saidOn"
    """The day on which it was said, where the article gives it."""
    sourcePath: Final = "https://w3id.org/newskg/ns#sourcePath"
    """The file from which the article was read, as the user gave it."""
    speaker: Final = "https://w3id.org/newskg/ns#speaker"
    """Who said it; one to four actors. Of a narration the publisher or the author of the article."""
    speakerSpan: Final = "https://w3id.org/newskg/ns#speakerSpan"
    """The words that name the speaker, as the article puts them."""
    target: Final = "https://w3id.org/newskg/ns#target"
    """The actor under whom the merged one is read."""
    textSha256: Final = "https://w3id.org/newskg/ns#textSha256"
    """SHA-256 of the article's text in UTF-8, 64 hexadecimal digits; all offsets hold for this text."""
    unit: Final = "https://w3id.org/newskg/ns#unit"
    """What is counted, as a lower-case singular noun."""


class OA:
    """<http://www.w3.org/ns/oa#>."""

    NAMESPACE: Final = "http://www.w3.org/ns/oa#"
    end: Final = "http://www.w3.org/ns/oa#end"
    """The offset behind a span's last character, in Unicode code points."""
    exact: Final = "http://www.w3.org/ns/oa#exact"
    """The words of a span: the text from oa:start to oa:end."""
    start: Final = "http://www.w3.org/ns/oa#start"
    """The offset of a span's first character, in Unicode code points, counted from 0."""


class ORG:
    """<http://www.w3.org/ns/org#>."""

    NAMESPACE: Final = "http://www.w3.org/ns/org#"
    memberOf: Final = "http://www.w3.org/ns/org#memberOf"
    """The organisation to which the article says an actor belongs."""


class OWL:
    """<http://www.w3.org/2002/07/owl#>."""

    NAMESPACE: Final = "http://www.w3.org/2002/07/owl#"
    Class: Final = "http://www.w3.org/2002/07/owl#Class"
    DatatypeProperty: Final = "http://www.w3.org/2002/07/owl#DatatypeProperty"
    ObjectProperty: Final = "http://www.w3.org/2002/07/owl#ObjectProperty"
    Ontology: Final = "http://www.w3.org/2002/07/owl#Ontology"
    disjointWith: Final = "http://www.w3.org/2002/07/owl#disjointWith"
    versionInfo: Final = "http://www.w3.org/2002/07/owl#versionInfo"


class PROV:
    """<http://www.w3.org/ns/prov#>."""

    NAMESPACE: Final = "http://www.w3.org/ns/prov#"
    Activity: Final = "http://www.w3.org/ns/prov#Activity"
    """One run of the program."""
    Bundle: Final = "http://www.w3.org/ns/prov#Bundle"
    """The named graph of one article, as something that was made."""
    SoftwareAgent: Final = "http://www.w3.org/ns/prov#SoftwareAgent"
    """The program that made a graph, in one version."""
    endedAtTime: Final = "http://www.w3.org/ns/prov#endedAtTime"
    """When a run ended or a correction was made."""
    generated: Final = "http://www.w3.org/ns/prov#generated"
    """What a correction puts in the place of what it rejects."""
    wasAssociatedWith: Final = "http://www.w3.org/ns/prov#wasAssociatedWith"
    """The software behind a run, or the human behind a correction."""
    wasGeneratedBy: Final = "http://www.w3.org/ns/prov#wasGeneratedBy"
    """The run that made a named graph."""
    wasRevisionOf: Final = "http://www.w3.org/ns/prov#wasRevisionOf"
    """The statement that a corrected one replaces."""


class RDF:
    """<http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    NAMESPACE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    Property: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property"
    type: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class RDFS:
    """<http://www.w3.org/2000/01/rdf-schema#>."""

    NAMESPACE: Final = "http://www.w3.org/2000/01/rdf-schema#"
    Class: Final = "http://www.w3.org/2000/01/rdf-schema#Class"
    comment: Final = "http://www.w3.org/2000/01/rdf-schema#comment"
    domain: Final = "http://www.w3.org/2000/01/rdf-schema#domain"
    label: Final = "http://www.w3.org/2000/01/rdf-schema#label"
    """The wording of a claim, issue or event, on one line."""
    range: Final = "http://www.w3.org/2000/01/rdf-schema#range"
    subClassOf: Final = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
    subPropertyOf: Final = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf"


class SCHEMA:
    """<https://schema.org/>."""

    NAMESPACE: Final = "https://schema.org/"
    Place: Final = "https://schema.org/Place"
    """A named place, as a location; as it speaks or acts it is a kg:Government."""
    sameAs: Final = "https://schema.org/sameAs"
    """The Wikidata entity of an actor or place."""


class SKOS:
    """<http://www.w3.org/2004/02/skos/core#>."""

    NAMESPACE: Final = "http://www.w3.org/2004/02/skos/core#"
    Concept: Final = "http://www.w3.org/2004/02/skos/core#Concept"
    ConceptScheme: Final = "http://www.w3.org/2004/02/skos/core#ConceptScheme"
    altLabel: Final = "http://www.w3.org/2004/02/skos/core#altLabel"
    """Another name in use; never a pronoun or a description."""
    example: Final = "http://www.w3.org/2004/02/skos/core#example"
    inScheme: Final = "http://www.w3.org/2004/02/skos/core#inScheme"
    prefLabel: Final = "http://www.w3.org/2004/02/skos/core#prefLabel"
    """The fullest name of an actor or place, without titles; of an unnamed source its description."""


class XSD:
    """<http://www.w3.org/2001/XMLSchema#>."""

    NAMESPACE: Final = "http://www.w3.org/2001/XMLSchema#"
    boolean: Final = "http://www.w3.org/2001/XMLSchema#boolean"
    date: Final = "http://www.w3.org/2001/XMLSchema#date"
    dateTime: Final = "http://www.w3.org/2001/XMLSchema#dateTime"
    decimal: Final = "http://www.w3.org/2001/XMLSchema#decimal"
    integer: Final = "http://www.w3.org/2001/XMLSchema#integer"
    string: Final = "http://www.w3.org/2001/XMLSchema#string"
