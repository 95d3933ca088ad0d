/// Bytes as printable text that may stand anywhere in HTML: 13 bits in two characters, where base 64 has 12. A page of
/// 3 MB is mostly its module.
enum PackedText {
  /// The characters from `#` to `~`, with `!` for `<`.
  private static let characters: [UInt8] = (UInt8(ascii: "#")...UInt8(ascii: "~")).map {
    $0 == UInt8(ascii: "<") ? UInt8(ascii: "!") : $0
  }

  /// The bits of the bytes, the lowest first, in numbers of 13: the last one is filled with zeros. The number of bytes
  /// comes first, in decimal digits and a space.
  static func text(of bytes: [UInt8]) -> String {
    var text = Array("\(bytes.count) ".utf8)
    var (bits, count) = (0, 0)
    func put(_ number: Int) {
      text.append(characters[number / characters.count])
      text.append(characters[number % characters.count])
    }
    for byte in bytes {
      bits |= Int(byte) << count
      count += 8
      if count >= 13 {
        put(bits & 0x1fff)
        bits >>= 13
        count -= 13
      }
    }
    if count > 0 { put(bits) }
    return String(decoding: text, as: UTF8.self)
  }
}
