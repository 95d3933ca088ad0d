import CostEngine

/// Reads the numeric cells of a file: numbers, ranges, distributions and references.
///
/// | cell | value |
/// | --- | --- |
/// | blank | ``CellValue/blank`` |
/// | `1.250,50`, `€ 12`, `5%`, `1e6` | a number in the file's notation (``CSVDialect/decimalComma``) |
/// | `a..b`, `a..m..b` | uniform, pert |
/// | `name(argument; argument)` | a distribution of ``DistributionName``; arguments are always parted by `;` |
/// | `var(name)` | ``CellValue/reference(_:)`` |
public struct CellParser {
  /// The values of a column of a file in the study folder (a relative path that does not lead out of it), or why there
  /// are none.
  public typealias ColumnLookup = (_ file: String, _ column: String) -> Result<[Double], CellProblem>

  private let notation: NumberNotation
  private let columnLookup: ColumnLookup

  public init(dialect: CSVDialect, empirical: @escaping ColumnLookup) {
    notation = NumberNotation(decimalComma: dialect.decimalComma)
    columnLookup = empirical
  }

  /// The value of a cell, and a notice where a number in it could be read in two ways.
  ///
  /// A number outside the bounds is a problem, and so is a distribution that can leave them. `normal` and `quantiles`
  /// take a bound that they do not name from the column. A distribution of a single value is certain.
  public func parse(
    _ text: String, bounds: CellBounds
  ) -> (value: Result<CellValue, CellProblem>, notice: Localized?) {
    let text = text.trimmedOfBlanks
    if text.isEmpty { return (.success(.blank), nil) }
    do throws(NumberNotation.Failure) {
      let value = try notation.read(text)
      let notice = notation.ambiguity(of: text, readAs: value)
      if let problem = bounds.problem(with: value, text: text, notation: notation) {
        return (.failure(problem), notice)
      }
      return (.success(.certain(value)), notice)
    } catch .notANumber {
      return parseDistribution(text, bounds: bounds)
    } catch {
      return (.failure(notation.problem(with: text, failure: error)), nil)
    }
  }

  /// What is wrong with a value where it comes into a cell by reference; nil where it lies within the bounds.
  ///
  /// - Parameter text: the cell as it is written, for example `var(uurtarief)`.
  public func problem(with value: CellValue, in text: String, bounds: CellBounds) -> CellProblem? {
    switch value {
    case .blank, .reference: return nil
    case .certain(let value): return bounds.problem(with: value, text: text, notation: notation)
    case .distribution(let distribution):
      return bounds.problem(with: distribution, isTruncated: false, text: text, notation: notation)
    }
  }

  private func parseDistribution(
    _ text: String, bounds: CellBounds
  ) -> (value: Result<CellValue, CellProblem>, notice: Localized?) {
    var parser = DistributionParser(notation: notation, bounds: bounds, columnLookup: columnLookup)
    do throws(CellProblem) {
      guard let value = try parser.parse(text) else {
        throw notation.problem(with: text, failure: .notANumber)
      }
      let certain = Self.certainIfOnlyOneValue(value)
      let problem: CellProblem?
      if parser.isTruncated, case .distribution(let distribution) = certain {
        problem = bounds.problem(with: distribution, isTruncated: true, text: text, notation: notation)
      } else {
        problem = self.problem(with: certain, in: text, bounds: bounds)
      }
      if let problem { throw problem }
      return (.success(certain), notice(parser.ambiguities))
    } catch {
      return (.failure(error), notice(parser.ambiguities))
    }
  }

  private static func certainIfOnlyOneValue(_ value: CellValue) -> CellValue {
    guard case .distribution(let distribution) = value, let only = distribution.certainValue else { return value }
    return .certain(only)
  }

  /// One notice a cell: the first number, and how many there are besides.
  private func notice(_ ambiguities: [Localized]) -> Localized? {
    guard let first = ambiguities.first else { return nil }
    let further = ambiguities.count - 1
    if further == 0 { return first }
    return Localized(
      nl: "\(first.dutch) (Nog \(further) \(further == 1 ? "getal" : "getallen") in deze cel op dezelfde manier.)",
      en: "\(first.english) (Another \(further) \(further == 1 ? "number" : "numbers") in this cell likewise.)")
  }
}
