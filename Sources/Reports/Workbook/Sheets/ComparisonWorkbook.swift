import CostEngine
import Terms

/// Two scenarios, studies or results compared, as a workbook.
public struct ComparisonWorkbook {
  /// An input file of one of the two.
  public struct Input: Sendable {
    /// As the user wrote it.
    var folder: String
    var file: HashedFile

    public init(folder: String, file: HashedFile) {
      self.folder = folder
      self.file = file
    }
  }

  /// A place and period that both have.
  struct ComparedAmount {
    var a: String
    var b: String
    var code: String
    var name: String
    /// Nil for the whole horizon.
    var year: Int?
    var meanA: Double
    var meanB: Double
    var standardError: Double
    var p05: Double
    var p50: Double
    var p95: Double
    /// Nil if unknown.
    var chance: Double?
  }

  /// What a difference is divided by.
  enum PartKind {
    case line, item, input
  }

  /// A part of the breakdown of a difference over the whole horizon, in EUR.
  struct Part {
    var a: String
    var b: String
    var code: String
    var name: String
    var kind: PartKind
    var part: String
    var amount: Double
    var range: (lowest: Double, highest: Double)?
  }

  /// A changed cell.
  struct Change {
    var a: String
    var b: String
    var part: String
    var input: String
    var from: String
    var to: String
  }

  var title: String
  var quantity: ReportedQuantity
  var rows: [ComparedAmount] = []
  var parts: [Part] = []
  var changes: [Change] = []
  /// How to interpret the percentiles.
  var percentiles: Bilingual
  var provenance: ProvenanceSheet
  let toolVersion: String
  let language: Language

  /// A comparison draw by draw.
  ///
  /// - Parameters:
  ///   - comparisons: one or more.
  ///   - inputs: the files of each side.
  ///   - examples: how many rows of both were invented.
  /// - Returns: the file (`.xlsx`).
  public static func bytes(
    _ comparisons: [StudyComparison], inputs: [Input], examples: ExampleRows, toolVersion: String, language: Language
  ) -> [UInt8] {
    ComparisonWorkbook(comparisons, inputs: inputs, toolVersion: toolVersion, language: language).workbook
      .marked([ExampleText(examples, language: language).sentence]).bytes()
  }

  /// A comparison by the tables of results.
  public static func bytes(
    _ comparison: ResultsComparison, inputs: [Input], examples: ExampleRows, toolVersion: String, language: Language
  ) -> [UInt8] {
    ComparisonWorkbook(comparison, inputs: inputs, toolVersion: toolVersion, language: language).workbook
      .marked([ExampleText(examples, language: language).sentence]).bytes()
  }

  private var amount: String { Glossary.entry(quantity).heading(language) }

  private var workbook: Workbook {
    var whole = table(years: false)
    whole.charts = regionChart(whole)
    var sheets = [whole]
    if rows.contains(where: { $0.year != nil }) {
      let years = table(years: true)
      sheets[0].charts += yearChart(years, below: whole)
      sheets.append(years)
    }
    if !parts.isEmpty { sheets.append(bridge) }
    if !changes.isEmpty { sheets.append(changesSheet) }
    return Workbook(
      title: title, subject: language(nl: "Vergelijking", en: "Comparison"), sheets: sheets + [provenance.sheet],
      names: provenance.names, toolVersion: toolVersion, language: language)
  }

  // MARK: Sheets

  private var pairColumns: [Sheet.Column] {
    [.text("A"), .text("B"), .text("Code"), .text(Glossary.entry(.region).heading(language))]
  }

