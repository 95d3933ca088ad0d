/// Eight draws of one value: what the kernels compute with.
typealias Register = SIMD8<Double>

/// Registers in a block: 40 draws, so that what the regions and the country need of them stays near the processor; a
/// replicate is five of them.
let registersPerBlock = 5

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

/// What `move(x0, x1, phi, release)` of the model adds to `x0` at `phi = 1`: what lies below the norm grows toward it, of
/// what lies above it a part is released.
@inline(__always)
func gap(_ current: Register, to norm: Register, release: Register) -> Register {
  let gap = norm - current
  return gap.replacing(with: release * gap, where: gap .< 0)
}
