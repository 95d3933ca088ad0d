// The study that is open: its files, every edit since it was opened, and what the program says of it.

const sameBytes = (a, b) => a === b || Boolean(a && b) && a.length === b.length && a.every((byte, at) => byte === b[at]);

class Study {
  /// - files: by name within the study's folder.
  /// - given: as they were before any change.
  constructor(name, files, given) {
    this.name = name;
    this.given = new Map(given);
    this.files = new Map(files);
    /// Edits in order, each a file with its bytes before and after; `done` of them are in force.
    this.edits = [];
    this.done = 0;
    this.tables = new Map();
    this.messages = [];
    this.checkText = "";
    this.isChecked = false;
    this.isComputable = false;
  }

  /// The table in a file; null if there is none.
  table(name) {
    if (!this.tables.has(name)) {
      const bytes = this.files.get(name);
      const text = bytes ? textOf(bytes) : null;
      this.tables.set(name, text === null ? null : new Table(text.replace(/^\ufeff/, "")));
    }
    return this.tables.get(name);
  }

  get tableNames() { return [...this.files.keys()].filter((name) => name.toLowerCase().endsWith(".csv")).sort(); }

  /// Changes a table by a function of it, as one edit that can be undone.
  edit(name, label, change) {
    const before = this.files.get(name);
    const table = new Table(textOf(before).replace(/^\ufeff/, ""));
    change(table);
    this.replace(name, label, table.bytes);
  }

  /// Puts other bytes in the place of a file, or a new file, as one edit that can be undone.
  replace(name, label, after) {
    const before = this.files.get(name);
    if (sameBytes(before, after)) return;
    this.edits.splice(this.done);
    this.edits.push({name, label, before, after});
    this.done++;
    this.put(name, after);
  }

  put(name, bytes) {
    if (bytes) this.files.set(name, bytes); else this.files.delete(name);
    this.tables.delete(name);
    changed();
  }

  undo() {
    if (this.done === 0) return null;
    const edit = this.edits[--this.done];
    this.put(edit.name, edit.before);
    return edit;
  }

  redo() {
    if (this.done === this.edits.length) return null;
    const edit = this.edits[this.done++];
    this.put(edit.name, edit.after);
    return edit;
  }

  /// The files as a command gets them.
  get atPath() { return new Map([...this.files].map(([name, bytes]) => [`${this.name}/${name}`, bytes])); }

  /// Codes and names of a table's rows.
  codes(file, ...columns) {
    const table = this.table(file);
    if (!table) return [];
    const [code, name] = [table.column(...columns), table.column("naam", "name")];
    if (code < 0) return [];
    return table.rows.map(({index}) => ({code: table.cell(index, code), name: name < 0 ? "" : table.cell(index, name)}))
      .filter(({code}) => code !== "" && code !== "*");
  }

  get regions() { return this.codes("regions.csv", "regio", "region"); }
  get scenarios() { return this.codes("scenarios.csv", "scenario"); }

  setting(...names) {
    const table = this.table("settings.csv");
    if (!table) return "";
    const [key, value] = [table.column("instelling", "setting"), table.column("waarde", "value")];
    const row = table.rows.find(({index}) => names.includes(table.cell(index, key).toLowerCase()));
    return row ? table.cell(row.index, value) : "";
  }

  get title() { return this.setting("titel", "title") || this.name; }

  /// Everything that is not what it was: cells by table, row and column with old and new; rows that came and went, whose
  /// `cells` they are.
  get changes() {
    const found = [];
    for (const name of this.tableNames) {
      if (sameBytes(this.given.get(name), this.files.get(name))) continue;
      const [old, now] = [this.given.get(name), this.files.get(name)].map((bytes) => new Table(textOf(bytes || new Uint8Array()).replace(/^\ufeff/, "")));
      const [oldRows, rows] = [old.keys, now.keys];
      for (const [key, index] of rows) {
        if (!oldRows.has(key)) { found.push({name, key, kind: "added", cells: now.records[index].cells, after: say("rij erbij", "row added")}); continue; }
        now.columns.forEach((column, at) => {
          const was = old.columns.indexOf(column);
          const [before, after] = [was < 0 ? "" : old.cell(oldRows.get(key), was), now.cell(index, at)];
          if (before !== after) found.push({name, key, kind: "cell", column, before, after});
        });
      }
      for (const [key, index] of oldRows) if (!rows.has(key)) found.push({name, key, kind: "removed", cells: old.records[index].cells, before: say("rij", "row"), after: say("weg", "gone")});
    }
    return found;
  }

  /// Does changes that someone else made; throws if one does not fit.
  apply(changes) {
    const names = new Set(changes.map(({name}) => name));
    for (const name of names) {
      if (!this.files.has(name)) throw new Error(say(`de tabel ${name} is er niet`, `there is no table ${name}`));
      this.edit(name, "", (table) => {
        for (const {key, kind, column, after, cells} of changes.filter((change) => change.name === name)) {
          const row = table.keys.get(key);
          if (kind === "added") table.insert(table.records.length, cells);
          else if (row === undefined) throw new Error(say(`${name}: de rij ${key} is er niet`, `${name}: there is no row ${key}`));
          else if (kind === "removed") table.remove(row);
          else if (table.columns.includes(column)) table.set(row, table.columns.indexOf(column), after);
          else throw new Error(say(`${name}: de kolom ${column} is er niet`, `${name}: there is no column ${column}`));
        }
      });
    }
  }
}

