import CostEngine
import StudyFiles
import Terms
import Testing

/// What the study of the fixture comes to, cell by cell.
@Suite struct StudyResolutionTests {
  private let reading = StudyFixture.read(StudyFixture.files)

  private func study() throws -> Study { try #require(reading.study, "\(reading.diagnostics)") }

  private func names(_ study: Study) -> [String] { study.variables.map(\.name) }

  /// The name of the variable that a quantity is.
  private func name(_ quantity: Quantity, _ study: Study) -> String? {
    if case .uncertain(let index) = quantity { return study.variables[index].name }
    return nil
  }

  @Test func nothingIsWrong() throws {
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
  }

  @Test func settings() throws {
    let study = try study()
    #expect(study.title == "proef")
    #expect(study.firstYear == 2027 && study.years == 4 && study.lastYear == 2030 && study.priceYear == 2026)
    #expect(study.currentPrices)
    #expect(study.discountRate == .certain(0))
    #expect(study.levels[study.referenceLevel] == "basis")
    #expect(reading.settings == StudyReading.RunSettings())
  }

  @Test func indicesReplaceTheSettingsForTheirYears() throws {
    let study = try study()
    #expect(study.wageGrowth[0] == .certain(0.02))
    #expect(name(study.wageGrowth[1], study) == "indices.wage_growth[2028]")
    #expect(study.wageGrowth[2] == .certain(0.02) && study.wageGrowth[3] == .certain(0.02))
    #expect(study.priceGrowth == [.certain(0.03), .certain(0.03), .certain(0.03), .certain(0.03)])
  }

  @Test func functionsAndSharedQuantities() throws {
    let study = try study()
    #expect(study.functions.map(\.code) == ["OVD", "INF"])
    #expect(study.functions[0].hourlyCost == .certain(50) && study.functions[0].per == .region)
    #expect(name(study.functions[1].hourlyCost, study) == "variables.value[uurtarief]")
    #expect(study.functions[1].examPrice == .certain(0) && study.functions[1].per == .municipality)
  }

  @Test func aWildcardGivesEachFunctionAVariableOfItsOwn() throws {
    let study = try study()
    #expect(study.norms[0][0].personsPerPosition == .certain(3) && study.norms[0][1].certified == .certain(0))
    #expect(
      study.norms[1].map { name($0.personsPerPosition, study) } == [
        "norms.persons_per_position[plus/OVD]", "norms.persons_per_position[plus/INF]",
      ])
  }

  @Test func wildcardsFallBackCellByCell() throws {
    let study = try study()
    let north = study.current[0]
    #expect(north[0].initialHours == .certain(20), "from VR01/OVD")
    #expect(north[0].annualHours == .certain(30), "blank in VR01/OVD, from */OVD")
    #expect(name(study.current[1][0].initialHours, study) == "training.initial_hours[VR02/OVD]")
    #expect(north[0].persons == .persons(.certain(4)) && north[1].persons == .share(.certain(0.5)))
    #expect(name(north[1].turnover, study) == "staffing.turnover[VR01/INF]")
    #expect(north[0].standbyPositions == .certain(1))
  }

  @Test func whatNoRowFillsHasItsDefault() throws {
    let study = try study()
    #expect(study.currentProvisions == [[.certain(1)], [.certain(0)]])
    #expect(study.provisionNorms == [[.certain(3)], [.certain(4)]])
    #expect(study.measures[1].rampYears == .certain(1) && study.measures[1].adoption == .certain(1))
    #expect(study.profiles[0].shares == [.certain(0.25), .certain(1)])
  }

  @Test func coverageCountsReportedAndAssumedCells() throws {
    // VR01: OVD persons, standby, turnover, certified and initial hours; the provision. VR02 the first four.
    // Of OVD the annual hours (VR02 the initial ones as well), of INF persons, turnover and both hours are assumed.
    #expect(reading.coverage == [.init(reported: 6, assumed: 5), .init(reported: 4, assumed: 6)])
  }

  @Test func scenariosAndWhatRegionsDoOtherwise() throws {
    let study = try study()
    let quick = study.scenarios[0].terms
    #expect(quick[0].phaseIn == .step(from: .certain(2028)) && quick[0].delay == .certain(0.5))
    #expect(quick[0].measures == [0, 1] && quick[1].measures.isEmpty)
    let easy = study.scenarios[1].terms
    #expect(easy[0].phaseIn == .linear(from: .certain(2027), until: .certain(2029)))
    #expect(easy[1].phaseIn == .linear(from: .certain(2027), until: .certain(2030)))
    #expect(name(easy[0].delay, study) == "scenarios.delay_years[RUIM]")
    #expect(name(easy[1].delay, study) == "scenario-regions.delay_years[RUIM/VR02]")
    let plus = study.scenarios[2].terms
    #expect(plus.allSatisfy { $0.phaseIn == .profile(0) && $0.level == 1 && $0.measures == [1] })
  }

