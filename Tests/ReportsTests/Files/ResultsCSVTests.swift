import CostEngine
import Terms
import Testing

@testable import Reports

@Suite struct ResultsCSVTests {
  @Test func everyStatisticHasItsWords() {
    for name in ResultsCSV.statistics { #expect(Glossary.entry(id: name) != nil) }
  }

  /// One region, one scenario, one year: every row there is.
  private func tables(locale: CSVLocale, scenario: String = "BASIS") -> ResultsCSV {
    var study = SmallStudy.study()
    study.years = 1
    study.scenarios[0].code = scenario
    let selection = Selection(scenarios: [0], regions: [1])
    var results = SmallStudy.results(base: [1000, 0], spread: 0.1, draws: 100, selection: selection, study: study)
    results.years = 1
    results.summaries = ReportedQuantity.allCases.dropLast().flatMap { quantity in
      let constant = Summary(
        mean: Double(quantity.rawValue), standardError: 0, standardDeviation: 0,
        percentiles: Array(repeating: -0.0, count: 11), cvar95: -1.5, sharePositive: 0.25)
      return [constant, constant]
    }
    results.presentValues = [SmallStudy.summary(1000, sd: 100, draws: 100)]
    results.endStates = [SmallStudy.summary(500, sd: 0, draws: 100)]
    results.lineMeans = (0..<30).map { Double($0) - 10.005 }
    return ResultsCSV(study: study, results: results, locale: locale)
  }

  @Test func summaryOfOneYear() {
    let rows = text(tables(locale: .english).summary()).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      rows[0]
        == "scenario,region,year,quantity,mean,se,sd,p05,p10,p25,p50,p70,p75,p80,p85,p90,p95,p99,cvar95,share_positive")
    let zeros = Array(repeating: "0.000000", count: 11).joined(separator: ",")
    let quantities = [
      "baseline", "cost", "delta", "structural", "incidental", "staff_time", "out_of_pocket", "funding", "net",
    ]
    var row = 1
    for (position, quantity) in quantities.enumerated() {
      let rest = "\(quantity),\(position).000000,0.000000,0.000000,\(zeros),-1.500000,0.250000"
      #expect(rows[row] == "BASIS,VR17,2027,\(rest)")
      #expect(rows[row + 1] == "BASIS,VR17,total,\(rest)")
      row += 2
      // Today's cost of the end state is that of the last year.
      if quantity == "baseline" {
        #expect(rows[row] == "BASIS,VR17,end,\(rest)")
        row += 1
      }
      if quantity == "structural" {
        let all = Array(repeating: "500.000000", count: 12).joined(separator: ",")
        #expect(rows[row] == "BASIS,VR17,end,structural,500.000000,0.000000,0.000000,\(all),1.000000")
        row += 1
      }
    }
    #expect(
      rows[21]
        == "BASIS,VR17,total,npv,1000.000000,10.000000,100.000000,835.500000,871.800000,932.600000,1000.000000,"
        + "1052.400000,1067.400000,1084.200000,1103.600000,1128.200000,1164.500000,1232.600000,1206.300000,1.000000")
    #expect(rows[22] == "")
    #expect(rows.count == 23)
  }

  /// Who pays stands between `net` and `npv`, first in EUR, then in EUR for each inhabitant.
  @Test func payers() {
    var study = SmallStudy.paid(.ownRegion)
    study.regions[0].population = .certain(0)
    study.regions[1].population = .uncertain(1)
    // Of 100 and 300 inhabitants the mean is 200.
    study.variables.append(UncertainVariable(name: "x", distribution: try! .uniform(from: 100, to: 300)))
    let results = SmallStudy.results(base: [1000, 0], spread: 0.1, draws: 100, study: study)
    let rows = text(ResultsCSV(study: study, results: results).summary()).split(separator: "\n").map(String.init)
    func found(_ place: String, _ quantity: String) -> [String] {
      rows.filter { $0.hasPrefix("ALLEEN,\(place),") && $0.contains(",\(quantity),") }
    }
    let first = rows.firstIndex { $0.hasPrefix("ALLEEN,VR17,2027,paid_state,") }!
    #expect(rows[first - 1].hasPrefix("ALLEEN,VR17,total,net,"))
    #expect(rows[first + 18].hasPrefix("ALLEEN,VR17,total,npv,"))
    #expect(
      rows[first..<first + 18].map { $0.split(separator: ",")[2...3].joined(separator: " ") }
        == [
          "paid_state", "paid_region", "paid_municipalities", "paid_state_per_inhabitant",
          "paid_region_per_inhabitant", "paid_municipalities_per_inhabitant",
        ].flatMap { quantity in ["2027", "2028", "total"].map { "\($0) \(quantity)" } })
    // 65 % of 1000 * 0.7 in all, with a standard deviation of 70.
    #expect(
      found("VR17", "paid_municipalities")[2]
        == "ALLEEN,VR17,total,paid_municipalities,455.000000,7.000000,70.000000,339.850000,365.260000,407.820000,"
        + "455.000000,491.680000,502.180000,513.940000,527.520000,544.740000,570.150000,617.820000,599.410000,1.000000")
    #expect(
      found("VR17", "paid_municipalities_per_inhabitant")[2]
        == "ALLEEN,VR17,total,paid_municipalities_per_inhabitant,2.275000,0.035000,0.350000,1.699250,1.826300,2.039100,"
        + "2.275000,2.458400,2.510900,2.569700,2.637600,2.723700,2.850750,3.089100,2.997050,1.000000")
    // Nobody lives in VR02; the country has the inhabitants of VR17.
    #expect(found("VR02", "paid_municipalities").count == 3)
    #expect(found("VR02", "paid_municipalities_per_inhabitant").isEmpty)
    #expect(found("NL", "paid_municipalities_per_inhabitant")[2].contains(",3.250000,"))
  }

  @Test func linesOfOneYear() {
    let rows = text(tables(locale: .english).lines()).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count == 32)
    #expect(rows[0] == "scenario,region,year,line,mean")
    #expect(rows[1] == "BASIS,VR17,2027,recruit_training,-10.005000")
    #expect(rows[2] == "BASIS,VR17,2027,catch_up,-9.005000")
    #expect(rows[10] == "BASIS,VR17,2027,measure_annual,-1.005000")
    #expect(rows[11] == "BASIS,VR17,total,recruit_training,-0.005000")
    #expect(rows[20] == "BASIS,VR17,total,measure_annual,8.995000")
    #expect(rows[21] == "BASIS,VR17,end,recruit_training,9.995000")
    #expect(rows[30] == "BASIS,VR17,end,measure_annual,18.995000")
  }

  /// An item has rows where it is borne or used, in every period.
  @Test func itemsWhereTheyAre() {
    var study = SmallStudy.study()
    study.oneOffs = [
      OneOff(
        code: "LEAD", name: "", per: .national, amount: .certain(1), from: .certain(2027), until: .certain(2027),
        index: .price, scenarios: [1]),
      OneOff(
        code: "PLAN", name: "", per: .region, amount: .certain(1), from: .certain(2027), until: .certain(2027),
        index: .price, scenarios: [0]),
    ]
    var results = SmallStudy.results(base: [100, 40], spread: 0, study: study)
    let count = study.items.count * 2 * 4
    results.itemMeans = (0..<(study.scenarios.count * 3 * count)).map { Double($0 % count) }
    let rows = text(ResultsCSV(study: study, results: results).items()).split(separator: "\n").map(String.init)
    #expect(rows[0] == "scenario,region,year,kind,item,structural,incidental")
    func found(_ item: String) -> [String] {
      rows.filter { $0.contains(",\(item),") }.map { String($0.prefix { $0 != "." }) }
    }
    let (one, other) = (study.scenarios[0].code, study.scenarios[1].code)
    #expect(
      found("LEAD")
        == zip(["2027", "2028", "total", "end"], 0...).map { "\(other),NL,\($0),one-off,LEAD,\($1)" })
    #expect(
      found("PLAN")
        == ["VR02", "VR17", "NL"].flatMap { place in
          zip(["2027", "2028", "total", "end"], 8...).map { "\(one),\(place),\($0),one-off,PLAN,\($1)" }
        })
    #expect(rows.contains("\(one),NL,total,one-off,PLAN,10.000000,14.000000"))
  }

  @Test func dutchLocale() {
    let bytes = tables(locale: .dutch, scenario: "A;B").lines()
    #expect(text(bytes).hasPrefix("scenario;region;year;line;mean\n\"A;B\";VR17;2027;recruit_training;-10,005000\n"))
    #expect(text(tables(locale: .english, scenario: "A;B").lines()).contains("\nA;B,VR17,2027,"))
  }

  @Test func countryComesLastAndScenariosInTheStudysOrder() {
    let study = SmallStudy.study()
    let results = SmallStudy.results(base: [100, 40], spread: 0, study: study)
    let rows = text(ResultsCSV(study: study, results: results).summary()).split(separator: "\n").dropFirst()
    // Nine quantities of three years each, the present value and the end state of two, for three places and two scenarios.
    #expect(rows.count == 2 * 3 * (9 * 3 + 1 + 2))
    let places = rows.map { $0.split(separator: ",").prefix(2).joined(separator: ",") }
    let expected = ["ALLEEN,VR02", "ALLEEN,VR17", "ALLEEN,NL", "SAMEN,VR02", "SAMEN,VR17", "SAMEN,NL"]
    #expect(places == expected.flatMap { Array(repeating: $0, count: 30) })
    #expect(rows.dropFirst(1).first?.hasPrefix("ALLEEN,VR02,2028,baseline,36.000000,") == true)
  }

  @Test func pairs() {
    let study = SmallStudy.study()
    let results = SmallStudy.results(base: [100, 40], spread: 0, study: study)
    func row(_ region: String, _ difference: String) -> String {
      let percentiles = Array(repeating: difference, count: 12).joined(separator: ",")
      return "ALLEEN,SAMEN,\(region),\(difference),0.000000,0.000000,\(percentiles),1.000000,0.070000\n"
    }
    #expect(
      text(ResultsCSV(study: study, results: results).pairs())
        == "scenario_a,scenario_b,region,mean,se,sd,p05,p10,p25,p50,p70,p75,p80,p85,p90,p95,p99,cvar95,share_positive,share_a_cheaper\n"
        + row("VR02", "18.000000") + row("VR17", "42.000000") + row("NL", "60.000000"))
  }

  @Test func oneScenarioHasNoPairs() {
    let study = SmallStudy.study()
    let selection = Selection(scenarios: [1], regions: [0, 1])
    let results = SmallStudy.results(base: [100, 40], spread: 0, selection: selection, study: study)
    #expect(ResultsCSV(study: study, results: results).pairs().filter { $0 == 0x0a }.count == 1)
    #expect(text(ResultsCSV(study: study, results: results).lines()).contains("\nSAMEN,NL,total,measure_annual,"))
  }

  @Test(arguments: [
    ("VR17", "VR17", "VR17"), ("a,b", "\"a,b\"", "a,b"), ("a;b", "a;b", "\"a;b\""),
    ("say \"x\"", "\"say \"\"x\"\"\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\"", "\"a\nb\""),
    ("=1+1", "'=1+1", "'=1+1"), ("+31", "'+31", "'+31"), ("-", "'-", "'-"), ("@x", "'@x", "'@x"),
    ("\tx", "'\tx", "'\tx"), ("\rx", "\"'\rx\"", "\"'\rx\""), ("=a,\"b\"", "\"'=a,\"\"b\"\"\"", "\"'=a,\"\"b\"\"\""),
    ("a=b", "a=b", "a=b"), ("", "", ""), ("Fryslân", "Fryslân", "Fryslân"),
  ])
  func textCells(_ cell: String, english: String, dutch: String) {
    #expect(text(CSVLocale.english.cell(cell)) == english)
    #expect(text(CSVLocale.dutch.cell(cell)) == dutch)
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
