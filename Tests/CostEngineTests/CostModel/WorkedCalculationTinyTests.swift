import CostEngine
import TestSupport
import Testing

/// `tiny` against its calculation by hand: every intermediate value, every line and every reported amount.
@Suite struct WorkedCalculationTinyTests {
  static let regions = ["AA", "BB"]
  static let functions = ["OVD", "INF"]
  static let scenarios = ["BASIS", "SLIM"]

  /// A figure is the result of at most 30 roundings of 2^-53 each, and the largest cancellation on its way,
  /// 4.025 - 4, multiplies their relative error by 161: 30 * 161 * 2^-53 = 5.4e-13.
  static func expect(_ found: Double, _ expected: Double, _ name: @autoclosure () -> String) {
    #expect(abs(found - expected) <= 5.4e-13 * abs(expected), "\(name()): \(found), by hand \(expected)")
  }

  /// A difference of two amounts below 1e5: each is right to 5.4e-13 of its size, so the difference to 1.1e-7.
  static func expectDifference(_ found: Double, _ expected: Double, _ name: @autoclosure () -> String) {
    #expect(abs(found - expected) <= 1.1e-7, "\(name()): \(found), by hand \(expected)")
  }

  static func side(_ row: [String]) throws -> WorkedCalculation.FunctionSide {
    let scenario = scenarios.firstIndex(of: row[0])
    let region = try #require(regions.firstIndex(of: row[1]))
    let function = try #require(functions.firstIndex(of: row[2]))
    let worked = WorkedCalculation(TinyStudy.study, scenario: scenario ?? 0, region: region, values: [])
    let year = try #require(worked.years.first { "\($0.year)" == row[3] })
    return scenario == nil ? year.functions[function].baseline : year.functions[function].scenario
  }

  @Test func indicesAndDiscountFactors() {
    let years = WorkedCalculation(TinyStudy.study, scenario: 0, region: 0, values: []).years
    for (year, expected) in zip(
      years, [[2027, 1.1, 1.2, 0.8], [2028, 1.21, 1.44, 0.64], [2029, 1.331, 1.728, 0.512]])
    {
      let found = [Double(year.year), year.wageIndex, year.priceIndex, year.discountFactor]
      for (found, expected) in zip(found, expected) { Self.expect(found, expected, "\(year.year)") }
    }
  }

  @Test func phaseInAndRamp() {
    let basis = WorkedCalculation(TinyStudy.study, scenario: 0, region: 0, values: [])
    let slim = WorkedCalculation(TinyStudy.study, scenario: 1, region: 0, values: [])
    #expect(basis.years.map(\.phaseIn) == [0.5, 1, 1])
    #expect(slim.years.map(\.phaseIn) == [0, 0.5, 1])
    #expect(basis.measures.isEmpty)
    #expect(slim.years.map { $0.measures[0].ramp } == [0, 0.5, 1])
  }

  @Test func todayOfEveryFunction() {
    let a = WorkedCalculation(TinyStudy.study, scenario: 0, region: 0, values: []).functions
    let b = WorkedCalculation(TinyStudy.study, scenario: 0, region: 1, values: []).functions
    #expect((a + b).map(\.units) == [1, 4, 1, 2])
    #expect((a + b).map(\.persons) == [4, 4, 8, 2])
    #expect((a + b).map(\.standbyPositions) == [1, 0, 2, 0])
    #expect((a + b).map(\.turnover) == [0.1, 0.2, 0.25, 0.2])
    #expect((a + b).map(\.certified) == [0.5, 0, 1, 0])
    #expect((a + b).map(\.initialHours) == [20, 10, 40, 10])
    #expect((a + b).map(\.annualHours) == [10, 3, 30, 3])
  }

  @Test func intermediateValuesOfEveryFunctionAndYear() throws {
    let table = TextTable(TinyWorked.functions)
    #expect(table.rows.count == 36)
    for row in table.rows {
      let side = try Self.side(row)
      let found = [
        side.personsBefore, side.persons, side.growing, side.standardHours, side.certified, side.annualHours,
        side.standbyPositions, side.wage, side.coursePrice, side.examPrice, side.training,
      ]
      for (index, (found, expected)) in zip(found, table.numbers(row, from: 4)).enumerated() {
        Self.expect(found, expected, "\(table.heading[index + 4]) of \(row[..<4])")
      }
    }
  }

  @Test func linesOfEveryFunctionAndYear() throws {
    let table = TextTable(TinyWorked.functionLines)
    #expect(table.rows.count == 36)
    for row in table.rows {
      let side = try Self.side(row)
      for (line, expected) in zip(CostLine.allCases, table.numbers(row, from: 4)) {
        Self.expect(side.lines[line], expected, "\(line.id) of \(row[..<4])")
      }
    }
  }

  @Test func positionsAndPersonsNeeded() {
    let slim = WorkedCalculation(TinyStudy.study, scenario: 1, region: 0, values: []).years
    #expect(slim.map { $0.functions[0].scenario.positions } == [1.5, 1.5, 1.5])
    for (year, expected) in zip(slim, [4.5, 4.05, 3.6]) {
      Self.expect(year.functions[0].scenario.personsNeeded, expected, "Q of \(year.year)")
    }
    #expect(slim.map { $0.functions[1].scenario.personsNeeded } == [6, 6, 6])
    #expect(slim.map { $0.functions[1].scenario.factors[.coursePrice] } == [1, 0.75, 0.5])
  }

