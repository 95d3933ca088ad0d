// A region's own figures, function by function, in a person's words. What is filled in stands in the region's own rows of
// the tables; what is left blank stays the assumption.

let myRegion = "";

/// The figures that are asked of a function or provision: table, columns, and how they are asked.
const asked = () => [
  {file: "staffing.csv", columns: ["personen", "persons"], title: say("Mensen", "People"), unit: say("personen, in de hele regio", "persons, in the whole region"), also: ["personen_aandeel", "persons_share"]},
  {file: "staffing.csv", columns: ["piketposities", "standby_positions"], title: say("Piket", "Standby"), unit: say("posities die altijd bezet zijn, in de hele regio", "positions always filled, in the whole region")},
  {file: "staffing.csv", columns: ["verloop", "turnover"], title: say("Verloop", "Turnover"), unit: say("deel dat per jaar vertrekt, zoals 12%", "share that leaves in a year, as 12%")},
  {file: "staffing.csv", columns: ["gecertificeerd", "certified"], title: say("Gecertificeerd", "Certified"), unit: say("deel met een geldig certificaat, zoals 80%", "share with a valid certificate, as 80%")},
  {file: "training.csv", columns: ["opleidingsuren", "initial_hours"], title: say("Opleiding", "Training"), unit: say("uren voor een nieuwe, per persoon", "hours for a newcomer, a person")},
  {file: "training.csv", columns: ["bijscholingsuren", "annual_hours"], title: say("Bijscholing", "Refresher"), unit: say("uren per jaar, per persoon", "hours a year, a person")},
];

const provisionAsked = () => ({file: "provision-current.csv", columns: ["aantal", "quantity"], title: say("Aantal nu", "Number now"), unit: say("in de eenheid van de voorziening", "in the unit of the provision")});

/// Position of the row of a region and item in a table; -1 if there is none.
function rowOf(table, region, item) {
  const row = table.rows.find(({index}) => table.cell(index, 0) === region && table.cell(index, 1) === item);
  return row ? row.index : -1;
}

/// What stands in a cell of a region's own row, and what holds without it.
function figure(question, item) {
  const table = study.table(question.file);
  if (!table) return null;
  const column = table.column(...question.columns);
  if (column < 0) return null;
  const own = rowOf(table, myRegion, item);
  // As the program looks for it: this item for all regions, then everything for all regions.
  const others = [rowOf(table, "*", item), rowOf(table, "*", "*")].filter((row) => row >= 0);
  const share = question.also ? table.column(...question.also) : -1;
  const ofNorm = (cell) => cell && say(`${inWords(cell, asPercent)} van de norm`, `${inWords(cell, asPercent)} of the norm`);
  const assumed = others.map((row) => inWords(table.cell(row, column)) || (share >= 0 ? ofNorm(table.cell(row, share)) : "")).find(Boolean) || "";
  return {column, own: own < 0 ? "" : table.cell(own, column), row: own, assumed};
}

/// A share as a percentage: `0,9` and `90%` are both 90%.
const asPercent = (text) => text.includes("%") ? text : `${number(100 * Number(text.replace(",", "."))).replace(/[.,]0+$/, "")}%`;

/// What a cell says, for people who do not know the notation.
///
/// - shown: how a number in it is written.
function inWords(cell, shown = (text) => text) {
  const values = (text, mark) => text.split(mark).map((part) => part.trim());
  const call = /^(quantiles|discrete)\((.*)\)$/.exec(cell);
  const pairs = call ? values(call[2], ";").map((pair) => values(pair, ":")) : [];
  if (call && call[1] === "discrete") {
    return pairs.map(([value, chance]) => say(`${shown(value)} (kans ${asPercent(chance)})`, `${shown(value)} (chance ${asPercent(chance)})`)).join(say(" of ", " or "));
  }
  if (call && pairs.map(([name]) => name).join() === "p5,p50,p95") {
    const [low, middle, high] = pairs.map(([, value]) => shown(value));
    return say(`${middle}, meestal tussen ${low} en ${high}`, `${middle}, mostly between ${low} and ${high}`);
  }
  const range = values(cell, "..");
  if (range.length === 3) return say(`${shown(range[1])}, tussen ${shown(range[0])} en ${shown(range[2])}`, `${shown(range[1])}, between ${shown(range[0])} and ${shown(range[2])}`);
  if (range.length === 2) return say(`tussen ${shown(range[0])} en ${shown(range[1])}`, `between ${shown(range[0])} and ${shown(range[1])}`);
  return /^[\d.,]+%?$/.test(cell) ? shown(cell) : cell;
}

