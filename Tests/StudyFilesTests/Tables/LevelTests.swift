import CostEngine
import Terms
import Testing

@testable import StudyFiles

/// levels.csv: levels that are based on others.
@Suite struct LevelTests {
  /// A scenario that reaches for a level.
  private static func scenario(_ code: String, _ level: String) -> Change {
    .append("\(code),,\(level),step,2028,,,,,", to: "scenarios.csv")
  }

  private static func name(_ quantity: Quantity, _ study: Study) -> String? {
    if case .uncertain(let index) = quantity { return study.variables[index].name }
    return nil
  }

  /// A copied level used to cost something else than the level that it copies: its cells are other variables.
  @Test func aBlankNormIsThatOfTheOtherLevel() throws {
    let study = try StudyFixture.study(
      .write("level,name,based_on\nkopie,Een kopie,plus", to: "levels.csv"), Self.scenario("KOPIE", "kopie"))
    #expect(study.levels == ["basis", "plus", "kopie"])
    #expect(study.norms[2].map(\.quantities) == study.norms[1].map(\.quantities))
    #expect(study.provisionNorms[2] == study.provisionNorms[1])
    #expect(study.variables.count == (try StudyFixture.study()).variables.count)
    #expect(Self.name(study.norms[2][0].personsPerPosition, study) == "norms.persons_per_position[plus/OVD]")
  }

  @Test func aLevelMayDifferInSomeCells() throws {
    let study = try StudyFixture.study(
      .write("level,based_on\nkopie,plus\nkleinkind,kopie", to: "levels.csv"),
      .append("kopie,OVD,,x0.5,,,,\nkopie,*,4,,,,,\nkleinkind,INF,,5..7,,\"x 50%\",,", to: "norms.csv"),
      .append("kleinkind,EX,*0.25", to: "provision-norms.csv"), Self.scenario("KLEIN", "kleinkind"))
    #expect(study.levels == ["basis", "plus", "kopie", "kleinkind"])
    let (ovd, inf) = (study.norms[3][0], study.norms[3][1])
    // Its own row, then `*`, then the same of the level below.
    #expect(ovd.positions == .certain(4) && inf.positions == .certain(4))
    #expect(ovd.initialHours == .certain(50) && ovd.annualHours == .certain(25) && inf.annualHours == .certain(12.5))
    #expect(Self.name(inf.personsPerPosition, study) == "norms.persons_per_position[kleinkind/INF]")
    guard case .product(let index) = ovd.personsPerPosition else {
      Issue.record("\(ovd.personsPerPosition)")
      return
    }
    #expect(Self.name(study.products[index].base, study) == "norms.persons_per_position[plus/OVD]")
    #expect(study.products[index].factor == .certain(0.5))
    // Four pieces of level plus.
    #expect(study.provisionNorms[3] == [.certain(1)])
  }

  @Test func aShareMayBeUncertainOrShared() throws {
    let study = try StudyFixture.study(
      .write("niveau;naam;gebaseerd_op\nslank;;plus", to: "levels.csv"),
      .append("slank,OVD,,×0.8..0.9,x var(uurtarief),,,", to: "norms.csv"), Self.scenario("SLANK", "slank"))
    let norm = study.norms[2][0]
    guard case .product(let people) = norm.personsPerPosition, case .product(let hours) = norm.initialHours else {
      Issue.record("\(norm)")
      return
    }
    #expect(Self.name(study.products[people].factor, study) == "norms.persons_per_position[slank/OVD]")
    #expect(Self.name(study.products[hours].factor, study) == "variables.value[uurtarief]")
    #expect(study.products[hours].base == .certain(50))
    #expect(study.mean(of: norm.personsPerPosition) == 5 * 0.85)
    // The other function inherits.
    #expect(study.norms[2][1].quantities == study.norms[1][1].quantities)
  }

  @Test func aReferenceLevelMayBeBasedOnAnother() throws {
    let study = try StudyFixture.study(
      .write("level,based_on\nnu,plus", to: "levels.csv"), .append("nu,OVD,x0.5,,,,,", to: "norms.csv"),
      .replace("reference_level,basis", with: "reference_level,nu", in: "settings.csv"))
    #expect(study.levels[study.referenceLevel] == "nu")
    #expect(study.norms[study.referenceLevel][0].positions == .certain(1.5))
    #expect(study.norms[study.referenceLevel][1].positions == .certain(3))
  }

