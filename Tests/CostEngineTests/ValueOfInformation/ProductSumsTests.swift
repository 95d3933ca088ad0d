import TestSupport
import Testing

@testable import CostEngine

/// Regressions from sums of products, each part of the draws told by the others.
@Suite struct ProductSumsTests {
  /// Columns of draws.
  static func columns(_ values: [[Double]]) -> DrawColumns {
    let columns = DrawColumns(registers: values[0].count / 8)
    for value in values {
      let column = columns.add()
      for (draw, value) in value.enumerated() { column[draw / 8][draw % 8] = value }
    }
    return columns
  }

  static func centred(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 - mean }
  }

  static func random(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in Double(random.next() >> 11) / 9_007_199_254_740_992 }
  }

  /// The regression of the last column on the others, and what it predicts.
  private static func regression(_ values: [[Double]], withheld: Bool) -> (fit: PartFit, told: [Double]) {
    let columns = columns(values)
    let parts = DrawParts(draws: values[0].count)
    let fit = ProductSums(columns.addresses(0..<values.count), parts: parts)
      .fit(Array(1..<values.count), target: values.count)
    let told = columns.add()
    let features = columns.addresses(0..<values.count - 1)
    if withheld {
      fit.writeWithheld(features, parts: parts, into: told)
    } else {
      fit.write(features, registers: columns.registers, into: told)
    }
    return (fit, columns.values(told))
  }

  /// The same as by another method, a feature that others determine left out; and what is left, part by part.
  @Test func agreesWithLeastSquares() {
    let (x, z, noise) = (Self.random(648, seed: 1), Self.random(648, seed: 2), Self.random(648, seed: 3))
    let squares: [Double] = x.map { $0 * $0 }
    let amount: [Double] = Self.centred((0..<648).map { 3 * x[$0] - z[$0] * x[$0] + noise[$0] })
    let twice: [Double] = zip(x, z).map { $0 - 2 * $1 }
    let expected = LeastSquares([x, z, squares], draws: 648).fitted(amount)
    let (fit, told) = Self.regression([x, z, twice, squares, amount], withheld: false)
    #expect(fit.parameters == 4)
    // The normal equations of features whose squares are to 1 as 1e-2 lose two digits or three.
    for (value, exact) in zip(told, expected) { #expect(abs(value - exact) < 1e-10) }
    let left: Double = zip(amount, expected).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let whole: Double = amount.reduce(0.0) { $0 + $1 * $1 }
    #expect(abs(fit.sumOfSquares - whole) < 1e-10 * whole)
    let share: Double = 1 - left / whole * 647 / 644
    #expect(abs(fit.share.value - share) < 1e-10)
  }

  /// Of one feature and a constant each part is told by the line through the others; what is written leaves its constant
  /// out. The last part has what is left over.
  @Test func oneFeatureByHand() {
    let (x, y) = (Self.centred(Self.random(648, seed: 1)), Self.random(648, seed: 2))
    let (fit, told) = Self.regression([x, y], withheld: true)
    var left = 0.0
    for part in [0..<200, 200..<400, 400..<648] {
      let others = (0..<648).filter { !part.contains($0) }
      let n = Double(others.count)
      let (a, b) = (others.reduce(0.0) { $0 + x[$1] } / n, others.reduce(0.0) { $0 + y[$1] } / n)
      let products: Double = others.reduce(0.0) { $0 + (x[$1] - a) * (y[$1] - b) }
      let slope: Double = products / others.reduce(0.0) { $0 + (x[$1] - a) * (x[$1] - a) }
      // A thousand operations on numbers below 1, in normal equations.
      for draw in part {
        let expected: Double = b + slope * (x[draw] - a)
        #expect(abs(told[draw] - slope * x[draw]) < 1e-11)
        left += (y[draw] - expected) * (y[draw] - expected)
      }
    }
    #expect(abs(fit.withheld.reduce(0, +) - left) < 1e-9)
  }

  /// What features determine all parts agree about, however the features go together; an event in one part tells that
  /// part nothing.
  @Test func whatOthersKnowIsTold() {
    let (x, z) = (Self.random(600, seed: 3), Self.random(600, seed: 4))
    let squares: [Double] = x.map { $0 * $0 }
    let sums: [Double] = zip(x, z).map { $0 + 0.1 * $1 }
    let amount: [Double] = Self.centred(
      (0..<600).map { draw -> Double in
        let straight: Double = 5 * x[draw] - 2 * z[draw]
        return straight + 3 * squares[draw]
      })
    let (fit, told) = Self.regression([x, sums, squares].map(Self.centred) + [amount], withheld: true)
    for (value, expected) in zip(told, amount) { #expect(abs(value - expected) < 1e-8) }
    #expect(fit.withheldShare.value > 0.999999999)
    let event = Self.centred((0..<600).map { $0 == 7 ? 1.0 : 0 })
    #expect(Self.regression([event, event.map { 100 * $0 }], withheld: true).told[..<200].allSatisfy { $0 == 0 })
  }

  /// Noise: the predictions of many features are summed. Out of 200 features by themselves its own draws would find
  /// a correlation of sqrt(200 / 1000) = 0.45 with the sum; told by others it has an error of sqrt(2 / 1000) = 0.045.
  @Test func noiseDoesNotAddUp() {
    let noise = Self.centred(Self.random(1000, seed: 6))
    var sum = [Double](repeating: 0, count: 1000)
    for feature in 0..<200 {
      let told = Self.regression([Self.centred(Self.random(1000, seed: 100 + UInt64(feature))), noise], withheld: true)
        .told
      for (draw, value) in told.enumerated() { sum[draw] += value }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0.0) { $0 + $1.0 * $1.1 } }
    let squares: Double = product(sum, sum) * product(noise, noise)
    let correlation: Double = product(sum, noise) / squares.squareRoot()
    #expect(abs(correlation) < 4.5 * 0.045)
  }

  /// The second best by itself says what the best says; third by itself, second in order, is what says something else. What is
  /// noise comes last.
  @Test func theOrderIsThatOfWhatIsAdded() {
    let n = 2000
    let (a, b, c) = (Self.random(n, seed: 11), Self.random(n, seed: 12), Self.random(n, seed: 13))
    let amount: [Double] = Self.centred((0..<n).map { 3 * a[$0] + b[$0] })
    // Nearly the first; half of the other; noise.
    let alike: [Double] = zip(a, c).map { $0 + 0.1 * $1 }
    let half: [Double] = zip(b, c).map { $0 + $1 }
    let noise = (0..<5).map { Self.random(n, seed: 20 + UInt64($0)) }
    let values = noise + [half, alike, a, amount]
    let columns = Self.columns(values)
    let sums = ProductSums(columns.addresses(0..<values.count), parts: DrawParts(draws: n))
    let order = ForwardSelection(
      sums, blocks: (1..<values.count).map { [$0] }, target: values.count, most: 8)
    #expect(order.steps.prefix(2).map { $0.block } == [7, 5])
    // 9 of 10 of the variance, then half of the tenth.
    #expect(abs(order.steps[0].gain.value - 0.9) < 4.5 * order.steps[0].gain.standardError)
    #expect(abs(order.steps[1].gain.value - 0.05) < 4.5 * order.steps[1].gain.standardError)
    #expect(order.steps[1].gain.standardError < 0.01)
    // With half of b known, alike tells c, and with it the other half: no noise is among them.
    #expect(order.steps.prefix(order.told).allSatisfy { $0.block >= 5 })
    #expect(order.told >= 2 && order.steps.count == 8)
  }
}
