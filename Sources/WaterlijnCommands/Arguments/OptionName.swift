import StudyFiles
import Terms

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
  func placeholder(of command: CommandName) -> Bilingual? {
    switch self {
    case .out where command == .report: return Bilingual(nl: "BESTAND.html", en: "FILE.html")
    case .out: return Bilingual(nl: "MAP", en: "FOLDER")
    case .study: return Bilingual(nl: "MAP", en: "FOLDER")
    case .xlsx: return Bilingual(nl: "BESTAND", en: "FILE")
    case .tolerance: return Bilingual(same: "P%")
    case .draws, .maxDraws, .seed, .threads, .draw: return Bilingual(same: "N")
    case .sampler: return Bilingual(nl: "SOORT", en: "KIND")
    case .quantity where command == .compare: return Bilingual(nl: "G", en: "Q")
    case .scenario where command == .compare: return Bilingual(same: "S+S")
    case .scenario:
      return [.run, .sweep].contains(command) ? Bilingual(same: "S+S") : Bilingual(same: "S")
    case .region where command == .report: return Bilingual(same: "R|all")
    case .region:
      return [.explain, .sensitivity].contains(command) ? Bilingual(same: "R") : Bilingual(same: "R+R")
    case .among: return Bilingual(same: "S+S")
    case .by: return Bilingual(nl: "INDELING", en: "GROUPING")
    case .quantity where command == .sensitivity: return Bilingual(nl: "BEDRAG", en: "AMOUNT")
    case .year: return Bilingual(nl: "JAAR", en: "YEAR")
    case .vary: return Bilingual(nl: "NAAM=WAARDEN", en: "NAME=VALUES")
    case .quantity: return Bilingual(nl: "G+G", en: "Q+Q")
    case .find: return Bilingual(nl: "NAAM", en: "NAME")
    case .range: return Bilingual(same: "A...B")
    case .suchThat: return Bilingual(nl: "EIS", en: "CONDITION")
    case .language, .csvLocale: return Bilingual(same: "nl|en")
    case .smallest, .largest, .quiet, .help, .version: return nil
    }
  }

  /// Whether it may be given more than once.
  var mayRepeat: Bool { self == .vary }

  var takesValue: Bool { placeholder(of: .run) != nil }
}
