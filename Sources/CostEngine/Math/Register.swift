/// Eight draws of one value: the unit in which the kernels compute.
typealias Register = SIMD8<Double>

extension SIMD8<Double> {
  /// `max(0, x)` of the model.
  @inline(__always)
  var positivePart: Register { self.replacing(with: Register(repeating: 0), where: self .< 0) }

  /// `min(1, max(0, x))` of the model.
  @inline(__always)
  var clampedToUnit: Register {
    positivePart.replacing(with: Register(repeating: 1), where: self .> 1)
  }
}
