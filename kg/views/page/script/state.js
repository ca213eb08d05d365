// What is shown is written after the # of the address: a link to it, a reload and "back" show it again.

const SELECTION = ["actor", "event", "from", "to", "words", "claim", "statement"];
const LISTS = ["speaker", "about", "mode", "polarity", "article"];
const FILTERS = [...LISTS, "sure", "since", "until", "ego"];
const STATE_KEYS = ["view", "colour", "least", "unnamed", "events", ...FILTERS, ...SELECTION];
const emptied = (keys) => Object.fromEntries(keys.map((key) => [key, LISTS.includes(key) ? [] : ""]));
const isNarrow = () => matchMedia("(max-width: 900px)").matches;

let read = { hash: null, state: null };
function currentState() {
  if (read.hash !== location.hash) read = { hash: location.hash, state: stateIn(location.hash) };
  return { ...read.state, view: read.state.view || (isNarrow() ? "table" : "graph") };
}

function stateIn(hash) {
  const written = new URLSearchParams(hash.slice(1));
  return Object.fromEntries(STATE_KEYS.map((key) => [key, LISTS.includes(key) ? written.getAll(key) : written.get(key) ?? ""]));
}

function addressOf(state) {
  const pairs = Object.entries(state).flatMap(([key, value]) => [value].flat().filter(Boolean).map((each) => [key, each]));
  return `#${new URLSearchParams(pairs)}`;
}

// A new selection replaces the old one; view, filters and switches stay unless they are among the changes.
function goTo(selection) {
  change({ ...emptied(SELECTION), ...selection });
}

function change(changes) {
  location.hash = addressOf({ ...currentState(), ...changes });
}
