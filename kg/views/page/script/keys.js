// Keys for the whole page: / searches, Esc clears.

function escape() {
  const search = byId("search");
  if (!byId("matches").hidden) hideOffers();
  else goTo({});
  if (document.activeElement === search) {
    search.value = "";
    search.blur();
  }
}

function startKeys() {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input, textarea, select");
    if (event.key === "Escape") escape();
    else if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("search").focus();
    }
  });
}
