import Testing

@testable import CostEngine

@Suite struct CompiledQuantileTests {
  /// Random and evenly spread probabilities, the borders of the table's segments and their neighbours, both tails.
  private static let probabilities: [Double] = {
    var probabilities: [Double] = []
    var random = SplitMix64(state: 42)
    for _ in 0..<4000 { probabilities.append(random.unit()) }
    for exponent in 1...53 {
      let octave = Double(sign: .plus, exponent: -exponent, significand: 1)
      for segment in 0..<16 {
        let border = octave * (1 + Double(segment) / 16)
        for v in [border.nextDown, border, border.nextUp] where v <= 0.5 {
          probabilities.append(v)
          if 1 - v < 1 { probabilities.append(1 - v) }
        }
      }
    }
    return probabilities.sorted()
  }()

  private static let others: [Distribution] = [
    try! .discrete([(3, 0.2), (-1, 0.5), (10, 0.3)]), try! .empirical([4, 1, 1, 8, 2.5]), .constant(7),
    try! .discrete((0..<16).map { (Double($0), 0.0625) }), try! .discrete((0..<17).map { (Double($0), 1.0 / 17) }),
    try! .discrete((0..<5000).map { (Double($0), 0.0002) }),
  ]

  @Test(arguments: ReferenceDistribution.continuous)
  func nearTheExactQuantile(_ reference: ReferenceDistribution) throws {
    let distribution = try reference.distribution
    let compiled = CompiledQuantile(distribution)
    let median = distribution.quantile(0.5)
    let scale = distribution.quantile(0.9) - distribution.quantile(0.1)
    var worst = 0.0
    var highest = -Double.greatestFiniteMagnitude
    var fall = 0.0
    for u in CompiledQuantileTests.probabilities {
      let exact = distribution.quantile(u)
      let found = compiled.quantile(u)
      // The documented accuracy, and 16 ulps of the value itself.
      let allowed = 1e-10 * max(scale, (exact - median).magnitude) + 16 * exact.ulp
      worst = max(worst, (found - exact).magnitude / allowed)
      // Segments meet at their ends, so that a fall from one to the next is of rounding size.
      fall = max(fall, (highest - found) / (1e-13 * scale + 8 * exact.ulp))
      highest = max(highest, found)
      if !(found >= reference.support.lower && found <= reference.support.upper) { worst = .infinity }
    }
    #expect(worst <= 1)
    #expect(fall <= 1)
  }

  @Test(arguments: ReferenceDistribution.counts)
  func countsAreEqual(_ reference: ReferenceDistribution) throws {
    let distribution = try reference.distribution
    let compiled = CompiledQuantile(distribution)
    // A quantile that is not tabulated takes microseconds in both forms.
    for (index, u) in CompiledQuantileTests.probabilities.enumerated() where index % 8 == 0 {
      #expect(compiled.quantile(u) == distribution.quantile(u))
    }
  }

  @Test func otherDiscreteDistributionsAreEqual() {
    for distribution in CompiledQuantileTests.others {
      let compiled = CompiledQuantile(distribution)
      let differing = CompiledQuantileTests.probabilities.filter {
        compiled.quantile($0) != distribution.quantile($0)
      }
      #expect(differing.isEmpty)
    }
  }

  /// Of the probabilities those down to 2^-20, in random order, so that a register holds both sides and many segments
  /// (below 2^-16 is what no table has).
  private static let columns: [Double] = {
    var random = SplitMix64(state: 7)
    return probabilities.filter { min($0, 1 - $0) >= 0x1p-20 }.map { ($0, random.next()) }.sorted { $0.1 < $1.1 }
      .map { $0.0 }
  }()

  @Test(arguments: ReferenceDistribution.all)
  func columnsHaveTheBitsOfSingleValues(_ reference: ReferenceDistribution) throws {
    expectColumnsHaveTheBitsOfSingleValues(try reference.distribution)
  }

  @Test func columnsOfOtherDistributionsHaveTheBitsOfSingleValues() {
    for distribution in CompiledQuantileTests.others { expectColumnsHaveTheBitsOfSingleValues(distribution) }
  }

  private func expectColumnsHaveTheBitsOfSingleValues(_ distribution: Distribution) {
    let compiled = CompiledQuantile(distribution)
    // A quantile that is not tabulated takes microseconds.
    var isExact = false
    if case .exact = compiled.form { isExact = true }
    let probabilities = CompiledQuantileTests.columns.prefix(isExact ? 160 : .max)
    let vectors = probabilities.count / 8
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: vectors)
    defer { column.deallocate() }
    for vector in 0..<vectors { column[vector] = SIMD8(probabilities[(8 * vector)..<(8 * vector + 8)]) }
    compiled.fill(column, vectors: vectors)
    let differing = (0..<(8 * vectors)).filter {
      column[$0 / 8][$0 % 8].bitPattern != compiled.quantile(probabilities[$0]).bitPattern
    }
    #expect(differing.isEmpty)
  }

  /// A column of any length is filled to its end and not beyond.
  @Test func columnsOfAnyLength() throws {
    let distributions: [Distribution] = [
      try .pert(minimum: 1, mode: 2, maximum: 4), try .triangular(minimum: 1, mode: 2, maximum: 4),
      try .poisson(mean: 8), try .empirical([4, 1, 8, 2.5]), try .discrete([(3, 0.2), (7, 0.8)]), .constant(7),
      try .uniform(from: 2, to: 3), try .poisson(mean: 1e8),
    ]
    let longest = 40
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: longest + 1)
    defer { column.deallocate() }
    for compiled in distributions.map({ CompiledQuantile($0) }) {
      for vectors in [0, 1, 15, 16, 17, 32, longest] {
        // Every fifth register has a lane outside the tables.
        for vector in 0...longest {
          column[vector] = SIMD8(repeating: 0.3)
          if vector % 5 == 4 { column[vector][vector % 8] = 0x1p-20 }
        }
        compiled.fill(column, vectors: vectors)
        for vector in 0...longest {
          let isFilled = vector < vectors
          for lane in 0..<8 {
            let u = vector % 5 == 4 && lane == vector % 8 ? 0x1p-20 : 0.3
            #expect(column[vector][lane] == (isFilled ? compiled.quantile(u) : u))
          }
        }
      }
    }
  }

  /// No table may fall back on the exact function where most draws are. (Shapes of 0.02 and less can: there x rises as
  /// u^50 and more, which no segment follows.)
  @Test(arguments: ReferenceDistribution.continuous.filter { !["0.01", "0.02"].contains($0.words[1]) })
  func tablesCoverTheCentre(_ reference: ReferenceDistribution) throws {
    let compiled = CompiledQuantile(try reference.distribution)
    guard case .table(let table) = compiled.form else { return }
    let central = CompiledQuantileTests.probabilities.filter { min($0, 1 - $0) >= 0x1p-12 }
    // The table's rows are the function's: this test used to read them after it was gone.
    withExtendedLifetime(compiled) { #expect(central.allSatisfy { !table.value($0).isNaN }) }
  }
}

/// Steele, Lea and Flood 2014 (DOI 10.1145/2660193.2660195): a simple seeded generator for tests.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Strictly between 0 and 1.
  mutating func unit() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }
}
