// The drawing. Python has decided what each node and edge looks like and where it stands; here it is
// decided which of them are shown, which stand back, and in which colours of the theme.

const FRONT_EDGES = 80; // of a selection; beyond it the table shows more than a drawing can
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
  return drawable.sort((one, other) => edges.statements[other].length - edges.statements[one].length).slice(0, FRONT_EDGES);
}

// Speakers whom no article names are drawn only on demand.
function mayBeDrawn(state, selection) {
  const withNobody = Boolean(state.unnamed) || Boolean(selection?.subjects.includes(nobody));
  return (actor) => nodeOf.has(actor) && (actor !== nobody || withNobody);
}

// The first drawing: the most prominent actors with their heaviest edges.
function firstDrawing(isAllowed) {
  const prominent = new Set([...nodeOf.keys()].filter((actor) => actor < records.shownActors && isAllowed(actor)));
  const lines = [...edgeOf.keys()].filter((edge) => edges.rank[edge] < records.shownEdges && prominent.has(edges.source[edge]) && prominent.has(edges.target[edge]));
  if (actorCount <= records.fewActors) return { nodes: prominent, lines };
  return { nodes: new Set(lines.flatMap((edge) => [edges.source[edge], edges.target[edge]])), lines };
}

// What stands in front: the selected actors, their heaviest edges, and whom those lead to.
function inFront(selection, isAllowed) {
  if (!selection) return { nodes: new Set(), lines: new Set() };
  const lines = heaviest(selection.edges.filter((edge) => isAllowed(edges.source[edge]) && isAllowed(edges.target[edge])));
  const ends = lines.flatMap((edge) => [edges.source[edge], edges.target[edge]]);
  return { nodes: new Set([...selection.actors.slice(0, FRONT_EDGES).filter(isAllowed), ...ends]), lines: new Set(lines) };
}

function nodeLook(actor, isBack, isChosen) {
  const fill = palette[actors.kind[actor]];
  const isHollow = actors.says[actor] === 0 || actor === nobody;
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
  const isAllowed = mayBeDrawn(state, selection);
  const first = firstDrawing(isAllowed);
  const front = inFront(selection, isAllowed);
  const nodes = [...new Set([...first.nodes, ...front.nodes])].sort((one, other) => one - other);
  const lines = [...new Set([...first.lines, ...front.lines])];
  const chosen = new Set(selection?.subjects);
  sync(nodeSet, nodes.map((actor) => nodeLook(actor, selection && !front.nodes.has(actor), chosen.has(actor))));
  sync(edgeSet, lines.map((edge) => edgeLook(edge, selection && !front.lines.has(edge))));
  labelled = selection ? [...chosen, ...nodes.filter((actor) => front.nodes.has(actor) && !chosen.has(actor))] : nodes;
  if (!network) startGraph();
  if (move || !areInView([...chosen])) fitTo(front.nodes.size ? [...front.nodes] : nodes);
  noteDrawn(nodes.length, lines.length);
}

function areInView(nodes) {
  const { width, height } = byId("network").getBoundingClientRect();
  const points = Object.values(network.getPositions(nodes.filter((actor) => nodeOf.has(actor)))).map((place) => network.canvasToDOM(place));
  return points.every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
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
