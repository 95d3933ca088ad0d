/// The hash function SHA-256 (FIPS 180-4), with which results identify the exact bytes of their input files.
public enum SHA256 {
  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  public static func hexDigest(of bytes: [UInt8]) -> String {
    var state = initialState
    let whole = bytes.count / blockSize * blockSize
    let tail = padded(bytes[whole...], totalCount: bytes.count)
    bytes.withUnsafeBytes { compress(&state, UnsafeRawBufferPointer(rebasing: $0[..<whole])) }
    tail.withUnsafeBytes { compress(&state, $0) }

    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for index in state.indices {
      for shift in stride(from: 28, through: 0, by: -4) {
        text.append(digits[Int(state[index] >> UInt32(shift) & 15)])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  static let blockSize = 64

  /// First 32 bits of the fractional parts of the square roots of the first eight primes (section 5.3.3).
  static let initialState = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// The last bytes followed by a one bit, zeros and the length in bits: one block or two.
  static func padded(_ rest: ArraySlice<UInt8>, totalCount: Int) -> [UInt8] {
    var tail = Array(rest)
    tail.append(0x80)
    while tail.count % blockSize != blockSize - 8 { tail.append(0) }
    let bits = UInt64(totalCount) * 8
    for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    return tail
  }

  /// Section 6.2.2, for each block.
  private static func compress(_ state: inout SIMD8<UInt32>, _ message: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      roundConstants.withUnsafeBufferPointer { constants in
        for start in stride(from: 0, to: message.count, by: blockSize) {
          fill(schedule, from: message, at: start)
          var (a, b, c, d) = (state[0], state[1], state[2], state[3])
          var (e, f, g, h) = (state[4], state[5], state[6], state[7])
          // Eight rounds bring every variable back to its place, so that none has to be moved.
          for first in stride(from: 0, to: 64, by: 8) {
            round(a, b, c, &d, e, f, g, &h, constants[first] &+ schedule[first])
            round(h, a, b, &c, d, e, f, &g, constants[first &+ 1] &+ schedule[first &+ 1])
            round(g, h, a, &b, c, d, e, &f, constants[first &+ 2] &+ schedule[first &+ 2])
            round(f, g, h, &a, b, c, d, &e, constants[first &+ 3] &+ schedule[first &+ 3])
            round(e, f, g, &h, a, b, c, &d, constants[first &+ 4] &+ schedule[first &+ 4])
            round(d, e, f, &g, h, a, b, &c, constants[first &+ 5] &+ schedule[first &+ 5])
            round(c, d, e, &f, g, h, a, &b, constants[first &+ 6] &+ schedule[first &+ 6])
            round(b, c, d, &e, f, g, h, &a, constants[first &+ 7] &+ schedule[first &+ 7])
          }
          state &+= SIMD8(a, b, c, d, e, f, g, h)
        }
      }
    }
  }

  /// The message schedule of the block that begins at `start`.
  @inline(__always)
  private static func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, from message: UnsafeRawBufferPointer, at start: Int
  ) {
    for index in 0..<16 {
      schedule[index] = UInt32(bigEndian: message.loadUnaligned(fromByteOffset: start &+ 4 &* index, as: UInt32.self))
    }
    for index in 16..<64 {
      let early = schedule[index &- 15]
      let late = schedule[index &- 2]
      let sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
      let sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
      schedule[index] = schedule[index &- 16] &+ sigma0 &+ schedule[index &- 7] &+ sigma1
    }
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let choice = (e & f) ^ (~e & g)
    let first = h &+ word &+ sum1 &+ choice
    let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let majority = (a & b) ^ (a & c) ^ (b & c)
    d &+= first
    h = first &+ sum0 &+ majority
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  /// First 32 bits of the fractional parts of the cube roots of the first 64 primes (section 4.2.2).
  static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
