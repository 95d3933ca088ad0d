import Terms

/// Reads a part of a workbook, a document in XML, and says which part it was if that is impossible.
struct PartReader {
  /// The part's name in the archive.
  let part: String
  private var document: XMLReader

  /// - Parameter bytes: the part's contents.
  init(_ bytes: [UInt8], part: String) throws(WorkbookProblem) {
    self.part = part
    do throws(XMLProblem) { document = try XMLReader(bytes) } catch { throw .document(part: part, error) }
  }

  /// See `XMLReader` in Terms.
  var bytes: [UInt8] { document.bytes }
  var place: Int { document.place }

  /// What the part holds cannot be there.
  var damaged: WorkbookProblem { .damagedPart(part) }

  /// Nil at the end of the element around; see `XMLReader.child` in Terms.
  mutating func child() throws(WorkbookProblem) -> XMLElement? {
    do throws(XMLProblem) { return try document.child() } catch { throw .document(part: part, error) }
  }

  /// Goes to the end of the element whose start was read last.
  mutating func skip() throws(WorkbookProblem) {
    do throws(XMLProblem) { try document.skip() } catch { throw .document(part: part, error) }
  }

  /// The text of the element whose start was read last, and goes to its end.
  mutating func content() throws(WorkbookProblem) -> String {
    do throws(XMLProblem) { return try document.content() } catch { throw .document(part: part, error) }
  }

  /// The next child of that name; others are skipped. Nil at the end of the element around.
  mutating func child(named name: String) throws(WorkbookProblem) -> XMLElement? {
    while let child = try child() {
      if child.name == name { return child }
      try skip()
    }
    return nil
  }

  /// Reads to the end of the document, which must be the next thing to come.
  mutating func finish() throws(WorkbookProblem) {
    guard try child() == nil else { throw damaged }
  }

  /// The text of a string item, comment or inline string whose start was read last, without its formatting and without
  /// the pronunciation that East Asian texts have with them; goes to its end.
  mutating func richText() throws(WorkbookProblem) -> String {
    var text = ""
    while let child = try child() {
      switch child.name {
      case "t": text += try content().withoutCellEscapes
      case "r": while try self.child(named: "t") != nil { text += try content().withoutCellEscapes }
      default: try skip()
      }
    }
    return text
  }
}

extension XMLElement {
  /// Whether an attribute is there and true (XML Schema part 2, 3.2.2).
  func isTrue(_ name: String) -> Bool {
    let value = self[name]
    return value == "1" || value == "true"
  }

  /// An attribute that is a whole number of at most 32 bits, on every computer; nil if it is none.
  func number(_ name: String) -> Int? { self[name].flatMap { Int32($0) }.map { Int($0) } }
}

extension String {
  /// A text of a cell with the characters that codes such as `_x000D_` stand for (ECMA-376 part 1, 22.9.2.19).
  var withoutCellEscapes: String {
    guard utf8.count > 6, utf8.contains(UInt8(ascii: "_")), includes("_x") else { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "_"), place + 6 < bytes.count, bytes[place + 1] == UInt8(ascii: "x"),
        bytes[place + 6] == UInt8(ascii: "_"), bytes[place + 2] != UInt8(ascii: "+"),
        bytes[place + 2] != UInt8(ascii: "-"),
        let number = UInt32(String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number)
      {
        result += String(Character(scalar)).utf8
        place += 7
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
