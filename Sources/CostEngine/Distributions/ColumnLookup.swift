/// Looks up a column of numbers in a list, in two steps: first the indices, eight at a time, then the value at each
/// index.
enum ColumnLookup {
  /// - Parameters:
  ///   - index: indices for eight numbers of the column; must be within the list whatever the numbers are.
  ///   - value: the value that replaces a number, given its index.
  @inline(__always)
  static func fill(
    _ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int, index: (SIMD8<Double>) -> SIMD8<UInt64>,
    value: (Int, Double) -> Double
  ) {
    let chunk = 16
    withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: chunk) { indices in
      guard let indices = indices.baseAddress else { return }
      let lanes = UnsafeRawPointer(indices).assumingMemoryBound(to: UInt64.self)
      var first = 0
      while first < vectors {
        let registers = column + first
        let count = min(chunk, vectors &- first)
        for register in 0..<count { indices[register] = index(registers[register]) }
        let numbers = UnsafeMutableRawPointer(registers).assumingMemoryBound(to: Double.self)
        for lane in 0..<(8 &* count) {
          numbers[lane] = value(Int(truncatingIfNeeded: lanes[lane]), numbers[lane])
        }
        first &+= count
      }
    }
  }
}
