import Terms
import Testing

@testable import WaterlijnCommands

@Suite struct HelpTests {
  static let dutch = """
    waterlijn \(Waterlijn.version)
    Wat kost een uniform kwaliteitsniveau van bevolkingszorg de veiligheidsregio's?

    Gebruik: waterlijn OPDRACHT [OPTIES]

    Opdrachten:
      run STUDIE                 rekent een studie door en schrijft de resultaten
      report STUDIE|RESULTATEN   maakt een rapport om te versturen
      page [STUDIE]              maakt het programma als één webpagina, met de studie
      template STUDIE            maakt de formulieren van de uitvraag
      collect STUDIE ANTWOORDEN  neemt over wat regio's opgaven, in een nieuwe studie
      progress STUDIE            toont hoever de uitvraag is
      verify RESULTATEN          rekent uitkomsten na en toont wat er anders is
      merge DELEN                voegt delen van een berekening samen
      parts DELEN                toont welke delen van een berekening ontbreken
      check STUDIE               zoekt fouten in een studie en toont wat er gelezen is
      explain STUDIE             rekent één regio en jaar voor, stap voor stap
      benchmark STUDIE           zet naast elkaar wat de regio's vandaag hebben
      compare A [B]              vergelijkt twee scenario's, studies of uitkomsten
      sensitivity STUDIE         toont wat de uitkomst onzeker maakt
      priority STUDIE            toont welke gegevens u de regio's eerst vraagt
      sweep STUDIE               zet op een rij wat er uitkomt bij andere invoer
      solve STUDIE               zoekt de invoer waarbij aan een eis is voldaan
      help [OPDRACHT]            legt een opdracht uit

    Opties van elke opdracht:
      --language nl|en  taal van alle tekst
      --help            toont deze uitleg
      --version         toont de versie

    STUDIE is een map met CSV-bestanden, waaronder settings.csv.

    Afsluitstatus: 0 gelukt, 1 mislukt (bijvoorbeeld: schijf vol), 2 verkeerd
    gebruik, 3 fouten in de studie of uitkomsten die niet kloppen, 130 afgebroken.
    Cijfers gaan naar de standaarduitvoer, meldingen en voortgang naar de
    foutuitvoer.

    """

  static let english = """
    waterlijn \(Waterlijn.version)
    What does a uniform quality level of population care cost the safety regions?

    Usage: waterlijn COMMAND [OPTIONS]

    Commands:
      run STUDY              computes a study and writes the results
      report STUDY|RESULTS   makes a report to send around
      page [STUDY]           makes the program as one web page, with the study
      template STUDY         makes the forms for the regions' figures
      collect STUDY ANSWERS  takes over what regions reported, into a new study
      progress STUDY         shows how far the regions' answers are
      verify RESULTS         computes results again and tells what differs
      merge PARTS            merges the parts of a run
      parts PARTS            tells which parts of a run are missing
      check STUDY            looks for mistakes and shows what was read
      explain STUDY          works out one region and year, step by step
      benchmark STUDY        puts beside each other what the regions have today
      compare A [B]          compares two scenarios, studies or results
      sensitivity STUDY      shows what makes the outcome uncertain
      priority STUDY         shows which figures to ask the regions first
      sweep STUDY            lists what comes out for other inputs
      solve STUDY            seeks the input at which a condition is met
      help [COMMAND]         explains a command

    Options of every command:
      --language nl|en  language of all text
      --help            shows this explanation
      --version         shows the version

    STUDY is a folder of CSV files, settings.csv among them.

    Exit status: 0 success, 1 failure (for example: disk full), 2 wrong usage,
    3 mistakes in the study or results that are not right, 130 interrupted.
    Figures go to standard output, messages and progress to standard error.

    """

  static let check = """
    Usage: waterlijn check STUDY [OPTIONS]

    Reads the study and names all mistakes at once: file, row, column, what is wrong
    and how to mend it. If there are none you see what was read, which share of the
    figures regions reported themselves and which share is assumed, and what
    deserves attention.

    Figures that are probably not what was meant stand apart as doubts, with what
    is expected and how it probably should be. A note in the row that explains the
    figure closes the doubt. With --strict the command ends with status 3 as long
    as there are open doubts. With --out every message is in a table too, with file,
    row and column.

    Options:
      --strict            status 3 as long as there are open doubts
      --out FOLDER        folder for messages.csv; without: text only
      --language nl|en    language of all text
      --csv-locale nl|en  nl: CSV with semicolons and decimal commas; without: en
      --help              shows this explanation

    Examples:
      waterlijn check my-study --language en
      waterlijn check my-study --out found --language en

    """

  @Test(arguments: [
    (["help"], dutch), (["--help"], dutch), (["-h"], dutch), (["help", "--language", "nl"], dutch),
    (["help", "--language", "en"], english), (["--language", "en", "help"], english),
    (["--language=en", "--help"], english), (["--version"], "waterlijn \(Waterlijn.version)\n"),
    (["help", "check", "--language", "en"], check), (["check", "--help", "--language", "en"], check),
    (["check", "study", "-h", "--language", "en"], check),
  ])
  func whole(arguments: [String], expected: String) {
    #expect(World().run(arguments) == World.Outcome(status: .success, output: expected, error: ""))
  }

  @Test(arguments: Command.all.map { $0.description.name }, ["nl", "en"])
  func everyOptionOfACommandIsExplainedOnce(name: String, language: String) throws {
    let outcome = World().run(["help", name, "--language", language])
    let lines = outcome.output.split(separator: "\n")
    for option in try Command(named: name).description.options {
      let spoken: Language = language == "nl" ? .dutch : .english
      let help = option.help(spoken)
      #expect(!help.isEmpty && option.placeholder.map { $0(spoken).isEmpty } != true, "\(option.flag)")
      let own = lines.filter { $0.hasPrefix("  \(option.flag) ") }
      #expect(own.count == 1 && own[0].hasSuffix("  " + help), "\(option.flag)")
    }
    #expect(lines.allSatisfy { $0.count <= 80 }, "a terminal has 80 columns")
  }
}
