// Elements from text. Nothing on this page is ever made from markup, so no text can become markup.

const byId = (id) => document.getElementById(id);

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(2).filter((child) => child !== "" && child !== undefined));
  return made;
}

function button(attributes, ...children) {
  return element("button", { type: "button", ...attributes }, ...children);
}

// Lengths that come from the data are set one by one: no text becomes a style.
function sized(made, lengths) {
  for (const [name, value] of Object.entries(lengths)) made.style.setProperty(name, value);
  return made;
}

function shapeOf(node) {
  const space = "http://www.w3.org/2000/svg";
  const shape = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  shape.setAttribute("class", `shape kind-${kindOf(node)}`);
  shape.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#shape-${records.shapes[kindOf(node)]}`);
  shape.append(use);
  return shape;
}

const linkTo = (selection) => addressOf({ ...currentState(), ...emptied(SELECTION), ...selection });

function actorLink(actor) {
  return element("a", { class: "plain", dir: "auto", href: linkTo({ actor: actors.id[actor] }) }, actors.name[actor]);
}

function actorLinks(numbers) {
  return numbers.flatMap((number, place) => (place ? [", ", actorLink(number)] : [actorLink(number)]));
}
