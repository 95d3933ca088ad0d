/// Bytes are not the state of the statistics that were asked for: cut off, changed, or of another plan.
public struct StateDamage: Error, Equatable, Sendable {}

/// Reads what a ``StateWriter`` wrote. Only the one way in which it writes a value is read.
public struct StateReader {
  private let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int

  /// - Parameter range: of the bytes; nil for all.
  public init(_ bytes: [UInt8], range: Range<Int>? = nil) {
    let range = range ?? bytes.indices
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Whether all bytes have been read.
  public var isAtEnd: Bool { position == end }

  mutating func byte() throws(StateDamage) -> UInt8 {
    guard position < end else { throw StateDamage() }
    position += 1
    return bytes[position - 1]
  }

  mutating func number() throws(StateDamage) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      let bits = UInt64(byte & 0x7F)
      // Bits beyond the 64th, and a last byte that adds nothing, are no number of ours.
      guard shift < 63 || bits <= 1, byte > 0 || shift == 0 else { throw StateDamage() }
      number |= bits &<< shift
      if byte & 0x80 == 0 { return number }
    }
    throw StateDamage()
  }

  /// A number of things.
  ///
  /// - Parameter most: the largest number that can be meant.
  mutating func count(most: Int) throws(StateDamage) -> Int {
    let number = try number()
    guard number <= UInt64(most) else { throw StateDamage() }
    return Int(number)
  }

  mutating func signed() throws(StateDamage) -> Int64 {
    let number = try number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  mutating func sum() throws(StateDamage) -> WideInteger {
    let length = Int(try byte())
    guard length > 0 else { return .zero }
    guard length <= 16, position + length <= end else { throw StateDamage() }
    let last = bytes[position + length - 1]
    var (low, high): (UInt64, UInt64) = last >= 0x80 ? (.max, .max) : (0, 0)
    for index in (position..<position + length).reversed() {
      high = high &<< 8 | low &>> 56
      low = low &<< 8 | UInt64(bytes[index])
    }
    // A last byte that only repeats the sign is not needed; nor is zero written with a byte.
    if length > 1, last == 0 || last == 0xFF, (last ^ bytes[position + length - 2]) & 0x80 == 0 { throw StateDamage() }
    if length == 1, last == 0 { throw StateDamage() }
    position += length
    return WideInteger(high: Int64(bitPattern: high), low: low)
  }

  mutating func double() throws(StateDamage) -> Double {
    guard position + 8 <= end else { throw StateDamage() }
    var bits: UInt64 = 0
    for index in (position..<position + 8).reversed() { bits = bits &<< 8 | UInt64(bytes[index]) }
    position += 8
    return Double(bitPattern: bits)
  }

  /// Reads what ``StateWriter/write(sparse:)`` wrote.
  ///
  /// - Parameter content: receives the bytes; those that are 0 stay as they are.
  mutating func sparse(_ content: UnsafeMutableRawBufferPointer) throws(StateDamage) {
    let (start, end) = (position, end)
    let next = bytes.withUnsafeBytes { StateReader.sparse($0, start, end, content) }
    guard let next else { throw StateDamage() }
    position = next
  }

  /// - Returns: the position after what was read; nil if it is damaged.
  private static func sparse(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ content: UnsafeMutableRawBufferPointer
  ) -> Int? {
    let masks = (content.count + 7) / 8
    let upper = (masks + 7) / 8
    guard upper <= end - start else { return nil }
    // The bytes follow all of their masks.
    var maskCount = 0
    for index in 0..<upper { maskCount += bytes[start + index].nonzeroBitCount }
    var mask = start + upper
    guard maskCount <= end - mask else { return nil }
    var position = mask + maskCount
    for index in 0..<upper {
      var upperBits = bytes[start + index]
      while upperBits != 0 {
        let next = 64 * index + 8 * upperBits.trailingZeroBitCount
        upperBits &= upperBits &- 1
        var bits = bytes[mask]
        mask += 1
        // A bit of a mask that is not there, an empty mask, a byte that is not there, and a 0 are not written.
        guard bits != 0, next + 8 - bits.leadingZeroBitCount <= content.count,
          bits.nonzeroBitCount <= end - position
        else { return nil }
        while bits != 0 {
          guard bytes[position] != 0 else { return nil }
          content[next + bits.trailingZeroBitCount] = bytes[position]
          position += 1
          bits &= bits &- 1
        }
      }
    }
    return position
  }
}
