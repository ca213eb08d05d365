// Events beside actors. The drawing knows nodes: actors by their numbers, then events; lines likewise.

const { events, eventEdges } = records;
const eventCount = events.id?.length ?? 0;
const isEvent = (node) => node >= actorCount;
const nodeNumber = new Map([...actorNumber, ...(events.id ?? []).map((id, number) => [id, actorCount + number])]);
const nodeId = (node) => (isEvent(node) ? events.id[node - actorCount] : actors.id[node]);
const nodeName = (node) => (isEvent(node) ? events.name[node - actorCount] : actors.name[node]);
const kindOf = (node) => (isEvent(node) ? "event" : actors.kind[node]);
const choiceOf = (node) => (isEvent(node) ? { event: nodeId(node) } : { actor: nodeId(node) });
const tellingOf = (node) => events.statements[node - actorCount];

const eventsOf = Array.from({ length: statementCount }, () => []); // as nodes, of each statement
events.statements?.forEach((stack, number) => { for (const each of stack) eventsOf[each].push(actorCount + number); });

// Lines between actors come first; only those to events have a role, null where the actor tells of the event.
const lines = {
  source: [...(edges.source ?? []), ...(eventEdges.actor ?? [])],
  target: [...(edges.target ?? []), ...(eventEdges.event ?? []).map((number) => actorCount + number)],
  statements: [...(edges.statements ?? []), ...(eventEdges.statements ?? [])],
};
const roleOf = (line) => (line < edgeCount ? null : eventEdges.role[line - edgeCount]);

const linesOf = Array.from({ length: actorCount + eventCount }, () => []);
const lineBetween = new Map(); // from who speaks to whom or what it speaks of
const partBetween = new Map(); // from who takes part to the event
lines.source.forEach((source, line) => {
  linesOf[source].push(line);
  linesOf[lines.target[line]].push(line);
  (roleOf(line) ? partBetween : lineBetween).set(`${source} ${lines.target[line]}`, line);
});
