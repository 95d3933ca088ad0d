import CostEngine

extension Study {
  /// Its years: `2027-2036`, or the year where there is one.
  var horizon: String { Self.horizon(firstYear, lastYear) }

  static func horizon(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first)-\(last)" }
}