  @Test func oneOffsNameTheirScenarios() throws {
    let study = try study()
    #expect(study.oneOffs.map(\.scenarios) == [[0, 1, 2], [0, 1]])
    #expect(study.oneOffs[0].per == .national && study.oneOffs[0].index == .wage)
  }

  @Test func effectsOfAllItemsAreExpanded() throws {
    let study = try study()
    let pool = study.measures[0].effects
    #expect(pool.map(\.driver) == [.persons, .coursePrice, .coursePrice])
    #expect(pool.map(\.item) == [0, 0, 1])
    #expect(name(pool[1].factor, study) == "measure-effects.factor[POOL/OVD/course_price]")
    #expect(pool[2].factor == .certain(1), "the row of its own goes before *")
    #expect(study.measures[1].effects.map(\.driver) == [.unitCost])
  }

  @Test func adoptionIsDrawnOnlyWhereAMeasureIsUsedAndUnsure() throws {
    let study = try study()
    // VR02 uses no measures in SNEL, the only scenario with POOL; ELEARN is adopted for certain.
    #expect(study.measures[0].inForce.map { name($0, study) } == ["measures.in_force[POOL/VR01]", nil])
    #expect(study.measures[1].inForce == [.certain(0), .certain(0)])
  }

  @Test func aBlankShareAndKeyAreThoseOfTheYearBefore() throws {
    let study = try study()
    let state = study.funds[0]
    #expect(state.entries.map(\.year) == [2027, 2030])
    #expect(state.entries[0].share == state.entries[1].share)
    #expect(name(state.entries[0].share, study) == "funding.share[RIJK/2027]")
    #expect(
      state.entries.map(\.key) == [[.certain(200_000), .certain(100_000)], [.certain(200_000), .certain(100_000)]])
    #expect(study.funds[1].entries[0].key == [.certain(1), .certain(1)])
    #expect(study.funds.map(\.name) == ["Rijksbijdrage", "Vaste voet"])
  }

  @Test func everyVariableStandsOnce() throws {
    let study = try study()
    #expect(Set(names(study)).count == study.variables.count)
    #expect(
      Set(names(study)) == [
        "indices.wage_growth[2028]", "variables.value[uurtarief]", "norms.persons_per_position[plus/OVD]",
        "norms.persons_per_position[plus/INF]", "training.initial_hours[VR02/OVD]", "staffing.turnover[VR01/INF]",
        "staffing.turnover[VR02/INF]", "scenarios.delay_years[RUIM]", "scenario-regions.delay_years[RUIM/VR02]",
        "measures.in_force[POOL/VR01]", "measure-effects.factor[POOL/OVD/course_price]",
        "measure-effects.factor[ELEARN/EX/unit_cost]", "funding.share[RIJK/2027]",
      ])
  }

  @Test func loadingsOfTheMostSpecificRow() throws {
    let study = try study()
    let loadings = Dictionary(uniqueKeysWithValues: study.variables.map { ($0.name, $0.loadings) })
    #expect(study.factors == ["markt", "prijs"])
    #expect(loadings["staffing.turnover[VR01/INF]"] == [FactorLoading(factor: 0, loading: 0.3)])
    #expect(loadings["staffing.turnover[VR02/INF]"] == [FactorLoading(factor: 0, loading: 0.5)])
    #expect(loadings["variables.value[uurtarief]"] == [FactorLoading(factor: 1, loading: 0.6)])
    #expect(loadings["scenarios.delay_years[RUIM]"] == [])
  }

  @Test func filesAndTables() throws {
    #expect(reading.files.map(\.name) == StudyFixture.files.keys.sorted())
    #expect(reading.files.allSatisfy { $0.byteCount == StudyFixture.files[$0.name]!.utf8.count })
    let noted = try StudyFixture.read(
      .replace(
        "setting,value\nfirst_year,2027", with: "setting,value,bron,note\ntitel,Proef\nfirst_year,2027,CBS,ja",
        in: "settings.csv"))
    #expect(noted.study?.title == "Proef")
    #expect(
      noted.writtenTables[0].rows.prefix(2) == [
        .init(number: 2, cells: ["titel", "Proef"]),
        .init(number: 3, cells: ["first_year", "2027"], source: "CBS", note: "ja"),
      ])
  }
}
