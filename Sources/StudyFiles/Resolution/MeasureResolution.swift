import CostEngine
import Terms

/// Reads measures.csv and measure-effects.csv.
struct MeasureResolution {
  let cells: CellResolver
  let functions: [CrisisFunction]
  let provisions: [Provision]
  let horizon: (first: Int, last: Int)?
  private let rowsByMeasure: [String: [Int]]
  private let unknown = Quantity.certain(0)

  private var tables: StudyTables { cells.tables }

  init(
    cells: CellResolver, functions: [CrisisFunction], provisions: [Provision], horizon: (first: Int, last: Int)?
  ) {
    self.cells = cells
    self.functions = functions
    self.provisions = provisions
    self.horizon = horizon
    var rows: [String: [Int]] = [:]
    for (index, row) in cells.tables[.measureEffects].rows.enumerated() { rows[row.key[0], default: []].append(index) }
    rowsByMeasure = rows
  }

  /// A measure that a scenario uses.
  /// - Parameter regions: where.
  func measure(_ code: String, usedIn regions: Set<Int>) -> Measure? {
    let table = tables[.measures]
    guard let row = table.row([code]) else { return nil }
    func quantity(_ column: Column.Measures) -> Quantity? {
      cells.quantity(.measures(column), [code], rows: [row])
    }
    let from = quantity(.from)
    judge(from: from, row: row)
    let per = cells.word(.measures(.per), [code], rows: [row])
    let rampYears = quantity(.rampYears)
    let oneOff = quantity(.oneOff)
    let annual = quantity(.annual)
    let adoption = quantity(.adoption)
    return Measure(
      code: code, name: cells.name(.measures(.name), row: row), from: from ?? unknown, rampYears: rampYears ?? unknown,
      per: per.map(UnitBasis.init(word:)) ?? .region, oneOff: oneOff ?? unknown, annual: annual ?? unknown,
      adoption: adoption ?? unknown, inForce: inForce(code, adoption: adoption, regions: regions),
      effects: effects(code))
  }

  /// The uniform numbers that decide where the measure is in force; `certain(0)` where it certainly is, or where it is
  /// not used.
  private func inForce(_ code: String, adoption: Quantity?, regions: Set<Int>) -> [Quantity] {
    tables[.region].codes.enumerated().map { index, region in
      guard let adoption, adoption != .certain(1), regions.contains(index),
        let uniform = try? Distribution.uniform(from: 0, to: 1)
      else { return .certain(0) }
      return cells.register.quantity(.measures, Name.inForce.id, [code, region], uniform)
    }
  }

  private func effects(_ code: String) -> [Measure.Effect] {
    let table = tables[.measureEffects]
    var effects: [Measure.Effect] = []
    var isKnown: Set<[Int]> = []
    for row in rowsByMeasure[code] ?? [] {
      let key = table.rows[row].key
      let driver = Driver(word: key[2])
      let vocabulary = tables[driver.isOfProvision ? .provision : .function]
      let items = key[1] == "*" ? Array(vocabulary.codes.indices) : [vocabulary.index[key[1]]].compactMap { $0 }
      for item in items where isKnown.insert([driver.rawValue, item]).inserted && hasEffect(driver, on: item) {
        let place = [code, vocabulary.codes[item], driver.name.id]
        if let factor = cells.quantity(.measureEffects(.factor), place, rows: table.candidates(place)) {
          effects.append(Measure.Effect(driver: driver, item: item, factor: factor))
        }
      }
    }
    return effects
  }

  /// False if the driver multiplies a price that is certainly 0: the model does not use such a factor.
  private func hasEffect(_ driver: Driver, on item: Int) -> Bool {
    switch driver {
    case .coursePrice: return functions.indices.contains(item) && functions[item].coursePrice != .certain(0)
    case .examPrice: return functions.indices.contains(item) && functions[item].examPrice != .certain(0)
    case .standbyFee: return functions.indices.contains(item) && functions[item].standbyFee != .certain(0)
    case .unitCost: return provisions.indices.contains(item) && provisions[item].unitCost != .certain(0)
    default: return true
    }
  }

  private func judge(from: Quantity?, row: Int) {
    guard let from, let horizon, cells.register.support(of: from).lower > Double(horizon.last) else { return }
    let table = tables[.measures]
    let code = table.rows[row].key[0]
    let what = Bilingual(nl: "Het begin van maatregel \(quoted(code))", en: "The start of measure \(quoted(code))")
    cells.diagnostics.notice(
      .outsideHorizon(what, first: horizon.first, last: horizon.last), file: table.file,
      row: table.rows[row].number, column: table.header(.measures(.from)))
  }
}
