import CostEngine
import StudyFiles
import Terms
import TestSupport
import Testing

/// Rules of the format, each shown by a change of the fixture's study.
@Suite struct StudyRuleTests {
  private func name(_ quantity: Quantity, _ study: Study) -> String? {
    if case .uncertain(let index) = quantity { return study.variables[index].name }
    return nil
  }

  private static func cells(_ staffing: CurrentStaffing) -> [Quantity] {
    var persons: [Quantity] = [.certain(0), .certain(0)]
    switch staffing.persons {
    case .persons(let quantity): persons[0] = quantity
    case .share(let quantity): persons[1] = quantity
    }
    return persons + [
      staffing.standbyPositions, staffing.turnover, staffing.certified, staffing.initialHours, staffing.annualHours,
    ]
  }

  @Test func theMostSpecificRowDecidesPersonsAndShareTogether() throws {
    let study = try StudyFixture.study(
      .replace("VR01,OVD,4,,1", with: "VR01,OVD,,60%,1", in: "staffing.csv"),
      .replace("VR02,OVD,8,,2", with: "VR02,OVD,,,2", in: "staffing.csv"),
      .append("*,OVD,3,70%,1,5%,", to: "staffing.csv"))
    #expect(study.current[0][0].persons == .share(.certain(0.6)), "the more specific share goes before persons of *")
    #expect(study.current[1][0].persons == .persons(.certain(3)), "within a row persons goes before the share")
  }

  @Test func ofTwoWildcardRowsTheOneOfTheRegionGoesFirst() throws {
    let study = try StudyFixture.study(
      .append("VR02,*,11,12\n*,*,99,98", to: "training.csv"),
      .replace("*,INF,10,3", with: "*,INF,10,", in: "training.csv"))
    #expect(study.current[1].map(\.initialHours) == [.certain(11), .certain(11)], "(r, *) goes before (*, f)")
    #expect(study.current[0][1].initialHours == .certain(10))
    #expect(study.current[0][1].annualHours == .certain(98), "blank in (*, f), from (*, *)")
  }

  @Test func aWildcardRowOfRegionsAndFunctionsIsAFallbackOnly() throws {
    let study = try StudyFixture.study(
      .replace("VR02,Zuid,100000,2,1", with: "VR02,Zuid,,2,\n*,Overig,50000,1,1..2", in: "regions.csv"),
      .replace("population\nRIJK", with: "risk\nRIJK", in: "funding.csv"),
      .replace(
        "OVD,Officier van dienst,region,50", with: "*,,region,55,5\nOVD,Officier van dienst,,", in: "functions.csv"))
    #expect(study.regions.map(\.code) == ["VR01", "VR02"] && study.functions.map(\.code) == ["OVD", "INF"])
    #expect(study.regions[1].population == .certain(50_000) && study.regions[1].name == "Zuid")
    #expect(name(study.funds[0].entries[0].key[1], study) == "regions.risk[VR02]")
    #expect(study.functions[0].hourlyCost == .certain(55) && study.functions[0].per == .region)
  }

