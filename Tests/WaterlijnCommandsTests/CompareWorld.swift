import Foundation
import TestSupport
import Testing

@testable import WaterlijnCommands

/// What the tests of `waterlijn compare` share: studies to change, and tables to read.
extension World {
  /// Copies the textbook study of `scenarios/` (certain numbers, worked by hand) into a folder.
  func copyTextbook(to name: String) throws {
    let source = Shell.package.appendingPathComponent("scenarios/leerboek")
    for file in try FileManager.default.contentsOfDirectory(atPath: source.path) where file.hasSuffix(".csv") {
      let text = try String(contentsOf: source.appendingPathComponent(file), encoding: .utf8)
      try write(text, to: "\(name)/\(file)")
    }
  }

  /// Replaces a text that stands once in a file.
  func change(_ file: String, _ old: String, _ new: String) throws {
    let text = self.text(file)
    try #require(text.components(separatedBy: old).count == 2, "\(old) stands once in \(file)")
    try write(text.replacingOccurrences(of: old, with: new), to: file)
  }

  /// The rows of a table, by column.
  func table(_ path: String) -> [[String: String]] {
    let lines = text(path).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// The parts of a kind in bridge.csv of all years, EUR.
  func parts(_ folder: String, _ kind: String, region: String = "NL", year: String = "total") -> [String: Double] {
    let rows = table(folder + "/bridge.csv").filter {
      $0["kind"] == kind && $0["region"] == region && $0["year"] == year
    }
    return Dictionary(rows.map { ($0["part"]!, Double($0["amount"]!)!) }) { $0 + $1 }
  }

  /// Whether the parts of every region and year sum to the difference in cents, which is that of compare.csv, and lie
  /// within the range of the two orders.
  func expectExactBridges(_ folder: String, sourceLocation: SourceLocation = #_sourceLocation) {
    func cents(_ text: String?) -> Int { Int((Double(text!)! * 100).rounded()) }
    var sums: [String: [String: Int]] = [:]
    for row in table(folder + "/bridge.csv") {
      let place = "\(row["scenario_a"]!) \(row["scenario_b"]!) \(row["region"]!) \(row["year"]!)"
      sums[place, default: [:]][row["kind"]!, default: 0] += cents(row["amount"])
      guard row["kind"] == "input" else { continue }
      #expect(cents(row["lowest"]) <= cents(row["amount"]), sourceLocation: sourceLocation)
      #expect(cents(row["amount"]) <= cents(row["highest"]), sourceLocation: sourceLocation)
    }
    let differences = table(folder + "/compare.csv")
    #expect(!differences.isEmpty && sums.count == differences.count, sourceLocation: sourceLocation)
    for row in differences {
      let place = "\(row["scenario_a"]!) \(row["scenario_b"]!) \(row["region"]!) \(row["year"]!)"
      let sum = sums[place]!["difference"]!
      for kind in ["line", "item", "input"] {
        #expect((sums[place]![kind] ?? sum) == sum, "\(kind) of \(place)", sourceLocation: sourceLocation)
      }
      // The table has six decimals.
      #expect(abs(Double(row["mean"]!)! - Double(sum) / 100) <= 0.005001, sourceLocation: sourceLocation)
    }
  }
}
