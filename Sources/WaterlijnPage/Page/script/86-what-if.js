// What if a scenario's terms were others: the scenario as it is and the changed one on the same draws, so that the
// difference has a band of its own.

/// The changed terms by column, of the scenario that is varied.
const variant = {base: "", values: {}};
let variantRun = null;

const terms = () => [
  {columns: ["niveau", "level"], title: say("Niveau", "Level"), choose: () => [...new Set(study.codes("norms.csv", "niveau", "level").map(({code}) => code))]},
  {columns: ["van", "from"], title: say("Begin ingroei", "Phase-in begins"), unit: say("jaar", "year"), range: studyYears()},
  {columns: ["tot", "until"], title: say("Einde ingroei", "Phase-in ends"), unit: say("jaar", "year"), range: studyYears()},
  {columns: ["vertraging_jaren", "delay_years"], title: say("Vertraging", "Delay"), unit: say("jaren", "years"), range: [0, 5]},
  {columns: ["bandbreedte", "bandwidth"], title: say("Bandbreedte", "Bandwidth"), unit: say("deel onder de norm, zoals 10%", "share below the norm, as 10%"), range: [0, 50], mark: "%"},
  {columns: ["vrijval", "release"], title: say("Vrijval", "Release"), unit: say("deel van wat boven de norm ligt, zoals 50%", "share of what is above the norm, as 50%"), range: [0, 100], mark: "%"},
  {columns: ["maatregelen", "measures"], title: say("Maatregelen", "Measures"), tick: () => study.codes("measures.csv", "maatregel", "measure")},
];

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
  table.insert(table.records.length, cells);
  files.set(`${study.name}/scenarios.csv`, table.bytes);
  return files;
}

shown.knoppen = () => {
  const codes = study.scenarios.map(({code}) => code);
  if (!codes.includes(variant.base)) Object.assign(variant, {base: firstScenario(), values: {}});
  if (onlyRegion()) shownPlace = onlyRegion();
  if (shownPlace !== "NL" && !study.regions.some(({code}) => code === shownPlace)) shownPlace = "NL";
  const table = study.table("scenarios.csv");
  const own = table && table.rows.find(({index}) => table.cell(index, table.column("scenario")) === variant.base);
  if (!own) return [el("section", {class: "top"}, el("h1", {}, say("Wat als", "What if")), el("p", {}, say("Deze studie heeft geen scenario's.", "This study has no scenarios.")))];
  return [
    el("section", {class: "top"}, el("h1", {}, say("Wat als", "What if")),
      el("div", {class: "row choices"}, el("label", {for: "base"}, say("Scenario", "Scenario")),
        el("select", {id: "base", onchange: (event) => { Object.assign(variant, {base: event.target.value, values: {}}); variantRun = null; show(); byID("base").focus(); }},
          codes.map((code) => el("option", {value: code, selected: code === variant.base}, `${scenarioName(code)} (${code})`))),
        el("label", {for: "if-place"}, say("Voor", "For")),
        el("select", {id: "if-place", onchange: (event) => { shownPlace = event.target.value; variantRun = null; vary(); }},
          (onlyRegion() ? [onlyRegion()] : ["NL", ...study.regions.map(({code}) => code)]).map((code) => el("option", {value: code, selected: code === shownPlace}, placeName(code)))))),
    el("div", {class: "beside"}, el("section", {class: "levers"}, el("div", {class: "fields"}, terms().map((term) => lever(term, table, own))),
      el("div", {class: "row"}, el("button", {id: "as-was", onclick: () => { variant.values = {}; variantRun = null; show(); }}, say("Alles terug naar zoals het was", "Everything back to as it was")),
        el("button", {id: "take", onclick: takeVariant}, say("Zet als nieuw scenario in de studie", "Put into the study as a new scenario")))),
    el("section", {id: "variant", "aria-live": "polite"})),
  ];
};

updated.knoppen = () => { if (!variantRun) vary(); else showVariant(); };

/// A term: what it is, what it was, and a way back.
function lever(term, table, own) {
  const column = table.column(...term.columns);
  if (column < 0) return "";
  const id = `lever-${term.columns[1]}`;
  const was = table.cell(own.index, column);
  const now = variant.values[column] ?? was;
  const change = (value) => {
    if (value === was) delete variant.values[column]; else variant.values[column] = value;
    byID(`${id}-was`).replaceChildren(...wasText(value));
    vary();
  };
  const wasText = (value) => value === was ? [term.unit || ""] : [say(`was ${was || "leeg"} `, `was ${was || "blank"} `),
    el("button", {class: "link", onclick: () => { delete variant.values[column]; variantRun = null; show(); byID(id).focus(); }}, say("terug", "back"))];
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
    slider.value = sliderPlace(event.target.value);
  }});
  // The field comes first: it takes everything, also a range of values.
  const sliderPlace = (text) => { const value = Number(text.replace("%", "").replace(",", ".")); return text.trim() && !isNaN(value) ? (term.mark && !text.includes("%") ? 100 * value : value) : term.range[0]; };
  const slider = el("input", {type: "range", min: term.range[0], max: term.range[1], step: 1, value: sliderPlace(now), "aria-label": term.title, oninput: (event) => {
    field.value = event.target.value + (term.mark || "");
    change(field.value);
  }});
  return el("div", {class: "field"}, el("label", {for: id}, term.title), field, slider, hint);
}

