// What if a scenario's terms were others: the scenario as it is and the changed one on the same draws, so that the
// difference has a band of its own.

/// The changed terms by column, of the scenario that is varied; and the changed cells of funding.csv, by row and column, which
/// hold for every scenario.
const variant = {base: "", values: {}, funds: {}};
let variantRun = null;
/// The scenario as it is, for what a change of the funds makes of its net amount.
let asItWas = null;

const isVaried = () => Object.keys(variant.values).length > 0 || Object.keys(variant.funds).length > 0;

/// Varies a scenario from what it is.
function varyFrom(base) {
  Object.assign(variant, {base, values: {}, funds: {}});
  variantRun = null;
}

const terms = () => [
  {columns: ["niveau", "level"], title: say("Niveau", "Level"), choose: () => [...new Set(study.codes("norms.csv", "niveau", "level").map(({code}) => code))]},
  {columns: ["van", "from"], title: say("Begin ingroei", "Phase-in begins"), unit: say("jaar", "year"), range: studyYears()},
  {columns: ["tot", "until"], title: say("Einde ingroei", "Phase-in ends"), unit: say("jaar", "year"), range: studyYears()},
  {columns: ["vertraging_jaren", "delay_years"], title: say("Vertraging", "Delay"), unit: say("jaren", "years"), range: [0, 5]},
  {columns: ["bandbreedte", "bandwidth"], title: say("Bandbreedte", "Bandwidth"), unit: say("deel onder de norm, zoals 10%", "share below the norm, as 10%"), range: [0, 50], mark: "%"},
  {columns: ["vrijval", "release"], title: say("Vrijval", "Release"), unit: say("deel van wat boven de norm ligt, zoals 50%", "share of what is above the norm, as 50%"), range: [0, 100], mark: "%"},
  {columns: ["maatregelen", "measures"], title: say("Maatregelen", "Measures"), tick: () => study.codes("measures.csv", "maatregel", "measure")},
];

/// What the funds are and may become: their share once, their amount for every row.
function fundTerms() {
  const table = study.table("funding.csv");
  if (!table) return [];
  const [code, name, year, amount, share] = [["middelen", "fund"], ["naam", "name"], ["jaar", "year"], ["bedrag", "amount"], ["aandeel", "share"]].map((names) => table.column(...names));
  const names = {};
  return table.rows.flatMap(({index}) => {
    const fund = table.cell(index, code);
    names[fund] ||= name >= 0 && table.cell(index, name) || fund;
    return [
      [share, say(`${names[fund]}: aandeel`, `${names[fund]}: share`), {unit: say("deel van het bedrag, zoals 5%", "share of the amount, as 5%"), range: [0, 100], mark: "%"}],
      [amount, say(`${names[fund]}: bedrag vanaf ${table.cell(index, year)}`, `${names[fund]}: amount from ${table.cell(index, year)}`), {unit: say("euro per jaar, hele land", "EUR a year, whole country")}],
    ].filter(([column]) => column >= 0 && table.cell(index, column) !== "").map(([column, title, more]) => (
      {...more, id: `fund-${index}-${column}`, title, was: table.cell(index, column), key: `${index}/${column}`}));
  });
}

/// The first and the last year in which a phase-in may begin or end.
function studyYears() {
  const first = Number(study.setting("eerste_jaar", "first_year")) || new Date().getFullYear();
  return [first, first + (Number(study.setting("jaren", "years")) || 10) - 1];
}

const variantCode = "WAT-ALS";

/// What names the scenario names its copy too: the other tables for that, which stay the same whatever the terms are.
const naming = {files: new Map()};

function namingFiles() {
  if (naming.study !== study || naming.done !== study.done || naming.base !== variant.base) {
    Object.assign(naming, {study, done: study.done, base: variant.base, files: new Map()});
    for (const name of study.tableNames) {
      const table = study.table(name);
      const column = table ? table.column("scenario's", "scenarios") : -1;
      if (name === "scenarios.csv" || column < 0) continue;
      const own = table.copy;
      for (const {index} of own.rows) {
        const named = own.cell(index, column).split("+").map((word) => word.trim());
        if (named.includes(variant.base)) own.set(index, column, [...named, variantCode].join("+"));
      }
      naming.files.set(name, own.bytes);
    }
  }
  return naming.files;
}

