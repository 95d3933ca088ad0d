private enum LogGamma {
  /// B(2k) / (2k (2k - 1)) of Stirling's series, in powers of 1/x^2: for x of 9 or more the next term is below 3e-17.
  static let stirling: [Double] = [
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156, -3617.0 / 122_400,
  ]
  static let halfLogOfTwoPi = 0.9189385332046727417803297364056176399
}

extension Double {
  /// Logarithm of the gamma function, for `x` above zero.
  ///
  /// Absolute error below 1e-14 (relative error if the result exceeds 4).
  static func logGamma(_ x: Double) -> Double {
    var shifted = x
    var product = 1.0
    while shifted < 9 {
      product *= shifted
      shifted += 1
    }
    let stirling = (shifted - 0.5) * log(shifted) - shifted + LogGamma.halfLogOfTwoPi
    return stirling + stirlingError(shifted) - log(product)
  }

  /// The error of Stirling's formula: log x! - ((x + 1/2) log x - x + log(2 pi) / 2), for `x` above zero.
  ///
  /// With it, densities with large parameters do not need differences of large logarithms (Loader 2000, "Fast and
  /// accurate computation of binomial probabilities"). Absolute error below 1e-14.
  static func stirlingError(_ x: Double) -> Double {
    if x >= 9 {
      let inverse = 1 / x
      return inverse * polynomial(inverse * inverse, LogGamma.stirling)
    }
    return logGamma(x + 1) - ((x + 0.5) * log(x) - x + LogGamma.halfLogOfTwoPi)
  }

  /// a log(a / x) + x - a, the deviance of the Poisson distribution, zero at x = a and computed without cancellation
  /// near it (Loader 2000).
  static func deviance(_ a: Double, _ x: Double) -> Double {
    let excess = (x - a) / a
    if excess > -0.3 && excess < 0.5 { return a * log1pDeficit(excess) }
    return a * (excess - log(x / a))
  }
}
