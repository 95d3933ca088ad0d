/// The quantile of a discrete distribution: the first value whose cumulative probability reaches u.
struct StepQuantile: Sendable, Equatable {
  /// Ascending. The last one, which counts as 1, is infinite, so that every search ends there.
  private let cumulative: [Double]
  private let values: Values
  /// The first step to try for u in each of `guide.count` equal parts of 0...1; their number is a power of 2, so that
  /// rounding cannot put u into the part above its own.
  private let guide: [Int32]
  private static let fewestParts = 1024

  private enum Values: Equatable {
    case listed([Double])
    case whole(from: Double)
  }

  /// - Parameters:
  ///   - values: the values, ascending.
  ///   - cumulative: probability of each value together with those below it; the last one counts as 1.
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

  /// Up to this many steps u is compared with all of them, which takes no table and no branches.
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
          // Few parts have more than two steps: two are taken without a branch.
          step &+= cumulative[step] < u ? 1 : 0
          step &+= cumulative[step] < u ? 1 : 0
          while cumulative[step] < u { step &+= 1 }
          return value(step)
        }
      }
    }
  }

  // MARK: Counts

  /// Largest standard deviation of a count that is tabulated; the table has about 20 times as many values.
  static let largestDeviation = 2000.0

  /// The distribution of a count around its mode, as far as probabilities exceed 1e-30 times that of the mode.
  ///
  /// - Parameters:
  ///   - mode: a most likely count.
  ///   - probability: probability of the mode.
  ///   - highest: the largest count, or infinity.
  ///   - ratio: probability of k + 1 divided by that of k.
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
