// The tables of a study, edited in place: each cell as in a spreadsheet, each message at its cell.

let tableName = null;
/// The cell that has the focus: its record and column.
let chosen = {row: 0, column: 0};

function openTable(name, row, column) {
  tableName = name;
  const table = study.table(name);
  const at = column ? table.columns.findIndex((each) => each === column.trim()) : 0;
  chosen = {row: row ? row - 1 : table.head + 1, column: Math.max(0, at)};
  go("tabellen", () => focusCell());
}

const cellAt = (row, column) => document.querySelector(`#grid td[data-row="${row}"][data-column="${column}"]`);

function focusCell() {
  const cell = cellAt(chosen.row, chosen.column) || document.querySelector("#grid td");
  if (cell) cell.focus();
}

shown.tabellen = () => {
  const names = study.tableNames;
  if (!names.includes(tableName)) tableName = names.includes("staffing.csv") ? "staffing.csv" : names[0];
  const table = study.table(tableName);
  // One cell can always be reached by keyboard.
  const rows = table.rows.map(({index}) => index);
  if (!rows.includes(chosen.row) || chosen.column >= table.columns.length) chosen = {row: rows[0] ?? 0, column: 0};
  return [el("section", {class: "top tables"}, el("h1", {}, say("Tabellen", "Tables")),
    el("div", {class: "row"},
      el("label", {for: "table"}, say("Tabel", "Table")),
      el("select", {id: "table", onchange: (event) => { tableName = event.target.value; chosen = {row: 0, column: 0}; show(); byID("table").focus(); }},
        names.map((name) => el("option", {value: name, selected: name === tableName}, name))),
      el("button", {id: "undo", disabled: study.done === 0, onclick: () => stepBack(true)}, say("Ongedaan maken", "Undo")),
      el("button", {id: "redo", disabled: study.done === study.edits.length, onclick: () => stepBack(false)}, say("Opnieuw", "Redo")),
      el("button", {id: "add", onclick: addRow}, say("Rij erbij", "Add a row")),
      el("button", {id: "drop-row", onclick: dropRow}, say("Rij weg", "Remove the row"))),
    el("p", {class: "note", id: "cell-note"}, tableHint()),
    el("div", {class: "scroll", tabindex: -1}, gridOf(table))),
  changesList()];
};

updated.tabellen = () => {
  for (const cell of document.querySelectorAll("#grid td.bad, #grid td.doubt")) {
    cell.classList.remove("bad", "doubt");
    cell.removeAttribute("aria-invalid");
  }
  for (const message of study.messages.filter(({file, row}) => file === tableName && row)) {
    const column = study.table(tableName).columns.indexOf((message.column || "").trim());
    const cell = cellAt(message.row - 1, Math.max(0, column));
    if (!cell || !["error", "doubt"].includes(message.kind)) continue;
    cell.classList.add(message.kind === "error" ? "bad" : "doubt");
    if (message.kind === "error") cell.setAttribute("aria-invalid", "true");
  }
  tellCell();
};

const tableHint = () => say("Pijltjes: naar een cel. Typen: vervangen. Enter of F2: wijzigen. Ctrl+V: een blok uit Excel plakken. Ctrl+Z: ongedaan maken.",
  "Arrows: to a cell. Typing: replace. Enter or F2: edit. Ctrl+V: paste a block of Excel. Ctrl+Z: undo.");

/// What the program says of the cell that has the focus.
function tellCell() {
  const place = byID("cell-note");
  if (!place) return;
  const column = study.table(tableName).columns[chosen.column];
  const found = study.messages.filter((message) => message.file === tableName && message.row === chosen.row + 1
    && (!message.column || message.column.trim() === column));
  place.replaceChildren(...(found.length ? found.map((message) => el("span", {class: message.kind}, `${message.problem} ${message.remedy}`)) : [tableHint()]));
}

