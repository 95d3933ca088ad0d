import Foundation
import TestSupport
import Testing

@testable import WaterlijnCommands

/// The program itself, as a process: what cannot be seen from within.
@Suite(.serialized) struct ProcessTests {
  static func process(
    _ arguments: [String], of program: URL = Shell.waterlijn, output: Any? = FileHandle.nullDevice
  ) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Waits until a process has taken a signal into its own hands, which on a busy machine is long after its start.
  private static func waitUntilPrepared(for number: Int32, _ process: Process) {
    let deadline = Date(timeIntervalSinceNow: 60)
    while deadline.timeIntervalSinceNow > 0, process.isRunning {
      let path = "/proc/\(process.processIdentifier)/status"
      // Elsewhere than on Linux there is no such file.
      guard let status = try? String(contentsOfFile: path, encoding: .utf8) else { break }
      let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
      let mask = line.flatMap { UInt64($0.dropFirst("SigCgt:".count).filter { !$0.isWhitespace }, radix: 16) } ?? 0
      if mask >> UInt64(number - 1) & 1 == 1 { break }
      Thread.sleep(forTimeInterval: 0.01)
    }
    // From there to its work.
    Thread.sleep(forTimeInterval: 1)
  }

  /// A study that can be computed.
  static func writeStudy(to world: World) throws {
    let files = [
      "settings.csv": "setting,value\nfirst_year,2027\nyears,2\nreference_level,A\n",
      "regions.csv": "region,name,population,municipalities\nR,Regio,100000,4\n",
      "functions.csv": "function,name,per,hourly_cost\nF,Functie,region,40..60\n",
      "norms.csv": "level,function,positions,persons_per_position,initial_hours,annual_hours\nA,F,1,3,40,20\n",
      "staffing.csv": "region,function,persons,turnover\n*,*,1..3,5%\n",
      "training.csv": "region,function,initial_hours,annual_hours\n*,*,10..30,8\n",
      "scenarios.csv": "scenario,name,level,phase_in,from,until\nS,Ineens,A,step,2027,\n",
    ]
    for (name, text) in files { try world.write(text, to: "study/" + name) }
  }

