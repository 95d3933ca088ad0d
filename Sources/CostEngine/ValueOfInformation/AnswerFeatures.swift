/// What an answer lets expect: the features of one figure in a regression of amounts on it.
///
/// - Its value and the square of that: amounts are mostly straight in it.
/// - What it exceeds the norm by: there the gap that has to be closed ends, and amounts have a kink.
/// - Its normal score, which bends with the tails of its distribution where a higher power would be ruled by them; if it
///   shares a factor with others the square of that too: what moves together is straight in scores.
public enum AnswerFeatures {
  /// Adds the features of an input, centred, to columns.
  ///
  /// - Parameters:
  ///   - input: filled with the input.
  ///   - isTied: whether it shares a factor with others.
  ///   - hasAtoms: whether equal values occur (``Distribution/hasAtoms``); they share one score, as the answer is the value.
  ///   - kinks: values at which amounts may have a kink.
  ///   - withScore: whether to add the score of an input that is not tied.
  /// - Returns: the number of features.
  public static func add(
    _ input: InputColumns, isTied: Bool, hasAtoms: Bool, kinks: [Double], withScore: Bool = true,
    to columns: DrawColumns
  ) -> Int {
    let first = columns.count
    let (value, scale) = standardised(input.value, columns)
    let square = columns.add()
    for v in 0..<columns.registers { square[v] = value[v] * value[v] }
    columns.centre(square)
    if isTied || withScore {
      let score = columns.add()
      write(scoreOf: input, hasAtoms: hasAtoms, registers: columns.registers, into: score)
      columns.centre(score)
      if isTied {
        let square = columns.add()
        for v in 0..<columns.registers { square[v] = score[v] * score[v] }
        columns.centre(square)
      }
    }
    for kink in kinks where scale > 0 {
      var (below, above) = (false, false)
      let column = columns.add()
      for v in 0..<columns.registers {
        let excess = (input.value[v] - kink) / scale
        column[v] = excess.positivePart
        below = below || (excess .< 0).hasAny
        above = above || (excess .> 0).hasAny
      }
      columns.centre(column)
      if !below || !above { columns.removeLast() }
    }
    return columns.count - first
  }

  /// Writes the normal score of an input's value.
  public static func write(
    scoreOf input: InputColumns, hasAtoms: Bool, registers: Int, into column: DrawColumns.Column
  ) {
    guard hasAtoms else {
      column.update(from: input.score, count: registers)
      return
    }
    let values = (0..<8 * registers).map { input.value[$0 / 8][$0 % 8] }
    for (draw, score) in values.withUnsafeBufferPointer(RankScores.scores).enumerated() {
      column[draw / 8][draw % 8] = score
    }
  }

  /// Adds the features of the part of an input that no factor shares, beside what factors make of it: all of it is
  /// independent of the factors, so that a regression on it tells what the input says by itself.
  ///
  /// - Returns: the number of features.
  public static func addOwn(_ input: InputColumns, residual: Double, to columns: DrawColumns) -> Int {
    let features = (0..<5).map { _ in columns.add() }
    for v in 0..<columns.registers {
      let own = input.own[v]
      let shared = input.score[v] - own * residual
      let square = own * own - 1
      features[0][v] = own
      features[1][v] = square
      features[2][v] = own * (square - 2)
      features[3][v] = own * shared
      features[4][v] = square * shared
    }
    for feature in features { columns.centre(feature) }
    return features.count
  }

  /// Adds the value less its mean, divided by its standard deviation; 0 if it does not vary.
  private static func standardised(_ value: InputColumns.Column, _ columns: DrawColumns) -> (DrawColumns.Column, Double)
  {
    let column = columns.add()
    column.update(from: value, count: columns.registers)
    columns.centre(column)
    let mean = value[0][0] - column[0][0]
    var squares = Register(repeating: 0)
    for v in 0..<columns.registers { squares += column[v] * column[v] }
    let deviation = (squares.sum() / Double(8 * columns.registers)).squareRoot()
    // What does not vary leaves the rounding of its mean.
    let scale = deviation > 1e-12 * mean.magnitude && deviation < .infinity ? deviation : 0
    for v in 0..<columns.registers {
      column[v] = scale > 0 ? column[v] / scale : Register(repeating: 0)
    }
    return (column, scale)
  }
}

extension Distribution {
  /// Whether some values have a probability of their own.
  public var hasAtoms: Bool {
    switch self {
    case .constant, .bernoulli, .binomial, .poisson, .discrete, .empirical: return true
    case .uniform, .triangular, .pert, .normal, .lognormal, .beta, .gamma, .exponential, .weibull, .metalog:
      return false
    }
  }
}
