import TestSupport
import Testing

@testable import CostEngine

@Suite struct CrossFitTests {
  /// Columns of an input's draws, with a register for the ends.
  private static func column(_ values: [Double]) -> [SIMD8<Double>] {
    (0...values.count / 8).map { v in
      var register = SIMD8<Double>(repeating: 0)
      if v < values.count / 8 { for lane in 0..<8 { register[lane] = values[8 * v + lane] } }
      return register
    }
  }

  private static func centred(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 - mean }
  }

  private static func fitted(_ features: [[Double]], _ amount: [Double]) -> [Double] {
    let basis = EffectBasis(registers: amount.count / 8)
    for feature in features { basis.add(column(feature)) }
    var sum = column([Double](repeating: 0, count: amount.count))
    sum.withUnsafeMutableBufferPointer { sum in
      column(centred(amount)).withUnsafeBufferPointer {
        basis.add(basis.crossFit(), of: $0.baseAddress!, to: sum.baseAddress!)
      }
    }
    return amount.indices.map { sum[$0 / 8][$0 % 8] }
  }

  private static func random(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in Double(random.next() >> 11) / 9_007_199_254_740_992 }
  }

  /// Of one feature the slope is the others' sum of products over their sum of squares. The last part has what is left over.
  @Test func oneFeatureByHand() {
    let (x, y) = (Self.random(648, seed: 1), Self.random(648, seed: 2))
    let (a, b) = (Self.centred(x), Self.centred(y))
    let fitted = Self.fitted([x], y)
    for part in [0..<200, 200..<400, 400..<648] {
      let others = (0..<648).filter { !part.contains($0) }
      let products: Double = others.reduce(0.0) { $0 + a[$1] * b[$1] }
      let slope: Double = products / others.reduce(0.0) { $0 + a[$1] * a[$1] }
      // A thousand operations on numbers below 1.
      for draw in part {
        let expected: Double = slope * a[draw]
        #expect(abs(fitted[draw] - expected) < 1e-12)
      }
    }
  }

  /// What features determine all parts agree about, however the features go together.
  @Test func whatIsDeterminedIsToldExactly() {
    let (x, z) = (Self.random(600, seed: 3), Self.random(600, seed: 4))
    let squares: [Double] = x.map { $0 * $0 }
    let sums: [Double] = zip(x, z).map { $0 + 0.1 * $1 }
    let features: [[Double]] = [x, sums, squares]
    let amount: [Double] = (0..<600).map { draw -> Double in
      let straight: Double = 5 * x[draw] - 2 * z[draw]
      return straight + 3 * squares[draw]
    }
    let fitted = Self.fitted(features, amount)
    for (value, expected) in zip(fitted, Self.centred(amount)) { #expect(abs(value - expected) < 1e-10) }
  }

  /// An event in one part tells that part nothing; and one part alone has no others.
  @Test func whatOthersDoNotKnowIsNotTold() {
    let event = (0..<600).map { $0 == 7 ? 1.0 : 0 }
    #expect(Self.fitted([event], event.map { 100 * $0 })[..<200].allSatisfy { $0 == 0 })
    let x = Self.random(200, seed: 5)
    #expect(Self.fitted([x], x).allSatisfy { $0 == 0 })
    #expect(Self.fitted([], x) == [Double](repeating: 0, count: 200))
  }

  /// Of any number of draws, by hand and by registers: the same regressions.
  @Test func leastSquaresAgrees() {
    let (x, z, y) = (Self.random(453, seed: 7), Self.random(453, seed: 8), Self.random(453, seed: 9))
    // A thousand operations on numbers below 1, as above; the last part has 253 draws.
    let regression = LeastSquares([x], draws: 453)
    let told = regression.fitted(regression.crossFit(), of: y)
    let (a, b) = (Self.centred(x), Self.centred(y))
    for part in [0..<200, 200..<453] {
      let others = (0..<453).filter { !part.contains($0) }
      let products: Double = others.reduce(0.0) { $0 + a[$1] * b[$1] }
      let slope: Double = products / others.reduce(0.0) { $0 + a[$1] * a[$1] }
      for draw in part {
        let expected: Double = slope * a[draw]
        #expect(abs(told[draw] - expected) < 1e-12)
      }
    }
    let features: [[Double]] = [x, z, x.map { $0 * $0 }].map { Array($0[..<448]) }
    let both = LeastSquares(features, draws: 448)
    let amount = Array(y[..<448])
    for (value, expected) in zip(both.fitted(both.crossFit(), of: amount), Self.fitted(features, amount)) {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  /// Noise: the fits of many features with it are summed. Out of 200 features by themselves its own draws would find
  /// a correlation of sqrt(200 / 1000) = 0.45 with the sum; told by others it has an error of sqrt(2 / 1000) = 0.045.
  @Test func noiseDoesNotAddUp() {
    let noise = Self.centred(Self.random(1000, seed: 6))
    var sum = [Double](repeating: 0, count: 1000)
    for feature in 0..<200 {
      for (draw, value) in Self.fitted([Self.random(1000, seed: 100 + UInt64(feature))], noise).enumerated() {
        sum[draw] += value
      }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0.0) { $0 + $1.0 * $1.1 } }
    let squares: Double = product(sum, sum) * product(noise, noise)
    let correlation: Double = product(sum, noise) / squares.squareRoot()
    #expect(abs(correlation) < 4.5 * 0.045)
  }
}