/// The norm of a level for an item; the first row that tells one.
function normOf(file, columns, item) {
  const table = study.table(file);
  if (!table || table.column(...columns) < 0) return "";
  const row = table.rows.find(({index}) => table.cell(index, 1) === item && table.cell(index, table.column(...columns)));
  return row ? inWords(table.cell(row.index, table.column(...columns))) : "";
}

const norms = {personen: ["personen_per_positie", "persons_per_position"], piketposities: ["posities", "positions"], gecertificeerd: ["gecertificeerd", "certified"],
  opleidingsuren: ["opleidingsuren", "initial_hours"], bijscholingsuren: ["bijscholingsuren", "annual_hours"]};

/// The source and the note of a region's figures of an item, until there is a row to hold them.
const remarks = new Map();

const remarkOf = (item) => remarks.get(`${study.id}/${myRegion}/${item}`) || {};

/// Puts a source or a note beside every figure of an item; where there is none yet, it waits for the first.
function setRemark(item, files, kind, names, value) {
  remarks.set(`${study.id}/${myRegion}/${item}`, {...remarkOf(item), [kind]: value});
  for (const file of files) {
    const table = study.table(file);
    const [row, column] = table ? [rowOf(table, myRegion, item), table.column(...names)] : [-1, -1];
    if (row >= 0 && column >= 0) study.edit(file, "", (changed) => changed.set(row, column, value));
  }
}

/// What was said of an item: in a row of the region's own, or before there is one.
function remark(item, files, kind, names) {
  for (const file of files) {
    const table = study.table(file);
    const [row, column] = table ? [rowOf(table, myRegion, item), table.column(...names)] : [-1, -1];
    if (row >= 0 && column >= 0 && table.cell(row, column)) return table.cell(row, column);
  }
  return remarkOf(item)[kind] || "";
}

/// Puts a figure into the region's own row, which is made if there is none; a row that says nothing more is taken away.
function setFigure(file, item, names, value) {
  study.edit(file, "", (table) => {
    const column = table.column(...names);
    let row = rowOf(table, myRegion, item);
    if (row < 0) {
      if (value === "") return;
      row = table.records.length;
      const cells = table.columns.map(() => "");
      cells[0] = myRegion;
      cells[1] = item;
      const [source, note] = [table.column("bron", "source"), table.column("toelichting", "note")];
      if (source >= 0) cells[source] = remarkOf(item).source || say("opgave regio", "reported by the region");
      if (note >= 0) cells[note] = remarkOf(item).note || "";
      table.insert(row, cells);
    }
    table.set(row, column, value);
    const [source, note] = [table.column("bron", "source"), table.column("toelichting", "note")];
    if (table.columns.every((_, at) => at < 2 || at === source || at === note || table.cell(row, at) === "")) table.remove(row);
  });
}

shown.regio = () => {
  const regions = study.regions.filter(({code}) => !onlyRegion() || code === onlyRegion());
  if (onlyRegion()) myRegion = onlyRegion();
  if (!regions.some(({code}) => code === myRegion)) myRegion = "";
  const choice = el("select", {id: "region", onchange: (event) => { myRegion = event.target.value; show(); byID("region").focus(); }},
    el("option", {value: ""}, say("kies uw regio", "choose your region")),
    regions.map(({code, name}) => el("option", {value: code, selected: code === myRegion}, name ? `${name} (${code})` : code)));
  const top = el("section", {class: "top"}, el("h1", {}, say("Mijn regio", "My region")),
    el("div", {class: "row"}, el("label", {for: "region"}, say("Regio", "Region")), choice,
      myRegion && el("button", {class: "main", onclick: () => { shownPlace = myRegion; go("uitkomsten", () => byID("compute").click()); }}, say("Reken door", "Compute")),
      myRegion && el("button", {onclick: () => go("bewaren")}, say("Bewaar of stuur terug", "Save or send back"))),
    myRegion ? el("p", {class: "lead"}, say("Vul in wat u weet. Wat leeg blijft, blijft de aanname die erbij staat. Weet u het niet precies, vul dan laag..waarschijnlijk..hoog in, zoals 8..10..14.",
      "Fill in what you know. What stays blank stays the assumption beside it. If you are not sure, write low..likely..high, as 8..10..14.")) : "");
  if (!myRegion) return [top];
  const questions = asked();
  const functions = study.codes("functions.csv", "functie", "function");
  const provisions = study.codes("provisions.csv", "voorziening", "provision");
  return [top,
    el("section", {}, el("h2", {}, say("Functies", "Functions")), functions.map(({code, name}, index) => item(code, name, questions, "norms.csv", index === 0))),
    provisions.length > 0 && el("section", {}, el("h2", {}, say("Voorzieningen", "Provisions")), provisions.map(({code, name}) => item(code, name, [provisionAsked()], "provision-norms.csv"))),
  ].filter(Boolean);
};