function setFunds(table) {
  for (const [key, value] of Object.entries(variant.funds)) table.set(...key.split("/").map(Number), value);
}

/// The study with the changed scenario beside the one that it was.
function variedFiles() {
  const files = study.atPath;
  for (const [name, bytes] of namingFiles()) files.set(`${study.name}/${name}`, bytes);
  const table = study.table("scenarios.csv").copy;
  const code = table.column("scenario");
  const own = table.rows.find(({index}) => table.cell(index, code) === variant.base);
  const cells = [...own.record.cells];
  cells[code] = variantCode;
  for (const [column, value] of Object.entries(variant.values)) cells[Number(column)] = value;
  const [name, title] = variantTitle(table, own);
  if (title && Object.keys(variant.values).length) cells[name] = title;
  table.insert(table.records.length, cells);
  files.set(`${study.name}/scenarios.csv`, table.bytes);
  if (Object.keys(variant.funds).length) {
    const funds = study.table("funding.csv").copy;
    setFunds(funds);
    files.set(`${study.name}/funding.csv`, funds.bytes);
  }
  return files;
}

shown.knoppen = () => {
  const codes = study.scenarios.map(({code}) => code);
  if (!codes.includes(variant.base)) varyFrom(firstScenario());
  if (onlyRegion()) shownPlace = onlyRegion();
  if (shownPlace !== "NL" && !study.regions.some(({code}) => code === shownPlace)) shownPlace = "NL";
  const table = study.table("scenarios.csv");
  const own = table && table.rows.find(({index}) => table.cell(index, table.column("scenario")) === variant.base);
  if (!own) return [el("section", {class: "top"}, el("h1", {}, say("Wat als", "What if")), el("p", {}, say("Deze studie heeft geen scenario's.", "This study has no scenarios.")))];
  return [
    el("section", {class: "top"}, el("h1", {}, say("Wat als", "What if")),
      el("div", {class: "row choices"}, el("label", {for: "base"}, say("Scenario", "Scenario")),
        el("select", {id: "base", onchange: (event) => { shownScenario = event.target.value; varyFrom(shownScenario); show(); byID("base").focus(); }},
          codes.map((code) => el("option", {value: code, selected: code === variant.base}, `${scenarioName(code)} (${code})`))),
        el("label", {for: "if-place"}, say("Voor", "For")),
        el("select", {id: "if-place", onchange: (event) => { shownPlace = event.target.value; variantRun = null; vary(); }},
          (onlyRegion() ? [onlyRegion()] : ["NL", ...study.regions.map(({code}) => code)]).map((code) => el("option", {value: code, selected: code === shownPlace}, placeName(code)))))),
    el("div", {class: "beside"}, el("section", {class: "levers"}, el("div", {class: "fields"}, terms().map((term) => termLever(term, table, own))),
      fundTerms().length > 0 && el("details", {id: "funds", open: Object.keys(variant.funds).length > 0 || Boolean(byID("funds") && byID("funds").open)}, el("summary", {}, say("Middelen, voor alle scenario's", "Funds, for every scenario")),
        el("div", {class: "fields"}, fundTerms().map((term) => lever(term, term.was, variant.funds, term.key)))),
      el("div", {class: "row"}, el("button", {id: "as-was", onclick: () => { varyFrom(variant.base); show(); }}, say("Alles terug naar zoals het was", "Everything back to as it was")),
        el("button", {id: "take", onclick: takeVariant}, say("Zet in de studie", "Put into the study"))),
      el("p", {class: "hint"}, say("Een nieuw scenario komt naast de andere te staan; veranderde middelen gelden voor alle scenario's.", "A new scenario stands beside the others; changed funds hold for all of them."))),
    el("section", {id: "variant", "aria-live": "polite"}),
    // Where there is no room beside the levers, the first figure stays in sight below them.
    el("p", {id: "pinned", "aria-hidden": "true"})),
  ];
};

