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

  init() {}

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
    if units.digits.isEmpty {
      self = other
      return
    }
    for (level, plane) in ([other.units] + other.planes).enumerated() {
      plane.digits.withUnsafeBytes { add($0, from: plane.first, level: level) }
    }
  }

  /// Adds digits to those of a stretch of bins, and what overflows to the next higher ones.
  ///
  /// - Parameter level: 0 for the lowest digits.
  private mutating func add(_ all: UnsafeRawBufferPointer, from start: Int32, level: Int) {
    let (digits, bin) = AmountHistogram.trimmed(all, from: start)
    if digits.isEmpty { return }
    // Reading goes by the lowest digits, which may all be 0: 256 amounts in one bin.
    if level > 0 { units.cover(bin, bin + Int32(digits.count - 1)) }
    while planes.count < level { planes.append(DigitPlane()) }
    let carries = level == 0 ? units.add(digits, from: bin) : planes[level - 1].add(digits, from: bin)
    carries.withUnsafeBytes { add($0, from: bin, level: level + 1) }
  }

  /// Without the digits that are 0 at both ends.
  private static func trimmed(
    _ digits: UnsafeRawBufferPointer, from bin: Int32
  ) -> (digits: UnsafeRawBufferPointer, bin: Int32) {
    var (first, last) = (0, digits.count)
    while first + 8 <= last, digits.loadUnaligned(fromByteOffset: first, as: UInt64.self) == 0 { first += 8 }
    while first < last, digits[first] == 0 { first += 1 }
    while last >= first + 8, digits.loadUnaligned(fromByteOffset: last - 8, as: UInt64.self) == 0 { last -= 8 }
    while last > first, digits[last - 1] == 0 { last -= 1 }
    return (UnsafeRawBufferPointer(rebasing: digits[first..<last]), bin + Int32(first))
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

  // MARK: State

  /// Writes the binary digits of the counts, the lowest first: of each the bits of the bins from the lowest to the highest
  /// one with an amount, eight in a byte, see ``StateWriter/write(sparse:)``.
  func write(to writer: inout StateWriter, low: Int32, high: Int32) {
    let groups = (Int(high) - Int(low)) / 8 + 1
    let levels = [units] + planes
    var digits = 0
    for (level, plane) in levels.enumerated() {
      var words = BitMatrix.Words(repeating: 0)
      for block in 0..<((groups + 7) / 8) { words |= plane.words(of: low + Int32(64 * block)) }
      var all = (0..<8).reduce(0) { $0 | words[$1] }
      // All bins in one byte.
      for shift in [32, 16, 8] as [UInt64] { all |= all &>> shift }
      let bits = UInt8(truncatingIfNeeded: all)
      if bits != 0 { digits = 8 * level + 8 - bits.leadingZeroBitCount }
    }
    writer.write(count: digits)
    // Of each digit whole words: 64 bins at a time.
    let stride = (groups + 7) / 8 * 8
    withUnsafeTemporaryAllocation(byteCount: 8 * stride, alignment: 8) { bits in
      for level in 0..<((digits + 7) / 8) {
        for block in 0..<(stride / 8) {
          let words = levels[level].words(of: low + Int32(64 * block))
          let found = BitMatrix.digits(ofNumbers: words)
          for digit in 0..<8 {
            bits.storeBytes(
              of: found[digit].littleEndian, toByteOffset: digit &* stride &+ 8 &* block, as: UInt64.self)
          }
        }
        for digit in 0..<min(8, digits - 8 * level) {
          writer.write(
            sparse: UnsafeRawBufferPointer(rebasing: bits[(digit * stride)..<(digit * stride + groups)]))
        }
      }
    }
  }

  /// Number of binary digits of the most draws.
  private static let mostDigits = 32

  /// Reads what ``write(to:low:high:)`` wrote.
  ///
  /// - Parameters:
  ///   - low: bin of the lowest amount.
  ///   - high: of the highest one.
  ///   - draws: number of amounts.
  init(_ reader: inout StateReader, low: Int32, high: Int32, draws: Int) throws(StateDamage) {
    self.init()
    let digits = try reader.count(most: AmountHistogram.mostDigits)
    guard digits > 0, low <= high else { throw StateDamage() }
    let stride = ((Int(high) - Int(low)) / 64 + 1) * 8
    let found = withUnsafeTemporaryAllocation(byteCount: 16 * stride, alignment: 8) {
      read(digits, &reader, low, high, $0, stride)
    }
    guard found == Int64(draws), number(in: low) > 0, number(in: high) > 0 else { throw StateDamage() }
  }

  /// - Parameters:
  ///   - room: for the digits, and for the counts, of the groups of eight bins.
  ///   - stride: number of groups from one digit to the next, in whole words.
  /// - Returns: the number of amounts; nil if the bytes are damaged.
  private mutating func read(
    _ digits: Int, _ reader: inout StateReader, _ low: Int32, _ high: Int32, _ room: UnsafeMutableRawBufferPointer,
    _ stride: Int
  ) -> Int64? {
    let width = Int(high) - Int(low) + 1
    let groups = (width + 7) / 8
    let counts = UnsafeMutableRawBufferPointer(rebasing: room[(8 * stride)...])
    let bits = UnsafeMutableRawBufferPointer(rebasing: room[..<(8 * stride)])
    // At most 2^31 bins and 32 digits: never too large.
    var number: Int64 = 0
    for level in 0...((digits - 1) / 8) {
      bits.initializeMemory(as: UInt8.self, repeating: 0)
      for digit in 0..<min(8, digits - 8 * level) {
        do throws(StateDamage) {
          try reader.sparse(
            UnsafeMutableRawBufferPointer(rebasing: bits[(digit * stride)..<(digit * stride + groups)]))
        } catch {
          return nil
        }
      }
      var numbers = SIMD8<Int>(repeating: 0)
      for block in 0..<(stride / 8) {
        var found = BitMatrix.Words(repeating: 0)
        for digit in 0..<8 {
          found[digit] = UInt64(
            littleEndian: bits.load(fromByteOffset: digit &* stride &+ 8 &* block, as: UInt64.self))
          numbers[digit] &+= found[digit].nonzeroBitCount
        }
        let own = BitMatrix.numbers(ofDigits: found)
        for word in 0..<8 {
          counts.storeBytes(of: own[word].littleEndian, toByteOffset: 64 &* block &+ 8 &* word, as: UInt64.self)
        }
      }
      for digit in 0..<8 { number += Int64(numbers[digit]) &<< Int64(8 * level + digit) }
      guard counts[width...].allSatisfy({ $0 == 0 }) else { return nil }
      add(UnsafeRawBufferPointer(rebasing: counts[..<width]), from: low, level: level)
    }
    return number
  }

  /// Whether both count the same.
  func isSame(as other: AmountHistogram, low: Int32, high: Int32) -> Bool {
    for level in 0...max(planes.count, other.planes.count) {
      let own = level == 0 ? units : level <= planes.count ? planes[level - 1] : DigitPlane()
      let others = level == 0 ? other.units : level <= other.planes.count ? other.planes[level - 1] : DigitPlane()
      for bin in stride(from: low, through: high, by: 8) where own.word(of: bin) != others.word(of: bin) {
        return false
      }
    }
    return true
  }

  // MARK: Reading

  /// The number of amounts in a bin.
  func number(in bin: Int32) -> Int {
    var number = 0
    for plane in planes.reversed() { number = number << 8 + plane.digit(of: bin) }
    return number << 8 + units.digit(of: bin)
  }

  /// The numbers of amounts in eight bins.
  @inline(__always)
  private func numbers(from bin: Int32) -> SIMD8<Int64> {
    func digits(_ plane: DigitPlane) -> SIMD8<Int64> {
      SIMD8<Int64>(truncatingIfNeeded: unsafeBitCast(plane.word(of: bin).littleEndian, to: SIMD8<UInt8>.self))
    }
    var numbers = digits(units)
    for (index, plane) in planes.enumerated() { numbers &+= digits(plane) &<< SIMD8(repeating: Int64(8 * (index + 1))) }
    return numbers
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
      for group in stride(from: first, to: first + Int32(AmountHistogram.stretch), by: 8) {
        let numbers = numbers(from: group)
        let sum = Int(numbers.wrappedSum())
        if found.count == ranks.count || ranks[found.count] > below + sum {
          below += sum
          continue
        }
        for lane in 0..<8 {
          below += Int(numbers[lane])
          while found.count < ranks.count, ranks[found.count] <= below {
            found.append(AmountBins.middle(of: group + Int32(lane)))
          }
        }
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
      let first = end - 8
      let numbers = numbers(from: first)
      if numbers != SIMD8(repeating: 0) {
        let all = Int(numbers.wrappedSum())
        if all <= left {
          let middles = AmountBins.middles(from: first)
          let products = SIMD8<Double>(numbers) * middles
          for lane in (0..<8).reversed() { sum += products[lane] }
          left -= all
        } else {
          for lane in (0..<8).reversed() where left > 0 {
            let number = min(left, Int(numbers[lane]))
            sum += Double(number) * AmountBins.middle(of: first + Int32(lane))
            left -= number
          }
        }
      }
      end = first
    }
    return sum / Double(share)
  }
}
