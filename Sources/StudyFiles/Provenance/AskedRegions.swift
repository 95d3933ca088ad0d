import Terms

/// The list of the regions that got a form: `asked.csv` in the folder of a study. Nothing is computed with it.
public struct AskedRegions {
  public static let file = StudyFolder.asked

  private static let region = Bilingual(nl: "regio", en: "region")
  /// For people to fill in.
  private static let date = Bilingual(nl: "gevraagd_op", en: "asked_on")

  /// Codes of regions.
  public let codes: Set<String>

  public init(_ bytes: [UInt8]) {
    let document = CSVReader.read(bytes, file: Self.file).document
    let column = document?.header.firstIndex { $0 == Self.region.dutch || $0 == Self.region.english }
    codes = Set(column.map { column in (document?.rows ?? []).map { $0.cells[column] } } ?? [])
  }

  /// The list with more regions.
  ///
  /// - Parameter old: the list as it was; nil if there is none.
  public static func adding(_ regions: [String], to old: [UInt8]?, language: Language) -> [UInt8] {
    let locale: CSVLocale = language == .dutch ? .dutch : .english
    let start = old ?? locale.header([region(language), date(language)])
    let known = AskedRegions(start).codes
    guard var editor = TableEditor(start) else { return start }
    for code in regions where !known.contains(code) { editor.add([code]) }
    return editor.bytes
  }
}
