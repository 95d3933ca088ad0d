import CostEngine
import Foundation
import Reports
import StudyFiles
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands
@testable import WaterlijnProcess

@Suite struct RunCommandTests {
  static let names = ["items.csv", "lines.csv", "manifest.json", "pairs.csv", "summary.csv"]

  /// The values of a column of summary.csv, each once, in their order.
  static func column(_ index: Int, of summary: String, separator: Character = ",") -> [String] {
    var values: [String] = []
    for line in summary.split(separator: "\n").dropFirst() {
      let value = String(line.split(separator: separator, omittingEmptySubsequences: false)[index])
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  @Test func writesTheResultsFolderAndPrintsTheReport() throws {
    let world = World()
    let outcome = world.run(["run", "studie"], reading: World.tiny)
    #expect(outcome.status == .success)
    #expect(outcome.error == "")
    #expect(outcome.output.hasPrefix("Tiny: every amount worked out by hand\n"))
    #expect(outcome.output.contains("studie/resultaten"))
    let written = world.contents.keys.filter { !$0.hasSuffix("/") }.sorted()
    #expect(written == Self.names.map { "studie/resultaten/" + $0 })
    let summary = world.text("studie/resultaten/summary.csv")
    #expect(summary.contains("\nBASIS,AA,2027,baseline,12073.750000,0.000000,"))
    #expect(Self.column(1, of: summary) == ["AA", "BB", "NL"])
    let manifest = world.text("studie/resultaten/manifest.json")
    #expect(manifest.contains("\"draws\": 300,"))
    #expect(manifest.contains("\"sampler\": \"lhs\""))
    let digest = SHA256.hexDigest(of: Array(summary.utf8))
    #expect(manifest.contains(digest))
  }

  @Test func quietPrintsNothing() {
    let world = World()
    let outcome = world.run(["run", "studie", "--quiet"], reading: World.tiny, terminal: true)
    #expect(outcome == World.Outcome(status: .success, output: "", error: ""))
    #expect(world.contents.count == 7)
  }

  @Test func optionsOverrideTheStudy() {
    let world = World()
    let outcome = world.run(
      ["run", "--draws=1.000", "studie", "--seed", "42", "--sampler", "random", "--out", "elders"], reading: World.tiny)
    #expect(outcome.status == .success)
    let manifest = world.text("elders/manifest.json")
    #expect(manifest.contains("\"seed\": 42,"))
    #expect(manifest.contains("\"draws\": 1000,"))
    #expect(manifest.contains("\"sampler\": \"random\""))
    #expect(world.contents["studie/"] == nil)
  }

  @Test func selectsScenariosAndRegionsInTheOrderOfTheStudy() {
    let world = World()
    let outcome = world.run(
      ["run", "s", "--scenario", "SLIM+BASIS", "--region", "BB", "--out", "o"], reading: World.tiny)
    #expect(outcome.status == .success)
    #expect(Self.column(0, of: world.text("o/summary.csv")) == ["BASIS", "SLIM"])
    #expect(Self.column(1, of: world.text("o/summary.csv")) == ["BB"])
    let one = world.run(["run", "s", "--scenario", " SLIM ", "--out", "o"], reading: World.tiny)
    #expect(one.status == .success)
    #expect(Self.column(0, of: world.text("o/summary.csv")) == ["SLIM"])
    #expect(world.text("o/pairs.csv").split(separator: "\n").count == 1)
  }

  @Test func languageOfTheCommandGoesBeforeThatOfTheStudy() {
    let english = World.reading(TinyStudy.study) { $0.settings.language = .english }
    let byDefault = World().run(["run", "s"], reading: World.tiny).output
    let byStudy = World().run(["run", "s"], reading: english).output
    #expect(byDefault != byStudy)
    #expect(World().run(["run", "s", "--language", "en"], reading: World.tiny).output == byStudy)
    #expect(World().run(["run", "s", "--language", "nl"], reading: english).output == byDefault)
  }

  @Test func csvForADutchSpreadsheet() {
    let world = World()
    #expect(world.run(["run", "s", "--csv-locale", "nl"], reading: World.tiny).status == .success)
    let summary = world.text("s/resultaten/summary.csv")
    #expect(summary.hasPrefix("scenario;region;year;quantity;mean;"))
    #expect(summary.contains("\nBASIS;AA;2027;baseline;12073,750000;0,000000;"))
  }

  @Test func threadsChangeNoByte() throws {
    let study = RandomStudy.make(seed: 4, uncertain: true)
    var first: [String: [UInt8]]?
    for threads in [1, 2, 3, 7, 16] {
      let world = World()
      let outcome = world.run(
        ["run", "s", "--out", "o", "--draws", "2000", "--quiet", "--threads", "\(threads)"],
        reading: World.reading(study))
      #expect(outcome.status == .success)
      let contents = world.contents
      #expect(contents.count == 6)
      #expect(contents == first ?? contents, "\(threads) threads")
      first = first ?? contents
    }
  }

  @Test func aStudyWithProblemsIsToldAndNotComputed() {
    let problem = Diagnostic(
      .error, file: "staffing.csv", row: 7, column: "persons", problem: Bilingual(nl: "negatief", en: "negative"),
      remedy: Bilingual(nl: "vul 0 of meer in", en: "give 0 or more"))
    var reading = World.tiny
    reading.study = nil
    reading.diagnostics = [problem]
    let world = World()
    for command in [["run", "s"], ["explain", "s", "--scenario", "A", "--region", "B", "--year", "1"]] {
      let outcome = world.run(command, reading: reading)
      #expect(outcome.status == .invalidStudy)
      #expect(outcome.output == "")
      #expect(outcome.error.contains("staffing.csv") && outcome.error.contains("negatief"))
    }
    let check = world.run(["check", "s", "--language", "en"], reading: reading)
    #expect(check.status == .invalidStudy)
    #expect(check.output.contains("staffing.csv") && check.output.contains("negative"))
    #expect(check.error == "")
    #expect(world.contents.isEmpty)
  }

  @Test func checkOfAGoodStudy() {
    let outcome = World().run(["check", "s"], reading: World.tiny)
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("BASIS") && outcome.error == "")
  }

  @Test func anAmountThatIsTooLarge() {
    var study = TinyStudy.study
    study.functions[1].hourlyCost = .certain(1e300)
    let world = World()
    let outcome = world.run(["run", "s"], reading: World.reading(study))
    #expect(
      outcome
        == World.Outcome(
          status: .invalidStudy, output: "",
          error: """
            Een bedrag is te groot om mee te rekenen, of geen getal: kosten nu, AA, in 2027.
            Zoek in de studie naar een veel te groot aantal, bedrag of percentage. De berekening ziet u met:
            waterlijn explain s --scenario BASIS --region AA --year 2027

            """))
    #expect(world.contents.isEmpty)
  }

