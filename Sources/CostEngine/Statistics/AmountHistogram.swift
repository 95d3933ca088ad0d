/// The number of amounts in each bin of ``AmountBins``; as these are whole numbers, parts can be merged in any order.
///
/// A bin's count is stored as bytes, its digits in base 256. A plane of digits only covers the range of bins that need
/// that digit, and only exists if some count does: the size depends on the spread of the amounts, hardly on their
/// number.
struct AmountHistogram: Sendable {
  /// The lowest digits.
  private var units = DigitPlane()
  /// The higher digits, the next ones first.
  private var planes: [DigitPlane] = []

  // MARK: Counting

  /// Makes space for a range of bins at once; without it, space is made for each amount outside the range.
  mutating func makeRoom(low: Int32, high: Int32) { units.cover(low, high) }

  /// Counts amounts by their bins.
  ///
  /// - Parameters:
  ///   - bins: one for each amount; overwritten.
  ///   - low: the lowest of them.
  ///   - high: the highest.
  mutating func count(_ bins: UnsafeMutablePointer<Int32>, _ number: Int, low: Int32, high: Int32) {
    if low == high { return add(number, bin: low) }
    units.cover(low, high)
    let carries = units.count(bins, number)
    for i in 0..<carries { carry(1, bin: bins[i]) }
  }

  /// Counts a number of amounts in one bin.
  mutating func add(_ number: Int, bin: Int32) {
    let rest = units.add(number, bin: bin)
    if rest > 0 { carry(rest, bin: bin) }
  }

  mutating func merge(_ other: AmountHistogram) {
    for index in other.units.digits.indices {
      let bin = other.units.first + Int32(index)
      let number = other.number(in: bin)
      if number > 0 { add(number, bin: bin) }
    }
  }

  /// Adds 256 times a number to a count.
  private mutating func carry(_ number: Int, bin: Int32) {
    var rest = number
    var plane = 0
    while rest > 0 {
      if plane == planes.count { planes.append(DigitPlane()) }
      rest = planes[plane].add(rest, bin: bin)
      plane += 1
    }
  }

  // MARK: Reading

  /// The number of amounts in a bin.
  func number(in bin: Int32) -> Int {
    var number = 0
    for plane in planes.reversed() { number = number << 8 + plane.digit(of: bin) }
    return number << 8 + units.digit(of: bin)
  }

  /// Number of bins that are read at once.
  private static let stretch = DigitPlane.stretch

  /// The number of amounts in a stretch of bins.
  private func number(inStretch bin: Int32) -> Int {
    var sum = 0
    for plane in planes.reversed() { sum = sum << 8 + plane.sum(ofStretch: bin) }
    return sum << 8 + units.sum(ofStretch: bin)
  }

  /// The number of amounts below zero, which has a bin of its own.
  var numberBelowZero: Int { number(below: 0) }

  /// The number of amounts in the bins before one.
  private func number(below bin: Int32) -> Int {
    let end = min(bin, units.first + Int32(units.digits.count))
    var sum = 0
    var next = units.first
    while next <= end - Int32(AmountHistogram.stretch) {
      sum += number(inStretch: next)
      next += Int32(AmountHistogram.stretch)
    }
    while next < end {
      sum += number(in: next)
      next += 1
    }
    return sum
  }

  /// The middles of the bins that hold the amounts of the given ranks, in cents.
  ///
  /// - Parameter ranks: 1 ... number of amounts, ascending.
  func amounts(atRanks ranks: [Int]) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(ranks.count)
    var below = 0
    for start in stride(from: 0, to: units.digits.count, by: AmountHistogram.stretch) {
      guard found.count < ranks.count else { break }
      let first = units.first + Int32(start)
      let number = number(inStretch: first)
      if ranks[found.count] > below + number {
        below += number
        continue
      }
      for bin in first..<(first + Int32(AmountHistogram.stretch)) {
        below += self.number(in: bin)
        while found.count < ranks.count, ranks[found.count] <= below { found.append(AmountBins.middle(of: bin)) }
      }
    }
    return found
  }

  /// The amounts at positions from 0 (below all) to the number of amounts (above all), in cents. The amounts in a bin
  /// are assumed to be spread evenly over it, so that two positions in one bin give different amounts.
  ///
  /// - Parameter places: positions, ascending.
  func amounts(atPlaces places: [Double]) -> [Double] {
    var found: [Double] = []
    var below = 0
    for start in stride(from: 0, to: units.digits.count, by: AmountHistogram.stretch) {
      guard found.count < places.count else { break }
      let first = units.first + Int32(start)
      let number = number(inStretch: first)
      if number == 0 || places[found.count] > Double(below + number) {
        below += number
        continue
      }
      for bin in first..<(first + Int32(AmountHistogram.stretch)) {
        let own = self.number(in: bin)
        guard own > 0 else { continue }
        while found.count < places.count, places[found.count] <= Double(below + own) {
          let share = (places[found.count] - Double(below)) / Double(own)
          found.append(AmountBins.middle(of: bin) + (share - 0.5) * AmountBins.width(of: bin))
        }
        below += own
      }
    }
    return found
  }

  /// The widest gap between two amounts that follow each other, in cents, and the number of amounts at or below it.
  ///
  /// - Parameters:
  ///   - low: amount from which to look, as is `high` up to which; in cents.
  /// - Returns: nil if they have no two different amounts between them.
  func widestGap(from low: Double, to high: Double) -> (width: Double, below: Int)? {
    let first = AmountBins.bin(of: low)
    let last = min(AmountBins.bin(of: high), units.first + Int32(units.digits.count) - 1)
    guard last > first else { return nil }
    var widest: (width: Double, below: Int)?
    var below = number(below: first)
    var before: Int32?
    for bin in first...last {
      let own = number(in: bin)
      guard own > 0 else { continue }
      if let before {
        let width = AmountBins.middle(of: bin) - AmountBins.middle(of: before)
        if width > widest?.width ?? 0 { widest = (width, below) }
      }
      below += own
      before = bin
    }
    return widest
  }

  /// Mean of the largest `share` amounts, each taken as its bin's middle, in cents.
  func meanOfLargest(_ share: Int) -> Double {
    var left = share
    var sum = 0.0
    var end = units.first + Int32(units.digits.count)
    while left > 0 {
      let first = end - Int32(AmountHistogram.stretch)
      if number(inStretch: first) > 0 {
        for bin in (first..<end).reversed() where left > 0 {
          let number = min(left, number(in: bin))
          guard number > 0 else { continue }
          sum += Double(number) * AmountBins.middle(of: bin)
          left -= number
        }
      }
      end = first
    }
    return sum / Double(share)
  }
}
