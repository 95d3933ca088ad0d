// What the run says: four figures, the years, the regions; and the report of it.

let shownScenario = "";
let shownPlace = "NL";

const placeName = (code) => code === "NL" ? say("alle regio's samen", "all regions together") : (study.regions.find((region) => region.code === code) || {name: code}).name || code;
const scenarioName = (code) => (study.scenarios.find((scenario) => scenario.code === code) || {name: ""}).name || code;

/// The scenario that a board looks at first.
///
/// - codes: to choose from.
function firstScenario(codes = study.scenarios.map(({code}) => code)) {
  const named = study.setting("hoofdscenario", "main_scenario");
  if (codes.includes(shownScenario)) return shownScenario;
  // One that was made of another, and has not been computed yet.
  const origin = codes.filter((code) => shownScenario.startsWith(`${code}-`)).sort((a, b) => b.length - a.length)[0];
  return origin || (codes.includes(named) ? named : codes[0]);
}

shown.uitkomsten = () => {
  const draws = el("input", {id: "draws", inputmode: "numeric", size: 8, value: study.setting("trekkingen", "draws") || "10000"});
  const place = el("div", {id: "working"});
  const top = el("section", {class: "top"}, el("h1", {}, say("Uitkomsten", "Results")),
    el("div", {class: "row"}, el("label", {for: "draws"}, say("Trekkingen", "Draws")), draws,
      el("button", {class: "main", id: "compute", onclick: () => computeHere(place, Number(draws.value.replace(/[.\s]/g, "")) || 10000)}, say("Reken door", "Compute"))),
    place);
  return [top, el("div", {id: "outcome"}, outcome())];
};

function outcome() {
  const places = [...new Set([...(givenResults && onlyRegion() ? ["NL"] : []), ...(results && results.study === study ? results.places : []), ...(givenResults && onlyRegion() ? [onlyRegion()] : [])])];
  if (!places.length) return [el("section", {}, el("p", {class: "lead"}, say("Er is nog niet gerekend.", "Nothing has been computed yet.")))];
  if (!places.includes(shownPlace)) shownPlace = places[0];
  const found = resultsOf(shownPlace);
  const scenario = firstScenario(found.manifest.scenarios);
  return [
    found === givenResults && el("p", {class: "warning"}, say("Zoals doorgerekend toen deze pagina werd gemaakt: uw eigen wijzigingen zitten hier niet in.", "As computed when this page was made: your own changes are not in it.")),
    found.isProvisional && el("p", {class: "warning"}, say(`Voorlopig, met ${whole(fewDraws)} trekkingen: de rest wordt nog gerekend.`, `Provisional, with ${whole(fewDraws)} draws: the rest is still being computed.`)),
    found !== givenResults && found.isOld && el("p", {class: "warning"}, say("De studie is veranderd sinds deze uitkomsten. Reken opnieuw door.", "The study has changed since these results. Compute again.")),
    choices(found, scenario, places), figures(found, scenario), regionsTable(found, scenario), found !== givenResults && !found.isProvisional && howComputed(),
  ].filter(Boolean);
}

/// How many draws a first answer takes, while the rest is computed.
const fewDraws = 600;

async function computeHere(place, draws) {
  byID("compute").disabled = true;
  const isFirst = !results || results.study !== study;
  const done = await busy(place, say("Wordt doorgerekend", "Computing"), async (task) => {
    const take = async (count) => {
      const running = compute(count);
      computing.show = task.show;
      results = await running;
    };
    if (isFirst && draws > 2 * fewDraws) {
      await take(fewDraws);
      results.isProvisional = true;
      showResults();
    }
    await take(draws);
    return true;
  });
  const button = byID("compute");
  if (button) button.disabled = false;
  if (!done) {
    // Stopped: what there is was computed with few draws, and says so.
    if (results) results.isProvisional = false;
    return showResults();
  }
  if (view === "uitkomsten") show();
  announce(say("Doorgerekend", "Computed"));
}

/// Draws the results anew below what is being computed.
function showResults() {
  const place = byID("outcome");
  if (place) place.replaceChildren(...outcome());
}

function choices(found, scenario, places) {
  return el("div", {class: "row choices"},
    el("label", {for: "scenario"}, say("Scenario", "Scenario")),
    el("select", {id: "scenario", onchange: (event) => { shownScenario = event.target.value; showResults(); byID("scenario").focus(); }},
      found.manifest.scenarios.map((code) => el("option", {value: code, selected: code === scenario}, `${scenarioName(code)} (${code})`))),
    el("label", {for: "place"}, say("Voor", "For")),
    el("select", {id: "place", onchange: (event) => { shownPlace = event.target.value; showResults(); byID("place").focus(); }},
      places.map((code) => el("option", {value: code, selected: code === shownPlace}, placeName(code)))));
}

