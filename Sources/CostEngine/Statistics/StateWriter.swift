/// Writes statistics as bytes: the same ones for the same statistics, whatever the order in which draws came.
///
/// Whole numbers have seven bits a byte, the lowest first; signed ones alternate in sign (0, -1, 1, -2 ...); sums of 128 bits
/// have as many bytes as they need, the lowest first, after the number of these. See `docs/parts.md`.
public struct StateWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// - Parameter count: 0 or more.
  mutating func write(count: Int) { write(UInt64(count)) }

  mutating func write(signed number: Int64) { write(UInt64(bitPattern: (number &<< 1) ^ (number &>> 63))) }

  mutating func write(_ sum: WideInteger) {
    let length = sum.byteCount
    bytes.append(UInt8(length))
    var (low, high) = (sum.low, UInt64(bitPattern: sum.high))
    for _ in 0..<length {
      bytes.append(UInt8(truncatingIfNeeded: low))
      low = low &>> 8 | high &<< 56
      high = UInt64(bitPattern: Int64(bitPattern: high) &>> 8)
    }
  }

  /// The bits of a number, the lowest byte first.
  mutating func write(_ value: Double) {
    var bits = value.bitPattern
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits &>>= 8
    }
  }

  /// Bytes of which many are 0: which of them are not, a bit each, the lowest first; and then those. Which bytes of those bits
  /// are not 0 comes before, likewise.
  mutating func write(sparse content: UnsafeRawBufferPointer) {
    let masks = (content.count + 7) / 8
    let upper = (masks + 7) / 8
    withUnsafeTemporaryAllocation(byteCount: content.count + 2 * masks + upper, alignment: 1) { room in
      let kept = room.baseAddress!
      let mask = kept + content.count
      let keptMasks = mask + masks
      let upperMask = keptMasks + masks
      let keptCount = StateWriter.compress(content, masks: mask, kept: kept)
      let keptMaskCount = StateWriter.compress(
        UnsafeRawBufferPointer(start: mask, count: masks), masks: upperMask, kept: keptMasks)
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: upperMask, count: upper))
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: keptMasks, count: keptMaskCount))
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: kept, count: keptCount))
    }
  }

  /// A bit for each byte, set if that is not 0; and the bytes that are not.
  ///
  /// - Returns: the number of the latter.
  private static func compress(
    _ content: UnsafeRawBufferPointer, masks: UnsafeMutableRawPointer, kept: UnsafeMutableRawPointer
  ) -> Int {
    var number = 0
    for index in 0..<((content.count &+ 7) / 8) {
      let first = 8 &* index
      var word: UInt64 = 0
      if first &+ 8 <= content.count {
        word = UInt64(littleEndian: content.loadUnaligned(fromByteOffset: first, as: UInt64.self))
      } else {
        for place in first..<content.count { word |= UInt64(content[place]) &<< UInt64(8 &* (place &- first)) }
      }
      var bits: UInt8 = 0
      if word != 0 {
        // The highest bit of each byte that is not 0, then those together in one byte.
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let isKept = ((((word & low) &+ low) | word) & ~low) &>> 7
        bits = UInt8(truncatingIfNeeded: (isKept &* 0x0102_0408_1020_4080) &>> 56)
      }
      masks.storeBytes(of: bits, toByteOffset: index, as: UInt8.self)
      while bits != 0 {
        let byte = UInt8(truncatingIfNeeded: word &>> UInt64(8 &* bits.trailingZeroBitCount))
        kept.storeBytes(of: byte, toByteOffset: number, as: UInt8.self)
        number &+= 1
        bits &= bits &- 1
      }
    }
    return number
  }
}

extension WideInteger {
  /// The fewest bytes of its two's complement that tell it, sign included; 0 for zero.
  fileprivate var byteCount: Int {
    if self == .zero { return 0 }
    let same = isNegative ? ~high : high
    let bits: Int
    if same != 0 {
      bits = 128 - same.leadingZeroBitCount
    } else {
      bits = 64 - (isNegative ? ~low : low).leadingZeroBitCount
    }
    return bits / 8 + 1
  }
}
