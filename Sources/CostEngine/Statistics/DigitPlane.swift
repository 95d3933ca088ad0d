/// One digit, in base 256, of the counts of a range of bins; 0 outside the range.
struct DigitPlane: Sendable {
  /// Bin of the first digit.
  private(set) var first: Int32 = 0
  private(set) var digits: [UInt8] = []

  /// Number of bins kept free on a side that is created or moved, so that most planes are moved at most once.
  private static let spare: Int32 = 96

  /// Adds one to the count of each of the bins, which must be covered.
  ///
  /// - Parameter bins: on return its first elements are the bins whose digit overflowed.
  /// - Returns: the number of those.
  mutating func count(_ bins: UnsafeMutablePointer<Int32>, _ number: Int) -> Int {
    let origin = Int(first)
    return digits.withUnsafeMutableBufferPointer { digits in
      guard let start = digits.baseAddress else { return 0 }
      let counts = start - origin
      var carries = 0
      for i in 0..<number {
        let bin = bins[i]
        let digit = counts[Int(bin)] &+ 1
        counts[Int(bin)] = digit
        if digit == 0 {
          // At least as many bins have been read as are written, so the list can be overwritten.
          bins[carries] = bin
          carries += 1
        }
      }
      return carries
    }
  }

  /// Adds a number to one digit.
  ///
  /// - Returns: the carry to the next digit.
  mutating func add(_ number: Int, bin: Int32) -> Int {
    cover(bin, bin)
    let index = Int(bin - first)
    let sum = number + Int(digits[index])
    digits[index] = UInt8(truncatingIfNeeded: sum)
    return sum >> 8
  }

  /// Adds digits to those of a stretch of bins.
  ///
  /// - Parameters:
  ///   - more: the digits, at least one.
  ///   - bin: of the first of them.
  /// - Returns: for each of them whether the sum overflowed, 1 or 0; empty if none did.
  mutating func add(_ more: UnsafeRawBufferPointer, from bin: Int32) -> [UInt8] {
    cover(bin, bin + Int32(more.count - 1))
    let offset = Int(bin - first)
    var carries: [UInt8] = []
    digits.withUnsafeMutableBytes { own in
      var index = 0
      while index < more.count {
        let count = min(32, more.count - index)
        let isWide = count == 32
        var (added, before) = (SIMD32<UInt8>(), SIMD32<UInt8>())
        if isWide {
          added = more.loadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self)
          before = own.loadUnaligned(fromByteOffset: offset + index, as: SIMD32<UInt8>.self)
        } else {
          for lane in 0..<count { (added[lane], before[lane]) = (more[index + lane], own[offset + index + lane]) }
        }
        let sum = before &+ added
        // The carry out of each highest bit. WebAssembly would compare lanes, and shift bytes, one at a time.
        let highest = unsafeBitCast((before & added) | ((before | added) & ~sum), to: SIMD4<UInt64>.self)
        if isWide {
          own.storeBytes(of: sum, toByteOffset: offset + index, as: SIMD32<UInt8>.self)
        } else {
          for lane in 0..<count { own[offset + index + lane] = sum[lane] }
        }
        let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
        let carried = (highest &>> SIMD4(repeating: 7)) & ones
        if carried[0] | carried[1] | carried[2] | carried[3] != 0 {
          if carries.isEmpty { carries = [UInt8](repeating: 0, count: more.count) }
          carries.withUnsafeMutableBytes { carries in
            if isWide {
              carries.storeBytes(of: carried, toByteOffset: index, as: SIMD4<UInt64>.self)
            } else {
              let lanes = unsafeBitCast(carried, to: SIMD32<UInt8>.self)
              for lane in 0..<count { carries[index + lane] = lanes[lane] }
            }
          }
        }
        index += 32
      }
    }
    return carries
  }

  /// Makes space for the bins from `low` to `high`.
  mutating func cover(_ low: Int32, _ high: Int32) {
    let spare = DigitPlane.spare
    guard !digits.isEmpty else {
      first = low - spare
      digits = [UInt8](repeating: 0, count: Int(high - low + 2 * spare) + 1)
      return
    }
    let last = first + Int32(digits.count - 1)
    guard low < first || high > last else { return }
    let newFirst = low < first ? low - spare : first
    let newLast = high > last ? high + spare : last
    var grown = [UInt8](repeating: 0, count: Int(newLast - newFirst) + 1)
    grown.withUnsafeMutableBytes { $0[Int(first - newFirst)...].copyBytes(from: digits) }
    digits = grown
    first = newFirst
  }

  func digit(of bin: Int32) -> Int {
    let index = Int(bin) - Int(first)
    return index >= 0 && index < digits.count ? Int(digits[index]) : 0
  }

  /// The digits of eight bins, the first in the lowest byte.
  @inline(__always)
  func word(of bin: Int32) -> UInt64 {
    let index = Int(bin) - Int(first)
    guard index >= 0, index + 8 <= digits.count else {
      if index >= digits.count || index <= -8 { return 0 }
      return (0..<8).reduce(0) { $0 | UInt64(digit(of: bin + Int32($1))) &<< UInt64(8 * $1) }
    }
    return UInt64(littleEndian: digits.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: UInt64.self) })
  }

  /// The digits of 64 bins.
  @inline(__always)
  func words(of bin: Int32) -> BitMatrix.Words {
    let index = Int(bin) - Int(first)
    guard index >= 0, index + 64 <= digits.count else {
      var words = BitMatrix.Words(repeating: 0)
      for place in 0..<8 { words[place] = word(of: bin + Int32(8 * place)) }
      return words
    }
    return digits.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: BitMatrix.Words.self) }
  }

  /// Number of bins that are summed at once.
  static let stretch = 32

  /// Sum of the digits of a stretch of bins.
  func sum(ofStretch bin: Int32) -> Int {
    let index = Int(bin) - Int(first)
    if index >= digits.count || index <= -DigitPlane.stretch { return 0 }
    guard index >= 0, index + DigitPlane.stretch <= digits.count else {
      return (bin..<(bin + Int32(DigitPlane.stretch))).reduce(0) { $0 + digit(of: $1) }
    }
    let stretch = digits.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self) }
    return Int(SIMD32<UInt16>(truncatingIfNeeded: stretch).wrappedSum())
  }
}
