import CostEngine
import Terms

/// The content of a numeric cell.
public enum CellValue: Sendable {
  case blank
  case certain(Double)
  /// Truly uncertain: a distribution that allows only one value is ``certain(_:)``.
  case distribution(Distribution)
  /// `var(name)`: the quantity of that name in variables.csv.
  case reference(String)
}

/// What is wrong with a cell and how to fix it.
///
/// It is only put into words when needed: if a whole column is wrong, just the first cells are reported.
public struct CellProblem: Error, Sendable, Equatable {
  typealias Words = (problem: Bilingual, remedy: Bilingual)

  let words: @Sendable () -> Words

  public var problem: Bilingual { words().problem }
  public var remedy: Bilingual { words().remedy }

  public init(problem: Bilingual, remedy: Bilingual) {
    words = { (problem, remedy) }
  }

  /// A problem that `describe` puts into words when needed.
  init(_ describe: @escaping @Sendable () -> CellProblem) {
    words = { describe().words() }
  }

  public static func == (a: CellProblem, b: CellProblem) -> Bool { a.words() == b.words() }
}
