import Terms

/// What was found in a table: where it is, what it is, and how to mend it.
enum FindingLines {
  /// A blank line, and the lines of each finding.
  ///
  /// - Parameter label: what stands before the remedy; nil for what it usually is.
  static func lines(_ findings: [Diagnostic], label: String? = nil, _ language: Language) -> [String] {
    findings.flatMap { finding -> [String] in
      var place = PlainText.line(finding.file)
      if let row = finding.row { place += language(nl: ", rij \(row)", en: ", row \(row)") }
      if let column = finding.column {
        place += language(nl: ", kolom ", en: ", column ") + PlainText.line(column)
        // The header may be in the other language than the reader.
        let name = TableID.allCases.first { $0.file == finding.file }?.columns.first {
          $0.name.id == column || $0.name.dutchID == column
        }?.name
        if let own = name.map({ language(nl: $0.dutchID, en: $0.id) }), own != column { place += " (\(own))" }
      }
      let remedy = label ?? language(nl: "Oplossing: ", en: "Remedy: ")
      return ["", place] + PlainText.wrapped(PlainText.line(finding.problem(language)), first: "  ", indent: "  ")
        + (finding.remedy(language).isEmpty
          ? []
          : PlainText.wrapped(
            PlainText.line(finding.remedy(language)), first: "  " + remedy,
            indent: "  " + PlainText.blanks(remedy.count)))
    }
  }
}