/// Computes both scenarios with few draws, for the shown place alone. While one is computed the next waits, and only the newest
/// of them: whoever drags a slider sees what comes out all the time.
async function vary() {
  if (vary.isRunning) { vary.isWaiting = true; return; }
  vary.isRunning = true;
  try {
    do {
      vary.isWaiting = false;
      variantRun = await varied();
      showVariant();
    } while (vary.isWaiting);
  } finally {
    vary.isRunning = false;
  }
}

async function varied() {
  const [isChanged, place, base, computed] = [Object.keys(variant.values).length > 0, shownPlace, variant.base, study];
  const words = ["run", study.name, "--scenario", isChanged ? `${variant.base}+${variantCode}` : variant.base, "--draws", "2000", "--out", "resultaten", "--quiet", "--language", language];
  if (place !== "NL") words.push("--region", place);
  const started = performance.now();
  try {
    const answer = await engine.run(words, isChanged ? variedFiles() : study.atPath, {keeps: true});
    if (answer.status !== 0) return {problem: answer.error || answer.output};
    const files = new Map([...answer.files].filter(([path]) => path.startsWith("resultaten/")));
    return {results: new Results(computed, files, "", "", (performance.now() - started) / 1000), place, base, isChanged};
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
    [say("Verschil met zoals het was", "Difference with as it was"), difference || null, say("op dezelfde trekkingen, alle jaren samen", "on the same draws, all years together")],
    [say("Structureel per jaar, eindbeeld", "Structural a year, end state"), amount("end", "structural"), perHead(place, amount("end", "structural"))],
    [say("Meerkosten, alle jaren", "Additional cost, all years"), amount("total", "delta"), ""],
    [say("Waarvan incidenteel", "Of which incidental"), amount("total", "incidental"), ""],
    [say("Netto, na de middelen", "Net of funds"), amount("total", "net"), say(`${percent(1 - amount("total", "net").share_positive)} kans dat de middelen genoeg zijn`, `${percent(1 - amount("total", "net").share_positive)} chance that the funds suffice`)],
  ];
  const open = new Set([...target.querySelectorAll("details[open]")].map((each) => each.id));
  target.replaceChildren(el("h2", {}, isChanged ? say(`Veranderd, ${placeName(place)}`, `Changed, ${placeName(place)}`) : say(`Zoals het is, ${placeName(place)}`, `As it is, ${placeName(place)}`)),
    el("div", {class: "cards"}, shownRows.filter(([, row]) => row).map(([label, row, text]) => card(label, row, text))),
    bandChart(found.years(code, place, "delta"), found.manifest.first_year, say("Meerkosten per jaar", "Additional cost by year")),
    itemsTable(found, code, place, open.has("by-item")), payersTable(found, code, place, open.has("by-payer")),
    el("div", {class: "row"}, el("button", {id: "keep-beside", onclick: () => {
      besides.push({name: variantName(), place: placeName(place), rows: shownRows});
      showVariant();
    }}, say("Zet deze ernaast", "Keep this beside"))),
    besidesTable(),
    el("p", {class: "note"}, say("Snelle schatting met 2.000 trekkingen. Zet het scenario in de studie en reken door voor het rapport.", "A quick estimate with 2,000 draws. Put the scenario into the study and compute for the report.")));
}

/// What was changed, in words.
function variantName() {
  const table = study.table("scenarios.csv");
  const changed = Object.entries(variant.values).map(([column, value]) => `${table.columns[Number(column)]} ${value || say("leeg", "blank")}`);
  return changed.length ? `${variant.base}: ${changed.join(", ")}` : say(`${variant.base} zoals het is`, `${variant.base} as it is`);
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
    el("tbody", {}, labels.map((label, at) => el("tr", {}, el("th", {scope: "row"}, label), besides.map(({rows}) => {
      const row = rows[at][1];
      return el("td", {class: "n"}, row ? euro(row.mean) : "", row ? el("span", {class: "span"}, `${euro(row.p05)} … ${euro(row.p95)}`) : "");
    }))))));
}

/// The changed scenario becomes one of the study.
function takeVariant() {
  if (!Object.keys(variant.values).length) return;
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
  Object.assign(variant, {base: code, values: {}});
  variantRun = null;
  shownScenario = code;
  show();
  announce(say(`Scenario ${code} staat in de studie`, `Scenario ${code} is in the study`));
}
