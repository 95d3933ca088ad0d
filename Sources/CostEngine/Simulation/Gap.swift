/// What `move(x0, x1, phi, release)` of the model adds to `x0` at `phi = 1`: what lies below the norm grows toward it, of
/// what lies above it a part is released.
@inline(__always)
func gap(_ current: Register, to norm: Register, release: Register) -> Register {
  let gap = norm - current
  return gap.replacing(with: release * gap, where: gap .< 0)
}
