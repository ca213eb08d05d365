// Start, and draw again whenever the state changes.

let lastView = "";
function render() {
  const state = currentState();
  const isTable = state.view === "table";
  document.querySelector("main").dataset.view = state.view;
  byId("graph-view").hidden = isTable;
  byId("table-view").hidden = !isTable;
  byId("view-graph").setAttribute("aria-pressed", String(!isTable));
  byId("view-table").setAttribute("aria-pressed", String(isTable));
  renderPanel(state);
  if (isTable) renderTable(state);
  else drawGraph(state, { move: lastView !== "graph" });
  lastView = state.view;
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
