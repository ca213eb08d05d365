// Light or dark: the system's choice until the button says otherwise. The canvas takes its colours from the style.

const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function toggleTheme() {
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches;
  root.dataset.theme = isDark ? "light" : "dark";
  themeChanged();
}

const probe = element("span", { hidden: "" });
document.body.append(probe);
function colour(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

let palette = {};
function readPalette() {
  const kinds = Object.keys(records.kinds).map((kind) => [kind, colour(`kind-${kind}`)]);
  const stances = ["affirms", "denies", "both", "uncommitted"].map((stance) => [stance, colour(`stance-${stance}`)]);
  palette = Object.fromEntries([...kinds, ...stances, ...["ink", "paper", "faint", "soft"].map((name) => [name, colour(name)])]);
}

function themeChanged() {
  readPalette();
  if (statementCount) drawGraph(currentState(), { move: false });
}