/// Columns that say what a row is about.
const keyColumns = new Set(["regio", "region", "functie", "function", "voorziening", "provision", "niveau", "level", "instelling",
  "setting", "scenario", "maatregel", "measure", "onderdeel", "item", "factor_op", "applies_to", "post", "one_off", "middelen", "fund", "jaar",
  "year", "variabele", "variable", "factor", "tabel", "table", "kolom", "column"]);

/// What is open; null before.
let study = null;
/// The outcome of the last run.
let results = null;
let checking = null;
let checkTimer = 0;

/// After every edit: keeps the study in this browser, and checks it.
function changed() {
  study.isChecked = false;
  clearTimeout(checkTimer);
  checkTimer = setTimeout(check, 120);
  keep();
}

/// Has the program check the study; the newest state counts.
async function check() {
  if (checking && checking.stop) checking.stop();
  const [task, checked] = [{}, study];
  checking = task;
  try {
    const answer = await engine.run(["check", checked.name, "--out", "uit", "--language", language], checked.atPath, task);
    if (study !== checked || checking !== task) return;
    const table = answer.files.get("uit/messages.csv");
    checked.messages = table ? readRows(new TextDecoder().decode(table)).map((row) => ({...row, row: Number(row.row) || 0})) : [];
    checked.checkText = answer.output + answer.error;
    checked.isComputable = answer.status === 0;
    checked.isChecked = true;
  } catch (error) {
    if (error instanceof Stopped) return;
    checked.checkText = engine.obstacle || error.message;
  }
  showState();
}

/// The most studies that this browser keeps.
const mostKept = 5;
const keptKey = "waterlijn.study.";

/// Keeps the study in this browser, as it is and as it was, if that is allowed. Each that was opened and changed is kept by
/// itself: whoever begins anew loses nothing; the oldest make room.
function keep() {
  const packed = (files) => [...files].map(([name, bytes]) => [name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))]);
  try {
    if (study.done > 0 || study.isOwn) {
      // From here on, also when every change is undone again.
      study.isOwn = true;
      const text = JSON.stringify({name: study.name, when: new Date().toISOString(), region: myRegion, files: packed(study.files), given: packed(study.given)});
      const own = keptKey + study.id;
      const others = keptIDs().filter((id) => id !== study.id);
      for (const id of others.slice(mostKept - 1)) localStorage.removeItem(keptKey + id);
      for (let left = others.slice(0, mostKept - 1); ; left.pop()) {
        try {
          localStorage.setItem(own, text);
          break;
        } catch (error) {
          if (!left.length) throw error;
          localStorage.removeItem(keptKey + left[left.length - 1]);
        }
      }
      // Nothing of this study yet: only whether it could be.
    } else void localStorage.length;
    keep.failed = false;
  } catch {
    keep.failed = true;
  }
}

/// The marks of what is kept, the newest first: each begins with the time at which it was opened.
const keptIDs = () => Object.keys(localStorage).filter((key) => key.startsWith(keptKey)).map((key) => key.slice(keptKey.length)).sort().reverse();

/// The studies that were kept, the newest first; none if there are none.
function kept() {
  const unpacked = (files) => new Map(files.map(([file, text]) => [file, fromBase64(text)]));
  try {
    return keptIDs().flatMap((id) => {
      try {
        const {name, when, region, files, given} = JSON.parse(localStorage.getItem(keptKey + id));
        return [{id, name, region, when: new Date(when), files: unpacked(files), given: unpacked(given)}];
      } catch { return []; }
    }).sort((a, b) => b.when - a.when);
  } catch {
    return [];
  }
}

/// Opens files by path as a study: those beside its settings.csv.
function openFiles(name, files) {
  const settings = [...files.keys()].filter((path) => /(^|\/)settings\.csv$/i.test(path)).sort((a, b) => a.split("/").length - b.split("/").length)[0];
  if (settings === undefined) {
    throw new Error(say("hier staat geen studie in: settings.csv ontbreekt. Kies de map met de CSV-bestanden van de studie.",
      "there is no study in it: settings.csv is missing. Choose the folder with the CSV files of the study."));
  }
  const folder = settings.slice(0, settings.length - "settings.csv".length);
  const own = new Map([...files].filter(([path]) => path.startsWith(folder) && !path.slice(folder.length).includes("/"))
    .map(([path, bytes]) => [path.slice(folder.length), bytes]));
  open(folder.replace(/\/$/, "").split("/").pop() || name, own, own, true);
}

/// - isOwn: whether it is someone's own, kept from the start; what is in this page is kept once it is changed.
/// - id: under which it is kept; null for a new one.
function open(name, files, given = files, isOwn = false, id = null) {
  study = new Study(name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+/, "") || "studie", files, given);
  study.isOwn = isOwn;
  study.id = id || `${new Date().toISOString()}.${Math.random().toString(36).slice(2, 8)}`;
  results = null;
  changed();
}

/// Goes on with a study that was kept.
function goOn({id, name, region, files, given}) {
  open(name, files, given, true, id);
  myRegion = region || "";
  if (myRegion) shownPlace = myRegion;
  go(myRegion ? "regio" : "controle");
}

/// The studies inside this page.
const included = (name) => readZip(fromBase64(document.querySelector(`script.study[data-name="${CSS.escape(name)}"]`).textContent));

const includedNames = () => [...document.querySelectorAll("script.study")].map((element) => element.dataset.name);

/// The study that this page was made for; null for the page with examples.
const givenStudy = () => document.querySelector("script.study.given");

/// The region that this page was made for: it holds no figures of others, so that only this one can be computed. Empty for
/// all of them.
const onlyRegion = () => (givenStudy() && study && study.name === givenStudy().dataset.name && givenStudy().dataset.region) || "";
