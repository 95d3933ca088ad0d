/// The amount that `move(x0, x1, phi, release)` of the model adds to `x0` at `phi = 1`: the full gap to a higher norm,
/// or the released part of an excess over the norm.
@inline(__always)
func gap(_ current: Register, to norm: Register, release: Register) -> Register {
  let gap = norm - current
  return gap.replacing(with: release * gap, where: gap .< 0)
}
