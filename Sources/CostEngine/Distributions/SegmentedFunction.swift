/// A function that is a polynomial of degree 7 on each of many segments, for columns of arguments.
protocol SegmentedFunction {
  var segments: SegmentRows { get }
  /// Offsets in bytes of the rows of eight arguments, and their positions -1...1 in the segments. What no segment holds
  /// has a row of NaN.
  func place(of arguments: SIMD8<Double>) -> (offsets: SIMD8<UInt64>, positions: SIMD8<Double>)
  /// The function's values, from those of the polynomials.
  func values(_ polynomials: SIMD8<Double>, at arguments: SIMD8<Double>) -> SIMD8<Double>
}

extension SegmentedFunction {
  /// Replaces the arguments in registers `start ..< end` of a column by the function's values, as far as the first
  /// register with one that no segment holds.
  ///
  /// The places of many arguments are found before the first polynomial is computed, so that none waits for its own.
  ///
  /// - Returns: index of the register that is left as it was, or `end`.
  func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, from start: Int, to end: Int) -> Int {
    let chunk = 16
    return withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: chunk) { positions in
      withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: chunk) { offsets in
        guard let positions = positions.baseAddress, let offsets = offsets.baseAddress else { return start }
        var first = start
        while first < end {
          let registers = column + first
          let count = min(chunk, end &- first)
          for register in 0..<count {
            let place = place(of: registers[register])
            offsets[register] = place.offsets
            positions[register] = place.positions
          }
          let filled = interpolate(registers, count, offsets, positions)
          first &+= filled
          if filled < count { break }
        }
        return first
      }
    }
  }

  /// - Returns: the number of registers before the first that has a lane without a segment.
  @inline(__always)
  private func interpolate(
    _ registers: UnsafeMutablePointer<SIMD8<Double>>, _ count: Int, _ offsets: UnsafePointer<SIMD8<UInt64>>,
    _ positions: UnsafePointer<SIMD8<Double>>
  ) -> Int {
    let segments = segments
    let keeper = segments.keeper
    let offsets = UnsafeRawPointer(offsets).assumingMemoryBound(to: UInt64.self)
    for register in 0..<count {
      let polynomials = SegmentInterpolation.values(
        segments, offsets + 8 &* register, at: positions[register], keeper)
      if (polynomials .!= polynomials).hasAny { return register }
      registers[register] = values(polynomials, at: registers[register])
    }
    return count
  }
}
