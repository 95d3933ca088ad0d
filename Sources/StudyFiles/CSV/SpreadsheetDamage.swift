import Terms

/// Cells that a spreadsheet turned into something other than what was typed.
enum SpreadsheetDamage {
  case errorValue, formula, date, time, tooNarrow

  /// Nil for a text that shows no such damage.
  init?(_ text: String) {
    if Self.isErrorValue(text) {
      self = .errorValue
    } else if text.hasPrefix("##") {
      self = .tooNarrow
    } else if text.hasPrefix("=") {
      self = .formula
    } else if Self.isDate(text) {
      self = .date
    } else if Self.isTime(text) {
      self = .time
    } else {
      return nil
    }
  }

  /// True for the texts that Excel (English or Dutch) and LibreOffice show instead of a result.
  static func isErrorValue(_ text: String) -> Bool {
    let upper = text.uppercased()
    return errorValues.contains(upper) || upper.hasPrefix("ERR:")
  }

  private static let errorValues: Set<String> = [
    "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#N/A", "#N/B", "#NAME?", "#NAAM?", "#DIV/0!", "#DEEL/0!", "#NUM!",
    "#GETAL!", "#NULL!", "#LEEG!", "#SPILL!", "#OVERLOOP!", "#CALC!", "#BEREKENEN!", "#GETTING_DATA",
  ]

  private static func isDate(_ text: String) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    if numbers.count == 3, numbers.allSatisfy({ $0.utf8.allSatisfy { $0.isDigit } }) {
      // 3.5.2027: no number has groups of these lengths.
      return numbers[..<2].allSatisfy { (1...2).contains($0.utf8.count) } && [2, 4].contains(numbers[2].utf8.count)
    }
    let parts = text.lowercased().split(omittingEmptySubsequences: false) { "-/ ".contains($0) }
    guard (2...3).contains(parts.count) else { return false }
    var months = 0
    for part in parts {
      if isMonth(part) {
        months += 1
      } else if part.isEmpty || part.utf8.count > 4 || !part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        return false
      }
    }
    return months == 1 || months == 0 && parts.count == 3 && !text.contains(" ")
  }

  private static func isMonth(_ part: Substring) -> Bool {
    let name = part.hasSuffix(".") ? part.dropLast() : part
    return name.count >= 3 && months.contains { $0.hasPrefix(name) }
  }

  private static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december", "mrt", "january", "february", "march", "may", "june", "july", "august", "october",
  ]

  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  func problem(for text: String) -> CellProblem {
    let shown = text.excerpt
    switch self {
    case .errorValue:
      return CellProblem(
        nl: "\(shown) is een foutmelding van het rekenblad, geen getal.",
        en: "\(shown) is an error of the spreadsheet, not a number.",
        remedyNl: "Herstel de formule in het rekenblad en bewaar het bestand opnieuw, of typ het getal zelf.",
        remedyEn: "Mend the formula in the spreadsheet and save the file again, or type the number itself.")
    case .tooNarrow:
      return CellProblem(
        nl: "\(shown) is geen getal: de kolom was te smal om het getal te tonen.",
        en: "\(shown) is not a number: the column was too narrow to show the number.",
        remedyNl: "Maak de kolom in het rekenblad breder en bewaar het bestand opnieuw.",
        remedyEn: "Widen the column in the spreadsheet and save the file again.")
    case .formula:
      return CellProblem(
        nl: "\"\(shown)\" is een formule; formules worden niet uitgerekend.",
        en: "\"\(shown)\" is a formula; formulas are not computed.",
        remedyNl: "Zet hier de uitkomst van de formule neer.",
        remedyEn: "Put the result of the formula here.")
    case .date:
      return CellProblem(
        nl: "\"\(shown)\" is een datum, geen getal. Een rekenblad maakt van invoer als 3-5 of 1/3 vanzelf een datum.",
        en: "\"\(shown)\" is a date, not a number. A spreadsheet turns input such as 3-5 or 1/3 into a date by itself.",
        remedyNl:
          "Geef de cel de opmaak Tekst en typ de waarde opnieuw: een getal als 3, een bereik als 3..5 of alleen "
          + "het jaartal.",
        remedyEn: "Give the cell the format Text and type the value again: a number such as 3, a range such as 3..5 or "
          + "the year alone.")
    case .time:
      return CellProblem(
        nl: "\"\(shown)\" is een tijd, geen getal.",
        en: "\"\(shown)\" is a time, not a number.",
        remedyNl: "Geef de cel de opmaak Tekst en typ het getal opnieuw; een half uur is een half, geen 0:30.",
        remedyEn: "Give the cell the format Text and type the number again; half an hour is a half, not 0:30.")
    }
  }
}

extension CellProblem {
  init(nl dutch: String, en english: String, remedyNl: String, remedyEn: String) {
    self.init(problem: Bilingual(nl: dutch, en: english), remedy: Bilingual(nl: remedyNl, en: remedyEn))
  }
}
