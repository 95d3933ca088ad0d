import Terms

/// How a cell looks: one of a few formats, in one of a few roles.
struct CellStyle: Hashable {
  /// How a value is written. The codes are those of the file format, the same for every user; a spreadsheet shows them
  /// with the separators of the user's language.
  enum Format: Int, CaseIterable {
    case text, wrapped, integer, year, euro, euroCents, percent, exactPercent, twoDecimals, date
    /// Whatever is typed, as the spreadsheet takes it; and whatever is typed, as a text.
    case general, typed

    var code: String {
      switch self {
      case .text, .wrapped, .general: return "General"
      case .integer: return "#,##0"
      case .year: return "0"
      case .euro: return "\"€\" #,##0;-\"€\" #,##0"
      case .euroCents: return "\"€\" #,##0.00;-\"€\" #,##0.00"
      case .percent: return "0.0%"
      case .exactPercent: return "0.00%"
      case .twoDecimals: return "#,##0.00"
      case .date: return "dd-mm-yyyy"
      case .typed: return "@"
      }
    }
  }

  enum Role: Int, CaseIterable {
    case body, total
    /// On the left, whatever its type.
    case fact
    /// For people to fill in: it stands out, and is not locked.
    case input
  }

  /// Cells of a sheet outside its table.
  enum Special: Int, CaseIterable {
    case title, note, heading, numberHeading
  }

  var format: Format
  var role = Role.body

  /// Index in the workbook's list of styles.
  var index: Int { 1 + Special.allCases.count + role.rawValue * Format.allCases.count + format.rawValue }

  static func index(_ special: Special) -> Int { 1 + special.rawValue }
}

/// `xl/styles.xml`
enum StylesXML {
  private static let firstCode = 164

  static func bytes() -> [UInt8] {
    let formats = CellStyle.Format.allCases
    let codes = formats.map {
      "<numFmt numFmtId=\"\(firstCode + $0.rawValue)\" formatCode=\"\(XMLText.escaped($0.code))\"/>"
    }
    // Fonts: 0 body, 1 bold, 2 title, 3 note. Borders: 0 none, 1 below headings, 2 above totals, 3 around what is filled in.
    let special = [
      cell(format: 0, font: 2, isText: true),
      cell(format: 0, font: 3, alignment: "vertical=\"top\" wrapText=\"1\"", isText: true),
      cell(format: 0, font: 1, fill: 2, border: 1, alignment: "vertical=\"center\" wrapText=\"1\"", isText: true),
      cell(
        format: 0, font: 1, fill: 2, border: 1, alignment: "horizontal=\"right\" vertical=\"center\" wrapText=\"1\"",
        isText: true),
    ]
    let roles = CellStyle.Role.allCases.flatMap { role in
      formats.map { format in
        let isText = format == .text || format == .wrapped
        return cell(
          format: isText ? 0 : firstCode + format.rawValue, font: role == .total ? 1 : 0,
          fill: role == .input ? 3 : 0, border: role == .total ? 2 : role == .input ? 3 : 0,
          alignment: (role == .fact ? "horizontal=\"left\" " : "")
            + (format == .wrapped || format == .typed ? "vertical=\"top\" wrapText=\"1\"" : "vertical=\"top\""),
          isText: isText, isUnlocked: role == .input)
      }
    }
    let cells = [cell(format: 0, font: 0)] + special + roles
    return Array(
      """
      \(WorkbookXML.declaration)<styleSheet xmlns="\(WorkbookXML.main)">\
      <numFmts count="\(codes.count)">\(codes.joined())</numFmts>\
      <fonts count="4">\
      <font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><b/><sz val="14"/><color rgb="FF1F3864"/><name val="Calibri"/><family val="2"/></font>\
      <font><sz val="10"/><color rgb="FF404040"/><name val="Calibri"/><family val="2"/></font>\
      </fonts>\
      <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/><bgColor indexed="64"/></patternFill></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FFFFF6D6"/><bgColor indexed="64"/></patternFill></fill></fills>\
      <borders count="4"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border><left/><right/><top/><bottom style="thin"><color rgb="FF1F3864"/></bottom><diagonal/></border>\
      <border><left/><right/><top style="thin"><color rgb="FFBFBFBF"/></top><bottom/><diagonal/></border>\
      <border>\(["left", "right", "top", "bottom"].map { side("\($0)") }.joined())<diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(cells.count)">\(cells.joined())</cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
      <dxfs count="1"><dxf><font><b/><color rgb="FFB45309"/></font></dxf></dxfs><tableStyles count="0"/></styleSheet>
      """.utf8)
  }

  private static func side(_ name: String) -> String {
    "<\(name) style=\"thin\"><color rgb=\"FFBFBFBF\"/></\(name)>"
  }

  /// - Parameter isText: whether what is typed into the cell stays text, as if it began with an apostrophe; a text such as
  ///   `=1+1` would otherwise be a formula once it is edited.
  private static func cell(
    format: Int, font: Int, fill: Int = 0, border: Int = 0, alignment: String? = nil, isText: Bool = false,
    isUnlocked: Bool = false
  ) -> String {
    var text = "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" xfId=\"0\""
    if isText { text += " quotePrefix=\"1\"" }
    if format != 0 { text += " applyNumberFormat=\"1\"" }
    if font != 0 { text += " applyFont=\"1\"" }
    if fill != 0 { text += " applyFill=\"1\"" }
    if border != 0 { text += " applyBorder=\"1\"" }
    if isUnlocked { text += " applyProtection=\"1\"" }
    guard let alignment else { return text + "/>" }
    text += " applyAlignment=\"1\"><alignment \(alignment)/>"
    return text + (isUnlocked ? "<protection locked=\"0\"/></xf>" : "</xf>")
  }
}
