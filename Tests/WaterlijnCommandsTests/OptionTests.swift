import Analyses
import Foundation
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

/// What holds for all options of all commands.
@Suite struct OptionTests {
  static let commands = Command.all.map { $0.description.name }

  @Test func everyCommandHasANameOfItsOwn() { #expect(Set(Self.commands).count == Self.commands.count) }

  /// An option is declared once: it is the same kind of option in every command, and in each of them there once.
  @Test func noTwoOptionsShareAFlag() {
    var kinds: [String: [Bool]] = [:]
    for options in Command.all.map({ $0.description.options }) + [Waterlijn.options] {
      #expect(Set(options.map { $0.flag }).count == options.count)
      for option in options {
        let kind = [option.takesValue, option.mayRepeat]
        #expect(kinds[option.flag, default: kind] == kind, "\(option.flag)")
        kinds[option.flag] = kind
      }
    }
  }

  @Test func everyCommandHasALanguageAndAHelp() {
    for command in Command.all {
      #expect(command.description.options.contains(.language) && command.description.options.last == .help)
    }
  }

  // MARK: No option is accepted and ignored

  /// Two values of every option: the first is given where a command cannot do without, or says little without; with
  /// the second in its place, or added, something else must come out. A new option needs its line here.
  static let values: [String: (usual: String?, other: String)] = [
    "out": ("o", "p"), "xlsx": (nil, "b.xlsx"), "csv-locale": (nil, "nl"), "quiet": (nil, ""),
    "draws": ("600", "800"), "tolerance": (nil, "1%"), "max-draws": (nil, "1000"), "seed": (nil, "7"),
    "sampler": (nil, "sobol"), "threads": (nil, "1"), "draw": ("1", "2"), "study": (nil, "study"),
    "answer-hours": ("2", "3"), "hour-worth": (nil, "90"),
    "scenario": (nil, "T"), "among": (nil, "S"), "region": (nil, "Q"), "year": (nil, "2028"),
    "quantity": (nil, "net"), "by": (nil, "region"), "vary": ("bandwidth=0+0.1", "bandwidth=0+0.2"),
    "find": ("bandwidth", "until"), "range": (nil, "0...0.5"),
    "such-that": ("mean(delta) <= 1e5", "mean(delta) <= 2e5"),
    "checkpoint": (nil, ""), "resume": (nil, ""), "partial": (nil, ""), "plan": (nil, "plan"), "part": (nil, "1/2"),
    "parts": (nil, "1"),
    "smallest": (nil, ""), "largest": (nil, ""), "strict": (nil, ""), "into": ("new", "newer"),
    "prefer": (nil, "newest"), "estimate": (nil, ""), "reply": (nil, "terug"), "base": ("page.html", "other.html"),
    "language": (nil, "en"), "help": (nil, ""),
  ]

  /// What else is given while an option is tried: what it needs, or what it is refused beside.
  static let company: [String: [String]] = [
    "max-draws": ["--tolerance", "1%"], "smallest": ["--largest"], "parts": ["--part", "auto"],
  ]

  /// Values of options that differ in a command.
  static let own: [String: [String: (usual: String?, other: String)]] = [
    "report": ["out": ("o.html", "p.html"), "draws": (nil, "800")],
    "page": ["out": ("o.html", "p.html"), "region": ("R", "Q")],
    "template": ["base": ("page.html", "other.html")],
    "explain": ["scenario": ("S", "T"), "region": ("R", "Q"), "year": ("2027", "2028")],
    "sensitivity": ["scenario": ("S", "T")],
    "compare": ["scenario": (nil, "T+S")],
    "solve": ["scenario": ("T", "S")],
    "parts": ["parts": ("2", "1")],
    // A plan has its table from `merge`.
    "sweep": ["out": (nil, "p")],
  ]

  @Test(arguments: commands)
  func everyOptionChangesSomething(name: String) throws {
    let command = try Command(named: name).description
    for option in command.options {
      let (usual, other) = try Self.compared(command, option)
      // The comment says it better than what is in all files.
      let isHeeded = usual != other
      #expect(isHeeded, "waterlijn \(name) takes \(option.flag), and does the same without")
      // Of the parts one is missing.
      // Of the answers two differ.
      let right: WaterlijnCommands.ExitStatus = ["parts", "collect"].contains(name) ? .invalidStudy : .success
      if option == .partial || option == .prefer {
        #expect(usual.outcome.status == .invalidStudy && other.outcome.status == .success)
        continue
      }
      #expect(usual.outcome.status == right || option == .study, "\(name): \(usual.outcome.error)")
      let isOther = option == .smallest || option == .help
      let status: WaterlijnCommands.ExitStatus = isOther ? (option == .smallest ? .wrongUsage : .success) : right
      #expect(other.outcome.status == status, "\(name) \(option.flag): \(other.outcome.error)")
    }
  }

  /// What a command does.
  private struct Observed: Equatable {
    var outcome: World.Outcome
    var contents: [String: [UInt8]]
    var threads: Int
    /// Number of operations on files that change something.
    var operations: Int
  }

  private static func compared(
    _ command: CommandDescription, _ option: CommandOption
  ) throws -> (usual: Observed, other: Observed) {
    func tried(_ option: CommandOption) throws -> (usual: String?, other: String) {
      try #require(own[command.name]?[option.name] ?? values[option.name], "\(option.flag) has no values to try")
    }
    func words(_ option: CommandOption, _ value: String) -> [String] {
      option.takesValue ? [option.flag, value] : [option.flag]
    }
    var beside: [String] = []
    for next in command.options where next != option {
      if let usual = try tried(next).usual { beside += words(next, usual) }
    }
    if command.name != "parts" { beside += company[option.name] ?? [] }
    if command.name == "sweep", [.part, .parts].contains(option) { beside += ["--plan", "plan"] }
    if command.name == "sweep", option == .csvLocale { beside += ["--out", "o"] }
    // What is computed already has its own draws.
    var operand = command.operands.count.lowerBound > 0 || command.name == "page" ? ["study"] : []
    let isOfResults = option == .study || command.name == "verify"
    if isOfResults { operand = ["results"] }
    if command.name == "collect" { operand.append("answers") }
    if ["merge", "parts"].contains(command.name) { operand = ["delen"] }
    let (first, second) = try tried(option)
    let usual = first.map { words(option, $0) } ?? []
    return (
      try observed([command.name] + operand + beside + usual, isOfResults: isOfResults, option),
      try observed([command.name] + operand + beside + words(option, second), isOfResults: isOfResults, option)
    )
  }

  private static func observed(
    _ arguments: [String], isOfResults: Bool, _ option: CommandOption
  ) throws -> Observed {
    let world = World()
    for (name, text) in files { try world.write(text, to: "study/" + name) }
    for (name, day) in [("a", 1), ("b", 2)] {
      try world.write(
        "answer,key,date\n\(day),staffing.persons[R/F],2026-10-0\(day)\nca. 3,staffing.persons[R/G],\n",
        to: "answers/\(name).csv")
    }
    for name in ["page.html", "other.html"] { try world.write(PageCommandTests.base(name), to: name) }
    if isOfResults { #expect(world.run(["run", "study", "--out", "results"]).status == .success) }
    let parts = option == .partial ? "1/2" : ["merge": "1-2/2", "parts": "1/2"][arguments[0]]
    if let parts { #expect(world.run(["run", "study", "--part", parts, "--out", "delen"]).status == .success) }
    // Results that carry their inputs need no study.
    if option == .study { try FileManager.default.removeItem(atPath: world.folder + "/results/inputs") }
    let (threads, files) = (CountedThreads(), FailingFiles())
    let outcome = world.run(
      arguments, files: files, threads: threads,
      variables: ["AWS_BATCH_JOB_ARRAY_INDEX": "0", "AWS_BATCH_JOB_ARRAY_SIZE": "2"])
    return Observed(outcome: outcome, contents: world.contents, threads: threads.most, operations: files.count)
  }

  /// Two of everything, and all of it uncertain.
  private static let files = [
    "settings.csv": "setting,value\nfirst_year,2027\nyears,2\nreference_level,A\ndraws,400\n",
    "regions.csv": "region,name,population,municipalities\nR,Regio,100000,4\nQ,Andere,200000,9\n",
    "functions.csv": "function,name,per,hourly_cost\nF,Functie,region,40..60\nG,Andere,region,20..30\n",
    "norms.csv":
      "level,function,positions,persons_per_position,initial_hours,annual_hours\nA,F,1,3,40,20\nA,G,2,3,40,20\n",
    "staffing.csv": "region,function,persons,turnover\n*,F,1..3,5%..9%\n*,G,2..3,5%..7%\n",
    "training.csv": "region,function,initial_hours,annual_hours\n*,*,10..30,8\n",
    "scenarios.csv": "scenario,name,level,phase_in,from,until\nS,Ineens,A,step,2027,\nT,Later,A,linear,2027,2028\n",
  ]

  /// Threads that count how many are asked for at the same time.
  private final class CountedThreads: ThreadPool {
    private let threads = SystemThreads()
    private let count = Locked(0)

    var most: Int { count.withLock { $0 } }

    func perform(_ count: Int, _ piece: @Sendable (Int) -> Void) {
      self.count.withLock { $0 = max($0, count) }
      threads.perform(count, piece)
    }

    func makeLock() -> any Lock { threads.makeLock() }
    func makeGate() -> any Gate { threads.makeGate() }
  }

  // MARK: Quiet

  /// Used to be refused, though `compare` shows an overview and how far it is.
  @Test func compareCanBeQuiet() throws {
    let world = World()
    for (name, text) in Self.files { try world.write(text, to: "study/" + name) }
    let arguments = ["compare", "study", "--out", "o", "--threads", "1", "--draws", "3000"]
    let shown = world.run(arguments, terminal: true, clock: ProgressTests.clock(0.6))
    #expect(shown.error.hasPrefix("\r\u{1b}[?7l[") && !shown.output.isEmpty)
    let contents = world.contents
    let quiet = world.run(arguments + ["--quiet"], terminal: true, clock: ProgressTests.clock(0.6))
    #expect(quiet == World.Outcome(status: .success, output: "", error: ""))
    #expect(world.contents == contents && contents["o/bridge.csv"] != nil)
  }

  /// So are two results, of which the tables are compared as they are.
  @Test func compareOfTablesCanBeQuiet() throws {
    let world = World()
    for (name, text) in Self.files { try world.write(text, to: "study/" + name) }
    for out in ["a", "b"] { #expect(world.run(["run", "study", "--out", out]).status == .success) }
    let quiet = world.run(
      ["compare", "a", "b", "--out", "o", "--quiet"], terminal: true, clock: ProgressTests.clock(0.6))
    #expect(quiet == World.Outcome(status: .success, output: "", error: ""))
    #expect(world.contents["o/compare.csv"] != nil)
  }

  /// Used to compute it all before it said so.
  @Test func compareSaysAtOnceThatItCannotWrite() throws {
    let world = World()
    for (name, text) in Self.files { try world.write(text, to: "study/" + name) }
    try world.write("", to: "file")
    let outcome = world.run(["compare", "study", "--out", "file", "--draws", "1e9"])
    #expect(outcome.status == .failure)
    #expect(outcome.error.hasPrefix("Kan niet schrijven naar \(world.folder)/file: dit is geen map.\n"))
  }
}
