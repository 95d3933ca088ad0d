import CostEngine
import Terms

extension PriorityContent {
  private static let worthColumns = [
    "variance_share", "variance_share_se", "band_share", "band_share_se", "evppi", "evppi_se",
  ]

  /// `priority.csv`, for machines: the questions in order, for all regions (`NL`) and for each, followed by the value
  /// of the first of them together.
  ///
  /// Shares are fractions of the total's variance, or of its width P5-P95; `evppi` is in EUR. `kind` is `question`, or
  /// `first` with the number of questions in `rank`.
  public func csv(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header(["region", "kind", "rank", "figure", "item", "regions"] + Self.worthColumns)
    func row(
      _ region: String, _ kind: String, _ rank: Int, _ figure: String, _ item: String, _ regions: Int, _ worth: Worth
    ) {
      bytes += locale.prefix(region, kind, String(rank), figure, item) + String(regions).utf8
      append(worth, to: &bytes, locale)
      bytes.append(0x0a)
    }
    for (rank, question) in questions.enumerated() {
      row(
        ResultsCSV.nationalCode, "question", rank + 1, question.figure.column.name.id,
        code(question.figure, question.item),
        question.regions, question.worth)
    }
    for part in together { row(ResultsCSV.nationalCode, "first", part.count, "", "", 0, part.worth) }
    for part in regions {
      let region = study.regions[part.region].code
      for (rank, cell) in part.cells.enumerated() {
        row(region, "question", rank + 1, cell.figure.column.name.id, code(cell.figure, cell.item), 1, cell.own)
      }
      for part in part.together { row(region, "first", part.count, "", "", 1, part.worth) }
    }
    return bytes
  }

  /// `priority-cells.csv`: every assumed figure by itself, for the region's own total and for the country's.
  public func cellsCSV(locale: CSVLocale = .english) -> [UInt8] {
    var bytes = locale.header(
      ["input", "region", "figure", "item"] + Self.worthColumns.map { "own_" + $0 }
        + Self.worthColumns.map { "national_" + $0 })
    for part in regions {
      for cell in part.cells {
        bytes += locale.prefix(
          study.variables[cell.variable].name, study.regions[cell.region].code, cell.figure.column.name.id)
        bytes += locale.cell(code(cell.figure, cell.item))
        append(cell.own, to: &bytes, locale)
        append(cell.national, to: &bytes, locale)
        bytes.append(0x0a)
      }
    }
    return bytes
  }

  private func append(_ worth: Worth, to bytes: inout [UInt8], _ locale: CSVLocale) {
    func append(_ value: Double, _ decimals: Int) {
      bytes.append(locale.separator)
      if value.isFinite { locale.numbers.append(value, decimals: decimals, to: &bytes) }
    }
    for share in [worth.variance, worth.band] {
      append(share.value, 6)
      append(share.standardError, 6)
    }
    append(worth.choice.value, 2)
    append(worth.choice.standardError, 2)
  }
}
