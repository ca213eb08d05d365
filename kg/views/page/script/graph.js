// The drawing. Python has decided where each node stands and how large it is; here it is decided which nodes
// and edges are shown, which stand back, and in which colours of the theme.

const FRONT_EDGES = 80; // of a selection; beyond it the table shows more than a drawing can
const MOST_EDGES = Math.max(500, 2 * records.shownActors); // of the first drawing; more are a thicket, and slow to move
const TELLINGS = 2; // lines from those who tell of an event, unless it is looked at
const BESIDE_EVENTS = 1; // line that leaves each of many actors while events are shown
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
  network.on("click", ({ nodes: [node], edges: [line] }) => {
    if (node !== undefined) goTo(choiceOf(node));
    else if (line !== undefined) goTo({ from: nodeId(lines.source[line]), to: nodeId(lines.target[line]) });
    else goTo({});
  });
  network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) goTo({ ...choiceOf(node), ego: nodeId(node) }); });
  network.on("hoverNode", () => { byId("network").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("network").style.cursor = ""; });
  byId("zoom-in").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.3 }));
  byId("zoom-out").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.3 }));
  byId("zoom-fit").addEventListener("click", () => fitTo(nodeSet.getIds()));
}

// Speakers whom no article names, and events, are drawn only on demand: all of them, or the one that is looked at.
function mayBeDrawn(state, selection) {
  const lookedAt = new Set([...(selection?.subjects ?? []), nodeNumber.get(state.ego)]);
  const isOnDemand = (node) => isEvent(node) || node === nobody;
  const isAsked = (node) => Boolean(isEvent(node) ? state.events : state.unnamed) || lookedAt.has(node);
  return (node) => nodeOf.has(node) && (!isOnDemand(node) || isAsked(node));
}

// The other lines of the same pair, in both directions.
function besides(line) {
  const [source, target] = [lines.source[line], lines.target[line]];
  return [lineBetween.get(`${source} ${target}`), lineBetween.get(`${target} ${source}`), partBetween.get(`${source} ${target}`)].filter((each) => each !== line);
}
const byWeight = (stacks) => (one, other) => stacks[other].length - stacks[one].length || one - other;

// Of edges from the heaviest on those that are among the first of their source; the very first of each win.
function heaviestOfEach(sorted, count) {
  const left = new Map();
  const ranked = sorted.map((edge) => {
    const rank = left.get(lines.source[edge]) ?? 0;
    left.set(lines.source[edge], rank + 1);
    return { edge, rank };
  });
  const firsts = ranked.filter(({ rank }) => rank === 0);
  const others = ranked.filter(({ rank }) => rank > 0 && rank < count);
  return [...firsts, ...others].slice(0, MOST_EDGES).map(({ edge }) => edge);
}

// The most prominent actors of what the filters leave, each with its heaviest edges.
function firstDrawing(state, { weights, stacks }, isAllowed) {
  const weight = (actor) => weightOf(weights, actor);
  const present = [...nodeOf.keys()].filter((node) => !isEvent(node) && isAllowed(node) && weight(node) > 0);
  const prominent = new Set(present.sort((one, other) => weight(other) - weight(one) || one - other).slice(0, records.shownActors));
  const least = Math.max(1, Number(state.least));
  const candidates = [...edgeOf.keys()].filter((edge) => stacks[edge].length >= least && prominent.has(lines.source[edge]) && prominent.has(lines.target[edge]));
  const isFew = present.length <= records.fewActors;
  const count = state.ego ? Infinity : state.events && !isFew ? BESIDE_EVENTS : records.shownEdges;
  const drawn = heaviestOfEach(candidates.sort(byWeight(stacks)), count);
  if (isFew && least === 1) return { nodes: prominent, drawn };
  return { nodes: new Set(drawn.flatMap(endsOf)), drawn };
}

const endsOf = (line) => [lines.source[line], lines.target[line]];

// The most told events of what the filters leave, who takes part in them, and who tells most of them.
function eventDrawing(state, { stacks, weights }, isAllowed) {
  const least = Math.max(1, Number(state.least));
  const present = [...nodeOf.keys()].filter((node) => isEvent(node) && isAllowed(node) && weightOf(weights, node) >= least);
  const nodes = present.sort((one, other) => weightOf(weights, other) - weightOf(weights, one) || one - other).slice(0, records.shownEvents);
  const drawn = nodes.flatMap((event) => {
    const own = linesOf[event].filter((line) => edgeOf.has(line) && stacks[line].length >= least && isAllowed(lines.source[line]));
    const tellings = own.filter((line) => !roleOf(line)).sort(byWeight(stacks));
    return [...own.filter(roleOf), ...tellings.slice(0, state.ego ? Infinity : TELLINGS)];
  });
  return { nodes: [...nodes, ...drawn.flatMap(endsOf)], drawn };
}

