import CostEngine
import Terms

/// The settings of a study, resolved; a nil value has a problem that has been reported.
struct Settings {
  var title: String
  var firstYear: Int?
  var years: Int?
  var priceYear: Int?
  var currentPrices: Bool?
  var discountRate: Quantity?
  var referenceLevel: Int?
  /// For each of ``growthYears``.
  var wageGrowth: [Quantity?] = []
  var priceGrowth: [Quantity?] = []
  var run = StudyReading.RunSettings()
  /// Index of the scenario that a report opens on; nil if the study does not say.
  var mainScenario: Int?
  var head = StudyHead()

  var lastYear: Int? {
    guard let firstYear, let years else { return nil }
    return firstYear + years - 1
  }

  /// The years whose growth the model uses in current prices; nil if it cannot be told.
  var growthYears: Range<Int>? {
    guard let horizon, let priceYear else { return nil }
    return Study.growthYears(firstYear: horizon.first, lastYear: horizon.last, priceYear: priceYear)
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
    if case .text(let title) = cell(.title) { settings.title = title }
    settings.firstYear = input(.firstYear)
    settings.years = input(.years)
    settings.priceYear = input(.priceYear, default: settings.firstYear)
    settings.currentPrices = word(.prices, default: "constant").map { $0 == "current" }
    settings.discountRate = quantity(.discountRate)
    settings.referenceLevel = referenceLevel()
    readGrowth(into: &settings)

    if let draws = isGiven(.draws) ? wholeNumber(.draws) : nil { settings.run.draws = draws }
    if case .text(let seed) = cell(.seed) { settings.run.seed = UInt64(seed)! }
    if let id = word(.sampler, default: settings.run.sampler.id) {
      settings.run.sampler = Sampler.allCases.first { $0.id == id }!
    }
    settings.run.language = word(.language, default: "nl") == "en" ? .english : .dutch
    settings.mainScenario = cell(.mainScenario).text.flatMap { cells.tables[.scenario].index[$0] }
    settings.head = head()
    return settings
  }

  private func head() -> StudyHead {
    var head = StudyHead()
    head.author = cell(.author).text
    head.organisation = cell(.organisation).text
    head.date = cell(.date).text
    head.version = cell(.version).text
    head.exclusions = cell(.exclusions).text
    head.vat = cell(.vat).text
    if let id = word(.status, default: head.status.word.id) {
      head.status = StudyHead.Status.allCases.first { $0.word.id == id }!
    }
    return head
  }

  // MARK: Cells of settings.csv

  private func cell(_ setting: Setting) -> Cell {
    let key = [setting.name.id]
    if let row = table.row(key) {
      let cell = table.rows[row].cells[0]
      if !cell.isBlank { return cell }
    }
    let described = setting.description
    if described.isRequired, table.isReliable, !table.missingColumns.contains(0), !table.mayHaveBeenMeant(key) {
      let row = table.row(key).map { table.rows[$0].number }
      cells.diagnostics.error(
        .blankSetting(described, hasRow: row != nil), file: table.file, row: row,
        column: row == nil ? nil : table.header(0))
    }
    return .blank
  }

  private func isGiven(_ setting: Setting) -> Bool { !cell(setting).isBlank }

  private func wholeNumber(_ setting: Setting) -> Int? {
    if case .certain(let value) = cell(setting) { return Int(value) }
    return nil
  }

  /// A whole number that the model uses.
  ///
  /// - Parameter standIn: default for a blank cell; nil if it must not be blank.
  private func input(_ setting: Setting, default standIn: Int? = nil) -> Int? {
    let name = InputName(setting)
    if case .certain(let value)? = cells.overridden(name) { return Int(value) }
    let value = standIn == nil || isGiven(setting) ? wholeNumber(setting) : standIn
    if let value { _ = cells.noted(.certain(Double(value)), name.table, name.column, name.key) }
    return value
  }

  private func word(_ setting: Setting, default standIn: String) -> String? {
    switch cell(setting) {
    case .blank: return standIn
    case .word(let word): return word
    default: return nil
    }
  }

  /// A rate, 0 if it is not given.
  private func quantity(_ setting: Setting) -> Quantity? {
    let cell = cell(setting)
    let name = InputName(setting)
    return cells.quantity(of: cell.isBlank ? .certain(0) : cell, name.table, name.column, name.key)
  }

  private func referenceLevel() -> Int? {
    guard case .text(let code) = cell(.referenceLevel) else { return nil }
    return cells.tables[.level].index[code]
  }

  // MARK: Growth

  private func readGrowth(into settings: inout Settings) {
    guard let years = settings.growthYears, let current = settings.currentPrices else { return }
    // In constant prices the model needs no growth.
    settings.wageGrowth =
      current ? years.map { growth(.wageGrowth, of: .wageGrowth, $0) } : years.map { _ in .certain(0) }
    settings.priceGrowth =
      current ? years.map { growth(.priceGrowth, of: .priceGrowth, $0) } : years.map { _ in .certain(0) }
  }

  private func growth(_ growth: Column.Indices, of setting: Setting, _ year: Int) -> Quantity? {
    let indices = cells.tables[.indices]
    let column = Column.indices(growth)
    let name = InputName(column, key: [String(year)])
    if let own = cells.overridden(name, exactly: true) { return own }
    if let row = indices.firstFilled(indices.position(of: column), indices.candidates(name.key)) {
      return cells.quantity(column, name.key, row: row)
    }
    guard indices.isReliable else { return nil }
    let quantity = quantity(setting)
    cells.noteInherited(quantity, name, from: InputName(setting))
    return quantity
  }
}
