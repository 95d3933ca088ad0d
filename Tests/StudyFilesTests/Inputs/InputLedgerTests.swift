import CostEngine
import FoundationEssentials
import StudyFiles
import Terms
import TestSupport
import Testing
import WaterlijnProcess

/// Every cell that the model asks for, by name.
@Suite struct InputLedgerTests {
  static func ledger(_ changes: Change..., overrides: [InputOverride] = []) throws -> InputLedger {
    let files = try StudyFixture.files(changes).mapValues { Array($0.utf8) }
    let reading = StudyReader.read(files: files, folderName: "proef", overrides: overrides, keepsLedger: true)
    return try #require(reading.ledger, "\(reading.diagnostics)")
  }

  static func name(_ text: String) throws -> InputName { try InputName(typed: text, furtherColumns: ["risk"]) }

  @Test(arguments: [
    ("settings.value[first_year]", 2027.0), ("settings.value[years]", 4), ("settings.value[price_year]", 2026),
    ("settings.value[discount_rate]", 0), ("regions.population[VR01]", 200_000), ("functions.hourly_cost[OVD]", 50),
    ("functions.exam_price[INF]", 0), ("norms.positions[plus/INF]", 3), ("staffing.persons[VR01/OVD]", 4),
    ("staffing.persons_share[VR02/INF]", 0.5), ("provision-current.quantity[VR02/EX]", 0),
    ("measures.ramp_years[ELEARN]", 1), ("measure-effects.factor[POOL/OVD/persons]", 0.8),
    ("scenarios.bandwidth[SNEL]", 0.25), ("scenarios.delay_years[PLUS]", 0),
    ("scenario-regions.until[RUIM/VR02]", 2030),
    ("phase-in.share[eigen/2029]", 1), ("funding.amount[VAST/2030]", 500), ("one-offs.until[LEAD]", 2028),
    ("training.initial_hours[VR01/OVD]", 20), ("indices.wage_growth[2030]", 0.02),
  ])
  func certainCells(text: String, value: Double) throws {
    #expect(try Self.ledger()[Self.name(text)]?.value == .certain(value))
  }

  @Test func uncertainCells() throws {
    let ledger = try Self.ledger()
    let turnover = try Distribution.uniform(from: 0.05, to: 0.2)
    #expect(try ledger[Self.name("staffing.turnover[VR02/INF]")]?.value == .distribution(turnover))
    let growth = try Distribution.uniform(from: 0.03, to: 0.05)
    #expect(try ledger[Self.name("indices.wage_growth[2028]")]?.value == .distribution(growth))
  }

  /// A cell whose value stands in another one names it.
  @Test(arguments: [
    ("functions.hourly_cost[INF]", "variables.value[uurtarief]"),
    ("scenario-regions.until[RUIM/VR01]", "scenarios.until[RUIM]"),
    ("scenario-regions.bandwidth[PLUS/VR02]", "scenarios.bandwidth[PLUS]"),
    ("indices.wage_growth[2030]", "settings.value[wage_growth]"),
    ("funding.share[RIJK/2030]", "funding.share[RIJK/2027]"),
  ])
  func sources(text: String, source: String) throws {
    let ledger = try Self.ledger()
    let cell = try #require(ledger[Self.name(text)])
    #expect(cell.source?.text == source)
    let origin = try #require(ledger[Self.name(source)])
    #expect(origin.value == cell.value && origin.source == nil)
  }

  /// What the model does not ask for is not in it.
  @Test(arguments: [
    "scenarios.until[SNEL]", "staffing.persons[VR01/INF]", "staffing.standby_positions[VR01/INF]",
    "regions.risk[VR01]", "settings.value[draws]",
  ])
  func cellsThatAreNotAsked(text: String) throws {
    let name = InputName(text) ?? InputName(table: .settings, column: "value", key: ["draws"])
    #expect(try Self.ledger()[name] == nil)
  }

  /// Two readings are compared cell by cell; an override shows as the value of its cell.
  @Test func aChangeOfACellIsAChangeOfItsEntryOnly() throws {
    let before = try Self.ledger()
    let change = InputOverride(try Self.name("staffing.turnover[VR01/OVD]"), .certain(0.3))
    for after in [
      try Self.ledger(overrides: [change]),
      try Self.ledger(.replace("VR01,OVD,4,,1,10%", with: "VR01,OVD,4,,1,30%", in: "staffing.csv")),
    ] {
      #expect(after.cells.map(\.name) == before.cells.map(\.name))
      let changed = zip(before.cells, after.cells).filter { $0 != $1 }
      #expect(changed.map(\.1.name.text) == ["staffing.turnover[VR01/OVD]"])
      #expect(changed.first?.1.value == .certain(0.3))
    }
  }

  /// Each uncertain cell of a large study stands in it under the name of its variable.
  @Test func everyVariableIsInIt() throws {
    let reading = StudyReader.read(
      folder: Shell.package.path + "/scenarios/nederland", in: SystemFiles(), keepsLedger: true)
    let study = try #require(reading.study)
    let ledger = try #require(reading.ledger)
    for variable in study.variables where !variable.name.hasPrefix("measures.in_force") {
      let name = try #require(InputName(variable.name))
      #expect(ledger[name]?.value == .distribution(variable.distribution), "\(variable.name)")
    }
  }

  // MARK: Names as people type them

