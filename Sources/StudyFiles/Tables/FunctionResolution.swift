import CostEngine

/// Reads regions.csv, functions.csv, norms.csv, staffing.csv and training.csv.
struct FunctionResolution {
  let cells: CellResolver

  private var tables: StudyTables { cells.tables }
  private let unknown = Quantity.certain(0)

  func regions() -> [Region] {
    let table = tables[.regions]
    let population = table.description.column("population")
    let municipalities = table.description.column("municipalities")
    return tables[.region].codes.compactMap { code in
      guard let row = table.row([code]) else { return nil }
      let rows = table.candidates([code])
      return Region(
        code: code, name: cells.name(table, row: row),
        population: cells.quantity(table, population, [code], rows: rows) ?? unknown,
        municipalities: cells.quantity(table, municipalities, [code], rows: rows) ?? unknown)
    }
  }

  func functions() -> [CrisisFunction] {
    let table = tables[.functions]
    let columns = ["hourly_cost", "course_price", "exam_price", "standby_fee"].map(table.description.column)
    let per = table.description.column("per")
    return tables[.function].codes.compactMap { code in
      guard let row = table.row([code]) else { return nil }
      let rows = table.candidates([code])
      let prices = columns.map { cells.quantity(table, $0, [code], rows: rows) ?? unknown }
      return CrisisFunction(
        code: code, name: cells.name(table, row: row),
        per: cells.word(table, per, [code], rows: rows).map(UnitBasis.init(word:)) ?? .region,
        hourlyCost: prices[0], coursePrice: prices[1], examPrice: prices[2], standbyFee: prices[3])
    }
  }

  /// Norms of the levels in use.
  /// - Parameters:
  ///   - applied: levels that a scenario reaches for somewhere.
  ///   - reference: the level that today's pools are read against; it needs positions and persons only.
  func norms(applied: Set<Int>, reference: Int?) -> [[FunctionNorm]] {
    let table = tables[.norms]
    let ids = [
      "positions", "persons_per_position", "initial_hours", "annual_hours", "certified", "recertify_years",
    ]
    let asReference: Set<String> = ["positions", "persons_per_position", "recertify_years"]
    let columns = ids.map(table.description.column)
    return tables[.level].codes.enumerated().map { level, code in
      guard applied.contains(level) || level == reference else { return [] }
      return tables[.function].codes.map { function in
        let key = [code, function]
        let rows = table.candidates(key)
        let values = zip(ids, columns).map { id, column -> Quantity in
          guard applied.contains(level) || asReference.contains(id) else { return unknown }
          return cells.quantity(table, column, key, rows: rows) ?? unknown
        }
        return FunctionNorm(
          positions: values[0], personsPerPosition: values[1], initialHours: values[2], annualHours: values[3],
          certified: values[4], recertifyYears: values[5])
      }
    }
  }

  /// What the regions have today; notes the cells that are asked for it.
  func current(functions: [CrisisFunction], asked: inout [StudyReading.CurrentCell]) -> [[CurrentStaffing]] {
    let staffing = tables[.staffing]
    let training = tables[.training]
    let standby = staffing.description.column("standby_positions")
    let turnover = staffing.description.column("turnover")
    let certified = staffing.description.column("certified")
    let initialHours = training.description.column("initial_hours")
    let annualHours = training.description.column("annual_hours")

    return tables[.region].codes.enumerated().map { region, code in
      functions.enumerated().map { item, function in
        let key = [code, function.code]
        let staff = staffing.candidates(key)
        let lessons = training.candidates(key)
        func ask(_ figure: CurrentFigure, _ table: Table, _ column: Int, _ rows: [Int]) -> Quantity {
          asked.note(region, figure, of: item, table, row: table.firstFilled(column, rows))
          return cells.quantity(table, column, key, rows: rows) ?? unknown
        }
        let persons = persons(staffing, key, staff) {
          asked.note(region, .persons, of: item, staffing, row: $0)
        }
        // Without a fee nobody is on paid standby: the model does not ask how many there are.
        let isOnStandby = function.standbyFee != .certain(0)
        return CurrentStaffing(
          persons: persons,
          standbyPositions: isOnStandby ? ask(.standbyPositions, staffing, standby, staff) : .certain(0),
          turnover: ask(.turnover, staffing, turnover, staff), certified: ask(.certified, staffing, certified, staff),
          initialHours: ask(.initialHours, training, initialHours, lessons),
          annualHours: ask(.annualHours, training, annualHours, lessons))
      }
    }
  }

  /// `persons` and `persons_share` are asked together: the most specific row that fills either decides, `persons`
  /// first.
  private func persons(
    _ table: Table, _ key: [String], _ rows: [Int], found: (_ row: Int) -> Void
  ) -> CurrentPersons {
    let columns = [table.description.column("persons"), table.description.column("persons_share")]
    if let own = cells.overridden(.staffing, "persons", key, exactly: true) { return .persons(own) }
    if let own = cells.overridden(.staffing, "persons_share", key, exactly: true) { return .share(own) }
    for row in rows {
      for (index, column) in columns.enumerated() where !table.rows[row].cells[column].isBlank {
        found(row)
        let quantity = cells.quantity(table, column, key, row: row) ?? unknown
        return index == 0 ? .persons(quantity) : .share(quantity)
      }
    }
    if columns.allSatisfy({ !table.missingColumns.contains($0) }) {
      cells.reportMissing(table, columns, key, rows: rows)
    }
    return .persons(unknown)
  }
}

extension [StudyReading.CurrentCell] {
  /// Notes a cell by the row that filled it: one with the region's own code is reported, one of `*` assumed.
  mutating func note(_ region: Int, _ figure: CurrentFigure, of item: Int, _ table: Table, row: Int?) {
    guard let row else { return }
    append(Element(region: region, figure: figure, item: item, isAssumed: table.rows[row].key[0] == "*"))
  }
}
