import CostEngine
import Terms

/// The settings of a study, resolved; what is nil has a problem that has been reported.
struct Settings {
  var title: String
  var firstYear: Int?
  var years: Int?
  var priceYear: Int?
  var currentPrices: Bool?
  var discountRate: Quantity?
  var referenceLevel: Int?
  /// For each year from ``priceYear`` + 1 to the last one.
  var wageGrowth: [Quantity?] = []
  var priceGrowth: [Quantity?] = []
  var run = StudyReading.RunSettings()

  var lastYear: Int? {
    guard let firstYear, let years else { return nil }
    return firstYear + years - 1
  }

  /// The horizon's first and last year.
  var horizon: (first: Int, last: Int)? {
    guard let firstYear, let lastYear else { return nil }
    return (firstYear, lastYear)
  }
}

/// Reads settings.csv and indices.csv.
struct SettingsResolution {
  let cells: CellResolver
  /// The title of a study that has none.
  let folderName: String

  private var table: Table { cells.tables[.settings] }

  func resolve() -> Settings {
    var settings = Settings(title: folderName)
    if case .text(let title) = cell("title") { settings.title = title }
    settings.firstYear = input("first_year")
    settings.years = input("years")
    settings.priceYear = input("price_year", default: settings.firstYear)
    settings.currentPrices = word("prices", default: "constant").map { $0 == "current" }
    settings.discountRate = quantity("discount_rate")
    settings.referenceLevel = referenceLevel()
    readGrowth(into: &settings)

    if let draws = isGiven("draws") ? wholeNumber("draws") : nil { settings.run.draws = draws }
    if case .text(let seed) = cell("seed") { settings.run.seed = UInt64(seed)! }
    if let id = word("sampler", default: settings.run.sampler.id) {
      settings.run.sampler = Sampler.allCases.first { $0.id == id }!
    }
    settings.run.language = word("language", default: "nl") == "en" ? .english : .dutch
    return settings
  }

  // MARK: Cells of settings.csv

  private func cell(_ id: String) -> Cell {
    if let row = table.row([id]) {
      let cell = table.rows[row].cells[0]
      if !cell.isBlank { return cell }
    }
    let setting = SettingDescription.named(id)!
    if setting.isRequired, table.isReliable, !table.missingColumns.contains(0), !table.mayHaveBeenMeant([id]) {
      let row = table.row([id]).map { table.rows[$0].number }
      cells.diagnostics.error(
        .blankSetting(setting, hasRow: row != nil), file: table.file, row: row,
        column: row == nil ? nil : table.header(0))
    }
    return .blank
  }

  private func isGiven(_ id: String) -> Bool { !cell(id).isBlank }

  private func wholeNumber(_ id: String) -> Int? {
    if case .certain(let value) = cell(id) { return Int(value) }
    return nil
  }

  /// A whole number that the model computes with.
  ///
  /// - Parameter standIn: what a blank one stands for; nil where it may not be blank.
  private func input(_ id: String, default standIn: Int? = nil) -> Int? {
    if case .certain(let value)? = cells.overridden(.settings, "value", [id]) { return Int(value) }
    let value = standIn == nil || isGiven(id) ? wholeNumber(id) : standIn
    if let value { _ = cells.noted(.certain(Double(value)), .settings, "value", [id]) }
    return value
  }

  private func word(_ id: String, default standIn: String) -> String? {
    switch cell(id) {
    case .blank: return standIn
    case .word(let word): return word
    default: return nil
    }
  }

  /// A rate, 0 where it is not given.
  private func quantity(_ id: String) -> Quantity? {
    let cell = cell(id)
    return cells.quantity(of: cell.isBlank ? .certain(0) : cell, .settings, "value", [id])
  }

  private func referenceLevel() -> Int? {
    guard case .text(let code) = cell("reference_level") else { return nil }
    return cells.tables[.level].index[code]
  }

  // MARK: Growth

  private func readGrowth(into settings: inout Settings) {
    guard let priceYear = settings.priceYear, let lastYear = settings.lastYear, let current = settings.currentPrices,
      priceYear < lastYear
    else { return }
    let years = (priceYear + 1)...lastYear
    // At constant prices the model asks for no growth.
    settings.wageGrowth = current ? years.map { growth("wage_growth", $0) } : years.map { _ in .certain(0) }
    settings.priceGrowth = current ? years.map { growth("price_growth", $0) } : years.map { _ in .certain(0) }
  }

  private func growth(_ id: String, _ year: Int) -> Quantity? {
    let indices = cells.tables[.indices]
    let column = indices.description.column(id)
    let key = [String(year)]
    if let own = cells.overridden(.indices, id, key, exactly: true) { return own }
    if let row = indices.firstFilled(column, indices.candidates(key)) {
      return cells.quantity(indices, column, key, row: row)
    }
    guard indices.isReliable else { return nil }
    let quantity = quantity(id)
    cells.noteInherited(
      quantity, InputName(table: .indices, column: id, key: key),
      from: InputName(table: .settings, column: "value", key: [id]))
    return quantity
  }
}
