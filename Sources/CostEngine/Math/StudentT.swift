/// Student's t: the distribution of an estimate over its standard error where that has few degrees of freedom.
public enum StudentT {
  /// The value that lies above a share `probability` of the distribution.
  ///
  /// With `b` a quantile of Beta(n/2, n/2), `y = 2 b - 1` and `t = y sqrt(n / (1 - y^2))`.
  ///
  /// - Parameters:
  ///   - probability: 0...1, exclusive.
  ///   - degrees: of freedom, 1 or more.
  public static func quantile(_ probability: Double, degrees: Int) -> Double {
    let half = Double(degrees) / 2
    // Such a beta always exists: its shapes lie between 0.5 and 2^62.
    guard let beta = try? Distribution.beta(alpha: min(half, 1e8), beta: min(half, 1e8)) else { return .nan }
    let y = 2 * beta.quantile(probability) - 1
    return y * (Double(degrees) / (1 - y * y)).squareRoot()
  }

  /// By what a standard error is multiplied for half of a 95 % interval.
  public static func halfWidth95(degrees: Int) -> Double { quantile(0.975, degrees: degrees) }
}
