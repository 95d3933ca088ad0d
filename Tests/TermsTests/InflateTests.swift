import Foundation
import TestSupport
import Testing

@testable import Terms

@Suite struct InflateTests {
  static let text = Array((0..<60).map { "\($0 * 7919 % 1000);" }.joined().utf8)

  static func expanded(_ bytes: [UInt8], limit: Int = 100_000) -> Result<[UInt8], Inflate.Problem> {
    do throws(Inflate.Problem) {
      return .success(try Inflate.expanded(bytes[...], limit: limit))
    } catch { return .failure(error) }
  }

  /// Raw streams that Python's zlib 1.3 wrote: a block of each kind, other strategies, and blocks of all kinds after each
  /// other.
  static let streams: [(name: String, base64: String, expected: [UInt8])] = [
    ("stored", "AQkA9v93YXRlcmxpam4=", Array("waterlijn".utf8)),
    ("fixed code", "K08sSS3KyczKUyiHsQA=", Array("waterlijn waterlijn".utf8)),
    (
      "level 9",
      "Dc/JDQAwCMTAlsINcv99ZX88Vmj8ODs2lqmhp6krypKMIMrxMewe9g5fLoftZraYl7QHlU62Efvw08wWi6Gam2IvWQsmnC6j5pF75FvCB8/G"
        + "WrskOHcdxvQT58RZcUacFqfESXECMyeMqyfOiaOCpwJXQZY4erYqeCpw4wM=", text
    ),
    (
      "no references",
      "BcGHEQAwCAOxlUIxhvv994r0uDi2FsuMB51QNF1FKUkHcY94Ry7XZmfwCr9mslAnPUHtI+/IWKKMhrPYazYKVzIK5Efv0W+pNNlDjNimuEy2"
        + "A89jfOgWhekaSiLdxBURSQWnx87hXfzM5KAWPU1tUS/JDD4=", text
    ),
    ("distance 1", "SxwFRIOkUUA0AAA=", [UInt8](repeating: 97, count: 300) + [UInt8](repeating: 98, count: 300)),
    ("nothing", "AwA=", []),
    (
      "several blocks",
      "Sk3NAwAAAP//DM/JDQAwCMTAlsINcv99ZX88Vmj8ODs2lqmhp6krypKMIMrxMewe9g5fLoftZraYl7QHlU62Efvw08wWi6Gam2IvWQsmnC6j"
        + "5pF75FvCB8/GWrskOHcdxvQT58RZcUacFqfESXECMyeMqyfOiaOCpwJXQZY4erYqeCpw4wMAAP//SynKTAUA",
      Array("een".utf8) + text + Array("drie".utf8)
    ),
  ]

