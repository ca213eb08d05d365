// The drawing. Python has decided where each node stands and how large it is; here it is decided which nodes
// and edges are shown, which stand back, and in which colours of the theme.

const FRONT_EDGES = 80; // of a selection; beyond it the table shows more than a drawing can
const MOST_EDGES = Math.max(500, 2 * records.shownActors); // of the first drawing; more are a thicket, and slow to move
const RING = 210; // between the circles of a neighbourhood, in units of the canvas
const ON_RING = 18; // actors on the first circle, twice as many on the second, and so on
const nodeOf = new Map(records.nodes.map((node) => [node.id, node]));
const edgeOf = new Map(records.lines.map((edge) => [edge.id, edge]));
let nodeSet = null;
let edgeSet = null;
let network = null;

function startGraph() {
  network = new vis.Network(byId("network"), { nodes: nodeSet, edges: edgeSet }, records.options);
  network.on("afterDrawing", drawLabels);
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) goTo({ actor: actors.id[node] });
    else if (edge !== undefined) goTo({ from: actors.id[edges.source[edge]], to: actors.id[edges.target[edge]] });
    else goTo({});
  });
  network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) goTo({ actor: actors.id[node], ego: actors.id[node] }); });
  network.on("hoverNode", () => { byId("network").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("network").style.cursor = ""; });
  byId("zoom-in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
  byId("zoom-out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
  byId("zoom-fit").addEventListener("click", () => fitTo(nodeSet.getIds()));
}

// Speakers whom no article names are drawn only on demand.
function mayBeDrawn(state, selection) {
  const withNobody = Boolean(state.unnamed) || Boolean(selection?.subjects.includes(nobody)) || state.ego === records.nobody;
  return (actor) => nodeOf.has(actor) && (actor !== nobody || withNobody);
}

const reverseOf = (edge) => edgeBetween.get(`${edges.target[edge]} ${edges.source[edge]}`);
const byWeight = (stacks) => (one, other) => stacks[other].length - stacks[one].length || one - other;

// Of edges from the heaviest on those that are among the first of their source; the very first of each win.
function heaviestOfEach(sorted, count) {
  const left = new Map();
  const ranked = sorted.map((edge) => {
    const rank = left.get(edges.source[edge]) ?? 0;
    left.set(edges.source[edge], rank + 1);
    return { edge, rank };
  });
  const firsts = ranked.filter(({ rank }) => rank === 0);
  const others = ranked.filter(({ rank }) => rank > 0 && rank < count);
  return [...firsts, ...others].slice(0, MOST_EDGES).map(({ edge }) => edge);
}

// The most prominent actors of what the filters leave, each with its heaviest edges.
function firstDrawing(state, { weights, stacks }, isAllowed) {
  const weight = (actor) => weights.says[actor] + weights.spokenOf[actor];
  const present = [...nodeOf.keys()].filter((actor) => isAllowed(actor) && weight(actor) > 0);
  const prominent = new Set(present.sort((one, other) => weight(other) - weight(one) || one - other).slice(0, records.shownActors));
  const least = Math.max(1, Number(state.least));
  const candidates = [...edgeOf.keys()].filter((edge) => stacks[edge].length >= least && prominent.has(edges.source[edge]) && prominent.has(edges.target[edge]));
  const lines = heaviestOfEach(candidates.sort(byWeight(stacks)), state.ego ? Infinity : records.shownEdges);
  if (present.length <= records.fewActors && least === 1) return { nodes: prominent, lines };
  return { nodes: new Set(lines.flatMap((edge) => [edges.source[edge], edges.target[edge]])), lines };
}

// What stands in front: the selected actors, their heaviest edges, and whom those lead to.
function inFront(selection, { stacks }, isAllowed) {
  if (!selection) return { nodes: new Set(), lines: new Set() };
  const drawable = selection.edges.filter((edge) => edgeOf.has(edge) && stacks[edge].length && isAllowed(edges.source[edge]) && isAllowed(edges.target[edge]));
  const lines = drawable.sort(byWeight(stacks)).slice(0, FRONT_EDGES);
  const ends = lines.flatMap((edge) => [edges.source[edge], edges.target[edge]]);
  return { nodes: new Set([...selection.actors.slice(0, FRONT_EDGES).filter(isAllowed), ...ends]), lines: new Set(lines) };
}

function fillOf(actor, state) {
  if (state.colour !== "community") return palette[actors.kind[actor]];
  const community = actors.community[actor];
  return palette[community < 0 ? "no-community" : `community-${community}`];
}

function nodeLook(actor, { state, weights, isBack, isChosen, place }) {
  const fill = fillOf(actor, state);
  const isHollow = weights.says[actor] === 0 || actor === nobody;
  return {
    ...nodeOf.get(actor),
    ...place,
    title: `${actors.name[actor]}\n${records.kinds[actors.kind[actor]]} · says ${inEnglish(weights.says[actor])} · spoken of in ${inEnglish(weights.spokenOf[actor])}`,
    opacity: isBack ? 0.18 : 1,
    borderWidth: isChosen ? 3 : 1.5,
    color: { background: isHollow ? palette.paper : fill, border: isChosen ? palette.ink : fill, hover: { background: fill, border: palette.ink } },
    label: undefined,
    shapeProperties: { borderDashes: actor === nobody ? [4, 3] : false },
  };
}

function stanceOf(stack) {
  const affirms = stack.some((number) => statements.polarity[number] === "affirms");
  const denies = stack.some((number) => statements.polarity[number] === "denies");
  return affirms && denies ? "both" : affirms ? "affirms" : denies ? "denies" : "uncommitted";
}

// A bent line costs twice the time of a straight one; only a pair that speaks about each other needs two.
function edgeLook(edge, stack, { isBack, isMutual }) {
  const width = 1.2 + 0.9 * Math.floor(Math.log2(stack.length || 1));
  const tone = palette[stanceOf(stack)];
  return { ...edgeOf.get(edge), width, smooth: isMutual ? undefined : false, dashes: stack.every(isLow), color: { color: tone, hover: palette.ink, opacity: isBack ? 0.1 : 0.7 } };
}

// A neighbourhood: the centre in the middle, the others on circles, the heaviest nearest, in the order of the map.
function rings(centre, nodes, weights) {
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const turn = (actor) => Math.atan2(nodeOf.get(actor).y - nodeOf.get(centre).y, nodeOf.get(actor).x - nodeOf.get(centre).x);
  const waiting = nodes.filter((actor) => actor !== centre).sort((one, other) => weights.says[other] + weights.spokenOf[other] - weights.says[one] - weights.spokenOf[one]);
  for (let ring = 1; waiting.length; ring += 1) {
    const members = waiting.splice(0, ON_RING * ring).sort((one, other) => turn(one) - turn(other));
    members.forEach((actor, place) => {
      const angle = (2 * Math.PI * (place + ring / 2)) / members.length;
      places.set(actor, { x: 1.35 * RING * ring * Math.cos(angle), y: RING * ring * Math.sin(angle) });
    });
  }
  return places;
}

// New sets are drawn in half the time that changing the old ones takes; the view stays where it was.
function draw(nodes, lines) {
  nodeSet = new vis.DataSet(nodes);
  edgeSet = new vis.DataSet(lines);
  if (!network) {
    startGraph();
    return;
  }
  const view = { position: network.getViewPosition(), scale: network.getScale() };
  network.setData({ nodes: nodeSet, edges: edgeSet });
  network.moveTo(view);
}

function drawGraph(state, { move }) {
  const selection = selectionOf(state);
  const filter = filterOf(state);
  const isAllowed = mayBeDrawn(state, selection);
  const first = firstDrawing(state, filter, isAllowed);
  const front = inFront(selection, filter, isAllowed);
  const nodes = [...new Set([...first.nodes, ...front.nodes])].sort((one, other) => one - other);
  const lines = [...new Set([...first.lines, ...front.lines])];
  const isDrawn = new Set(lines);
  const chosen = new Set(selection?.subjects);
  const centre = actorNumber.get(state.ego);
  const places = nodeOf.has(centre) ? rings(centre, nodes, filter.weights) : new Map();
  const isAllInFront = !front.nodes.size || (state.ego && state.ego === state.actor);
  const isBack = (set, item) => !isAllInFront && !set.has(item);
  labelled = [...chosen, ...nodes.filter((actor) => !isBack(front.nodes, actor) && !chosen.has(actor))];
  draw(
    nodes.map((actor) => nodeLook(actor, { state, weights: filter.weights, isBack: isBack(front.nodes, actor), isChosen: chosen.has(actor), place: places.get(actor) })),
    lines.map((edge) => edgeLook(edge, filter.stacks[edge], { isBack: isBack(front.lines, edge), isMutual: isDrawn.has(reverseOf(edge)) })),
  );
  if (move || !areInView([...chosen])) fitTo(isAllInFront ? nodes : [...front.nodes]);
  noteDrawn(nodes.length, lines.length);
  renderKey(state);
}

function areInView(nodes) {
  const { width, height } = byId("network").getBoundingClientRect();
  const points = Object.values(network.getPositions(nodes.filter((actor) => nodeSet.get(actor)))).map((place) => network.canvasToDOM(place));
  return points.every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
}

function fitTo(nodes) {
  if (nodes.length) network.fit({ nodes, maxZoomLevel: 1.15 });
}

function noteDrawn(nodeCount, shownEdges) {
  const note = byId("drawn");
  note.replaceChildren(`Drawn: ${plural(nodeCount, "actor")} of ${inEnglish(actorCount)}, ${plural(shownEdges, "connection")} of ${inEnglish(edgeCount)}.`);
  if (nodeOf.size < actorCount) note.append(` Only the ${inEnglish(nodeOf.size)} most prominent can be drawn; table, timeline and search have all.`);
  if (nobody < 0) return;
  const isShown = Boolean(currentState().unnamed);
  note.append(" ", plural(actors.says[nobody], "statement"), actors.says[nobody] === 1 ? " names" : " name", " no speaker. ",
    button({ class: "link", id: "unnamed", "aria-pressed": String(isShown), click: () => change({ unnamed: isShown ? "" : "1" }) }, isShown ? "Hide them" : "Show them"));
}

// Colours mean kinds, or communities, which are called by their most prominent actor.
function renderKey(state) {
  const isCommunity = state.colour === "community";
  const called = COMMUNITY_COLOURS.map((_, number) => actors.community.indexOf(number)).filter((actor) => actor >= 0);
  byId("kind-key").hidden = isCommunity;
  byId("community-key").hidden = !isCommunity;
  byId("community-key").replaceChildren(...called.map((actor, number) => element("li", { dir: "auto" }, element("i", { class: `dot community-${number}` }), `around ${actors.name[actor]}`)));
  byId("colour").hidden = !called.length;
  byId("colour").textContent = isCommunity ? "Colour by kind" : "Colour by community";
}
