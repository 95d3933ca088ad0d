import CostEngine
import StudyFiles
import Terms
import Testing

/// Values that take the place of cells.
@Suite struct InputOverrideTests {
  private static func read(_ overrides: [InputOverride], _ changes: Change...) throws -> StudyReading {
    let files = try StudyFixture.files(changes).mapValues { Array($0.utf8) }
    return StudyReader.read(files: files, folderName: "proef", overrides: overrides, keepsLedger: true)
  }

  private static func study(_ overrides: InputOverride..., changes: [Change] = []) throws -> Study {
    let files = try StudyFixture.files(changes).mapValues { Array($0.utf8) }
    let reading = StudyReader.read(files: files, folderName: "proef", overrides: overrides)
    #expect(reading.ledger == nil)
    return try #require(reading.study, "\(reading.diagnostics)")
  }

  private static func set(_ name: String, _ value: Double) throws -> InputOverride {
    InputOverride(try InputName(typed: name, furtherColumns: ["risk"]), .certain(value))
  }

  @Test func noneLeaveTheStudyAsItIs() throws {
    let reading = try Self.read([])
    let study = try #require(reading.study)
    let own = try StudyFixture.study()
    #expect(study.variables.map(\.name) == own.variables.map(\.name))
    #expect(study.current.map { $0.map(\.turnover) } == own.current.map { $0.map(\.turnover) })
    #expect(study.scenarios.map { $0.terms.map(\.phaseIn) } == own.scenarios.map { $0.terms.map(\.phaseIn) })
  }

  /// A cell with a value, one from a `*` row, a default and a blank cell.
  @Test func aCellIsReplacedWhereverItsValueCameFrom() throws {
    let study = try Self.study(
      Self.set("staffing.turnover[VR01/OVD]", 0.3), Self.set("staffing.turnover[VR02/INF]", 0.4),
      Self.set("functions.exam_price[INF]", 7), Self.set("provision-current.quantity[VR02/EX]", 9),
      Self.set("scenarios.delay_years[PLUS]", 2), Self.set("norms.positions[plus/INF]", 5))
    #expect(study.current[0][0].turnover == .certain(0.3))
    #expect(study.current[1][1].turnover == .certain(0.4))
    // VR01's turnover of INF comes from the same `*` row and stays uncertain.
    #expect(study.variables.contains { $0.name == "staffing.turnover[VR01/INF]" })
    #expect(!study.variables.contains { $0.name == "staffing.turnover[VR02/INF]" })
    #expect(study.functions[1].examPrice == .certain(7))
    #expect(study.currentProvisions[1][0] == .certain(9))
    #expect(study.scenarios[2].terms.map(\.delay) == [.certain(2), .certain(2)])
    #expect(study.norms[1].map(\.positions) == [.certain(3), .certain(5)])
  }