function gridOf(table) {
  const columns = table.columns;
  const notes = columns.findIndex((name) => ["toelichting", "note"].includes(name));
  return el("table", {id: "grid", class: "grid", onkeydown: keyInGrid, oncopy: copyCell, onpaste: paste, "aria-label": tableName},
    el("thead", {}, el("tr", {}, el("th", {scope: "col"}, say("rij", "row")), columns.map((name) => el("th", {scope: "col"}, name)))),
    el("tbody", {}, table.rows.map(({index}) => el("tr", {}, el("th", {scope: "row"}, String(index + 1)),
      columns.map((name, column) => el("td", {
        tabindex: index === chosen.row && column === chosen.column ? 0 : -1, "data-row": index, "data-column": column,
        class: column === notes ? "wide" : undefined,
        onfocus: (event) => choose(event.target), ondblclick: (event) => editCell(event.target),
      }, table.cell(index, column)))))));
}

function choose(cell) {
  const before = cellAt(chosen.row, chosen.column);
  if (before) before.tabIndex = -1;
  chosen = {row: Number(cell.dataset.row), column: Number(cell.dataset.column)};
  cell.tabIndex = 0;
  tellCell();
}

function move(down, right) {
  const rows = study.table(tableName).rows.map(({index}) => index);
  const at = rows.indexOf(chosen.row);
  const row = rows[Math.max(0, Math.min(rows.length - 1, at + down))];
  const column = Math.max(0, Math.min(study.table(tableName).columns.length - 1, chosen.column + right));
  const cell = cellAt(row, column);
  if (cell) cell.focus();
}

function keyInGrid(event) {
  const cell = event.target.closest("td");
  if (!cell || event.target.tagName === "INPUT") return;
  const moves = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-15, 0], PageDown: [15, 0], Home: [0, -99], End: [0, 99]};
  if ((event.ctrlKey || event.metaKey) && ["z", "y"].includes(event.key.toLowerCase())) {
    event.preventDefault();
    stepBack(event.key.toLowerCase() === "z" && !event.shiftKey);
  } else if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  } else if (moves[event.key]) {
    event.preventDefault();
    move(...moves[event.key]);
  } else if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    editCell(cell);
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    setCells([[""]]);
  } else if (event.key.length === 1) {
    event.preventDefault();
    editCell(cell, event.key);
  }
}

/// Lets a cell be typed in: Enter and Tab keep, Escape leaves it as it was.
function editCell(cell, typed) {
  cell.focus();
  const before = cell.textContent;
  let isOver = false;
  const end = (isKept, down, right) => {
    if (isOver) return;
    isOver = true;
    cell.replaceChildren(before);
    if (isKept && input.value !== before) setCells([[input.value]]);
    else focusCell();
    if (down || right) move(down, right);
  };
  const input = el("input", {
    value: typed === undefined ? before : typed, "aria-label": study.table(tableName).columns[chosen.column], spellcheck: "false",
    onkeydown: (event) => {
      event.stopPropagation();
      if (event.key === "Enter") { event.preventDefault(); end(true, 1, 0); }
      if (event.key === "Tab") { event.preventDefault(); end(true, 0, event.shiftKey ? -1 : 1); }
      if (event.key === "Escape") { event.preventDefault(); end(false, 0, 0); }
    },
    onblur: () => end(true, 0, 0),
    onpaste: (event) => event.stopPropagation(),
  });
  cell.replaceChildren(input);
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}

/// Puts a block of texts into the cells from the chosen one on; rows that are lacking are added.
function setCells(block) {
  const at = {...chosen};
  study.edit(tableName, "", (table) => {
    let row = at.row;
    for (const texts of block) {
      while (row < table.records.length && !table.rows.some(({index}) => index === row)) row++;
      if (row >= table.records.length) table.insert(table.records.length, table.columns.map(() => ""));
      texts.forEach((text, index) => { if (at.column + index < table.columns.length) table.set(row, at.column + index, text); });
      row++;
    }
  });
  redrawGrid();
}

