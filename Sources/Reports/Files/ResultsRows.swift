import Terms

/// Reads a table of results row by row; columns are found by name and may be in any order.
///
/// Rows are usually in the order of the study. Each cell with a code is therefore first compared with the code that was
/// last found in its column and the code that follows it; all codes are searched only if rows are in another order.
struct ResultsRows {
  /// The outcome of ``next()``.
  enum Step {
    case row, end
    /// Bytes that are not a row of the table.
    case damage
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let mark: UInt8
  private var place = 0
  /// Number of the current row; the header is row 1.
  private(set) var row = 1
  /// For each column of the table: the position of its key; the number of keys plus the position of its figure; or -1
  /// if the column is not requested.
  private var columns: [Int] = []

  /// The texts that each key may contain, concatenated as they are written, followed by the names of all columns.
  private var texts: [UInt8] = []
  /// The offset at which each text begins, followed by the end of the last one.
  private var starts = [0]
  /// The index of the first text of each key, then that of the first column name, then the number of texts.
  private var firsts = [0]
  /// For each key the index of the text that was last found.
  private var lasts: [Int]

  /// For each key the position of the row's text among the key's texts; -1 if it is not one of them.
  private(set) var found: [Int]
  /// The figures of the row; NaN if the table has no such column.
  private(set) var figures: [Double]
  /// Whether each figure in the row is a number.
  private(set) var areNumbers = true
  /// Positions of the figures for which the table has no column.
  private(set) var missing: [Int] = []
  /// The range of the last cell whose text is not one of its key's.
  private var other = 0..<0

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - keys: names of the columns that identify a row, with the texts that they may contain.
  ///   - figures: names of the columns that contain numbers.
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
      // Two columns with the same name are ambiguous.
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

  /// The text of the last cell that is not one of its key's, as written.
  var otherText: String { String(decoding: bytes[other], as: UTF8.self) }

  // MARK: Cells

  /// Reads a cell and returns the position of its text among the key's; -1 if it is not one of them.
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

  /// Skips the cell if it equals a text, and returns whether it does.
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

  /// Skips a cell, whatever its content.
  private mutating func skipCell() {
    let quote = UInt8(ascii: "\"")
    if place < bytes.count, bytes[place] == quote {
      place += 1
      // A quote within the text is doubled: it ends the text and starts it again.
      while place < bytes.count, bytes[place] != quote || (place + 1 < bytes.count && bytes[place + 1] == quote) {
        place += bytes[place] == quote ? 2 : 1
      }
    }
    while !isAtCellEnd { place += 1 }
  }

  /// Reads a cell that is a number with six decimals, as the nearest `Double`; nil if it is anything else.
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
    // All digits together are only exact as a `Double` below 2^53; beyond that, the whole part and the decimals are
    // each exact.
    let number =
      digits < 1 << 53
      ? Double(digits) / 1_000_000 : Double(digits / 1_000_000) + Double(digits % 1_000_000) / 1_000_000
    return isNegative ? -number : number
  }
}
