/// Quantiles of Student's t distribution, for intervals with an estimated spread.
enum StudentQuantile {
  /// A quantile of the standard normal distribution, and of Student's t for 1, 2 ... degrees of freedom (R 4.3, `qt`).
  struct Level {
    let normal: Double
    fileprivate let few: [Double]

    /// 97.5 %: a 95 % interval extends this many estimated standard errors to each side.
    static let p975 = Level(
      normal: 1.959963984540054,
      few: [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004])
    /// 95 %: the same of a 90 % interval.
    static let p95 = Level(
      normal: 1.6448536269514722,
      few: [6.313752, 2.919986, 2.353363, 2.131847, 2.015048, 1.943180, 1.894579, 1.859548])
  }

  /// 97.5 % of the standard normal distribution.
  static let normal = Level.p975.normal

  /// - Parameter degrees: degrees of freedom, 1 or more: exact to 1e-6 up to 8; beyond that, three terms of the
  ///   Cornish-Fisher expansion give an error below 3e-4.
  ///
  /// Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
  static func upper(degrees: Int, _ level: Level = .p975) -> Double {
    precondition(degrees > 0)
    if degrees <= level.few.count { return level.few[degrees - 1] }
    let z = level.normal
    let square = z * z
    let v = Double(degrees)
    let first = z * (square + 1) / 4
    let second = z * ((5 * square + 16) * square + 3) / 96
    let third = z * (((3 * square + 19) * square + 17) * square - 15) / 384
    return z + (first + (second + third / v) / v) / v
  }
}