  @Test func oneRowOfAllRegionsOverridesAScenarioInEach() throws {
    let study = try StudyFixture.study(
      .append("RUIM,*,,3..4,", to: "scenario-regions.csv"), .append("PLUS,*,,,POOL", to: "scenario-regions.csv"))
    #expect(
      study.scenarios[1].terms.map { name($0.delay, study) } == [
        "scenario-regions.delay_years[RUIM/VR01]", "scenario-regions.delay_years[RUIM/VR02]",
      ])
    #expect(study.scenarios[2].terms.allSatisfy { $0.measures == [0] })
  }

  @Test func aRegionMayPhaseInOtherwise() throws {
    let study = try StudyFixture.study(
      .write(
        "scenario,regio,niveau,ingroei,van,tot,bandbreedte,vrijval\n"
          + "SNEL,VR01,plus,S-curve,2028,2029,10%,1\nRUIM,VR01,,eigen,,,,",
        to: "scenario-regions.csv"))
    let north = study.scenarios[0].terms[0]
    #expect(north.phaseIn == .scurve(from: .certain(2028), until: .certain(2029)) && north.level == 1)
    #expect(north.bandwidth == .certain(0.1) && north.release == .certain(1) && north.delay == .certain(0.5))
    #expect(study.scenarios[1].terms[0].phaseIn == .profile(0))
    #expect(study.scenarios[0].terms[1].phaseIn == .step(from: .certain(2028)))
  }

  @Test func yearsMayBeUncertainAndTheSameVariableIsNeverBeforeItself() throws {
    let study = try StudyFixture.study(
      .replace("basis,linear,2027,2029", with: "basis,linear,var(jaar),var(jaar)", in: "scenarios.csv"),
      .replace("RUIM,VR02,2030", with: "RUIM,VR02,2030..2032", in: "scenario-regions.csv"),
      .append("jaar,discrete(2027: 0.5; 2029: 0.5)", to: "variables.csv"))
    guard case .linear(let from, let until) = study.scenarios[1].terms[0].phaseIn else {
      Issue.record("not linear")
      return
    }
    #expect(from == until && name(from, study) == "variables.value[jaar]")
  }

  @Test func aVariableMayNameAnotherAndIsTheSameEverywhere() throws {
    let study = try StudyFixture.study(
      .append("anders,var(uurtarief)\nvast,var(tien)\ntien,10", to: "variables.csv"),
      .replace(
        "OVD,Officier van dienst,region,50,30", with: "OVD,Officier van dienst,region,var(anders),var(vast)",
        in: "functions.csv"))
    #expect(study.functions[0].hourlyCost == study.functions[1].hourlyCost)
    #expect(study.functions[0].coursePrice == .certain(10))
    #expect(study.variables.count { $0.name.hasPrefix("variables.") } == 1)
  }

  @Test func aSharedDistributionKeepsToTheBoundsOfTheCellThatAsksForIt() throws {
    let study = try StudyFixture.study(
      .replace("uurtarief,45..60", with: "uurtarief,normal(50; 5; 0; 90)", in: "variables.csv"))
    #expect(study.variables.contains { $0.name == "variables.value[uurtarief]" })
  }

  @Test func normsOfLevelsThatNothingUsesMayBeIncomplete() throws {
    let reading = try StudyFixture.read(.append("goud,OVD,,,,,,", to: "norms.csv"))
    let study = try #require(reading.study)
    #expect(study.levels == ["basis", "plus", "goud"])
    #expect(study.norms[2].isEmpty && study.provisionNorms[2].isEmpty)
  }

  @Test func aReferenceLevelNeedsPositionsAndPersonsOnly() throws {
    let study = try StudyFixture.study(
      .append("nu,OVD,1,2,,,,\nnu,INF,1,2,,,,5", to: "norms.csv"),
      .replace("reference_level,basis", with: "reference_level,nu", in: "settings.csv"))
    #expect(study.norms[2][1].recertifyYears == .certain(5))
    #expect(study.provisionNorms[2].isEmpty)
  }

  @Test func whatNoScenarioUsesIsNoPartOfTheStudy() throws {
    let study = try StudyFixture.study(
      .append("PIKET,Piket,,1..2,region,1..2,,50%", to: "measures.csv"),
      .append("PIKET,*,turnover,0.5..1", to: "measure-effects.csv"), .append("oud,2027,0..1", to: "phase-in.csv"),
      .replace("wage,", with: "wage,-", in: "one-offs.csv"))
    #expect(study.measures.map(\.code) == ["POOL", "ELEARN"] && study.profiles.map(\.name) == ["eigen"])
    #expect(study.oneOffs.map(\.code) == ["PLAN"])
    #expect(!study.variables.contains { $0.name.contains("PIKET") || $0.name.contains("oud") })
  }

  @Test func measuresKeepTheirOrderWhenOneBeforeThemIsNotUsed() throws {
    let study = try StudyFixture.study(
      .replace("POOL+ELEARN", with: "ELEARN", in: "scenarios.csv"), .remove("correlations.csv"))
    #expect(study.measures.map(\.code) == ["ELEARN"])
    #expect(study.scenarios.map { $0.terms[0].measures } == [[0], [], [0]])
  }

  @Test func anEffectOnAPriceThatIsCertainlyZeroIsNotAskedFor() throws {
    let study = try StudyFixture.study(
      .append("POOL,*,standby_fee,0.5..0.9\nPOOL,*,exam_price,0.5..0.9", to: "measure-effects.csv"))
    let names = study.variables.map(\.name).filter { $0.hasSuffix("standby_fee]") || $0.hasSuffix("exam_price]") }
    #expect(
      names == [
        "measure-effects.factor[POOL/OVD/standby_fee]", "measure-effects.factor[POOL/OVD/exam_price]",
      ])
  }

  /// E-learning used to be free to build in one scenario and paid for in another.
  @Test func aOneOffMayBelongToAMeasure() throws {
    let study = try StudyFixture.study(
      .replace("index,scenarios", with: "index,scenarios,measure", in: "one-offs.csv"),
      .replace("2028,wage,", with: "2028,wage,,ELEARN", in: "one-offs.csv"),
      .replace("price,SNEL+RUIM", with: "price,,POOL", in: "one-offs.csv"))
    let (lead, plan) = (0, 1)
    #expect(study.oneOffs[lead].measure == 1 && study.oneOffs[plan].measure == 0)
    func bearers(_ oneOff: Int, _ region: Int?) -> [Int] {
      study.scenarios.indices.filter { study.bears(oneOff, scenario: $0, region: region) }
    }
    // Once for the country where the scenario's own list has it: SNEL and PLUS.
    #expect(bearers(lead, nil) == [0, 2])
    // In a region where it is used there: by SNEL, but not in VR02.
    #expect(bearers(plan, 0) == [0] && bearers(plan, 1) == [])
  }

  @Test func standbyPositionsAreAskedForOnlyWhereThereIsAFee() throws {
    let study = try StudyFixture.study(.replace("*,INF,,50%,,", with: "*,INF,,50%,1..3,", in: "staffing.csv"))
    #expect(study.current[0][1].standbyPositions == .certain(0))
  }

  @Test func atConstantPricesGrowthIsNotAskedFor() throws {
    let study = try StudyFixture.study(.replace("prices,current", with: "prices,constant", in: "settings.csv"))
    #expect(!study.currentPrices && study.wageGrowth == [.certain(0), .certain(0), .certain(0), .certain(0)])
    #expect(!study.variables.contains { $0.name.hasPrefix("indices") })
  }

  @Test func thePriceYearMayComeAfterTheFirstYear() throws {
    let late = try StudyFixture.study(.replace("price_year,2026", with: "price_year,2028", in: "settings.csv"))
    #expect(late.growthYears == 2028..<2031 && late.wageGrowth.count == 3)
    let last = try StudyFixture.study(.replace("price_year,2026", with: "price_year,2040", in: "settings.csv"))
    #expect(last.growthYears == 2028..<2041 && last.wageGrowth.count == 13 && last.priceGrowth.count == 13)
    let same = try StudyFixture.study(.replace("price_year,2026\n", with: "", in: "settings.csv"))
    #expect(same.priceYear == 2027 && same.wageGrowth.count == 3)
  }

  @Test func anUncertainSettingIsOneVariableForAllYears() throws {
    let study = try StudyFixture.study(.replace("price_growth,3%", with: "prijsgroei,2%..4%", in: "settings.csv"))
    #expect(Set(study.priceGrowth.map { name($0, study) }) == ["settings.value[price_growth]"])
  }

  @Test func howTheStudyAsksToBeRun() throws {
    let reading = try StudyFixture.read(
      .append("trekkingen,500\nstartwaarde,18446744073709551615\nsteekproef,RANDOM\ntaal,en", to: "settings.csv"))
    #expect(reading.settings.draws == 500 && reading.settings.seed == UInt64.max)
    #expect(reading.settings.sampler == .random && reading.settings.language == .english)
  }

  @Test func fundsTakeTheirRowsInTheOrderOfYears() throws {
    let study = try StudyFixture.study(
      .write(
        "fund,year,amount,share,key\nA,2030,3,,\nA,2028,2,50%..60%,risk\nA,2029,4,,EQUAL\nB,2030,1,,gemeenten",
        to: "funding.csv"))
    let fund = study.funds[0]
    #expect(fund.name == "A" && fund.entries.map(\.year) == [2028, 2029, 2030])
    #expect(fund.entries.map { name($0.share, study) } == Array(repeating: "funding.share[A/2028]", count: 3))
    #expect(fund.entries.map { $0.key[0] } == [.certain(3), .certain(1), .certain(1)])
    #expect(study.funds[1].entries[0].share == .certain(1) && study.funds[1].entries[0].key[0] == .certain(4))
  }

  @Test func furtherColumnsOfRegionsNeedNotBeNumbers() throws {
    let study = try StudyFixture.study(.replace("200000,4,3", with: "200000,4,hoog", in: "regions.csv"))
    #expect(study.regions.count == 2)
  }

  @Test func correlationsMayUseDutchNamesAndParts() throws {
    let study = try StudyFixture.study(
      .replace("wage_growth,2%", with: "wage_growth,1%..3%", in: "settings.csv"),
      .append(
        "f,settings,waarde,loongroei,0.2\nf,measure-effects,factor,POOL/*/opleidingsprijs,-0.4\n"
          + "f,measures,in_force,POOL/*,0.9\nf,scenarios,vertraging_jaren,*,0", to: "correlations.csv"))
    let loadings = Dictionary(uniqueKeysWithValues: study.variables.map { ($0.name, $0.loadings) })
    #expect(loadings["settings.value[wage_growth]"] == [FactorLoading(factor: 2, loading: 0.2)])
    #expect(loadings["measure-effects.factor[POOL/OVD/course_price]"] == [FactorLoading(factor: 2, loading: -0.4)])
    #expect(loadings["measures.in_force[POOL/VR01]"] == [FactorLoading(factor: 2, loading: 0.9)])
    #expect(loadings["scenarios.delay_years[RUIM]"] == [], "a loading of 0 takes a cell out of a factor")
  }

  /// Parts are compared from left to right: of `VR01/*` and `*/INF` the first is the more specific.
  @Test func theLeftmostNamedPartGoesFirst() throws {
    let study = try StudyFixture.study(.append("markt,staffing,turnover,*/INF,0.4", to: "correlations.csv"))
    let loadings = Dictionary(uniqueKeysWithValues: study.variables.map { ($0.name, $0.loadings.map(\.loading)) })
    #expect(loadings["staffing.turnover[VR01/INF]"] == [0.3] && loadings["staffing.turnover[VR02/INF]"] == [0.4])
  }

  @Test func squaresMayAddUpToOne() throws {
    let study = try StudyFixture.study(.append("f,variables,value,uurtarief,0.8", to: "correlations.csv"))
    #expect(study.variables.first { $0.name == "variables.value[uurtarief]" }?.loadings.count == 2)
  }

  @Test func aStudyOfProvisionsOnlyHasItsLevelsThere() throws {
    let files = [
      "settings.csv": "setting,value\nfirst_year,2027\nyears,1\nreference_level,basis",
      "regions.csv": "region,population,municipalities\nA,1,1",
      "functions.csv": "function,per,hourly_cost", "staffing.csv": "region,function,persons,turnover",
      "norms.csv": "level,function,positions,persons_per_position,initial_hours,annual_hours",
      "training.csv": "region,function,initial_hours,annual_hours",
      "scenarios.csv": "scenario,level,phase_in,from,until\nS,basis,step,2027,",
      "provisions.csv": "provision,per,unit_cost,index\nEX,region,5,price",
      "provision-norms.csv": "level,provision,quantity\nbasis,EX,1",
    ]
    let study = try #require(StudyFixture.read(files).study, "\(StudyFixture.read(files).diagnostics)")
    #expect(study.levels == ["basis"] && study.functions.isEmpty && study.norms.map(\.count) == [0])
  }

  @Test func dutchSpreadsheetsReadTheSame() throws {
    let study = try StudyFixture.study(
      .write(
        "\u{FEFF}regio;functie;personen;piketposities;verloop;gecertificeerd;personen_aandeel\r\n"
          + "VR01;OVD;4;1;10,0%;0,5;\r\nVR02;OVD;8;2;25%;100%;\r\n*;INF;;;5%..20%;;50%\r\n", to: "staffing.csv"),
      .write(
        "post;naam;per;bedrag;van;tot;index;scenario\u{2019}s\nLEAD;x;Landelijk;€ 5.000,50;2027;2028;Loon;\n",
        to: "one-offs.csv"))
    let plain = try StudyFixture.study()
    #expect(study.current.joined().map(Self.cells) == plain.current.joined().map(Self.cells))
    #expect(study.oneOffs[0].amount == .certain(5000.5) && study.oneOffs[0].per == .national)
  }

  @Test func aFundThatEndsAtZeroNeedsNoNotice() throws {
    let reading = try StudyFixture.read(.replace("RIJK,,2030,20000,,", with: "RIJK,,2028,0,,", in: "funding.csv"))
    #expect(reading.study != nil && reading.diagnostics.isEmpty, "\(reading.diagnostics)")
  }

  @Test func filesThatAreMeantToBeThereAreNotCalledMisspelt() throws {
    let reading = try StudyFixture.read(
      .write("x", to: "~$staffing.xlsx"), .write("x", to: "README.md"), .write("x", to: "aantekeningen.txt"),
      .write("verloop\n5%\n8%", to: "staffings.csv"),
      .replace("10%,50%", with: "empirical(staffings.csv; verloop),50%", in: "staffing.csv"))
    #expect(reading.study != nil && reading.diagnostics.isEmpty, "\(reading.diagnostics)")
  }
}