updated.knoppen = () => { if (!variantRun) vary(); else showVariant(); };

/// A term of the scenario.
function termLever(term, table, own) {
  const column = table.column(...term.columns);
  return column < 0 ? "" : lever({...term, id: `lever-${term.columns[1]}`}, table.cell(own.index, column), variant.values, column);
}

/// What may be changed: what it is, what it was, and a way back.
///
/// - changed: holds the changed text under `key`.
function lever(term, was, changed, key) {
  const id = term.id;
  const now = changed[key] ?? was;
  const change = (value) => {
    if (value === was) delete changed[key]; else changed[key] = value;
    byID(`${id}-was`).replaceChildren(...wasText(value));
    vary();
  };
  const wasText = (value) => value === was ? [term.unit || ""] : [say(`was ${was || "leeg"} `, `was ${was || "blank"} `),
    el("button", {class: "link", onclick: () => { delete changed[key]; variantRun = null; show(); byID(id).focus(); }}, say("terug", "back"))];
  const hint = el("p", {class: "hint", id: `${id}-was`}, wasText(now));
  if (term.tick) {
    const chosen = new Set(now.split("+").map((word) => word.trim()).filter(Boolean));
    return el("fieldset", {class: "field", id}, el("legend", {}, term.title), term.tick().map(({code, name}) => el("label", {class: "tick"},
      el("input", {type: "checkbox", checked: chosen.has(code), onchange: (event) => {
        if (event.target.checked) chosen.add(code); else chosen.delete(code);
        change(term.tick().map((each) => each.code).filter((each) => chosen.has(each)).join("+"));
      }}), " ", name || code)), hint);
  }
  if (term.choose) {
    return el("div", {class: "field"}, el("label", {for: id}, term.title), el("select", {id, onchange: (event) => change(event.target.value)},
      term.choose().map((code) => el("option", {value: code, selected: code === now}, code))), hint);
  }
  const field = el("input", {id, value: now, autocomplete: "off", spellcheck: "false", oninput: (event) => {
    change(event.target.value.trim());
    if (slider) { slider.value = sliderPlace(event.target.value); slider.hidden = !isPlain(event.target.value); }
  }});
  // The field comes first: it takes everything, also a range of values.
  const sliderPlace = (text) => { const value = Number(text.replace("%", "").replace(",", ".")); return text.trim() && !isNaN(value) ? (term.mark && !text.includes("%") ? 100 * value : value) : term.range[0]; };
  // A slider says nothing of a range of values, or of a name.
  const isPlain = (text) => /^\s*(\d+([.,]\d+)?\s*%?)?\s*$/.test(text);
  const slider = term.range && el("input", {type: "range", hidden: !isPlain(now), min: term.range[0], max: term.range[1], step: 1, value: sliderPlace(now), "aria-label": term.title, oninput: (event) => {
    field.value = event.target.value + (term.mark || "");
    change(field.value);
  }});
  return el("div", {class: "field"}, el("label", {for: id}, term.title), field, slider, hint);
}

const quickDraws = 2000;
/// Ten times as many for one region, what a run usually has for the country.
const fineDraws = (place) => place === "NL" ? 10000 : 20000;
/// Milliseconds without a change after which figures are refined.
const restBeforeRefining = 200;

/// Computes both scenarios with few draws, for the shown place alone, and with more once nothing changes. While one is
/// computed the next waits, and only the newest of them: whoever drags a slider sees what comes out all the time.
async function vary() {
  clearTimeout(vary.timer);
  vary.turn = (vary.turn || 0) + 1;
  if (vary.refining) vary.refining.stop?.();
  if (vary.isRunning) { vary.isWaiting = true; return; }
  vary.isRunning = true;
  try {
    do {
      vary.isWaiting = false;
      variantRun = await varied(quickDraws, {keeps: "quick"});
      showVariant();
    } while (vary.isWaiting);
  } finally {
    vary.isRunning = false;
  }
  if (!variantRun.problem) vary.timer = setTimeout(refine, restBeforeRefining);
}

