/// Reads a document in XML 1.0 step by step, in the part of it that Office documents use (ECMA-376 part 2, 6.1.4):
/// elements, attributes and text. Comments and processing instructions are skipped; a document type, and so any entity
/// but `amp`, `lt`, `gt`, `quot` and `apos`, is refused.
///
/// Names are told without their prefixes, which are not looked up. Text is as in the document, but for line breaks, which
/// are all `\n`.
public struct XMLReader {
  /// Elements within each other.
  public static let deepest = 64
  /// Attributes of an element, declarations of namespaces included.
  public static let mostAttributes = 128
  /// Bytes in a name, prefix included.
  public static let longestName = 256

  /// The document as UTF-8, whatever it was.
  public let bytes: [UInt8]
  /// Where what was read last ends, in ``bytes``.
  public private(set) var place = 0
  /// Where the names of the open elements are written.
  private var open: [Range<Int>] = []
  /// An element that has no content: its end comes next.
  private var isEmpty = false
  private var hasRoot = false

  /// - Parameter bytes: UTF-8, or UTF-16 with a byte-order mark.
  public init(_ bytes: [UInt8]) throws(XMLProblem) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      guard let text = UTF16Text.utf8(bytes, bigEndian: bytes[0] == 0xFE) else { throw .damaged(offset: 0) }
      self.bytes = text
    } else {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }
    if let damage = Self.damage(self.bytes) { throw .damaged(offset: damage) }
    if startsHere("<?xml"), place + 5 < self.bytes.count, Self.isBlank(self.bytes[place + 5]) { try readDeclaration() }
  }

  // MARK: Steps

  /// The next event; nil at the end of a document that is whole.
  public mutating func next() throws(XMLProblem) -> XMLEvent? {
    if isEmpty {
      isEmpty = false
      open.removeLast()
      return .end
    }
    while place < bytes.count {
      if bytes[place] != UInt8(ascii: "<") {
        if let text = try text() { return .text(text) }
        continue
      }
      guard place + 1 < bytes.count else { throw damaged }
      switch bytes[place + 1] {
      case UInt8(ascii: "/"):
        try readEnd()
        return .end
      case UInt8(ascii: "?"): try skip(to: "?>", from: place + 2)
      case UInt8(ascii: "!"):
        if startsHere("<!--") {
          try skip(to: "-->", from: place + 4)
        } else if startsHere("<![CDATA[") {
          if let text = try characterData() { return .text(text) }
        } else if startsHere("<!DOCTYPE") {
          throw .documentType
        } else {
          throw damaged
        }
      default: return .start(try element())
      }
    }
    guard hasRoot, open.isEmpty else { throw damaged }
    return nil
  }

  /// The next element within the one whose start was the last event, or after the last of those whose end was; nil at the
  /// end of the element around them. Text is skipped.
  public mutating func child() throws(XMLProblem) -> XMLElement? {
    while let event = try next() {
      switch event {
      case .start(let element): return element
      case .end: return nil
      case .text: continue
      }
    }
    return nil
  }

  /// Goes to the end of the element whose start was the last event.
  public mutating func skip() throws(XMLProblem) {
    let depth = open.count - 1
    while open.count > depth, try next() != nil {}
  }

  /// The text of the element whose start was the last event, without that of elements within it; goes to its end.
  public mutating func content() throws(XMLProblem) -> String {
    var content = ""
    while let event = try next() {
      switch event {
      case .text(let text): content += text
      case .start: try skip()
      case .end: return content
      }
    }
    return content
  }

  // MARK: Tags

  private var damaged: XMLProblem { .damaged(offset: place) }

  private mutating func element() throws(XMLProblem) -> XMLElement {
    if open.isEmpty, hasRoot { throw damaged }
    hasRoot = true
    guard open.count < Self.deepest else { throw .tooDeep }
    place += 1
    let name = try name()
    let (prefix, local) = try parts(of: name)
    var element = XMLElement(prefix: prefix, name: local, attributes: [])
    var written: [Range<Int>] = []
    while true {
      let start = place
      skipBlanks()
      guard place < bytes.count else { throw damaged }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        break
      }
      if startsHere("/>") {
        place += 2
        isEmpty = true
        break
      }
      guard place > start else { throw damaged }
      guard written.count < Self.mostAttributes else { throw .tooManyAttributes }
      let name = try self.name()
      for other in written where bytes[other] == bytes[name] { throw damaged }
      written.append(name)
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { throw damaged }
      place += 1
      skipBlanks()
      let value = try attributeValue()
      let (prefix, local) = try parts(of: name)
      if prefix == "xmlns" || prefix.isEmpty && local == "xmlns" { continue }
      element.attributes.append(XMLElement.Attribute(prefix: prefix, name: local, value: value))
    }
    open.append(name)
    return element
  }

  private mutating func readEnd() throws(XMLProblem) {
    guard let last = open.last else { throw damaged }
    place += 2
    let name = try name()
    guard bytes[name] == bytes[last] else { throw damaged }
    skipBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">") else { throw damaged }
    place += 1
    open.removeLast()
  }

  private mutating func name() throws(XMLProblem) -> Range<Int> {
    let start = place
    while place < bytes.count, Self.isOfName(bytes[place]) { place += 1 }
    guard place > start, Self.isFirstOfName(bytes[start]) else { throw damaged }
    guard place - start <= Self.longestName else { throw .nameTooLong }
    return start..<place
  }

  /// A name as its prefix and what comes after it, which are names too, without a colon.
  private func parts(of name: Range<Int>) throws(XMLProblem) -> (prefix: String, local: String) {
    guard let colon = bytes[name].firstIndex(of: UInt8(ascii: ":")) else { return ("", text(name)) }
    let local = bytes[(colon + 1)..<name.upperBound]
    guard colon > name.lowerBound, let first = local.first, Self.isFirstOfName(first),
      !local.contains(UInt8(ascii: ":"))
    else { throw damaged }
    return (text(name.lowerBound..<colon), text((colon + 1)..<name.upperBound))
  }

  private mutating func attributeValue() throws(XMLProblem) -> String {
    guard place < bytes.count else { throw damaged }
    let quote = bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw damaged }
    place += 1
    let start = place
    var changed: [UInt8]?
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case quote:
        let value = changed.map { String(decoding: $0, as: UTF8.self) } ?? text(start..<place)
        place += 1
        return value
      case UInt8(ascii: "<"): throw damaged
      case UInt8(ascii: "&"):
        var so = changed ?? Array(bytes[start..<place])
        changed = nil
        so += try reference()
        changed = so
      case 0x09, 0x0A, 0x0D:
        // Line breaks and tabs are blanks here.
        if changed == nil { changed = Array(bytes[start..<place]) }
        if !startsHere("\r\n") { changed?.append(0x20) }
        place += 1
      default:
        changed?.append(byte)
        place += 1
      }
    }
    throw damaged
  }

  // MARK: Text

  /// The text up to the next tag; nil if there is none but a line break after the root.
  private mutating func text() throws(XMLProblem) -> String? {
    let start = place
    var changed: [UInt8]?
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
      let byte = bytes[place]
      if open.isEmpty, !Self.isBlank(byte) { throw damaged }
      switch byte {
      case UInt8(ascii: "&"):
        var so = changed ?? Array(bytes[start..<place])
        changed = nil
        so += try reference()
        changed = so
      case 0x0D:
        if changed == nil { changed = Array(bytes[start..<place]) }
        if !startsHere("\r\n") { changed?.append(0x0A) }
        place += 1
      default:
        changed?.append(byte)
        place += 1
      }
    }
    if open.isEmpty { return nil }
    return changed.map { String(decoding: $0, as: UTF8.self) } ?? text(start..<place)
  }

  /// The text of a section in which nothing is markup; nil if it is empty.
  private mutating func characterData() throws(XMLProblem) -> String? {
    guard !open.isEmpty else { throw damaged }
    let start = place + 9
    try skip(to: "]]>", from: start)
    if place - 3 == start { return nil }
    var text: [UInt8] = []
    for index in start..<(place - 3) {
      guard bytes[index] == 0x0D else {
        text.append(bytes[index])
        continue
      }
      if bytes[index + 1] != 0x0A { text.append(0x0A) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that a reference such as `&amp;` or `&#8364;` stands for.
  private mutating func reference() throws(XMLProblem) -> [UInt8] {
    let start = place + 1
    var end = start
    while end < bytes.count, end - start <= Self.longestName, bytes[end] != UInt8(ascii: ";") {
      guard Self.isOfName(bytes[end]) || bytes[end] == UInt8(ascii: "#") else { throw damaged }
      end += 1
    }
    guard end < bytes.count, end > start, bytes[end] == UInt8(ascii: ";") else { throw damaged }
    let name = text(start..<end)
    let result: [UInt8]
    switch name {
    case "amp": result = [UInt8(ascii: "&")]
    case "lt": result = [UInt8(ascii: "<")]
    case "gt": result = [UInt8(ascii: ">")]
    case "quot": result = [UInt8(ascii: "\"")]
    case "apos": result = [UInt8(ascii: "'")]
    default:
      guard bytes[start] == UInt8(ascii: "#") else { throw .entity(name) }
      let digits = name.dropFirst()
      let number = digits.hasPrefix("x") ? Self.number(digits.dropFirst(), radix: 16) : Self.number(digits, radix: 10)
      guard let number, let scalar = Unicode.Scalar(number), number >= 0x20 || Self.isBlank(UInt8(number)),
        number != 0xFFFE, number != 0xFFFF
      else { throw damaged }
      result = Array(String(Character(scalar)).utf8)
    }
    place = end + 1
    return result
  }

  /// A number of digits only; nil for any other text.
  private static func number(_ digits: Substring, radix: Int) -> UInt32? {
    guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
    return UInt32(digits, radix: radix)
  }

  // MARK: Declaration

  /// Reads `<?xml version="1.0" encoding="UTF-8"?>`, of which the encoding matters.
  private mutating func readDeclaration() throws(XMLProblem) {
    place += 5
    while true {
      skipBlanks()
      if startsHere("?>") {
        place += 2
        return
      }
      let name = text(try name())
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { throw damaged }
      place += 1
      skipBlanks()
      let value = try attributeValue()
      // Some programs say UTF-16 of UTF-8; which of them it is has been seen already.
      let known = ["utf-8", "utf8", "utf-16", "us-ascii", "ascii"]
      if name == "encoding", !known.contains(value.lowercased()) { throw .encoding(value) }
    }
  }

  // MARK: Bytes

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func startsHere(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count - place >= count else { return false }
    for index in 0..<count where bytes[place + index] != word.utf8Start[index] { return false }
    return true
  }

  /// Goes to the place after the next occurrence of a word.
  private mutating func skip(to word: StaticString, from start: Int) throws(XMLProblem) {
    let before = place
    place = start
    while place < bytes.count {
      if startsHere(word) {
        place += word.utf8CodeUnitCount
        return
      }
      place += 1
    }
    place = before
    throw damaged
  }

  private mutating func skipBlanks() {
    while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Letters of other alphabets are all taken for those of names.
  private static func isFirstOfName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// These, digits, and `-.:`.
  private static func isOfName(_ byte: UInt8) -> Bool {
    isFirstOfName(byte) || byte >= 0x2D && byte <= 0x3A && byte != UInt8(ascii: "/")
  }

  /// The first byte that is no UTF-8, or a control character that XML does not know; nil if there is none.
  private static func damage(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let first = bytes[place]
        if first < 0x80 {
          if first < 0x20, !isBlank(first) { return place }
          place += 1
          continue
        }
        // The Unicode Standard, table 3-7: how many bytes follow, and between which values the first of those lies.
        let (more, range): (Int, ClosedRange<UInt8>)
        switch first {
        case 0xC2...0xDF: (more, range) = (1, 0x80...0xBF)
        case 0xE0: (more, range) = (2, 0xA0...0xBF)
        case 0xED: (more, range) = (2, 0x80...0x9F)
        case 0xE1...0xEF: (more, range) = (2, 0x80...0xBF)
        case 0xF0: (more, range) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (more, range) = (3, 0x80...0xBF)
        case 0xF4: (more, range) = (3, 0x80...0x8F)
        default: return place
        }
        guard bytes.count - place > more, range.contains(bytes[place + 1]) else { return place }
        for index in 1..<(more + 1) where bytes[place + index] & 0xC0 != 0x80 { return place }
        place += more + 1
      }
      return nil
    }
  }
}
