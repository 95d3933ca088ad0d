import CostEngine

extension Study {
  /// The years of the horizon: `2027-2036`, or a single year.
  var horizon: String { Self.horizon(firstYear, lastYear) }

  static func horizon(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first)-\(last)" }
}
