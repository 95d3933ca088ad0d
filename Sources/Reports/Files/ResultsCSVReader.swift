import CostEngine
import Terms

/// Reads the tables of a results folder back as ``ResultsCSV`` wrote them: every row in its place, every number with six
/// decimals. What the tables do not hold (how precise percentiles are) is nil.
public struct ResultsCSVReader {
  /// Bytes of a table that are not what was written.
  public struct Damage: Error, Equatable, Sendable {
    /// Name of the table's file.
    public var file: String
    /// Row of it, from 1, the header.
    public var row: Int
  }

  private let study: Study
  private let locale: CSVLocale
  private var results: Results

  /// The results that tables tell.
  ///
  /// - Parameters:
  ///   - selection: what was computed of the study.
  ///   - draws: 1 or more.
  ///   - locale: the one the tables were written in.
  public static func results(
    _ study: Study, selection: Selection, draws: Int, locale: CSVLocale, summary: [UInt8], lines: [UInt8],
    pairs: [UInt8]
  ) throws(Damage) -> Results {
    var reader = ResultsCSVReader(study: study, selection: selection, draws: draws, locale: locale)
    try reader.read("summary.csv", summary) { reader, cursor in reader.readSummary(&cursor) }
    try reader.read("lines.csv", lines) { reader, cursor in reader.readLines(&cursor) }
    try reader.read("pairs.csv", pairs) { reader, cursor in reader.readPairs(&cursor) }
    return reader.results
  }

  private init(study: Study, selection: Selection, draws: Int, locale: CSVLocale) {
    self.study = study
    self.locale = locale
    results = Results(
      selection: selection, years: study.years, draws: draws,
      includesNational: selection.regions.count == study.regions.count, summaries: [], presentValues: [], lineMeans: [],
      comparisons: [])
  }

  /// - Parameter body: reads the whole table; false where it is another one.
  private mutating func read(
    _ file: String, _ bytes: [UInt8], _ body: (inout ResultsCSVReader, inout Cursor) -> Bool
  ) throws(Damage) {
    let row = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var cursor = Cursor(bytes, locale)
      return body(&self, &cursor) && cursor.isAtEnd ? nil : cursor.row
    }
    if let row { throw Damage(file: file, row: row) }
  }

  // MARK: Tables

  private mutating func readSummary(_ cursor: inout Cursor) -> Bool {
    guard cursor.header(ResultsCSV.summaryKeys + ResultsCSV.statistics) else { return false }
    let years = ResultsCSV.yearCells(study, locale)
    let quantities = ReportedQuantity.allCases.filter { $0 != .npv }
    let names = quantities.map { locale.prefix($0.id) }
    let npv = locale.prefix(ReportedQuantity.npv.id)
    let paid = Payer.allCases.map { locale.prefix($0.quantityID) }
    let paidEach = Payer.allCases.map { locale.prefix($0.quantityID + ResultsCSV.perInhabitant) }
    let places = results.selection.scenarios.count * results.regionCount
    results.summaries.reserveCapacity(places * names.count * years.count)
    for place in ResultsCSV.places(study, results, locale) {
      for name in names {
        for year in years {
          guard cursor.skip(place), cursor.skip(year), cursor.skip(name), let summary = cursor.summary(),
            cursor.endRow()
          else { return false }
          results.summaries.append(summary)
        }
      }
      if cursor.isAt(place, years[0], paid[0]) {
        for name in paid {
          for year in years {
            guard cursor.skip(place), cursor.skip(year), cursor.skip(name), let summary = cursor.summary(),
              cursor.endRow()
            else { return false }
            results.payments.append(summary)
          }
        }
      }
      if cursor.isAt(place, years[0], paidEach[0]) {
        for name in paidEach {
          for year in years {
            // Of hardly anybody they are beyond any number that is read.
            guard cursor.skip(place), cursor.skip(year), cursor.skip(name), cursor.skipRow() else { return false }
          }
        }
      }
      guard cursor.skip(place), cursor.skip(years[study.years]), cursor.skip(npv), let summary = cursor.summary(),
        cursor.endRow()
      else { return false }
      results.presentValues.append(summary)
    }
    // Who pays is told everywhere or nowhere.
    return results.payments.isEmpty || results.payments.count == places * paid.count * years.count
  }

  private mutating func readLines(_ cursor: inout Cursor) -> Bool {
    guard cursor.header(ResultsCSV.lineColumns) else { return false }
    let years = ResultsCSV.yearCells(study, locale)
    let names = CostLine.allCases.map { locale.prefix($0.id) }
    results.lineMeans.reserveCapacity(
      results.selection.scenarios.count * results.regionCount * years.count * names.count)
    for place in ResultsCSV.places(study, results, locale) {
      for year in years {
        for name in names {
          guard cursor.skip(place), cursor.skip(year), cursor.skip(name), let mean = cursor.number(), cursor.endRow()
          else { return false }
          results.lineMeans.append(mean)
        }
      }
    }
    return true
  }

  private mutating func readPairs(_ cursor: inout Cursor) -> Bool {
    guard cursor.header(ResultsCSV.pairKeys + ResultsCSV.statistics + [ResultsCSV.shareCheaper]) else { return false }
    let regions = ResultsCSV.regionCodes(study, results)
    for (a, b) in results.pairs {
      let scenarios = [a, b].flatMap { locale.prefix(study.scenarios[results.selection.scenarios[$0]].code) }
      for region in regions {
        guard cursor.skip(scenarios), cursor.skip(locale.prefix(region)), let difference = cursor.summary(),
          cursor.skip(locale.separator), let share = cursor.number(), cursor.endRow()
        else { return false }
        results.comparisons.append(Results.Comparison(difference: difference, shareCheaper: share))
      }
    }
    return true
  }
}