  @Test func streamsOfAnotherProgram() throws {
    for (name, base64, expected) in Self.streams {
      let bytes = Array(try #require(Data(base64Encoded: base64)))
      #expect(Self.expanded(bytes) == .success(expected), "\(name)")
      #expect(Self.expanded(bytes, limit: expected.count) == .success(expected), "\(name)")
      #expect(Self.expanded(bytes + [1, 2, 3]) == .success(expected), "what follows is not looked at")
      if !expected.isEmpty {
        #expect(Self.expanded(bytes, limit: expected.count - 1) == .failure(.tooLarge), "\(name)")
      }
      for end in 0..<bytes.count {
        #expect(Self.expanded(Array(bytes[..<end])) == .failure(.damaged), "\(name), \(end) bytes")
      }
    }
  }

  /// A byte that changed may give another text, of which the archive's checksum tells; nothing worse.
  @Test func damagedStreams() throws {
    var read = 0
    for (_, base64, _) in Self.streams {
      let bytes = Array(try #require(Data(base64Encoded: base64)))
      for place in bytes.indices {
        for bit in 0..<8 {
          var damaged = bytes
          damaged[place] ^= 1 << UInt8(bit)
          if case .success = Self.expanded(damaged) { read += 1 }
        }
      }
    }
    #expect(read > 0)
  }

  @Test func whatIsCompressedComesOutAgain() {
    var random = SplitMix(seed: 41)
    for round in 0..<200 {
      let count = Int(random.next() % 3000) + (round % 50 == 0 ? 100_000 : 0)
      // From noise to long repetitions.
      let letters = UInt64([256, 40, 4, 1][round % 4])
      var bytes: [UInt8] = []
      while bytes.count < count {
        if !bytes.isEmpty, random.chance(0.02) {
          let start = Int(random.next() % UInt64(bytes.count))
          bytes += bytes[start..<min(bytes.count, start + Int(random.next() % 400))]
        } else {
          bytes.append(UInt8(random.next() % letters))
        }
      }
      let isSame = Self.expanded(Deflate.compressed(bytes), limit: bytes.count) == .success(bytes)
      #expect(isSame, "round \(round)")
    }
  }

  @Test func noiseIsNoStream() {
    var random = SplitMix(seed: 42)
    for _ in 0..<20_000 {
      let bytes = (0..<Int(random.next() % 200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      if case .success(let expanded) = Self.expanded(bytes, limit: 5000) { #expect(expanded.count <= 5000) }
    }
  }

  /// Bits in the order of RFC 1951: the first one lowest in the first byte.
  private static func bytes(_ bits: String) -> [UInt8] {
    let bits = bits.filter { $0 != " " }.map { UInt8($0 == "1" ? 1 : 0) }
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(0) { $0 | $1.element << UInt8($1.offset) }
    }
  }

  @Test func refused() {
    // The third kind of block there is not.
    #expect(Self.expanded(Self.bytes("1 11 00000")) == .failure(.damaged))
    // A stored block whose length and its complement differ.
    #expect(Self.expanded([1, 1, 0, 0xFF, 0xFF, 65]) == .failure(.damaged))
    // The fixed code: a reference to what is before the beginning (length 257, 0000001; distance 1, 00000).
    #expect(Self.expanded(Self.bytes("1 10 0000001 00000 0000000")) == .failure(.damaged))
    // The same after an A (01110001), then the end; and at distance 2.
    #expect(Self.expanded(Self.bytes("1 10 01110001 0000001 00000 0000000")) == .success(Array("AAAA".utf8)))
    #expect(Self.expanded(Self.bytes("1 10 01110001 0000001 00001 0000000")) == .failure(.damaged))
    // Distance 30, and length 286, mean nothing.
    #expect(Self.expanded(Self.bytes("1 10 01110001 0000001 11110 0000000")) == .failure(.damaged))
    #expect(Self.expanded(Self.bytes("1 10 11000110 00000 0000000")) == .failure(.damaged))
    // 287 lengths (30 more than 257), and 31 distances.
    #expect(Self.expanded(Self.bytes("1 01 01111 00000 0000") + [0, 0, 0, 0, 0]) == .failure(.damaged))
    #expect(Self.expanded(Self.bytes("1 01 00000 01111 0000") + [0, 0, 0, 0, 0]) == .failure(.damaged))
  }

  /// A code of lengths for 16, 17, 18 and 0: too many words of one bit, a single one, none; then two, and a repetition
  /// with nothing before it.
  @Test(arguments: ["100 100 100 000", "000 000 100 000", "000 000 000 000", "100 000 000 100 1 00 0000000"])
  func codesThatAreNone(lengths: String) {
    #expect(
      Self.expanded(Self.bytes("1 01 00000 00000 0000" + lengths + String(repeating: "0", count: 64)))
        == .failure(.damaged))
  }

  /// As zlib has it: one word of one bit for a symbol or distance is a code, and its other word means nothing.
  @Test func singleWords() {
    // Lengths of words are written by 18 (0: a run of zeros) and 1 (10...): 18 has one bit, 0 and 1 two.
    // Order: 16 17 18 0 8 7 9 6 10 5 11 4 12 3 13 2 14 1.
    let head = "1 01 00000 00000 0111" + "000 000 100 010" + String(repeating: "000", count: 13) + "010"
    // 138 + 118 zeros, then length 1 for the end of the block; no distance.
    let zeros = "0 1111111 0 1101011"
    #expect(Self.expanded(Self.bytes(head + zeros + "11 10" + "0")) == .success([]))
    #expect(Self.expanded(Self.bytes(head + zeros + "11 11" + "0")) == .success([]))
    #expect(Self.expanded(Self.bytes(head + zeros + "11 10" + "1")) == .failure(.damaged))
    // Without an end of the block.
    #expect(Self.expanded(Self.bytes(head + zeros + "10 10" + "0")) == .failure(.damaged))
  }
}
