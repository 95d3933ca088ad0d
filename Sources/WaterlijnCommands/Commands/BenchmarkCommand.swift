import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn benchmark STUDY`
struct BenchmarkCommand {
  static let fileName = "benchmark.csv"

  var study: String
  var scenario: String?
  var regions: String?
  var out: String?
  var csvLocale: CSVLocale

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    scenario = arguments.values[.scenario]
    regions = arguments.values[.region]
    out = arguments.values[.out]
    if out == "" { throw .missingValue(.out) }
    csvLocale = try arguments.csvLocale() ?? .english
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study)
    guard let study = reading.study else { return context.refuse(reading, folder: self.study) }
    let scenario = try self.scenario.map { text throws(UsageError) in
      try Selection.index(.scenario, text, in: study.scenarios.map { $0.code })
    }
    let regions = try self.regions == nil ? [] : Selection(study, scenarios: nil, regions: self.regions).regions
    let assumed = Set(reading.currentCells.filter { $0.isAssumed })
    let benchmark = RegionBenchmark(study, scenario: scenario ?? 0, values: study.meanValues) { region, figure, item in
      assumed.contains(StudyReading.CurrentCell(region: region, figure: figure, item: item, isAssumed: true))
    }
    let text = BenchmarkReport.text(
      benchmark, of: study, scenario: scenario ?? 0, regions: regions, language: context.language)
    return context.finish(
      text, files: [.init(name: Self.fileName, bytes: benchmark.csv(of: study, locale: csvLocale))], out: out)
  }
}
