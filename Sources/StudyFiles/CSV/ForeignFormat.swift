import Terms

/// Files of other kinds that end up under the name of a CSV file or a workbook, recognised by their first bytes.
public enum ForeignFormat: Sendable, CaseIterable {
  case excelWorkbook, openDocument, oldExcelWorkbook, pdf, richText, image, compressed, webPage

  /// Nil for anything that could be CSV.
  init?(of bytes: [UInt8]) {
    func starts(_ text: String, at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }
    if starts("PK\u{3}\u{4}") {
      // The first entry of an OpenDocument archive is its media type, uncompressed, at a fixed position.
      self = starts("mimetypeapplication/vnd.oasis.opendocument", at: 30) ? .openDocument : .excelWorkbook
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldExcelWorkbook
    } else if starts("%PDF-") {
      self = .pdf
    } else if starts("{\\rtf") {
      self = .richText
    } else if Self.imageOpenings.contains(where: bytes.starts) {
      self = .image
    } else if Self.archiveOpenings.contains(where: bytes.starts) {
      self = .compressed
    } else {
      let opening = String(decoding: bytes.prefix(64), as: UTF8.self).trimmedOfBlanks.lowercased()
      guard ["<!doctype", "<html", "<?xml"].contains(where: opening.hasPrefix) else { return nil }
      self = .webPage
    }
  }

  /// PNG, JPEG and GIF.
  private static let imageOpenings: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38],
  ]
  /// gzip, 7z and RAR.
  private static let archiveOpenings: [[UInt8]] = [
    [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], [0x52, 0x61, 0x72, 0x21],
  ]

  var name: Bilingual {
    switch self {
    case .excelWorkbook: return Bilingual(nl: "een Excel-werkmap (xlsx)", en: "an Excel workbook (xlsx)")
    case .openDocument: return Bilingual(nl: "een OpenDocument-bestand (ods)", en: "an OpenDocument file (ods)")
    case .oldExcelWorkbook: return Bilingual(nl: "een oude Excel-werkmap (xls)", en: "an old Excel workbook (xls)")
    case .pdf: return Bilingual(nl: "een PDF-document", en: "a PDF document")
    case .richText: return Bilingual(nl: "een tekstdocument (rtf)", en: "a text document (rtf)")
    case .image: return Bilingual(nl: "een afbeelding", en: "an image")
    case .compressed: return Bilingual(nl: "een ingepakt bestand", en: "a compressed file")
    case .webPage: return Bilingual(nl: "een webpagina of XML", en: "a web page or XML")
    }
  }
}
