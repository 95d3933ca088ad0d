import StudyFiles
import Terms
import Testing

@testable import WaterlijnCommands

/// A command line that is wrong: exit status 2, one clear message on the error stream, nothing on standard output.
@Suite struct UsageTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var message: String

    init(_ arguments: String, _ message: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.message = message
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let mistakes = [
    Mistake(
      "",
      """
      Er is geen opdracht gegeven.
      Meer uitleg: waterlijn help

      """),
    Mistake(
      "rnu studie",
      """
      Onbekende opdracht "rnu". Bedoelt u "run"?
      Meer uitleg: waterlijn help

      """),
    Mistake(
      "bereken studie",
      """
      Onbekende opdracht "bereken".
      Meer uitleg: waterlijn help

      """),
    Mistake(
      "help expalin --language en",
      """
      Unknown command "expalin". Did you mean "explain"?
      More help: waterlijn help

      """),
    Mistake(
      "run studie --drwas 5",
      """
      Onbekende optie "--drwas". Bedoelt u "--draws"?
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "check studie --draws 5 --language=en",
      """
      Unknown option "--draws".
      More help: waterlijn help check

      """),
    // What a command prints is all that it does: without that nothing is left.
    Mistake(
      "check studie --quiet",
      """
      Onbekende optie "--quiet".
      Meer uitleg: waterlijn help check

      """),
    Mistake(
      "--verison",
      """
      Onbekende optie "--verison". Bedoelt u "--version"?
      Meer uitleg: waterlijn help

      """),
    Mistake(
      "run",
      """
      De map van de studie ontbreekt.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run mijn studie",
      """
      "studie" is te veel; een pad of code met spaties hoort tussen aanhalingstekens.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --draws",
      """
      Achter --draws hoort een waarde te staan.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --out= ",
      """
      Achter --out hoort een waarde te staan.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --draws --seed 3",
      """
      Achter --draws hoort een waarde te staan.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --seed 3 --seed=4",
      """
      --seed staat er meer dan één keer.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --quiet=yes",
      """
      --quiet heeft geen waarde.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --draws 0",
      """
      --draws: "0" is geen geheel getal van 1 tot en met 1.000.000.000.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --seed 1.5",
      """
      --seed: "1.5" is geen geheel getal van 0 tot en met 18.446.744.073.709.551.615.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --sampler halton --language en",
      """
      --sampler: "halton" is not a sampler; it is lhs (Latin hypercube), sobol or random.
      More help: waterlijn help run

      """),
    Mistake(
      "run studie --language de",
      """
      --language: "de" is geen taal; het is nl of en.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "explain studie --scenario BASIS --year 2027",
      """
      --region ontbreekt.
      Meer uitleg: waterlijn help explain

      """),
    // Each of these used to be told in a run of its own.
    Mistake(
      "explain studie",
      """
      --scenario, --region en --year ontbreken.
      Meer uitleg: waterlijn help explain

      """),
    // Used to say that the study has no "".
    Mistake(
      "run studie --region AA+ --language en",
      """
      --region: in "AA+" a code is missing next to a +.
      More help: waterlijn help run

      """),
    Mistake(
      "run studie --scenario BASIS+SLMI",
      """
      --scenario: de studie kent "SLMI" niet. Bedoelt u "SLIM"?
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --region NL",
      """
      --region: de studie kent "NL" niet. Wel: AA, BB.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "explain studie --scenario slim --region AA --year 2027",
      """
      --scenario: de studie kent "slim" niet. Bedoelt u "SLIM"?
      Meer uitleg: waterlijn help explain

      """),
    Mistake(
      "explain studie --scenario SLIM --region AA --year 2030 --language en",
      """
      --year: the study has no "2030". It has: 2027, 2028, 2029.
      More help: waterlijn help explain

      """),
    // Half a percent that lost its sign used to be 50 %: reached at once, with far too few draws.
    Mistake(
      "run studie --tolerance 0,5",
      """
      --tolerance: "0,5" is 50 %. Schrijf 0,5% als 0,5 % is bedoeld, en anders 50%.
      Meer uitleg: waterlijn help run

      """),
    Mistake(
      "run studie --tolerance 0.05 --language en",
      """
      --tolerance: "0.05" is 5%. Write 0.05% if that is meant, otherwise 5%.
      More help: waterlijn help run

      """),
    Mistake(
      "run studie --tolerance 2 --language en",
      """
      --tolerance: "2" is 200%. Write 2% if that is meant, otherwise 200%.
      More help: waterlijn help run

      """),
  ]

  @Test(arguments: mistakes)
  func isAnsweredWithWhatIsWrong(mistake: Mistake) {
    let world = World()
    let outcome = world.run(mistake.arguments, reading: World.tiny)
    #expect(outcome == World.Outcome(status: .wrongUsage, output: "", error: mistake.message))
    #expect(world.contents.isEmpty)
  }

  /// Who forgets the command used to be told that the folder is an unknown one.
  @Test func aStudyWithoutACommand() throws {
    let world = World()
    try world.write("", to: "mijn-studie/settings.csv")
    let outcome = world.run(["mijn-studie"])
    #expect(outcome.status == .wrongUsage)
    #expect(
      outcome.error == """
        "mijn-studie" is een map, geen opdracht. Bedoelt u "waterlijn run mijn-studie"?
        Meer uitleg: waterlijn help

        """)
  }

  @Test func aMistakeIsAnsweredInTheLanguageOfTheStudy() {
    let reading = World.reading(World.tiny.study!) { $0.settings.language = .english }
    let outcome = World().run(["run", "study", "--region", "CC"], reading: reading)
    #expect(outcome.error == "--region: the study has no \"CC\". It has: AA, BB.\nMore help: waterlijn help run\n")
  }

  @Test func wholeNumbersAsPeopleWriteThem() {
    let right: [String: UInt64] = [
      "0": 0, "7": 7, "10000": 10_000, "10.000": 10_000, "10,000": 10_000, "10 000": 10_000, "1_000_000": 1_000_000,
      "1'000": 1000, "1\u{a0}000": 1000, "18446744073709551615": .max, "007": 7, "1e6": 1_000_000, "25E3": 25_000,
      "0e19": 0, "1e19": 10_000_000_000_000_000_000,
    ]
    for (text, number) in right { #expect(WholeNumber.parse(text) == number, "\(text)") }
    for text in [
      "", "-1", "+1", "+1e2", "1e+2", "+1e+2", "+1x", "1.5", "1.50", "10.00", "1.000.00", "1.000,000", ".000", "1..000",
      "1e", "e6", "1e-6", "1e1e1",
      "2e19", "1e20", "x",
    ] {
      #expect(WholeNumber.parse(text) == nil, "\(text)")
    }
    #expect(WholeNumber.parse("18446744073709551616") == nil)
  }

  /// What controls a terminal used to be sent to it as it was typed.
  @Test(arguments: [
    ["r\u{1B}[31mun"], ["run", "x", "--draws", "\u{1B}]0;x\u{7}"], ["run", "x", "--reg\u{202E}ion", "a"],
  ])
  func messagesControlNoTerminal(arguments: [String]) {
    let error = World().run(arguments).error
    #expect(!error.unicodeScalars.contains { $0.isInvisible }, "\(error.debugDescription)")
    #expect(error.includes("\u{FFFD}"))
  }
}
