/// Expansion of bytes in the DEFLATE format (RFC 1951), by whichever program they were compressed.
enum Inflate {
  enum Problem: Error, Equatable {
    /// The bytes end early, or are not in this format.
    case damaged
    /// More than the maximum comes out.
    case tooLarge
  }

  /// The expanded bytes; what follows the last block is ignored.
  ///
  /// A code must use up all words of its length, as with zlib; only a code of lengths or distances with a single word of
  /// one bit need not, and a block without references needs no code of distances.
  ///
  /// - Parameter limit: maximum number of bytes that come out, at least 0. So many are set aside at once, or 1,032 for
  ///   each byte if that is less: two bits give 258 bytes at most.
  static func expanded(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Problem) -> [UInt8] {
    let (most, isBeyond) = bytes.count.multipliedReportingOverflow(by: 1032)
    var output = [UInt8](repeating: 0, count: isBeyond ? limit : min(limit, most))
    // Closures throw no errors of their own type in Embedded Swift.
    let outcome = bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var stream = InflateStream(input: input, output: output)
        return stream.run()
      }
    }
    switch outcome {
    case .count(let count):
      output.removeLast(output.count - count)
      return output
    case .damaged: throw .damaged
    // Less than the limit was set aside only where no more can come out.
    case .full: throw .tooLarge
    }
  }
}

/// What is left to read, and where the next byte goes.
private struct InflateStream {
  enum Outcome {
    /// All blocks are read, and so many bytes came out.
    case count(Int)
    case damaged
    /// The next byte has no place.
    case full
  }

  private static let lengthBases: [UInt16] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits: [UInt8] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases: [UInt16] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceBits: [UInt8] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  /// The order in which the lengths of the words for lengths of words are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let endOfBlock = 256

  /// The code of blocks that bring none.
  private static let fixedSymbols = InflateCode(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }, allowsSingle: false)
  private static let fixedDistances = InflateCode([UInt8](repeating: 5, count: 32), allowsSingle: false)

  private let input: UnsafeBufferPointer<UInt8>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var place = 0
  private var count = 0
  /// Bits that are taken from the input and not yet read, the next one lowest; zeros above them.
  private var pending: UInt64 = 0
  private var pendingCount = 0

  init(input: UnsafeBufferPointer<UInt8>, output: UnsafeMutableBufferPointer<UInt8>) {
    self.input = input
    self.output = output
  }

  mutating func run() -> Outcome {
    while true {
      guard let isLast = bits(1), let kind = bits(2) else { return .damaged }
      let failure: Outcome?
      switch kind {
      case 0: failure = storedBlock()
      case 1:
        guard let symbols = Self.fixedSymbols, let distances = Self.fixedDistances else { return .damaged }
        failure = block(symbols, distances)
      case 2:
        guard let (symbols, distances) = codes() else { return .damaged }
        failure = block(symbols, distances)
      default: return .damaged
      }
      if let failure { return failure }
      if isLast == 1 { return .count(count) }
    }
  }

  // MARK: Bits

  /// Takes bytes until at least 48 bits are pending, or the input is used up.
  private mutating func refill() {
    while pendingCount <= 56, place < input.count {
      pending |= UInt64(input[place]) << UInt64(pendingCount)
      place += 1
      pendingCount += 8
    }
  }

  /// The next bits as a number, the first of them lowest; nil if the input has fewer.
  ///
  /// - Parameter count: 0...16.
  private mutating func bits(_ count: Int) -> Int? {
    if pendingCount < count { refill() }
    guard pendingCount >= count else { return nil }
    let value = Int(truncatingIfNeeded: pending & (1 << UInt64(count) - 1))
    drop(count)
    return value
  }

  private mutating func drop(_ count: Int) {
    pending >>= UInt64(count)
    pendingCount -= count
  }

  /// The symbol of the next word; nil if there is none.
  private mutating func symbol(_ code: InflateCode) -> Int? {
    if pendingCount < InflateCode.longest { refill() }
    guard let (symbol, length) = code.symbol(pending), length <= pendingCount else { return nil }
    drop(length)
    return symbol
  }

  // MARK: Blocks

  /// - Returns: nil if the block came out whole.
  private mutating func storedBlock() -> Outcome? {
    drop(pendingCount & 7)
    guard let length = bits(16), let complement = bits(16), length == complement ^ 0xFFFF else { return .damaged }
    // Bytes that are pending already are those before the place.
    place -= pendingCount / 8
    (pending, pendingCount) = (0, 0)
    guard input.count - place >= length else { return .damaged }
    guard output.count - count >= length else { return .full }
    for index in 0..<length { output[count + index] = input[place + index] }
    place += length
    count += length
    return nil
  }

  /// The codes that a block brings with it; nil if they are none.
  private mutating func codes() -> (symbols: InflateCode, distances: InflateCode)? {
    guard let more = bits(5), let moreDistances = bits(5), let moreLengths = bits(4), more <= 29, moreDistances <= 29
    else { return nil }
    var lengths = [UInt8](repeating: 0, count: Self.order.count)
    for symbol in Self.order.prefix(moreLengths + 4) {
      guard let length = bits(3) else { return nil }
      lengths[symbol] = UInt8(length)
    }
    guard let code = InflateCode(lengths, allowsSingle: false) else { return nil }
    let symbolCount = more + 257
    let count = symbolCount + moreDistances + 1
    lengths = []
    while lengths.count < count {
      guard let symbol = symbol(code) else { return nil }
      switch symbol {
      case 16:
        guard let last = lengths.last, let times = bits(2) else { return nil }
        lengths += repeatElement(last, count: times + 3)
      case 17, 18:
        guard let times = bits(symbol == 17 ? 3 : 7) else { return nil }
        lengths += repeatElement(0, count: times + (symbol == 17 ? 3 : 11))
      default: lengths.append(UInt8(symbol))
      }
    }
    // A repetition may not go beyond the last; and without an end the block would have none.
    guard lengths.count == count, lengths[Self.endOfBlock] > 0,
      let symbols = InflateCode(Array(lengths[..<symbolCount]), allowsSingle: true),
      let distances = InflateCode(Array(lengths[symbolCount...]), allowsSingle: true)
    else { return nil }
    return (symbols, distances)
  }

  /// - Returns: nil if the block came out whole.
  private mutating func block(_ symbols: InflateCode, _ distances: InflateCode) -> Outcome? {
    while true {
      guard let symbol = symbol(symbols) else { return .damaged }
      if symbol < Self.endOfBlock {
        guard count < output.count else { return .full }
        output[count] = UInt8(truncatingIfNeeded: symbol)
        count += 1
        continue
      }
      if symbol == Self.endOfBlock { return nil }
      // Two symbols of the fixed code, of lengths and of distances, mean nothing.
      let number = symbol - 257
      guard number < Self.lengthBases.count, let moreLength = bits(Int(Self.lengthBits[number])),
        let far = self.symbol(distances), far < Self.distanceBases.count,
        let moreDistance = bits(Int(Self.distanceBits[far]))
      else { return .damaged }
      let length = Int(Self.lengthBases[number]) + moreLength
      let distance = Int(Self.distanceBases[far]) + moreDistance
      guard distance <= count else { return .damaged }
      guard output.count - count >= length else { return .full }
      // What is repeated may overlap with the repetition.
      for index in count..<(count + length) { output[index] = output[index - distance] }
      count += length
    }
  }
}

