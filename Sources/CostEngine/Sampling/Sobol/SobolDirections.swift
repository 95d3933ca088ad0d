/// The direction numbers of one dimension: number `k` is column `k` of its generator matrix, with the first digit
/// first.
///
/// Point `n` of the dimension is the exclusive or of the numbers at the non-zero binary digits of `n`. The last digit
/// of number `k`, a one, is at place `k`: so each aligned block of 2^k points has one point in each interval of length
/// 2^-k.
struct SobolDirections {
  /// The free digits of the first numbers, from ``SobolTable``; nil beyond the table.
  private let table: (first: UInt64, last: UInt64)?
  private let stream: RandomStream

  /// - Parameters:
  ///   - dimension: from 0.
  ///   - stream: provides what the table does not: random digits, which make pairs of variables on average as good as
  ///     independent draws, while each by itself is as evenly spread as any other.
  init(dimension: Int, stream: RandomStream) {
    table = dimension < SobolTable.dimensions ? SobolTable.digits(of: dimension) : nil
    self.stream = stream
  }

  /// Direction number `k`, 0...31, of each strand.
  func number(_ k: Int) -> SIMD4<UInt32> {
    let lastDigit = 0x8000_0000 as UInt32 &>> UInt32(k)
    guard let table, k < SobolTable.columns else {
      let before = SIMD4<UInt32>(repeating: ~(UInt32.max &>> UInt32(k)))
      return stream.block(.directions, index: k) & before | SIMD4(repeating: lastDigit)
    }
    // Number k has k free digits before its last one.
    let offset = k * (k - 1) / 2
    let bits = k < SobolTable.firstColumns ? table.first &>> UInt64(offset) : table.last &>> UInt64(offset - 55)
    let free = UInt32(truncatingIfNeeded: bits) & (1 &<< UInt32(k) &- 1)
    return SIMD4(repeating: free &* 2 &* lastDigit | lastDigit)
  }
}

/// The random linear scrambling of Matousek with a digital shift, to 32 digits.
///
/// A number's digits are multiplied by a random lower triangular matrix with ones on its diagonal, and the digits of a
/// random number are added, both modulo 2. Every point is then uniform, and the variance of a mean is that of Owen's
/// nested scrambling.
///
/// Source: J. Matousek, Journal of Complexity 14 (1998), doi:10.1006/jcom.1998.0489; A. B. Owen, "Variance with
/// alternative scramblings of digital nets", ACM TOMACS 13 (2003), doi:10.1145/945511.945518.
struct SobolScrambling {
  /// The shift added to the points of each strand.
  let shift: SIMD4<UInt32>
  /// The matrices of the strands: the image of a number with a single digit 1, by the place of that digit.
  private let columns: [SIMD4<UInt32>]

  /// - Parameter columns: maximum number of digits, 1...32.
  init(stream: RandomStream, columns: Int) {
    shift = stream.block(.scrambling, index: 0)
    self.columns = (0..<columns).map { place in
      let digit = 0x8000_0000 as UInt32 &>> UInt32(place)
      return stream.block(.scrambling, index: 1 + place) & SIMD4(repeating: digit - 1) | SIMD4(repeating: digit)
    }
  }

  /// A number for each strand multiplied by that strand's matrix, without the shift.
  func product(_ numbers: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var product = SIMD4<UInt32>(repeating: 0)
    for (place, column) in columns.enumerated() {
      let digit = (numbers &>> SIMD4(repeating: UInt32(31 - place))) & SIMD4(repeating: 1)
      product ^= column & (SIMD4(repeating: 0) &- digit)
    }
    return product
  }
}

extension RandomStream {
  /// Four words for a purpose other than draws.
  fileprivate func block(_ purpose: Purpose, index: Int) -> SIMD4<UInt32> {
    Philox.block(counter: Philox.Block(UInt32(index), purpose.rawValue, seed.low, seed.high), key: key)
  }
}
