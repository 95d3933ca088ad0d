import CostEngine
import Terms

/// Numbers with a mark before three digits (`1.500`), which this file reads in one way and another kind of file in the
/// other, in a column whose other numbers say that the other way was meant.
struct MixedNotationRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    TableID.allCases.flatMap { id -> [Doubt] in
      let table = context.table(id)
      return table.table.description.columns.indices.flatMap { column -> [Doubt] in
        let content = table.table.description.columns[column].content
        // The values of settings have nothing to do with each other.
        guard content.holdsNumbers, id != .settings, table.table.columnPositions[column] != nil else { return [] }
        return doubts(table, column)
      }
    }
  }

  /// Sums of money, of which nobody writes thousandths; rates an hour can come out of a division.
  private static let sums: [Column] = [
    .oneOffs(.amount), .funding(.amount), .measures(.oneOff), .measures(.annual), .provisions(.unitCost),
  ]

  /// A number of the column that stands by itself in its cell.
  private struct Written {
    let row: TableRow
    let text: String
    let value: Double
    /// What the other notation reads, where that is another number.
    let otherwise: Double?
  }

  private func doubts(_ table: ReadTable, _ column: Int) -> [Doubt] {
    let notation = table.notation
    let numbers = table.rows.compactMap { row -> Written? in
      guard case .certain(let value) = row.cells[column] else { return nil }
      let text = table.text(column, row)
      return Written(
        row: row, text: text, value: value, otherwise: notation.ambiguity(of: text, readAs: value)?.otherwise)
    }
    guard numbers.contains(where: { $0.otherwise != nil }) else { return [] }
    let plain = numbers.filter { $0.otherwise == nil && $0.value != 0 }
    let isOfSums = Self.sums.contains { $0.table == table.table.id && table.table.position(of: $0) == column }
    return numbers.compactMap { number -> Doubt? in
      guard let otherwise = number.otherwise, let reason = reason(number, otherwise, plain, isOfSums) else {
        return nil
      }
      let (read, other) = (
        notation.plainly(number.value, like: number.text), notation.plainly(otherwise, like: number.text)
      )
      return Doubt(
        table.place(column, number.row), written: number.text,
        expected: Bilingual(
          nl: "\(quoted(number.text)) is gelezen als \(read), maar \(reason.dutch).",
          en: "\(quoted(number.text)) was read as \(read), but \(reason.english)."),
        correction: .notation(write: other, read: read))
    }
  }

  /// Why the other reading was probably meant; nil if nothing tells so.
  private func reason(
    _ number: Written, _ otherwise: Double, _ plain: [Written], _ isOfSums: Bool
  ) -> Bilingual? {
    let sizes = plain.map { abs($0.value) }
    if let least = sizes.min(), let most = sizes.max(), sizes.count >= 2 {
      let (read, other) = (abs(number.value), abs(otherwise))
      let isFar = read > Thresholds.beyondOthers * most || read < least / Thresholds.beyondOthers
      if isFar, other >= least / Thresholds.nearOthers, other <= most * Thresholds.nearOthers {
        return Bilingual(
          nl: "de andere getallen in deze kolom zijn van een heel andere grootte",
          en: "the other numbers of this column are of quite another size")
      }
    }
    if isOfSums, abs(otherwise) > abs(number.value) {
      return Bilingual(nl: "bedragen hebben geen drie decimalen", en: "amounts do not have three decimals")
    }
    return nil
  }
}
