/// How often amounts fell in each bin of ``AmountBins``: whole numbers, so that parts merge in any order to the same.
///
/// Only the range of bins that was met is stored; it grows as amounts outside it come. A bin's count is kept in bytes, one
/// plane of them for each digit to the base 256, and a plane exists only once some count needs it: the size follows from
/// the spread of the amounts, hardly from their number.
struct AmountHistogram: Sendable {
  /// Bin of the first byte of each plane.
  private var first: Int32 = 0
  /// The lowest digits.
  private var units: [UInt8] = []
  /// The higher digits, the next ones first; each plane is as long as ``units``.
  private var planes: [[UInt8]] = []

  private var length: Int { units.count }

  // MARK: Counting

  /// Counts amounts by their bins.
  ///
  /// - Parameters:
  ///   - bins: one for each amount; overwritten.
  ///   - low: the lowest of them.
  ///   - high: the highest.
  mutating func count(_ bins: UnsafeMutablePointer<Int32>, _ number: Int, low: Int32, high: Int32) {
    if low == high { return add(number, bin: low) }
    cover(low, high)
    let origin = Int(first)
    var carries = 0
    units.withUnsafeMutableBufferPointer { plane in
      let counts = plane.baseAddress! - origin
      for i in 0..<number {
        let bin = bins[i]
        let count = counts[Int(bin)] &+ 1
        counts[Int(bin)] = count
        if count == 0 {
          // The list of carries is never longer than what was read of the bins: it may take their place.
          bins[carries] = bin
          carries += 1
        }
      }
    }
    for i in 0..<carries { carry(1, at: Int(bins[i]) - origin) }
  }

  /// Counts a number of amounts in one bin.
  mutating func add(_ number: Int, bin: Int32) {
    cover(bin, bin)
    add(number, at: Int(bin) - Int(first))
  }

  mutating func merge(_ other: AmountHistogram) {
    guard other.length > 0 else { return }
    cover(other.first, other.first + Int32(other.length - 1))
    let shift = Int(other.first) - Int(first)
    for index in 0..<other.length {
      let number = other.number(at: index)
      if number > 0 { add(number, at: shift + index) }
    }
  }

  private mutating func add(_ number: Int, at index: Int) {
    let sum = number + Int(units[index])
    units[index] = UInt8(truncatingIfNeeded: sum)
    if sum > 255 { carry(sum >> 8, at: index) }
  }

  /// Adds so many times 256 to a count.
  private mutating func carry(_ number: Int, at index: Int) {
    var rest = number
    var plane = 0
    while rest > 0 {
      if plane == planes.count { planes.append([UInt8](repeating: 0, count: length)) }
      rest += Int(planes[plane][index])
      planes[plane][index] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
      plane += 1
    }
  }

  /// Bins kept free on a side that is made or moved, so that most histograms move once or never.
  private static let spare: Int32 = 96

  /// Makes room for the bins from `low` to `high`.
  private mutating func cover(_ low: Int32, _ high: Int32) {
    let spare = AmountHistogram.spare
    if length == 0 {
      first = low - spare
      units = [UInt8](repeating: 0, count: Int(high - low + 2 * spare) + 1)
      return
    }
    let last = first + Int32(length - 1)
    guard low < first || high > last else { return }
    let newFirst = low < first ? low - spare : first
    let newLast = high > last ? high + spare : last
    let newLength = Int(newLast - newFirst) + 1
    let shift = Int(first - newFirst)
    AmountHistogram.grow(&units, to: newLength, shift: shift)
    for plane in planes.indices { AmountHistogram.grow(&planes[plane], to: newLength, shift: shift) }
    first = newFirst
  }

  private static func grow(_ plane: inout [UInt8], to length: Int, shift: Int) {
    var grown = [UInt8](repeating: 0, count: length)
    grown.withUnsafeMutableBytes { $0[shift...].copyBytes(from: plane) }
    plane = grown
  }

  // MARK: Reading

  private func number(at index: Int) -> Int {
    var number = 0
    for plane in planes.reversed() { number = number << 8 | Int(plane[index]) }
    return number << 8 | Int(units[index])
  }

  /// Bins that are read at once.
  private static let stretch = 32

  /// How many amounts a stretch of bins holds.
  private func number(inStretch first: Int) -> Int {
    guard first + AmountHistogram.stretch <= length else { return (first..<length).reduce(0) { $0 + number(at: $1) } }
    var sum = 0
    for plane in planes.reversed() { sum = sum << 8 + AmountHistogram.sum(of: plane, first) }
    return sum << 8 + AmountHistogram.sum(of: units, first)
  }

  private static func sum(of plane: [UInt8], _ first: Int) -> Int {
    let digits = plane.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: first, as: SIMD32<UInt8>.self) }
    return Int(SIMD32<UInt16>(truncatingIfNeeded: digits).wrappedSum())
  }

  /// The middles of the bins that hold the amounts of the given ranks, in cents.
  ///
  /// - Parameter ranks: 1 ... number of amounts, ascending.
  func amounts(atRanks ranks: [Int]) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(ranks.count)
    var below = 0
    for stretch in stride(from: 0, to: length, by: AmountHistogram.stretch) {
      guard found.count < ranks.count else { break }
      let number = number(inStretch: stretch)
      if ranks[found.count] > below + number {
        below += number
        continue
      }
      for index in stretch..<min(stretch + AmountHistogram.stretch, length) {
        below += self.number(at: index)
        while found.count < ranks.count, ranks[found.count] <= below {
          found.append(AmountBins.middle(of: first + Int32(index)))
        }
      }
    }
    return found
  }

  /// Mean of the largest `share` amounts, each taken as its bin's middle, in cents.
  func meanOfLargest(_ share: Int) -> Double {
    var left = share
    var sum = 0.0
    var index = length
    while left > 0 {
      index -= 1
      let number = min(left, number(at: index))
      guard number > 0 else { continue }
      sum += Double(number) * AmountBins.middle(of: first + Int32(index))
      left -= number
    }
    return sum / Double(share)
  }
}
