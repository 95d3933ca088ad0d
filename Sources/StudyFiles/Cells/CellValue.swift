import CostEngine
import Terms

/// What a numeric cell says.
public enum CellValue: Sendable {
  case blank
  case certain(Double)
  /// Uncertain in earnest: a distribution that allows one value only is ``certain(_:)``.
  case distribution(Distribution)
  /// `var(name)`: the quantity of that name in variables.csv.
  case reference(String)
}

/// What is wrong with a cell and how to mend it.
///
/// It is put into words when they are asked for: of a column that is wrong throughout only the first cells are told.
public struct CellProblem: Error, Sendable, Equatable {
  typealias Words = (problem: Bilingual, remedy: Bilingual)

  let words: @Sendable () -> Words

  public var problem: Bilingual { words().problem }
  public var remedy: Bilingual { words().remedy }

  public init(problem: Bilingual, remedy: Bilingual) {
    words = { (problem, remedy) }
  }

  /// The problem that `describe` puts into words.
  init(_ describe: @escaping @Sendable () -> CellProblem) {
    words = { describe().words() }
  }

  public static func == (a: CellProblem, b: CellProblem) -> Bool { a.words() == b.words() }
}
