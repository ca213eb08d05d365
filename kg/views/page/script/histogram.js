// Statements by the date of their article. A bar chooses its days, a drag over several all of theirs.

let dragged = null; // bins where a drag began and is now

function histogramCounts(state) {
  const { failures } = filterOf(state);
  const all = new Uint32Array(bins.length);
  const shown = new Uint32Array(bins.length);
  let undated = 0;
  for (const number of everyStatement) {
    const bin = binOfArticle[statements.article[number]];
    const failed = failures[number];
    if (bin < 0) undated += Number(!(failed & ~BIT.days));
    else if (!(failed & BIT.mode)) all[bin] += 1;
    if (bin >= 0 && !(failed & ~BIT.days)) shown[bin] += 1;
  }
  return { all, shown, undated };
}

const isInRange = ({ since, until }, bin) => (!since || bin.until >= since) && (!until || bin.since <= until);

function chooseBins(one, other) {
  const [first, last] = one < other ? [one, other] : [other, one];
  const state = currentState();
  const range = { since: bins[first].since, until: bins[last].until };
  const isSame = state.since === range.since && state.until === range.until;
  change(isSame ? { since: "", until: "" } : range);
}

function bar(state, counts, most, place) {
  const bin = bins[place];
  const label = `${bin.called}: ${plural(counts.shown[place], "statement")}`;
  const made = button({ class: isInRange(state, bin) ? "bin" : "bin is-out", "aria-label": label, title: label, "data-bin": place, click: (event) => { if (event.detail === 0) chooseBins(place, place); } },
    element("i", { class: "all" }), element("i", { class: "shown" }));
  return sized(made, { "--all": counts.all[place] / most, "--shown": counts.shown[place] / most });
}

function renderHistogram(state) {
  const box = byId("bins");
  const focused = document.activeElement?.dataset.bin;
  const counts = histogramCounts(state);
  const most = Math.max(1, ...counts.all);
  box.replaceChildren(...bins.map((_, place) => bar(state, counts, most, place)));
  if (focused !== undefined) box.children[focused]?.focus();
  byId("since").value = state.since;
  byId("until").value = state.until;
  byId("all-days").hidden = !state.since && !state.until;
  byId("undated").textContent = counts.undated ? `${plural(counts.undated, "statement")} without a date${state.since || state.until ? " left out" : ""}` : "";
}

function binUnder({ clientX, clientY }) {
  const bin = document.elementFromPoint(clientX, clientY)?.closest("[data-bin]")?.dataset.bin;
  return bin === undefined ? null : Number(bin);
}

function beginDrag(event) {
  const bin = binUnder(event);
  dragged = bin === null ? null : [bin, bin];
}

function drag(event) {
  if (!dragged) return;
  dragged = [dragged[0], binUnder(event) ?? dragged[1]];
  const [first, last] = [Math.min(...dragged), Math.max(...dragged)];
  [...byId("bins").children].forEach((each, place) => each.classList.toggle("is-out", place < first || place > last));
}

function endDrag() {
  if (dragged) chooseBins(...dragged);
  dragged = null;
}

function startHistogram() {
  byId("dates").hidden = !bins.length;
  if (!bins.length) return;
  const dates = articles.date.filter(Boolean).sort();
  byId("first-and-last").textContent = `${inWords(dates[0], { dateStyle: "medium" })} – ${inWords(dates.at(-1), { dateStyle: "medium" })}`;
  byId("bins").addEventListener("pointerdown", beginDrag);
  addEventListener("pointermove", drag);
  addEventListener("pointerup", endDrag);
  byId("since").addEventListener("change", (event) => change({ since: event.target.value }));
  byId("until").addEventListener("change", (event) => change({ until: event.target.value }));
  byId("all-days").addEventListener("click", () => change({ since: "", until: "" }));
}
