/// Value of a polynomial, its even and odd powers in two interleaved Horner schemes (half the latency of one).
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

/// Eight values of a polynomial: each lane has the bits of the scalar form.
@inline(__always)
func polynomial(_ x: SIMD8<Double>, _ coefficients: [Double]) -> SIMD8<Double> {
  let square = x * x
  var index = coefficients.count - 2
  var even = SIMD8(repeating: coefficients[index])
  var odd = SIMD8(repeating: coefficients[index + 1])
  while index > 0 {
    index -= 2
    even = even * square + coefficients[index]
    odd = odd * square + coefficients[index + 1]
  }
  return even + odd * x
}
