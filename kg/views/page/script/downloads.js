// What is shown, as a file: the drawing as PNG, the statements as CSV or JSON.

const FORMULA_START = /^[=+\-@\t\r]/; // a spreadsheet runs a cell that begins so
const CSV_COLUMNS = {
  statement: (n) => statements.id[n],
  speaker: (n) => statements.speakers[n].map((actor) => actors.name[actor]).join("; "),
  about: (n) => statements.about[n].map((actor) => actors.name[actor]).join("; "),
  words,
  cue: (n) => statements.cue[n],
  mode: (n) => statements.mode[n],
  polarity: (n) => statements.polarity[n],
  certainty: (n) => statements.certainty[n],
  probability: (n) => statements.probability[n],
  article: (n) => articles.name[statements.article[n]],
  title: (n) => articles.title[statements.article[n]],
  date: dateOf,
  publisher: (n) => articles.publisher[statements.article[n]],
  url: (n) => articles.url[statements.article[n]],
};

function guarded(value) {
  const text = String(value);
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const chosenStatements = (state) => (state.statement ? selectionOf(state)?.stacks[0].statements ?? [] : listedStatements(state));

function asCsv(numbers) {
  const lines = [Object.keys(CSV_COLUMNS), ...numbers.map((number) => Object.values(CSV_COLUMNS).map((cell) => cell(number)))];
  return lines.map((cells) => `${cells.map(guarded).join(",")}\r\n`).join("");
}

function asJson(numbers) {
  const record = (number) => ({ ...Object.fromEntries(Object.entries(CSV_COLUMNS).map(([name, cell]) => [name, cell(number)])), speakers: statements.speakers[number].map((actor) => actors.id[actor]), passage: statements.passage[number] });
  return `${JSON.stringify(numbers.map(record), null, 1)}\n`;
}

function give(content, name) {
  const link = element("a", { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function givePicture() {
  const drawn = byId("network").querySelector("canvas");
  const picture = element("canvas", { width: drawn.width, height: drawn.height });
  const context = picture.getContext("2d");
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, drawn.width, drawn.height);
  context.drawImage(drawn, 0, 0);
  picture.toBlob((content) => give(content, "graph.png"), "image/png");
}

function startDownloads() {
  const text = (content, type) => new Blob([content], { type: `${type};charset=utf-8` });
  byId("give-csv").addEventListener("click", () => give(text(asCsv(chosenStatements(currentState())), "text/csv"), "statements.csv"));
  byId("give-json").addEventListener("click", () => give(text(asJson(chosenStatements(currentState())), "application/json"), "statements.json"));
  byId("give-png").addEventListener("click", givePicture);
  byId("downloads").addEventListener("click", (event) => { if (event.target.matches("button")) byId("downloads").removeAttribute("open"); });
}
