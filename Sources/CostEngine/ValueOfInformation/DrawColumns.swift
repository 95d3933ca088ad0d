/// Columns of draws in registers of eight, for regressions on many features. Every thread has its own instance.
public final class DrawColumns: @unchecked Sendable {
  public typealias Column = UnsafeMutablePointer<SIMD8<Double>>

  /// Number of registers of each column.
  public let registers: Int
  public private(set) var count = 0
  private var blocks: [Column] = []

  public init(registers: Int) { self.registers = registers }

  deinit { for block in blocks { block.deallocate() } }

  /// Starts again; the memory is used again.
  public func removeAll() { count = 0 }

  public func removeLast() { count -= 1 }

  /// Adds a column, whose content is arbitrary.
  public func add() -> Column {
    if count == blocks.count { blocks.append(Evaluator.room(registers)) }
    count += 1
    return blocks[count - 1]
  }

  /// Adds a column of zeros.
  public func addZeros() -> Column {
    let column = add()
    column.update(repeating: Register(repeating: 0), count: registers)
    return column
  }

  public subscript(index: Int) -> Column {
    precondition(index < count)
    return blocks[index]
  }

  /// The addresses of columns, for ``ProductSums``.
  public func addresses(_ indices: some Sequence<Int>) -> [UnsafePointer<SIMD8<Double>>] {
    indices.map { UnsafePointer(self[$0]) }
  }

  /// Subtracts its mean from a column.
  public func centre(_ column: Column) {
    EffectBasis.centre(column, registers: registers, stride: registers)
  }

  /// Adds a column to another one.
  public func add(_ column: UnsafePointer<SIMD8<Double>>, to sum: Column) {
    for v in 0..<registers { sum[v] += column[v] }
  }

  /// Adds the product of two columns, less its mean, as a column.
  public func addProduct(_ a: UnsafePointer<SIMD8<Double>>, _ b: UnsafePointer<SIMD8<Double>>) {
    let column = add()
    for v in 0..<registers { column[v] = a[v] * b[v] }
    centre(column)
  }

  /// The sum of squares of a column.
  public func squares(_ column: UnsafePointer<SIMD8<Double>>) -> Double {
    var sum = Register(repeating: 0)
    for v in 0..<registers { sum += column[v] * column[v] }
    return sum.sum()
  }

  /// Writes numbers one by one into a column.
  public func write(_ values: [Double], into column: Column) {
    for v in 0..<registers {
      for lane in 0..<8 { column[v][lane] = values[8 * v + lane] }
    }
  }

  /// The numbers of a column one by one.
  public func values(_ column: UnsafePointer<SIMD8<Double>>, plus mean: Double = 0) -> [Double] {
    [Double](unsafeUninitializedCapacity: 8 * registers) { values, initialized in
      for v in 0..<registers {
        for lane in 0..<8 { values[8 * v + lane] = column[v][lane] + mean }
      }
      initialized = 8 * registers
    }
  }
}
