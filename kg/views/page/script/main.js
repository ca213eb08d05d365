// Start, and draw again whenever the state changes.

let lastView = "";
function render() {
  const state = currentState();
  const isTable = state.view === "table";
  byId("graph-view").hidden = isTable;
  byId("table-view").hidden = !isTable;
  byId("view-graph").setAttribute("aria-pressed", String(!isTable));
  byId("view-table").setAttribute("aria-pressed", String(isTable));
  renderPanel(state);
  if (isTable) renderTable(state);
  else drawGraph(state, { move: lastView !== "graph" || needsMove(state) });
  lastView = state.view;
}

// The drawing moves only to show a selection that is out of sight.
function needsMove(state) {
  const selection = selectionOf(state);
  if (!selection) return false;
  const area = byId("network").getBoundingClientRect();
  const places = network.getPositions(selection.actors.filter((actor) => nodeSet.get(actor)));
  const points = Object.values(places).map((place) => network.canvasToDOM(place));
  const isSeen = ({ x, y }) => x > 0 && y > 0 && x < area.width && y < area.height;
  return points.length < Math.min(selection.actors.length, 2) || !points.every(isSeen);
}

function start() {
  byId("theme").addEventListener("click", toggleTheme);
  prefersDark.addEventListener("change", themeChanged);
  readPalette();
  if (!statementCount) return;
  byId("view-graph").addEventListener("click", () => change({ view: "graph" }));
  byId("view-table").addEventListener("click", () => change({ view: "table" }));
  byId("table-more").addEventListener("click", addRows);
  if (isNarrow()) document.querySelector(".legend").removeAttribute("open");
  startSearch();
  startKeys();
  addEventListener("hashchange", render);
  render();
}

start();
performance.mark("ready");
