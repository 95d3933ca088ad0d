/// Regressions of amounts on a few features of one input, or of one factor, by least squares: all amounts use the same
/// orthonormal directions, so that each amount only takes a few sums of products.
///
/// The features are made orthonormal one after another (Gram-Schmidt, with each projection done twice so that the
/// result is orthogonal to rounding error: L. Giraud, J. Langou, M. Rozloznik, Computers & Mathematics with
/// Applications 50 (2005), doi:10.1016/j.camwa.2005.08.009).
///
/// Every thread has its own instance, which is refilled for each input.
public final class EffectBasis {
  public typealias Column = UnsafePointer<SIMD8<Double>>

  /// The result of the regression of an amount.
  public struct Effect: Sendable {
    /// Coefficient of each direction.
    var coefficients: SIMD4<Double>
    /// Sum of squares of the prediction from the features, less the mean.
    public var explained: Double
  }

  /// Maximum number of features.
  public static let mostFeatures = 4
  /// A feature is left out if no more than this share of its squares is independent of those before it.
  private static let tolerance = 1e-10

  /// Number of registers of eight draws each.
  public let registers: Int
  private let stride: Int
  private let directions: UnsafeMutablePointer<Register>
  private var count = 0

  /// - Parameter registers: number of registers of eight draws each.
  public init(registers: Int) {
    self.registers = registers
    stride = registers + 1
    directions = Evaluator.room(EffectBasis.mostFeatures * stride)
  }

  deinit { directions.deallocate() }

  /// Number of parameters of a regression: the features that were kept, and the intercept.
  public var parameters: Int { count + 1 }

  /// Starts again without features.
  public func removeAll() { count = 0 }

  /// Adds a power of a column as a feature.
  ///
  /// - Parameter column: a column of ``InputColumns``: the draws, followed by the ends.
  public func add(_ column: Column, power: Int = 1) {
    precondition(count < EffectBasis.mostFeatures)
    let direction = directions + count * stride
    for v in 0...registers {
      var value = column[v]
      for _ in 1..<power { value *= column[v] }
      direction[v] = value
    }
    EffectBasis.centre(direction, registers: registers, stride: stride)
    let squares = product(direction, direction)
    for _ in 0..<2 {
      for known in 0..<count {
        let other = directions + known * stride
        let factor = product(other, direction)
        for v in 0...registers { direction[v] -= other[v] * factor }
      }
    }
    let rest = product(direction, direction)
    guard rest > EffectBasis.tolerance * squares, rest < .infinity else { return }
    let scale = 1 / rest.squareRoot()
    for v in 0...registers { direction[v] *= scale }
    count += 1
  }

  /// The effect of the features on an amount.
  ///
  /// - Parameter centred: the amount's draws, less their mean.
  public func effect(on centred: Column) -> Effect {
    let coefficients = products(centred)
    return Effect(coefficients: coefficients, explained: (coefficients * coefficients).sum())
  }

  /// The sum of products of each direction with an amount.
  private func products(_ centred: Column) -> SIMD4<Double> {
    var sums = (Register(repeating: 0), Register(repeating: 0), Register(repeating: 0))
    var coefficients = SIMD4<Double>(repeating: 0)
    if count == 3 {
      // The most frequent number, in one pass.
      let (a, b, c) = (directions, directions + stride, directions + 2 * stride)
      for v in 0..<registers {
        let amount = centred[v]
        sums.0 += a[v] * amount
        sums.1 += b[v] * amount
        sums.2 += c[v] * amount
      }
      coefficients = SIMD4(sums.0.sum(), sums.1.sum(), sums.2.sum(), 0)
    } else {
      for index in 0..<count { coefficients[index] = product(directions + index * stride, centred) }
    }
    return coefficients
  }

  /// Adds the prediction from the features, less the mean, to a column.
  public func add(_ effect: Effect, to column: UnsafeMutablePointer<SIMD8<Double>>) {
    for index in 0..<count {
      let direction = directions + index * stride
      for v in 0..<registers { column[v] += direction[v] * effect.coefficients[index] }
    }
  }

  /// The expected amount, less the mean, with the input at its low and at its high end.
  public func ends(of effect: Effect) -> (low: Double, high: Double) {
    var ends = (low: 0.0, high: 0.0)
    for index in 0..<count {
      let direction = directions[index * stride + registers]
      ends.low += direction[0] * effect.coefficients[index]
      ends.high += direction[1] * effect.coefficients[index]
    }
    return ends
  }

  private func product(_ a: UnsafePointer<Register>, _ b: UnsafePointer<Register>) -> Double {
    var sum = Register(repeating: 0)
    for v in 0..<registers { sum += a[v] * b[v] }
    return sum.sum()
  }

  /// Subtracts the mean of the draws from a column.
  static func centre(_ column: UnsafeMutablePointer<Register>, registers: Int, stride: Int) {
    var sum = Register(repeating: 0)
    for v in 0..<registers { sum += column[v] }
    let mean = sum.sum() / Double(8 * registers)
    for v in 0..<stride { column[v] -= mean }
  }
}
