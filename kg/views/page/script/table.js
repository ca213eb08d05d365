// The same statements as a table: what the drawing shows to the eye, for everybody and every tool.

const ROWS_AT_ONCE = 100;
const COLUMNS = [
  { name: "Speaker", key: (n) => names(statements.speakers[n]), cell: (n) => actorLinks(statements.speakers[n]) },
  { name: "About", key: (n) => names(statements.about[n]), cell: (n) => actorLinks(statements.about[n]) },
  { name: "Words", key: words, cell: wordsLink, css: () => "words" },
  { name: "Stance", key: (n) => statements.polarity[n], css: (n) => `stance-${statements.polarity[n]}` },
  { name: "Given as", key: (n) => records.modes[statements.mode[n]] },
  { name: "Sure", key: (n) => statements.probability[n], cell: (n) => [percent(n)], css: (n) => (isLow(n) ? "number low" : "number") },
  { name: "Article", key: (n) => articles.title[statements.article[n]] },
  { name: "Date", key: dateOf, css: () => "short" },
];
const order = { column: -1, direction: 1 };
let listed = [];

function wordsLink(number) {
  return [element("a", { class: "plain", href: linkTo({ statement: statements.id[number] }) }, words(number))];
}

function tableRow(number) {
  const cells = COLUMNS.map(({ name, key, cell, css }) => element("td", { "data-name": name, class: css?.(number), dir: "auto" }, cell ? cell(number) : [key(number)]));
  const isSelected = currentState().statement === statements.id[number];
  return element("tr", { "data-statement": statements.id[number], class: isSelected ? "is-selected" : undefined }, cells);
}

const collator = new Intl.Collator("en");
function sorted(numbers) {
  const column = COLUMNS[order.column];
  if (!column) return numbers;
  const keyed = numbers.map((number) => ({ number, key: column.key(number) }));
  const compare = typeof keyed[0]?.key === "number" ? (a, b) => a - b : collator.compare;
  return keyed.sort((one, other) => order.direction * compare(one.key, other.key) || one.number - other.number).map(({ number }) => number);
}

function sortBy(column) {
  order.direction = order.column === column ? -order.direction : 1;
  order.column = column;
  renderTable(currentState());
  byId("table-head").children[column].firstElementChild.focus();
}

function renderHead() {
  const direction = order.direction > 0 ? "ascending" : "descending";
  byId("table-head").replaceChildren(...COLUMNS.map(({ name }, column) => element("th", { scope: "col", "aria-sort": column === order.column ? direction : "none" },
    button({ click: () => sortBy(column) }, name))));
}

function addRows() {
  const body = byId("table-body");
  const start = body.children.length;
  body.append(...listed.slice(start, start + ROWS_AT_ONCE).map(tableRow));
  const left = listed.length - body.children.length;
  byId("table-more").hidden = left === 0;
  byId("table-more").textContent = `Show more (${inEnglish(left)} left)`;
}

function renderTable(state) {
  listed = sorted(listedStatements(state));
  const of = listed.length < statementCount ? ` of ${inEnglish(statementCount)}` : "";
  byId("table-note").textContent = `${plural(listed.length, "statement")}${of}.${SELECTION.some((key) => state[key]) ? "" : toldBesides(state)}`;
  byId("table-body").replaceChildren();
  renderHead();
  addRows();
}
