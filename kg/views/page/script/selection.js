// From the state to what it selects: the subjects (actors that were chosen), all actors and edges that take
// part, and the statements in named stacks; null when nothing is selected.

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

let foldedWords = null;
function statementsWith(sought) {
  foldedWords ??= statements.id.map((_, number) => folded(words(number)));
  const needle = folded(sought);
  return foldedWords.flatMap((text, number) => (text.includes(needle) ? [number] : []));
}

const stackBetween = (source, target) => edges.statements?.[edgeBetween.get(`${source} ${target}`)] ?? [];

function selectActor(actor) {
  return {
    subjects: [actor],
    actors: [actor],
    edges: edgesOf[actor],
    stacks: [
      { heading: "Says", statements: said[actor] },
      { heading: "Is spoken of", statements: spokenOf[actor] },
    ],
  };
}

function selectPair(from, to) {
  const pairs = [[from, to], [to, from]].filter((pair) => edgeBetween.has(pair.join(" ")));
  return {
    subjects: [from, to],
    actors: [from, to],
    edges: pairs.map((pair) => edgeBetween.get(pair.join(" "))),
    stacks: pairs.map(([source, target]) => ({
      heading: `${actors.name[source]} about ${actors.name[target]}`,
      statements: stackBetween(source, target),
    })),
  };
}

function selectStatements(heading, found) {
  const isFound = new Set(found);
  return {
    subjects: [],
    actors: [...new Set(found.flatMap((number) => [...statements.speakers[number], ...statements.about[number]]))],
    edges: edges.statements?.flatMap((stack, edge) => (stack.some((each) => isFound.has(each)) ? [edge] : [])) ?? [],
    stacks: [{ heading, statements: found }],
  };
}

function selectionOf(state) {
  const [actor, from, to] = [state.actor, state.from, state.to].map((id) => actorNumber.get(id));
  if (actor !== undefined) return selectActor(actor);
  if (from !== undefined && to !== undefined) return selectPair(from, to);
  if (state.words) return selectStatements("Statements with these words", statementsWith(state.words));
  if (statementNumber.has(state.statement)) return selectStatements("Statement", [statementNumber.get(state.statement)]);
  return null;
}
