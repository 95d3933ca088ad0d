import CostEngine
import StudyFiles
import TestSupport
import Testing
import WaterlijnProcess

@testable import Reports
@testable import WaterlijnCommands

@Suite struct PriorityCommandTests {
  /// Two regions that give up provisions of normal value: 3 and 4 thousand of deviation in one, 5 and 12 in the other, so
  /// variances of 25 and 169, 194 in all; a one-off leaves each region EUR 4,000 of saving on average. In a second scenario
  /// nobody gives up or spends anything.
  private static func study() throws -> Study {
    let deviations = [[3000.0, 4000], [5000, 12_000]]
    var study = ClosedFormStudy.make(
      amounts: try deviations.map { try $0.map { try .normal(mean: 100_000, standardDeviation: $0) } }, scenarios: 2)
    for region in study.regions.indices { study.scenarios[1].terms[region].release = .certain(0) }
    study.oneOffs = [
      OneOff(
        code: "O", name: "O", per: .region, amount: .certain(196_000), from: .certain(2027), until: .certain(2027),
        index: .price, scenarios: [0])
    ]
    return study
  }

  private static func reading(_ study: Study, assumed: Bool = true) -> StudyReading {
    World.reading(study) { reading in
      reading.currentCells = study.regions.indices.flatMap { region in
        study.provisions.indices.map {
          .init(region: region, figure: .provisionQuantity, item: $0, isAssumed: assumed)
        }
      }
    }
  }

