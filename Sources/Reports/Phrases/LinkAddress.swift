/// Addresses of links.
public enum LinkAddress {
  /// The name of a file as written in an address (RFC 3986): every byte but letters, digits and `-._~` as `%` and two
  /// digits.
  public static func file(_ name: String) -> String {
    name.utf8.reduce(into: "") { address, byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        address += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
