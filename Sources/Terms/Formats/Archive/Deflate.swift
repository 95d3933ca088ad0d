/// Compression in the DEFLATE format (RFC 1951): repeated text is replaced by references, and the rest by codes of few
/// bits.
enum Deflate {
  /// Maximum number of earlier positions with the same three bytes, within the last 32 KB, that are tried.
  private static let deepest = 24
  private static let window = 1 << 15
  private static let longest = 258

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  /// The order in which the code lengths of the code length alphabet are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let endOfBlock = 256

  /// The code of each length and of each distance.
  private static let lengthCodes = codes(lengthBases, upTo: longest)
  private static let distanceCodes = codes(distanceBases, upTo: window)

  private static func codes(_ bases: [Int], upTo last: Int) -> [UInt8] {
    var codes = [UInt8](repeating: 0, count: last + 1)
    for (code, base) in bases.enumerated() {
      for value in base...last { codes[value] = UInt8(code) }
    }
    return codes
  }

  /// The bytes as a single block with its own code.
  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    let tokens = bytes.withUnsafeBufferPointer(tokens)
    var symbols = [Int](repeating: 0, count: 286)
    var distances = [Int](repeating: 0, count: distanceBases.count)
    symbols[endOfBlock] = 1
    for token in tokens {
      if token.distance == 0 {
        symbols[Int(token.value)] += 1
      } else {
        symbols[257 + Int(lengthCodes[Int(token.value)])] += 1
        distances[Int(distanceCodes[Int(token.distance)])] += 1
      }
    }
    let literal = HuffmanCode(frequencies: symbols, limit: 15)
    let distance = HuffmanCode(frequencies: distances, limit: 15)
    var writer = BitWriter()
    // The last block, with dynamic codes.
    writer.write(0b101, bits: 3)
    writeCodes(literal, distance, &writer)
    for token in tokens {
      if token.distance == 0 {
        writer.write(literal, Int(token.value))
        continue
      }
      let length = Int(lengthCodes[Int(token.value)])
      writer.write(literal, 257 + length)
      writer.write(UInt32(Int(token.value) - lengthBases[length]), bits: lengthBits[length])
      let far = Int(distanceCodes[Int(token.distance)])
      writer.write(distance, far)
      writer.write(UInt32(Int(token.distance) - distanceBases[far]), bits: distanceBits[far])
    }
    writer.write(literal, endOfBlock)
    return writer.finished()
  }

  private static func writeCodes(_ literal: HuffmanCode, _ distance: HuffmanCode, _ writer: inout BitWriter) {
    let lengths = literal.lengths + distance.lengths
    var frequencies = [Int](repeating: 0, count: order.count)
    for length in lengths { frequencies[length] += 1 }
    let code = HuffmanCode(frequencies: frequencies, limit: 7)
    writer.write(UInt32(literal.lengths.count - 257), bits: 5)
    writer.write(UInt32(distance.lengths.count - 1), bits: 5)
    writer.write(UInt32(order.count - 4), bits: 4)
    for symbol in order { writer.write(UInt32(code.lengths[symbol]), bits: 3) }
    for length in lengths { writer.write(code, length) }
  }

  /// A byte, or the length of a match and the distance back to it.
  private struct Token {
    var value: UInt16
    /// 0 for a byte.
    var distance: UInt16
  }

  private static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 4)
    // The last position of each hash of three bytes, and for each position the previous one with the same hash.
    var heads = [Int32](repeating: -1, count: window)
    var earlier = [Int32](repeating: -1, count: window)
    heads.withUnsafeMutableBufferPointer { heads in
      earlier.withUnsafeMutableBufferPointer { earlier in
        func note(_ place: Int) {
          guard place + 2 < bytes.count else { return }
          let hash = hash(bytes, place)
          earlier[place & (window - 1)] = heads[hash]
          heads[hash] = Int32(truncatingIfNeeded: place)
        }
        var place = 0
        while place < bytes.count {
          var (length, distance) = (2, 0)
          if place + 2 < bytes.count {
            let most = min(longest, bytes.count - place)
            var candidate = Int(heads[hash(bytes, place)])
            var looked = 0
            while candidate >= 0, place - candidate < window, looked < deepest {
              if bytes[candidate + min(length, most - 1)] == bytes[place + min(length, most - 1)] {
                var same = 0
                while same < most, bytes[candidate + same] == bytes[place + same] { same += 1 }
                if same > length { (length, distance) = (same, place - candidate) }
                if same == most { break }
              }
              let next = Int(earlier[candidate & (window - 1)])
              // A position that has since been overwritten.
              guard next < candidate else { break }
              candidate = next
              looked += 1
            }
          }
          guard distance > 0 else {
            tokens.append(Token(value: UInt16(bytes[place]), distance: 0))
            note(place)
            place += 1
            continue
          }
          tokens.append(Token(value: UInt16(length), distance: UInt16(distance)))
          for _ in 0..<length {
            note(place)
            place += 1
          }
        }
      }
    }
    return tokens
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let three = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
    return Int((three &* 2_654_435_761) >> 17)
  }
}

/// A stream of bits, filling each byte from its lowest bit.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  mutating func write(_ value: UInt32, bits: Int) {
    pending |= UInt64(value) << count
    count += bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  mutating func write(_ code: HuffmanCode, _ symbol: Int) {
    write(code.words[symbol], bits: code.lengths[symbol])
  }

  /// All bytes, the last one padded with zero bits.
  mutating func finished() -> [UInt8] {
    if count > 0 { write(0, bits: 8 - count) }
    return bytes
  }
}
