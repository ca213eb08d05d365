// From the state to what it selects: the subjects (nodes that were chosen), all nodes and lines that take
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
    nodes: [actor],
    lines: linesOf[actor],
    stacks: [
      { heading: "Says", all: said[actor] },
      { heading: "Is spoken of", all: spokenOf[actor] },
    ],
  };
}

function selectEvent(event) {
  return { subjects: [event], nodes: [event], lines: linesOf[event], stacks: [{ heading: "Tell of it", all: tellingOf(event) }] };
}

// An actor and an event: what it tells of it, and all that is told of it if the actor takes part.
function selectTie(actor, event) {
  const [telling, part] = [lineBetween, partBetween].map((table) => table.get(`${actor} ${event}`));
  const stacks = [
    telling === undefined ? null : { heading: `${nodeName(actor)} tells of it`, all: lines.statements[telling] },
    part === undefined ? null : { heading: "All who tell of it", all: lines.statements[part] },
  ];
  return { subjects: [event, actor], nodes: [event, actor], lines: [telling, part].filter((line) => line !== undefined), stacks: stacks.filter(Boolean) };
}

function selectPair(from, to) {
  if (isEvent(to)) return selectTie(from, to);
  const pairs = [[from, to], [to, from]].filter((pair) => lineBetween.has(pair.join(" ")));
  return {
    subjects: [from, to],
    nodes: [from, to],
    lines: pairs.map((pair) => lineBetween.get(pair.join(" "))),
    stacks: pairs.map((pair) => ({
      heading: `${actors.name[pair[0]]} about ${actors.name[pair[1]]}`,
      all: lines.statements[lineBetween.get(pair.join(" "))],
    })),
  };
}

function selectStatements(heading, all) {
  const isFound = new Set(all);
  return {
    subjects: [],
    nodes: [...new Set(all.flatMap((number) => [...statements.speakers[number], ...statements.about[number]]))],
    lines: lines.statements.flatMap((stack, line) => (stack.some((each) => isFound.has(each)) ? [line] : [])),
    stacks: [{ heading, all }],
  };
}

function selected(state) {
  const [actor, event, from, to] = [state.actor, state.event, state.from, state.to].map((id) => nodeNumber.get(id));
  if (actor !== undefined && !isEvent(actor)) return selectActor(actor);
  if (event !== undefined && isEvent(event)) return selectEvent(event);
  if (from !== undefined && to !== undefined && !isEvent(from)) return selectPair(from, to);
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
