import CostEngine
import Terms

/// What a reader should know about a study that has no problems.
struct StudyNotices {
  let cells: CellResolver

  private var tables: StudyTables { cells.tables }

  /// Norms with so few people that they could not provide the required standby all the time.
  func standby(functions: [CrisisFunction], norms: [[FunctionNorm]], applied: Set<Int>) {
    let table = tables[.norms]
    let column = table.position(of: .norms(.personsPerPosition))
    for level in applied.sorted() {
      let code = tables[.level].codes[level]
      var byRow: [Int: (functions: [String], fewest: Double)] = [:]
      for (index, function) in functions.enumerated() where function.standbyFee != .certain(0) {
        let fewest = fewest(norms[level][index].personsPerPosition)
        guard fewest < 2, let row = table.firstFilled(column, table.candidates([code, function.code])) else { continue }
        let known = byRow[row]
        byRow[row] = ((known?.functions ?? []) + [function.code], min(known?.fewest ?? fewest, fewest))
      }
      for (row, found) in byRow.sorted(by: { $0.key < $1.key }) {
        cells.diagnostics.notice(
          .standbyLimit(level: code, functions: found.functions, persons: Bilingual(number: found.fewest)),
          file: table.file, row: table.rows[row].number, column: table.header(column))
      }
    }
  }

  /// So many scenarios that comparing each with each other one takes most of the time and memory.
  func manyPairs() {
    let scenarios = tables[.scenario].codes.count
    guard scenarios * (scenarios - 1) / 2 > Self.fewPairs else { return }
    cells.diagnostics.notice(.manyPairs(scenarios), file: tables[.scenarios].file)
  }

  /// Of 45 scenarios: beyond it pairs take more than the amounts of the scenarios themselves.
  private static let fewPairs = 990

  /// The smallest value to assume: for a distribution that only reaches 0 because it is not bounded (normal or
  /// lognormal), its first percentile.
  private func fewest(_ quantity: Quantity) -> Double {
    switch quantity {
    case .certain(let value): return value
    case .uncertain(let index):
      let distribution = cells.register.variables[index].distribution
      let lower = distribution.support.lower
      return lower > 0 ? lower : (distribution.quantile(0.01) * 100).rounded(.down) / 100
    case .product(let index):
      let product = cells.register.products[index]
      return fewest(product.base) * fewest(product.factor)
    }
  }

  /// Levels that scenarios are compared on, with uncertain norms of their own for the same thing.
  ///
  /// - Parameter applied: levels that a scenario aims for, ascending.
  func independentLevels(
    _ levels: LevelResolution, _ norms: [[FunctionNorm]], _ provisionNorms: [[Quantity]], applied: [Int]
  ) {
    func isApart(_ a: Quantity, _ b: Quantity) -> Bool {
      let (first, second) = (cells.register.variables(of: a), cells.register.variables(of: b))
      return !first.isEmpty && !second.isEmpty && first.isDisjoint(with: second)
    }
    for (position, a) in applied.enumerated() {
      for b in applied[(position + 1)...] where !levels.lineage(a).contains(b) && !levels.lineage(b).contains(a) {
        let functions = tables[.function].codes.indices.filter { item in
          zip(norms[a][item].quantities, norms[b][item].quantities).contains { isApart($0, $1) }
        }
        let provisions = tables[.provision].codes.indices.filter { item in
          isApart(provisionNorms[a][item], provisionNorms[b][item])
        }
        let items = functions.map { tables[.function].codes[$0] } + provisions.map { tables[.provision].codes[$0] }
        if items.isEmpty { continue }
        let table = tables[functions.isEmpty ? .provisionNorms : .norms]
        let (code, other) = (tables[.level].codes[a], tables[.level].codes[b])
        cells.diagnostics.notice(
          .independentLevels(code, other, items: items), file: table.file,
          row: table.rows.first { $0.key[0] == other }?.number)
      }
    }
  }

