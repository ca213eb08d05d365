// The records of the page, as columns: actors, edges, articles and statements are numbers into them.

async function readRecords() {
  const { textContent, dataset } = document.getElementById("records");
  if (dataset.packing !== "gzip") return JSON.parse(textContent);
  const packed = atob(textContent);
  const bytes = new Uint8Array(packed.length);
  for (let place = 0; place < packed.length; place += 1) bytes[place] = packed.charCodeAt(place);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

const records = await readRecords();
const { actors, edges, articles, statements } = records;

const actorCount = actors.id?.length ?? 0;
const edgeCount = edges.source?.length ?? 0;
const statementCount = statements.id?.length ?? 0;

const actorNumber = new Map(actors.id?.map((id, number) => [id, number]));
const articleNumber = new Map(articles.id?.map((id, number) => [id, number]));
const statementNumber = new Map(statements.id?.map((id, number) => [id, number]));
const everyStatement = [...Array(statementCount).keys()];
const nobody = actorNumber.get(records.nobody) ?? -1;

const said = Array.from({ length: actorCount }, () => []);
const spokenOf = Array.from({ length: actorCount }, () => []);
for (const number of everyStatement) {
  for (const actor of statements.speakers[number]) said[actor].push(number);
  for (const actor of statements.about[number]) spokenOf[actor].push(number);
}

const claimNumber = new Map(records.claims.map((id, number) => [id, number]));
const onClaim = records.claims.map(() => []);
for (const number of everyStatement) for (const claim of statements.claims[number]) onClaim[claim].push(number);

const words = (number) => statements.passage[number].filter((_, place) => place % 2 === 1).join(" … ");
const names = (numbers) => numbers.map((number) => actors.name[number]).join(", ");
const percent = (number) => `${Math.round(statements.probability[number] * 100)} %`;
const isLow = (number) => statements.probability[number] < records.lowProbability;
const dateOf = (number) => articles.date[statements.article[number]];
const inEnglish = (count) => count.toLocaleString("en");
const plural = (count, one) => `${inEnglish(count)} ${one}${count === 1 ? "" : "s"}`;
