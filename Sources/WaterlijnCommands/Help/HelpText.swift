import Terms

/// The complete help texts.
struct HelpText {
  var language: Language

  /// The text of `waterlijn help`.
  ///
  /// - Parameter options: those that need no command.
  func overview(_ commands: [CommandDescription], options: [CommandOption]) -> String {
    let commands = commands.map {
      (left: $0.name + " " + $0.operands.placeholder(language), right: $0.summary(language))
    }
    return """
      waterlijn \(Waterlijn.version)
      \(language(
        nl: "Wat kost een uniform kwaliteitsniveau van bevolkingszorg de veiligheidsregio's?",
        en: "What does a uniform quality level of population care cost the safety regions?"))

      \(language(nl: "Gebruik: waterlijn OPDRACHT [OPTIES]", en: "Usage: waterlijn COMMAND [OPTIONS]"))

      \(language(nl: "Opdrachten:", en: "Commands:"))
      \(table(commands))

      \(language(nl: "Opties van elke opdracht:", en: "Options of every command:"))
      \(table(options.map(row)))

      \(language(
        nl: """
          STUDIE is een map met CSV-bestanden, waaronder settings.csv.

          Afsluitstatus: 0 gelukt, 1 mislukt (bijvoorbeeld: schijf vol), 2 verkeerd
          gebruik, 3 fouten in de studie of uitkomsten die niet kloppen, 130 afgebroken.
          Cijfers gaan naar de standaarduitvoer, meldingen en voortgang naar de
          foutuitvoer.
          """,
        en: """
          STUDY is a folder of CSV files, settings.csv among them.

          Exit status: 0 success, 1 failure (for example: disk full), 2 wrong usage,
          3 mistakes in the study or results that are not right, 130 interrupted.
          Figures go to standard output, messages and progress to standard error.
          """))

      """
  }

  /// The text of `waterlijn help COMMAND`.
  func details(of command: CommandDescription) -> String {
    let usage = "waterlijn \(command.name) \(command.operands.placeholder(language))"
    var text = """
      \(language(nl: "Gebruik:", en: "Usage:")) \(usage) \(language(nl: "[OPTIES]", en: "[OPTIONS]"))

      \(command.explanation(language))

      \(language(nl: "Opties:", en: "Options:"))
      \(table(command.options.map(row)))

      """
    if !command.examples.isEmpty {
      text += "\n\(language(nl: "Voorbeelden:", en: "Examples:"))\n"
      for example in command.examples { text += "  \(example(language))\n" }
    }
    return text
  }

  /// A pointer to the relevant help after an error in the command line.
  ///
  /// - Parameter command: its name.
  static func pointer(to command: String?) -> Bilingual {
    let line = "waterlijn help" + (command.map { " " + $0 } ?? "")
    return Bilingual(nl: "Meer uitleg: \(line)", en: "More help: \(line)")
  }

  private func row(_ option: CommandOption) -> (left: String, right: String) {
    (option.flag + (option.placeholder.map { " " + $0(language) } ?? ""), option.help(language))
  }

  /// Rows in two columns.
  private func table(_ rows: [(left: String, right: String)]) -> String {
    let width = rows.map { $0.left.count }.max() ?? 0
    return rows.map { row in
      "  " + row.left + String(repeating: " ", count: width - row.left.count + 2) + row.right
    }.joined(separator: "\n")
  }
}
