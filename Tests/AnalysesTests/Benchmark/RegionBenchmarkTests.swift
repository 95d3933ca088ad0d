import CostEngine
import Terms
import TestSupport
import Testing

@testable import Analyses
@testable import Reports

/// The study `tiny`, worked out by hand: AA has 200,000 inhabitants and 4 municipalities, BB 100,000 and 2.
@Suite struct RegionBenchmarkTests {
  typealias Measure = RegionBenchmark.Measure

  func benchmark(
    _ study: Study = TinyStudy.study, isAssumed: (Int, CurrentFigure, Int) -> Bool = { _, _, _ in false }
  ) -> RegionBenchmark {
    RegionBenchmark(study, scenario: 0, values: [], isAssumed: isAssumed)
  }

  func comparison(
    _ item: RegionBenchmark.Item, _ measure: Measure, of benchmark: RegionBenchmark? = nil
  ) throws -> RegionBenchmark.Comparison {
    try #require((benchmark ?? self.benchmark()).comparisons(of: item).first { $0.measure == measure })
  }

  /// OVD: 4 people in AA, 8 in BB. INF: half of 1 position a municipality with 2 people each: 4 in AA, 2 in BB.
  @Test func peoplePerInhabitant() throws {
    let ovd = try comparison(.function(0), .personsPer100k)
    #expect(ovd.values == [2, 8] && ovd.norms == [3, 6])
    #expect([0, 1].map(ovd.place) == [2, 1] && !ovd.isEqual)
    #expect(ovd.aboveNorm(0) == -1 && ovd.aboveNorm(1) == 2)
    let inf = try comparison(.function(1), .personsPer100k)
    #expect(inf.values == [2, 2] && inf.norms == [4, 4])
    #expect([0, 1].map(inf.place) == [1, 1] && inf.isEqual)
    let all = try comparison(.all, .personsPer100k)
    #expect(all.values == [4, 10] && all.norms == [7, 10])
  }

  /// The hours of all functions are those of their people: (4 x 10 + 4 x 3) / 8 in AA.
  @Test func hoursOfAllFunctions() throws {
    let hours = try comparison(.all, .annualHours)
    #expect(hours.values == [6.5, 24.6] && hours.norms == [160.0 / 14, 14])
  }

  /// INF has no fee: nobody of it is on paid standby, and none of its positions ask for it.
  @Test func onlyFunctionsWithAFeeAreOnStandby() throws {
    let all = try comparison(.all, .standbyPositions)
    #expect(all.values == [1, 2] && all.norms == [2, 2])
    #expect(!benchmark().comparisons(of: .function(1)).contains { $0.measure == .standbyPositions })
  }

  /// AA in 2027, wages times 1.1 and prices times 1.2. OVD: replacement 0.4 x (20 x 91 + 0.5 x 240) = 776, annual training
  /// 40 x 91 = 3640, exams 0.5 x 240 = 120, standby 365.25 / 7 x 77 = 4017.75. INF: 0.8 x 10 x 56 + 12 x 56 = 1120. EX: 2 x
  /// 1200 = 2400. 200,000 inhabitants.
  @Test func costAnInhabitant() throws {
    func isNear(_ value: Double?, _ expected: Double) -> Bool {
      // A dozen roundings of numbers of that size.
      value.map { abs($0 - expected) < 1e-14 } ?? false
    }
    #expect(isNear(try comparison(.function(0), .costPerInhabitant).values[0], 8553.75 / 200_000))
    #expect(isNear(try comparison(.function(1), .costPerInhabitant).values[0], 1120.0 / 200_000))
    #expect(isNear(try comparison(.provision(0), .costPerInhabitant).values[0], 2400.0 / 200_000))
    #expect(isNear(try comparison(.all, .costPerInhabitant).values[0], 12_073.75 / 200_000))
    #expect(try comparison(.all, .costPerInhabitant).norms == [nil, nil])
  }

  @Test func provisions() throws {
    let quantity = try comparison(.provision(0), .quantity)
    #expect(quantity.values == [1, 5] && quantity.norms == [3, 3])
  }

  /// What rests on an assumed figure is marked; nothing else is.
  @Test func assumptionsAreMarked() throws {
    let benchmark = benchmark { region, figure, item in region == 1 && figure == .turnover && item == 0 }
    let marked = benchmark.comparisons.filter { $0.isAssumed.contains(true) }
    #expect(marked.allSatisfy { $0.isAssumed == [false, true] })
    #expect(marked.map(\.item) == [.all, .function(0), .function(0)])
    #expect(marked.map(\.measure) == [.costPerInhabitant, .turnover, .costPerInhabitant])
  }

