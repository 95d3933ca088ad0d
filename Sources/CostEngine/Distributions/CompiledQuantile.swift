/// A distribution's quantile in the form that is quick to evaluate.
public struct CompiledQuantile: Sendable {
  private let distribution: Distribution

  public init(_ distribution: Distribution) { self.distribution = distribution }

  public func quantile(_ u: Double) -> Double { distribution.quantile(u) }

  public func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    for index in 0..<vectors {
      for lane in 0..<8 { column[index][lane] = quantile(column[index][lane]) }
    }
  }
}
