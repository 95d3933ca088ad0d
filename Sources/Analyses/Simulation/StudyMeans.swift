import CostEngine

extension Study {
  /// The values with every uncertain input at its mean, and each number that decides whether a measure is in force at
  /// one half.
  public var meanValues: [Double] {
    var values = variables.map { $0.distribution.mean }
    for measure in measures {
      for case .uncertain(let variable) in measure.inForce { values[variable] = 0.5 }
    }
    return values
  }
}
