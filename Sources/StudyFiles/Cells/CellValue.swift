import CostEngine

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
public struct CellProblem: Error, Sendable, Equatable {
  public var problem: Localized
  public var remedy: Localized

  public init(problem: Localized, remedy: Localized) {
    self.problem = problem
    self.remedy = remedy
  }
}