async function refine() {
  const turn = vary.turn;
  vary.refining = {keeps: "fine"};
  const found = await varied(fineDraws(shownPlace), vary.refining);
  // A change meanwhile, or a stop: what is shown is newer, or as good as it gets.
  if (turn !== vary.turn || found.problem) return;
  variantRun = found;
  showVariant();
}

/// - task: as of `engine.run`.
async function varied(draws, task) {
  const [isChanged, place, base, computed, state] = [isVaried(), shownPlace, variant.base, study, study.done];
  const words = ["run", study.name, "--scenario", isChanged ? `${variant.base}+${variantCode}` : variant.base, "--draws", String(draws), "--out", "resultaten", "--quiet", "--language", language];
  if (place !== "NL") words.push("--region", place);
  const started = performance.now();
  try {
    const answer = await engine.run(words, isChanged ? variedFiles() : study.atPath, task);
    if (answer.status !== 0) return {problem: answer.error || answer.output};
    const files = new Map([...answer.files].filter(([path]) => path.startsWith("resultaten/")));
    const found = {results: new Results(computed, files, "", "", (performance.now() - started) / 1000), place, base, isChanged, state, draws};
    if (!isChanged) asItWas = found;
    return found;
  } catch (error) {
    return {problem: engine.obstacle || error.message};
  }
}

/// Variants that are kept beside each other.
const besides = [];

function showVariant() {
  const target = byID("variant");
  if (!target || !variantRun) return;
  if (variantRun.problem) {
    byID("pinned").replaceChildren();
    target.replaceChildren(el("pre", {class: "problem"}, variantRun.problem));
    return;
  }
  const {results: found, place, base, isChanged} = variantRun;
  // Another study, scenario or place has been chosen meanwhile: what is right comes next.
  if (found.study !== study || base !== variant.base || place !== shownPlace) return;
  const code = isChanged ? variantCode : variant.base;
  const amount = (year, quantity) => found.amount(code, place, year, quantity);
  const pair = isChanged && found.rows("pairs.csv", variantCode, variant.base, place)[0];
  const turned = isChanged && !pair && found.rows("pairs.csv", variant.base, variantCode, place)[0];
  const difference = pair || turned && {mean: -turned.mean, p05: -turned.p95, p95: -turned.p05};
  const shownRows = [
    // Funds are no part of the cost.
    [say("Verschil in meerkosten met zoals het was", "Difference in cost with as it was"), Object.keys(variant.values).length > 0 && difference || null, say("op dezelfde trekkingen, alle jaren samen", "on the same draws, all years together")],
    [say("Structureel per jaar, eindbeeld", "Structural a year, end state"), amount("end", "structural"), perHead(place, amount("end", "structural"))],
    [say("Meerkosten, alle jaren", "Additional cost, all years"), amount("total", "delta"), ""],
    [say("Waarvan incidenteel", "Of which incidental"), amount("total", "incidental"), ""],
    [say("Netto, na de middelen", "Net of funds"), amount("total", "net"), enoughText(amount("total", "net"), isChanged && amountAsItWas("net"))],
  ];
  const [label, row] = shownRows.find(([, row]) => row);
  byID("pinned").replaceChildren(`${label}: `, el("strong", {}, euro(row.mean)), `, ${marginText(row)}`);
  const open = new Set([...target.querySelectorAll("details[open]")].map((each) => each.id));
  target.replaceChildren(el("h2", {}, isChanged ? say(`Veranderd, ${placeName(place)}`, `Changed, ${placeName(place)}`) : say(`Zoals het is, ${placeName(place)}`, `As it is, ${placeName(place)}`)),
    el("div", {class: "cards"}, shownRows.filter(([, row]) => row).map(([label, row, text]) => card(label, row, text))),
    bandChart(found.years(code, place, "delta"), found.manifest.first_year, say("Meerkosten per jaar", "Additional cost by year")),
    itemsTable(found, code, place, open.has("by-item")) || "", payersTable(found, code, place, open.has("by-payer")) || "",
    el("div", {class: "row"}, el("button", {id: "keep-beside", onclick: () => {
      const net = amount("total", "net");
      besides.push({name: variantName(), place: placeName(place), rows: shownRows, chance: percent(1 - net.share_positive)});
      showVariant();
    }}, say("Zet deze ernaast", "Keep this beside"))),
    besidesTable() || "",
    el("p", {class: "note"}, variantRun.draws === quickDraws
      ? say("Snelle schatting met 2.000 trekkingen; verfijnd zodra u even niets verandert.", "A quick estimate with 2,000 draws; refined once you change nothing for a moment.")
      : say(`Verfijnd met ${whole(variantRun.draws)} trekkingen. Zet het scenario in de studie en reken door voor het rapport.`, `Refined with ${whole(variantRun.draws)} draws. Put the scenario into the study and compute for the report.`)));
}

