/// Value of a polynomial, with even and odd powers in two interleaved Horner schemes (half the latency of one).
///
/// - Parameter coefficients: in ascending powers of `x`, an even number of them.
@inline(__always)
func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
  let square = x * x
  var index = coefficients.count - 2
  var sums = SIMD2(coefficients[index], coefficients[index + 1])
  while index > 0 {
    index -= 2
    sums = sums * square + SIMD2(coefficients[index], coefficients[index + 1])
  }
  return sums[0] + sums[1] * x
}
