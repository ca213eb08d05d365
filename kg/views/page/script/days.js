// Days in bins that are as long as they must be to fit: days, weeks, months or years.

const MOST_BINS = 60;
const DAY = 86_400_000;
const dayOf = (date) => Date.parse(date) / DAY;
const dateOfDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const inWords = (date, format) => new Intl.DateTimeFormat("en", { timeZone: "UTC", ...format }).format(new Date(date));

const monthStart = (month) => Date.UTC(Math.floor(month / 12), month % 12) / DAY;
const LENGTHS = [
  { of: (day) => day, start: (bin) => bin, called: (date) => inWords(date, { dateStyle: "medium" }) },
  { of: (day) => Math.floor((day + 3) / 7), start: (bin) => bin * 7 - 3, called: (date) => `week of ${inWords(date, { dateStyle: "medium" })}` },
  { of: (day) => { const date = new Date(day * DAY); return date.getUTCFullYear() * 12 + date.getUTCMonth(); }, start: monthStart, called: (date) => inWords(date, { month: "long", year: "numeric" }) },
  { of: (day) => new Date(day * DAY).getUTCFullYear(), start: (year) => monthStart(year * 12), called: (date) => date.slice(0, 4) },
];

// All bins from the first to the last date of the articles; empty if no article has a date.
function binsOf(dates) {
  const known = dates.filter(Boolean).map(dayOf);
  if (!known.length) return { bins: [], binOf: () => -1 };
  const first = known.reduce((one, other) => Math.min(one, other));
  const last = known.reduce((one, other) => Math.max(one, other));
  const length = LENGTHS.find(({ of }) => of(last) - of(first) < MOST_BINS) ?? LENGTHS.at(-1);
  const offset = length.of(first);
  const bins = Array.from({ length: length.of(last) - offset + 1 }, (_, place) => {
    const since = dateOfDay(length.start(offset + place));
    return { since, until: dateOfDay(length.start(offset + place + 1) - 1), called: length.called(since) };
  });
  return { bins, binOf: (date) => (date ? length.of(dayOf(date)) - offset : -1) };
}

const { bins, binOf } = binsOf(articles.date ?? []);
const binOfArticle = articles.date?.map(binOf) ?? [];