/// The amount over all years as it was; nothing if that has not been computed.
function amountAsItWas(quantity) {
  const is = asItWas && asItWas.results.study === study && asItWas.state === study.done && asItWas.base === variant.base && asItWas.place === shownPlace;
  return is && asItWas.results.amount(variant.base, shownPlace, "total", quantity);
}

function enoughText(net, was) {
  const chance = (row) => percent(1 - row.share_positive);
  return say(`${chance(net)} kans dat de middelen genoeg zijn${was ? `; dat was ${chance(was)}` : ""}`,
    `${chance(net)} chance that the funds suffice${was ? `; it was ${chance(was)}` : ""}`);
}

/// What was changed, in words.
function variantName() {
  const table = study.table("scenarios.csv");
  const changed = [...Object.entries(variant.values).map(([column, value]) => `${table.columns[Number(column)]} ${value || say("leeg", "blank")}`),
    ...fundTerms().filter(({key}) => key in variant.funds).map(({title, key}) => `${title} ${variant.funds[key] || say("leeg", "blank")}`)];
  return changed.length ? `${variant.base}: ${changed.join(", ")}` : say(`${variant.base} zoals het is`, `${variant.base} as it is`);
}

/// The same of the scenario's terms, behind its name.
function variantTitle(table, own) {
  const name = table.column("naam", "name");
  const changed = Object.entries(variant.values).map(([column, value]) => `${table.columns[Number(column)].replaceAll("_", " ")} ${value || say("leeg", "blank")}`);
  return name < 0 ? [] : [name, `${table.cell(own.index, name) || variant.base}, ${say("maar", "but")} ${changed.join(", ")}`];
}

/// An amount for each inhabitant of a place, where their number is a plain figure.
function perHead(place, row) {
  const table = study.table("regions.csv");
  const [code, people] = [table.column("regio", "region"), table.column("inwoners", "population")];
  const numbers = table.rows.filter(({index}) => place === "NL" || table.cell(index, code) === place).map(({index}) => Number(table.cell(index, people).replaceAll(".", "").replace(",", ".")));
  const sum = numbers.reduce((a, b) => a + b, 0);
  return sum > 0 ? say(`${decimal(row.mean / sum, 2)} euro per inwoner`, `${decimal(row.mean / sum, 2)} euros for each inhabitant`) : "";
}

const moreTable = (id, isOpen, title, head, rows) => el("details", {id, open: isOpen}, el("summary", {}, title), scrolling(title, el("table", {class: "changes"},
  el("thead", {}, el("tr", {}, head.map((text, index) => el("th", {scope: "col", class: index ? "n" : undefined}, text)))),
  el("tbody", {}, rows.map(([name, ...cells]) => el("tr", {}, el("th", {scope: "row"}, name), cells.map((cell) => el("td", {class: "n"}, cell))))))));

/// What each item costs, the dearest first.
function itemsTable(found, code, place, isOpen) {
  const end = found.rows("items.csv", code, place, "end");
  const total = found.rows("items.csv", code, place, "total");
  const names = Object.fromEntries([["functions.csv", "functie", "function"], ["provisions.csv", "voorziening", "provision"], ["one-offs.csv", "post", "item"], ["measures.csv", "maatregel", "measure"]]
    .flatMap(([file, ...columns]) => study.codes(file, ...columns).map((each) => [each.code, each.name || each.code])));
  const rows = end.map((row, index) => ({name: names[row.item] || String(row.item), structural: row.structural, incidental: total[index].incidental}))
    .filter(({structural, incidental}) => Math.abs(structural) >= 0.5 || Math.abs(incidental) >= 0.5).sort((a, b) => Math.abs(b.structural) - Math.abs(a.structural));
  return rows.length > 0 && moreTable("by-item", isOpen, say("Per onderdeel", "By item"), [say("onderdeel", "item"), say("structureel per jaar, eindbeeld", "structural a year, end state"), say("incidenteel, alle jaren", "incidental, all years")],
    rows.map(({name, structural, incidental}) => [name, euro(structural), euro(incidental)]));
}

