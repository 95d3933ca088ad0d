import Terms

@testable import CostEngine
@testable import StudyFiles

/// The first byte says which column or setting, the second one the notation; the rest is the text of a cell.
enum CellTarget {
  private enum Kind {
    case column(TableID, ColumnDescription)
    case setting(SettingDescription)
  }

  private static let kinds: [Kind] =
    TableID.allCases.flatMap { table in
      table.description.columns.filter { column in
        if case .settingValue = column.content { return false }
        return true
      }.map { Kind.column(table, $0) }
    } + SettingDescription.all.map { Kind.setting($0) }

  static func run(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return }
    let kind = kinds[Int(bytes[0]) % kinds.count]
    let dialect = bytes[1] & 1 == 0 ? CSVDialect.comma : .semicolon
    let text = Array(bytes.dropFirst(2)).text.trimmedOfBlanks
    if text.isEmpty { return }

    let diagnostics = DiagnosticCollector()
    let parser = CellParser(dialect: dialect) { file, column in
      column == "x"
        ? .success([1, 2, 4])
        : .failure(CellProblem(problem: Bilingual(same: "no \(file)"), remedy: Bilingual(same: column)))
    }
    let reader = CellReader(parser: parser, diagnostics: diagnostics)
    let cell: Cell
    let bounds: CellBounds
    switch kind {
    case .column(let table, let column):
      cell = reader.cell(
        text, column.content, table: table,
        CellReader.Place(file: table.file, row: 2, column: column.id, measure: column.measure))
      bounds = column.content.bounds
    case .setting(let setting):
      cell = reader.setting(
        text, setting,
        CellReader.Place(file: TableID.settings.file, row: 2, column: "value", measure: setting.measure))
      switch setting.content {
      case .number(let own), .wholeNumber(let own): bounds = own
      default: bounds = .unbounded
      }
    }
    let messages = diagnostics.sorted
    CSVTarget.check(messages)
    if case .invalid = cell {
      return require(diagnostics.hasErrors, "invalid, and nothing is said of it")
    }
    require(!diagnostics.hasErrors, "a problem with a cell that is read: \(messages)")
    check(cell, bounds, reader, NumberNotation(decimalComma: dialect.decimalComma), bytes)
  }

  private static func check(
    _ cell: Cell, _ bounds: CellBounds, _ reader: CellReader, _ notation: NumberNotation, _ bytes: [UInt8]
  ) {
    switch cell {
    case .certain(let value):
      checkRange(value, bounds)
      let written = notation.write(value)
      require((try? notation.read(written)) == value, "\(value) is written as \(written)")
    case .distribution(let distribution): check(distribution, bounds, bytes)
    case .relative(let factor): check(factor, .nonNegative, reader, notation, bytes)
    case .invalid: fatalError("an invalid factor")
    case .blank, .reference, .shared, .text, .word, .codes: break
    }
  }

  private static func checkRange(_ value: Double, _ bounds: CellBounds) {
    require(value.magnitude <= NumberNotation.largest, "\(value) is too large")
    require(value >= bounds.lower && value <= bounds.upper, "\(value) is out of bounds")
    require(!bounds.lowerIsOpen || value > bounds.lower, "\(value) is at an open bound")
  }

  private static let probabilities = [
    0x1p-100, 1e-12, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-9, 1 - 0x1p-53,
  ]

  private static func check(_ distribution: Distribution, _ bounds: CellBounds, _ bytes: [UInt8]) {
    let (lower, upper) = distribution.support
    require(lower < upper, "no width: \(distribution)")
    require(lower >= bounds.lower && upper <= bounds.upper, "\(distribution) is out of bounds")
    let mean = distribution.mean
    require(!mean.isNaN && mean >= lower && mean <= upper, "\(distribution) has a mean of \(mean)")
    let scale = (distribution.quantile(0.9) - distribution.quantile(0.1)).magnitude
    checkAscending(distribution, scale) { distribution.quantile($0) }
    guard bytes.isChosen(oneIn: 16) else { return }
    // What draws are made by.
    let compiled = CompiledQuantile(distribution)
    checkAscending(distribution, scale) { compiled.quantile($0) }
    for probability in probabilities where probability > 1e-6 && probability < 1 - 1e-6 {
      let (value, exact) = (compiled.quantile(probability), distribution.quantile(probability))
      let distance = max(scale, (exact - distribution.quantile(0.5)).magnitude)
      let rounding = max(value.magnitude, exact.magnitude) * 0x1p-45
      require(
        (value - exact).magnitude <= 1e-8 * distance + rounding, "\(distribution) at \(probability): \(value), \(exact)"
      )
    }
  }

  private static func checkAscending(_ distribution: Distribution, _ scale: Double, _ quantile: (Double) -> Double) {
    let (lower, upper) = distribution.support
    var last = -Double.infinity
    for probability in probabilities {
      let value = quantile(probability)
      require(value.isFinite, "\(distribution) at \(probability): \(value)")
      require(value >= lower && value <= upper, "\(distribution) at \(probability): \(value) is out of its range")
      let slack = 1e-8 * max(scale, (value - last).magnitude) + value.magnitude * 0x1p-45
      require(value >= last - slack, "\(distribution) falls at \(probability): \(last), \(value)")
      last = value
    }
  }
}
