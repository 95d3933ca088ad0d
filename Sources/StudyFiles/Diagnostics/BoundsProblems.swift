import Terms

/// Problems of the rows of plausibility.csv.
extension CellProblem {
  static func notANumericColumn(_ name: String, table: TableID, known: [String]) -> CellProblem {
    let nearest = Suggestion.nearest(to: name, among: known)
    let choice = enumeration(known, conjunction: .or, upTo: 16)
    return CellProblem(
      nl: "\(table.file) heeft geen kolom \(quoted(name)) met getallen.",
      en: "\(table.file) has no column \(quoted(name)) of numbers.",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" } ?? "Kies \(choice.dutch).",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" } ?? "Choose \(choice.english).")
  }

  static let boundsInReverse = CellProblem(
    nl: "De laagste waarde is hoger dan de hoogste.", en: "The lowest value is above the highest.",
    remedyNl: "Verwissel de twee.", remedyEn: "Swap the two.")

  static func sameBounds(firstRow: Int) -> CellProblem {
    CellProblem(
      nl: "Deze rij zegt over dezelfde cellen iets als rij \(firstRow).",
      en: "This row speaks of the same cells as row \(firstRow).",
      remedyNl: "Haal een van beide rijen weg.", remedyEn: "Remove one of the rows.")
  }

  static func boundsWithoutCell(_ item: String, table: TableID, nearest: String?, example: String?) -> CellProblem {
    CellProblem(
      nl: "\(table.file) heeft geen rij \(quoted(item)): deze grenzen gelden voor niets.",
      en: "\(table.file) has no row \(quoted(item)): these bounds hold for nothing.",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" }
        ?? example.map { "Schrijf een onderdeel zoals \(quoted($0)), met * voor alle." } ?? "Haal deze rij weg.",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" }
        ?? example.map { "Write an item such as \(quoted($0)), with * for all." } ?? "Remove this row.")
  }

  static func boundsWithoutColumn(_ name: String, table: TableID) -> CellProblem {
    CellProblem(
      nl: "\(table.file) heeft in deze studie geen kolom \(quoted(name)): deze grenzen gelden voor niets.",
      en: "\(table.file) has no column \(quoted(name)) in this study: these bounds hold for nothing.",
      remedyNl: "Haal deze rij weg, of kies een kolom die er is.",
      remedyEn: "Remove this row, or choose a column that is there.")
  }

  static let noBounds = CellProblem(
    nl: "Deze rij noemt geen laagste en geen hoogste waarde: zij zegt niets.",
    en: "This row gives neither a lowest nor a highest value: it says nothing.",
    remedyNl: "Vul een van beide in, of haal deze rij weg.", remedyEn: "Fill in one of the two, or remove this row.")
}
