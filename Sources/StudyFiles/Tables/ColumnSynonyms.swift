import Terms

/// What people call the columns of their own tables.
enum ColumnSynonyms {
  /// The name of the column, English or Dutch as people would write it, that a header means; nil if it means none.
  ///
  /// A column's name with more words than it has (`aantal personen (regio)`), or another word for it (`omschrijving`).
  static func meant(by header: String, among columns: [ColumnDescription]) -> String? {
    let words = words(of: header)
    if words.isEmpty { return nil }
    let name = words.joined(separator: "_")
    func written(_ column: ColumnDescription) -> String {
      words.contains(where: { english.contains($0) }) ? column.id : column.dutch
    }
    if let column = columns.first(where: { $0.isCalled(name) }) {
      return column.isCalled(name) ? name : written(column)
    }
    for (id, others) in synonyms where others.contains(name) {
      if let column = columns.first(where: { $0.id == id }) { return written(column) }
    }
    // The longest name that occurs in it as whole words.
    var found: (name: String, length: Int)?
    for column in columns {
      for known in [column.id, column.dutch] {
        let parts = known.split(separator: "_").map(String.init)
        guard known.utf8.count > 3, parts.count <= words.count, known.utf8.count > found?.length ?? 0 else { continue }
        let isThere = (0...(words.count - parts.count)).contains { start in
          zip(parts, words[start...]).allSatisfy { $0 == $1 }
        }
        if isThere { found = (known, known.utf8.count) }
      }
    }
    if let found { return found.name }
    for word in words {
      for (id, others) in synonyms where others.contains(word) {
        if let column = columns.first(where: { $0.id == id }) { return written(column) }
      }
    }
    return nil
  }

  private static func words(of header: String) -> [String] {
    var words = [""]
    for character in header.lowercased() {
      if character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// Words that show that a header is in English.
  private static let english: Set<String> = [
    "number", "description", "remark", "remarks", "comment", "comments", "reference", "headcount", "staff", "price",
    "start", "end", "begin", "percentage", "label", "title", "inhabitants", "cost",
  ]

  /// By the English name of a column.
  private static let synonyms: [(id: String, words: Set<String>)] = [
    ("name", ["omschrijving", "benaming", "titel", "label", "description", "title", "regionaam", "functienaam"]),
    (
      "note",
      ["opmerking", "opmerkingen", "commentaar", "uitleg", "notitie", "remark", "remarks", "comment", "comments"]
    ),
    ("source", ["herkomst", "bronvermelding", "referentie", "reference", "bronnen"]),
    ("region", ["regiocode", "veiligheidsregio", "vr", "regionummer"]), ("function", ["functiecode", "rol"]),
    ("population", ["inwonertal", "inwoneraantal", "bevolking", "inhabitants"]),
    ("persons", ["mensen", "bezetting", "fte", "medewerkers", "headcount", "staff"]),
    ("turnover", ["uitstroom", "verlooppercentage"]), ("standby_positions", ["piket"]),
    ("initial_hours", ["opleiding", "basisopleiding"]), ("annual_hours", ["bijscholing", "nascholing", "oefenuren"]),
    ("hourly_cost", ["uurloon", "loon", "tarief"]), ("unit_cost", ["stukprijs", "kosten", "tarief", "price", "cost"]),
    ("amount", ["bedragen", "kosten", "budget", "cost"]), ("quantity", ["hoeveelheid", "stuks", "number"]),
    ("from", ["start", "begin", "startjaar", "beginjaar", "vanaf", "ingangsjaar"]),
    ("until", ["eind", "einde", "eindjaar", "tm", "end"]), ("year", ["jaartal", "kalenderjaar"]),
    ("share", ["percentage", "deel"]), ("value", ["inhoud", "bedrag"]), ("key", ["sleutel"]),
    ("per", ["eenheid", "unit"]), ("level", ["kwaliteitsniveau"]), ("loading", ["correlatie", "gewicht"]),
  ]
}
