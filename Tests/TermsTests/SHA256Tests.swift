import Terms
import TestSupport
import Testing

/// Known answers: FIPS 180-4 examples as published by NIST (Cryptographic Standards, SHA-256 example values), and the
/// lengths around a block's end from Python's hashlib.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownAnswers(text: String, digest: String) {
    #expect(SHA256.hexDigest(of: Array(text.utf8)) == digest)
  }

  @Test(arguments: [
    (1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
    (128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"),
    (10000, "27dd1f61b867b6a0f6e9d8a41c43231de52107e53ae424de8f847b821db4b711"),
  ])
  func lengthsAroundABlock(count: Int, digest: String) {
    #expect(SHA256.hexDigest(of: [UInt8](repeating: UInt8(ascii: "a"), count: count)) == digest)
  }

  /// Many at once are the same as one by one, whatever their lengths: around the ends of blocks, and one much longer.
  @Test(arguments: [0, 1, 7, 8, 9, 26])
  func digestsOfManyMessages(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    var bytes: [UInt8] = [1, 2, 3]
    var ranges: [Range<Int>] = []
    for message in 0..<count {
      let length = message == 5 ? 5_000 : [0, 55, 56, 63, 64, 65, 119, 120, 128, 200][message % 10]
      ranges.append(bytes.count..<bytes.count + length)
      for _ in 0..<length { bytes.append(UInt8.random(in: 0...255, using: &random)) }
    }
    let digests = SHA256.digests(of: bytes, ranges)
    #expect(digests.count == 32 * count)
    for (message, range) in ranges.enumerated() {
      let hex = digests[(32 * message)..<(32 * message + 32)].map { byte in
        let text = String(byte, radix: 16)
        return byte < 16 ? "0" + text : text
      }
      #expect(hex.joined() == SHA256.hexDigest(of: Array(bytes[range])), "\(message)")
    }
  }
}
