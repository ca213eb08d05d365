// How nodes and lines are drawn in the colours of the theme.

const NO_ARROW = { to: { enabled: false } };
const ARROWS = { // of a part in an event: who does it points to it, it points to whom it is done
  agent: undefined,
  patient: { to: { enabled: false }, from: { enabled: true, scaleFactor: 0.5 } },
  other: NO_ARROW,
};

function fillOf(node, state) {
  if (isEvent(node) || state.colour !== "community") return palette[kindOf(node)];
  const community = actors.community[node];
  return palette[community < 0 ? "no-community" : `community-${community}`];
}

function nodeTitle(node, { says, spokenOf, told }) {
  if (!isEvent(node)) return `${nodeName(node)}\n${records.kinds[kindOf(node)]} · says ${inEnglish(says[node])} · spoken of in ${inEnglish(spokenOf[node])}`;
  const number = node - actorCount;
  const facts = [records.kinds.event, events.where[number], events.when[number], `told in ${inEnglish(told[number])}`];
  return `${nodeName(node)}\n${facts.filter(Boolean).join(" · ")}`;
}

// A pill: what vis-network calls a box takes its size from a label, and labels are not its task here.
function drawPill({ ctx, x, y, id, style }) {
  const height = 2 * nodeOf.get(id).size;
  const width = records.pill * height;
  const drawNode = () => {
    ctx.globalAlpha = style.opacity ?? 1;
    ctx.fillStyle = style.color;
    ctx.strokeStyle = style.borderColor;
    ctx.lineWidth = style.borderWidth;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - height / 2, width, height, height / 2);
    ctx.fill();
    ctx.stroke();
  };
  return { drawNode, nodeDimensions: { width, height } };
}

function nodeLook(node, { state, weights, isBack, isChosen, place }) {
  const fill = fillOf(node, state);
  const isHollow = !isEvent(node) && (weights.says[node] === 0 || node === nobody);
  return {
    ...nodeOf.get(node),
    ...place,
    title: nodeTitle(node, weights),
    opacity: isBack ? 0.18 : 1,
    borderWidth: isChosen ? 3 : 1.5,
    color: { background: isHollow ? palette.paper : fill, border: isChosen ? palette.ink : fill, hover: { background: fill, border: palette.ink } },
    label: undefined,
    shapeProperties: { borderDashes: node === nobody ? [4, 3] : false },
    ...(isEvent(node) ? { shape: "custom", ctxRenderer: drawPill } : {}),
  };
}

function stanceOf(stack) {
  const affirms = stack.some((number) => statements.polarity[number] === "affirms");
  const denies = stack.some((number) => statements.polarity[number] === "denies");
  return affirms && denies ? "both" : affirms ? "affirms" : denies ? "denies" : "uncommitted";
}

function toned(tone, isBack) {
  return { color: tone, hover: palette.ink, opacity: isBack ? 0.1 : 0.7 };
}

// A bent line costs twice the time of a straight one; only a pair with several lines needs them.
function edgeLook(line, stack, { isBack, isMutual }) {
  if (roleOf(line)) return partLook(line, { isBack, isMutual });
  const width = 1.2 + 0.9 * Math.floor(Math.log2(stack.length || 1));
  return { ...edgeOf.get(line), width, smooth: isMutual ? undefined : false, dashes: stack.every(isLow), color: toned(palette[stanceOf(stack)], isBack) };
}

function partLook(line, { isBack, isMutual }) {
  return { ...edgeOf.get(line), width: 1.6, smooth: isMutual ? { enabled: true, type: "curvedCCW", roundness: 0.12 } : false, dashes: [1.5, 4], arrows: ARROWS[roleOf(line)], color: toned(palette.event, isBack) };
}
