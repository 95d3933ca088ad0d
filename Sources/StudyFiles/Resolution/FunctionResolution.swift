import CostEngine
import Terms

/// Reads regions.csv, functions.csv, norms.csv, staffing.csv and training.csv.
struct FunctionResolution {
  let cells: CellResolver

  private var tables: StudyTables { cells.tables }
  private let unknown = Quantity.certain(0)

  func regions() -> [Region] {
    let table = tables[.regions]
    return tables[.region].codes.compactMap { code in
      guard let row = table.row([code]) else { return nil }
      let rows = table.candidates([code])
      return Region(
        code: code, name: cells.name(.regions(.name), row: row),
        population: cells.quantity(.regions(.population), [code], rows: rows) ?? unknown,
        municipalities: cells.quantity(.regions(.municipalities), [code], rows: rows) ?? unknown)
    }
  }

  func functions() -> [CrisisFunction] {
    let table = tables[.functions]
    return tables[.function].codes.compactMap { code in
      guard let row = table.row([code]) else { return nil }
      let rows = table.candidates([code])
      func price(_ column: Column.Functions) -> Quantity {
        cells.quantity(.functions(column), [code], rows: rows) ?? unknown
      }
      return CrisisFunction(
        code: code, name: cells.name(.functions(.name), row: row),
        per: cells.word(.functions(.per), [code], rows: rows).map(UnitBasis.init(word:)) ?? .region,
        hourlyCost: price(.hourlyCost), coursePrice: price(.coursePrice), examPrice: price(.examPrice),
        standbyFee: price(.standbyFee))
    }
  }

  /// Norms of the levels in use.
  /// - Parameters:
  ///   - applied: levels that a scenario aims for in some region.
  ///   - reference: the level to which today's pools refer; only its positions and persons are needed.
  func norms(of levels: LevelResolution, applied: Set<Int>, reference: Int?) -> [[FunctionNorm]] {
    tables[.level].codes.indices.map { level in
      guard applied.contains(level) || level == reference else { return [] }
      return tables[.function].codes.map { function in
        func norm(_ column: Column.Norms, isOfReference: Bool = false) -> Quantity {
          guard isOfReference || applied.contains(level) else { return unknown }
          return levels.norm(.norms(column), level: level, item: function) ?? unknown
        }
        return FunctionNorm(
          positions: norm(.positions, isOfReference: true),
          personsPerPosition: norm(.personsPerPosition, isOfReference: true), initialHours: norm(.initialHours),
          annualHours: norm(.annualHours), certified: norm(.certified),
          recertifyYears: norm(.recertifyYears, isOfReference: true))
      }
    }
  }

  /// What the regions have today; records the cells that are used for it.
  func current(functions: [CrisisFunction], asked: inout [StudyReading.CurrentCell]) -> [[CurrentStaffing]] {
    tables[.region].codes.enumerated().map { region, code in
      functions.enumerated().map { item, function in
        let key = [code, function.code]
        let staff = tables[.staffing].candidates(key)
        let lessons = tables[.training].candidates(key)
        func ask(_ figure: CurrentFigure, _ rows: [Int]) -> Quantity {
          let table = tables[figure.column.table]
          asked.note(
            region, figure, of: item, table, row: table.firstFilled(table.position(of: figure.column), rows))
          return cells.quantity(figure.column, key, rows: rows) ?? unknown
        }
        let persons = persons(key, staff) {
          asked.note(region, .persons, of: item, tables[.staffing], row: $0)
        }
        // Without a standby fee the model does not need the number of standby positions.
        let isOnStandby = function.standbyFee != .certain(0)
        return CurrentStaffing(
          persons: persons, standbyPositions: isOnStandby ? ask(.standbyPositions, staff) : .certain(0),
          turnover: ask(.turnover, staff), certified: ask(.certified, staff),
          initialHours: ask(.initialHours, lessons), annualHours: ask(.annualHours, lessons))
      }
    }
  }

  /// `persons` and `persons_share` are looked up together: the most specific row that fills either decides, with
  /// `persons` taking precedence.
  private func persons(_ key: [String], _ rows: [Int], found: (_ row: Int) -> Void) -> CurrentPersons {
    let table = tables[.staffing]
    let (persons, share) = (Column.staffing(.persons), Column.staffing(.personsShare))
    if let own = cells.overridden(InputName(persons, key: key), exactly: true) { return .persons(own) }
    if let own = cells.overridden(InputName(share, key: key), exactly: true) { return .share(own) }
    for row in rows {
      for column in [persons, share] where !table.rows[row].cells[table.position(of: column)].isBlank {
        found(row)
        let quantity = cells.quantity(column, key, row: row) ?? unknown
        return column == persons ? .persons(quantity) : .share(quantity)
      }
    }
    let columns = [persons, share].map { table.position(of: $0) }
    if columns.allSatisfy({ !table.missingColumns.contains($0) }) {
      cells.reportMissing(table, columns, key, rows: rows)
    }
    return .persons(unknown)
  }
}

extension [StudyReading.CurrentCell] {
  /// Records a cell by the row that filled it: a row with the region's own code was reported, a `*` row was assumed, and
  /// one whose source says so was invented.
  mutating func note(_ region: Int, _ figure: CurrentFigure, of item: Int, _ table: Table, row: Int?) {
    guard let row else { return }
    append(
      Element(
        region: region, figure: figure, item: item, isAssumed: table.rows[row].key[0] == "*",
        isExample: table.isExample(row)))
  }
}
