import Terms

/// Problems that involve several cells: years, funds and correlations.
extension CellProblem {
  static func untilBeforeFrom(
    until: (lower: Double, upper: Double), from: (lower: Double, upper: Double), place: Bilingual
  ) -> CellProblem {
    func range(_ range: (lower: Double, upper: Double)) -> Bilingual {
      let low = Bilingual(number: range.lower)
      let high = Bilingual(number: range.upper)
      return range.lower == range.upper
        ? low : Bilingual(nl: "\(low.dutch)–\(high.dutch)", en: "\(low.english)–\(high.english)")
    }
    let last = range(until)
    let first = range(from)
    let isCertain = until.lower == until.upper && from.lower == from.upper
    let dutch = isCertain ? "ligt voor" : "kan eerder vallen dan"
    let english = isCertain ? "lies before" : "can come before"
    return CellProblem(
      nl: "Het laatste jaar (\(last.dutch)) \(dutch) het eerste (\(first.dutch)): \(place.dutch).",
      en: "The last year (\(last.english)) \(english) the first (\(first.english)): \(place.english).",
      remedyNl: "Kies jaren zo dat het laatste jaar nooit voor het eerste ligt.",
      remedyEn: "Choose the years such that the last never lies before the first.")
  }

  // Funding.

  static func firstKeyBlank(fund: String) -> CellProblem {
    CellProblem(
      nl: "De eerste rij van \(quoted(fund)) noemt geen verdeelsleutel.",
      en: "The first row of \(quoted(fund)) names no distribution key.",
      remedyNl: "Vul gelijk in, of een kolom met getallen van regions.csv, bijvoorbeeld inwoners.",
      remedyEn: "Fill in equal, or a numeric column of regions.csv, for example population.")
  }

  static func unknownDistributionKey(_ name: String, known: [Bilingual]) -> CellProblem {
    let nearest = Suggestion.nearest(to: name, among: known.flatMap { [$0.english, $0.dutch] })
    let choice = Bilingual(
      nl: enumeration(known.map { quoted($0.dutch) }, conjunction: .or, upTo: 10).dutch,
      en: enumeration(known.map { quoted($0.english) }, conjunction: .or, upTo: 10).english)
    return CellProblem(
      nl: "Onbekende verdeelsleutel \(quoted(name)).", en: "Unknown distribution key \(quoted(name)).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" } ?? "Kies uit \(choice.dutch).",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" } ?? "Choose from \(choice.english).")
  }

  /// - Parameter fund: the fund that the key belongs to; nil for the key of the municipalities.
  static func zeroKey(_ name: String, fund: String?) -> CellProblem {
    let owner = fund.map { Bilingual(nl: " van \(quoted($0))", en: " of \(quoted($0))") } ?? Bilingual(same: "")
    return CellProblem(
      nl: "De verdeelsleutel \(quoted(name))\(owner.dutch) is voor alle regio's samen 0.",
      en: "The distribution key \(quoted(name))\(owner.english) is 0 for all regions together.",
      remedyNl: "Vul de kolom in regions.csv, of kies een andere sleutel.",
      remedyEn: "Fill the column in regions.csv, or choose another key.")
  }

  /// A draw in which no region has any of the key.
  ///
  /// - Parameter chance: of that, in a draw.
  static func keyMayBeZero(_ name: String, fund: String?, chance: Double) -> CellProblem {
    let owner = fund.map { Bilingual(nl: " van \(quoted($0))", en: " of \(quoted($0))") } ?? Bilingual(same: "")
    let odds = NumberFormat.people(.dutch).count(Int64(min(1e15, (1 / chance).rounded())))
    let englishOdds = NumberFormat.people(.english).count(Int64(min(1e15, (1 / chance).rounded())))
    return CellProblem(
      nl:
        "De verdeelsleutel \(quoted(name))\(owner.dutch) kan in een trekking voor alle regio's samen 0 zijn (ongeveer 1 op "
        + "\(odds) trekkingen): dan is er niets om naar te verdelen.",
      en:
        "The distribution key \(quoted(name))\(owner.english) may be 0 for all regions together in a draw (about 1 in "
        + "\(englishOdds) draws): there is nothing to divide by then.",
      remedyNl: "Geef ten minste één regio in regions.csv een waarde die niet 0 kan zijn, of kies een andere sleutel.",
      remedyEn: "Give at least one region in regions.csv a value that cannot be 0, or choose another key.")
  }

  // Correlations.

  static func unknownTable(_ name: String, known: [String]) -> CellProblem {
    let nearest = Suggestion.nearest(to: name, among: known)
    return CellProblem(
      nl: "Onbekende tabel \(quoted(name)).", en: "Unknown table \(quoted(name)).",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" } ?? "Kies uit \(known.joined(separator: ", ")).",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" } ?? "Choose from \(known.joined(separator: ", ")).")
  }

  static func notUncertainColumn(_ name: String, table: TableID, known: [String]) -> CellProblem {
    let nearest = Suggestion.nearest(to: name, among: known)
    let choice = enumeration(known, conjunction: .or, upTo: 16)
    return CellProblem(
      nl: "\(table.file) heeft geen kolom \(quoted(name)) waarin onzekere getallen kunnen staan.",
      en: "\(table.file) has no column \(quoted(name)) that can hold uncertain numbers.",
      remedyNl: nearest.map { "Bedoelt u \(quoted($0))?" } ?? "Kies \(choice.dutch).",
      remedyEn: nearest.map { "Did you mean \(quoted($0))?" } ?? "Choose \(choice.english).")
  }

  static let blankLoading = CellProblem(
    nl: "De lading is leeg.", en: "The loading is blank.", remedyNl: "Vul een getal in van -1 tot en met 1.",
    remedyEn: "Fill in a number from -1 to 1.")

  static func sameCorrelation(firstRow: Int) -> CellProblem {
    CellProblem(
      nl: "Deze rij zegt over dezelfde factor en cellen iets als rij \(firstRow).",
      en: "This row speaks of the same factor and cells as row \(firstRow).",
      remedyNl: "Haal een van beide rijen weg.", remedyEn: "Remove one of the rows.")
  }

  static func loadingsTooLarge(rows: [Int], variable: String, sum: Double) -> CellProblem {
    let shown = enumeration(rows.map(String.init), conjunction: .and, upTo: 8)
    let total = Bilingual(number: (sum * 10_000 + 0.5).rounded(.down) / 10_000)
    return CellProblem(
      nl: "De ladingen van \(quoted(CellName.text(variable).dutch)) zijn samen te groot: "
        + "de kwadraten in de rijen \(shown.dutch) tellen op tot \(total.dutch).",
      en: "The loadings of \(quoted(variable)) are too large together: "
        + "the squares in rows \(shown.english) add up to \(total.english).",
      remedyNl: "Verklein de ladingen tot de som van de kwadraten hooguit 1 is.",
      remedyEn: "Make the loadings smaller until the sum of their squares is 1 at most.")
  }
}
