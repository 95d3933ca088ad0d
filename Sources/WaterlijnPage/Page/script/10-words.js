// The two languages, numbers as people write them, and elements of the page.

let language = "nl";

/// The text in the chosen language.
const say = (nl, en) => language === "nl" ? nl : en;

/// An element with attributes (`on...` is a listener) and children, which are elements, texts, or nothing.
function el(name, attributes = {}, ...children) {
  const drawn = ["svg", "g", "path", "line", "polyline", "text", "rect", "circle"].includes(name);
  const element = drawn ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(9).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

const byID = (id) => document.getElementById(id);

/// Tells people who do not see the page what has happened.
function announce(text) { byID("status").textContent = text; }

/// A number with so many decimals.
const decimal = (value, decimals) => new Intl.NumberFormat(say("nl-NL", "en-GB"), {minimumFractionDigits: decimals, maximumFractionDigits: decimals})
  .format(Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value);

/// A whole number: 1.234.
const whole = (value) => decimal(value, 0);

/// A number with three digits, and no more than two decimals: 14,7.
function number(value) {
  const size = Math.abs(value);
  return decimal(value, size === 0 ? 0 : Math.max(0, Math.min(2, 2 - Math.floor(Math.log10(size)))));
}

const percent = (share) => `${whole(100 * share)} %`;

/// An amount of money: in millions from EUR 1 million on, in thousands from EUR 10,000 on.
function euro(value) {
  const size = Math.abs(value);
  // No line breaks between the sign and the amount, nor at its blanks.
  const sign = value < 0 && size >= 0.5 ? "\u2212\u2060" : "";
  if (size >= 999_500) return `${sign}€\u00a0${number(size / 1e6)}\u00a0${say("mln", "m")}`;
  if (size >= 9_995) return `${sign}€\u00a0${whole(size / 1e3)}\u00a0${say("dzd", "k")}`;
  return `${sign}€\u00a0${whole(size)}`;
}

/// A table that may be wider than the screen: then it scrolls, by keyboard too.
const scrolling = (label, table) => el("div", {class: "scroll", tabindex: 0, role: "region", "aria-label": label}, table);