/// A prefix code of a stream, as tables in which words are looked up.
private struct InflateCode {
  /// Maximum number of bits in a word.
  static let longest = 15
  /// Words of at most so many bits are found at once, others bit by bit.
  private static let quickBits = 10

  /// By the next ``quickBits`` bits: the symbol times 16 plus the length of its word; 0 if that is longer, or there is
  /// none.
  private let quick: [UInt16]
  /// By length: how many words have it.
  private let counts: [UInt16]
  /// All symbols in the order of their words.
  private let symbols: [UInt16]

  /// Nil if the lengths are too many to make a code, or so few that some words mean nothing.
  ///
  /// - Parameters:
  ///   - lengths: number of bits in the word of each symbol, at most 15; 0 for a symbol that does not occur.
  ///   - allowsSingle: whether a single word of one bit will do, and none at all.
  init?(_ lengths: [UInt8], allowsSingle: Bool) {
    var counts = [UInt16](repeating: 0, count: Self.longest + 1)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    // How many words of each length are left.
    var left = 1
    for length in 1...Self.longest {
      left = 2 * left - Int(counts[length])
      if left < 0 { return nil }
    }
    let isShort = counts.dropFirst(2).allSatisfy { $0 == 0 }
    if left > 0, !(allowsSingle && isShort) { return nil }

    var places = [Int](repeating: 0, count: Self.longest + 2)
    for length in 1...Self.longest { places[length + 1] = places[length] + Int(counts[length]) }
    var symbols = [UInt16](repeating: 0, count: places[Self.longest + 1])
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[places[Int(length)]] = UInt16(symbol)
      places[Int(length)] += 1
    }

    var quick = [UInt16](repeating: 0, count: 1 << Self.quickBits)
    var (word, index) = (0, 0)
    for length in 1...Self.quickBits {
      for _ in 0..<Int(counts[length]) {
        // Words are written with their first bit lowest.
        var reversed = 0
        for bit in 0..<length where word >> bit & 1 == 1 { reversed |= 1 << (length - 1 - bit) }
        for entry in stride(from: reversed, to: quick.count, by: 1 << length) {
          quick[entry] = symbols[index] << 4 | UInt16(length)
        }
        word += 1
        index += 1
      }
      word <<= 1
    }
    (self.quick, self.counts, self.symbols) = (quick, counts, symbols)
  }

  /// The symbol of the word that these bits begin with, and the number of bits in it; nil if there is none.
  func symbol(_ bits: UInt64) -> (symbol: Int, length: Int)? {
    let entry = Int(quick[Int(truncatingIfNeeded: bits) & (1 << Self.quickBits - 1)])
    if entry > 0 { return (entry >> 4, entry & 15) }
    // Words of one length are consecutive numbers, which begin where those of a bit less end.
    var (word, first, index) = (0, 0, 0)
    for length in 1...Self.longest {
      word |= Int(truncatingIfNeeded: bits >> UInt64(length - 1)) & 1
      let count = Int(counts[length])
      if word - first < count { return (Int(symbols[index + word - first]), length) }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    return nil
  }
}
