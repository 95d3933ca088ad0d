// Runs, and what their tables say.

/// The task that computes; null if none does.
let computing = null;

/// Runs the study on as many threads as there are: each does a part of the draws, and the parts are merged to the bytes of
/// one run.
async function compute(draws) {
  const [task, computed] = [{progress: () => {}}, study];
  computing = task;
  const words = ["run", computed.name, "--draws", String(draws), ...(onlyRegion() ? ["--region", onlyRegion()] : []), "--language", language];
  const started = performance.now();
  await engine.start();
  const parts = Math.min(engine.most, Math.floor(draws / 2000));
  let answer;
  if (parts >= 2) {
    const shares = new Array(parts).fill(0);
    const stops = [];
    const answers = await Promise.all(shares.map((_, part) => {
      const own = {progress: (text) => {
        const found = /(\d+) %/.exec(text);
        if (!found) return;
        shares[part] = Number(found[1]);
        task.show && task.show(shares.reduce((a, b) => a + b) / parts);
      }};
      stops.push(own);
      task.stop = () => { task.isStopped = true; for (const each of stops) if (each.stop) each.stop(); };
      return engine.run([...words, "--part", `${part + 1}/${parts}`, "--out", "delen"], computed.atPath, own);
    }));
    const failed = answers.find(({status}) => status !== 0);
    if (failed) answer = failed;
    else {
      const pieces = new Map(answers.flatMap(({files}) => [...files]));
      answer = await engine.run(["merge", "delen", "--out", "resultaten", "--language", language], pieces, task);
    }
  } else {
    task.progress = (text) => { const found = /(\d+) %/.exec(text); if (found && task.show) task.show(Number(found[1])); };
    answer = await engine.run([...words, "--out", "resultaten"], computed.atPath, task);
  }
  if (computing === task) computing = null;
  if (answer.status !== 0) throw new Error(answer.error || answer.output);
  const files = new Map([...answer.files].filter(([path]) => path.startsWith("resultaten/")));
  return new Results(computed, files, answer.output, ["waterlijn", ...words, "--out", "resultaten"].join(" "),
    (performance.now() - started) / 1000);
}

/// A text as the program writes it in a table: a spreadsheet shall not take it for a formula.
function writtenCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[,"\n\r]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
}

class Results {
  /// - files: by path, all in `resultaten/`.
  constructor(study, files, overview, line, seconds) {
    Object.assign(this, {study, files, overview, line, seconds, texts: new Map(), reports: new Map()});
    this.state = study.done;
    this.manifest = JSON.parse(this.text("manifest.json"));
  }

  text(name) {
    if (!this.texts.has(name)) this.texts.set(name, new TextDecoder().decode(this.files.get(`resultaten/${name}`)));
    return this.texts.get(name);
  }

  /// The rows of a table that begin with some cells; the cells after those are names of the program's own, and numbers.
  rows(name, ...cells) {
    const text = this.text(name);
    const begin = "\n" + cells.map(writtenCell).join(",") + ",";
    const head = text.slice(0, text.indexOf("\n")).split(",").slice(cells.length);
    const found = [];
    for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
      const end = text.indexOf("\n", at + 1);
      const values = text.slice(at + begin.length, end < 0 ? undefined : end).split(",");
      found.push(Object.fromEntries(head.map((column, index) => [column, isNaN(Number(values[index])) ? values[index] : Number(values[index])])));
    }
    return found;
  }

  /// What an amount is in a year, `total` or `end`.
  amount(scenario, region, year, quantity) {
    return this.rows("summary.csv", scenario, region, year, quantity)[0];
  }

  /// The same by year.
  years(scenario, region, quantity) {
    const found = [];
    for (let year = this.manifest.first_year; year <= this.manifest.last_year; year++) found.push(this.amount(scenario, region, String(year), quantity));
    return found;
  }

  has(place) { return this.places.includes(place); }

  get places() { return [...(this.manifest.all_regions ? ["NL"] : []), ...this.manifest.regions]; }

  /// Whether the study has been changed since.
  get isOld() { return study !== this.study || study.done !== this.state; }
}

/// The figures that came with a page for one region: of the country and of that region, as they were when the page was
/// made. Null if there are none.
let givenResults = null;

async function readGivenResults() {
  const element = document.querySelector("script.national");
  if (!element) return;
  const files = await readZip(fromBase64(element.textContent));
  givenResults = new Results(study, files, "", "", 0);
  givenResults.manifest.regions = [onlyRegion()];
  if (view === "uitkomsten") show();
}

/// What there is of a place: its own run, or the figures that came with the page.
const resultsOf = (place) => results && results.study === study && results.has(place) ? results : givenResults && onlyRegion() && givenResults.has(place) ? givenResults : null;
