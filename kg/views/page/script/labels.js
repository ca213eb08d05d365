// Labels as on a map: always of one size on the screen, the most prominent first, none over another.
// vis-network's own labels grow and shrink with the zoom and cover each other.

const ALWAYS_LABELLED = 15; // the most important nodes, even where their label covers a shape
const EVENTS_AMONG_THEM = 6; // where events are drawn
let labelled = []; // nodes, most important first

// Events come early: actors, who are more, would crowd out their labels.
function inOrderOfLabels(nodes) {
  const happening = nodes.filter(isEvent);
  const first = happening.slice(0, EVENTS_AMONG_THEM);
  return [...new Set([...nodes.slice(0, ALWAYS_LABELLED - first.length), ...first, ...happening, ...nodes])];
}

const widths = new Map();
function widthOf(context, text, size) {
  const key = `${size} ${text}`;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

const covers = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const isInside = (box, view) => box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;

function boxAround(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

// The sides on which a label may stand, best first: below, above, right, left.
function sides({ x, y }, reach, width, height) {
  return [[x, y + reach + height / 2], [x, y - reach - height / 2], [x + reach + width / 2 + 2, y], [x - reach - width / 2 - 2, y]];
}

function drawLabels(context) {
  const scale = network.getScale();
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  const { width, height } = byId("network").getBoundingClientRect();
  const view = { left: corner.x * scale, top: corner.y * scale, right: corner.x * scale + width, bottom: corner.y * scale + height };
  const reach = (actor) => nodeOf.get(actor).size * scale + 4;
  const places = Object.entries(network.getPositions(nodeSet.getIds()));
  const points = new Map(places.map(([actor, { x, y }]) => [Number(actor), { x: x * scale, y: y * scale }]));
  const shapes = [...points].map(([actor, { x, y }]) => boxAround(x, y, 1.6 * reach(actor), 1.6 * reach(actor)));
  const labels = [];
  context.save();
  context.scale(1 / scale, 1 / scale);
  Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 4, strokeStyle: palette.paper, fillStyle: palette.ink });
  labelled.filter((actor) => points.has(actor)).forEach((actor, place) => {
    const label = measured(context, actor);
    const choices = sides(points.get(actor), reach(actor), label.width, label.height)
      .map(([x, y]) => boxAround(x, y, label.width, label.height))
      .filter((box) => isInside(box, view) && !labels.some((other) => covers(box, other)));
    const box = choices.find((choice) => !shapes.some((shape) => covers(choice, shape))) ?? (place < ALWAYS_LABELLED ? choices[0] : undefined);
    if (!box) return;
    labels.push(box);
    write(context, label, box);
  });
  context.restore();
}

function measured(context, actor) {
  const lines = nodeOf.get(actor).label.split("\n");
  const { size } = nodeOf.get(actor).font;
  context.font = `${size}px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif`;
  return { lines, lineHeight: size * 1.2, width: Math.max(...lines.map((line) => widthOf(context, line, size))) + 6, height: size * 1.2 * lines.length };
}

function write(context, { lines, lineHeight }, { left, right, top }) {
  lines.forEach((line, row) => {
    context.strokeText(line, (left + right) / 2, top + (row + 0.5) * lineHeight);
    context.fillText(line, (left + right) / 2, top + (row + 0.5) * lineHeight);
  });
}
