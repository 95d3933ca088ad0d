enum StandardNormal {
  static func quantile(_ u: Double) -> Double { u }
  static func cumulative(_ u: Double) -> Double { u }
  static func quantiles(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {}
  static func cumulatives(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {}
}
