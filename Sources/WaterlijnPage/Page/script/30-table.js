// A table of a study: its text as it stands in the file, and its cells. Only rows that are edited are written anew.

/// The text of a file; null if it is no text.
function textOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return null;
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

class Table {
  /// - records: of each row its text without the line end, and its cells.
  constructor(text, delimiter = Table.delimiter(text)) {
    this.delimiter = delimiter;
    this.lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
    this.records = [];
    let [start, at, quoted, cell, cells] = [0, 0, false, "", []];
    const end = (stop) => {
      this.records.push({text: text.slice(start, stop), cells: [...cells, cell]});
      [cells, cell] = [[], ""];
    };
    while (at < text.length) {
      const character = text[at];
      if (quoted) {
        if (character !== "\"") cell += character;
        else if (text[at + 1] === "\"") { cell += character; at++; } else quoted = false;
      } else if (character === "\"" && cell === "") {
        quoted = true;
      } else if (character === this.delimiter) {
        cells.push(cell);
        cell = "";
      } else if (character === "\n" || character === "\r") {
        end(at);
        if (character === "\r" && text[at + 1] === "\n") at++;
        start = at + 1;
      } else {
        cell += character;
      }
      at++;
    }
    if (start < text.length) end(text.length);
    const head = this.records.findIndex((record) => record.cells.some((cell) => cell.trim() !== "")
      && !record.cells[0].startsWith("#") && !/^sep=/i.test(record.cells[0]));
    /// Position of the row of column names among the records.
    this.head = Math.max(0, head);
  }

  /// Another one with the same rows, which can be changed.
  get copy() { return Object.assign(Object.create(Table.prototype), this, {records: [...this.records]}); }

  static delimiter(text) {
    const line = text.split(/\r?\n/).find((line) => line.trim() !== "" && !line.startsWith("#")) || "";
    const named = /^sep=(.)/i.exec(line);
    if (named) return named[1];
    const count = (mark) => line.replace(/"[^"]*"/g, "").split(mark).length;
    return [";", ",", "\t"].reduce((best, mark) => count(mark) > count(best) ? mark : best);
  }

  get columns() { return (this.records[this.head] || {cells: []}).cells.map((name) => name.trim()); }

  /// Position of the column with one of these names; -1 if there is none.
  column(...names) { return this.columns.findIndex((name) => names.includes(name.toLowerCase())); }

  /// The records that are rows of the table: no blank ones, no comments.
  get rows() {
    return this.records.map((record, index) => ({record, index})).filter(({record, index}) => index > this.head
      && record.cells.some((cell) => cell.trim() !== "") && !record.cells[0].startsWith("#"));
  }

  /// Positions of the rows by what they are about.
  get keys() {
    const count = this.columns.filter((column) => keyColumns.has(column.toLowerCase())).length || 1;
    const seen = new Map();
    return new Map(this.rows.map(({record, index}) => {
      const key = record.cells.slice(0, count).map((cell) => cell.trim()).join(" / ");
      seen.set(key, (seen.get(key) || 0) + 1);
      return [key + (seen.get(key) > 1 ? ` (${seen.get(key)})` : ""), index];
    }));
  }

  cell(index, column) { return (this.records[index].cells[column] || "").trim(); }

  set(index, column, value) {
    const cells = [...this.records[index].cells];
    while (cells.length <= column) cells.push("");
    cells[column] = value;
    this.records[index] = this.record(cells);
  }

  insert(index, cells) { this.records.splice(index, 0, this.record(cells)); }

  remove(index) { this.records.splice(index, 1); }

  record(cells) {
    const written = cells.map((cell) => cell.includes(this.delimiter) || /["\r\n]/.test(cell)
      ? `"${cell.replaceAll("\"", "\"\"")}"` : cell);
    return {text: written.join(this.delimiter), cells};
  }

  /// UTF-8 with a mark that tells Excel so.
  get bytes() {
    const text = this.records.map((record) => record.text + this.lineEnd).join("");
    return new TextEncoder().encode("\ufeff" + text);
  }
}

/// Values of rows by the column names of a table in the program's own notation: comma and point.
function readRows(text) {
  const table = new Table(text);
  const columns = table.columns;
  return table.rows.map(({record}) => Object.fromEntries(columns.map((name, at) => [name, record.cells[at] || ""])));
}
