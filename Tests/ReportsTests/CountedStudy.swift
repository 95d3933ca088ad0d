import CostEngine
import Terms
import TestSupport

@testable import Reports

/// Studies that the engine computed with the amounts of every item.
enum CountedStudy {
  static func results(_ study: Study, draws: Int = 400, selection: Selection? = nil) throws -> Results {
    let plan = Plan(
      study, selection: selection ?? Selection(study),
      settings: SimulationSettings(draws: draws, seed: 1, sampler: .latinHypercube), countsItems: true)
    return try Evaluator.statistics(of: plan).results(of: plan)
  }

  static func run(
    _ study: Study, draws: Int = 400, selection: Selection? = nil, reserves: [Double?] = []
  ) throws -> RunContent {
    RunContent(
      study: study, results: try results(study, draws: draws, selection: selection), toolVersion: "1.0",
      sampler: .latinHypercube, seed: 1, populations: study.regions.map { study.mean(of: $0.population) },
      coverage: study.regions.map { _ in Coverage(reported: 1, assumed: 0) }, notices: 0, outputFolder: nil,
      reserves: reserves)
  }

  static func page(_ run: RunContent, place: Int? = nil, _ language: Language = .dutch) -> ReportPage {
    let place = place ?? (run.results.includesNational ? run.results.national : 0)
    return ReportPage(content: ReportPageTests.content(run), place: place, opening: 0, language: language)
  }
}