  @Test func theExitStatusIsThatOfTheCommand() throws {
    for (arguments, status) in [(["help"], 0), (["hepl"], 2), (["check", "/there/is/none"], 3)] {
      let process = try Self.process(arguments)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == status, "\(arguments)")
    }
  }

  @Test func aStudyFromItsFilesToItsResults() throws {
    let world = World()
    try Self.writeStudy(to: world)
    let process = try Self.process(["run", world.folder + "/study", "--draws", "500"])
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(world.text("study/resultaten/summary.csv").contains("\nS,NL,total,npv,"))
  }

  /// A billion draws take many minutes, and so do a hundred times ten million; the process ends at once and leaves
  /// nothing.
  @Test(
    arguments: [SIGINT, SIGTERM, SIGHUP],
    [
      ["run", "--draws", "1.000.000.000"],
      ["sweep", "--scenario", "S", "--vary", "bandwidth=0...1/100", "--draws", "10.000.000"],
      ["solve", "--scenario", "S", "--find", "bandwidth", "--such-that", "mean(delta) <= 0", "--draws", "10.000.000"],
    ])
  func aSignalStopsIt(number: Int32, arguments: [String]) throws {
    let world = World()
    try Self.writeStudy(to: world)
    let before = world.contents
    let process = try Self.process(arguments + [world.folder + "/study"])
    Self.waitUntilPrepared(for: number, process)
    try #require(process.isRunning)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(world.contents == before)
  }

  /// `nohup` starts a program so; it used to be stopped all the same.
  @Test func aRunOutlivesItsTerminalIfTold() throws {
    let world = World()
    try Self.writeStudy(to: world)
    let run = [Shell.waterlijn.path, "run", world.folder + "/study", "--draws", "1.000.000.000"]
    let process = try Self.process(
      ["-c", "trap '' HUP; exec \"$@\"", "sh"] + run, of: URL(fileURLWithPath: "/bin/sh"))
    Self.waitUntilPrepared(for: SIGTERM, process)
    kill(process.processIdentifier, SIGHUP)
    Thread.sleep(forTimeInterval: 1)
    #expect(process.isRunning)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }

  /// Runs a shell's line with the program as `$0`, in a world's folder; its error output.
  private static func shell(_ line: String, in world: World) throws -> (status: Int32, error: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line, Shell.waterlijn.path]
    process.currentDirectoryURL = URL(fileURLWithPath: world.folder)
    let pipe = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(line)")
    return (process.terminationStatus, error)
  }

  /// The number of a closed stream used to be given to the next file that was opened: the text went there, and the
  /// message spoke of an invalid argument.
  @Test func aStreamThatIsClosed() throws {
    let world = World()
    try Self.writeStudy(to: world)
    for line in ["\"$0\" check study >&-", "\"$0\" run study --draws 100 >&-", "\"$0\" help >&-"] {
      let found = try Self.shell(line, in: world)
      #expect(found.status == 1, "\(line)")
      #expect(found.error == "Kan niet schrijven naar de uitvoer: die is gesloten.\n", "\(line)")
    }
    #expect(try Self.shell("\"$0\" run study --draws 100 --quiet >&- 2>&- <&-", in: world).status == 0)
    #expect(world.text("study/resultaten/summary.csv").hasPrefix("scenario,region,year,quantity,"))
    #expect(try Self.shell("\"$0\" verify study/resultaten", in: world).status == 0)
  }

  /// Such a name used to be read as another one: results went to a folder that nobody had named.
  @Test func namesThatAreNotUTF8() throws {
    let world = World()
    try Self.writeStudy(to: world)
    let before = world.contents
    let name = "$(printf 'st\\351')"
    for line in [
      "\"$0\" check \"\(name)\"", "\"$0\" run study --draws 100 --out \"\(name)\"", "\"$0\" help \"\(name)\"",
    ] {
      let found = try Self.shell(line, in: world)
      #expect(found.status == 2, "\(line)")
      #expect(found.error.contains("is niet in UTF-8 geschreven"), "\(line): \(found.error)")
    }
    #expect(world.contents == before)
    let within = try Self.shell(
      "mkdir \"\(name)\" && cp study/* \"\(name)\" && cd \"\(name)\" && \"$0\" check . --language en", in: world)
    #expect(within.status == 2 && within.error.hasPrefix("The folder that you work in has a name"))
    _ = try Self.shell("rm -r \"\(name)\"", in: world)
  }

  #if os(Linux)
    /// A limit on memory used to end the program with a stack trace and status 134. From the least limit that is not
    /// refused on, all goes well.
    @Test func tooLittleMemoryIsToldBefore() throws {
      let world = World()
      try Self.writeStudy(to: world)
      let scenarios = (0..<40).map { "T\($0),Ineens,A,linear,2027,2028" }.joined(separator: "\n")
      try world.write(world.text("study/scenarios.csv") + scenarios + "\n", to: "study/scenarios.csv")
      var statuses: [Int32] = []
      for limit in stride(from: 220_000, through: 340_000, by: 20_000) {
        let found = try Self.shell(
          "ulimit -v \(limit); \"$0\" run study --draws 400 --threads 2 --quiet --out uit", in: world)
        statuses.append(found.status)
        if found.status == 1 {
          #expect(found.error.hasPrefix("Hiervoor is ongeveer ") && found.error.contains("Er is niets berekend."))
        }
      }
      #expect(Set(statuses) == [0, 1] && statuses == statuses.sorted(by: >), "\(statuses)")
    }
  #endif

  @Test func aReaderThatGoesAwayIsNoCrash() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let process = try Self.process(["help"], output: pipe)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }
}