  /// Scenarios that are not completely in place in the last year of the study.
  func unfinished(_ study: Study, _ run: StudyReading.RunSettings) {
    let settings = SimulationSettings(draws: run.draws, seed: run.seed, sampler: run.sampler)
    let completion = PhaseInCompletion(study, selection: Selection(study), settings: settings)
    let table = tables[.scenarios]
    for (index, scenario) in study.scenarios.enumerated() {
      // A start after the last year is told by itself.
      let late = study.regions.indices.filter { region in
        completion.shares[index][region] < 1 && !startsAfter(study.lastYear, scenario.terms[region].phaseIn)
      }
      // Behind the regions comes the country: every region together.
      guard !late.isEmpty, let everywhere = completion.shares[index].last else { continue }
      let isCertain = late.allSatisfy { study.isCertain(scenario.terms[$0]) }
      let year = study.yearOfCompletion(scenario: index, regions: late)
      let term: Column.Term
      switch scenario.terms[late[0]].phaseIn {
      case .linear, .scurve: term = .until
      case .step: term = .from
      case .profile: term = .phaseIn
      }
      let when: CellProblem.Completion =
        isCertain ? year.map { .year($0) } ?? .never : .chance(everywhere)
      cells.diagnostics.notice(
        .unfinished(
          scenario.code, lastYear: study.lastYear, when,
          regions: (late: late.count, all: study.regions.count)),
        file: table.file, row: table.row([scenario.code]).map { table.rows[$0].number },
        column: table.header(table.position(of: term.ofScenario)))
    }
  }

  private func startsAfter(_ year: Int, _ phaseIn: PhaseIn) -> Bool {
    switch phaseIn {
    case .linear(let from, _), .scurve(let from, _), .step(let from):
      return cells.register.support(of: from).lower > Double(year)
    case .profile: return false
    }
  }

  /// Scenarios without the one-offs of the one that they are hardly different from.
  func copiedScenarios() {
    let table = tables[.oneOffs]
    for found in CopiedScenarios(tables: tables).findings {
      cells.diagnostics.notice(
        .missesOneOffs(found.scenario, original: found.original, items: found.items), file: table.file,
        row: table.rows[found.row].number, column: table.header(table.position(of: .oneOffs(.scenarios))))
    }
  }

  /// Levels, profiles, measures and quantities that are not used.
  func unused(levels: Set<Int>, profiles: [String], measures: Set<Int>, variables: Set<Int>) {
    let isListed = Set(tables[.levels].rows.map { $0.key[0] })
    notice(.level, in: tables[.levels]) { index, code in isListed.contains(code) && !levels.contains(index) }
    notice(.level, in: tables[tables.levelsAreDefinedIn]) { index, code in
      !isListed.contains(code) && !levels.contains(index)
    }
    let profiles = Set(profiles)
    notice(.profile, in: tables[.phaseIn]) { _, code in !profiles.contains(code) }
    notice(.measure, in: tables[.measures]) { index, _ in !measures.contains(index) }
    for index in tables[.variables].rows.indices where !variables.contains(index) {
      let row = tables[.variables].rows[index]
      cells.diagnostics.notice(.unused(.variable, row.key[0]), file: tables[.variables].file, row: row.number)
    }
  }

  /// Rows of indices.csv that no year uses.
  ///
  /// - Parameter used: the years whose growth the model uses; nil at constant prices.
  func unusedGrowth(used: Range<Int>?) {
    let table = tables[.indices]
    let rows = table.rows.filter { row in Int(row.key[0]).map { used?.contains($0) != true } ?? false }
    guard let first = rows.first else { return }
    cells.diagnostics.notice(
      .unusedGrowth(rows.map { $0.key[0] }, used: used), file: table.file, row: first.number)
  }

  /// Notices of unused codes that a table introduces, at the first of their rows.
  private func notice(_ kind: CodeKind, in table: Table, where isUnused: (_ index: Int, _ code: String) -> Bool) {
    var firstRows: [String: Int] = [:]
    for row in table.rows where firstRows[row.key[0]] == nil { firstRows[row.key[0]] = row.number }
    for (index, code) in tables[kind].codes.enumerated() where isUnused(index, code) {
      cells.diagnostics.notice(.unused(kind, code), file: table.file, row: firstRows[code])
    }
  }
}
