import StudyFiles

/// The options of all commands.
enum OptionName: String, CaseIterable {
  case out
  case xlsx
  case study
  case draws
  case tolerance
  case maxDraws = "max-draws"
  case seed
  case sampler
  case threads
  case scenario
  case region
  case by
  case among
  case year
  case draw
  case vary
  case quantity
  case find
  case range
  case suchThat = "such-that"
  case smallest
  case largest
  case language
  case csvLocale = "csv-locale"
  case quiet
  case help
  case version

  /// As it is typed.
  var flag: String { "--" + rawValue }

  /// What stands for its value in a help text; nil where it has none.
  func placeholder(of command: CommandName) -> Localized? {
    switch self {
    case .out where command == .report: return Localized(nl: "BESTAND.html", en: "FILE.html")
    case .out: return Localized(nl: "MAP", en: "FOLDER")
    case .study: return Localized(nl: "MAP", en: "FOLDER")
    case .xlsx: return Localized(nl: "BESTAND", en: "FILE")
    case .tolerance: return Localized(nl: "P%", en: "P%")
    case .draws, .maxDraws, .seed, .threads, .draw: return Localized(nl: "N", en: "N")
    case .sampler: return Localized(nl: "SOORT", en: "KIND")
    case .quantity where command == .compare: return Localized(nl: "G", en: "Q")
    case .scenario where command == .compare: return Localized(nl: "S+S", en: "S+S")
    case .scenario:
      return [.run, .sweep].contains(command) ? Localized(nl: "S+S", en: "S+S") : Localized(nl: "S", en: "S")
    case .region where command == .report: return Localized(nl: "R|all", en: "R|all")
    case .region:
      return [.explain, .sensitivity].contains(command) ? Localized(nl: "R", en: "R") : Localized(nl: "R+R", en: "R+R")
    case .among: return Localized(nl: "S+S", en: "S+S")
    case .by: return Localized(nl: "INDELING", en: "GROUPING")
    case .quantity where command == .sensitivity: return Localized(nl: "BEDRAG", en: "AMOUNT")
    case .year: return Localized(nl: "JAAR", en: "YEAR")
    case .vary: return Localized(nl: "NAAM=WAARDEN", en: "NAME=VALUES")
    case .quantity: return Localized(nl: "G+G", en: "Q+Q")
    case .find: return Localized(nl: "NAAM", en: "NAME")
    case .range: return Localized(nl: "A...B", en: "A...B")
    case .suchThat: return Localized(nl: "EIS", en: "CONDITION")
    case .language, .csvLocale: return Localized(nl: "nl|en", en: "nl|en")
    case .smallest, .largest, .quiet, .help, .version: return nil
    }
  }

  /// Whether it may be given more than once.
  var mayRepeat: Bool { self == .vary }

  var takesValue: Bool { placeholder(of: .run) != nil }
}
