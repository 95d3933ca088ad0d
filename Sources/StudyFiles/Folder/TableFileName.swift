import Terms

/// The name of a file that is no table's, and the table that it means: a copy, a second download, a Dutch name.
struct TableFileName {
  /// Nil if it means none.
  let table: TableID?
  /// Whether files of this kind hold tables and nothing else.
  let isTableForSure: Bool

  /// Nil for a file that is no table by its extension.
  init?(_ file: String) {
    let parts = file.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isSure = ["csv", "xlsx"].contains(parts[parts.count - 1])
    guard parts.count > 1, isSure || ["xls", "xlsm", "ods", "txt", "tsv"].contains(parts[parts.count - 1]) else {
      return nil
    }
    isTableForSure = isSure
    table = Self.table(of: parts[0])
  }

  private static func table(of stem: String) -> TableID? {
    let words = words(of: stem)
    // What is left without the words of a copy comes last: one-offs is a name with a word that could be one.
    for name in [words, words.filter { !isOfCopy($0) }] where !name.isEmpty {
      if let table = exactly(name.joined(separator: "-")) { return table }
    }
    let name = words.filter { !isOfCopy($0) }.joined(separator: "-")
    let known = TableID.allCases.map { $0.stem }
    guard let nearest = Suggestion.nearest(to: stem, among: known) ?? Suggestion.nearest(to: name, among: known) else {
      return nil
    }
    return TableID.allCases.first { $0.stem == nearest }
  }

  private static func exactly(_ name: String) -> TableID? {
    TableID.allCases.first { $0.stem == name } ?? otherNames.first { $0.names.contains(name) }?.table
  }

  /// The letters and figures between blanks, hyphens and the like.
  private static func words(of stem: String) -> [String] {
    var words = [""]
    for character in stem {
      if character == "'" || character == "\u{2019}" { continue }
      if character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func isOfCopy(_ word: String) -> Bool {
    copyWords.contains(word) || word.allSatisfy { $0.isNumber }
      || word.hasPrefix("v") && word.dropFirst().allSatisfy { $0.isNumber }
  }

  private static let copyWords: Set<String> = [
    "kopie", "van", "copy", "of", "kopia", "nieuw", "new", "oud", "old", "def", "definitief", "final", "concept",
    "versie",
    "version", "backup", "bak", "csv", "tabel", "table", "blad", "sheet",
  ]

  /// By what else people call a table: its Dutch name in several forms.
  private static let otherNames: [(table: TableID, names: Set<String>)] = [
    (.settings, ["instellingen", "uitgangspunten", "setting"]), (.regions, ["regios", "regio", "region"]),
    (.functions, ["functies", "functie", "function"]), (.norms, ["normen", "norm"]),
    (.levels, ["niveaus", "niveau", "level"]), (.staffing, ["bezetting", "personeel", "personen", "staf"]),
    (.training, ["opleiding", "opleidingen", "bijscholing", "opleiden"]),
    (.provisions, ["voorzieningen", "voorziening", "provision"]),
    (.provisionNorms, ["voorzieningen-normen", "normen-voorzieningen", "voorzieningnormen", "provisionnorms"]),
    (.provisionCurrent, ["voorzieningen-nu", "voorzieningen-huidig", "provisioncurrent"]),
    (.oneOffs, ["eenmalig", "eenmalige-posten", "eenmalige-kosten", "oneoffs", "posten"]),
    (.measures, ["maatregelen", "maatregel", "measure"]),
    (
      .measureEffects,
      ["effecten", "maatregel-effecten", "maatregeleffecten", "effecten-van-maatregelen", "measureeffects"]
    ),
    (.scenarios, ["scenario"]),
    (.scenarioRegions, ["scenario-regios", "scenarios-regios", "scenarioregions", "scenarioregios"]),
    (.phaseIn, ["ingroei", "ingroeiprofielen", "phasein"]),
    (
      .indices, ["index", "indexen", "indexcijfers", "indexering", "indexatie", "prijzen-en-lonen", "lonen-en-prijzen"]
    ),
    (.funding, ["middelen", "dekking", "dekkingen", "fondsen", "financiering", "funds", "fund"]),
    (.variables, ["variabelen", "variabele", "variable"]),
    (.correlations, ["correlaties", "samenhang", "correlation"]),
  ]
}
