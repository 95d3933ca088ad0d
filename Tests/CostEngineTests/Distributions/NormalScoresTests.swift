import Testing

@testable import CostEngine

@Suite struct NormalScoresTests {
  private func column(_ values: [Double], _ body: (UnsafeMutablePointer<SIMD8<Double>>, Int) -> Void) -> [Double] {
    let vectors = values.count / 8
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: vectors)
    defer { column.deallocate() }
    for vector in 0..<vectors { column[vector] = SIMD8(values[(8 * vector)..<(8 * vector + 8)]) }
    body(column, vectors)
    return (0..<(8 * vectors)).map { column[$0 / 8][$0 % 8] }
  }

  @Test func quantilesAreWithinTheStatedError() {
    var random = SplitMix64(state: 3)
    let tails = (1...52).flatMap { exponent in
      let v = Double(sign: .plus, exponent: -exponent, significand: 1.25)
      return v < 0.5 ? [v, 1 - v] : []
    }
    let probabilities = tails + (0..<(8000 - tails.count)).map { _ in random.unit() }
    let scores = NormalScores()
    let found = column(probabilities) { scores.quantile($0, vectors: $1) }
    let errors = zip(probabilities, found).map { u, z in (Double.normalQuantile(u) - z).magnitude }
    #expect(errors.max()! < 1e-12)
  }

  @Test func cumulativesAreWithinTheStatedError() {
    var scores: [Double] = [0, -0.0, 1, -1, 3.0625, -3.0625, 8.5, -8.5]
    for index in 0..<16_000 { scores.append(-8.8 + 17.6 * (Double(index) + 0.5) / 16_000) }
    let table = NormalScores()
    let found = column(scores) { table.cumulative($0, vectors: $1) }
    var worst = 0.0
    for (z, u) in zip(scores, found) {
      let error = z < 0 ? u - Double.normalCumulative(z) : (1 - u) - Double.normalCumulative(-z)
      // Near 1 numbers are 2^-53 apart.
      worst = max(worst, (error.magnitude - (z < 0 ? 0 : 0x1p-53)) / Double.normalCumulative(-z.magnitude))
    }
    #expect(worst < 2e-11)
    #expect(zip(found, found.dropFirst()).dropFirst(8).allSatisfy { $0 <= $1 })
  }

  @Test func columnsHaveTheBitsOfSingleValues() {
    var random = SplitMix64(state: 11)
    var scores = [0, -0.0, 8.5, -8.5, (8.5).nextDown, 0x1p-1074, -.infinity, .infinity]
    for border in 0...160 {
      let z = Double(border) / 16
      scores += [z.nextDown, z, z.nextUp, -z, -z.nextUp, -z.nextDown, random.unit() * 10, -random.unit() * 10]
    }
    let table = NormalScores()
    let found = column(scores) { table.cumulative($0, vectors: $1) }
    #expect(zip(scores, found).allSatisfy { $1.bitPattern == table.tail.cumulative($0).bitPattern })
  }

  @Test func cumulativeStaysInside() {
    let table = NormalScores()
    let found = column([-.infinity, -40, -37, -8.6, 8.2, 8.3, 40, .infinity]) {
      table.cumulative($0, vectors: $1)
    }
    #expect(found.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(found[3] == Double.normalCumulative(-8.6))
    #expect(found[7] == 1 - 0x1p-53)
    #expect(found[0] == 0x1p-1022)
  }
}