  /// Ratios that are equal but for their last bit share a place; they used to get places of their own.
  @Test func roundingMakesNoDifference() {
    let values = [0.3, 0.1 + 0.2, 0.3]
    #expect(values[1] > values[0])
    let comparison = RegionBenchmark.Comparison(
      item: .all, measure: .personsPer100k, values: values, norms: [], isAssumed: [])
    #expect(comparison.isEqual && values.indices.allSatisfy { comparison.place(of: $0) == 1 })
  }

  /// The smallest value with at least that share of the regions at or below it.
  @Test func spread() throws {
    let comparison = RegionBenchmark.Comparison(
      item: .all, measure: .quantity, values: [5, nil, 1, 4, 2, 3], norms: [], isAssumed: [])
    #expect([0, 20, 21, 50, 80, 100].map(comparison.percentile) == [1, 1, 2, 3, 4, 5])
    #expect((0..<6).map(comparison.place) == [1, nil, 5, 2, 4, 3])
  }

  @Test func withoutInhabitantsThereIsNothingToDivideBy() throws {
    var study = TinyStudy.study
    study.regions[0].population = .certain(0)
    let persons = try comparison(.function(0), .personsPer100k, of: benchmark(study))
    #expect(persons.values == [nil, 8] && persons.norms == [nil, 6])
    #expect(persons.aboveNorm(0) == nil && persons.percentile(0) == 8)
    let text = BenchmarkReport.text(benchmark(study), of: study, scenario: 0, regions: [0], language: .dutch)
    #expect(text.contains("personen per 100.000 inw.") && !text.contains("nan"))
  }

  @Test func tables() {
    let text = BenchmarkReport.text(benchmark(), of: TinyStudy.study, scenario: 0, regions: [], language: .dutch)
    #expect(text == Self.dutchTables)
  }

  /// Quantiles can have an infinite mean: what rests on it has no value, the rest has.
  @Test func infiniteMeansAreLeftOut() throws {
    var study = TinyStudy.study
    study.current[0][0].persons = .persons(.uncertain(0))
    study.variables = [
      UncertainVariable(name: "staffing.persons[AA/OVD]", distribution: try .uniform(from: 0, to: 1))
    ]
    let benchmark = RegionBenchmark(study, scenario: 0, values: [.infinity]) { _, _, _ in false }
    #expect(try comparison(.function(0), .personsPer100k, of: benchmark).values == [nil, 8])
    #expect(try comparison(.all, .annualHours, of: benchmark).values == [nil, 24.6])
    #expect(try comparison(.function(1), .personsPer100k, of: benchmark).values == [2, 2])
  }

  /// An only region has nobody to be compared with.
  @Test func theOnlyRegion() {
    var study = TinyStudy.study
    study.regions.removeLast()
    study.current.removeLast()
    study.currentProvisions.removeLast()
    for index in study.scenarios.indices { study.scenarios[index].terms.removeLast() }
    let text = BenchmarkReport.text(benchmark(study), of: study, scenario: 0, regions: [], language: .dutch)
    #expect(text.contains("Wat de regio vandaag heeft") && text.contains("AA Fryslân"))
    #expect(!text.contains("plaats") && !text.contains("mediaan"))
  }

  @Test func oneRegion() {
    let benchmark = benchmark { _, figure, _ in figure == .turnover }
    let text = BenchmarkReport.text(benchmark, of: TinyStudy.study, scenario: 0, regions: [1], language: .english)
    #expect(text == Self.englishRegion)
  }

  @Test func csv() {
    let benchmark = benchmark { _, figure, _ in figure == .turnover }
    let text = String(decoding: benchmark.csv(of: TinyStudy.study, locale: .dutch), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 1 + 2 * (4 + 7 + 6 + 2))
    #expect(
      lines[0]
        == "region;kind;code;measure;value;assumed;place;regions;lowest;p25;p50;p75;highest;norm;above_norm")
    #expect(
      lines[1]
        == "AA;all;;persons_per_100k;4,000000;0;2;2;4,000000;4,000000;4,000000;10,000000;10,000000;7,000000;-3,000000")
    #expect(
      lines[9] == "AA;function;OVD;turnover;0,100000;1;2;2;0,100000;0,100000;0,100000;0,250000;0,250000;;")
    #expect(lines[38].hasPrefix("BB;provision;EX;cost_per_inhabitant;0,060000;0;1;2;0,012000;"))
  }
}