/// Who pays, if the study says so.
function payersTable(found, code, place, isOpen) {
  const payers = [["paid_state", say("Rijk", "State")], ["paid_region", say("regio", "region")], ["paid_municipalities", say("gemeenten", "municipalities")]]
    .map(([quantity, name]) => [name, found.amount(code, place, "total", quantity)]).filter(([, row]) => row);
  return payers.length > 0 && moreTable("by-payer", isOpen, say("Wie betaalt", "Who pays"), [say("betaler", "payer"), say("alle jaren samen", "all years together"), say("9 van de 10 keer tussen", "9 times out of 10 between")],
    payers.map(([name, row]) => [name, euro(row.mean), `${euro(row.p05)} … ${euro(row.p95)}`]));
}

/// The variants beside each other, and a way to put each away.
function besidesTable() {
  if (!besides.length) return false;
  const labels = besides[0].rows.map(([label]) => label);
  return scrolling(say("Naast elkaar", "Beside each other"), el("table", {class: "changes", id: "besides"},
    el("caption", {}, say("Naast elkaar", "Beside each other")),
    el("thead", {}, el("tr", {}, el("td", {}), besides.map(({name, place}, index) => el("th", {scope: "col", class: "n"}, name, el("span", {class: "span"}, place),
      el("button", {class: "link", onclick: () => { besides.splice(index, 1); showVariant(); }}, say("weg", "remove")))))),
    el("tbody", {}, [el("tr", {}, el("th", {scope: "row"}, say("Kans dat de middelen genoeg zijn", "Chance that the funds suffice")), besides.map(({chance}) => el("td", {class: "n"}, chance))),
      ...labels.map((label, at) => el("tr", {}, el("th", {scope: "row"}, label), besides.map(({rows}) => {
      const row = rows[at][1];
      return el("td", {class: "n"}, row ? euro(row.mean) : "", row ? el("span", {class: "span"}, `${euro(row.p05)} … ${euro(row.p95)}`) : "");
    })))])));
}

/// The changed scenario becomes one of the study, and the changed funds become those of the study.
function takeVariant() {
  if (!isVaried()) return;
  const told = [];
  const code = Object.keys(variant.values).length ? takeScenario() : variant.base;
  if (code !== variant.base) told.push(say(`Scenario ${code} staat in de studie`, `Scenario ${code} is in the study`));
  if (Object.keys(variant.funds).length) {
    study.edit("funding.csv", "", setFunds);
    told.push(say("De middelen zijn veranderd, voor alle scenario's", "The funds have been changed, for every scenario"));
  }
  varyFrom(code);
  show();
  announce(told.join(". "));
}

/// - Returns: its code.
function takeScenario() {
  const codes = new Set(study.scenarios.map(({code}) => code));
  let count = 2;
  while (codes.has(`${variant.base}-${count}`)) count++;
  const code = `${variant.base}-${count}`;
  const changed = new Map([...variedFiles()].map(([path, bytes]) => [path.slice(study.name.length + 1), bytes]));
  for (const [name, bytes] of changed) {
    if (study.files.get(name) === bytes || name !== "scenarios.csv" && !textOf(bytes).includes(variantCode)) continue;
    const [from, to] = [new Table(textOf(bytes).replace(/^\ufeff/, "")), code];
    study.edit(name, "", (table) => {
      table.records = from.records.map((record) => record.cells.some((cell) => cell.includes(variantCode))
        ? table.record(record.cells.map((cell, at) => cell.replaceAll(variantCode, to))) : record);
    });
  }
  shownScenario = code;
  return code;
}
