import Terms

extension InputName {
  /// The most that a typed value is believed to be without a percent sign, as in a cell of a study: 2.25 as discount rate
  /// is 225 % a year. Nil where percentages are not asked, and where the bounds of the column tell it.
  public var mostWithoutPercent: Double? {
    switch knownColumn {
    case .staffing(.personsShare), .measureEffects(.factor): return knownColumn.flatMap { Thresholds.limits($0)?.high }
    default: return bounds == .growth ? Thresholds.rateWithoutSign : nil
    }
  }
}
