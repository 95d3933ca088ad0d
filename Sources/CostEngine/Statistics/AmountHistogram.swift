/// How often amounts fell in each bin of ``AmountBins``: whole numbers, so that parts merge in any order to the same.
///
/// A bin's count is kept in bytes, its digits to the base 256. A plane of digits covers only the range of bins that needs
/// that digit, and exists only once some count does: the size follows from the spread of the amounts, hardly from their
/// number.
struct AmountHistogram: Sendable {
  /// The lowest digits.
  private var units = DigitPlane()
  /// The higher digits, the next ones first.
  private var planes: [DigitPlane] = []

  // MARK: Counting

  /// Makes room for amounts from a bin to another at once; counting them without costs room for each that lies outside.
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

  /// Adds so many times 256 to a count.
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

  /// How many amounts a bin holds.
  func number(in bin: Int32) -> Int {
    var number = 0
    for plane in planes.reversed() { number = number << 8 + plane.digit(of: bin) }
    return number << 8 + units.digit(of: bin)
  }

  /// Bins that are read at once.
  private static let stretch = DigitPlane.stretch

  /// How many amounts a stretch of bins holds.
  private func number(inStretch bin: Int32) -> Int {
    var sum = 0
    for plane in planes.reversed() { sum = sum << 8 + plane.sum(ofStretch: bin) }
    return sum << 8 + units.sum(ofStretch: bin)
  }

  /// How many amounts lie below zero, which has a bin of its own.
  var numberBelowZero: Int {
    let end = min(0, units.first + Int32(units.digits.count))
    var sum = 0
    var bin = units.first
    while bin <= end - Int32(AmountHistogram.stretch) {
      sum += number(inStretch: bin)
      bin += Int32(AmountHistogram.stretch)
    }
    while bin < end {
      sum += number(in: bin)
      bin += 1
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

  /// The amounts at places from 0 (below all) to the number of amounts (above all), in cents. The amounts of a bin are
  /// taken to be spread evenly over it, so that two places in one bin are told apart.
  ///
  /// - Parameter places: ascending.
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