  @Test(arguments: [
    (0, 0, [2400.0, 2880, 3456], [4800.0, 8640, 10368]), (0, 1, [6000, 7200, 8640], [6000, 7200, 8640]),
    (1, 0, [2400, 2880, 3456], [2400, 4680, 7776]), (1, 1, [6000, 7200, 8640], [6000, 6210, 6264]),
  ])
  func provisions(scenario: Int, region: Int, baseline: [Double], cost: [Double]) {
    let years = WorkedCalculation(TinyStudy.study, scenario: scenario, region: region, values: []).years
    for (year, (baseline, cost)) in zip(years, zip(baseline, cost)) {
      Self.expect(year.provisions[0].baseline.amount, baseline, "baseline of \(year.year)")
      Self.expect(year.provisions[0].scenario.amount, cost, "scenario of \(year.year)")
    }
  }

  @Test func nationalOneOffsFallInNoRegion() {
    for scenario in 0..<2 {
      let national = WorkedNational(TinyStudy.study, scenario: scenario, values: [])
      #expect(national.oneOffs.map { $0.map(\.oneOff) } == [[0], [0], []])
      for (found, expected) in zip(national.oneOffs.joined(), [5500.0, 6050]) {
        Self.expect(found.amount, expected, "LEAD")
      }
      #expect(national.regions.allSatisfy { $0.years.allSatisfy { $0.oneOffs.allSatisfy { $0.oneOff == 1 } } })
    }
  }

  @Test func deltaByLine() throws {
    let table = TextTable(TinyWorked.deltas)
    #expect(table.rows.count == 47)
    var byHand: [String: [Double]] = [:]
    for row in table.rows { byHand[row[..<3].joined(separator: "/")] = table.numbers(row, from: 3) }
    for (scenario, code) in Self.scenarios.enumerated() {
      let national = WorkedNational(TinyStudy.study, scenario: scenario, values: [])
      let found = national.regions.map { $0.years.map(\.amounts) + [$0.total] } + [national.years + [national.total]]
      for (amounts, region) in zip(found, Self.regions + ["NL"]) {
        for line in CostLine.allCases {
          let expected = byHand["\(code)/\(region)/\(line.id)"] ?? [0, 0, 0, 0]
          for (amounts, expected) in zip(amounts, expected) {
            Self.expectDifference(amounts.deltaLines[line], expected, "\(line.id) of \(code), \(region)")
          }
        }
      }
    }
  }

  /// The figures by hand are rounded to a cent: half a cent, and the error of a difference.
  @Test func reportedAmounts() throws {
    let table = TextTable(TinyWorked.reported)
    #expect(table.rows.count == 42)
    for row in table.rows {
      let scenario = try #require(Self.scenarios.firstIndex(of: row[0]))
      let quantity = try #require(ReportedQuantity.allCases.first { $0.id == row[2] })
      let national = WorkedNational(TinyStudy.study, scenario: scenario, values: [])
      let region = Self.regions.firstIndex(of: row[1]).map { national.regions[$0] }
      for (period, expected) in zip([Period.year(0), .year(1), .year(2), .total], table.numbers(row, from: 3)) {
        let found = region?.amount(of: quantity, in: period) ?? national.amount(of: quantity, in: period)
        #expect(abs(found - expected) <= 0.005 + 1e-6, "\(row[..<3]): \(found)")
      }
    }
    let presentValues = TextTable(TinyWorked.presentValues)
    #expect(presentValues.rows.count == 6)
    for row in presentValues.rows {
      let scenario = try #require(Self.scenarios.firstIndex(of: row[0]))
      let national = WorkedNational(TinyStudy.study, scenario: scenario, values: [])
      let region = Self.regions.firstIndex(of: row[1]).map { national.regions[$0] }
      let found = region?.amount(of: .npv) ?? national.amount(of: .npv)
      #expect(abs(found - presentValues.numbers(row, from: 2)[0]) <= 0.005 + 1e-6, "npv of \(row[..<2]): \(found)")
    }
  }

  /// The hours of BASIS in AA in 2027, by hand: OVD 1 * 30 * 55 + 4 * 10 * 55 + 0.4 * 30 * 55 + 75 * 55 = 8635 against
  /// (0.4 * 20 + 40) * 55 = 2640; INF 2 * 10 * 44 + 0.8 * 10 * 44 + 24 * 44 = 2288 against (8 + 12) * 44 = 880.
  @Test func staffTimeIsTheHoursOfOwnStaff() {
    let year = WorkedCalculation(TinyStudy.study, scenario: 0, region: 0, values: []).years[0].amounts
    Self.expectDifference(year.staffTime, 8635 - 2640 + 2288 - 880, "staff time")
    Self.expectDifference(year.outOfPocket, year.delta - 7403, "out of pocket")
  }
}
