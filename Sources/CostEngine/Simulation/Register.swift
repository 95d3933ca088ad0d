/// Eight draws of one value: what the kernels compute with.
typealias Register = SIMD8<Double>

/// Registers in a block: 32 draws, so that what a region needs of them stays near the processor.
let registersPerBlock = 4

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

/// `move(x0, x1, phi, release)` of the model: what lies below the norm grows toward it, what lies above it is released.
@inline(__always)
func move(_ current: Register, to norm: Register, _ phi: Register, release: Register) -> Register {
  current + phi * (norm - current).positivePart - phi * release * (current - norm).positivePart
}