// What stands in front: the selected nodes, their heaviest edges, and whom those lead to.
function inFront(selection, { stacks }, isAllowed) {
  if (!selection) return { nodes: new Set(), drawn: new Set() };
  const drawable = selection.lines.filter((line) => edgeOf.has(line) && stacks[line].length && endsOf(line).every(isAllowed));
  const drawn = drawable.sort(byWeight(stacks)).slice(0, FRONT_EDGES);
  return { nodes: new Set([...selection.nodes.slice(0, FRONT_EDGES).filter(isAllowed), ...drawn.flatMap(endsOf)]), drawn: new Set(drawn) };
}

// A neighbourhood: the centre in the middle, the others on circles, the heaviest nearest, in the order of the map.
function rings(centre, nodes, weights) {
  const places = new Map([[centre, { x: 0, y: 0 }]]);
  const turn = (actor) => Math.atan2(nodeOf.get(actor).y - nodeOf.get(centre).y, nodeOf.get(actor).x - nodeOf.get(centre).x);
  const waiting = nodes.filter((actor) => actor !== centre).sort((one, other) => weightOf(weights, other) - weightOf(weights, one));
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
function draw(nodes, drawn) {
  nodeSet = new vis.DataSet(nodes);
  edgeSet = new vis.DataSet(drawn);
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
  const happening = eventDrawing(state, filter, isAllowed);
  const front = inFront(selection, filter, isAllowed);
  const nodes = [...new Set([...first.nodes, ...happening.nodes, ...front.nodes])].sort((one, other) => one - other);
  const drawn = [...new Set([...first.drawn, ...happening.drawn, ...front.drawn])];
  const isDrawn = new Set(drawn);
  const chosen = new Set(selection?.subjects);
  const centre = nodeNumber.get(state.ego);
  const places = nodeOf.has(centre) ? rings(centre, nodes, filter.weights) : new Map();
  const isAllInFront = !front.nodes.size || (state.ego && state.ego === (state.actor || state.event));
  const isBack = (set, item) => !isAllInFront && !set.has(item);
  labelled = inOrderOfLabels([...chosen, ...nodes.filter((node) => !isBack(front.nodes, node) && !chosen.has(node))]);
  draw(
    nodes.map((actor) => nodeLook(actor, { state, weights: filter.weights, isBack: isBack(front.nodes, actor), isChosen: chosen.has(actor), place: places.get(actor) })),
    drawn.map((line) => edgeLook(line, filter.stacks[line], { isBack: isBack(front.drawn, line), isMutual: besides(line).some((each) => isDrawn.has(each)) })),
  );
  if (move || !areInView([...chosen])) fitTo(isAllInFront ? nodes : [...front.nodes]);
  noteDrawn(nodes, drawn.length);
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

function noteDrawn(nodes, drawnLines) {
  const note = byId("drawn");
  const drawnEvents = nodes.filter(isEvent).length;
  const ofEvents = drawnEvents ? `, ${plural(drawnEvents, "event")} of ${inEnglish(eventCount)}` : "";
  note.replaceChildren(`Drawn: ${plural(nodes.length - drawnEvents, "actor")} of ${inEnglish(actorCount)}${ofEvents}, ${plural(drawnLines, "connection")} of ${inEnglish(drawnEvents ? lines.source.length : edgeCount)}.`);
  const drawableActors = [...nodeOf.keys()].filter((node) => !isEvent(node)).length;
  if (drawableActors < actorCount) note.append(` Only the ${inEnglish(drawableActors)} most prominent can be drawn; table, timeline and search have all.`);
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
  renderEventKey(state);
  byId("colour").hidden = !called.length;
  byId("colour").textContent = isCommunity ? "Colour by kind" : "Colour by community";
}

function renderEventKey(state) {
  byId("events").hidden = !eventCount;
  byId("events").setAttribute("aria-pressed", String(Boolean(state.events)));
  byId("events").textContent = state.events ? "Hide events" : "Show events";
  for (const item of document.querySelectorAll(".event-key")) item.hidden = !nodeSet.getIds().some(isEvent);
}
