// The panel: an overview while nothing is selected, then who was selected and the statements.

const RANKED = 10;

function ranking(heading, count) {
  const best = [...actors.id.keys()].filter((actor) => actor !== nobody && count[actor] > 0)
    .sort((one, other) => count[other] - count[one] || one - other).slice(0, RANKED);
  const rows = best.map((actor) => {
    const bar = element("i");
    bar.style.width = `${(100 * count[actor]) / count[best[0]]}%`;
    return element("li", {}, element("button", { type: "button", click: () => goTo({ actor: actors.id[actor] }) },
      shapeOf(actor), element("span", { class: "name", dir: "auto" }, actors.name[actor]),
      element("span", { class: "bar", "aria-hidden": "true" }, bar),
      element("span", { class: "count" }, count[actor].toLocaleString("en"))));
  });
  return rows.length ? [element("h3", {}, heading), element("ol", { class: "ranking" }, rows)] : [];
}

function overview() {
  return [
    element("h2", {}, "Who said what about whom"),
    element("p", { class: "lead" }, "Select an actor or a line to read the statements behind it."),
    ...ranking("Speak most", actors.says),
    ...ranking("Are spoken of most", actors.spoken_of),
  ];
}

function headline(state, selection) {
  const [first, second] = selection.subjects;
  const close = element("button", { type: "button", class: "close", "aria-label": "Close", title: "Close (Esc)", click: () => goTo({}) }, "×");
  if (state.actor) return [element("div", { class: "headline" }, shapeOf(first), element("h2", { dir: "auto" }, actors.name[first]), close),
    element("p", { class: "facts" }, records.kinds[actors.kind[first]])];
  const title = state.from ? `${actors.name[first]} and ${actors.name[second]}` : state.words ? `“${state.words}”` : "One statement";
  return [element("div", { class: "headline" }, element("h2", { dir: "auto" }, title), close)];
}

function stackSection({ heading, statements: numbers }) {
  const title = element("h3", {}, element("b", { class: "stack-count" }, numbers.length.toLocaleString("en")), ` · ${heading}`);
  return element("section", { "data-heading": heading }, title, numbers.length ? cardStack(numbers) : []);
}

function renderPanel(state) {
  const selection = selectionOf(state);
  const panel = byId("panel");
  panel.classList.toggle("has-selection", Boolean(selection));
  panel.scrollTop = 0;
  panel.replaceChildren(...(selection ? [...headline(state, selection), ...selection.stacks.map(stackSection)] : overview()));
}
