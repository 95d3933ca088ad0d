import Terms

/// Walks through the rows of a table of results: columns by their names, in whatever order they stand.
///
/// Rows mostly come in the order of the study. So each cell with a code is first held against the code of the row before
/// and the one after that: only the first time, or where rows stand in another order, is it looked for.
struct ResultsRows {
  /// What ``next()`` found.
  enum Step {
    case row, end
    /// Bytes that are no row of the table.
    case damage
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let mark: UInt8
  private var place = 0
  /// The one that is read, from 1, the header.
  private(set) var row = 1
  /// Of each column: the position of a key; or that of a figure, after all keys; or -1 for what nobody asks for.
  private var columns: [Int] = []

  /// The texts that each key may hold, one after the other as they are written, and then the names of all columns.
  private var texts: [UInt8] = []
  /// Where each text begins, and where the last one ends.
  private var starts = [0]
  /// Of each key, and of the names: the first of its texts; and how many there are in all.
  private var firsts = [0]
  /// Of each key: the text that was found last.
  private var lasts: [Int]

  /// Of the row, by key: the position of its text, or -1 where it is another one.
  private(set) var found: [Int]
  /// Of the row, by figure; not a number where the table has no such column.
  private(set) var figures: [Double]
  /// Whether each figure of the row was a number.
  private(set) var areNumbers = true
  /// Positions of the figures of which the table has no column.
  private(set) var missing: [Int] = []
  /// Where the last text stands that was none of its key's.
  private var other = 0..<0

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - keys: names of the columns that say what a row is of, with the texts that they may hold.
  ///   - figures: names of the columns that hold numbers.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ locale: CSVLocale, keys: [(name: String, texts: [String])],
    figures: [String]
  ) {
    self.bytes = bytes
    separator = locale.separator
    mark = locale.numbers.decimalMark
    found = keys.map { _ in -1 }
    self.figures = figures.map { _ in .nan }
    lasts = []
    for group in keys.map({ $0.texts }) + [keys.map { $0.name } + figures] {
      for text in group {
        texts += locale.cell(text)
        starts.append(texts.count)
      }
      firsts.append(starts.count - 1)
    }
    lasts = Array(firsts.prefix(keys.count))
    readHeader()
  }

  var byteCount: Int { bytes.count }

  /// Whether there is a header with every key. Without it there are no rows either.
  var hasHeader: Bool { !columns.isEmpty }

  private mutating func readHeader() {
    let keyCount = lasts.count
    let names = firsts[keyCount]..<firsts[keyCount + 1]
    var columns: [Int] = []
    var isLast = false
    while !isLast {
      var name = -1
      for text in names where name < 0 && skip(text) { name = text - names.lowerBound }
      if name < 0 { skipCell() }
      // Of two columns with one name nobody knows which one is meant.
      guard place < bytes.count, name < 0 || !columns.contains(name) else { return }
      columns.append(name)
      isLast = bytes[place] == 0x0a
      place += 1
    }
    guard (0..<keyCount).allSatisfy(columns.contains) else { return }
    self.columns = columns
    missing = figures.indices.filter { !columns.contains(keyCount + $0) }
    row += 1
  }

  // MARK: Rows

  /// Reads the next row, if there is one.
  mutating func next() -> Step {
    guard hasHeader else { return .damage }
    if isStarted { row += 1 }
    isStarted = true
    guard place < bytes.count else { return .end }
    areNumbers = true
    let keyCount = lasts.count
    let lastColumn = columns.count - 1
    for position in 0...lastColumn {
      let column = columns[position]
      if column >= keyCount {
        let start = place
        if let number = number() {
          figures[column - keyCount] = number
        } else {
          areNumbers = false
          place = start
          skipCell()
        }
      } else if column >= 0 {
        found[column] = readKey(column)
      } else {
        skipCell()
      }
      guard place < bytes.count, bytes[place] == (position < lastColumn ? separator : 0x0a) else { return .damage }
      place += 1
    }
    return .row
  }

  private var isStarted = false

  /// The last text that was none of its key's, as it is written.
  var otherText: String { String(decoding: bytes[other], as: UTF8.self) }

  // MARK: Cells

  /// The position of the cell's text; -1 where it is none of the key's.
  private mutating func readKey(_ key: Int) -> Int {
    let (first, end) = (firsts[key], firsts[key + 1])
    if first < end {
      var text = lasts[key]
      if skip(text) { return text - first }
      text = text + 1 < end ? text + 1 : first
      if skip(text) {
        lasts[key] = text
        return text - first
      }
      for text in first..<end where skip(text) {
        lasts[key] = text
        return text - first
      }
    }
    let start = place
    skipCell()
    other = start..<place
    return -1
  }

  private var isAtCellEnd: Bool { place == bytes.count || bytes[place] == separator || bytes[place] == 0x0a }

  /// Whether the cell is a text; then it is passed over.
  private mutating func skip(_ text: Int) -> Bool {
    let (start, end) = (starts[text], starts[text + 1])
    let after = place + end - start
    guard after < bytes.count, bytes[after] == separator || bytes[after] == 0x0a else { return false }
    // Codes differ most at their ends.
    var index = end - 1
    while index >= start {
      guard bytes[place + index - start] == texts[index] else { return false }
      index -= 1
    }
    place = after
    return true
  }

  /// Passes over a cell, whatever it is.
  private mutating func skipCell() {
    let quote = UInt8(ascii: "\"")
    if place < bytes.count, bytes[place] == quote {
      place += 1
      // A quote within is written twice: it ends the text and begins it anew.
      while place < bytes.count, bytes[place] != quote || (place + 1 < bytes.count && bytes[place + 1] == quote) {
        place += bytes[place] == quote ? 2 : 1
      }
    }
    while !isAtCellEnd { place += 1 }
  }

  /// A number with its six decimals, which ends the cell: the nearest one that there is.
  private mutating func number() -> Double? {
    var place = place
    let count = bytes.count
    let isNegative = place < count && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var digits: UInt64 = 0
    let first = place
    while place < count, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      digits = digits &* 10 &+ UInt64(digit)
      place += 1
    }
    // No simulation produces more than thirteen digits.
    guard place > first, place - first <= 13, count - place >= 7, bytes[place] == mark else { return nil }
    for index in place + 1...place + 6 {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      digits = digits &* 10 &+ UInt64(digit)
    }
    self.place = place + 7
    guard isAtCellEnd else { return nil }
    // All of the digits are a number only as far as 2^53; beyond, the whole and the rest each are.
    let number =
      digits < 1 << 53
      ? Double(digits) / 1_000_000 : Double(digits / 1_000_000) + Double(digits % 1_000_000) / 1_000_000
    return isNegative ? -number : number
  }
}
