// Who speaks when: a lane for each of those who speak most, a dot for each stretch of days, as large as much is said.

const LANES = 16;
const LARGEST_DOT = 26; // pixels across

function lanesOf(numbers) {
  const lanes = new Map();
  for (const number of numbers) {
    const bin = binOfArticle[statements.article[number]];
    if (bin < 0) continue;
    for (const actor of statements.speakers[number]) {
      if (!lanes.has(actor)) lanes.set(actor, new Map());
      const lane = lanes.get(actor);
      lane.set(bin, [...(lane.get(bin) ?? []), number]);
    }
  }
  const size = (lane) => [...lane.values()].reduce((sum, stack) => sum + stack.length, 0);
  return [...lanes].map(([actor, lane]) => ({ actor, lane, size: size(lane) })).sort((one, other) => other.size - one.size || one.actor - other.actor);
}

function dot(actor, bin, stack, most) {
  const label = `${actors.name[actor]}, ${bins[bin].called}: ${plural(stack.length, "statement")}`;
  const href = linkTo({ actor: actors.id[actor], since: bins[bin].since, until: bins[bin].until });
  const size = `${Math.round(7 + (LARGEST_DOT - 7) * Math.sqrt(stack.length / most))}px`;
  return sized(element("a", { class: `dot-of stance-${stanceOf(stack)}`, href, "aria-label": label, title: label }), { "--size": size, "grid-column": String(bin + 2) });
}

function laneRow({ actor, lane, size }, most) {
  const dots = [...lane].sort(([one], [other]) => one - other).map(([bin, stack]) => dot(actor, bin, stack, most));
  return element("div", { class: "lane", role: "listitem" }, element("div", { class: "lane-name" }, shapeOf(actor), actorLink(actor), element("span", { class: "count" }, inEnglish(size))), dots);
}

// About six days are written above the lanes.
function axis() {
  const step = Math.max(1, Math.ceil(bins.length / 6));
  const marks = bins.flatMap((bin, place) => (place % step ? [] : [sized(element("span", {}, bin.called.replace("week of ", "")), { "grid-column": `${place + 2} / span ${Math.min(step, bins.length - place)}` })]));
  return element("div", { class: "lane axis", "aria-hidden": "true" }, element("div", { class: "lane-name" }), marks);
}

function renderTimeline(state) {
  const numbers = listedStatements(state);
  const lanes = lanesOf(numbers);
  const shown = lanes.slice(0, LANES);
  const most = Math.max(1, ...shown.flatMap(({ lane }) => [...lane.values()].map((stack) => stack.length)));
  const undated = numbers.filter((number) => !dateOf(number)).length;
  const notes = [
    lanes.length > LANES ? `The ${LANES} who speak most of ${inEnglish(lanes.length)}.` : "",
    undated ? `${plural(undated, "statement")} of articles without a date ${undated === 1 ? "is" : "are"} not shown here.` : "",
    lanes.length ? "" : "No statement here stands in an article with a date.",
  ];
  byId("timeline-note").textContent = notes.filter(Boolean).join(" ");
  byId("lanes").replaceChildren(...(shown.length ? [axis(), ...shown.map((lane) => laneRow(lane, most))] : []));
  sized(byId("lanes"), { "--bins": String(bins.length) });
}
