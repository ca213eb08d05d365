// The drawing. Python has decided what each node and edge looks like and where it stands; here it is
// decided which of them are shown, which stand back, and in which colours of the theme.

const NEIGHBOUR_EDGES = 80; // of a selection; beyond it the table shows more than a drawing can
const nodeSet = statementCount ? new vis.DataSet() : null;
const edgeSet = statementCount ? new vis.DataSet() : null;
const nodeOf = new Map(drawing.nodes.map((node) => [node.id, node]));
const edgeOf = new Map(drawing.edges.map((edge) => [edge.id, edge]));
let network = null;

function startGraph() {
  network = new vis.Network(byId("network"), { nodes: nodeSet, edges: edgeSet }, drawing.options);
  network.on("afterDrawing", drawLabels);
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) goTo({ actor: actors.id[node] });
    else if (edge !== undefined) goTo({ from: actors.id[edges.source[edge]], to: actors.id[edges.target[edge]] });
    else goTo({});
  });
  network.on("hoverNode", () => { byId("network").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("network").style.cursor = ""; });
  byId("zoom-in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
  byId("zoom-out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
  byId("zoom-fit").addEventListener("click", () => fitTo(nodeSet.getIds()));
}

function heaviest(numbers) {
  const drawable = numbers.filter((edge) => edgeOf.has(edge));
  return drawable.sort((one, other) => edges.statements[other].length - edges.statements[one].length).slice(0, NEIGHBOUR_EDGES);
}

// The first drawing: the most prominent actors with their heaviest edges.
function firstActors(isShown) {
  const prominent = [...nodeOf.keys()].filter((actor) => actor < records.shownActors && isShown(actor));
  if (actorCount <= records.fewActors) return prominent;
  const isProminent = new Set(prominent);
  const isFirst = (edge) => edges.rank[edge] < records.shownEdges && isProminent.has(edges.source[edge]) && isProminent.has(edges.target[edge]);
  return prominent.filter((actor) => edgesOf[actor].some(isFirst));
}

// What is drawn: the first drawing and whatever is selected.
function drawn(state, selection) {
  const isShown = (actor) => nodeOf.has(actor) && (actor !== nobody || Boolean(state.unnamed));
  const selectedEdges = new Set(heaviest((selection?.edges ?? []).filter((edge) => isShown(edges.source[edge]) || selection.actors[0] === nobody)));
  const close = new Set((selection?.actors ?? []).filter((actor) => selection.stacks.length > 1 || selectedEdges.size === 0 || isShown(actor)).slice(0, NEIGHBOUR_EDGES));
  for (const edge of selectedEdges) close.add(edges.source[edge]).add(edges.target[edge]);
  const nodes = new Set([...close].filter((actor) => nodeOf.has(actor)));
  for (const actor of firstActors(isShown)) nodes.add(actor);
  const shownEdges = drawing.edges.map((edge) => edge.id).filter((edge) => selectedEdges.has(edge)
    || (edges.rank[edge] < records.shownEdges && nodes.has(edges.source[edge]) && nodes.has(edges.target[edge])));
  return { nodes: [...nodes], edges: shownEdges, close, selectedEdges };
}

function nodeLook(actor, isBack, isChosen) {
  const fill = palette[actors.kind[actor]];
  const isHollow = actors.says[actor] === 0;
  return {
    ...nodeOf.get(actor),
    opacity: isBack ? 0.18 : 1,
    borderWidth: isChosen ? 3 : 1.5,
    color: { background: isHollow ? palette.paper : fill, border: isChosen ? palette.ink : fill, hover: { background: fill, border: palette.ink } },
    label: undefined,
    shapeProperties: { borderDashes: actor === nobody ? [4, 3] : false },
  };
}

function edgeLook(edge, isBack) {
  const tone = palette[edges.stance[edge]];
  return { ...edgeOf.get(edge), color: { color: tone, hover: palette.ink, opacity: isBack ? 0.1 : 0.7 } };
}

function sync(set, wanted) {
  const ids = new Set(wanted.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  set.update(wanted);
}

function drawGraph(state, { move }) {
  const selection = selectionOf(state);
  const { nodes, edges: shown, close, selectedEdges } = drawn(state, selection);
  const chosen = new Set(selection?.stacks.length > 1 || state.from ? selection.actors : []);
  sync(nodeSet, nodes.map((actor) => nodeLook(actor, selection && !close.has(actor), chosen.has(actor))));
  sync(edgeSet, shown.map((edge) => edgeLook(edge, selection && !selectedEdges.has(edge))));
  labelled = selection ? nodes.filter((actor) => close.has(actor)).sort((one, other) => chosen.has(other) - chosen.has(one) || one - other) : nodes;
  if (!network) startGraph();
  if (move) fitTo(selection && close.size ? nodes.filter((actor) => close.has(actor)) : nodes);
  noteDrawn(nodes.length, shown.length);
}

function fitTo(nodes) {
  network.fit({ nodes, maxZoomLevel: 1.15 });
}

function noteDrawn(nodeCount, shownEdges) {
  const note = byId("drawn");
  note.replaceChildren(`Drawn: ${plural(nodeCount, "actor")} of ${actorCount.toLocaleString("en")}, ${plural(shownEdges, "connection")} of ${edgeCount.toLocaleString("en")}.`);
  if (nobody < 0) return;
  const isShown = Boolean(currentState().unnamed);
  const toggle = element("button", { type: "button", class: "link", id: "unnamed", "aria-pressed": String(isShown), click: () => change({ unnamed: isShown ? "" : "1" }) });
  toggle.append(isShown ? "Hide them" : "Show them");
  note.append(" ", plural(said[nobody].length, "statement"), said[nobody].length === 1 ? " names" : " name", " no speaker. ", toggle);
}
