import CostEngine
import Terms

/// Reads provisions.csv, provision-norms.csv, provision-current.csv and one-offs.csv.
struct ProvisionResolution {
  let cells: CellResolver

  private var tables: StudyTables { cells.tables }
  private let unknown = Quantity.certain(0)

  func provisions() -> [Provision] {
    let table = tables[.provisions]
    return tables[.provision].codes.compactMap { code in
      guard let row = table.row([code]) else { return nil }
      return Provision(
        code: code, name: cells.name(.provisions(.name), row: row),
        per: cells.word(.provisions(.per), [code], rows: [row]).map(UnitBasis.init(word:)) ?? .region,
        unitCost: cells.quantity(.provisions(.unitCost), [code], rows: [row]) ?? unknown,
        index: cells.word(.provisions(.index), [code], rows: [row]).map(PriceIndex.init(word:)) ?? .price)
    }
  }

  /// - Parameter applied: levels that a scenario aims for in some region.
  func norms(of levels: LevelResolution, applied: Set<Int>) -> [[Quantity]] {
    tables[.level].codes.indices.map { level in
      guard applied.contains(level) else { return [] }
      return tables[.provision].codes.map { provision in
        levels.norm(.provisionNorms(.quantity), level: level, item: provision) ?? unknown
      }
    }
  }

  /// What the regions have today; records the cells that are used for it.
  func current(asked: inout [StudyReading.CurrentCell]) -> [[Quantity]] {
    let table = tables[.provisionCurrent]
    let quantity = CurrentFigure.provisionQuantity.column
    return tables[.region].codes.enumerated().map { region, code in
      tables[.provision].codes.enumerated().map { item, provision in
        let key = [code, provision]
        let rows = table.candidates(key)
        asked.note(
          region, .provisionQuantity, of: item, table, row: table.firstFilled(table.position(of: quantity), rows))
        return cells.quantity(quantity, key, rows: rows) ?? unknown
      }
    }
  }

  /// The programme costs that a scenario bears; they refer to measures by their index in measures.csv.
  ///
  /// - Parameter used: the scenarios, with their measures by index in measures.csv.
  func oneOffs(of used: [Scenario], horizon: (first: Int, last: Int)?) -> [OneOff] {
    let table = tables[.oneOffs]
    let scenarios = tables[.scenario]
    return table.rows.indices.compactMap { row in
      let code = table.rows[row].key[0]
      let borneBy: [Int]
      switch table.rows[row].cells[table.position(of: .oneOffs(.scenarios))] {
      case .blank:
        borneBy = Array(scenarios.codes.indices)
      case .codes(let codes):
        borneBy = codes.compactMap { scenarios.index[$0] }.sorted()
        if codes.isEmpty {
          cells.diagnostics.notice(
            .oneOffWithoutScenario(code), file: table.file, row: table.rows[row].number,
            column: table.header(.oneOffs(.scenarios)))
        }
      default:
        borneBy = []
      }
      if borneBy.isEmpty { return nil }
      let measure = table.rows[row].cells[table.position(of: .oneOffs(.measure))].text
      let measureIndex = measure.flatMap { tables[.measure].index[$0] }
      if let measure, let measureIndex {
        let isBorne = borneBy.contains { scenario in
          used.indices.contains(scenario)
            && (used[scenario].measures.contains(measureIndex)
              || used[scenario].terms.contains { $0.measures.contains(measureIndex) })
        }
        if !isBorne {
          cells.diagnostics.notice(
            .oneOffWithoutMeasure(code, measure: measure), file: table.file, row: table.rows[row].number,
            column: table.header(.oneOffs(.measure)))
          return nil
        }
      }
      func quantity(_ column: Column.OneOffs) -> Quantity? {
        cells.quantity(.oneOffs(column), [code], rows: [row])
      }
      func word(_ column: Column.OneOffs) -> String? { cells.word(.oneOffs(column), [code], rows: [row]) }
      let from = quantity(.from)
      let until = quantity(.until)
      check(row, from, until, horizon)
      return OneOff(
        code: code, name: cells.name(.oneOffs(.name), row: row), per: word(.per).map(UnitBasis.init(word:)) ?? .region,
        amount: quantity(.amount) ?? unknown, from: from ?? unknown, until: until ?? unknown,
        index: word(.index).map(PriceIndex.init(word:)) ?? .price, scenarios: borneBy,
        measure: measureIndex)
    }
  }

  /// Checks whether the years of a one-off are possible, and whether they deserve a notice.
  private func check(_ row: Int, _ from: Quantity?, _ until: Quantity?, _ horizon: (first: Int, last: Int)?) {
    guard let from, let until else { return }
    let table = tables[.oneOffs]
    let column = Column.oneOffs(.until)
    let place = cells.place(table, table.rows[row].key)
    let first = cells.register.support(of: from)
    let last = cells.register.support(of: until)
    if from != until, !(last.lower >= first.upper) {
      cells.diagnostics.error(
        .untilBeforeFrom(until: last, from: first, place: place), file: table.file, row: table.rows[row].number,
        column: table.header(column))
      return
    }
    let code = table.rows[row].key[0]
    if from != until, last.upper - first.lower + 1 > 3 {
      cells.diagnostics.notice(
        .longIncidental(code, years: Int(last.upper - first.lower) + 1), file: table.file,
        row: table.rows[row].number, column: table.header(column))
    }
    guard let horizon else { return }
    if last.upper < Double(horizon.first) || first.lower > Double(horizon.last) {
      let what = Bilingual(nl: "Post \(quoted(code))", en: "Item \(quoted(code))")
      cells.diagnostics.notice(
        .outsideHorizon(what, first: horizon.first, last: horizon.last), file: table.file,
        row: table.rows[row].number, column: table.header(.oneOffs(.from)))
    }
  }
}
