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
}
