import CostEngine
import Reports
import StudyFiles

/// The tables of one side, as they stand or newly computed.
struct ResultsTables {
  private struct Place: Hashable {
    var region: String
    var year: String
    var item: String
  }

  let side: ResultsComparison.Side
  /// Regions and years in their order.
  let places: [(region: String, year: String)]
  private let summary: [Place: ResultsReading.Row]
  private let lines: [Place: ResultsReading.Row]

  /// - Returns: nil where the tables are not those of a results folder.
  init?(_ side: ResultsComparison.Side, summary: [UInt8], lines: [UInt8]) {
    guard let rows = ResultsReading.rows(summary, file: "summary.csv", item: "quantity"),
      let lineRows = ResultsReading.rows(lines, file: "lines.csv", item: "line")
    else { return nil }
    self.side = side
    func byPlace(_ rows: [ResultsReading.Row]) -> [Place: ResultsReading.Row] {
      Dictionary(
        rows.filter { $0.scenario == side.scenario }.map {
          (Place(region: $0.region, year: $0.year, item: $0.item), $0)
        }
      ) { first, _ in first }
    }
    self.summary = byPlace(rows)
    self.lines = byPlace(lineRows)
    places = rows.filter { $0.scenario == side.scenario && $0.item == ReportedQuantity.delta.id }
      .map { ($0.region, $0.year) }
  }

  /// The regions and years that both have.
  static func rows(_ a: ResultsTables, _ b: ResultsTables, _ quantity: ReportedQuantity) -> [ResultsComparison.Row] {
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
    func lines(_ isWanted: (CostLine) -> Bool) -> [(id: String, amount: Double)] {
      CostLine.allCases.filter(isWanted).map { ($0.id, mean(self.lines, $0.id)) }
    }
    let baseline = ReportedQuantity.baseline.id
    let funding = ReportedQuantity.funding.id
    switch quantity {
    case .delta: return lines { _ in true }
    case .structural: return lines { !$0.isIncidental }
    case .incidental: return lines { $0.isIncidental }
    case .cost: return [(baseline, mean(summary, baseline))] + lines { _ in true }
    case .net: return lines { _ in true } + [(funding, -mean(summary, funding))]
    case .baseline, .staffTime, .outOfPocket, .funding, .npv: return []
    }
  }
}
