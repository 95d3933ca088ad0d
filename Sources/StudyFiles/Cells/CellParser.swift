import CostEngine

/// Reads the numeric cells of a file: numbers, distributions and references.
public struct CellParser {
  /// The values of a column of a file in the study folder, or why there are none.
  public typealias ColumnLookup = (_ file: String, _ column: String) -> Result<[Double], CellProblem>

  public init(dialect: CSVDialect, empirical: @escaping ColumnLookup) {}

  /// The value of a cell, and a notice where a number in it could be read in two ways.
  public func parse(
    _ text: String, bounds: CellBounds
  ) -> (value: Result<CellValue, CellProblem>, notice: Localized?) {
    (.success(.blank), nil)
  }
}
