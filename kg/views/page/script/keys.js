// Keys for the whole page; the dialog behind ? lists them.

function escape() {
  const search = byId("search");
  const state = currentState();
  if (byId("downloads").open) byId("downloads").removeAttribute("open");
  else if (isNarrow() && facetsAreShown()) showFacets(false);
  else if (!byId("matches").hidden) hideOffers();
  else if (SELECTION.some((key) => state[key])) goTo({});
  else if (state.ego) change({ ego: "" });
  if (document.activeElement === search) {
    search.value = "";
    search.blur();
  }
}

// From card to card of what is selected; where nothing is, from statement to statement of what is listed.
function step(by) {
  const cards = [...document.querySelectorAll("#panel .card")];
  const state = currentState();
  if (cards.length > 1) {
    const now = cards.indexOf(document.activeElement.closest(".card"));
    const next = cards[Math.max(0, now + by)] ?? cards.at(-1);
    next.focus();
    next.scrollIntoView({ block: "nearest", behavior: isStill() ? "auto" : "smooth" });
    return;
  }
  const numbers = listedStatements({ ...state, ...emptied(SELECTION) });
  const now = numbers.indexOf(statementNumber.get(state.statement));
  const next = numbers[now < 0 ? 0 : Math.min(numbers.length - 1, Math.max(0, now + by))];
  if (next !== undefined) goTo({ statement: statements.id[next] });
}

function toggleEvents() {
  if (eventCount) change({ events: currentState().events ? "" : "1" });
}

const KEYS = {
  "/": () => byId("search").focus(),
  "?": () => byId("keys").showModal(),
  "[": () => step(-1),
  "]": () => step(1),
  g: () => change({ view: "graph" }),
  t: () => change({ view: "table" }),
  l: () => change({ view: "timeline" }),
  e: toggleEvents,
};

function startKeys() {
  byId("show-keys").addEventListener("click", () => byId("keys").showModal());
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input:not([type=checkbox]):not([type=range]), textarea, select");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (byId("keys").open) return;
    if (event.key === "Escape") escape();
    else if (isPlain && !isTyping && Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
}
