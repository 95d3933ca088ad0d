import Terms

/// How page and workbook speak of a doubt.
enum DoubtText {
  /// `staffing.csv, rij 3, personen`.
  static func place(_ doubt: Diagnostic, _ language: Language) -> String {
    [
      doubt.file, doubt.row.map { language(nl: "rij \($0)", en: "row \($0)") }, doubt.column,
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// Whether a note explains it.
  static func standing(_ doubt: Diagnostic, _ language: Language) -> String {
    doubt.severity == .explained ? language(nl: "verklaard", en: "explained") : language(nl: "open", en: "open")
  }

  /// The whole of it in a cell.
  static func whole(_ doubt: Diagnostic, _ language: Language) -> String {
    "\(standing(doubt, language)): \(doubt.problem(language)) \(doubt.remedy(language))"
  }
}