/// Walks through the bytes of a table.
private struct Cursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let locale: CSVLocale
  private let mark: UInt8
  private var place = 0
  /// From 1, the header.
  private(set) var row = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ locale: CSVLocale) {
    self.bytes = bytes
    self.locale = locale
    mark = locale.numbers.decimalMark
  }

  var isAtEnd: Bool { place == bytes.count }

  /// Whether these come next, one after the other.
  func isAt(_ texts: [UInt8]...) -> Bool {
    var ahead = self
    return texts.allSatisfy { ahead.skip($0) }
  }

  mutating func header(_ names: [String]) -> Bool {
    guard skip(locale.header(names)) else { return false }
    row += 1
    return true
  }

  mutating func skip(_ text: [UInt8]) -> Bool {
    guard bytes.count - place >= text.count else { return false }
    for index in text.indices where bytes[place + index] != text[index] { return false }
    place += text.count
    return true
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// What is left of a row, whatever it is.
  mutating func skipRow() -> Bool {
    while place < bytes.count, bytes[place] != 0x0a { place += 1 }
    return endRow()
  }

  mutating func endRow() -> Bool {
    guard skip(0x0a) else { return false }
    row += 1
    return true
  }

  /// A number with its six decimals: to the nearest number of amounts below EUR 9e9, and to within a unit in the last
  /// place of larger ones.
  mutating func number() -> Double? {
    let isNegative = skip(UInt8(ascii: "-"))
    var digits: UInt64 = 0
    let first = place
    while place < bytes.count, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      digits = digits &* 10 &+ UInt64(digit)
      place += 1
    }
    // Beyond thirteen digits no simulation counts.
    guard place > first, place - first <= 13, skip(mark), bytes.count - place >= 6 else { return nil }
    for _ in 0..<6 {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      digits = digits &* 10 &+ UInt64(digit)
      place += 1
    }
    return (isNegative ? -1 : 1) * Double(digits) / 1_000_000
  }

  /// The cells of ``ResultsCSV/statistics``.
  mutating func summary() -> Summary? {
    guard let mean = number(), skip(locale.separator), let error = number(), skip(locale.separator),
      let deviation = number(), skip(locale.separator)
    else { return nil }
    var percentiles: [Double] = []
    percentiles.reserveCapacity(Summary.percentages.count)
    for _ in Summary.percentages {
      guard let percentile = number(), skip(locale.separator) else { return nil }
      percentiles.append(percentile)
    }
    guard let cvar = number(), skip(locale.separator), let share = number() else { return nil }
    return Summary(
      mean: mean, standardError: error, standardDeviation: deviation, percentiles: percentiles, cvar95: cvar,
      sharePositive: share)
  }
}
