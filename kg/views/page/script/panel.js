// The panel: an overview while nothing is selected, then who was selected and the statements.

const RANKED = 10;
const everyActor = [...Array(actorCount).keys()];
const everyEvent = [...Array(eventCount).keys()].map((number) => actorCount + number);

function ranking(heading, nodes, count) {
  const best = nodes.filter((node) => node !== nobody && count(node) > 0)
    .sort((one, other) => count(other) - count(one) || one - other).slice(0, RANKED);
  const rows = best.map((node) => element("li", {}, button({ click: () => goTo(choiceOf(node)) },
    shapeOf(node), element("span", { class: "name", dir: "auto" }, nodeName(node)),
    element("span", { class: "bar", "aria-hidden": "true" }, sized(element("i"), { width: `${(100 * count(node)) / count(best[0])}%` })),
    element("span", { class: "count" }, inEnglish(count(node))))));
  return rows.length ? [element("h3", {}, heading), element("ol", { class: "ranking" }, rows)] : [];
}

function overview(state) {
  const { weights, shown } = filterOf(state);
  const lead = isFiltered(state) ? `${plural(shown.length, "statement")} of ${inEnglish(statementCount)} pass the filters.` : "Select an actor or a line to read the statements behind it.";
  return [
    element("h2", {}, "Who said what about whom"),
    element("p", { class: "lead" }, lead, isFiltered(state) ? toldBesides(state) : ""),
    ...ranking("Speak most", everyActor, (actor) => weights.says[actor]),
    ...ranking("Are spoken of most", everyActor, (actor) => weights.spokenOf[actor]),
    ...ranking("Events most told", everyEvent, (event) => weightOf(weights, event)),
  ];
}

function egoSwitch(state, node) {
  const isOn = state.ego === nodeId(node);
  return button({ class: "link ego", id: "ego", "aria-pressed": String(isOn), click: () => change({ ego: isOn ? "" : nodeId(node) }) }, isOn ? "Show everybody" : "Show only the neighbourhood");
}

function headline(state, selection) {
  const [first, second] = selection.subjects;
  const close = button({ class: "close", "aria-label": "Close", title: "Close (Esc)", click: () => goTo({}) }, "×");
  if (state.actor) return [element("div", { class: "headline" }, shapeOf(first), element("h2", { dir: "auto" }, actors.name[first]), close),
    element("p", { class: "facts" }, records.kinds[actors.kind[first]], leads(state, "actors", first))];
  if (isEvent(first)) return eventHeadline(state, first, close);
  const title = state.from ? `${actors.name[first]} and ${actors.name[second]}` : state.words ? `“${state.words}”` : state.claim ? "One claim" : "One statement";
  return [element("div", { class: "headline" }, element("h2", { dir: "auto" }, title), close)];
}

// Where one can go from a node; nothing on paper.
function leads(state, folder, node) {
  const page = element("a", { href: `${folder}/${encodeURIComponent(nodeId(node))}.html` }, "page");
  return element("span", { class: "on-screen" }, " · ", egoSwitch(state, node), ...(records.isInSite && node !== nobody ? [" · ", page] : []));
}

function stackSection({ heading, all, statements: numbers }) {
  const left = all.length - numbers.length;
  const title = element("h3", {}, element("b", { class: "stack-count" }, inEnglish(numbers.length)), ` · ${heading}`, left ? element("span", { class: "left" }, ` (${inEnglish(left)} filtered out)`) : "");
  return element("section", { "data-heading": heading }, title, numbers.length ? cardStack(numbers) : []);
}

function renderPanel(state) {
  const selection = selectionOf(state);
  const panel = byId("panel");
  panel.classList.toggle("has-selection", Boolean(selection));
  panel.scrollTop = 0;
  panel.replaceChildren(...(selection ? [...headline(state, selection), ...selection.stacks.map(stackSection)] : overview(state)));
}
