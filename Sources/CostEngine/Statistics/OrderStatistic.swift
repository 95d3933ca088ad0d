/// Finds the value at a position in sorted order, without sorting everything.
///
/// Hoare's selection: C. A. R. Hoare, Communications of the ACM 4 (1961), doi:10.1145/366622.366647.
enum OrderStatistic {
  /// The rank of a percentile among `count` ascending values, from 1: the smallest one with at least that share of the
  /// values at or below it.
  ///
  /// The product is below 1e11 and unchecked: a checked one needs a runtime function in WebAssembly.
  ///
  /// - Parameters:
  ///   - percentage: 1...99.
  ///   - count: 1 ... ``SimulationSettings/maximumDraws``.
  static func rank(ofPercentile percentage: Int, of count: Int) -> Int {
    Int((Int64(count) &* Int64(percentage) + 99) / 100)
  }

  /// The value that would be at a position if the values were sorted; they are rearranged so that those before that
  /// position are not larger, and those after it not smaller.
  ///
  /// - Precondition: `place` is below the number of values, none of which is NaN.
  static func select(_ place: Int, of values: UnsafeMutableBufferPointer<Double>) -> Double {
    var (low, high) = (0, values.count - 1)
    while low < high {
      let pivot = median(values[low], values[(low + high) / 2], values[high])
      var (i, j) = (low, high)
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        guard i <= j else { break }
        values.swapAt(i, j)
        i += 1
        j -= 1
      }
      if place <= j { high = j } else if place >= i { low = i } else { break }
    }
    return values[place]
  }

  private static func median(_ a: Double, _ b: Double, _ c: Double) -> Double { max(min(a, b), min(max(a, b), c)) }
}
