/// A probability distribution of a cell (the closed set of the cell grammar).
public enum Distribution: Sendable {
  case constant(Double)
}

public enum DistributionError: Error {
  case notFinite
}
