import Terms

/// Problems of a cell that is a range, a function of the cell grammar or a reference, other than those of its numbers
/// (``DistributionError``).
extension CellProblem {
  static func notARange(_ text: String) -> CellProblem {
    CellProblem(
      nl: "\"\(text.excerpt)\" is geen bereik.", en: "\"\(text.excerpt)\" is not a range.",
      remedyNl: "Schrijf twee punten tussen twee getallen (laagste..hoogste), zoals 5..9, of tussen drie "
        + "(laagste..meest waarschijnlijk..hoogste), zoals 5..6..9.",
      remedyEn: "Write two points between two numbers (lowest..highest), such as 5..9, or between three "
        + "(lowest..most likely..highest), such as 5..6..9.")
  }

  static func unclosedParenthesis(
    _ text: String, _ name: DistributionName, _ notation: NumberNotation
  ) -> CellProblem {
    let example = example(name, notation)
    return CellProblem(
      nl: "In \"\(text.excerpt)\" ontbreekt het haakje sluiten, of er staat nog tekst achter.",
      en: "In \"\(text.excerpt)\" the closing parenthesis is missing, or there is more text after it.",
      remedyNl: example.dutch, remedyEn: example.english)
  }

  /// - Parameter written: the name of the function.
  static func unknownDistribution(_ written: String, _ notation: NumberNotation) -> CellProblem {
    let problem = Bilingual(
      nl: "\"\(written.excerpt)\" is geen bekende verdeling.", en: "\"\(written.excerpt)\" is not a known distribution."
    )
    if let nearest = Suggestion.nearest(to: written, among: DistributionName.allNames),
      let name = DistributionName(nearest)
    {
      let example = example(name, notation)
      return CellProblem(
        problem: problem,
        remedy: Bilingual(
          nl: "Is \(nearest) bedoeld? \(example.dutch)", en: "Was \(nearest) meant? \(example.english)"))
    }
    let names = DistributionName.allCases.map { $0.rawValue }.joined(separator: ", ")
    return CellProblem(
      problem: problem, remedy: Bilingual(nl: "Kies een van \(names).", en: "Choose one of \(names)."))
  }

  /// - Parameter count: number of arguments.
  static func wrongArguments(
    _ text: String, _ name: DistributionName, count: Int, _ notation: NumberNotation
  ) -> CellProblem {
    let example = example(name, notation)
    let separator = Bilingual(
      nl: " Tussen de argumenten staat altijd een puntkomma.", en: " Arguments are always parted by a semicolon.")
    let problem =
      name.accepts(argumentCount: count)
      ? Bilingual(
        nl: "In \"\(text.excerpt)\" is een argument leeg.", en: "In \"\(text.excerpt)\" an argument is empty.")
      : Bilingual(
        nl: "\"\(text.excerpt)\" heeft \(count == 1 ? "1 argument" : "\(count) argumenten"), en dat past niet bij "
          + "\(name.rawValue).",
        en: "\"\(text.excerpt)\" has \(count == 1 ? "1 argument" : "\(count) arguments"), which does not suit "
          + "\(name.rawValue).")
    return CellProblem(
      problem: problem,
      remedy: Bilingual(nl: example.dutch + separator.dutch, en: example.english + separator.english))
  }

  static func notAQuantile(_ label: String, in text: String, _ notation: NumberNotation) -> CellProblem {
    CellProblem(
      nl: "In \"\(text.excerpt)\" is \"\(label.excerpt)\" geen kwantiel.",
      en: "In \"\(text.excerpt)\" \"\(label.excerpt)\" is not a quantile.",
      remedyNl: "Schrijf p met een percentage boven 0 en onder 100, zoals p5, p50 of p\(notation.write(97.5)), en voor "
        + "de grenzen elk hoogstens een keer lo en hi.",
      remedyEn: "Write p with a percentage above 0 and below 100, such as p5, p50 or p\(notation.write(97.5)), and for "
        + "the bounds lo and hi, each once at most.")
  }

  static func notAPair(
    _ argument: String, of name: DistributionName, in text: String, _ notation: NumberNotation
  ) -> CellProblem {
    let example = example(name, notation)
    return CellProblem(
      nl: "In \"\(text.excerpt)\" is \"\(argument.excerpt)\" geen paar met een dubbele punt.",
      en: "In \"\(text.excerpt)\" \"\(argument.excerpt)\" is not a pair with a colon.",
      remedyNl: example.dutch, remedyEn: example.english)
  }

  static func notInTheFolder(_ file: String, _ notation: NumberNotation) -> CellProblem {
    let example = DistributionName.empirical.example(notation)
    return CellProblem(
      nl: "\"\(file.excerpt)\" ligt niet in de map van de studie.",
      en: "\"\(file.excerpt)\" is not in the study's folder.",
      remedyNl: "Zet het bestand in de map van de studie en schrijf alleen zijn naam, zoals \(example).",
      remedyEn: "Put the file in the study's folder and write its name only, such as \(example).")
  }

  /// The problem of a number within a cell.
  static func within(_ text: String, _ number: CellProblem) -> CellProblem {
    let (problem, remedy) = number.words()
    return CellProblem(
      problem: Bilingual(
        nl: "In \"\(text.excerpt)\": \(problem.dutch)", en: "In \"\(text.excerpt)\": \(problem.english)"),
      remedy: remedy)
  }

  private static func example(_ name: DistributionName, _ notation: NumberNotation) -> Bilingual {
    Bilingual(
      nl: "Schrijf \(name.rawValue)(\(name.arguments.dutch)), bijvoorbeeld \(name.example(notation)).",
      en: "Write \(name.rawValue)(\(name.arguments.english)), for example \(name.example(notation)).")
  }
}
