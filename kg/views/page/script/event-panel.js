// An event in the panel: what is told to happen, who takes part, where, when, how it is told, and who says so.

const WITNESSES = 8; // named at once; the cards below have all

function partsIn(event) {
  return linesOf[event].filter(roleOf).map((line) => ({ role: records.roles[roleOf(line)], actor: lines.source[line] }));
}

function witnesses(event) {
  const told = tellingOf(event);
  const found = new Set(told.filter((number) => statements.mode[number] !== "narration").flatMap((number) => statements.speakers[number]));
  const named = [...found].slice(0, WITNESSES);
  const others = [
    found.size > named.length ? `${inEnglish(found.size - named.length)} more` : "",
    told.some((number) => statements.mode[number] === "narration") ? "articles in their own voice" : "",
  ].filter(Boolean);
  return [actorLinks(named), named.length && others.length ? ", " : "", others.join(", ")];
}

function fact(name, ...told) {
  return told.some((each) => each.length) ? element("div", {}, element("dt", {}, name), element("dd", { dir: "auto" }, ...told)) : "";
}

function factsOf(event) {
  const number = event - actorCount;
  return element("dl", { class: "facts-list" },
    ...partsIn(event).map(({ role, actor }) => fact(role, [actorLink(actor)])),
    fact("where", events.where[number]),
    fact("when", events.when[number]),
    fact("it is told", events.told[number]),
    fact("who says so", witnesses(event).flat()));
}

function eventHeadline(state, event, close) {
  return [
    element("div", { class: "headline" }, shapeOf(event), element("h2", { dir: "auto" }, nodeName(event)), close),
    element("p", { class: "facts" }, "event that is told of", leads(state, "events", event)),
    factsOf(event),
  ];
}

// What a statement tells of, beside it; the event whose statements are listed is named above them.
function tellsOf(number) {
  const others = eventsOf[number].filter((event) => nodeId(event) !== currentState().event);
  const links = others.map((event) => element("a", { class: "plain", dir: "auto", href: linkTo(choiceOf(event)) }, nodeName(event)));
  return links.length ? element("p", { class: "tells-of" }, "Tells of: ", links.flatMap((link, place) => (place ? [", ", link] : [link]))) : "";
}