  @Test func aPathThatIsAFile() throws {
    let world = World()
    try world.write("mine", to: "o")
    let outcome = world.run(["run", "s", "--out", "o"], reading: World.tiny)
    #expect(outcome.status == .failure)
    #expect(outcome.output == "")
    #expect(
      outcome.error
        == "Kan niet schrijven naar \(world.folder)/o: dit is geen map.\nKies zo nodig met --out een andere map.\n")
    #expect(world.text("o") == "mine")
  }

  /// These used to be "error 17 of the system (File exists)" and the like.
  @Test func obstaclesThatASystemNamesByNumber() throws {
    let world = World()
    try FileManager.default.createSymbolicLink(
      atPath: world.folder + "/link", withDestinationPath: world.folder + "/there/is/none")
    let long = String(repeating: "x", count: 300)
    for (out, reason) in [
      ("link", "er staat al een verwijzing met deze naam, die nergens uitkomt"), (long, "de naam is te lang"),
    ] {
      let outcome = world.run(["run", "s", "--out", out], reading: World.tiny)
      #expect(outcome.status == .failure)
      #expect(outcome.error.hasPrefix("Kan niet schrijven naar \(world.folder)/\(out): \(reason).\n"))
    }
    #expect(SystemFiles.failure("f", code: EFBIG).reason == .tooLarge)
    #expect(SystemFiles.failure("", code: EBADF).text.dutch == "Kan niet schrijven naar de uitvoer: die is gesloten.")
  }

  /// `run studie/` used to report `studie//resultaten`, and `run .` `./resultaten`.
  @Test func theResultsFolderAsAUserWouldWriteIt() {
    for (study, folder) in [
      ("a", "a/resultaten"), ("a/", "a/resultaten"), ("a//", "a/resultaten"), (".", "resultaten"), ("./", "resultaten"),
      ("..", "../resultaten"), ("/", "/resultaten"), ("/a b/é", "/a b/é/resultaten"),
    ] {
      #expect(UsualResultsFolder.path(in: study) == folder)
    }
  }

  /// Used to trap: only the command line was held to the greatest number of draws, not settings.csv.
  @Test func moreDrawsInTheStudyThanCanBeCounted() throws {
    let world = World()
    try ProcessTests.writeStudy(to: world)
    try world.write(world.text("study/settings.csv") + "draws,1e12\n", to: "study/settings.csv")
    let outcome = world.run(["run", "study"])
    #expect(outcome.status == .invalidStudy)
    #expect(
      outcome.error.contains(
        "\"1e12\" kan hier niet.\n  Oplossing: Vul een geheel getal in: van 1 tot en met 1000000000."))
  }

  /// Used to be nine lines around these two, with "1 problem in 1 file".
  @Test(arguments: ["run", "check"]) func aFolderThatIsNotThere(command: String) throws {
    let world = World()
    try ProcessTests.writeStudy(to: world)
    let outcome = world.run([command, "stduy"])
    #expect(outcome.status == .invalidStudy)
    let expected = "De map \"\(world.folder)/stduy\" bestaat niet.\nBedoelt u \"\(world.folder)/study\"?\n"
    #expect((outcome.output + outcome.error).filter { $0 != "\n" } == expected.filter { $0 != "\n" })
  }

  @Test func aReadOnlyDiskIsKnownBeforeComputing() {
    let world = World()
    let outcome = world.run(
      ["run", "s", "--language", "en"], reading: World.tiny, files: FailingFiles(isReadOnly: true))
    #expect(
      outcome
        == World.Outcome(
          status: .failure, output: "",
          error:
            "Cannot write to \(world.folder): the disk is read-only.\nChoose another folder with --out if need be.\n"
        ))
    #expect(world.contents.isEmpty)
  }

  @Test func aFullDisk() throws {
    let world = World()
    #expect(world.run(["run", "s", "--out", "o", "--seed", "1"], reading: World.tiny).status == .success)
    let before = world.contents
    // The second of the four files does not fit any more.
    let outcome = world.run(
      ["run", "s", "--out", "o", "--seed", "2"], reading: World.tiny, files: FailingFiles(failing: 1))
    #expect(outcome.status == .failure)
    #expect(outcome.output == "")
    #expect(
      outcome.error
        == "Kan niet schrijven naar \(world.folder)/o/lines.csv: de schijf is vol.\n"
        + "Kies zo nodig met --out een andere map.\n")
    #expect(world.contents == before)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskBehindStandardOutput() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let outcome = World().run(["help"], output: .descriptor(descriptor))
    #expect(outcome.status == .failure)
    #expect(outcome.error == "Kan niet schrijven naar de uitvoer: de schijf is vol.\n")
  }

  @Test func aReaderThatHasSeenEnough() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let outcome = World().run(["help"], output: .descriptor(ends[1]))
    #expect(outcome == World.Outcome(status: .success, output: "", error: ""))
  }

  @Test func stoppedWhileItComputes() {
    let world = World()
    let interruption = Interruption()
    #expect(interruption.request() == .end, "nothing to wait for")
    let outcome = world.run(["run", "s"], reading: World.tiny, interruption: interruption)
    #expect(
      outcome
        == World.Outcome(status: .interrupted, output: "", error: "Afgebroken; er is niets veranderd.\n"))
    #expect(world.contents.isEmpty)
  }

  @Test func stoppedWhileItWrites() {
    let world = World()
    #expect(world.run(["run", "s", "--out", "o"], reading: World.tiny).status == .success)
    let before = world.contents
    let interruption = Interruption()
    let files = FailingFiles { if $0 == 2 { _ = interruption.request() } }
    let outcome = world.run(
      ["run", "s", "--out", "o", "--seed", "7", "--language", "en"], reading: World.tiny, files: files,
      interruption: interruption)
    #expect(outcome.status == .interrupted)
    #expect(outcome.error == "Interrupted; nothing was changed.\n")
    #expect(world.contents == before)
  }
}
