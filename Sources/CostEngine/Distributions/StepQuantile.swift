/// The quantile of a distribution on separate values: the first value whose cumulative probability reaches u.
struct StepQuantile: Sendable, Equatable {
  /// Ascending, the last one 1.
  private let cumulative: [Double]
  private let values: Values
  /// For u in each of `guide.count - 1` equal parts of 0...1 the first step that may be asked.
  private let guide: [Int32]

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
    cumulative[cumulative.count - 1] = 1
    self.cumulative = cumulative
    self.values = values
    let parts = cumulative.count
    var guide: [Int32] = []
    guide.reserveCapacity(parts + 1)
    var step = 0
    for part in 0..<parts {
      while cumulative[step] < Double(part) / Double(parts) { step += 1 }
      guide.append(Int32(step))
    }
    guide.append(Int32(parts - 1))
    self.guide = guide
  }

  @inline(__always)
  func quantile(_ u: Double) -> Double {
    let part = Int(u * Double(guide.count - 1))
    var low = Int(guide[part])
    // Back, where rounding put u into the part above its own.
    while low > 0 && cumulative[low - 1] >= u { low -= 1 }
    var high = Int(guide[min(part + 1, guide.count - 1)])
    while cumulative[high] < u { high += 1 }
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < u { low = middle + 1 } else { high = middle }
    }
    switch values {
    case .listed(let values): return values[low]
    case .whole(let first): return first + Double(low)
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
