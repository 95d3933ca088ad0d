import CostEngine
import Terms

/// Reads the numeric cells of a file: numbers, ranges, distributions and references.
///
/// | cell | value |
/// | --- | --- |
/// | blank | ``CellValue/blank`` |
/// | `1.250,50`, `€ 12`, `5%`, `1e6` | a number in the file's notation (``CSVDialect/decimalComma``) |
/// | `a..b`, `a..m..b` | uniform, pert |
/// | `name(argument; argument)` | a distribution of ``DistributionName``; arguments are always separated by `;` |
/// | `var(name)` | ``CellValue/reference(_:)`` |
public struct CellParser {
  /// The values of a column of a file in the study folder (by a relative path that stays inside it), or the reason why
  /// there are none.
  public typealias ColumnLookup = (_ file: String, _ column: String) -> Result<[Double], CellProblem>

  private let notation: NumberNotation
  private let columnLookup: ColumnLookup

  public init(dialect: CSVDialect, empirical: @escaping ColumnLookup) {
    notation = NumberNotation(decimalComma: dialect.decimalComma)
    columnLookup = empirical
  }

  /// The value of a cell, and a notice if a number in it could be read in two ways.
  ///
  /// A number outside the bounds is a problem, and so is a distribution that can exceed them. `normal` and `quantiles`
  /// take bounds that they do not specify from the column. A distribution of a single value is certain.
  ///
  /// - Parameter measure: what the column's figures measure; nil if that is not one thing, or not known. An amount is
  ///   taken with `€`, and a share or factor as a percentage; others are not.
  public func parse(
    _ text: String, bounds: CellBounds, measure: Unit.Measure? = nil
  ) -> (value: Result<CellValue, CellProblem>, notice: Bilingual?) {
    let (value, ambiguities) = read(text, bounds: bounds, measure: measure)
    return (value, ambiguities.first.map { _ in Self.notice(ambiguities) })
  }

  /// Like ``parse(_:bounds:measure:)``, but returns the numbers that could be read in two ways.
  func read(
    _ text: String, bounds: CellBounds, measure: Unit.Measure? = nil
  ) -> (value: Result<CellValue, CellProblem>, ambiguities: [NumberNotation.Ambiguity]) {
    let text = text.trimmedOfBlanks
    if text.isEmpty { return (.success(.blank), []) }
    do throws(NumberNotation.Failure) {
      let value = try notation.read(text)
      let ambiguities = notation.ambiguity(of: text, readAs: value).map { [$0] } ?? []
      if let problem = notation.signProblem(text, value: value, measure: measure)
        ?? bounds.problem(with: value, text: text, notation: notation)
      {
        return (.failure(problem), ambiguities)
      }
      return (.success(.certain(value)), ambiguities)
    } catch .notANumber {
      return readDistribution(text, bounds: bounds, measure: measure)
    } catch {
      return (.failure(problem(with: text, failure: error, measure: measure)), [])
    }
  }

  /// Whether a cell holds a number, by itself or in a range or a distribution, that only the other kind of file reads.
  func isOfOtherNotation(_ text: String) -> Bool {
    text.changing("..", into: ";").split { "();:".contains($0) }.contains { part in
      (try? notation.read(String(part))) == nil && (try? notation.other.read(String(part))) != nil
    }
  }

  /// The problem with a value that enters a cell by reference; nil if it lies within the bounds.
  ///
  /// - Parameter text: the cell as written, for example `var(uurtarief)`.
  public func problem(with value: CellValue, in text: String, bounds: CellBounds) -> CellProblem? {
    switch value {
    case .blank, .reference: return nil
    case .certain(let value): return bounds.problem(with: value, text: text, notation: notation)
    case .distribution(let distribution):
      return bounds.problem(with: distribution, isTruncated: false, text: text, notation: notation)
    }
  }

  private func readDistribution(
    _ text: String, bounds: CellBounds, measure: Unit.Measure?
  ) -> (value: Result<CellValue, CellProblem>, ambiguities: [NumberNotation.Ambiguity]) {
    var parser = DistributionParser(notation: notation, bounds: bounds, measure: measure, columnLookup: columnLookup)
    do throws(CellProblem) {
      guard let value = try parser.parse(text) else {
        throw problem(with: text, failure: .notANumber, measure: measure)
      }
      let certain = Self.certainIfOnlyOneValue(value)
      let problem: CellProblem?
      if parser.isTruncated, case .distribution(let distribution) = certain {
        problem = bounds.problem(with: distribution, isTruncated: true, text: text, notation: notation)
      } else {
        problem = self.problem(with: certain, in: text, bounds: bounds)
      }
      if let problem { throw problem }
      return (.success(certain), parser.ambiguities)
    } catch {
      return (.failure(error), parser.ambiguities)
    }
  }

  private func problem(
    with text: String, failure: NumberNotation.Failure, measure: Unit.Measure?
  ) -> CellProblem {
    CellProblem { [notation] in notation.problem(with: text, failure: failure, measure: measure) }
  }

  private static func certainIfOnlyOneValue(_ value: CellValue) -> CellValue {
    guard case .distribution(let distribution) = value, let only = distribution.certainValue else { return value }
    return .certain(only)
  }

  /// One notice per cell: the first number, and how many more there are.
  ///
  /// - Precondition: `ambiguities` is not empty.
  static func notice(_ ambiguities: [NumberNotation.Ambiguity]) -> Bilingual {
    let first = ambiguities[0].notice
    let further = ambiguities.count - 1
    if further == 0 { return first }
    return Bilingual(
      nl: "\(first.dutch) (Nog \(further) \(further == 1 ? "getal" : "getallen") in deze cel op dezelfde manier.)",
      en: "\(first.english) (Another \(further) \(further == 1 ? "number" : "numbers") in this cell likewise.)")
  }
}

extension NumberNotation {
  /// The problem of a number with `%` or `€` in a column whose figures have no such unit; nil if there is none.
  func signProblem(_ text: String, value: Double, measure: Unit.Measure?) -> CellProblem? {
    guard let measure else { return nil }
    if text.utf8.contains(.percent) {
      return measure.takesPercentages ? nil : CellProblem { .percentage(text, value: value, self, measure) }
    }
    guard !measure.isOfMoney, text.utf8.contains(where: { $0 >= 0x80 }), text.unicodeScalars.contains("€") else {
      return nil
    }
    return CellProblem { .money(text, value: value, self, measure) }
  }
}
