extension SHA256 {
  /// Number of messages that are hashed at once.
  private static let lanes = 8
  private typealias Words = SIMD8<UInt32>

  /// The digests of several stretches of bytes, 32 bytes each, one after the other: the work of one takes the time of all
  /// eight that are done together.
  public static func digests(of bytes: [UInt8], _ ranges: [Range<Int>]) -> [UInt8] {
    var digests: [UInt8] = []
    bytes.withUnsafeBytes { bytes in
      for first in stride(from: 0, to: ranges.count, by: lanes) {
        let messages = ranges[first..<min(first + lanes, ranges.count)].map {
          UnsafeRawBufferPointer(rebasing: bytes[$0])
        }
        append(digestsOf: messages, to: &digests)
      }
    }
    return digests
  }

  private static func append(digestsOf messages: [UnsafeRawBufferPointer], to digests: inout [UInt8]) {
    let tails = messages.map { padded(Array($0[($0.count / blockSize * blockSize)...])[...], totalCount: $0.count) }
    var (whole, ends) = (SIMD8<Int>(repeating: 0), Words(repeating: 0))
    for (lane, message) in messages.enumerated() {
      whole[lane] = message.count / blockSize
      ends[lane] = UInt32(whole[lane] + tails[lane].count / blockSize)
    }
    var state = (0..<8).map { Words(repeating: initialState[$0]) }
    // Each block of each message, its last ones with what fills it up; what is done of a message that has ended is dropped.
    withUnsafeTemporaryAllocation(of: Words.self, capacity: 64) { schedule in
      for block in 0..<Int(ends.max()) {
        for (lane, message) in messages.enumerated() {
          if block < whole[lane] {
            load(message, at: block * blockSize, lane, schedule)
          } else if block < Int(ends[lane]) {
            tails[lane].withUnsafeBytes { load($0, at: (block - whole[lane]) * blockSize, lane, schedule) }
          }
        }
        let isOpen = Words(repeating: UInt32(block)) .< ends
        compress(&state, schedule, where: isOpen)
      }
    }
    for lane in messages.indices {
      for word in state {
        for shift in stride(from: 24, through: 0, by: -8) {
          digests.append(UInt8(truncatingIfNeeded: word[lane] >> UInt32(shift)))
        }
      }
    }
  }

  @inline(__always)
  private static func load(
    _ message: UnsafeRawBufferPointer, at start: Int, _ lane: Int, _ schedule: UnsafeMutableBufferPointer<Words>
  ) {
    for index in 0..<16 {
      schedule[index][lane] =
        UInt32(bigEndian: message.loadUnaligned(fromByteOffset: start &+ 4 &* index, as: UInt32.self))
    }
  }

  /// Section 6.2.2, of a block of each message.
  private static func compress(
    _ state: inout [Words], _ schedule: UnsafeMutableBufferPointer<Words>, where isOpen: SIMDMask<SIMD8<Int32>>
  ) {
    for index in 16..<64 {
      let early = schedule[index &- 15]
      let late = schedule[index &- 2]
      let sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early &>> 3)
      let sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late &>> 10)
      schedule[index] = schedule[index &- 16] &+ sigma0 &+ schedule[index &- 7] &+ sigma1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let choice = g ^ (e & (f ^ g))
      let first = h &+ schedule[index] &+ roundConstants[index] &+ sum1 &+ choice
      let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let majority = (a & b) | (c & (a | b))
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() {
      state[index] &+= Words(repeating: 0).replacing(with: word, where: isOpen)
    }
  }

  @inline(__always)
  private static func rotate(_ words: Words, _ count: UInt32) -> Words {
    words &>> count | words &<< (32 &- count)
  }
}
