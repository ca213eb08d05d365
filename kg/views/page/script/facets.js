// The filters on the left: what can be chosen, and how many statements each choice has.

const OFFERED = 6;
const MOST_OFFERED = 40;
const SEARCHED_ABOVE = 12; // so many values are found by eye
const FACETS = [
  { name: "speaker", heading: "Speaker", of: (n) => statements.speakers[n], id: (actor) => actors.id[actor], called: (actor) => actors.name[actor] },
  { name: "about", heading: "About", of: (n) => statements.about[n], id: (actor) => actors.id[actor], called: (actor) => actors.name[actor] },
  { name: "mode", heading: "Given as", of: (n) => [statements.mode[n]], id: (mode) => mode, called: (mode) => records.modes[mode] },
  { name: "polarity", heading: "Stance", of: (n) => [statements.polarity[n]], id: (polarity) => polarity, called: (polarity) => polarity },
  { name: "article", heading: "Article", of: (n) => [statements.article[n]], id: (article) => articles.id[article], called: (article) => articles.title[article] },
];
const opened = Object.fromEntries(FACETS.map(({ name }) => [name, { sought: "", isLong: false }]));

function toggled(facet, id) {
  const chosen = facet.name === "mode" ? shownModes(currentState()) : currentState()[facet.name];
  const others = chosen.filter((each) => each !== id);
  const next = others.length < chosen.length ? others : [...chosen, id];
  const isUsual = facet.name === "mode" && next.length === spoken.length && spoken.every((mode) => next.includes(mode));
  change({ [facet.name]: isUsual ? [] : next });
}

function option(facet, value, count, isChosen) {
  const id = facet.id(value);
  const box = element("input", { type: "checkbox", "data-value": id, change: () => toggled(facet, id) });
  box.checked = isChosen;
  return element("li", {}, element("label", {}, box, element("span", { class: "name", dir: "auto", title: facet.called(value) }, facet.called(value)), element("span", { class: "count" }, inEnglish(count))));
}

function offered(facet, state) {
  const counts = countsWithout(facet.name, state, facet.of);
  const chosen = new Set(facet.name === "mode" ? shownModes(state) : state[facet.name]);
  const { sought, isLong } = opened[facet.name];
  const isChosen = (value) => chosen.has(facet.id(value));
  const values = [...counts.keys()].filter((value) => isChosen(value) || folded(facet.called(value)).includes(folded(sought)));
  const isPlain = facet.name === "mode" || facet.name === "polarity";
  values.sort((one, other) => (isPlain ? 0 : Number(isChosen(other)) - Number(isChosen(one))) || counts.get(other) - counts.get(one) || (one < other ? -1 : 1));
  const shown = values.slice(0, Math.max(isLong ? MOST_OFFERED : OFFERED, chosen.size));
  const items = shown.map((value) => option(facet, value, counts.get(value), isChosen(value)));
  return { items, left: values.length - shown.length, known: counts.size };
}

function reopened(facet, changes) {
  Object.assign(opened[facet.name], changes);
  renderFacet(facet);
}

function facetSearch(facet) {
  return element("input", { type: "text", class: "facet-search", placeholder: "Find", "aria-label": `Find in ${facet.heading}`, spellcheck: "false",
    input: (event) => reopened(facet, { sought: event.target.value }) });
}

function furtherOptions(facet, left) {
  if (!left) return "";
  if (opened[facet.name].isLong) return element("p", { class: "left" }, `and ${inEnglish(left)} more: type to find`);
  return button({ class: "link", click: () => reopened(facet, { isLong: true }) }, `Show more (${inEnglish(left)})`);
}

function renderFacet(facet) {
  const box = byId(`facet-${facet.name}`);
  const { items, left, known } = offered(facet, currentState());
  if (known > SEARCHED_ABOVE && !box.parentElement.querySelector(".facet-search")) box.before(facetSearch(facet));
  box.replaceChildren(element("ul", {}, items), furtherOptions(facet, left));
}

function renderFacets(state) {
  const focused = document.activeElement?.dataset.value;
  for (const facet of FACETS) renderFacet(facet);
  if (focused) document.querySelector(`#facets [data-value="${CSS.escape(focused)}"]`)?.focus();
  byId("sure").value = state.sure || "0";
  byId("sure-told").textContent = state.sure ? `${state.sure} % or more` : "any";
  byId("least").value = state.least || "1";
  byId("least-told").textContent = state.least > 1 ? `${state.least} statements or more` : "any";
  const isChanged = isFiltered(state) || Boolean(state.least);
  byId("clear-filters").hidden = !isChanged;
  byId("toggle-facets").classList.toggle("is-set", isChanged);
  renderEgo(state);
}

function renderEgo(state) {
  const centre = nodeNumber.get(state.ego);
  byId("ego-note").hidden = centre === undefined;
  if (centre === undefined) return;
  byId("ego-note").replaceChildren(element("span", { dir: "auto" }, `Around ${nodeName(centre)}`), button({ class: "close", "aria-label": "Show everybody", title: "Show everybody", click: () => change({ ego: "" }) }, "×"));
}

const facetsAreShown = () => byId("toggle-facets").getAttribute("aria-expanded") === "true";

function showFacets(isShown) {
  document.querySelector("main").classList.toggle("with-facets", isShown);
  byId("toggle-facets").setAttribute("aria-expanded", String(isShown));
}

function startFacets() {
  const holder = byId("facet-list");
  for (const { name, heading } of FACETS) holder.append(element("fieldset", {}, element("legend", {}, heading), element("div", { id: `facet-${name}` })));
  byId("sure").addEventListener("input", (event) => change({ sure: event.target.value === "0" ? "" : event.target.value }));
  byId("least").addEventListener("input", (event) => change({ least: event.target.value === "1" ? "" : event.target.value }));
  byId("clear-filters").addEventListener("click", () => change({ ...emptied(FILTERS), least: "" }));
  byId("toggle-facets").addEventListener("click", () => showFacets(!facetsAreShown()));
  showFacets(matchMedia("(min-width: 1100px)").matches);
}
