import CostEngine
import Terms

/// Numbers that show what a spreadsheet did to them: dates as numbers of days, and lost digits.
struct WrittenNumberRule {
  let context: DoubtFinder.Context

  /// Where a range such as 4-5 is likely to be typed: counts of people and hours.
  private static let ranges: [Column] = [
    .staffing(.persons), .staffing(.standbyPositions), .training(.initialHours), .training(.annualHours),
    .norms(.positions), .norms(.personsPerPosition), .norms(.initialHours), .norms(.annualHours),
  ]

  func doubts() -> [Doubt] {
    var doubts: [Doubt] = []
    for column in Self.ranges {
      let table = context.table(column.table)
      for row in table.rows {
        guard let figure = table.figure(column, row), let date = Self.date(figure) else { continue }
        let text = table.text(column, row)
        doubts.append(
          Doubt(
            table.place(column, row), written: text,
            expected: Bilingual(
              nl: "\(quoted(text)) is het getal dat een rekenblad van de datum \(date.text) maakt.",
              en: "\(quoted(text)) is the number that a spreadsheet makes of the date \(date.text)."),
            correction: .date(write: date.range)))
      }
    }
    for id in TableID.allCases where id != .settings { doubts += lostDigits(context.table(id)) }
    return doubts
  }

  private func lostDigits(_ table: ReadTable) -> [Doubt] {
    guard let document = table.table.document else { return [] }
    var columns: [(position: Int, name: String)] = []
    for (index, column) in table.table.description.columns.enumerated() where column.content.holdsNumbers {
      if let position = table.table.columnPositions[index] { columns.append((position, document.header[position])) }
    }
    columns += table.table.furtherColumns.map { ($0.position, $0.name) }
    return table.rows.flatMap { row in
      columns.compactMap { column -> Doubt? in
        let text = table.text(at: column.position, row)
        guard Self.hasLostDigits(text) else { return nil }
        return Doubt(
          Doubt.Place(file: table.table.file, row: row.number, column: column.name), written: text,
          expected: Bilingual(
            nl: "\(quoted(text)) is geschreven zoals een rekenblad een getal bewaart dat niet in de kolom paste: de "
              + "laatste cijfers zijn weg.",
            en:
              "\(quoted(text)) is written as a spreadsheet saves a number that did not fit its column: the last digits "
              + "are gone."),
          correction: .digits)
      }
    }
  }

  /// Whether a number has an exponent as spreadsheets write it (`1,34E+06`) and too few decimals to be whole.
  static func hasLostDigits(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "E")), mark > 0 else { return false }
    let exponent = bytes[(mark + 1)...]
    guard exponent.count >= 3, exponent.first == UInt8(ascii: "+"), exponent.dropFirst().allSatisfy({ $0.isDigit })
    else { return false }
    var decimals: Int?
    for byte in bytes[..<mark] {
      if byte.isDigit {
        decimals = decimals.map { $0 + 1 }
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        decimals = 0
      } else if byte != UInt8(ascii: "-") {
        return false
      }
    }
    return (decimals ?? 0) < Thresholds.decimalsOfExponent
  }

  /// Day, month and year of the number of a date, and the range that was probably typed: `4..5` for the 4th of May. Nil
  /// for a number that is no date.
  static func date(_ figure: Figure) -> (text: String, range: String)? {
    let value = figure.middle
    guard figure.isCertain, value.rounded(.down) == value, Thresholds.dates.contains(value) else { return nil }
    let (day, month, year) = dayMonthYear(Int(value))
    return ("\(day)-\(month)-\(year)", day == month ? "\(day)" : "\(min(day, month))..\(max(day, month))")
  }

  /// Of a number of days since 30 December 1899 (Hinnant, *chrono-Compatible Low-Level Date Algorithms*).
  private static func dayMonthYear(_ serial: Int) -> (day: Int, month: Int, year: Int) {
    let days = serial - 25_569 + 719_468
    let (era, ofEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (ofYear - (153 * shifted + 2) / 5 + 1, month, year + 400 * era + (month <= 2 ? 1 : 0))
  }
}
