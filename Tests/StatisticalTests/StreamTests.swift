import Testing

@testable import CostEngine

/// The random streams as a statistician would doubt them.
@Suite struct StreamTests {
  func uniforms(_ name: String, seed: UInt64, count: Int) -> [Double] {
    let stream = RandomStream(name: name, seed: seed)
    return (0..<count).map { UnitInterval.number(from: stream.word(ofDraw: $0)) }
  }

  func correlation(_ a: [Double], _ b: [Double]) -> Double {
    // Uniform numbers: mean 1/2, variance 1/12.
    zip(a, b).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) } * 12 / Double(a.count)
  }

  /// Correlations of independent streams are normal with standard deviation 1/sqrt(n); of 60 none may exceed 4.5 of them
  /// (probability 4e-4 for all together).
  @Test func neighboursAreUncorrelated() {
    let count = 20_000
    let bound = 4.5 / Double(count).squareRoot()
    let base = uniforms("staffing.persons[VR17/OvD-BZ]", seed: 1, count: count + 20)
    let first = Array(base.prefix(count))
    for region in 1...20 {
      let other = uniforms("staffing.persons[VR\(17 + region)/OvD-BZ]", seed: 1, count: count)
      #expect(abs(correlation(first, other)) < bound, "region \(region)")
    }
    for seed in 2...21 as ClosedRange<UInt64> {
      let other = uniforms("staffing.persons[VR17/OvD-BZ]", seed: seed, count: count)
      #expect(abs(correlation(first, other)) < bound, "seed \(seed)")
    }
    for lag in 1...20 { #expect(abs(correlation(first, Array(base[lag..<lag + count]))) < bound, "lag \(lag)") }
  }

  /// Kolmogorov-Smirnov at 0.001: the critical value of 1e6 numbers is 1.95 / sqrt(n).
  @Test(arguments: Sampler.allCases)
  func aMillionNumbersAreUniform(sampler: Sampler) throws {
    let count = 1_000_000
    var numbers: [Double]
    switch sampler {
    case .random: numbers = uniforms("uniform", seed: 5, count: count)
    case .latinHypercube:
      // Stratified numbers lie nearer to uniform than the critical value asks; it still finds a stratum left out.
      let stream = RandomStream(name: "uniform", seed: 5)
      let order = UnsafeMutablePointer<UInt8>.allocate(capacity: LatinHypercube.paddedStrata)
      defer { order.deallocate() }
      numbers = []
      for replicate in 0..<count / LatinHypercube.strata {
        LatinHypercube.fillOrder(order, stream: stream, replicate: replicate)
        for place in 0..<LatinHypercube.strata {
          let within = UnitInterval.number(from: stream.word(ofDraw: replicate * LatinHypercube.strata + place))
          numbers.append((Double(order[place]) + within) * LatinHypercube.width)
        }
      }
    case .sobol:
      // Within the table and beyond it.
      let streams = [0, 200, 2000].map { (stream: RandomStream(name: "uniform \($0)", seed: 5), dimension: $0) }
      numbers = (0..<count).map { draw in
        let (stream, dimension) = streams[draw % 3]
        return UnitInterval.number(
          from: SobolSequences.word(ofDraw: draw / 3, stream: stream, dimension: dimension))
      }
    }
    numbers.sort()
    var distance = 0.0
    for (index, number) in numbers.enumerated() {
      distance = max(distance, number - Double(index) / Double(count), Double(index + 1) / Double(count) - number)
    }
    #expect(distance < 1.95 / Double(count).squareRoot())
  }
}
