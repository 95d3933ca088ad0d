import Terms

/// Reads the bytes of a workbook as Excel and LibreOffice save it (xlsx and xlsm; Office Open XML, ECMA-376, of the usual
/// kind and the strict one).
///
/// Read are values, as they were when the workbook was last computed, and what it says of how they are shown: formulas are
/// not computed, and charts, images and macros not looked at. Whatever does not hold together is refused, with the first
/// problem that is found; so is anything beyond ``SpreadsheetLimits`` and the limits of `ZipReader` and `XMLReader`.
public enum SpreadsheetReader {
  public static func read(_ bytes: [UInt8]) throws(WorkbookProblem) -> Spreadsheet {
    var package = try WorkbookPackage(bytes)
    let part = try package.workbook()
    guard var reader = try package.reader(of: part) else { throw .missingPart(part) }
    let workbook = try WorkbookPart(&reader)
    let relationships = try package.relationships(of: part)
    func related(_ kind: String) -> String? { relationships.first { $0.kind == kind }?.part }

    var budget = SpreadsheetLimits.cells
    var styles = WorkbookStyles()
    if let part = related("styles"), var reader = try package.reader(of: part) { styles = try WorkbookStyles(&reader) }
    var texts = SharedTexts()
    if let part = related("sharedStrings"), var reader = try package.reader(of: part) {
      texts = try SharedTexts(&reader, budget: &budget)
    }
    var people: [String: String] = [:]
    if let part = related("person"), var reader = try package.reader(of: part) {
      people = try NotesReader.people(&reader, budget: &budget)
    }

    var sheets: [Spreadsheet.Sheet] = []
    for listed in workbook.sheets {
      guard let relationship = relationships.first(where: { $0.id == listed.id }) else { throw .damagedPart(part) }
      guard relationship.kind == "worksheet" else { continue }
      guard var reader = try package.reader(of: relationship.part) else { throw .missingPart(relationship.part) }
      guard let root = try reader.child(), root.name == "worksheet" else { throw .damagedPart(relationship.part) }
      let worksheet = WorksheetReader(name: listed.name, texts: texts, styles: styles)
      var sheet = try worksheet.read(&reader, isHidden: listed.isHidden, budget: &budget)
      sheet.notes = try notes(of: relationship.part, in: &package, people: people, budget: &budget)
      sheets.append(sheet)
    }
    return Spreadsheet(dateSystem: workbook.dateSystem, sheets: sheets)
  }

  private static func notes(
    of sheet: String, in package: inout WorkbookPackage, people: [String: String], budget: inout Int
  ) throws(WorkbookProblem) -> [Spreadsheet.Note] {
    var notes: [Spreadsheet.Note] = []
    var comments: [Spreadsheet.Note] = []
    for relationship in try package.relationships(of: sheet) {
      switch relationship.kind {
      case "comments":
        guard var reader = try package.reader(of: relationship.part) else { continue }
        notes += try NotesReader.notes(&reader, budget: &budget)
      case "threadedComment":
        guard var reader = try package.reader(of: relationship.part) else { continue }
        comments += try NotesReader.comments(&reader, people: people, budget: &budget)
      default: continue
      }
    }
    // For older programs the same comments are there as notes too, whose author is a code.
    if !comments.isEmpty { notes.removeAll { $0.author.hasPrefix("tc={") } }
    return notes + comments
  }
}

/// The list of sheets (`xl/workbook.xml`).
struct WorkbookPart {
  struct ListedSheet {
    let name: String
    let isHidden: Bool
    /// Of the relationship that says which part it is.
    let id: String
  }

  var dateSystem = DateSystem.from1900
  var sheets: [ListedSheet] = []

  /// - Parameter reader: at the start of the part.
  init(_ reader: inout PartReader) throws(WorkbookProblem) {
    // A text document and a presentation are such archives too.
    guard let root = try reader.child(), root.name == "workbook" else { throw .notAWorkbook }
    while let group = try reader.child() {
      switch group.name {
      case "workbookPr":
        if group.isTrue("date1904") { dateSystem = .from1904 }
        try reader.skip()
      case "sheets":
        while let sheet = try reader.child(named: "sheet") {
          try reader.skip()
          guard let name = sheet["name"], let id = sheet.prefixed("id") else { throw reader.damaged }
          guard sheets.count < SpreadsheetLimits.sheets else { throw .tooManySheets }
          let state = sheet["state"]
          sheets.append(ListedSheet(name: name, isHidden: state == "hidden" || state == "veryHidden", id: id))
        }
      default: try reader.skip()
      }
    }
    try reader.finish()
  }
}
