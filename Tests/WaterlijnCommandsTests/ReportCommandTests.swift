import Analyses
import CostEngine
import Foundation
import Reports
import StudyFiles
import Terms
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

@Suite struct ReportCommandTests {
  static func environment(_ world: World, _ reading: StudyReading) -> CommandEnvironment {
    CommandEnvironment(
      output: OutputSink { _ in .written }, error: OutputSink { _ in .written }, errorIsTerminal: false,
      currentDirectory: world.folder, threads: SystemThreads(), processorCount: 2, now: { 0 }, files: SystemFiles(),
      interruption: Interruption(), readStudy: { _, _, _ in reading })
  }

  /// A world with a study in `s` and its results in `s/resultaten`.
  static func computed(_ reading: StudyReading = World.tiny, _ options: String...) throws -> World {
    let world = World()
    try world.write("setting,value\n", to: "s/settings.csv")
    let outcome = world.run(["run", "s", "--quiet"] + options, reading: reading)
    #expect(outcome == World.Outcome(status: .success, output: "", error: ""))
    return world
  }

  // MARK: The same page

  @Test(arguments: ["en", "nl"])
  func theReportOfAStudyIsThatOfItsResults(locale: String) throws {
    let reading = World.reading(RandomStudy.make(seed: 5, uncertain: true)) { $0.currentCells = [] }
    let world = try Self.computed(reading, "--csv-locale", locale)
    let ofResults = world.run(["report", "s/resultaten/"], reading: reading)
    #expect(
      ofResults
        == World.Outcome(
          status: .success,
          output: "Rapport: s/resultaten/rapport.html (dubbelklik op het bestand om het te openen)\n", error: ""))
    let page = try #require(world.contents["s/resultaten/rapport.html"])
    #expect(world.run(["report", "s", "--out", "study.html"], reading: reading).status == .success)
    #expect(world.contents["study.html"] == page)
    // The figures as such.
    let environment = Self.environment(world, reading)
    let read = try OpenedResults("s/resultaten", study: nil, environment).run(
      CommandContext(environment, requestedLanguage: nil), threads: 2)
    let study = try #require(reading.study)
    let settings = SimulationSettings(draws: 300, seed: 1, sampler: .latinHypercube)
    let results = try ConcurrentSimulation(
      Plan(study, selection: Selection(study), settings: settings, countsItems: true), workers: World.workers(2)
    ).results { _ in }
    let direct = ReportedRun(reading, study, results, settings, version: Waterlijn.version, workers: .alone)
    #expect(direct.results == read.results && direct.settings == read.settings && direct.version == read.version)
    let total = results.summary(.delta, scenario: 0, region: results.national, year: results.total)
    let shown = read.results.summary(.delta, scenario: 0, region: results.national, year: results.total)
    // Half a unit of the sixth decimal, and a rounding.
    #expect(abs(shown.mean - total.mean) <= 0.5e-6 + total.mean.magnitude.ulp)
  }

  @Test func howResultsWereComputedIsTold() throws {
    let world = try Self.computed(
      World.tiny, "--seed", "18446744073709551615", "--sampler", "random", "--tolerance", "2%", "--max-draws", "5000",
      "--scenario", "SLIM")
    let environment = Self.environment(world, World.tiny)
    let run = try OpenedResults("s/resultaten", study: nil, environment).run(
      CommandContext(environment, requestedLanguage: nil), threads: 1)
    #expect(run.settings.seed == UInt64.max && run.settings.sampler == .random)
    #expect(run.goal == PrecisionGoal(tolerance: 0.02, maximumDraws: 5000))
    #expect(run.results.selection == Selection(scenarios: [1], regions: [0, 1]))
    #expect(run.content.goal == run.goal && run.content.seed == UInt64.max)
  }

  // MARK: Files

  @Test func aSheetOfEveryRegion() throws {
    let world = try Self.computed()
    let outcome = world.run(
      ["report", "s/resultaten", "--region", "all", "--out", "bladen/index.html", "--language", "en"],
      reading: World.tiny)
    #expect(
      outcome
        == World.Outcome(
          status: .success,
          output: "Report: bladen/index.html, with 2 region sheets beside it (double-click the file to open it)\n",
          error: ""))
    let written = world.contents.keys.filter { $0.hasPrefix("bladen/") && $0 != "bladen/" }
    #expect(Set(written) == ["bladen/index.html", "bladen/index-AA.html", "bladen/index-BB.html"])
    let one = world.run(["report", "s", "--region", "BB"], reading: World.tiny)
    #expect(one.output.hasPrefix("Rapport: s/resultaten/rapport-BB.html ("))
    #expect(world.contents["s/resultaten/rapport-BB.html"] != nil)
    let english = world.run(["report", "s", "--region", "NL", "--language", "en"], reading: World.tiny)
    #expect(english.output.hasPrefix("Report: s/resultaten/report.html ("))
  }

  /// What has a meaning of its own in an address: the links of the index led nowhere.
  @Test func linksToSheetsWithAnyName() throws {
    let world = try Self.computed()
    let outcome = world.run(
      ["report", "s/resultaten", "--region", "all", "--out", "Jaar#1 ~50%: é\n.html"], reading: World.tiny)
    #expect(outcome.status == .success)
    for code in ["AA", "BB"] {
      #expect(world.contents["Jaar#1 ~50%: é\n-\(code).html"] != nil)
      #expect(
        world.text("Jaar#1 ~50%: é\n.html").contains("<a href=\"Jaar%231%20~50%25%3A%20%C3%A9%0A-\(code).html\">"))
    }
  }

  /// A code may hold what a file's name may not, and two codes may differ in that only.
  @Test func namesOfSheets() throws {
    let files = try ReportFiles(
      out: "uit/a.html", home: "x", region: "all", regions: ["A:B", "a?b", "..", "VR 1"], includesWhole: false,
      language: .dutch, Self.environment(World(), World.tiny))
    #expect(files.sheets == ["a-A-B.html", "a-a-b-2.html", "a-...html", "a-VR-1.html"])
    #expect(files.folder == "uit" && files.path == "uit/a.html" && files.place == nil)
    // Two of the longest codes used to make names that no disk takes.
    let code = String(repeating: "\u{20000}", count: 63)
    let long = try ReportFiles(
      out: "a.html", home: "x", region: "all", regions: [code + "a", code + "b"], includesWhole: false,
      language: .dutch, Self.environment(World(), World.tiny))
    #expect(long.sheets.allSatisfy { $0.utf8.count < 140 } && Set(long.sheets).count == 2)
  }

  @Test(arguments: [("/a.html", "/", "/a.html"), ("a.html", ".", "a.html"), ("../b/a.html", "../b", "../b/a.html")])
  func whereTheFileGoes(out: String, folder: String, path: String) throws {
    let files = try ReportFiles(
      out: out, home: "x", region: nil, regions: ["AA"], includesWhole: false, language: .dutch,
      Self.environment(World(), World.tiny))
    #expect(files.folder == folder && files.path == path && files.place == 0 && files.sheets.isEmpty)
  }

  @Test func outMustBeAPage() throws {
    let world = try Self.computed()
    for (out, reason) in [
      ("s", "--out: \"s\" is een map. Geef een bestand op, bijvoorbeeld s/rapport.html.\n"),
      ("nieuw/", "--out: \"nieuw/\" is een map. Geef een bestand op, bijvoorbeeld nieuw/rapport.html.\n"),
      ("a.pdf", "--out: \"a.pdf\" eindigt niet op .html. Geef een webpagina op, bijvoorbeeld rapport.html.\n"),
      (".html", "--out: \".html\" eindigt niet op .html. Geef een webpagina op, bijvoorbeeld rapport.html.\n"),
    ] {
      for source in ["s", "s/resultaten"] {
        let outcome = world.run(["report", source, "--out", out], reading: World.tiny)
        #expect(outcome.status == .wrongUsage && outcome.error.hasPrefix(reason), "\(out): \(outcome.error)")
      }
    }
  }

  @Test func aPlaceThatCannotBeWritten() throws {
    let world = try Self.computed()
    try world.write("", to: "f")
    for source in ["s", "s/resultaten"] {
      let outcome = world.run(["report", source, "--out", "f/a.html"], reading: World.tiny)
      #expect(outcome.status == .failure && outcome.output.isEmpty && outcome.error.contains("/f: dit is geen map."))
    }
    let readOnly = world.run(["report", "s"], reading: World.tiny, files: FailingFiles(isReadOnly: true))
    #expect(readOnly.status == .failure && readOnly.output.isEmpty)
  }

  // MARK: Selections

  @Test func resultsOfSomeRegions() throws {
    let world = try Self.computed(World.tiny, "--region", "BB")
    #expect(world.run(["report", "s/resultaten"], reading: World.tiny).status == .success)
    #expect(world.contents["s/resultaten/rapport.html"] != nil)
    let other = world.run(["report", "s/resultaten", "--region", "AA"], reading: World.tiny)
    #expect(other.status == .wrongUsage && other.error.hasPrefix("--region: de studie kent \"AA\" niet."))
    var study = TinyStudy.study
    study.regions.append(study.regions[0])
    study.regions[2].code = "CC"
    study.current.append(study.current[0])
    study.currentProvisions.append(study.currentProvisions[0])
    study.measures[0].inForce.append(.certain(0))
    for scenario in study.scenarios.indices {
      study.scenarios[scenario].terms.append(study.scenarios[scenario].terms[0])
    }
    for fund in study.funds.indices {
      for entry in study.funds[fund].entries.indices {
        study.funds[fund].entries[entry].key.append(.certain(1))
      }
    }
    let three = World.reading(study)
    let two = try Self.computed(three, "--region", "AA+CC")
    let refused = two.run(["report", "s/resultaten"], reading: three)
    #expect(refused.status == .wrongUsage)
    #expect(
      refused.error.hasPrefix(
        "--region: ontbreekt. Deze resultaten zijn van enkele regio's, niet van alle samen. Kies er een: AA, CC; of all"
      ))
    #expect(two.run(["report", "s/resultaten", "--region", "CC"], reading: three).status == .success)
    #expect(two.contents["s/resultaten/rapport-CC.html"] != nil)
  }

  /// It used to open on the first scenario, whatever the study was about.
  @Test func opensOnTheMainScenario() throws {
    func page(_ main: Int, _ arguments: String...) -> String {
      var study = TinyStudy.study
      study.mainScenario = main
      let world = World()
      let outcome = world.run(
        ["report", "studie", "--draws", "300", "--out", "p.html"] + arguments, reading: World.reading(study))
      #expect(outcome.status == .success, "\(outcome.error)")
      return world.text("p.html")
    }
    #expect(page(1) == page(0, "--scenario", "SLIM"))
    #expect(page(1) != page(0) && page(1, "--scenario", "BASIS") == page(0))
  }

  @Test func theScenarioMustHaveBeenComputed() throws {
    let world = try Self.computed(World.tiny, "--scenario", "SLIM")
    let outcome = world.run(["report", "s/resultaten", "--scenario", "BASIS"], reading: World.tiny)
    #expect(outcome.status == .wrongUsage && outcome.error.hasPrefix("--scenario: de studie kent \"BASIS\" niet."))
    #expect(world.run(["report", "s/resultaten", "--scenario", "SLIM"], reading: World.tiny).status == .success)
  }

  @Test(arguments: ["--draws=100", "--seed=1", "--sampler=lhs"])
  func whatWasComputedCannotBeChosenAgain(option: String) throws {
    let world = try Self.computed()
    let outcome = world.run(["report", "s/resultaten", option], reading: World.tiny)
    #expect(outcome.status == .wrongUsage && outcome.error.contains("s/resultaten is al uitgerekend"))
    #expect(world.contents["s/resultaten/rapport.html"] == nil)
  }

  /// Results that were written outside their study used to have no report.
  @Test func theStudyOfResultsElsewhere() throws {
    let world = World()
    try world.write("setting,value\n", to: "s/settings.csv")
    #expect(world.run(["run", "s", "--quiet", "--out", "uit"], reading: World.tiny).status == .success)
    #expect(world.run(["report", "uit", "--study", "s"], reading: World.tiny).status == .success)
    #expect(world.contents["uit/rapport.html"] != nil)
    let nowhere = world.run(["report", "uit", "--study", "uit"], reading: World.tiny)
    #expect(nowhere.status == .invalidStudy)
    #expect(nowhere.error.hasPrefix("uit is geen map met een studie: settings.csv staat er niet in.\n"))
    let ofStudy = world.run(["report", "s", "--study", "s"], reading: World.tiny)
    #expect(ofStudy.status == .wrongUsage && ofStudy.error.hasPrefix("--study: s is geen map met resultaten"))
  }

  /// A page used to stand beside tables of another computation, and tables beside a page of another, without a word.
  @Test func whatStandsBesideItIsOfAnotherComputation() throws {
    let world = try Self.computed()
    func output(_ arguments: [String]) -> String {
      let outcome = world.run(arguments, reading: World.tiny)
      #expect(outcome.status == .success)
      return outcome.output
    }
    #expect(!output(["report", "s"]).contains("Let op"))
    #expect(
      output(["report", "s", "--seed", "5"]).contains(
        "Let op: de tabellen in s/resultaten zijn van een andere berekening dan dit rapport."))
    #expect(!output(["report", "s", "--seed", "5", "--out", "elders.html"]).contains("Let op"))
    #expect(
      output(["run", "s"]).hasSuffix(
        "\nLet op: rapport.html in s/resultaten is van een eerdere berekening. Maak het opnieuw met waterlijn report.\n"
      ))
    #expect(!output(["run", "s", "--out", "leeg"]).contains("Let op"))
  }

  /// Results of another version used to make the whole page that version's.
  @Test func resultsOfAnotherVersion() throws {
    let world = try Self.computed()
    let manifest = "s/resultaten/manifest.json"
    let text = world.text(manifest).replacingOccurrences(
      of: "\"version\": \"\(Waterlijn.version)\"", with: "\"version\": \"0.0.1\"")
    #expect(text != world.text(manifest))
    try world.write(text, to: manifest)
    #expect(world.run(["report", "s/resultaten"], reading: World.tiny).status == .success)
    let page = world.text("s/resultaten/rapport.html")
    #expect(page.contains("Waterlijn 0.0.1 voor de uitkomsten; Waterlijn \(Waterlijn.version) voor dit rapport"))
    #expect(page.contains("<footer><p>Waterlijn \(Waterlijn.version)."))
  }

  // MARK: Refusals

  @Test func aStudyThatHasChanged() throws {
    let world = try Self.computed()
    func error(_ change: (inout StudyReading) -> Void) -> String {
      var reading = World.tiny
      change(&reading)
      let outcome = world.run(["report", "s/resultaten"], reading: reading)
      // Used to be 1, as of a disk that is full.
      #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
      return outcome.error
    }
    #expect(
      error { $0.files[0].sha256 = "01" } == """
        De studie is veranderd nadat s/resultaten was uitgerekend: settings.csv (gewijzigd).
        Reken de studie opnieuw door met waterlijn run, of zet terug wat er veranderd is.

        """)
    #expect(
      error { $0.files = [HashedFile(name: "norms.csv", byteCount: 1, sha256: "00")] }
        .contains("norms.csv (nieuw), settings.csv (is weg)."))
    #expect(error { $0.study = nil }.hasPrefix("De studie bij s/resultaten bevat fouten."))
    try FileManager.default.removeItem(atPath: world.folder + "/s/settings.csv")
    #expect(
      error { _ in } == """
        s/resultaten staat niet in de map van zijn studie; het rapport heeft de studie ook nodig.
        Zeg waar die is: waterlijn report s/resultaten --study MAP

        """)
    #expect(world.contents["s/resultaten/rapport.html"] == nil)
  }

  /// Results of a version before items.csv: all but the items is told.
  @Test func resultsWithoutItemsAreReadable() throws {
    let world = try Self.computed()
    #expect(world.run(["report", "s/resultaten", "--xlsx", "a.xlsx"], reading: World.tiny).status == .success)
    #expect(world.text("s/resultaten/rapport.html").contains("id=\"onderdelen\""))
    let manifest = world.text("s/resultaten/manifest.json")
    let name = try #require(manifest.firstRange(of: "\"items.csv\""))
    let start = try #require(manifest[..<name.lowerBound].lastIndex(of: "{"))
    let end = try #require(manifest[name.upperBound...].firstRange(of: "},"))
    try world.write(
      String(manifest[..<start] + manifest[end.upperBound...]), to: "s/resultaten/manifest.json")
    try FileManager.default.removeItem(atPath: world.folder + "/s/resultaten/items.csv")
    let outcome = world.run(["report", "s/resultaten", "--xlsx", "a.xlsx"], reading: World.tiny)
    #expect(outcome.status == .success && outcome.error.isEmpty, "\(outcome.error)")
    #expect(!world.text("s/resultaten/rapport.html").contains("id=\"onderdelen\""))
  }

  @Test(arguments: ["summary.csv", "lines.csv", "items.csv", "pairs.csv", "manifest.json"])
  func aFolderThatIsDamaged(name: String) throws {
    let world = try Self.computed()
    let path = "s/resultaten/" + name
    let text = world.text(path)
    func error() -> String {
      let outcome = world.run(["report", "s/resultaten"], reading: World.tiny)
      // Used to be 1, as of a disk that is full.
      #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
      return outcome.error
    }
    try world.write(String(text.dropLast(3)), to: path)
    let changed = error()
    if name == "manifest.json" {
      #expect(changed.hasPrefix("manifest.json in s/resultaten ontbreekt, of is niet te lezen"))
      for (old, new) in [
        ("\"lhs\"", "\"lsh\""), ("\"BASIS\"", "\"BASSI\""), ("\"draws\": 300", "\"draws\": 0"), ("\"en\"", "\"fr\""),
        ("\"name\": \"lines.csv\"", "\"name\": \"rows.csv\""),
      ] {
        try world.write(text.replacingOccurrences(of: old, with: new), to: path)
        #expect(error().hasPrefix("manifest.json in s/resultaten ontbreekt, of is niet te lezen"), "\(new)")
      }
    } else {
      #expect(
        changed == """
          \(name) in s/resultaten is veranderd nadat het was uitgerekend, en wordt daarom niet gebruikt.
          Reken de studie opnieuw door met waterlijn run, of zet het bestand terug zoals het was.
          Wat er veranderd is, toont: waterlijn verify s/resultaten

          """)
      // Whoever changed the table and its hash as well.
      let manifest = world.text("s/resultaten/manifest.json")
      let hash = SHA256.hexDigest(of: Array(text.utf8))
      let other = SHA256.hexDigest(of: Array(world.text(path).utf8))
      try world.write(manifest.replacingOccurrences(of: hash, with: other), to: "s/resultaten/manifest.json")
      let last = text.split(separator: "\n").count
      #expect(
        error().hasPrefix(
          "\(name) in s/resultaten is niet te lezen als uitkomst van waterlijn run: rij \(last) is onjuist of ontbreekt.\n"
        ))
    }
    try FileManager.default.removeItem(atPath: world.folder + "/" + path)
    #expect(error().hasPrefix("\(name) in s/resultaten ontbreekt, of is niet te lezen"))
    // Opening a pipe to which nobody writes used to take forever.
    #expect(mkfifo(world.folder + "/" + path, 0o600) == 0)
    #expect(error().hasPrefix("\(name) in s/resultaten ontbreekt, of is niet te lezen"))
  }

  @Test func aStudyWithMistakes() throws {
    let world = World()
    try world.write("setting,value\n", to: "fout/settings.csv")
    let outcome = world.run(["report", "fout"])
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
    #expect(world.contents.count == 2)
  }

  @Test func anAmountThatIsTooLarge() {
    var study = TinyStudy.study
    study.functions[1].hourlyCost = .certain(1e300)
    let world = World()
    let outcome = world.run(["report", "s"], reading: World.reading(study))
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
    #expect(outcome.error.contains("waterlijn explain s --scenario BASIS --region AA --year 2027"))
    #expect(world.contents.isEmpty)
  }

  @Test(arguments: ["s", "s/resultaten"])
  func interruptedNothingIsWritten(source: String) throws {
    let world = try Self.computed()
    let before = world.contents
    let interruption = Interruption()
    #expect(interruption.request() == .end)
    let outcome = world.run(["report", source], reading: World.tiny, interruption: interruption)
    #expect(
      outcome
        == World.Outcome(status: .interrupted, output: "", error: "Afgebroken; er is niets veranderd.\n"))
    #expect(world.contents == before)
  }

  @Test func progressIsShownOfAStudy() throws {
    let world = World()
    // A second goes by each time that anyone looks.
    let seconds = Locked(0.0)
    let clock: @Sendable () -> Double = {
      seconds.withLock { seconds in
        seconds += 1
        return seconds
      }
    }
    let shown = world.run(["report", "s"], reading: World.tiny, terminal: true, clock: clock)
    #expect(shown.status == .success && shown.error.contains("%"))
    let quiet = world.run(["report", "s", "--quiet"], reading: World.tiny, terminal: true, clock: clock)
    #expect(quiet == World.Outcome(status: .success, output: "", error: ""))
  }
}