  @Test(arguments: [
    Expectation(
      .write("level,based_on\nkopie,plusje", to: "levels.csv"),
      LevelTests.scenario("KOPIE", "kopie"), file: "levels.csv", row: 2, column: "based_on",
      dutch: "Onbekend niveau \"plusje\". Bedoelt u \"plus\"?"),
    Expectation(
      .write("level,based_on\nbasis,kopie\nplus,basis\nkopie,plus", to: "levels.csv"),
      LevelTests.scenario("KOPIE", "kopie"), file: "levels.csv", row: 2, column: "based_on",
      dutch: "Deze niveaus zijn in een kring op elkaar gebaseerd: basis -> kopie -> plus -> basis. Maak bij één ervan "
        + "gebaseerd_op leeg, en geef dat niveau eigen normen."),
    Expectation(
      .write("level,based_on\nplus,plus", to: "levels.csv"), file: "levels.csv", row: 2, column: "based_on",
      dutch: "Niveau \"plus\" is gebaseerd op zichzelf. Maak bij één ervan gebaseerd_op leeg, en geef dat niveau eigen "
        + "normen."),
    Expectation(
      .replace("plus,*,3", with: "plus,*,x3", in: "norms.csv"), file: "norms.csv", row: 4, column: "positions",
      dutch: "Met een x ervoor is dit een deel van de norm van een ander niveau, maar niveau \"plus\" is nergens op "
        + "gebaseerd. Zet in levels.csv bij plus in kolom gebaseerd_op het andere niveau, of schrijf een norm zonder x."
    ),
    Expectation(
      .write("level,based_on\nplus,basis", to: "levels.csv"),
      .replace("plus,*,3", with: "plus,*,x", in: "norms.csv"), file: "norms.csv", row: 4, column: "positions",
      dutch:
        "Achter \"x\" staat geen getal. Schrijf bijvoorbeeld x0,9 voor 90 % van de norm van het niveau waar dit op "
        + "gebaseerd is, of maak de cel leeg."),
    Expectation(
      .write("level,based_on\nplus,basis", to: "levels.csv"),
      .append("plus,OVD,,,,,x1.1..1.3,", to: "norms.csv"), file: "norms.csv", row: 5, column: "certified",
      dutch:
        "Dit deel van de norm van niveau \"basis\" loopt van 1,1 tot 1,3, maar de norm moet van 0 tot en met 1 zijn. "
        + "Kies een kleiner deel, of schrijf de norm zelf zonder x."),
    Expectation(
      .write("level,based_on\nplus,basis", to: "levels.csv"),
      .append("plus,OVD,x-1,,,,,", to: "norms.csv"), file: "norms.csv", row: 5, column: "positions"),
    Expectation(
      .replace("VR01,OVD,4", with: "VR01,OVD,x4", in: "staffing.csv"), file: "staffing.csv", row: 2, column: "persons"),
    Expectation(
      .write("level,based_on\nkopie,plus", to: "levels.csv"), severity: .notice, file: "levels.csv", row: 2,
      dutch: "Niveau \"kopie\" wordt niet gebruikt: geen scenario vraagt het en het is niet het referentieniveau. "
        + "Klopt dat? Dan is er niets te doen."),
    Expectation(
      .append("los,*,3,4..6,50,25,,", to: "norms.csv"), .append("los,EX,1", to: "provision-norms.csv"),
      LevelTests.scenario("LOS", "los"), severity: .notice, file: "norms.csv", row: 5,
      dutch:
        "De niveaus \"plus\" en \"los\" hebben elk eigen onzekere normen voor OVD en INF, die los van elkaar worden "
        + "getrokken: van het verschil tussen scenario's met deze niveaus is een deel toeval. Lijken de niveaus op elkaar? "
        + "Baseer dan het ene in levels.csv op het andere, en laat gelijke normen leeg of schrijf een deel, zoals x0,9."
    ),
  ]) func messages(_ expectation: Expectation) throws {
    try expectation.check()
  }

  /// The ledger tells an inherited norm by the cell that it comes from, and a share by its factor.
  @Test func theLedgerKnowsBoth() throws {
    let reading = StudyReader.read(
      files: try StudyFixture.files([
        .write("level,based_on\nslank,plus", to: "levels.csv"),
        .append("slank,OVD,x0.5,x0.8..0.9,,,,", to: "norms.csv"),
        Self.scenario("SLANK", "slank"),
      ]).mapValues { Array($0.utf8) }, folderName: "proef", keepsLedger: true)
    let ledger = try #require(reading.ledger)
    func cell(_ column: Column.Norms, _ key: String...) throws -> InputLedger.Cell {
      try #require(ledger[InputName(.norms(column), key: key)])
    }
    #expect(try cell(.positions, "slank", "OVD").value == .relative(.certain(0.5)))
    let people = try cell(.personsPerPosition, "slank", "OVD")
    #expect(people.value == .relative(.distribution(try .uniform(from: 0.8, to: 0.9))) && people.source == nil)
    let hours = try cell(.initialHours, "slank", "OVD")
    #expect(hours.value == .certain(50) && hours.source == InputName(.norms(.initialHours), key: ["plus", "OVD"]))
    // The level below is used, though no scenario reaches for it in this cell.
    #expect(try cell(.positions, "plus", "OVD").value == .certain(3))
  }

  @Test func overridesReplaceShares() throws {
    func positions(_ value: InputValue) throws -> Quantity {
      let reading = StudyReader.read(
        files: try StudyFixture.files([
          .write("level,based_on\nslank,plus", to: "levels.csv"), .append("slank,OVD,x0.5,,,,,", to: "norms.csv"),
          Self.scenario("SLANK", "slank"),
        ]).mapValues { Array($0.utf8) }, folderName: "proef",
        overrides: [InputOverride(InputName(.norms(.positions), key: ["slank", "OVD"]), value)])
      return try #require(reading.study, "\(reading.diagnostics)").norms[2][0].positions
    }
    #expect(try positions(.certain(5)) == .certain(5))
    #expect(try positions(.relative(.certain(0.25))) == .certain(0.75))
  }
}
