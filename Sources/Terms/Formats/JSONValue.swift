/// A JSON document (RFC 8259), whose objects keep the order of their members.
public indirect enum JSONValue: Sendable, Equatable {
  /// A member of an object.
  public struct Member: Sendable, Equatable {
    public var name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case string(String)
  case integer(Int)
  case unsigned(UInt64)
  /// Written with at most six decimals, or with six significant digits if it is small.
  case number(Double)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([Member])

  /// The document as UTF-8, indented by two spaces, with a line feed at its end.
  public func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, depth: 0)
    bytes.append(0x0a)
    return bytes
  }

  private func append(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .string(let text): Self.append(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let number): bytes.append(contentsOf: NumberFormat.machine.shortest(number).utf8)
    case .unsigned(let number): bytes.append(contentsOf: String(number).utf8)
    case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .array(let values):
      Self.appendList(values, "[", "]", to: &bytes, depth: depth) { $0.append(to: &$1, depth: depth + 1) }
    case .object(let members):
      Self.appendList(members, "{", "}", to: &bytes, depth: depth) { member, bytes in
        Self.append(member.name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.append(to: &bytes, depth: depth + 1)
      }
    }
  }

  private static func appendList<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, to bytes: inout [UInt8], depth: Int,
    _ appendElement: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: opening.utf8)
    for (position, element) in elements.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      appendLineBreak(to: &bytes, depth: depth + 1)
      appendElement(element, &bytes)
    }
    if !elements.isEmpty { appendLineBreak(to: &bytes, depth: depth) }
    bytes.append(contentsOf: closing.utf8)
  }

  private static func appendLineBreak(to bytes: inout [UInt8], depth: Int) {
    bytes.append(0x0a)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Appends a string with the characters that JSON does not allow escaped; all others are written as UTF-8.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x0a: bytes.append(contentsOf: "\\n".utf8)
      case 0x0d: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7f:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
