import CostEngine
import StudyFiles
import Terms

/// Reading single cells in tests.
enum CellSample {
  static let values = [3.0, 1, 2]

  static func parser(_ dialect: CSVDialect = .semicolon) -> CellParser {
    CellParser(dialect: dialect) { file, column in
      if file == "metingen.csv", column == "uren (per jaar)" { return .success(values) }
      return .failure(
        CellProblem(
          problem: Bilingual(nl: "geen \(file)/\(column)", en: "no \(file)/\(column)"),
          remedy: Bilingual(same: "-")))
    }
  }

  static func parse(
    _ text: String, _ dialect: CSVDialect = .semicolon, _ bounds: CellBounds = .unbounded
  ) -> (value: Result<CellValue, CellProblem>, notice: Bilingual?) {
    parser(dialect).parse(text, bounds: bounds)
  }

  /// The number of a cell that is certain.
  static func certain(
    _ text: String, _ dialect: CSVDialect = .semicolon, _ bounds: CellBounds = .unbounded
  ) -> Double? {
    guard case .success(.certain(let value)) = parse(text, dialect, bounds).value else { return nil }
    return value
  }

  static func distribution(
    _ text: String, _ dialect: CSVDialect = .semicolon, _ bounds: CellBounds = .unbounded
  ) -> Distribution? {
    guard case .success(.distribution(let distribution)) = parse(text, dialect, bounds).value else { return nil }
    return distribution
  }

  static func problem(
    _ text: String, _ dialect: CSVDialect = .semicolon, _ bounds: CellBounds = .unbounded,
    in measure: Unit.Measure? = nil
  ) -> CellProblem? {
    guard case .failure(let problem) = parser(dialect).parse(text, bounds: bounds, measure: measure).value else {
      return nil
    }
    return problem
  }
}
