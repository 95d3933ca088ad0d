import Terms

/// Names of namespaces and types in workbooks, which are others in the strict kind (ECMA-376 parts 1 and 4).
struct OfficeNames {
  private let isStrict: Bool

  /// - Parameter workbook: the part that lists the sheets, which tells what it is at its start.
  init(workbook: [UInt8]) {
    isStrict = String(decoding: workbook.prefix(4096), as: UTF8.self)
      .includes("http://purl.oclc.org/ooxml/spreadsheetml/main")
  }

  /// Of sheets, cells and notes.
  var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }

  func relationship(_ kind: String) -> String {
    (isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships") + (kind.isEmpty ? "" : "/" + kind)
  }

  /// Of a part with contents of its own kind.
  func type(_ kind: String) -> String {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.\(kind)+xml"
  }

  /// The attribute of an element that stands for a relationship. It brings its namespace, whatever others are declared.
  func reference(_ id: String) -> String { "xmlns:r=\"\(relationship(""))\" r:id=\"\(id)\"" }
}