  /// The table of the whole horizon, or of the years.
  private func table(years: Bool) -> Sheet {
    let difference = language(nl: "Verschil (B min A)", en: "Difference (B less A)")
    var columns = pairColumns
    if years { columns.append(.number(Glossary.entry(.year).heading(language))) }
    let first = columns.count
    columns += [
      .number(language(nl: "A, gemiddeld", en: "A, mean")), .number(language(nl: "B, gemiddeld", en: "B, mean")),
      .number(language(nl: "\(difference), gemiddeld", en: "\(difference), mean")),
      .number(Glossary.entry(.standardError).heading(language)), .number("\(difference), P5"),
      .number("\(difference), P50"), .number("\(difference), P95"),
    ]
    let selected = rows.filter { ($0.year != nil) == years }
    let hasChance = selected.contains { $0.chance != nil }
    if hasChance { columns.append(.number(language(nl: "Kans dat B lager is", en: "Chance that B is lower"))) }
    var sheet = Sheet(
      name: years ? language(nl: "Per jaar", en: "By year") : language(nl: "Vergelijking", en: "Comparison"),
      title: years
        ? language(nl: "\(amount) van A en B per jaar", en: "\(amount) of A and B by year")
        : language(nl: "\(amount) van A en B, alle jaren samen", en: "\(amount) of A and B, all years together"),
      note: language(
        nl: "Euro. Het verschil van de gemiddelden is een formule: B min A. \(percentiles.dutch)",
        en: "EUR. The difference of the means is a formula: B less A. \(percentiles.english)"), columns: columns)
    sheet.frozenColumns = first
    for row in selected {
      let number = sheet.nextRow
      var cells: [SheetCell] = [.text(row.a), .text(row.b), .text(row.code), .text(row.name)]
      if years { cells.append(row.year.map { .integer($0, .year) } ?? .blank) }
      let (a, b) = (SheetCell.name(column: first, row: number), SheetCell.name(column: first + 1, row: number))
      cells += [
        .euro(row.meanA), .euro(row.meanB), .formula("\(b)-\(a)", row.meanB - row.meanA), .euro(row.standardError),
        .euro(row.p05), .euro(row.p50), .euro(row.p95),
      ]
      if hasChance { cells.append(row.chance.map { .number($0, .percent) } ?? .blank) }
      sheet.rows.append(cells)
    }
    return sheet
  }

  /// The difference in every place of the first pair, without the country if there are regions.
  private func regionChart(_ sheet: Sheet) -> [SheetChart] {
    let rows = rows.filter { $0.year == nil }
    guard let pair = rows.first else { return [] }
    let column = pairColumns.count + 2
    var shown = rows.prefix { $0.a == pair.a && $0.b == pair.b }
    if shown.count > 1, shown.last?.code == ResultsCSV.nationalCode { shown.removeLast() }
    let lines = Sheet.firstRow...Sheet.firstRow + shown.count - 1
    let unit = SheetChart.unit(for: shown.map { $0.meanB - $0.meanA }) { language(nl: $0, en: $1) }
    return [
      SheetChart(
        kind: .bars,
        title: language(
          nl: "\(amount): verschil tussen \(pair.b) en \(pair.a)",
          en: "\(amount): difference between \(pair.b) and \(pair.a)"),
        categoryTitle: Glossary.entry(.region).heading(language),
        valueTitle: language(nl: "B min A (\(unit.title))", en: "B less A (\(unit.title))"), valueFormat: unit.format,
        series: [
          SheetChart.Series(
            name: sheet.reference(column, row: Sheet.headingRow), categories: sheet.reference(3, rows: lines),
            values: sheet.reference(column, rows: lines))
        ], row: sheet.lastTableRow + 1, height: 130 + 22 * shown.count)
    ]
  }

  /// A and B by year, in the last place of the first pair: the country if there is one.
  private func yearChart(_ years: Sheet, below sheet: Sheet) -> [SheetChart] {
    let rows = rows.filter { $0.year != nil }
    let column = pairColumns.count + 1
    guard let pair = rows.first, let place = rows.last(where: { $0.a == pair.a && $0.b == pair.b }) else { return [] }
    let shown = rows.indices.filter { rows[$0].a == pair.a && rows[$0].b == pair.b && rows[$0].code == place.code }
    guard let start = shown.first, shown.count > 1 else { return [] }
    let lines = Sheet.firstRow + start...Sheet.firstRow + start + shown.count - 1
    let unit = SheetChart.unit(for: shown.flatMap { [rows[$0].meanA, rows[$0].meanB] }) { language(nl: $0, en: $1) }
    // A row is 20 pixels high.
    let above = sheet.charts.reduce(0) { $0 + $1.height / 20 + 2 }
    return [
      SheetChart(
        kind: .lines, title: "\(amount): \(place.name)", categoryTitle: Glossary.entry(.year).heading(language),
        valueTitle: "\(amount) (\(unit.title))", valueFormat: unit.format,
        series: [column, column + 1].map { column in
          SheetChart.Series(
            name: years.reference(column, row: Sheet.headingRow),
            categories: years.reference(pairColumns.count, rows: lines), values: years.reference(column, rows: lines))
        }, row: sheet.lastTableRow + 1 + above)
    ]
  }

