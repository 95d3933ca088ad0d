import Terms

/// The texts that cells refer to by number (`xl/sharedStrings.xml`).
struct SharedTexts {
  /// Nil for a text of more characters than a cell holds.
  private var texts: [String?] = []

  init() {}

  /// - Parameters:
  ///   - reader: at the start of the part.
  ///   - budget: what is left of ``SpreadsheetLimits/cells``.
  init(_ reader: inout PartReader, budget: inout Int) throws(WorkbookProblem) {
    guard let root = try reader.child(), root.name == "sst" else { throw reader.damaged }
    while try reader.child(named: "si") != nil {
      budget -= 1
      if budget < 0 { throw .tooManyCells }
      let text = try reader.richText()
      texts.append(text.fitsCell ? .some(text) : nil)
    }
    try reader.finish()
  }

  enum Finding {
    case text(String)
    case tooLong
    /// There is no text of this number.
    case none
  }

  subscript(number: String) -> Finding {
    guard let index = Int32(number).map({ Int($0) }), texts.indices.contains(index) else { return .none }
    return texts[index].map { .text($0) } ?? .tooLong
  }
}

extension String {
  /// Whether a cell may hold it.
  var fitsCell: Bool { utf8.count <= SpreadsheetLimits.characters || utf16.count <= SpreadsheetLimits.characters }
}
