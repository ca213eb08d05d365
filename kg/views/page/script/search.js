// The search box: a combobox of actors and events, and the words themselves as the last choice.

const OFFERED_ACTORS = 8;
const OFFERED_EVENTS = 4;
let offers = [];
let active = -1;

const foldedNames = [...(actors.name ?? []), ...(events.name ?? [])].map(folded);
function nodesWith(sought) {
  const needle = folded(sought);
  const begins = (node) => Number(!foldedNames[node].split(/\s+/).some((part) => part.startsWith(needle)));
  const found = [...foldedNames.keys()].filter((node) => foldedNames[node].includes(needle))
    .sort((one, other) => begins(one) - begins(other) || one - other);
  return [...found.filter((node) => !isEvent(node)).slice(0, OFFERED_ACTORS), ...found.filter(isEvent).slice(0, OFFERED_EVENTS)];
}

const countOf = (node) => (isEvent(node) ? plural(tellingOf(node).length, "statement") : `says ${actors.says[node]}`);

function offersFor(sought) {
  const found = nodesWith(sought).map((node) => ({
    selection: choiceOf(node),
    children: [shapeOf(node), element("span", { dir: "auto" }, nodeName(node)), element("span", { class: "count" }, countOf(node))],
  }));
  const count = statementsWith(sought).length;
  if (count) found.push({ selection: { words: sought }, children: [element("span", {}, `Words “${sought}”`), element("span", { class: "count" }, plural(count, "statement"))] });
  return found;
}

function showOffers() {
  const sought = byId("search").value.trim();
  offers = sought ? offersFor(sought) : [];
  active = offers.length ? 0 : -1;
  const items = offers.map(({ children, selection }, place) => element("li", { role: "option", id: `offer-${place}`, mousedown: (event) => { event.preventDefault(); choose(selection); } }, children));
  byId("matches").replaceChildren(...(items.length || !sought ? items : [element("li", { class: "none" }, "No actor, event or statement has this.")]));
  byId("matches").hidden = !sought;
  byId("search").setAttribute("aria-expanded", String(Boolean(sought)));
  markActive();
}

function markActive() {
  [...byId("matches").children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
  if (active >= 0) byId("search").setAttribute("aria-activedescendant", `offer-${active}`);
  else byId("search").removeAttribute("aria-activedescendant");
  byId("matches").children[active]?.scrollIntoView({ block: "nearest" });
}

function hideOffers() {
  byId("matches").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}

function choose(selection) {
  hideOffers();
  goTo(selection);
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && offers.length) {
    event.preventDefault();
    active = (active + step + offers.length) % offers.length;
    markActive();
  } else if (event.key === "Enter" && offers[active]) {
    choose(offers[active].selection);
  }
}

function startSearch() {
  byId("search").addEventListener("input", showOffers);
  byId("search").addEventListener("focus", showOffers);
  byId("search").addEventListener("blur", hideOffers);
  byId("search").addEventListener("keydown", searchKey);
}
