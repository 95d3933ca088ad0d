import CostEngine
import Foundation
import StudyFiles
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

/// `--xlsx` of run, report, compare and sensitivity.
@Suite struct WorkbookCommandTests {
  private static let zip: [UInt8] = [0x50, 0x4b, 0x03, 0x04]

  @Test func runWritesTheWorkbookAndSaysWhere() {
    let world = World()
    let outcome = world.run(["run", "s", "--xlsx", "map/uit.xlsx"], reading: World.tiny)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("\n\nWerkmap: map/uit.xlsx\n"))
    #expect(world.contents["map/uit.xlsx"]?.prefix(4) == Self.zip[...])
    #expect(world.contents["s/resultaten/summary.csv"] != nil)
    let quiet = world.run(["run", "s", "--xlsx", "uit.XLSX", "--quiet", "--language", "en"], reading: World.tiny)
    #expect(quiet == World.Outcome(status: .success, output: "", error: ""))
    #expect(world.contents["uit.XLSX"]?.prefix(4) == Self.zip[...])
  }

  @Test func theReportsWorkbookIsThatOfTheRun() {
    let world = World()
    #expect(world.run(["run", "s", "--xlsx", "run.xlsx"], reading: World.tiny).status == .success)
    let outcome = world.run(["report", "s", "--out", "r.html", "--xlsx", "report.xlsx"], reading: World.tiny)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("\n\nWerkmap: report.xlsx\n"))
    #expect(world.contents["r.html"] != nil)
    #expect(world.contents["report.xlsx"] != nil)
    #expect(world.contents["report.xlsx"] == world.contents["run.xlsx"])
  }

  @Test func threadsChangeNoByte() {
    let study = World.reading(RandomStudy.make(seed: 4, uncertain: true))
    let books = [1, 2, 7].map { threads in
      let world = World()
      let outcome = world.run(
        ["run", "s", "--draws", "2000", "--xlsx", "uit.xlsx", "--quiet", "--threads", "\(threads)"], reading: study)
      #expect(outcome.status == .success)
      return world.contents["uit.xlsx"] ?? []
    }
    #expect(books[0].count > 1000 && books[0] == books[1] && books[0] == books[2])
  }

  @Test(arguments: [["run", "s"], ["compare", "s"], ["sensitivity", "s", "--scenario", "BASIS"]])
  func namesThatWillNotDo(command: [String]) throws {
    let world = World()
    try FileManager.default.createDirectory(atPath: world.folder + "/map.xlsx", withIntermediateDirectories: true)
    let cases = [
      (".xlsx", "--xlsx: de naam van een werkmap eindigt op .xlsx, bijvoorbeeld \"waterlijn.xlsx\"."),
      ("o", "--xlsx: de naam van een werkmap eindigt op .xlsx, bijvoorbeeld \"o.xlsx\"."),
      ("uit.xls", "--xlsx: de naam van een werkmap eindigt op .xlsx, bijvoorbeeld \"uit.xls.xlsx\"."),
      ("", "Achter --xlsx hoort een waarde te staan."),
      (
        "map.xlsx",
        "--xlsx: \"map.xlsx\" is een map. Noem een bestand daarin, bijvoorbeeld \"map.xlsx/waterlijn.xlsx\"."
      ),
    ]
    for (name, problem) in cases {
      let outcome = world.run(command + ["--xlsx=\(name)"], reading: World.tiny)
      #expect(outcome.status == .wrongUsage, "\(outcome)")
      #expect(outcome.error.hasPrefix(problem), "\(outcome.error)")
      #expect(outcome.output == "")
    }
    #expect(world.contents.keys.sorted() == ["map.xlsx/"])
  }

  /// The same name for the folder and for the workbook used to be found out after all was computed.
  @Test func aNameThatIsTheFolders() {
    let world = World()
    let outcome = world.run(["run", "s", "--out", "o.xlsx/", "--xlsx", "o.xlsx"], reading: World.tiny)
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.error.hasPrefix("--xlsx: \"o.xlsx\" is ook de map van --out. Geef de werkmap een eigen naam."))
    #expect(world.contents.isEmpty)
  }

  /// Known before anything is computed: nothing is printed, and nothing written.
  @Test(arguments: [["run", "s", "--out", "o"], ["compare", "s"], ["sensitivity", "s", "--scenario", "BASIS"]])
  func aPlaceThatCannotBeWrittenIn(command: [String]) throws {
    let world = World()
    try world.write("x", to: "bestand")
    let outcome = world.run(command + ["--xlsx", "bestand/uit.xlsx"], reading: World.tiny)
    #expect(outcome.status == .failure)
    #expect(
      outcome.error
        == "Kan niet schrijven naar \(world.folder)/bestand: dit is geen map.\n"
        + "Kies zo nodig met --xlsx een ander bestand.\n")
    #expect(world.contents.keys.sorted() == ["bestand"])
  }

  /// What goes into folders and the workbook are replaced together: whichever operation fails, all is as it was.
  @Test(arguments: [
    ["run", "s", "--out", "o"], ["report", "s", "--out", "o/summary.html"],
    ["report", "s", "--region", "all", "--out", "o/summary.html"],
  ])
  func bothOrNeither(_ command: [String]) throws {
    let arguments = command + ["--xlsx", "w/uit.xlsx", "--quiet"]
    let whole = FailingFiles()
    #expect(World().run(arguments, reading: World.tiny, files: whole).status == .success)
    // Two folders made, each file written and named.
    #expect(whole.count >= 6)
    let old = command[0] == "run" ? "o/summary.csv" : "o/summary.html"
    var failures = 0
    for failing in 0..<whole.count {
      let world = World()
      let before = [old: "oud", "w/uit.xlsx": "oude werkmap"]
      for (path, text) in before { try world.write(text, to: path) }
      let outcome = world.run(arguments, reading: World.tiny, files: FailingFiles(failing: failing))
      if outcome.status == .success { continue }
      failures += 1
      #expect(outcome.status == .failure)
      #expect(outcome.error.hasPrefix("Kan niet schrijven naar \(world.folder)/"))
      for (path, text) in before { #expect(world.text(path) == text, "operation \(failing)") }
      #expect(world.contents.keys.sorted() == ["o/", old, "w/", "w/uit.xlsx"], "operation \(failing)")
    }
    // What is taken away after all has succeeded, an old file and an old workbook, may stay; so may two folders that
    // need not be made.
    #expect(failures >= whole.count - 4 && failures >= 4, "\(failures) of \(whole.count)")
  }

  /// Ended on the spot at any operation, all that a command writes is that of before or that of after, once the folder is
  /// used again.
  @Test(arguments: [
    ["run", "studie", "--out", "o"], ["run", "studie", "--out", "o", "--xlsx", "w/uit.xlsx"],
    ["report", "studie", "--out", "o/r.html"], ["report", "studie", "--region", "all", "--out", "o/r.html"],
    ["sweep", "studie", "--scenario", "S", "--vary", "until=2029+2030", "--out", "o"],
  ])
  func oldOrNewWhereverItEnds(_ command: [String]) throws {
    func visible(_ world: World) -> [String: [UInt8]] {
      world.contents.filter { !$0.key.contains("/.") && !$0.key.hasPrefix("studie") }
    }
    func succeeds(_ world: World, draws: Int, _ files: FailingFiles = FailingFiles()) -> Bool {
      world.run(command + ["--quiet", "--draws", "\(draws)"], files: files).status == .success
    }
    func begun() throws -> World {
      let world = World()
      try LinearStudy.write(to: world)
      #expect(succeeds(world, draws: 50))
      return world
    }
    let old = try visible(begun())
    let changed = try begun()
    let all = FailingFiles()
    #expect(succeeds(changed, draws: 60, all))
    let new = visible(changed)
    #expect(old != new && old.count == new.count && all.count > 5)
    for operation in 0..<all.count {
      let world = try begun()
      _ = succeeds(world, draws: 60, FailingFiles(ended: operation))
      ResultsFolder(world.folder + "/o", files: SystemFiles(), interruption: Interruption()).finish()
      #expect(visible(world) == old || visible(world) == new, "operation \(operation)")
      #expect(succeeds(world, draws: 60))
      #expect(world.contents == changed.contents, "leftovers after operation \(operation)")
    }
  }

  @Test func anAnalysisTellsItsTablesAndItsWorkbook() {
    let world = World()
    let both = world.run(["compare", "s", "--out", "o", "--xlsx", "uit.xlsx", "--language", "en"], reading: World.tiny)
    #expect(both.status == .success)
    #expect(
      both.output.hasSuffix("\nTables: o/compare.csv, o/bridge.csv, o/changes.csv\n\nWorkbook: uit.xlsx\n"), "\(both)")
    let alone = world.run(["compare", "s", "--xlsx", "alleen.xlsx"], reading: World.tiny)
    #expect(alone.output.hasSuffix("\n\nWerkmap: alleen.xlsx\n"))
    #expect(world.contents["alleen.xlsx"]?.prefix(4) == Self.zip[...])
  }

  /// What is in them: the sheets by name, their formulas and charts.
  @Test(.enabled(if: Tool.python.isInstalled, "python is not installed"))
  func whatTheWorkbooksHold() throws {
    let world = World()
    let random = World.reading(RandomStudy.make(seed: 4, uncertain: true))
    let scenario = random.study!.scenarios[0].code
    #expect(world.run(["run", "s", "--out", "r", "--xlsx", "r.xlsx"], reading: random).status == .success)
    #expect(world.run(["compare", "s", "--xlsx", "c.xlsx"], reading: World.tiny).status == .success)
    #expect(
      world.run(
        ["sensitivity", "s", "--scenario", scenario, "--draws", "400", "--xlsx", "s.xlsx"], reading: random
      ).status == .success)
    let script = """
      import sys, openpyxl
      for name in 'rcs':
          book = openpyxl.load_workbook(sys.argv[1] + '/' + name + '.xlsx')
          print(', '.join(sheet.title + ' ' + str(len(sheet._charts)) for sheet in book))
      """
    let output = String(
      decoding: try Shell.run(Tool.python.program, ["-c", script, world.folder]), as: UTF8.self)
    #expect(
      output == """
        Samenvatting 1, Verloop 1, Per regio 0, Per jaar 0, Kostenregels 0, Onderdelen 0, Onderdelen per jaar 0, \
        Zekerheid 0, Wie betaalt 0, Aannames 0, Herkomst 0
        Vergelijking 2, Per jaar 0, Brug 0, Wijzigingen 0, Herkomst 0
        Groepen 1, Invoer 0, Herkomst 0

        """)
  }
}
