import TestSupport
import Testing

@testable import CostEngine

@Suite struct EffectBasisTests {
  private let registers = 20

  private func column(_ value: (Int) -> Double) -> [SIMD8<Double>] {
    (0...registers).map { v in
      var register = SIMD8<Double>()
      for lane in 0..<8 { register[lane] = value(8 * v + lane) }
      return register
    }
  }

  /// The same regression as by the general method, on two columns and a square of one; a feature that the others determine
  /// is left out.
  @Test func agreesWithLeastSquares() {
    var random = SplitMix(seed: 3)
    func draw() -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 }
    let x = (0..<168).map { _ in draw() }
    let z = (0..<168).map { _ in draw() - 0.3 }
    let amounts = (0..<160).map { 3 * x[$0] - z[$0] * z[$0] + draw() + 1000 }
    let centred = CentredAmounts(draws: 160, amounts: 2) { index in
      index == 0 ? Self.copy(amounts) : Self.copy([Double](repeating: 7, count: 160))
    }
    #expect(centred.means[1] == 7 && centred.squares[1] == 0)
    let basis = EffectBasis(registers: registers)
    let (first, second) = (column { x[$0] }, column { z[$0] })
    basis.add(first)
    basis.add(second)
    basis.add(first)
    basis.add(second, power: 2)
    #expect(basis.parameters == 4)
    let effect = basis.effect(on: centred[0])
    var fitted = [SIMD8<Double>](repeating: .zero, count: registers)
    fitted.withUnsafeMutableBufferPointer { basis.add(effect, to: $0.baseAddress!) }
    let (x160, z160) = (Array(x[..<160]), Array(z[..<160]))
    let expected = LeastSquares([x160, z160, z160.map { $0 * $0 }], draws: 160).fitted(amounts)
    // A hundred operations on numbers of about 1,000.
    for draw in 0..<160 { #expect(abs(fitted[draw / 8][draw % 8] + centred.means[0] - expected[draw]) < 1e-9) }
    let mean = expected.reduce(0, +) / 160
    #expect(abs(effect.explained - expected.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }) < 1e-9)
    #expect(basis.effect(on: centred[1]).explained == 0)
  }

  /// What stands after the draws takes no part, and is predicted: here of a straight line.
  @Test func theEndsArePredicted() {
    let basis = EffectBasis(registers: registers)
    let feature = column { draw in draw < 160 ? Double(draw) : draw == 160 ? -1000 : 5000 }
    basis.add(feature)
    let amounts = (0..<160).map { 2 * Double($0) + 5 }
    let centred = CentredAmounts(draws: 160, amounts: 1) { _ in Self.copy(amounts) }
    let ends = basis.ends(of: basis.effect(on: centred[0]))
    #expect(abs(ends.low + centred.means[0] - -1995) < 1e-9 && abs(ends.high + centred.means[0] - 10_005) < 1e-9)
    basis.removeAll()
    #expect(basis.parameters == 1 && basis.effect(on: centred[0]).explained == 0)
  }

  /// Memory that lives as long as the test.
  private static func copy(_ values: [Double]) -> UnsafeBufferPointer<Double> {
    let room = UnsafeMutableBufferPointer<Double>.allocate(capacity: values.count)
    _ = room.initialize(from: values)
    return UnsafeBufferPointer(room)
  }
}