  @Test func aPatternHoldsForEveryCellItFits() throws {
    let study = try Self.study(
      Self.set("staffing.verloop[*/INF]", 0.4), Self.set("staffing.turnover[*/*]", 0.2),
      Self.set("staffing.turnover[VR02/INF]", 0.1), Self.set("training.annual_hours[*/OVD]", 12),
      Self.set("functions.hourly_cost[*]", 44))
    // The most specific name holds, whatever the order.
    #expect(
      study.current.map { $0.map(\.turnover) } == [[.certain(0.2), .certain(0.4)], [.certain(0.2), .certain(0.1)]])
    #expect(study.current.map { $0[0].annualHours } == [.certain(12), .certain(12)])
    #expect(study.functions.map(\.hourlyCost) == [.certain(44), .certain(44)])
  }

  @Test func anUncertainCellKeepsItsNameAndItsLoadings() throws {
    let wide = try Distribution.uniform(from: 0.1, to: 0.5)
    let name = try InputName(typed: "staffing.turnover[VR01/OVD]")
    let study = try Self.study(InputOverride(name, .distribution(wide)))
    let variable = try #require(study.variables.first { $0.name == "staffing.turnover[VR01/OVD]" })
    #expect(variable.distribution == wide)
    #expect(variable.loadings.map(\.loading) == [0.3])
    // A distribution of one value is certain.
    let only = try Self.study(InputOverride(name, .distribution(.constant(0.25))))
    #expect(only.current[0][0].turnover == .certain(0.25))
  }

  /// A quantity that cells share is replaced in all of them, and in one of them by that cell's own name.
  @Test func sharedQuantities() throws {
    let all = try Self.study(Self.set("variables.value[uurtarief]", 55))
    #expect(all.functions[1].hourlyCost == .certain(55))
    #expect(!all.variables.contains { $0.name.hasPrefix("variables.") })
    let one = try Self.study(Self.set("functions.uurtarief[INF]", 52))
    #expect(one.functions[1].hourlyCost == .certain(52))
    let range = try Distribution.uniform(from: 1, to: 2)
    let name = try InputName(typed: "variables.value[uurtarief]")
    let uncertain = try Self.study(InputOverride(name, .distribution(range)))
    #expect(uncertain.variables.first { $0.name == "variables.value[uurtarief]" }?.distribution == range)
    // A certain quantity is shared as well.
    let certain = try Self.study(
      Self.set("variables.value[uurtarief]", 55),
      changes: [.replace("uurtarief,45..60", with: "uurtarief,50", in: "variables.csv")])
    #expect(certain.functions[1].hourlyCost == .certain(55))
  }

  @Test func aSharedQuantityKeepsTheBoundsOfTheCellsThatAskForIt() throws {
    let reading = try Self.read([Self.set("variables.value[uurtarief]", -1)])
    #expect(reading.study == nil)
    #expect(reading.diagnostics.first?.problem.dutch.hasPrefix("var(uurtarief) is -1;") == true)
  }

  @Test func settingsAndGrowth() throws {
    let study = try Self.study(
      Self.set("settings.value[discontovoet]", 0.05), Self.set("settings.value[loongroei]", 0.01),
      Self.set("indices.loongroei[2028]", 0.07), Self.set("indices.price_growth[2029]", 0.09))
    #expect(study.discountRate == .certain(0.05))
    // 2027 ... 2030: the price year is 2026.
    #expect(study.wageGrowth == [.certain(0.01), .certain(0.07), .certain(0.01), .certain(0.01)])
    #expect(study.priceGrowth == [.certain(0.03), .certain(0.03), .certain(0.09), .certain(0.03)])
    let longer = try Self.study(Self.set("settings.value[jaren]", 6), Self.set("settings.value[price_year]", 2025))
    #expect(longer.years == 6 && longer.priceYear == 2025 && longer.wageGrowth.count == 7)
    let later = try Self.study(Self.set("settings.value[eerste_jaar]", 2028))
    #expect(later.firstYear == 2028)
  }

  @Test func peopleAndTheirShare() throws {
    let study = try Self.study(
      Self.set("staffing.persons[VR01/INF]", 3), Self.set("staffing.persons_share[VR02/OVD]", 0.6))
    #expect(study.current[0][1].persons == .persons(.certain(3)))
    #expect(study.current[1][0].persons == .share(.certain(0.6)))
    // A pattern is of the cells that the model asks under that name: reported numbers stay.
    let pattern = try Self.study(Self.set("staffing.persons_share[*/*]", 0.9))
    #expect(pattern.current.map { $0[1].persons } == [.share(.certain(0.9)), .share(.certain(0.9))])
    #expect(pattern.current.map { $0[0].persons } == [.persons(.certain(4)), .persons(.certain(8))])
  }

  @Test func termsOfARegion() throws {
    // RUIM: linear from 2027 to 2029; VR02 has a year of its own, 2030.
    let all = try Self.study(Self.set("scenarios.until[RUIM]", 2028))
    #expect(
      all.scenarios[1].terms.map(\.phaseIn) == [
        .linear(from: .certain(2027), until: .certain(2028)), .linear(from: .certain(2027), until: .certain(2030)),
      ])
    let first = try Self.study(Self.set("scenario-regions.until[RUIM/VR01]", 2031))
    #expect(
      first.scenarios[1].terms.map(\.phaseIn) == [
        .linear(from: .certain(2027), until: .certain(2031)), .linear(from: .certain(2027), until: .certain(2030)),
      ])
    let pattern = try Self.study(Self.set("scenario-regions.until[RUIM/*]", 2031))
    #expect(
      pattern.scenarios[1].terms.map(\.phaseIn) == [
        .linear(from: .certain(2027), until: .certain(2029)), .linear(from: .certain(2027), until: .certain(2031)),
      ])
  }

  @Test func funds() throws {
    func shares(_ overrides: InputOverride...) throws -> [Quantity] {
      let study = try #require(try Self.read(overrides).study)
      return study.funds[0].entries.map(\.share)
    }
    let first = try Self.set("funding.share[RIJK/2027]", 0.5)
    let second = try Self.set("funding.aandeel[RIJK/2030]", 0.25)
    #expect(try shares(first) == [.certain(0.5), .certain(0.5)])
    #expect(try shares(first, second) == [.certain(0.5), .certain(0.25)])
    // A pattern is of the rows that say a share themselves.
    #expect(try shares(Self.set("funding.share[RIJK/*]", 0.7)) == [.certain(0.7), .certain(0.7)])
    let study = try Self.study(
      Self.set("funding.amount[RIJK/2030]", 5), Self.set("regions.risk[VR01]", 8),
      changes: [.replace("population\n", with: "risk\n", in: "funding.csv")])
    #expect(study.funds[0].entries[1].amount == .certain(5))
    #expect(study.funds[0].entries[0].key == [.certain(8), .certain(1)])
  }

  @Test func aMeasureThatBecomesUncertainIsDrawn() throws {
    let study = try Self.study(Self.set("measures.deelname[ELEARN]", 0.5))
    #expect(study.variables.contains { $0.name == "measures.in_force[ELEARN/VR01]" })
    let certain = try Self.study(Self.set("measures.adoption[POOL]", 1))
    #expect(!certain.variables.contains { $0.name.hasPrefix("measures.in_force[POOL") })
    let effect = try Self.study(Self.set("measure-effects.factor[POOL/INF/opleidingsprijs]", 0.9))
    let pool = try #require(effect.measures.first { $0.code == "POOL" })
    #expect(pool.effects.first { $0.driver == .coursePrice && $0.item == 1 }?.factor == .certain(0.9))
  }

  // MARK: What cannot be

  @Test(arguments: [
    (
      "scenarios.bandwidth[RUIM]", 1.5,
      "scenarios.bandbreedte[RUIM] kan niet 1,5 zijn: de waarde moet van 0 tot en met 1 zijn."
    ),
    ("staffing.persons[VR01/OVD]", -1, "staffing.personen[VR01/OVD] kan niet -1 zijn: de waarde moet 0 of meer zijn."),
    (
      "settings.value[wage_growth]", -1,
      "settings.waarde[loongroei] kan niet -1 zijn: de waarde moet meer dan -1 zijn."
    ),
    ("scenarios.until[RUIM]", 2030.5, "scenarios.tot[RUIM] kan niet 2030,5 zijn: het moet een geheel getal zijn."),
    ("settings.value[years]", 4.5, "settings.waarde[jaren] kan niet 4,5 zijn: het moet een geheel getal zijn."),
    ("settings.value[years]", 60, "settings.waarde[jaren] kan niet 60 zijn: de waarde moet van 1 tot en met 50 zijn."),
  ])
  func valuesOutsideTheBoundsOfTheColumn(name: String, value: Double, problem: String) throws {
    let override = try Self.set(name, value)
    #expect(override.problem?.dutch == problem)
    let reading = try Self.read([override])
    #expect(reading.study == nil && reading.ledger == nil)
    #expect(reading.diagnostics.contains { $0.problem.dutch == problem && $0.file == override.name.table.file })
  }

  @Test func uncertainValuesOutsideTheBounds() throws {
    let wide = try Distribution.uniform(from: 0.5, to: 2)
    let override = InputOverride(try InputName(typed: "scenarios.bandwidth[RUIM]"), .distribution(wide))
    #expect(
      override.problem?.english
        == "scenarios.bandwidth[RUIM] cannot be 2: the value must be from 0 to 1.")
  }

  @Test func namesThatHoldNoNumber() {
    for (column, key) in [("in_force", ["POOL", "VR01"]), ("name", ["POOL"])] {
      let name = InputName(table: .measures, column: column, key: key)
      #expect(InputOverride(name, .certain(0)).problem != nil)
    }
    let draws = InputName(table: .settings, column: "value", key: ["draws"])
    #expect(InputOverride(draws, .certain(100)).problem != nil)
  }

  /// The last year before the first: for all regions, for one, and where the cell itself was blank.
  @Test(arguments: [
    ("scenarios.until[RUIM]", 2026.0, [], "scenarios.csv", "scenario RUIM"),
    ("scenario-regions.until[RUIM/VR01]", 2026, [], "scenarios.csv", "scenario RUIM, regio VR01"),
    ("scenario-regions.from[RUIM/VR02]", 2031, [], "scenario-regions.csv", "scenario RUIM, regio VR02"),
    (
      "scenarios.until[RUIM]", 2026, [Change.replace("linear,2027,2029", with: "linear,2027,", in: "scenarios.csv")],
      "scenarios.csv", "scenario RUIM"
    ),
  ])
  func yearsThatCannotBe(name: String, value: Double, changes: [Change], file: String, place: String) throws {
    let files = try StudyFixture.files(changes).mapValues { Array($0.utf8) }
    let reading = StudyReader.read(files: files, folderName: "x", overrides: [try Self.set(name, value)])
    #expect(reading.study == nil)
    let problem = try #require(reading.diagnostics.first { $0.severity == .error })
    #expect(problem.problem.dutch.hasPrefix("Het laatste jaar ("))
    #expect(problem.problem.dutch.hasSuffix("\(place)."))
    #expect(problem.file == file)
  }
}
