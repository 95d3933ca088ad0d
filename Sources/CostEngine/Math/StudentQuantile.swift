/// Quantiles of Student's t distribution, for intervals with an estimated spread.
enum StudentQuantile {
  /// 97.5 % of the standard normal distribution.
  static let normal = 1.959963984540054

  /// For 1, 2 ... degrees of freedom (R 4.3, `qt`).
  private static let few = [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004]

  /// The quantile at 97.5 %: a 95 % interval extends this many estimated standard errors to each side.
  ///
  /// - Parameter degrees: degrees of freedom, 1 or more: exact to 1e-6 up to 8; beyond that, three terms of the
  ///   Cornish-Fisher expansion give an error below 3e-4.
  ///
  /// Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
  static func upper(degrees: Int) -> Double {
    precondition(degrees > 0)
    if degrees <= few.count { return few[degrees - 1] }
    let z = normal
    let square = z * z
    let v = Double(degrees)
    let first = z * (square + 1) / 4
    let second = z * ((5 * square + 16) * square + 3) / 96
    let third = z * (((3 * square + 19) * square + 17) * square - 15) / 384
    return z + (first + (second + third / v) / v) / v
  }
}
