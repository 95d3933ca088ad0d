import Analyses
import CostEngine
import Reports
import StudyFiles

/// `waterlijn explain STUDY --scenario S --region R --year Y`
struct ExplainCommand {
  var study: String
  var scenario: String
  var region: String
  var year: String
  /// Counted from 1; nil for every uncertain input at its mean.
  var draw: Int?
  var seed: UInt64?
  var sampler: Sampler?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    guard let scenario = arguments.values[.scenario], let region = arguments.values[.region],
      let year = arguments.values[.year]
    else {
      throw .missingOptions([.scenario, .region, .year].filter { arguments.values[$0] == nil })
    }
    (self.scenario, self.region, self.year) = (scenario, region, year)
    draw = try arguments.number(.draw, in: 1...UInt64(SimulationSettings.maximumDraws)).map { Int($0) }
    seed = try arguments.seed()
    sampler = try arguments.sampler()
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study)
    guard let study = reading.study else { return context.refuse(reading, folder: self.study) }
    let scenario = try Selection.index(.scenario, scenario, in: study.scenarios.map { $0.code })
    let places = study.regions.map { $0.code } + [ResultsCSV.nationalCode]
    let place = try Selection.index(.region, region, in: places)
    let years = Array(study.firstYear...study.lastYear)
    let year = years[try Selection.index(.year, year, in: years.map { String($0) })]

    let settings = SimulationSettings(
      draws: draw ?? 1, seed: seed ?? reading.settings.seed, sampler: sampler ?? reading.settings.sampler)
    let values = draw.map { DrawSampler(study, settings: settings).values(ofDraw: $0 - 1) } ?? study.meanValues
    if let variable = values.firstIndex(where: { !$0.isFinite }) {
      throw .infiniteMean(study.variables[variable].name)
    }
    let content = WorkedContent(study: study, values: values, draw: draw, year: year)
    guard study.regions.indices.contains(place) else {
      let worked = WorkedNational(study, scenario: scenario, values: values)
      return context.print(WorkedNationalReport.text(worked, content: content, language: context.language))
    }
    var national: WorkedNational?
    if case .pooled = study.municipalKey { national = WorkedNational(study, scenario: scenario, values: values) }
    let worked = WorkedCalculation(study, scenario: scenario, region: place, values: values)
    return context.print(
      WorkedReport.text(worked, national: national, content: content, language: context.language))
  }
}
