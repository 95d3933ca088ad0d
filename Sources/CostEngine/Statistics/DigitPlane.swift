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
    let width = MemoryLayout<Words>.size
    digits.withUnsafeMutableBytes { own in
      @inline(__always)
      func carry(_ store: (UnsafeMutableRawBufferPointer) -> Void) {
        if carries.isEmpty { carries = [UInt8](repeating: 0, count: more.count) }
        carries.withUnsafeMutableBytes { store($0) }
      }
      var index = 0
      while index + width <= more.count {
        let (sums, carried) = DigitPlane.sums(
          more.loadUnaligned(fromByteOffset: index, as: Words.self),
          own.loadUnaligned(fromByteOffset: offset + index, as: Words.self))
        own.storeBytes(of: sums, toByteOffset: offset + index, as: Words.self)
        if carried[0] | carried[1] | carried[2] | carried[3] != 0 {
          carry { $0.storeBytes(of: carried, toByteOffset: index, as: Words.self) }
        }
        index += width
      }
      for index in index..<more.count {
        let sum = Int(own[offset + index]) + Int(more[index])
        own[offset + index] = UInt8(truncatingIfNeeded: sum)
        if sum > 255 { carry { $0[index] = 1 } }
      }
    }
    return carries
  }

  /// 32 digits.
  private typealias Words = SIMD4<UInt64>

  /// The sums of 32 digits each, and for each 1 if it overflowed. Bytes within words: not every processor has operations
  /// on the bytes of a vector, nor has the standard library for those that do.
  @inline(__always)
  private static func sums(_ a: Words, _ b: Words) -> (sums: Words, carried: Words) {
    let highest = Words(repeating: 0x8080_8080_8080_8080)
    let others = Words(repeating: 0x7f7f_7f7f_7f7f_7f7f)
    // Without their highest bits no sum goes beyond its byte.
    let sums = ((a & others) &+ (b & others)) ^ ((a ^ b) & highest)
    let carried = ((a & b) | ((a | b) & ~sums)) & highest
    return (sums, carried &>> Words(repeating: 7))
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
    let words = digits.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: Words.self) }
    // Of each word four sums of two digits, side by side; of all words then at most 2,040 each.
    let even = Words(repeating: 0x00FF_00FF_00FF_00FF)
    let pairs = (words & even) &+ ((words &>> Words(repeating: 8)) & even)
    let sums = pairs[0] &+ pairs[1] &+ pairs[2] &+ pairs[3]
    return Int((sums &* 0x0001_0001_0001_0001) &>> 48)
  }
}
