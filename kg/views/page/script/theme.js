// Light or dark: the system's choice until the button says otherwise. The canvas takes its colours from the style.

const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

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

const STANCES = ["affirms", "denies", "both", "uncommitted"];
const COMMUNITY_COLOURS = Array.from({ length: records.communities }, (_, number) => `community-${number}`);
let palette = {};
function readPalette() {
  const kinds = Object.keys(records.kinds).map((kind) => [kind, colour(`kind-${kind}`)]);
  const stances = STANCES.map((stance) => [stance, colour(`stance-${stance}`)]);
  const plain = ["ink", "paper", "faint", "soft", "no-community", ...COMMUNITY_COLOURS].map((name) => [name, colour(name)]);
  palette = Object.fromEntries([...kinds, ...stances, ...plain]);
}

function themeChanged() {
  readPalette();
  if (statementCount) drawGraph(currentState(), { move: false });
}

// Paper is light: the drawing, whose colours are paint, is painted again for it and afterwards as it was.
let onScreen = "";
function startPrinting() {
  onScreen = root.dataset.theme ?? "";
  root.dataset.theme = "light";
  repaint();
}

function endPrinting() {
  if (onScreen) root.dataset.theme = onScreen;
  else delete root.dataset.theme;
  repaint();
}

function repaint() {
  themeChanged();
  network?.redraw();
}