/// Draws the cells anew, and leaves the reader where they were.
function redrawGrid() {
  const scroll = document.querySelector(".tables .scroll");
  const place = scroll ? [scroll.scrollLeft, scroll.scrollTop, scrollX, scrollY] : [0, 0, 0, 0];
  show();
  const now = document.querySelector(".tables .scroll");
  now.scrollLeft = place[0];
  now.scrollTop = place[1];
  scrollTo(place[2], place[3]);
  const cell = cellAt(chosen.row, chosen.column);
  if (cell) cell.focus({preventScroll: true});
}

function copyCell(event) {
  if (event.target.tagName === "INPUT") return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", study.table(tableName).cell(chosen.row, chosen.column));
}

function paste(event) {
  if (event.target.tagName === "INPUT") return;
  event.preventDefault();
  // As spreadsheets copy: tabs between cells, quotes around a cell of several lines.
  setCells(new Table(event.clipboardData.getData("text/plain"), "\t").records.map(({cells}) => cells));
  announce(say("Geplakt", "Pasted"));
}

function stepBack(isBack) {
  const edit = isBack ? study.undo() : study.redo();
  if (!edit) return;
  if (edit.name !== tableName) { tableName = edit.name; chosen = {row: 0, column: 0}; }
  redrawGrid();
  announce(isBack ? say("Ongedaan gemaakt", "Undone") : say("Opnieuw gedaan", "Done again"));
}

/// A row after the chosen one, with its first cell.
function addRow() {
  const at = chosen.row;
  study.edit(tableName, "", (table) => {
    const cells = table.columns.map(() => "");
    cells[0] = table.records[at] && at > table.head ? table.records[at].cells[0] : "?";
    table.insert(Math.max(at, table.head) + 1, cells);
  });
  chosen = {row: Math.max(at, study.table(tableName).head) + 1, column: 0};
  redrawGrid();
}

function dropRow() {
  const table = study.table(tableName);
  if (!table.rows.some(({index}) => index === chosen.row)) return;
  study.edit(tableName, "", (changed) => changed.remove(chosen.row));
  redrawGrid();
}

/// What a new row says, cell by cell.
function cellsText({name, cells}) {
  const columns = study.table(name).columns;
  return cells.map((cell, at) => cell.trim() === "" || at < 2 ? "" : `${columns[at]} ${cell}`).filter(Boolean).join(", ");
}

/// Every change since the study was opened.
function changesList() {
  const changes = study.changes;
  if (!changes.length) return "";
  const shownChanges = changes.slice(0, 200);
  return el("section", {}, el("h2", {}, say(`Wat er veranderd is (${changes.length})`, `What has changed (${changes.length})`)),
    scrolling(say("Wat er veranderd is", "What has changed"), el("table", {class: "changes"},
      el("thead", {}, el("tr", {}, [say("waar", "where"), say("kolom", "column"), say("was", "was"), say("is nu", "is now")].map((name) => el("th", {scope: "col"}, name)))),
      el("tbody", {}, shownChanges.map((change) => el("tr", {}, el("th", {scope: "row"}, `${change.name}: ${change.key}`), el("td", {}, change.column || ""),
        el("td", {}, change.before || ""), el("td", {}, change.kind === "added" ? `${change.after}: ${cellsText(change)}` : change.after)))))),
    el("button", {onclick: () => {
      study.edits.splice(study.done);
      for (const [name, bytes] of study.given) {
        if (sameBytes(study.files.get(name), bytes)) continue;
        study.edits.push({name, label: "", before: study.files.get(name), after: bytes});
        study.done++;
        study.put(name, bytes);
      }
      show();
      announce(say("Alles is terug zoals het was; Ongedaan maken haalt het tabel voor tabel weer terug.", "Everything is as it was; Undo brings it back table by table."));
    }}, say("Alles terug naar zoals het was", "Everything back to as it was")));
}
