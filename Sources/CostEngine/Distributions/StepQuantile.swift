/// The quantile of a distribution on separate values: the first value whose cumulative probability reaches u.
struct StepQuantile: Sendable, Equatable {
  /// Ascending. The last one, which counts as 1, is infinite: a search ends at it whatever is asked.
  private let cumulative: [Double]
  private let values: Values
  /// For u in each of `guide.count` equal parts of 0...1 the first step that may be asked; a power of 2 of them, so
  /// that no rounding puts u into the part above its own.
  private let guide: [Int32]
  private static let fewestParts = 1024

  private enum Values: Equatable {
    case listed([Double])
    case whole(from: Double)
  }

  /// - Parameters:
  ///   - values: ascending.
  ///   - cumulative: probability of each value and those below it; the last one counts as 1.
  init(values: [Double], cumulative: [Double]) {
    self.init(.listed(values), cumulative)
  }

  private init(_ values: Values, _ cumulative: [Double]) {
    var cumulative = cumulative
    cumulative[cumulative.count - 1] = .infinity
    self.cumulative = cumulative
    self.values = values
    var parts = StepQuantile.fewestParts
    while parts < cumulative.count { parts *= 2 }
    var guide: [Int32] = []
    guide.reserveCapacity(parts)
    var step = 0
    for part in 0..<parts {
      while cumulative[step] < Double(part) / Double(parts) { step += 1 }
      guide.append(Int32(step))
    }
    self.guide = guide
  }

  func quantile(_ u: Double) -> Double {
    var step = Int(guide[Int(u * Double(guide.count))])
    while cumulative[step] < u { step += 1 }
    return value(step)
  }

  @inline(__always)
  private func value(_ step: Int) -> Double {
    switch values {
    case .listed(let values): return values[step]
    case .whole(let first): return first + Double(step)
    }
  }

  // MARK: Columns

  /// Up to so many steps all are compared with, which takes no memory and no branches.
  private static let fewSteps = 16

  /// Replaces the probabilities of a column by their quantiles.
  func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    if cumulative.count <= StepQuantile.fewSteps {
      compare(column, vectors)
      return
    }
    switch values {
    case .whole(let first): search(column, vectors) { first + Double($0) }
    case .listed(let values): values.withUnsafeBufferPointer { values in search(column, vectors) { values[$0] } }
    }
  }

  private func compare(_ column: UnsafeMutablePointer<SIMD8<Double>>, _ vectors: Int) {
    for vector in 0..<vectors {
      let u = column[vector]
      var found = SIMD8(repeating: value(0))
      for step in 1..<cumulative.count {
        found.replace(with: SIMD8(repeating: value(step)), where: u .> cumulative[step - 1])
      }
      column[vector] = found
    }
  }

  @inline(__always)
  private func search(
    _ column: UnsafeMutablePointer<SIMD8<Double>>, _ vectors: Int, value: (Int) -> Double
  ) {
    let parts = Double(guide.count)
    let lastPart = SIMD8(repeating: UInt64(guide.count - 1))
    guide.withUnsafeBufferPointer { guide in
      cumulative.withUnsafeBufferPointer { cumulative in
        guard let guide = guide.baseAddress, let cumulative = cumulative.baseAddress else { return }
        ColumnLookup.fill(column, vectors: vectors) { u in
          (parts * u - 0.5).nearestIndex & lastPart
        } value: { part, u in
          var step = Int(guide[part])
          // Few parts have more than two steps: these without a branch.
          step &+= cumulative[step] < u ? 1 : 0
          step &+= cumulative[step] < u ? 1 : 0
          while cumulative[step] < u { step &+= 1 }
          return value(step)
        }
      }
    }
  }

  // MARK: Counts

  /// Largest standard deviation of a count that is tabulated; about 20 times as many values are.
  static let largestDeviation = 2000.0

  /// The distribution of a count around its mode, as far as probabilities exceed 1e-30 of the mode's.
  ///
  /// - Parameters:
  ///   - mode: a most likely count.
  ///   - probability: of the mode.
  ///   - highest: the largest count, or infinity.
  ///   - ratio: probability of k + 1 over that of k.
  init(mode: Double, probability: Double, highest: Double, ratio: (Double) -> Double) {
    var below: [Double] = []
    var count = mode
    var current = probability
    while count > 0 {
      current /= ratio(count - 1)
      guard current > probability * 1e-30 else { break }
      below.append(current)
      count -= 1
    }
    var cumulative: [Double] = []
    cumulative.reserveCapacity(3 * below.count)
    var sum = 0.0
    for probability in below.reversed() {
      sum += probability
      cumulative.append(sum)
    }
    let first = mode - Double(below.count)
    count = mode
    current = probability
    while current > probability * 1e-30 {
      sum += current
      cumulative.append(sum)
      guard count < highest else { break }
      current *= ratio(count)
      count += 1
    }
    self.init(.whole(from: first), cumulative.map { $0 / sum })
  }
}
