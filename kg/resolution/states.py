"""States as actors: by their own names, by their people, by their governments."""

from kg.domain import Actor, ActorKind
from kg.identity import actor_id
from kg.resolution import knowledge
from kg.resolution.heads import Description
from kg.resolution.scene import Scene

_GOVERNMENTS = frozenset({"government", "regime"})


def state_actor(name: str, scene: Scene) -> Actor:
    """The state called ``name``, as the article shows it or by itself."""
    figure = scene.cast.figure(actor_id(name))
    return figure.actor if figure else Actor(actor_id(name), ActorKind.GOVERNMENT, name)


def governed(description: Description, owner: Actor | None, scene: Scene) -> Actor | None:
    """The state whose government is described: ``the Russian government``, ``Russia's government``."""
    if description.noun.lower() not in _GOVERNMENTS or description.complement:
        return None
    if owner is not None and owner.name in knowledge.state_by_name():
        return owner
    people = " ".join(word.title() for word in description.modifiers)
    state = knowledge.state_by_demonym().get(people)
    return state_actor(state, scene) if state else None
