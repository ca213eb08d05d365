// Which statements the facets leave. Each test is one bit of a number for each statement, so a facet can also
// count what would be left without itself.

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// What an article tells in its own voice is shown on demand, unless there is nothing else.
const spoken = Object.keys(records.modes).filter((mode) => mode !== "narration");
const hasSpoken = statements.mode?.some((mode) => mode !== "narration") ?? false;
const shownModes = ({ mode }) => (mode.length || !hasSpoken ? mode : spoken);

// How many statements are left out only because nobody said them; in words, empty if there are none.
function toldBesides(state) {
  if (state.mode.length || !hasSpoken) return "";
  const { failures } = filterOf(state);
  const count = everyStatement.filter((number) => statements.mode[number] === "narration" && !(failures[number] & ~BIT.mode)).length;
  return count ? ` ${inEnglish(count)} more ${count === 1 ? "is" : "are"} told by the articles themselves.` : "";
}

function among(chosen, valuesOf) {
  const wanted = new Set(chosen);
  return wanted.size ? (number) => valuesOf(number).some((value) => wanted.has(value)) : null;
}

function between(since, until) {
  if (!since && !until) return null;
  return (number) => Boolean(dateOf(number)) && (!since || dateOf(number) >= since) && (!until || dateOf(number) <= until);
}

function near(centre) {
  if (centre === undefined) return null;
  if (isEvent(centre)) return (number) => eventsOf[number].includes(centre);
  return (number) => statements.speakers[number].includes(centre) || statements.about[number].includes(centre);
}

const TESTS = {
  speaker: (state) => among(state.speaker.map((id) => actorNumber.get(id)), (number) => statements.speakers[number]),
  about: (state) => among(state.about.map((id) => actorNumber.get(id)), (number) => statements.about[number]),
  mode: (state) => among(shownModes(state), (number) => [statements.mode[number]]),
  polarity: (state) => among(state.polarity, (number) => [statements.polarity[number]]),
  article: (state) => among(state.article.map((id) => articleNumber.get(id)), (number) => [statements.article[number]]),
  sure: (state) => (state.sure ? (number) => statements.probability[number] * 100 >= Number(state.sure) : null),
  days: (state) => between(state.since, state.until),
  ego: (state) => near(nodeNumber.get(state.ego)),
};
const BIT = Object.fromEntries(Object.keys(TESTS).map((name, place) => [name, 1 << place]));

let filtered = { key: null };
function filterOf(state) {
  const key = addressOf(Object.fromEntries(FILTERS.map((name) => [name, state[name]])));
  if (filtered.key !== key) filtered = { key, ...applied(state) };
  return filtered;
}

function applied(state) {
  const failures = new Uint16Array(statementCount);
  for (const [name, test] of Object.entries(TESTS)) {
    const passes = test(state);
    if (passes) for (const number of everyStatement) if (!passes(number)) failures[number] |= BIT[name];
  }
  const isShown = (number) => failures[number] === 0;
  const stacks = lines.statements.map((stack) => stack.filter(isShown));
  return { failures, isShown, shown: everyStatement.filter(isShown), stacks, weights: weightsOf(failures) };
}

// How often each actor speaks and is spoken of in what is left, and each event is told.
function weightsOf(failures) {
  const weights = { says: new Uint32Array(actorCount), spokenOf: new Uint32Array(actorCount), told: new Uint32Array(eventCount) };
  for (const number of everyStatement) {
    if (failures[number]) continue;
    for (const actor of statements.speakers[number]) weights.says[actor] += 1;
    for (const actor of statements.about[number]) weights.spokenOf[actor] += 1;
    for (const event of eventsOf[number]) weights.told[event - actorCount] += 1;
  }
  return weights;
}

const weightOf = ({ says, spokenOf, told }, node) => (isEvent(node) ? told[node - actorCount] : says[node] + spokenOf[node]);

// What a facet offers: each value with its count, as if the facet itself were not set.
function countsWithout(name, state, valuesOf) {
  const { failures } = filterOf(state);
  const counts = new Map();
  for (const number of everyStatement) {
    if (failures[number] & ~BIT[name]) continue;
    for (const value of valuesOf(number)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

const isFiltered = (state) => FILTERS.some((name) => state[name].length);