/// An amount at the size of a headline, with its band.
const marginText = (row) => row.p05 === row.p95 ? say("zeker", "certain")
  : say(`gemiddeld; 9 van de 10 keer tussen ${euro(row.p05)} en ${euro(row.p95)}`, `on average; 9 times out of 10 between ${euro(row.p05)} and ${euro(row.p95)}`);

const card = (label, row, text) => row && el("div", {class: "card"}, el("p", {class: "label"}, label), el("p", {class: "value"}, euro(row.mean)),
  el("p", {class: "margin"}, marginText(row)),
  el("p", {}, text));

function figures(found, scenario) {
  const amount = (year, quantity) => found.amount(scenario, shownPlace, year, quantity);
  const last = found.manifest.last_year;
  return el("section", {id: "figures"}, el("h2", {}, `${scenarioName(scenario)}, ${placeName(shownPlace)}`),
    el("div", {class: "cards"},
      card(say("Structureel per jaar, als alles is ingevoerd", "Structural a year, once all is in place"), amount("end", "structural"), say(`eindbeeld, prijspeil ${found.manifest.price_year}`, `end state, prices of ${found.manifest.price_year}`)),
      card(say(`Meerkosten tot en met ${last}`, `Additional cost up to ${last}`), amount("total", "delta"), say("alle jaren samen, ten opzichte van nu", "all years together, compared with now")),
      card(say("Waarvan incidenteel", "Of which incidental"), amount("total", "incidental"), say("opleiden, inhalen en eenmalige posten", "training, catching up and one-offs")),
      card(say("Netto, na de middelen", "Net of funds"), amount("total", "net"), `${say("wat zelf te betalen blijft", "what is left to pay")}; ${enoughText(amount("total", "net"))}`)),
    bandChart(found.years(scenario, shownPlace, "delta"), found.manifest.first_year, say("Meerkosten per jaar", "Additional cost by year")));
}

function regionsTable(found, scenario) {
  if (found.places.length < 3) return false;
  const rows = found.places.map((code) => ({code, end: found.amount(scenario, code, "end", "structural"), total: found.amount(scenario, code, "total", "delta")}));
  const cell = (row) => el("td", {class: "n"}, euro(row.mean), el("span", {class: "span"}, `${euro(row.p05)} … ${euro(row.p95)}`));
  return el("section", {}, el("h2", {}, say("Per regio", "By region")), scrolling(say("Per regio", "By region"), el("table", {class: "regions"},
    el("thead", {}, el("tr", {}, el("th", {scope: "col"}, say("regio", "region")), el("th", {scope: "col", class: "n"}, say("structureel per jaar, eindbeeld", "structural a year, end state")),
      el("th", {scope: "col", class: "n"}, say("meerkosten, alle jaren", "additional cost, all years")))),
    el("tbody", {}, rows.map(({code, end, total}) => el("tr", {class: code === "NL" ? "sum" : code === myRegion ? "mine" : undefined}, el("th", {scope: "row"}, placeName(code)), cell(end), cell(total)))))));
}

function howComputed() {
  const seconds = number(results.seconds);
  return el("section", {}, el("h2", {}, say("Het rapport, en hoe dit is berekend", "The report, and how this was computed")),
    el("div", {class: "row"},
      el("button", {id: "report", onclick: () => showReport()}, say("Toon het rapport", "Show the report")),
      el("button", {onclick: () => go("bewaren")}, say("Bewaar rapport, werkmap en tabellen", "Save report, workbook and tables"))),
    el("div", {id: "making"}), el("div", {id: "frame"}),
    el("p", {class: "note"}, say(`${whole(results.manifest.draws)} trekkingen in ${seconds} s. Op de opdrachtregel geven dezelfde bestanden dezelfde bytes:`, `${whole(results.manifest.draws)} draws in ${seconds} s. On the command line the same files give the same bytes:`)),
    el("pre", {}, results.line.replace(/ --language \w+/, "")),
    el("details", {}, el("summary", {}, say("Het overzicht van waterlijn run", "The overview of waterlijn run")), el("pre", {}, results.overview)));
}

/// The report of the results, as `waterlijn report` writes it.
async function reportBytes(task) {
  if (results.reports.has(language)) return results.reports.get(language);
  const own = {progress: (text) => { const found = /(\d+) %/.exec(text); if (found && task.show) task.show(Number(found[1])); }};
  task.stop = () => own.stop && own.stop();
  const answer = await engine.run(["report", "resultaten", "--study", results.study.name, "--out", "verslag.html", "--language", language],
    new Map([...results.files, ...results.study.atPath]), own);
  if (answer.status !== 0) throw new Error(answer.error || answer.output);
  results.reports.set(language, answer.files.get("verslag.html"));
  return answer.files.get("verslag.html");
}

async function showReport() {
  const bytes = await busy(byID("making"), say("Het rapport wordt gemaakt", "The report is being made"), reportBytes);
  if (!bytes || !byID("frame")) return;
  const address = URL.createObjectURL(new Blob([bytes], {type: "text/html"}));
  byID("frame").replaceChildren(el("iframe", {src: address, title: say("Rapport", "Report")}));
}
