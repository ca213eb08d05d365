// From the state to what it selects: the subjects (actors that were chosen), all actors and edges that take
// part, and the statements in named stacks; null when nothing is selected. Filters hold here, too.

let foldedWords = null;
function statementsWith(sought) {
  foldedWords ??= everyStatement.map((number) => folded(words(number)));
  const needle = folded(sought);
  return everyStatement.filter((number) => foldedWords[number].includes(needle));
}

function selectActor(actor) {
  return {
    subjects: [actor],
    actors: [actor],
    edges: edgesOf[actor],
    stacks: [
      { heading: "Says", all: said[actor] },
      { heading: "Is spoken of", all: spokenOf[actor] },
    ],
  };
}

function selectPair(from, to) {
  const pairs = [[from, to], [to, from]].filter((pair) => edgeBetween.has(pair.join(" ")));
  return {
    subjects: [from, to],
    actors: [from, to],
    edges: pairs.map((pair) => edgeBetween.get(pair.join(" "))),
    stacks: pairs.map((pair) => ({
      heading: `${actors.name[pair[0]]} about ${actors.name[pair[1]]}`,
      all: edges.statements[edgeBetween.get(pair.join(" "))],
    })),
  };
}

function selectStatements(heading, all) {
  const isFound = new Set(all);
  return {
    subjects: [],
    actors: [...new Set(all.flatMap((number) => [...statements.speakers[number], ...statements.about[number]]))],
    edges: edges.statements?.flatMap((stack, edge) => (stack.some((each) => isFound.has(each)) ? [edge] : [])) ?? [],
    stacks: [{ heading, all }],
  };
}

function selected(state) {
  const [actor, from, to] = [state.actor, state.from, state.to].map((id) => actorNumber.get(id));
  if (actor !== undefined) return selectActor(actor);
  if (from !== undefined && to !== undefined) return selectPair(from, to);
  if (state.words) return selectStatements("Statements with these words", statementsWith(state.words).filter(filterOf(state).isShown));
  if (claimNumber.has(state.claim)) return selectStatements("Statements on this claim", onClaim[claimNumber.get(state.claim)]);
  if (statementNumber.has(state.statement)) return selectStatements("Statement", [statementNumber.get(state.statement)]);
  return null;
}

// A statement that is linked to is shown whatever the filters say.
function selectionOf(state) {
  const selection = selected(state);
  if (!selection) return null;
  const { isShown } = filterOf(state);
  const kept = state.statement && !selection.subjects.length ? (all) => all : (all) => all.filter(isShown);
  return { ...selection, stacks: selection.stacks.map(({ heading, all }) => ({ heading, all, statements: kept(all) })) };
}

// The statements that table, timeline and downloads list: those of the selection, else all that the filters leave.
function listedStatements(state) {
  const selection = state.statement ? null : selectionOf(state);
  return selection ? [...new Set(selection.stacks.flatMap((stack) => stack.statements))] : filterOf(state).shown;
}
