// Start, and draw again whenever the state changes.

const VIEWS = { graph: (state) => drawGraph(state, { move: drawnFor !== placeKey(state) }), table: renderTable, timeline: renderTimeline };
let drawnFor = "";
let drawnAddress = "";
const placeKey = (state) => `${state.view} ${state.ego} ${filterOf(state).key}`;

function render() {
  const state = currentState();
  const view = Object.hasOwn(VIEWS, state.view) ? state.view : "graph";
  document.querySelector("main").dataset.view = view;
  for (const name of Object.keys(VIEWS)) {
    byId(`${name}-view`).hidden = name !== view;
    byId(`view-${name}`).setAttribute("aria-pressed", String(name === view));
  }
  byId("give-png").disabled = view !== "graph";
  renderPanel(state);
  renderFacets(state);
  renderHistogram(state);
  VIEWS[view](state);
  drawnFor = placeKey(state);
  drawnAddress = location.hash;
}

function start() {
  byId("theme").addEventListener("click", toggleTheme);
  prefersDark.addEventListener("change", themeChanged);
  addEventListener("beforeprint", startPrinting);
  addEventListener("afterprint", endPrinting);
  readPalette();
  if (!statementCount) return;
  for (const name of Object.keys(VIEWS)) byId(`view-${name}`).addEventListener("click", () => change({ view: name }));
  byId("table-more").addEventListener("click", addRows);
  byId("events").addEventListener("click", toggleEvents);
  byId("colour").addEventListener("click", () => change({ colour: currentState().colour ? "" : "community" }));
  if (isNarrow()) document.querySelector(".legend").removeAttribute("open");
  startFacets();
  startHistogram();
  startSearch();
  startDownloads();
  startKeys();
  addEventListener("hashchange", render);
  render();
}

start();
performance.mark("ready");
// For whoever looks at the page from outside: its console, and its tests.
window.newskg = { records, goTo, change, drawn: () => ({ nodes: nodeSet, edges: edgeSet }), drawing: () => network, isSettled: () => drawnAddress === location.hash, palette: () => palette };
