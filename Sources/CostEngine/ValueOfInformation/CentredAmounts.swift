/// The draws of several amounts, each less its mean, in registers, for regressions on many inputs.
public final class CentredAmounts: @unchecked Sendable {
  public let registers: Int
  /// Mean of each amount, EUR.
  public let means: [Double]
  /// Sum of squares of each amount about its mean; 0 if all draws are equal.
  public let squares: [Double]
  // Written only by the initialiser.
  private let columns: UnsafeMutablePointer<Register>

  /// - Parameters:
  ///   - draws: number of draws of each, a multiple of eight.
  ///   - amounts: number of amounts.
  ///   - amount: returns the draws of each.
  public init(draws: Int, amounts: Int, _ amount: (Int) -> UnsafeBufferPointer<Double>) {
    precondition(draws % 8 == 0)
    registers = draws / 8
    columns = Evaluator.room(max(1, amounts * registers))
    var means: [Double] = []
    var squares: [Double] = []
    for index in 0..<amounts {
      let column = columns + index * registers
      let values = amount(index)
      precondition(values.count == draws)
      var (lowest, highest, sum) = (Double.infinity, -Double.infinity, Register(repeating: 0))
      for v in 0..<registers {
        for lane in 0..<8 {
          let value = values[8 * v + lane]
          column[v][lane] = value
          lowest = min(lowest, value)
          highest = max(highest, value)
        }
        sum += column[v]
      }
      let mean = sum.sum() / Double(draws)
      means.append(mean)
      var own = Register(repeating: 0)
      for v in 0..<registers {
        column[v] -= mean
        own += column[v] * column[v]
      }
      squares.append(lowest < highest ? own.sum() : 0)
    }
    self.means = means
    self.squares = squares
  }

  deinit { columns.deallocate() }

  /// An amount's draws, less their mean.
  public subscript(amount: Int) -> UnsafePointer<SIMD8<Double>> { UnsafePointer(columns + amount * registers) }
}
