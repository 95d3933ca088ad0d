import Foundation

/// One line of functions.txt: a value of a function to 32 digits, by mpmath.
struct ReferenceValue: Sendable {
  var arguments: [Double]
  /// The value is their exact sum.
  var high: Double
  var low: Double

  /// Distance of a computed value in units of the last place of the value.
  func ulps(_ found: Double) -> Double { ((found - high) - low).magnitude / high.ulp }

  /// Distance of a computed value relative to the value.
  func relativeError(_ found: Double) -> Double { ((found - high) - low).magnitude / high.magnitude }
}

/// The reference values that generate_distributions.py writes.
enum ReferenceFunctions {
  private static let lines: [(name: Substring, numbers: [Double])] = fixture("functions.txt").map { words in
    (words[0], words.dropFirst().map { Double($0)! })
  }

  /// All values of one function; fails where there are none.
  static func values(of name: String) -> [ReferenceValue] {
    let values = lines.filter { $0.name == name }.map { _, numbers in
      ReferenceValue(
        arguments: Array(numbers.dropLast(2)), high: numbers[numbers.count - 2], low: numbers[numbers.count - 1])
    }
    precondition(values.count > 20, "functions.txt has too few values of \(name)")
    return values
  }
}

/// The words of each line of a file in Fixtures, without comments.
func fixture(_ name: String) -> [[Substring]] {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  guard let text = try? String(contentsOf: folder.appending(path: "Fixtures/\(name)"), encoding: .utf8) else {
    preconditionFailure("Fixtures/\(name) cannot be read")
  }
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }
}