  static func rows(_ world: World, _ file: String) -> [[String: String]] {
    let lines = world.text(file).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// Shares of variance in closed form, each within 4.5 of its own standard errors (probability 7e-6) and the 3 / n that
  /// three parameters explain by chance.
  @Test func sharesAreThoseOfTheClosedForm() throws {
    let world = World()
    let outcome = world.run(
      ["priority", "x", "--draws", "10000", "--out", "uit", "--quiet"], reading: Self.reading(try Self.study()))
    #expect(outcome.status == .success)
    let cells = Self.rows(world, "uit/priority-cells.csv")
    #expect(cells.count == 4)
    let variances = ["R0/P0": (9.0, 25.0), "R0/P1": (16, 25), "R1/P0": (25, 169), "R1/P1": (144, 169)]
    for cell in cells {
      let key = try #require(cell["region"]) + "/" + (cell["item"] ?? "")
      let (variance, region) = try #require(variances[key])
      for (column, exact) in [("own_variance_share", variance / region), ("national_variance_share", variance / 194)] {
        let value = try #require(Double(cell[column] ?? ""))
        let error = try #require(Double(cell[column + "_se"] ?? ""))
        #expect(abs(value - exact) < 4.5 * error + 3e-4, "\(key) \(column)")
        #expect(error < 0.02)
      }
      let band = try #require(Double(cell["own_band_share"] ?? ""))
      let bandError = try #require(Double(cell["own_band_share_se"] ?? ""))
      #expect(abs(band - (1 - (1 - variance / region).squareRoot())) < 4.5 * bandError + 3e-4)
    }
    // Provision 1 of both regions: 160 of 194; together all. The three parameters of each region's regression, told by at
    // least 9,500 draws, are off by 3 / 9,500 of the 9 and 25 that they leave: 0.011, which takes 0.011 / 194 off the
    // share, 6e-5. What the country's three explain of the 34 of 194 that are left is 5e-5 by chance.
    let rows = Self.rows(world, "uit/priority.csv").filter { $0["region"] == "NL" }
    #expect(rows.map { $0["kind"] } == ["question", "question", "first", "first", "all"])
    let questions = rows.filter { $0["kind"] == "question" }
    #expect(questions.map { $0["item"] } == ["P1", "P0"])
    let first = try #require(Double(questions[0]["variance_share"] ?? ""))
    #expect(abs(first - 160.0 / 194) < 4.5 * (try #require(Double(questions[0]["variance_share_se"] ?? ""))) + 1.4e-4)
    #expect(rows[3...].allSatisfy { (Double($0["variance_share"] ?? "") ?? 0) > 0.999 })
  }

  /// The second scenario costs nothing, the first -X, with X normal of mean m and deviation s: knowing X gains
  /// s phi(m / s) - m Phi(-m / s).
  @Test func theChoiceIsThatOfTheClosedForm() throws {
    let world = World()
    let outcome = world.run(
      ["priority", "x", "--draws", "20000", "--out", "uit", "--quiet"], reading: Self.reading(try Self.study()))
    #expect(outcome.status == .success)
    // Of both provisions of region 0: m = 4000, s = 5000: 5000 * 0.289692 - 4000 * 0.211855 (phi and Phi of 0.8).
    // Of all of the country: m = 8000, s = 13928.4: 13928.4 * 0.338278 - 8000 * 0.282860 (0.574366).
    let rows = Self.rows(world, "uit/priority.csv").filter { $0["kind"] == "first" && $0["rank"] == "2" }
    for (region, exact) in [("R0", 5000 * 0.289692 - 4000 * 0.211855), ("NL", 13928.4 * 0.338278 - 8000 * 0.282860)] {
      let row = try #require(rows.first { $0["region"] == region })
      let value = try #require(Double(row["evppi"] ?? ""))
      let error = try #require(Double(row["evppi_se"] ?? ""))
      // And the mean, known to s / sqrt(n) and better with strata, decides the choice by no more than itself.
      let ofMean = (region == "R0" ? 5000 : 13928.4) / 20_000.0.squareRoot()
      #expect(abs(value - exact) < 4.5 * (error + ofMean / 4), "\(region)")
    }
  }

  /// More questions are never worth less, whatever the study.
  @Test func moreIsNeverWorthLess() throws {
    let world = World()
    let study = RandomStudy.make(seed: 11, uncertain: true)
    let reading = World.reading(study) { reading in
      reading.currentCells = []
      for region in study.regions.indices {
        for function in study.functions.indices {
          for figure in CurrentFigure.allCases where figure != .provisionQuantity {
            reading.currentCells.append(.init(region: region, figure: figure, item: function, isAssumed: true))
          }
        }
      }
    }
    #expect(world.run(["priority", "x", "--draws", "2000", "--out", "uit"], reading: reading).status == .success)
    let rows = Self.rows(world, "uit/priority.csv")
    for region in Set(rows.compactMap { $0["region"] }) {
      for column in ["variance_share", "band_share", "evppi"] {
        let own = rows.filter { $0["region"] == region }
        let single = own.filter { $0["kind"] == "question" }.compactMap { Double($0[column] ?? "") }
        let together = own.filter { $0["kind"] == "first" }.compactMap { Double($0[column] ?? "") }
        #expect(together == together.sorted() && single.allSatisfy { $0 >= 0 })
        if let all = together.last { #expect(single.prefix(5).allSatisfy { $0 <= all }) }
      }
    }
  }

  /// One factor moves all of 25 regions by EUR 10, each of 30 questions is of a cent. What the regions' regressions on their
  /// answers explain by chance added up: at 400 draws an answer seemed to take 19 to 27 % of
  /// the uncertainty and 20 of them 74 %, at 1,600 draws 5 to 9 % and 43 %.
  @Test(arguments: [400, 1600]) func answersThatSayNothingAreWorthNothing(draws: Int) throws {
    let figures = [try Distribution.normal(mean: 1000, standardDeviation: 10)]
    let cents = [Distribution](repeating: try .uniform(from: 0, to: 0.01), count: 30)
    var study = ClosedFormStudy.make(amounts: [[Distribution]](repeating: figures + cents, count: 25))
    study.factors = ["markt"]
    for variable in study.variables.indices where study.variables[variable].name.hasSuffix("/P0]") {
      study.variables[variable].loadings = [FactorLoading(factor: 0, loading: 1)]
    }
    let reading = World.reading(study) { reading in
      reading.currentCells = study.regions.indices.flatMap { region in
        (1...30).map { .init(region: region, figure: .provisionQuantity, item: $0, isAssumed: true) }
      }
    }
    let world = World()
    let outcome = world.run(["priority", "x", "--draws", "\(draws)", "--out", "uit"], reading: reading)
    #expect(outcome.status == .success)
    let rows = Self.rows(world, "uit/priority.csv").filter { $0["region"] == "NL" }
    let n = Double(draws)
    func shares(_ kind: String) throws -> [Double] {
      try rows.filter { $0["kind"] == kind }.map { try #require(Double($0["variance_share"] ?? "")) }
    }
    // In `n` times the variance: what the others tell of noise goes with the total as 2 times a chi-square of one degree of
    // freedom at most (sums of products of different replicates, squared, over the squares of what is told); the mean score
    // and its square add one of two; the correction takes 3 off. 4.5 deviations of either: 2 * 4.5^2 and 4.5 * sqrt(2 * 2).
    let questions = try shares("question")
    #expect(questions.count == 30 && questions.allSatisfy { $0 < (2 * 20.25 + 9) / n })
    // Mean 1 and deviation sqrt(2 * 4 + 4) before it is cut off at nothing, so at most (1 + sqrt(13)) / 2 = 2.3 and 3.6 after
    // it. The luckiest of 25 regions' figures would make it 8: chi-square of five degrees of freedom, less 5.
    let mean: Double = questions.reduce(0, +) / 30
    #expect(mean < (2.3 + 4.5 * 3.6 / 30.0.squareRoot()) / n)
    // With 20 mean scores and their squares.
    let together = try shares("first")
    #expect(together.count >= 3 && together.allSatisfy { $0 < (2 * 20.25 + 4.5 * 80.0.squareRoot()) / n })
  }

  @Test func threadsChangeNothing() throws {
    let world = World()
    for threads in ["1", "2", "3"] {
      let outcome = world.run(
        ["priority", "x", "--draws", "1000", "--threads", threads, "--out", threads],
        reading: Self.reading(try Self.study()))
      #expect(outcome.status == .success && outcome.output.contains("1. aantal nu: Voorziening"))
    }
    for file in ["priority.csv", "priority-cells.csv"] {
      #expect(world.contents["1/\(file)"] == world.contents["2/\(file)"])
      #expect(world.contents["1/\(file)"] == world.contents["3/\(file)"])
    }
  }

  @Test func whatRegionsReportedIsNotAsked() throws {
    let outcome = World().run(
      ["priority", "x", "--draws", "400"], reading: Self.reading(try Self.study(), assumed: false))
    #expect(outcome.status == .success && outcome.output.contains("Er is niets te vragen"))
  }

  @Test func whatIsUnknownIsNamed() throws {
    let reading = Self.reading(try Self.study())
    func error(_ arguments: [String]) -> String {
      let outcome = World().run(["priority", "x"] + arguments, reading: reading)
      #expect(outcome.status == .wrongUsage && outcome.output.isEmpty)
      return outcome.error
    }
    #expect(error(["--scenario", "S7"]).hasPrefix("--scenario: de studie kent \"S7\" niet."))
    #expect(error(["--among", "S0+s1"]).hasPrefix("--among: de studie kent \"s1\" niet. Bedoelt u \"S1\"?"))
    #expect(error(["--region", "R9"]).hasPrefix("--region: de studie kent \"R9\" niet."))
  }

  @Test func ctrlCStops() throws {
    let interruption = Interruption()
    _ = interruption.request()
    let world = World()
    let outcome = world.run(
      ["priority", "x", "--out", "uit"], reading: Self.reading(try Self.study()), interruption: interruption)
    #expect(outcome == World.Outcome(status: .interrupted, output: "", error: "Afgebroken; er is niets veranderd.\n"))
    #expect(world.contents.isEmpty)
  }

  /// Of a uniform figure that costs are straight in everything goes once it is known, and the choice gains exactly what the
  /// triangle beyond the break-even holds: 196,000 - X with X uniform on 100,000...300,000 is below 0 for X above 196,000:
  /// without knowing -4,000 on average; knowing, -(104,000^2 / 2) / 200,000 = -27,040. A regression on scores alone bent the
  /// line and gave tens of percents too much.
  @Test func aStraightLineIsKnownExactly() throws {
    var study = ClosedFormStudy.make(
      amounts: [[try .uniform(from: 100_000, to: 300_000)], [.constant(0)]], scenarios: 2)
    for region in study.regions.indices { study.scenarios[1].terms[region].release = .certain(0) }
    study.oneOffs = try Self.study().oneOffs
    study.currentProvisions[1] = [.certain(0)]
    study.oneOffs[0].per = .national
    let world = World()
    let outcome = world.run(
      ["priority", "x", "--draws", "10000", "--out", "uit"], reading: Self.reading(study))
    #expect(outcome.status == .success, "\(outcome.error)")
    let rows = Self.rows(world, "uit/priority.csv").filter { $0["region"] == "NL" && $0["kind"] != "all" }
    #expect(rows.count == 2)
    for row in rows {
      #expect((Double(row["variance_share"] ?? "") ?? 0) > 0.999999)
      #expect((Double(row["band_share"] ?? "") ?? 0) > 0.999)
      let (value, error) = (Double(row["evppi"] ?? "") ?? 0, Double(row["evppi_se"] ?? "") ?? 0)
      // 4.5 of its own errors; strata of EUR 1,000 leave less than a tenth of one more.
      #expect(abs(value - 23_040) < 4.5 * error + 100)
    }
  }

  /// What is kept of every draw fits no memory: refused before anything is computed.
  @Test func tooManyDrawsAreRefused() throws {
    let outcome = World().run(["priority", "x", "--draws", "1e9"], reading: Self.reading(try Self.study()))
    #expect(outcome.status == .wrongUsage && outcome.error.hasPrefix("--draws: hier kunnen hooguit "))
  }
}
