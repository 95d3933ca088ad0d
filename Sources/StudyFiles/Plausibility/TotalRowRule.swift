import CostEngine
import Terms

/// Rows that are the sum of the other rows, or that are called a total: they count everything twice.
struct TotalRowRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] { regions() + oneOffs() + funds() + observations() + observedTotals() }

  /// Numbers of the rows of regions.csv that are totals.
  func regionRows() -> Set<Int> { Set(regions().map { $0.place.row }) }

  /// A row of a table as a summand.
  private struct Summand {
    var row: TableRow
    var amount: Double?
    var name: String
  }

  private func regions() -> [Doubt] {
    let table = context.table(.regions)
    let rows = table.rows.filter { $0.key[0] != "*" }
    let summands = rows.map {
      Summand(
        row: $0, amount: table.figure(.regions(.population), $0)?.middle, name: table.text(.regions(.name), $0))
    }
    let tolerance = rows.count > 5 ? 0.005 : Thresholds.equalSum
    return doubts(table, summands, tolerance: tolerance, words: Self.words + Self.countries, onlyAtEnds: false)
  }

  private func oneOffs() -> [Doubt] {
    let table = context.table(.oneOffs)
    let summands = table.rows.map {
      Summand(row: $0, amount: table.figure(.oneOffs(.amount), $0)?.middle, name: table.text(.oneOffs(.name), $0))
    }
    return doubts(table, summands, tolerance: Thresholds.equalSum, words: Self.words, onlyAtEnds: true)
  }

  /// The first row of each fund: what is meant for population care of it.
  private func funds() -> [Doubt] {
    let table = context.table(.funding)
    var isTold: Set<String> = []
    let summands = table.rows.filter { isTold.insert($0.key[0]).inserted }.map { row in
      let share = table.figure(.funding(.share), row)?.middle ?? 1
      return Summand(
        row: row, amount: table.figure(.funding(.amount), row).map { share * $0.middle },
        name: table.text(.funding(.name), row))
    }
    return doubts(table, summands, tolerance: Thresholds.equalSum, words: Self.words, onlyAtEnds: true)
  }

  static let words = ["totaal", "total", "subtotaal", "subtotal", "som", "sum", "eindtotaal", "alles samen"]
  private static let countries = ["nederland", "the netherlands", "netherlands", "land", "alle regio's", "all regions"]

  private func doubts(
    _ table: ReadTable, _ summands: [Summand], tolerance: Double, words: [String], onlyAtEnds: Bool
  ) -> [Doubt] {
    guard summands.count > 1 else { return [] }
    let sum = summands.reduce(0) { $0 + ($1.amount ?? 0) }
    let filled = summands.count { ($0.amount ?? 0) != 0 }
    return summands.enumerated().compactMap { position, summand -> Doubt? in
      let isEnd = position == 0 || position == summands.count - 1
      let isSum =
        (isEnd || !onlyAtEnds) && filled > Thresholds.fewestSummed
        && summand.amount.map { $0 != 0 && abs(sum - 2 * $0) <= tolerance * abs($0) } ?? false
      let isCalled = [summand.name, summand.row.key[0]].contains { isTotal($0, words) }
      guard isSum || isCalled else { return nil }
      let shown = quoted(summand.row.key[0])
      return Doubt(
        table.keyPlace(summand.row), written: summand.row.key[0],
        expected: isSum
          ? Bilingual(
            nl: "Rij \(shown) is precies de som van de andere rijen.",
            en: "Row \(shown) is exactly the sum of the other rows.")
          : Self.called(summand.row.key[0]),
        correction: .totalRow)
    }
  }

  private func isTotal(_ name: String, _ words: [String]) -> Bool {
    let name = name.lowercased()
    return words.contains { name == $0 || name.hasPrefix($0 + " ") && $0 != "land" }
  }

  /// Observations of which one is the sum of the others: the last line of a column that was exported.
  private func observations() -> [Doubt] {
    TableID.allCases.flatMap { id -> [Doubt] in
      let table = context.table(id)
      return table.rows.flatMap { row in
        row.cells.indices.compactMap { column -> Doubt? in
          guard case .distribution(.empirical(let observed)) = row.cells[column] else { return nil }
          let values = observed.values
          guard values.count > Thresholds.fewestSummed, let most = values.max(), most > 0 else { return nil }
          let sum = values.reduce(0, +)
          guard abs(sum - 2 * most) <= Thresholds.equalSum * most else { return nil }
          let text = table.text(column, row)
          let total = Bilingual(number: most)
          return Doubt(
            table.place(column, row), written: text,
            expected: Bilingual(
              nl: "Een van de waarnemingen, \(total.dutch), is precies de som van de andere.",
              en: "One of the observations, \(total.english), is exactly the sum of the others."),
            correction: .totalRow)
        }
      }
    }
  }

  /// Rows of files of observations that are called a total. One that is the exact sum is told where it is asked for.
  private func observedTotals() -> [Doubt] {
    context.observed.flatMap { observed -> [Doubt] in
      let sum = observed.values.reduce(0) { $0 + ($1 ?? 0) }
      let document = observed.document
      guard observed.values.count(where: { $0 != nil }) > 1 else { return [] }
      return document.rows.indices.compactMap { index -> Doubt? in
        guard let value = observed.values[index], abs(sum - 2 * value) > Thresholds.equalSum * abs(value) else {
          return nil
        }
        let row = document.rows[index]
        let label = row.cells.indices.first {
          $0 != observed.position && isTotal(row.cells[$0], Self.words + Self.countries)
        }
        guard let label else { return nil }
        return Doubt(
          Doubt.Place(file: document.file, row: row.row, column: document.header[observed.position]),
          written: row.cells[observed.position], expected: Self.called(row.cells[label]), correction: .totalRow)
      }
    }
  }

  private static func called(_ name: String) -> Bilingual {
    Bilingual(
      nl: "Rij \(quoted(name)) heet als een totaal van de andere rijen.",
      en: "Row \(quoted(name)) is called like a total of the other rows.")
  }
}
