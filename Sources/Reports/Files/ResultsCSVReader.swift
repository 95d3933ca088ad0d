import CostEngine
import Terms

/// Reads the tables of a results folder back as ``ResultsCSV`` wrote them, or as another version did: with the amounts,
/// cost lines and statistics that they have, in whatever order. What this version does not know is passed over.
///
/// Of all that is there, every scenario, region and year must be there, once; every number has six decimals. What the
/// tables do not hold (how precise percentiles are) is nil.
public struct ResultsCSVReader {
  /// A table whose bytes are not what was written.
  public struct Damage: Error, Equatable, Sendable {
    /// Name of the table's file.
    public var file: String
    /// Number of the row; the header is row 1. If rows are missing, it is the one after the last.
    public var row: Int
  }

  let outline: ResultsOutline
  var results: Results
  private var gaps = ResultsGaps()
  /// ``ResultsGaps/unknownLines``, in no order.
  private var unknownLines: Set<String> = []

  /// The results that tables tell, and what they do not tell.
  ///
  /// - Parameter items: nil if there is no items.csv.
  public static func read(
    _ outline: ResultsOutline, summary: [UInt8], lines: [UInt8], pairs: [UInt8], items: [UInt8]? = nil
  ) throws(Damage) -> (results: Results, gaps: ResultsGaps) {
    var reader = try ResultsCSVReader(outline, summary: summary, lines: lines)
    let keys: [(name: String, texts: [String])] = [
      ("scenario_a", outline.scenarios), ("scenario_b", outline.scenarios), ("region", outline.regions),
    ]
    try reader.read(
      "pairs.csv", pairs, keys: keys, figures: ResultsColumn.allCases.map { $0.id }
    ) { reader, rows in reader.readPairs(&rows) }
    if let items { try reader.readItems(items) }
    return (reader.results, reader.gaps)
  }

  /// The same without pairs of scenarios.
  public static func read(
    _ outline: ResultsOutline, summary: [UInt8], lines: [UInt8]
  ) throws(Damage) -> (results: Results, gaps: ResultsGaps) {
    let reader = try ResultsCSVReader(outline, summary: summary, lines: lines)
    return (reader.results, reader.gaps)
  }

  private init(_ outline: ResultsOutline, summary: [UInt8], lines: [UInt8]) throws(Damage) {
    self.outline = outline
    results = Results(
      selection: outline.selection, years: outline.years, draws: outline.draws,
      includesNational: outline.includesNational, summaries: [], presentValues: [], endStates: [], lineMeans: [],
      comparisons: [])
    let keys: [(name: String, texts: [String])] = [
      ("scenario", outline.scenarios), ("region", outline.regions),
      ("year", outline.yearTexts + [ResultsCSV.endYear]),
    ]
    let amounts = ReportedQuantity.allCases.map { $0.id } + Payer.allCases.map { $0.quantityID }
    try read(
      "summary.csv", summary, keys: keys + [("quantity", amounts)], figures: ResultsColumn.summary.map { $0.id }
    ) { reader, rows in reader.readSummary(&rows) }
    try read(
      "lines.csv", lines, keys: keys + [("line", CostLine.allCases.map { $0.id })], figures: ["mean"]
    ) { reader, rows in reader.readLines(&rows) }
  }

