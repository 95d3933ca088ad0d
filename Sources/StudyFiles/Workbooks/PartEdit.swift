import Terms

/// A part of a workbook that is changed in a few places, which are found by reading it; its other bytes stay as they
/// are, but for UTF-16, which becomes UTF-8.
struct PartEdit {
  var reader: PartReader
  private var changes: [(range: Range<Int>, text: String)] = []

  /// - Parameter reader: at the start of the part.
  init(_ reader: PartReader) { self.reader = reader }

  // MARK: Places

  /// Where the tag stands that was read last: no tag has `<` but at its start. An element without content has one tag,
  /// which is that of its end too.
  var tag: Range<Int> {
    let end = reader.place
    return (reader.bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end)..<end
  }

  /// Whether the tag that was read last is all there is of its element.
  private var isWhole: Bool {
    let place = reader.place - 2
    return place >= 0 && reader.bytes[place] == UInt8(ascii: "/")
  }

  func text(_ range: Range<Int>) -> String { String(decoding: reader.bytes[range], as: UTF8.self) }

  // MARK: Changes

  /// Places do not overlap; texts at the same place come after each other.
  mutating func replace(_ range: Range<Int>, with text: String) { changes.append((range, text)) }

  mutating func insert(_ text: String, at place: Int) { replace(place..<place, with: text) }

  /// Puts a text at the end of the element whose end was read last, once.
  mutating func append(_ text: String) {
    let tag = tag
    guard isWhole else { return insert(text, at: tag.lowerBound) }
    let written = reader.bytes[(tag.lowerBound + 1)..<(tag.upperBound - 2)]
    let name = String(decoding: written.prefix { $0 > 0x20 }, as: UTF8.self)
    replace((tag.upperBound - 2)..<tag.upperBound, with: ">\(text)</\(name)>")
  }

  /// Puts another value, which needs no escaping, in place of that of an attribute, if the tag has it.
  mutating func set(_ attribute: String, to value: String, in tag: Range<Int>) {
    let bytes = reader.bytes[tag]
    var place = tag.lowerBound
    while let equals = bytes[place...].firstIndex(of: UInt8(ascii: "=")),
      let open = bytes[equals...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
      let close = bytes[(open + 1)...].firstIndex(of: bytes[open])
    {
      let name = bytes[place..<equals].split { $0 <= 0x20 }.last ?? []
      if name.elementsEqual(attribute.utf8) { return replace((open + 1)..<close, with: value) }
      place = close + 1
    }
  }

  // MARK: Result

  /// The part with all changes.
  func changed() -> [UInt8] {
    let bytes = reader.bytes
    var (result, done) = declaration()
    let ordered = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, change) in ordered {
      result += bytes[done..<change.range.lowerBound]
      result += change.text.utf8
      done = change.range.upperBound
    }
    return result + bytes[done...]
  }

  /// The first bytes, if they name an encoding that the part no longer has, and where those end in the part.
  private func declaration() -> (bytes: [UInt8], end: Int) {
    let bytes = reader.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: "<?xml ".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else {
      return ([], 0)
    }
    let written = text(start..<(end + 1)).lowercased()
    if !written.includes("encoding") || written.includes("utf-8") { return ([], 0) }
    return (Array(WorkbookPackage.declaration.utf8), end + 1)
  }
}

extension XMLElement {
  /// Tags in this element's namespace: `#` stands for its prefix.
  func tags(_ text: String) -> String { text.changing("#", into: prefix.isEmpty ? "" : prefix + ":") }
}

extension XMLElement? {
  /// Without an element tags have no prefix.
  func tags(_ text: String) -> String { self?.tags(text) ?? text.changing("#", into: "") }
}