/// The questions about one function or provision.
function item(code, name, questions, normFile, isFirst) {
  const fields = questions.map((question) => {
    const found = figure(question, code);
    if (!found) return "";
    const id = `f-${question.file}-${question.columns[0]}-${code}`.replace(/[^\w-]/g, "_");
    const norm = normOf(normFile, question.columns[0] === "aantal" ? ["aantal", "quantity"] : norms[question.columns[0]] || [], code);
    return el("div", {class: "field"}, el("label", {for: id}, question.title),
      el("input", {id, value: found.own, autocomplete: "off", spellcheck: "false", "data-file": question.file, "data-item": code, "data-column": found.column,
        "aria-describedby": `${id}-more`, class: found.own ? "reported" : "", placeholder: found.assumed ? say("aanname", "assumed") : "",
        onchange: (event) => {
          const value = event.target.value.trim();
          setFigure(question.file, code, question.columns, value);
          event.target.className = value ? "reported" : "";
          byID(`${id}-assumed`).className = value ? "assumed not" : "assumed";
        }}),
      el("p", {class: "hint", id: `${id}-more`}, question.unit,
        el("span", {class: found.own ? "assumed not" : "assumed", id: `${id}-assumed`}, !found.assumed ? "" : say(` Aanname: ${found.assumed}.`, ` Assumed: ${found.assumed}.`)),
        norm ? say(` Norm: ${norm}${question.columns[0] === "personen" ? " per positie" : ""}.`, ` Norm: ${norm}${question.columns[0] === "personen" ? " a position" : ""}.`) : ""),
      el("p", {class: "told", id: `${id}-told`, role: "status"}));
  });
  const files = [...new Set(questions.map(({file}) => file))];
  const isReported = files.some((file) => study.table(file) && rowOf(study.table(file), myRegion, code) >= 0);
  const written = (kind, names, title, hint, more) => {
    const id = `${kind}-${code}`.replace(/[^\w-]/g, "_");
    return el("div", {class: "field whole"}, el("label", {for: id}, title),
      el("input", {id, value: remark(code, files, kind, names), autocomplete: "off", ...more, onchange: (event) => setRemark(code, files, kind, names, event.target.value.trim())}),
      el("p", {class: "hint"}, hint));
  };
  return el("details", {class: "item", open: isReported || isFirst}, el("summary", {}, name ? `${name} (${code})` : code),
    el("div", {class: "fields"}, fields),
    written("source", ["bron", "source"], say("Bron", "Source"), say("Waar deze cijfers vandaan komen.", "Where these figures come from."), {placeholder: say("opgave regio", "reported by the region")}),
    written("note", ["toelichting", "note"], say("Toelichting", "Note"), say("Klopt een getal waar Waterlijn aan twijfelt? Leg het hier uit, dan is de twijfel verklaard.", "Is a doubted figure right? Explain it here, and the doubt is explained."), {}));
}

updated.regio = () => {
  for (const input of document.querySelectorAll("input[data-file]")) {
    const table = study.table(input.dataset.file);
    const row = rowOf(table, myRegion, input.dataset.item);
    const column = table.columns[Number(input.dataset.column)];
    const found = row < 0 ? [] : study.messages.filter((message) => message.file === input.dataset.file && message.row === row + 1 && message.column.trim() === column);
    const told = byID(`${input.id}-told`);
    told.className = `told ${["error", "doubt", "explained"].find((kind) => found.some((message) => message.kind === kind)) || "doubt"}`;
    // What a note has explained stays in sight: it may be a note of something else.
    told.textContent = found.map((message) => message.kind === "explained" ? say(`Verklaard door de toelichting: ${message.problem}`, `Explained by the note: ${message.problem}`) : `${message.problem} ${message.remedy}`).join(" ");
    if (found.some(({kind}) => kind === "error")) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
  }
};
