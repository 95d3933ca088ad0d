import CostEngine
import Reports
import StudyFiles
import Terms

/// The tables of one side, as they stand or newly computed.
public struct ResultsTables {
  private struct Place: Hashable {
    var region: String
    var year: String
    var item: String
  }

  public let side: ResultsComparison.Side
  /// Regions and years in their order.
  let places: [(region: String, year: String)]
  private let summary: [Place: ResultsReading.Row]
  private let lines: [Place: ResultsReading.Row]

  /// Why there are no tables.
  public enum Failure: Error {
    case interrupted
    case overflow(AmountOverflow)
    /// summary.csv or lines.csv is missing, or is no result of a run.
    case unreadable
  }

  /// - Parameters:
  ///   - compared: results, whose tables are read, or else a study, which is computed.
  ///   - scenario: code of the one that is compared.
  ///   - settings: how a study is computed.
  ///   - progress: is told how many replicates are done.
  public init(
    _ compared: ComparedStudy, scenario: String, settings: SimulationSettings, workers: Workers,
    progress: @Sendable (Int) -> Void
  ) throws(Failure) {
    let own = compared.manifest == nil ? settings : compared.settings
    let study = compared.reading?.study
    let manifest = compared.manifest
    side = ResultsComparison.Side(
      folder: compared.folder, title: manifest?.study ?? study?.title ?? "", scenario: scenario,
      firstYear: manifest?.firstYear ?? study?.firstYear ?? 0, lastYear: manifest?.lastYear ?? study?.lastYear ?? 0,
      draws: own.draws, seed: own.seed, sampler: own.sampler)
    let bytes: (summary: [UInt8], lines: [UInt8])
    if compared.manifest != nil {
      guard let summary = compared.resultsFile(ResultFiles.summary), let lines = compared.resultsFile(ResultFiles.lines)
      else { throw .unreadable }
      bytes = (summary, lines)
    } else {
      bytes = try Self.compute(compared, scenario, settings, workers, progress)
    }
    guard let rows = ResultsReading.rows(bytes.summary, file: "summary.csv", item: "quantity"),
      let lineRows = ResultsReading.rows(bytes.lines, file: "lines.csv", item: "line")
    else { throw .unreadable }
    let side = side
    func byPlace(_ rows: [ResultsReading.Row]) -> [Place: ResultsReading.Row] {
      var places: [Place: ResultsReading.Row] = [:]
      for row in rows where row.scenario == side.scenario {
        let place = Place(region: row.region, year: row.year, item: row.item)
        if places[place] == nil { places[place] = row }
      }
      return places
    }
    self.summary = byPlace(rows)
    self.lines = byPlace(lineRows)
    places = rows.filter { $0.scenario == side.scenario && $0.item == ReportedQuantity.delta.id }
      .map { ($0.region, $0.year) }
  }

  private static func compute(
    _ compared: ComparedStudy, _ scenario: String, _ settings: SimulationSettings, _ workers: Workers,
    _ progress: @Sendable (Int) -> Void
  ) throws(Failure) -> (summary: [UInt8], lines: [UInt8]) {
    let study = compared.reading!.study!
    let plan = Plan(
      study, selection: Selection(scenarios: [study.scenario(scenario)], regions: Array(study.regions.indices)),
      settings: settings)
    do throws(ConcurrentSimulation.Failure) {
      let tables = ResultsCSV(
        study: study, results: try ConcurrentSimulation(plan, workers: workers).results(progress: progress))
      return (tables.summary(), tables.lines())
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .overflow(let overflow): throw .overflow(overflow)
      }
    }
  }

  /// The regions and years that both have.
  public static func rows(_ a: ResultsTables, _ b: ResultsTables, _ quantity: ReportedQuantity) -> [ResultsComparison
    .Row]
  {
    a.places.compactMap { region, year in
      let place = Place(region: region, year: year, item: quantity.id)
      guard let first = a.summary[place].flatMap(figures), let second = b.summary[place].flatMap(figures) else {
        return nil
      }
      let (ownParts, otherParts) = (a.parts(region, year, quantity), b.parts(region, year, quantity))
      return ResultsComparison.Row(
        region: region, year: year, a: first, b: second,
        parts: zip(ownParts, otherParts).map { ($0.id, $0.amount, $1.amount) })
    }
  }

  private static func figures(_ row: ResultsReading.Row) -> ResultsComparison.Figures? {
    let numbers = ["mean", "se", "p05", "p50", "p95"].compactMap { row.numbers[$0] }
    guard numbers.count == 5 else { return nil }
    return .init(mean: numbers[0], standardError: numbers[1], p05: numbers[2], p50: numbers[3], p95: numbers[4])
  }

  /// What a quantity is made of; empty where it is not a sum of cost lines.
  private func parts(
    _ region: String, _ year: String, _ quantity: ReportedQuantity
  ) -> [(id: String, amount: Double)] {
    func mean(_ rows: [Place: ResultsReading.Row], _ item: String) -> Double {
      rows[Place(region: region, year: year, item: item)]?.numbers["mean"] ?? 0
    }
    return (quantity.parts ?? []).map { part in
      switch part {
      case .line: return (part.id, mean(lines, part.id))
      case .baseline: return (part.id, mean(summary, part.id))
      case .lessFunding: return (part.id, -mean(summary, part.id))
      }
    }
  }
}
