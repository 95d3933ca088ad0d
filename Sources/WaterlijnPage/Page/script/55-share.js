// Changes as a link or a file, and what regions sent back.

const toBase64URL = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const fromBase64URL = (text) => fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));

/// The most characters that mail programs and address bars keep whole.
const longestLink = 2000;

/// What tells a study from another: its tables as they were opened.
async function fingerprint() {
  const parts = [...study.given].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([name, bytes]) => [name, "\n", bytes, "\n"]);
  const digest = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
  return Array.from(new Uint8Array(digest).slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

let programVersion = "";

/// The version of the program in this page.
async function version() {
  if (!programVersion) programVersion = (await engine.run(["--version"], new Map())).output.replace(/^waterlijn\s*/, "").trim();
  return programVersion;
}

/// The changes since the study was opened, as the fragment of a link.
async function sharedText() {
  const content = {study: study.name, print: await fingerprint(), version: await version().catch(() => ""),
    changes: study.changes.map(({name, key, kind, column, after, cells}) => kind === "cell" ? [name, key, column, after] : [name, key, cells, kind === "added" ? 1 : 0])};
  const packed = await through(new TextEncoder().encode(JSON.stringify(content)), new CompressionStream("deflate-raw"));
  return `#w=${toBase64URL(packed)}`;
}

/// Does the changes of a link on the study that is open, if it is the one that they were made on.
async function takeShared(text) {
  const found = /#w=([\w-]+)/.exec(text);
  if (!found) throw new Error(say("dit is geen koppeling van Waterlijn", "this is no link of Waterlijn"));
  let content;
  try {
    content = JSON.parse(new TextDecoder().decode(await through(fromBase64URL(found[1]), new DecompressionStream("deflate-raw"))));
  } catch {
    throw new Error(say("de koppeling is niet heel: is hij afgebroken?", "the link is not whole: was it cut off?"));
  }
  if (content.print !== await fingerprint()) {
    throw new Error(say(`deze wijzigingen horen bij een andere versie van de studie "${content.study}" dan hier open is ("${study.name}")`,
      `these changes belong to another version of the study "${content.study}" than is open here ("${study.name}")`));
  }
  study.apply(content.changes.map(([name, key, third, fourth]) => Array.isArray(third)
    ? {name, key, kind: fourth ? "added" : "removed", cells: third} : {name, key, kind: "cell", column: third, after: fourth}));
  return content.changes.length;
}

/// What a region has sent back: the content of its archive; null if this is something else.
function reportOf(files) {
  const about = [...files.keys()].find((path) => /(^|\/)opgave\.csv$/.test(path));
  if (!about) return null;
  const folder = about.slice(0, about.length - "opgave.csv".length);
  const facts = Object.fromEntries(readRows(textOf(files.get(about)).replace(/^\ufeff/, "")).map((row) => [row.wat, row.waarde]));
  const tables = new Map([...files].filter(([path]) => path.startsWith(folder) && path !== about).map(([path, bytes]) => [path.slice(folder.length), bytes]));
  return {region: facts.regio, who: facts["ingevuld door"] || "", saved: facts.opgeslagen || facts.datum || "", remark: facts.opmerking || "", tables};
}

/// Puts what regions sent back into the study: of several of one region the newest. Tells what was taken, line by line.
function takeReports(reports) {
  const told = [];
  for (const region of [...new Set(reports.map((report) => report.region))]) {
    const all = reports.filter((report) => report.region === region).sort((a, b) => a.saved < b.saved ? 1 : -1);
    const [newest] = all;
    if (!study.regions.some(({code}) => code === region)) { told.push(say(`${region}: deze studie kent die regio niet`, `${region}: this study has no such region`)); continue; }
    for (const [name, bytes] of newest.tables) {
      if (!study.files.has(name)) { told.push(say(`${region}: de studie heeft geen tabel ${name}`, `${region}: the study has no table ${name}`)); continue; }
      const sent = new Table(textOf(bytes).replace(/^\ufeff/, ""));
      study.edit(name, "", (table) => {
        for (const {index} of table.rows.filter(({index}) => table.cell(index, 0) === region).reverse()) table.remove(index);
        for (const {record} of sent.rows.filter(({index}) => sent.cell(index, 0) === region)) {
          table.insert(table.records.length, table.columns.map((column) => { const at = sent.columns.indexOf(column); return at < 0 ? "" : record.cells[at] || ""; }));
        }
      });
    }
    const when = newest.saved.replace("T", " ").slice(0, 16);
    told.push(say(`${placeName(region)}: overgenomen, van ${newest.who || "onbekend"}, ${when}${all.length > 1 ? ` (de nieuwste van ${all.length})` : ""}`,
      `${placeName(region)}: taken over, of ${newest.who || "unknown"}, ${when}${all.length > 1 ? ` (the newest of ${all.length})` : ""}`));
  }
  return told;
}
