/// The coefficients of a table's segments, eight per row; the ``SegmentMemory`` that contains them must be retained
/// elsewhere.
///
/// It is just a pointer, so that evaluating a table shared by many threads needs no reference counting.
struct SegmentRows: @unchecked Sendable {
  /// The first row, which is preceded by a row of zeros.
  fileprivate let first: UnsafePointer<SIMD8<Double>>

  /// A row's size in bytes is 2 to this power.
  static let sizeBits: UInt64 = 6

  /// The row at an offset in bytes.
  @inline(__always)
  subscript(offset offset: UInt64) -> SIMD8<Double> {
    UnsafeRawPointer(first).load(fromByteOffset: Int(truncatingIfNeeded: offset), as: SIMD8<Double>.self)
  }

  /// Keeps registers whole in a loop; see ``RegisterKeeper``.
  @inline(__always)
  var keeper: RegisterKeeper { RegisterKeeper(zeros: unsafeBitCast(first[-1], to: SIMD8<UInt64>.self)) }
}

/// Owns the rows of a table; each row is a cache line, so that it is loaded at once.
final class SegmentMemory: @unchecked Sendable {
  /// Never written after `init`, which is what makes sharing safe.
  let rows: SegmentRows

  init(_ rows: [SIMD8<Double>]) {
    let size = 1 << Int(SegmentRows.sizeBits)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size * (rows.count + 1), alignment: size)
      .bindMemory(to: SIMD8<Double>.self, capacity: rows.count + 1)
    memory.initialize(to: SIMD8(repeating: 0))
    for (index, row) in rows.enumerated() { (memory + index + 1).initialize(to: row) }
    self.rows = SegmentRows(first: memory + 1)
  }

  deinit { (rows.first - 1).deallocate() }
}

/// Makes the compiler keep a register of floating-point numbers whole.
///
/// The compiler splits an operation on such a register into eight, and joins these again later. If lanes are permuted
/// between operations it fails to join them, and computes lane by lane. Operations on integers stay whole; adding
/// zeros, which the compiler does not know to be zeros, costs next to nothing.
struct RegisterKeeper {
  fileprivate let zeros: SIMD8<UInt64>

  @inline(__always)
  func whole(_ register: SIMD8<Double>) -> SIMD8<Double> {
    unsafeBitCast(unsafeBitCast(register, to: SIMD8<UInt64>.self) &+ zeros, to: SIMD8<Double>.self)
  }
}