  /// - Parameter body: reads all rows; false where the row that it has come to is not what was written.
  mutating func read(
    _ file: String, _ bytes: [UInt8], keys: [(name: String, texts: [String])], figures: [String],
    _ body: (inout ResultsCSVReader, inout ResultsRows) -> Bool
  ) throws(Damage) {
    let locale = outline.locale
    let row = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var rows = ResultsRows(bytes, locale, keys: keys, figures: figures)
      return rows.hasHeader && body(&self, &rows) ? nil : rows.row
    }
    if let row { throw Damage(file: file, row: row) }
  }

  var places: Int { outline.scenarios.count * outline.regions.count }
  /// Years, and the whole horizon.
  var periods: Int { outline.years + 1 }

  /// Whether a table has bytes for the rows that a manifest promises: only then is room made for what they hold.
  ///
  /// - Parameters:
  ///   - factors: their product is the number of rows of one amount; 1 or more.
  ///   - bytes: the fewest that a row takes.
  func hasRoom(_ rows: inout ResultsRows, _ factors: [Int], bytes: Int) -> Bool {
    if factors.reduce(rows.byteCount / bytes, { $0 / $1 }) > 0 { return true }
    // To the row that is missing, or is none.
    while case .row = rows.next() {}
    return false
  }

  private func hasRoomForPlaces(_ rows: inout ResultsRows) -> Bool {
    // Four cells with keys and a number.
    hasRoom(&rows, [outline.scenarios.count, outline.regions.count, periods], bytes: 16)
  }

  // MARK: Tables

  private mutating func readSummary(_ rows: inout ResultsRows) -> Bool {
    let (quantities, payers) = (ReportedQuantity.allCases.count, Payer.allCases.count)
    let (periods, regions) = (periods, outline.regions.count)
    guard hasRoomForPlaces(&rows) else { return false }
    let unknown = Summary.unknown
    // All but the present value, which is the last one, are of each year.
    let yearly = places * (quantities - 1) * periods
    results.summaries = Array(repeating: unknown, count: yearly)
    results.presentValues = Array(repeating: unknown, count: places)
    results.endStates = results.presentValues
    let ends = ReportedQuantity.allCases.filter { $0.hasEndState }
    var isEndRead = [Bool](repeating: false, count: places * ends.count)
    var payments: [Summary] = []
    var isRead = [Bool](repeating: false, count: yearly + places + places * payers * periods)
    var counts = [Int](repeating: 0, count: quantities + payers)
    while true {
      switch rows.next() {
      case .damage: return false
      case .end:
        let endCounts = ends.indices.map { end in (0..<places).count { isEndRead[$0 * ends.count + end] } }
        gaps.lacksEndState = endCounts[ends.firstIndex(of: .structural)!] == 0
        return endCounts.allSatisfy { $0 == 0 || $0 == places } && noteSummary(rows, counts, payments)
      case .row: break
      }
      let (scenario, region, year, amount) = (rows.found[0], rows.found[1], rows.found[2], rows.found[3])
      guard scenario >= 0, region >= 0, year >= 0 else { return false }
      if amount < 0 { continue }
      guard rows.areNumbers else { return false }
      let place = scenario * regions + region
      if year == periods {
        // Today's cost of the end state is that of the last year, which has a row of its own.
        guard let end = ends.firstIndex(where: { $0.rawValue == amount }), !isEndRead[place * ends.count + end] else {
          return false
        }
        isEndRead[place * ends.count + end] = true
        if ends[end] == .structural { results.endStates[place] = Summary(rows.figures) }
        continue
      }
      counts[amount] += 1
      if amount < quantities - 1 {
        let index = (place * (quantities - 1) + amount) * periods + year
        guard !isRead[index] else { return false }
        isRead[index] = true
        results.summaries[index] = Summary(rows.figures)
      } else if amount == quantities - 1 {
        guard year == periods - 1, !isRead[yearly + place] else { return false }
        isRead[yearly + place] = true
        results.presentValues[place] = Summary(rows.figures)
      } else {
        if payments.isEmpty { payments = Array(repeating: unknown, count: places * payers * periods) }
        let index = (place * payers + amount - quantities) * periods + year
        guard !isRead[yearly + places + index] else { return false }
        isRead[yearly + places + index] = true
        payments[index] = Summary(rows.figures)
      }
    }
  }

  /// Notes what summary.csv does not hold; false where a part is missing of what it does.
  private mutating func noteSummary(_ rows: ResultsRows, _ counts: [Int], _ payments: [Summary]) -> Bool {
    gaps.columns = rows.missing.map { ResultsColumn.summary[$0] }
    for quantity in ReportedQuantity.allCases where counts[quantity.rawValue] == 0 { gaps.quantities.append(quantity) }
    for payer in Payer.allCases where counts[ReportedQuantity.allCases.count + payer.rawValue] == 0 {
      gaps.payers.append(payer)
    }
    if gaps.payers.isEmpty { results.payments = payments }
    return isWhole(counts) { $0 == ReportedQuantity.npv.rawValue ? places : places * periods }
  }

  /// Whether there is anything, and of what is there every scenario, region and year.
  private func isWhole(_ counts: [Int], _ expected: (Int) -> Int) -> Bool {
    counts.contains { $0 > 0 } && counts.indices.allSatisfy { counts[$0] == 0 || counts[$0] == expected($0) }
  }

  private mutating func readLines(_ rows: inout ResultsRows) -> Bool {
    let lines = CostLine.allCases.count
    let (periods, regions) = (periods, outline.regions.count)
    guard hasRoomForPlaces(&rows) else { return false }
    let all = periods + 1
    results.lineMeans = Array(repeating: .nan, count: places * all * lines)
    guard rows.missing.isEmpty else {
      // Without its only figure there is nothing to read.
      gaps.lineColumns = [.mean]
      return true
    }
    var counts = [Int](repeating: 0, count: lines)
    var endCounts = counts
    while true {
      switch rows.next() {
      case .damage: return false
      case .end:
        for line in CostLine.allCases where counts[line.rawValue] == 0 { gaps.lines.append(line) }
        // Without any line of its own a table of a later version may still be one.
        if gaps.lines.count == lines { return !gaps.unknownLines.isEmpty && !endCounts.contains { $0 > 0 } }
        let hasEnd = endCounts.contains { $0 > 0 }
        if !hasEnd { gaps.lacksEndState = true }
        return isWhole(counts) { _ in places * periods }
          && (!hasEnd || counts.indices.allSatisfy { endCounts[$0] == (counts[$0] == 0 ? 0 : places) })
      case .row: break
      }
      let (scenario, region, year, line) = (rows.found[0], rows.found[1], rows.found[2], rows.found[3])
      guard scenario >= 0, region >= 0, year >= 0 else { return false }
      if line < 0 {
        noteUnknownLine(rows.otherText)
        continue
      }
      let index = ((scenario * regions + region) * all + year) * lines + line
      guard rows.areNumbers, results.lineMeans[index].isNaN else { return false }
      results.lineMeans[index] = rows.figures[0]
      if year == periods { endCounts[line] += 1 } else { counts[line] += 1 }
    }
  }

  private mutating func noteUnknownLine(_ name: String) {
    if unknownLines.insert(name).inserted { gaps.unknownLines.append(name) }
  }

  private mutating func readPairs(_ rows: inout ResultsRows) -> Bool {
    let (scenarios, regions) = (outline.scenarios.count, outline.regions.count)
    guard scenarios < 3 || hasRoom(&rows, [scenarios, (scenarios - 1) / 2, regions], bytes: 6) else { return false }
    let expected = scenarios * (scenarios - 1) / 2 * regions
    results.comparisons = Array(
      repeating: Results.Comparison(difference: .unknown, shareCheaper: .nan), count: expected)
    var isRead = [Bool](repeating: false, count: expected)
    var count = 0
    while true {
      switch rows.next() {
      case .damage: return false
      case .end:
        if count > 0 { gaps.pairColumns = rows.missing.map { ResultsColumn.allCases[$0] } }
        return count == expected
      case .row: break
      }
      let (a, b, region) = (rows.found[0], rows.found[1], rows.found[2])
      guard a >= 0, b > a, region >= 0, rows.areNumbers else { return false }
      // After the pairs of all scenarios before the first one.
      let pair = a * scenarios - a * (a + 1) / 2 + b - a - 1
      guard !isRead[pair * regions + region] else { return false }
      isRead[pair * regions + region] = true
      results.comparisons[pair * regions + region] = Results.Comparison(
        difference: Summary(rows.figures), shareCheaper: rows.figures[ResultsColumn.shareCheaper.rawValue])
      count += 1
    }
  }
}

extension Summary {
  /// - Parameter figures: in the order of ``ResultsColumn``.
  fileprivate init(_ figures: [Double]) {
    self.init(
      mean: figures[ResultsColumn.mean.rawValue], standardError: figures[ResultsColumn.standardError.rawValue],
      standardDeviation: figures[ResultsColumn.standardDeviation.rawValue],
      percentiles: Array(figures[ResultsColumn.p05.rawValue...ResultsColumn.p99.rawValue]),
      cvar95: figures[ResultsColumn.cvar95.rawValue], sharePositive: figures[ResultsColumn.sharePositive.rawValue])
  }

  fileprivate static let unknown = Summary(Array(repeating: .nan, count: ResultsColumn.summary.count))
}
