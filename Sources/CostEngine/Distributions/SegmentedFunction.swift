/// A function for columns of arguments that is a polynomial of degree 7 on each of many segments.
protocol SegmentedFunction {
  var segments: SegmentRows { get }
  /// Offsets in bytes of the rows for eight arguments, and the arguments' positions -1...1 in the segments. Arguments
  /// outside all segments have a row of NaN.
  func place(of arguments: SIMD8<Double>) -> (offsets: SIMD8<UInt64>, positions: SIMD8<Double>)
  /// The function's values, given those of the polynomials.
  func values(_ polynomials: SIMD8<Double>, at arguments: SIMD8<Double>) -> SIMD8<Double>
}

extension SegmentedFunction {
  /// Replaces the arguments in registers `start ..< end` of a column by the function's values, up to the first register
  /// with an argument outside all segments.
  ///
  /// The places of many arguments are computed before the first polynomial, so that no polynomial waits for its own
  /// place.
  ///
  /// - Returns: index of the first register that is left unchanged, or `end`.
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

  /// - Returns: the number of registers before the first that has a lane outside all segments.
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
