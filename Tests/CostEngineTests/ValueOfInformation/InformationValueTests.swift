import Testing

@testable import CostEngine

/// The worth of knowing inputs, where it is known.
@Suite struct InformationValueTests {
  static let draws = 20_000

  /// Standard normal draws of a stream.
  private static func normal(_ name: String, seed: UInt64 = 5, stratified: Bool = true) -> [Double] {
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: RandomStream.registersPerReplicate)
    defer { column.deallocate() }
    let stream = RandomStream(name: name, seed: seed)
    return (0..<draws / RandomStream.drawsPerReplicate).flatMap { replicate in
      if stratified {
        LatinHypercube.fill(column, stream: stream, replicate: replicate)
      } else {
        stream.fillUniform(column, replicate: replicate)
      }
      return (0..<RandomStream.drawsPerReplicate).map { Double.normalQuantile(column[$0 / 8][$0 % 8]) }
    }
  }

  private static func scores(_ values: [Double]) -> [Double] {
    values.withUnsafeBufferPointer(RankScores.scores)
  }

  /// Third-degree features of an input.
  private static func features(_ x: [Double]) -> [[Double]] {
    let z = scores(x)
    return [z, z.map { $0 * $0 }, z.map { $0 * $0 * $0 }]
  }

  /// Benefit p1 - p2 against 0, p1 ~ N(1, 1), p2 ~ N(0, 2): as costs, p2 - p1 against 0. The best without knowing more
  /// gains 1; with X ~ N(1, s) known, 1 Phi(1 / s) + s phi(1 / s): s = sqrt 5, 1 and 2.
  @Test(arguments: [false, true])
  func normalAgainstNormal(stratified: Bool) {
    let p1 = Self.normal("p1", stratified: stratified).map { 1 + $0 }
    let p2 = Self.normal("p2", stratified: stratified).map { 2 * $0 }
    let cost = zip(p1, p2).map { $1 - $0 }
    // What costs nothing, less what is best by what is known now.
    let difference = cost.map { -$0 }
    func value(_ features: [[Double]]) -> InformationValue {
      let regression = LeastSquares(features, draws: Self.draws)
      return InformationValue.ofChoice([.init(difference: difference, fitted: regression.fitted(difference))]) {
        regression.fitted($1)
      }
    }
    let everything = InformationValue.ofChoice([.init(difference: difference, fitted: difference)]) { $1 }
    let known = [
      (everything, 0.4798), (value(Self.features(p1)), 0.0833),
      (value(Self.features(p2)), 0.3956), (value(Self.features(p1) + Self.features(p2)), 0.4798),
    ]
    for (estimate, exact) in known {
      // 4.5 of its own standard errors (probability 7e-6), and that of the mean that is 1: sqrt 5 / sqrt n, which moves the
      // choice for the better or worse by no more than itself.
      let ofMean = (5 / Double(Self.draws)).squareRoot()
      #expect(abs(estimate.value - exact) < 4.5 * (estimate.standardError + ofMean / 4))
      #expect(estimate.standardError < 0.02)
    }
  }

  /// Y = 3 x + 4 e: knowing x takes 9 / 25 of the variance and a fifth of the band, knowing nothing of it nothing.
  @Test func aLinearAmount() {
    let (x, e, other) = (Self.normal("x"), Self.normal("e"), Self.normal("other"))
    let amount = zip(x, e).map { 3 * $0 + 4 * $1 }
    let uncertain = UncertainAmount(amount)
    func shares(_ input: [Double]) -> (InformationValue, InformationValue) {
      let regression = LeastSquares(Self.features(input), draws: Self.draws)
      let fitted = regression.fitted(amount)
      return (
        uncertain.varianceShare(knowing: fitted, parameters: regression.parameters),
        uncertain.bandShare(knowing: fitted, parameters: regression.parameters)
      )
    }
    let known = shares(x)
    #expect(abs(known.0.value - 9.0 / 25) < 4.5 * known.0.standardError)
    #expect(known.0.standardError < 0.01)
    #expect(abs(known.1.value - 0.2) < 4.5 * known.1.standardError)
    #expect(known.1.standardError < 0.01)
    // Of noise three features explain 3 / n by chance, give or take sqrt(6) / n, before the correction takes 3 / n off.
    let noise = shares(other)
    #expect(noise.0.value < 4.5 * 6.0.squareRoot() / Double(Self.draws))
    #expect(noise.1.value < 0.003)
  }

  /// Over 200 seeds the estimate is 4.5 standard errors off at most, and on average right: the correction for the
  /// parameters leaves no bias.
  @Test func theVarianceShareHasNoBias() {
    let (share, n, runs) = (0.02, 600, 200)
    var (sum, squares) = (0.0, 0.0)
    for run in 0..<runs {
      let x = Array(Self.normal("x", seed: UInt64(run), stratified: false).prefix(n))
      let e = Array(Self.normal("e", seed: UInt64(run), stratified: false).prefix(n))
      let amount = zip(x, e).map { share.squareRoot() * $0 + (1 - share).squareRoot() * $1 }
      let more = (0..<9).map { Array(Self.normal("n\($0)", seed: UInt64(run), stratified: false).prefix(n)) }
      let regression = LeastSquares([x] + more, draws: n)
      // Before it is cut off at nothing: with twenty times the share it never is.
      let large = zip(amount, x).map { $0 + 0.6 * $1 }
      let exact = 1 - (1 - share) / (1 - share + (share.squareRoot() + 0.6) * (share.squareRoot() + 0.6))
      let estimate = UncertainAmount(large).varianceShare(
        knowing: regression.fitted(large), parameters: regression.parameters)
      let difference = estimate.value - exact
      sum += difference
      squares += difference * difference
    }
    let error = (squares / Double(runs) / Double(runs)).squareRoot()
    // Ten parameters of noise would add 10 / 600 of what is left, 1.1 %, without the correction.
    #expect(abs(sum / Double(runs)) < 4 * error && error < 0.003)
  }

  /// Never negative, whatever the fit; never less where more is known, once that is told by the same fit.
  @Test func theChoiceNeverLoses() {
    for seed in UInt64(0)..<20 {
      let options = (1..<3).map { option in
        Self.normal("o\(option)", seed: seed).prefix(1000).map { $0 + Double(option) * 0.1 }
      }
      let first = LeastSquares(
        Self.features(Array(Self.normal("o1", seed: seed).prefix(1000))), draws: 1000)
      func value(_ fitted: ([Double]) -> [Double]) -> Double {
        InformationValue.ofChoice(options.map { .init(difference: $0, fitted: fitted($0)) }) { first.fitted($1) }.value
      }
      #expect(value { first.fitted($0) } >= 0)
      #expect(value { $0 } >= value { first.fitted($0) })
    }
    #expect(InformationValue.ofChoice([]) { $1 } == .none)
    #expect(InformationValue.ofChoice([.init(difference: [3, 1], fitted: [2, 2])]) { $1 }.value == 0)
  }

  /// What is not more than its error is not told; what has no error is.
  @Test func whatIsTold() {
    #expect(InformationValue(value: 2, standardError: 2).told == InformationValue(value: 0, standardError: 2))
    #expect(InformationValue(value: 2, standardError: 1.9).told.value == 2)
    #expect(InformationValue(value: 2, standardError: .nan).isTold && !InformationValue.none.isTold)
  }

  /// The error of a gain contains that of the regression, and matches what other seeds give. The choice hangs on the tail
  /// of one of two inputs: cost -1.5 + x + 2 e against 0. It used to be the error of the mean of what was fitted, which
  /// knows nothing of the other input's noise.
  @Test func theErrorOfTheChoiceMatchesTheSeeds() {
    let (n, seeds) = (2000, 60)
    var (values, errors): ([Double], [Double]) = ([], [])
    for seed in 0..<seeds {
      let x = Array(Self.normal("x", seed: UInt64(seed)).prefix(n))
      let e = Array(Self.normal("e", seed: UInt64(seed)).prefix(n))
      let difference: [Double] = zip(x, e).map { 1.5 + $0 + 2 * $1 }
      let regression = LeastSquares([x, x.map { $0 * $0 }], draws: n)
      let value = InformationValue.ofChoice([.init(difference: difference, fitted: regression.fitted(difference))]) {
        regression.fitted($1)
      }
      values.append(value.value)
      errors.append(value.standardError)
    }
    let mean: Double = values.reduce(0, +) / Double(seeds)
    let squares: Double = values.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
    let spread: Double = (squares / Double(seeds - 1)).squareRoot()
    let printed: Double = errors.reduce(0, +) / Double(seeds)
    // phi(1.5) - 1.5 Phi(-1.5) = 0.029307; the fit's noise in the tail adds up to its variance times phi(1.5) / 2, below
    // 3 * 4 / 2000 * 0.065.
    let ofMean: Double = spread / Double(seeds).squareRoot()
    #expect(abs(mean - 0.029307) < 4.5 * ofMean + 4e-4)
    // A deviation of 60 values is known to 1 / sqrt(2 * 59) = 9 %: 4.5 times that, and 10 % for what is not linear.
    #expect(abs(printed / spread - 1) < 0.5, "\(printed) for \(spread)")
  }

  /// Answers that move the spread: Y = s(x) e, with s 1 for half of the answers and 3 for the other half. Of the answer
  /// x + 10 s the mean width is that of normals, 2 * 3.2897; the width of all together is that of the mixture, P95 where
  /// (Phi(q) + Phi(q / 3)) / 2 = 0.95: q = 3.8457, so 7.6914. 1 - 6.5794 / 7.6914 = 0.1446. All residuals together have
  /// the width of the mixture: 0 used to be told.
  @Test func theBandIsTheMeanWidthOverAnswers() {
    let (x, e) = (Self.normal("x"), Self.normal("e"))
    let scale = x.map { $0 < 0 ? 1.0 : 3.0 }
    let amount: [Double] = (0..<Self.draws).map { 0.001 * x[$0] + scale[$0] * e[$0] }
    let band = UncertainAmount(amount).bandShare(knowing: x.map { 0.001 * $0 }, parameters: 1)
    #expect(abs(band.value - 0.1446) < 4.5 * band.standardError)
    #expect(band.standardError < 0.01)
  }

  /// A line through points worked by hand: y = 1 + 2 x fits (0, 1), (1, 3), (2, 5) exactly; a feature that repeats another
  /// adds nothing.
  @Test func regression() {
    let x = [0.0, 1, 2, 3]
    var line = LeastSquares([x], draws: 4)
    // Least squares through (0, 0), (1, 1), (2, 1), (3, 2): slope 0.6, intercept 0.1.
    for (fitted, exact) in zip(line.fitted([0, 1, 1, 2]), [0.1, 0.7, 1.3, 1.9]) {
      #expect(abs(fitted - exact) < 1e-14)
    }
    line.add(x.map { 5 - 3 * $0 })
    line.add([7, 7, 7, 7])
    #expect(line.parameters == 2)
    line.add(x.map { $0 * $0 })
    #expect(line.parameters == 3)
    #expect(LeastSquares(draws: 4).fitted([0, 1, 1, 2]) == [1, 1, 1, 1])
  }
}
