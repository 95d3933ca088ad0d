import Terms

/// The formats of cells, by the number that a cell has for it (`xl/styles.xml`).
struct WorkbookStyles {
  private var formats: [CellFormat] = []

  init() {}

  /// - Parameter reader: at the start of the part.
  init(_ reader: inout PartReader) throws(WorkbookProblem) {
    guard let root = try reader.child(), root.name == "styleSheet" else { throw reader.damaged }
    var codes: [Int: CellFormat] = [:]
    while let group = try reader.child() {
      switch group.name {
      case "numFmts":
        while let format = try reader.child(named: "numFmt") {
          try reader.skip()
          guard let number = format.number("numFmtId"), let code = format["formatCode"] else { continue }
          codes[number] = CellFormat(code: code)
        }
      case "cellXfs":
        while let style = try reader.child(named: "xf") {
          try reader.skip()
          let number = style.number("numFmtId") ?? 0
          let format = codes[number] ?? CellFormat(builtIn: number) ?? .general
          formats.append(style.isTrue("quotePrefix") ? .text : format)
          if formats.count > Self.most { throw reader.damaged }
        }
      default: try reader.skip()
      }
    }
    try reader.finish()
  }

  /// Excel has 65,490.
  private static let most = 1 << 17

  /// - Parameter number: as the cell has it; nil if it has none.
  func format(_ number: Int?) -> CellFormat {
    guard let number, formats.indices.contains(number) else { return .general }
    return formats[number]
  }
}
