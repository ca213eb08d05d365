// One card per statement. The wording is always "the article reports that somebody said", never a bare fact.

const CARDS_AT_ONCE = 40;

function report(number) {
  const article = statements.article[number];
  const title = element("cite", { dir: "auto" }, articles.title[article].replace(/\.$/, ""));
  const speakers = statements.speakers[number];
  const saying = records.sayings[statements.polarity[number]];
  if (statements.mode[number] === "narration") return [title, " tells in its own voice:"];
  if (speakers.includes(nobody)) return [title, " reports, without naming a speaker:"];
  return [title, ` reports that ${names(speakers)} ${saying}:`];
}

function who(number) {
  const about = statements.about[number];
  const speakers = statements.speakers[number];
  const target = about.length ? [element("span", { class: "arrow", "aria-hidden": "true" }, " → "), element("span", { class: "hidden-label" }, " about "), ...actorLinks(about)] : [];
  return element("p", { class: "who" }, shapeOf(speakers[0]), actorLinks(speakers), target);
}

function quote(number) {
  const pieces = statements.passage[number].map((text, place) => (place % 2 ? element("mark", {}, text) : text));
  return element("blockquote", { dir: "auto" }, pieces);
}

// A page of the article lies beside this one in a folder of pages.
function reading(number) {
  if (!records.isInSite) return "";
  const place = statements.mode[number] === "narration" ? statements.id[number] : `text-${statements.id[number]}`;
  const href = `articles/${encodeURIComponent(articles.id[statements.article[number]])}.html#${encodeURIComponent(place)}`;
  return element("li", { class: "on-screen" }, element("a", { href }, "in the article"));
}

// The same claim in other mouths, to affirm it or to deny it.
function others(number) {
  return statements.claims[number].map((claim) => element("li", {}, element("a", { href: linkTo({ claim: records.claims[claim] }) }, `${inEnglish(onClaim[claim].length - 1)} more on this claim`)));
}

function origin(number) {
  const article = statements.article[number];
  const source = [articles.publisher[article], articles.date[article]].filter(Boolean).join(", ");
  if (!articles.url[article]) return source ? element("li", {}, source) : "";
  const link = element("a", { href: articles.url[article], target: "_blank", rel: "noopener noreferrer" }, source || "article");
  return element("li", {}, link);
}

function badge(text, kind = "", title = undefined) {
  return element("li", { class: `badge ${kind}`, title }, text);
}

function badges(number) {
  const polarity = statements.polarity[number];
  const certainty = statements.certainty[number];
  const cue = statements.cue[number];
  const permalink = linkTo({ statement: statements.id[number] });
  return element("ul", { class: "badges" },
    badge(polarity, polarity, "stance of the speaker"),
    badge(records.modes[statements.mode[number]], "mode", "how the words are given"),
    certainty === "unspecified" ? "" : badge(certainty, "", "how the speaker hedges"),
    cue ? badge(cue, "cue", "the words that attribute it") : "",
    badge(percent(number), isLow(number) ? "probability low" : "probability", "probability that this attribution was read right"),
    origin(number),
    reading(number),
    others(number),
    element("li", { class: "self on-screen" }, element("a", { href: permalink, title: "Link to this statement", "aria-label": "Link to this statement" }, "#")));
}

function card(number) {
  const attributes = { class: isLow(number) ? "card low" : "card", "data-statement": statements.id[number], tabindex: "-1" };
  return element("article", attributes, who(number), element("p", { class: "report" }, report(number)), quote(number), tellsOf(number), badges(number));
}

function cardStack(numbers) {
  const stack = element("div", { class: "stack" });
  const more = button({ class: "more", click: () => addCards() });
  let next = 0;
  function addCards() {
    stack.append(...numbers.slice(next, next + CARDS_AT_ONCE).map(card));
    next = Math.min(next + CARDS_AT_ONCE, numbers.length);
    more.textContent = `Show more (${inEnglish(numbers.length - next)} left)`;
    more.hidden = next === numbers.length;
  }
  addCards();
  return [stack, more];
}
