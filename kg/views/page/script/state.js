// What is shown is written after the # of the address: a link to it, a reload and "back" show it again.

const STATE_KEYS = ["view", "actor", "from", "to", "words", "statement", "unnamed"];
const NO_SELECTION = { actor: "", from: "", to: "", words: "", statement: "" };
const isNarrow = () => matchMedia("(max-width: 900px)").matches;

function currentState() {
  const written = new URLSearchParams(location.hash.slice(1));
  const state = Object.fromEntries(STATE_KEYS.map((key) => [key, written.get(key) ?? ""]));
  return { ...state, view: state.view || (isNarrow() ? "table" : "graph") };
}

function addressOf(state) {
  const written = Object.entries(state).filter(([, value]) => value);
  return `#${new URLSearchParams(written)}`;
}

// A new selection replaces the old one; view and switches stay unless they are among the changes.
function goTo(selection) {
  location.hash = addressOf({ ...currentState(), ...NO_SELECTION, ...selection });
}

function change(changes) {
  location.hash = addressOf({ ...currentState(), ...changes });
}
