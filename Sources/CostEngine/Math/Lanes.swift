extension SIMDMask where Storage == SIMD8<Int64> {
  /// Whether any lane is set.
  ///
  /// The standard library's `any` computes the minimum of eight numbers, lane by lane; this compiles to one test.
  @inline(__always)
  var hasAny: Bool {
    let lanes = unsafeBitCast(self, to: SIMD8<Int64>.self)
    return lanes[0] | lanes[1] | lanes[2] | lanes[3] | lanes[4] | lanes[5] | lanes[6] | lanes[7] != 0
  }
}
/// Whole numbers in the lanes of a register, with operations that every processor has: adding 1.5 * 2^52 rounds a
/// number to a whole one and leaves it in the low bits. Valid below 2^51.
extension SIMD8<Double> {
  private static var rounder: Double { 0x1.8p52 }

  /// The nearest whole numbers; ties go to the even one.
  @inline(__always)
  var nearestWhole: SIMD8<Double> { (self + Self.rounder) - Self.rounder }

  /// The nearest whole numbers as integers, for numbers that are not negative.
  @inline(__always)
  var nearestIndex: SIMD8<UInt64> {
    let rounded = self + Self.rounder
    return unsafeBitCast(rounded, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: 0x0007_FFFF_FFFF_FFFF)
  }

  /// The largest whole numbers that do not exceed these.
  @inline(__always)
  var wholePart: SIMD8<Double> {
    let nearest = nearestWhole
    return nearest.replacing(with: nearest - 1, where: nearest .> self)
  }
}