  @Test(arguments: [
    ("scenarios.tot[RUIM]", "scenarios.until[RUIM]"), (" scenarios . until [ RUIM ] ", "scenarios.until[RUIM]"),
    ("staffing.verloop[*/OVD]", "staffing.turnover[*/OVD]"),
    ("staffing.verloop[ VR01 / OVD ]", "staffing.turnover[VR01/OVD]"),
    ("settings.waarde[discontovoet]", "settings.value[discount_rate]"),
    ("measure-effects.factor[POOL/OVD/personen]", "measure-effects.factor[POOL/OVD/persons]"),
    ("measure-effects.factor[*/*/opleidingsprijs]", "measure-effects.factor[*/*/course_price]"),
    ("variables.waarde[uurtarief]", "variables.value[uurtarief]"),
    ("provision-current.aantal[*/EX]", "provision-current.quantity[*/EX]"),
    ("regions.inwoners[VR01]", "regions.population[VR01]"),
    ("scenario-regions.tot[RUIM/VR01]", "scenario-regions.until[RUIM/VR01]"),
  ])
  func typedNames(text: String, name: String) throws {
    #expect(try Self.ledger().name(typed: text).text == name)
  }

  @Test func patternsStandForTheCellsThatAreAsked() throws {
    let ledger = try Self.ledger()
    func found(_ text: String) throws -> [String] { try ledger.cells(named: Self.name(text)).map(\.name.text) }
    #expect(try found("staffing.turnover[*/INF]") == ["staffing.turnover[VR01/INF]", "staffing.turnover[VR02/INF]"])
    #expect(
      try found("staffing.persons_share[*/*]") == [
        "staffing.persons_share[VR01/INF]", "staffing.persons_share[VR02/INF]",
      ])
    #expect(try found("functions.hourly_cost[*]") == ["functions.hourly_cost[OVD]", "functions.hourly_cost[INF]"])
    #expect(try found("scenario-regions.until[*/*]") == ["scenario-regions.until[RUIM/VR02]"])
    #expect(try found("indices.wage_growth[*]") == ["indices.wage_growth[2028]"])
  }

  @Test func furtherColumnsOfRegions() throws {
    let change = Change.replace("population\n", with: "risk\n", in: "funding.csv")
    let ledger = try Self.ledger(change)
    #expect(try ledger.name(typed: "regions.risk[VR01]").text == "regions.risk[VR01]")
    #expect(Self.problem("regions.risc[VR01]", ledger)?.english.hasSuffix("Did you mean \"risk\"?") == true)
  }

  private static func problem(_ text: String, _ ledger: InputLedger) -> Bilingual? {
    do throws(InputNameProblem) {
      _ = try ledger.name(typed: text)
      return nil
    } catch {
      return error.text
    }
  }

  @Test(arguments: [
    (
      "verloop",
      "\"verloop\" is geen naam van een cel. Schrijf tabel.kolom[sleutel], bijvoorbeeld staffing.verloop[VR17/OvD-BZ] "
        + "of staffing.verloop[*/OvD-BZ]."
    ),
    ("scenario.tot[RUIM]", "Onbekende tabel \"scenario\". Bedoelt u \"scenarios\"?"),
    (
      "scenarios.tott[RUIM]",
      "scenarios.csv heeft geen kolom \"tott\" met getallen die vervangen kunnen worden. Bedoelt u \"tot\"?"
    ),
    (
      "scenarios.maatregelen[RUIM]",
      "scenarios.csv heeft geen kolom \"maatregelen\" met getallen die vervangen kunnen worden. Kies uit van, tot, "
        + "vertraging_jaren, bandbreedte of vrijval."
    ),
    ("scenarios.tot[RUIMM]", "De studie kent \"RUIMM\" niet als scenario. Bedoelt u \"RUIM\"?"),
    ("scenarios.bandbreedte[ZZ]", "De studie kent \"ZZ\" niet als scenario. Kies uit SNEL, RUIM of PLUS."),
    ("staffing.verloop[VR01]", "\"staffing.verloop[VR01]\": tussen de haken van staffing hoort [regio/functie]."),
    ("staffing.verloop[VR01/]", "\"staffing.verloop[VR01/]\": tussen de haken van staffing hoort [regio/functie]."),
    ("staffing.verloop[VR10/OVD]", "De studie kent \"VR10\" niet als regio. Bedoelt u \"VR01\"?"),
    ("settings.value[discontovoe]", "De studie kent \"discontovoe\" niet als instelling. Bedoelt u \"discontovoet\"?"),
    (
      "measure-effects.factor[POOL/OVD/person]",
      "De studie kent \"person\" niet als factor_op. Bedoelt u \"persons\"?"
    ),
    (
      "staffing.personen[VR01/INF]",
      "staffing.personen[VR01/INF] telt niet mee: het model vraagt deze cel in deze studie niet."
    ),
    (
      "scenarios.tot[SNEL]", "scenarios.tot[SNEL] telt niet mee: het model vraagt deze cel in deze studie niet."
    ),
    (
      "provision-norms.aantal[plus/OX]", "De studie kent \"OX\" niet als voorziening. Bedoelt u \"EX\"?"
    ),
  ])
  func whatIsWrongWithAName(text: String, problem: String) throws {
    let found = try #require(Self.problem(text, Self.ledger()))
    #expect(found.dutch == problem)
    #expect(!found.english.isEmpty && found.english != found.dutch)
  }

  @Test func growthIsNotAskedAtConstantPrices() throws {
    let ledger = try Self.ledger(.replace("prices,current", with: "prices,constant", in: "settings.csv"))
    for text in ["settings.value[wage_growth]", "indices.price_growth[2028]"] {
      #expect(Self.problem(text, ledger)?.english.contains("Growth only counts at current prices.") == true, "\(text)")
    }
  }
}