  /// The breakdown of each difference; the parts of a kind sum to it.
  private var bridge: Sheet {
    func name(_ kind: PartKind) -> String {
      switch kind {
      case .line: return Glossary.entry(.line).name(language)
      case .item: return Glossary.entry(.item).name(language)
      case .input: return language(nl: "invoer", en: "input")
      }
    }
    var sheet = Sheet(
      name: language(nl: "Brug", en: "Bridge"),
      title: language(nl: "Waaruit het verschil bestaat, alle jaren samen", en: "What makes up the difference"),
      note: language(
        nl:
          "Gemiddelden in euro. Per regio tellen de kostenregels op tot het verschil, de onderdelen nog eens, en de gewijzigde "
          + "invoer nog eens. Wat een wijziging doet, hangt af van de volgorde: laagste en hoogste geven aan hoeveel. Onder de tabel: de sommen.",
        en:
          "Means in EUR. In each region the cost lines sum to the difference, and so do the items and the changed inputs. What a "
          + "change does depends on the order: lowest and highest tell by how much. Below the table: the sums."),
      columns: pairColumns + [
        .text(language(nl: "Soort", en: "Kind")), .text(language(nl: "Onderdeel", en: "Part")),
        .number(language(nl: "Bedrag", en: "Amount")), .number(language(nl: "Laagste", en: "Lowest")),
        .number(language(nl: "Hoogste", en: "Highest")),
      ])
    sheet.frozenColumns = 4
    /// In the order in which they occur.
    var sums: [(key: [String], sum: Double)] = []
    for part in parts {
      let kind = name(part.kind)
      let key = [part.a, part.b, part.code, part.name, kind]
      sheet.rows.append([
        .text(part.a), .text(part.b), .text(part.code), .text(part.name), .text(kind), .text(part.part),
        .number(part.amount, .euroCents), part.range.map { .number($0.lowest, .euroCents) } ?? .blank,
        part.range.map { .number($0.highest, .euroCents) } ?? .blank,
      ])
      if sums.last?.key == key { sums[sums.count - 1].sum += part.amount } else { sums.append((key, part.amount)) }
    }
    for (key, sum) in sums {
      let row = sheet.nextTotalRow
      let conditions = [0, 1, 2, 4].map { column in
        "EXACT(\(sheet.range(column)),$\(SheetCell.columnName(column))\(row))"
      }
      sheet.totals.append(
        key.map { .text($0) } + [
          .text(language(nl: "Som", en: "Sum")),
          .formula("SUMPRODUCT(\(conditions.joined(separator: "*"))*\(sheet.range(6)))", sum, .euroCents),
        ])
    }
    return sheet
  }

  private var changesSheet: Sheet {
    var sheet = Sheet(
      name: language(nl: "Wijzigingen", en: "Changes"),
      title: language(nl: "Elke gewijzigde invoer", en: "Every changed input"),
      note: language(
        nl: "Onderdeel is de naam op het blad Brug.", en: "Part is the name on the sheet Bridge."),
      columns: [
        .text("A"), .text("B"), .text(language(nl: "Onderdeel", en: "Part")),
        .text(language(nl: "Invoer", en: "Input")), .text(language(nl: "Van (A)", en: "From (A)")),
        .text(language(nl: "Naar (B)", en: "To (B)")),
      ])
    sheet.frozenColumns = 3
    for change in changes {
      sheet.rows.append([
        .text(change.a), .text(change.b), .text(change.part), .text(change.input), .text(change.from, .wrapped),
        .text(change.to, .wrapped),
      ])
    }
    return sheet
  }
}
