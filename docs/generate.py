"""Write docs/reference/ from the code: what stands there cannot say what the code does not.

``python docs/generate.py`` writes the pages; the suite fails when one of them is out of date.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path

import click

import kg
from kg import errors
from kg.cli import main
from kg.store.ontology_files import ontology_text
from kg.store.questions import load_questions

FOLDER = Path(__file__).parent / "reference"
WIDTH = 100
NOTE = "<!-- Written by docs/generate.py: edit the code, not this page. -->"


def commands() -> str:
    """Every command with its help, as ``--help`` prints it."""
    helps = [(path, text) for path, text in _helps(main, "kg") if not path.startswith("kg ask ")]
    return "# Commands\n\n" + "\n\n".join(f"## {path}\n\n```text\n{text}\n```" for path, text in helps)


def _helps(command: click.Command, path: str) -> Iterator[tuple[str, str]]:
    settings = main.context_settings | {"terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=path, **settings)
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None, name
            yield from _helps(child, f"{path} {name}")


def questions() -> str:
    """Every question with what it takes and its SPARQL."""
    pages = [_question(each) for _name, each in sorted(load_questions().items())]
    return "# Questions\n\n" + "\n\n".join(pages)


def _question(question: "kg.store.questions.Question") -> str:
    rows = [f"| `--{each.name}` | {each.kind} | {each.description} |" for each in question.parameters]
    table = (
        "\n".join(["| option | takes | is |", "|---|---|---|", *rows]) if rows else "It takes no parameter."
    )
    return (
        f"## {question.name}\n\n**{question.title}** {question.description}\n\n{table}\n\n"
        f"```sparql\n{question.sparql.strip()}\n```"
    )


def ontology() -> str:
    """Every term of newskg's own namespace, by sort, with comment and example."""
    from rdflib import Graph, Namespace
    from rdflib.namespace import OWL, RDF, RDFS, SKOS

    graph = Graph().parse(data=ontology_text("kg.ttl"), format="turtle")
    own = Namespace("https://w3id.org/newskg/ns#")
    terms = sorted({term for term in graph.subjects(RDFS.label) if str(term).startswith(own)})
    sorts = {
        "Classes": [term for term in terms if (term, RDF.type, OWL.Class) in graph],
        "Properties": [term for term in terms if str(term)[len(own)].islower()],
    }
    sorts["Values"] = [term for term in terms if term not in sorts["Classes"] + sorts["Properties"]]

    def row(term: object) -> str:
        comment, example = graph.value(term, RDFS.comment), graph.value(term, SKOS.example)
        return f"| `kg:{str(term)[len(own) :]}` | {comment} | {example or ''} |"

    tables = [
        f"## {title}\n\n| term | is | for example |\n|---|---|---|\n" + "\n".join(map(row, members))
        for title, members in sorts.items()
    ]
    return f"# Ontology\n\nPrefix `kg:` is `{own}`.\n\n" + "\n\n".join(tables)


def library() -> str:
    """Everything that ``import kg`` gives, with its docstring."""
    names = [name for name in kg.__all__ if not name.startswith("_") and not name.endswith("Error")]
    return f"# Library\n\n{inspect.getdoc(kg)}\n\n" + "\n\n".join(_documented(name) for name in names)


def _documented(name: str) -> str:
    member = getattr(kg, name)
    if inspect.isclass(member) and issubclass(member, Enum):
        values = ", ".join(f"`{each.value}`" for each in member)
        return f"## kg.{name}\n\n{inspect.getdoc(member)}\n\n{values}"
    head = f"## kg.{name}\n\n```python\n{name}{_signature(member)}\n```\n\n{inspect.getdoc(member)}"
    if not inspect.isclass(member):
        return head
    methods = [
        f"- `{method}{_signature(function)}`: {(inspect.getdoc(function) or '').splitlines()[0]}"
        for method, function in vars(member).items()
        if not method.startswith("_") and inspect.isroutine(function) and inspect.getdoc(function)
    ]
    return "\n\n".join([head, "\n".join(methods)]) if methods else head


def _signature(member: object) -> str:
    target = member.__func__ if isinstance(member, classmethod | staticmethod) else member
    try:
        return re.sub(r" at 0x[0-9a-f]+", "", str(inspect.signature(target)))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return ""


def error_tree() -> str:
    """The error tree as its module draws it."""
    return f"# Errors\n\n{inspect.getdoc(errors)}".replace("::\n", "```text", 1).replace(
        "\n\nEach error", "\n```\n\nEach error", 1
    )


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "errors.md": error_tree,
    "library.md": library,
    "ontology.md": ontology,
    "questions.md": questions,
}


def page(name: str) -> str:
    """The text of one page of the reference."""
    return f"{NOTE}\n\n{PAGES[name]().strip()}\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in PAGES:
        (FOLDER / name).write_text(page(name), encoding="utf-8")
