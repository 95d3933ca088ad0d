import Foundation
import Terms
import TestSupport
import Testing
import WaterlijnPage

/// The whole program as a WebAssembly module gives, byte for byte, what the program of this computer gives.
///
/// It takes minutes to build the module, so these tests run only where `WATERLIJN_MODULE` names one: `make embedded`.
@Suite struct WholeProgramTests {
  private static let module = ProcessInfo.processInfo.environment["WATERLIJN_MODULE"]

  @Test func theModuleIsThere() {
    if let module = Self.module {
      #expect(FileManager.default.fileExists(atPath: module))
    } else {
      FileHandle.standardError.write(
        Data(
          "SKIPPED: WATERLIJN_MODULE names no module (make embedded): the program in WebAssembly is not tested\n".utf8))
    }
  }

  /// Not that of 342 municipalities: a sheet of each, unoptimised, takes minutes and tells nothing that the others do not.
  private static let studies = Folders.studies(in: Folders.scenarios).filter { $0 != "gemeenten" }

  @Test(.enabled(if: module != nil), arguments: studies)
  func everyCommandIsTheSame(_ study: String) throws {
    let sandbox = try Sandbox(studies: study == "leerboek" ? [study] : [study, "leerboek"])
    let scenario = try sandbox.firstCode(of: "\(study)/scenarios.csv")
    let region = try sandbox.firstCode(of: "\(study)/regions.csv")
    let year = try sandbox.firstYear(of: study) + 1
    // Of a country a draw takes its time in an interpreter, and a study of a region has more of it.
    let draws = "200"
    let lines = [
      "check \(study)", "check \(study) --language en", "check \(study) --out uit/check --csv-locale nl",
      "page \(study) --out uit/pagina.html",
      "run \(study) --draws \(draws) --out uit/run --xlsx uit/run.xlsx",
      "run \(study) --draws 400 --out uit/run-nl --csv-locale nl --language en --threads 1 --seed 18446744073709551615",
      "run \(study) --tolerance 5% --draws \(draws) --sampler sobol --region \(region)",
      "report \(study) --draws \(draws) --out uit/verslag.html --language en --xlsx uit/verslag.xlsx",
      "report \(study) --draws \(draws) --out uit/alle/verslag.html --region all",
      "report uit/run --study \(study) --out uit/verslag-2.html",
      "explain \(study) --scenario \(scenario) --region \(region) --year \(year)",
      "explain \(study) --scenario \(scenario) --region NL --year \(year) --draw 3 --language en",
      "benchmark \(study) --out uit/benchmark", "benchmark \(study) --region \(region) --language en",
      "sensitivity \(study) --scenario \(scenario) --draws \(draws) --out uit/se --by function --xlsx uit/se.xlsx",
      "sensitivity \(study) --scenario \(scenario) --draws \(draws) --region \(region) --by variable --language en",
      "priority \(study) --draws 400 --out uit/p", "priority \(study) --draws 400 --region \(region) --language en",
      "compare \(study) --draws \(draws) --out uit/c --xlsx uit/c.xlsx --region \(region)",
      "compare \(study) leerboek --draws \(draws) --language en",
      "compare uit/run uit/run-nl --quantity net --out uit/cc",
      "sweep \(study) --scenario \(scenario) --vary bandwidth=0...0.3/3 --draws \(draws) --out uit/sw",
      "sweep \(study) --scenario \(scenario) --vary tot=2029...2031 --draws \(draws) --language en --region \(region) "
        + "--quantity net+delta+npv",
      "solve \(study) --scenario \(scenario) --find bandwidth --such-that p80(net[NL])<=1e6 --draws \(draws) --out uit/so",
      "solve \(study) --scenario \(scenario) --find until --such-that kans(meerkosten>0)<=20% --draws \(draws) --language en",
      "template \(study) --region \(region) --out uit/vorm",
      "collect \(study) a.csv uit/vorm --into uit/ronde --reply uit/terug --estimate",
      "progress uit/ronde --out uit/stand --language en",
      "help", "help --language en", "help run", "help solve --language en", "--version", "",
    ]
    let function = try sandbox.firstCode(of: "\(study)/functions.csv")
    try sandbox.write(
      "antwoord;toelichting;kenmerk\n66000;;staffing.persons[\(region)/\(function)]\n"
        + "ca. 9;geteld;training.annual_hours[\(region)/\(function)]\n", to: "a.csv")
    for line in lines { try sandbox.compare(line.split(separator: " ").map(String.init)) }
  }

  @Test(.enabled(if: module != nil)) func mistakesAreTheSame() throws {
    let sandbox = try Sandbox(studies: ["leerboek"])
    for line in [
      "runn leerboek", "run leerbok", "run leerboek --draws 0", "run leerboek --draws 99999999999",
      "run leerboek --out",
      "run leerboek --region R99", "run leerboek --seed x --language en", "run leerboek --seed 18446744073709551616",
      "run leerboek --sampler foo", "run leerboek --tolerance 5", "run leerboek --xlsx foo", "run leerboek leerboek",
      "run leerboek --out leerboek/settings.csv", "run leerboek --out leerboek/settings.csv/x --language en",
      "explain leerboek --year 99999999999", "solve leerboek --find bandwidth --such-that p80(net[NL])<=",
      "sweep leerboek --vary bandwidth=0...1e15", "sweep leerboek --vary x=1+2",
      "report leerboek --out x.html --region all",
      "report uit --out x.html", "compare leerboek uit", "help niets", "--bogus", "leerboek",
    ] { try sandbox.compare(line.split(separator: " ").map(String.init)) }
  }

  /// Studies with something wrong in them.
  @Test(.enabled(if: module != nil), arguments: studies)
  func brokenStudiesAreTheSame(_ study: String) throws {
    var random = SplitMix(seed: 2026)
    let cells = [
      "", "x", "-1", "0", "1e15", "99999999999999999999", "123456789012345", "1.234,5", "1,234.5", "12%", "5-9",
      "5 tot 9",
      "5..1", "1..", "pert(1; 2; 3)", "pert(3; 2; 1)", "normal(1; 0)", "#REF!", "1-mrt", "12:30", "nan", "inf", "8,3 %",
      "€ 5 mln", "=1+1", "var(x)", "beta(1; 1e300)", "ß", "İ", "\u{1F600}", "a\u{301}", "\u{2264}", "1\u{2026}2",
      "2,5 ton",
      "lognormal(p5: 1; p95: 2)", "metalog(1)", "99999999999", "2147483648", "-2147483649", "4294967296", "1e-400",
      "0,1e400",
    ]
    for number in 0..<12 {
      let sandbox = try Sandbox(studies: [study])
      let tables = try sandbox.tables(of: study)
      for _ in 0..<3 {
        let table = tables.randomElement(using: &random)!
        var rows = table.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let row = Int.random(in: number % 4 == 0 ? 0...0 : 1...max(1, rows.count - 2), using: &random)
        let mark: Character = rows[0].contains(";") ? ";" : ","
        var parts = rows[min(row, rows.count - 1)].split(separator: mark, omittingEmptySubsequences: false).map(
          String.init)
        parts[Int.random(in: parts.indices, using: &random)] = cells.randomElement(using: &random)!
        rows[min(row, rows.count - 1)] = parts.joined(separator: String(mark))
        try sandbox.write(rows.joined(separator: "\n"), to: table.name)
      }
      try sandbox.compare(["check", study])
      try sandbox.compare(["check", study, "--language", "en"])
      try sandbox.compare(["run", study, "--draws", "50"])
    }
  }

  /// The toolchain's interpreter of WebAssembly, which shares nothing with a browser, nor knows its widest instructions:
  /// `make embedded SIMD=` makes a module without them.
  @Test(.enabled(if: module != nil)) func wasmkitGivesTheSame() throws {
    let sandbox = try Sandbox(studies: ["leerboek"], host: .wasmkit)
    try sandbox.compare(["run", "leerboek", "--draws", "200", "--out", "uit", "--xlsx", "uit.xlsx"])
    try sandbox.compare(["report", "leerboek", "--draws", "200", "--out", "verslag.html"])
    try sandbox.compare(["check", "leerboek"])
  }

  /// A folder in which the program runs, and whose files the module is given.
  private final class Sandbox {
    enum Host { case node, wasmkit }

    private let folder = TemporaryFolder()
    private let work = TemporaryFolder()
    private let host: Host

    init(studies: [String], host: Host = .node) throws {
      self.host = host
      for study in studies {
        let source = Folders.scenarios.appendingPathComponent(study)
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path) where name.hasSuffix(".csv") {
          let content = try Data(contentsOf: source.appendingPathComponent(name))
          let target = folder.url.appendingPathComponent(study)
          try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
          try content.write(to: target.appendingPathComponent(name))
        }
      }
      try FileManager.default.createDirectory(at: work.url, withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
    }

    func tables(of study: String) throws -> [(name: String, text: String)] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + study).sorted().map { name in
        let bytes = try Data(contentsOf: folder.url.appendingPathComponent("\(study)/\(name)"))
        return ("\(study)/\(name)", String(decoding: bytes, as: UTF8.self))
      }
    }

    private func rows(of name: String) throws -> [[Substring]] {
      let bytes = try Data(contentsOf: folder.url.appendingPathComponent(name))
      return String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.map { row in
        row.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "," }
      }
    }

    func firstCode(of table: String) throws -> String { String(try rows(of: table)[1][0]) }

    func firstYear(of study: String) throws -> Int {
      let row = try #require(
        try rows(of: "\(study)/settings.csv").first { ["first_year", "eerste_jaar"].contains($0[0]) })
      return try #require(Int(row[1]))
    }

    private func files() throws -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        let url = folder.url.appendingPathComponent(name)
        guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
        files[name] = Array(try Data(contentsOf: url))
      }
      return files
    }

    /// Runs a command as this computer's program and as the module, and compares all that comes of it.
    func compare(_ arguments: [String]) throws {
      let line = arguments.joined(separator: " ")
      let before = try files()
      let (status, output, error) = try run(Shell.waterlijn.path, arguments, in: folder.url)
      let written = try files().filter { before[$0.key] != $0.value }.sorted { $0.key < $1.key }

      let request = PageRequest(
        arguments: arguments, files: before.sorted { $0.key < $1.key }.map { OutputFile(name: $0.key, bytes: $0.value) }
      )
      let name = work.url.appendingPathComponent("request")
      try Data(request.bytes).write(to: name)
      let module = WholeProgramTests.module!
      let ended: (status: Int32, output: [UInt8], error: [UInt8])
      switch host {
      case .node:
        let program = Shell.package.appendingPathComponent("Tests/WebAssemblyHost/host.mjs").path
        ended = try run("/usr/bin/env", ["node", program, module], in: Shell.package, input: name)
      case .wasmkit:
        let program = try Shell.toolchain().appendingPathComponent("wasmkit").path
        ended = try run(program, ["run", module], in: Shell.package, input: name)
      }
      if host == .wasmkit, ended.status != 0, String(decoding: ended.error, as: UTF8.self).contains("opcode: [253]") {
        FileHandle.standardError.write(
          Data("SKIPPED: wasmkit does not know the module's SIMD instructions (make embedded SIMD=): \(line)\n".utf8))
        return
      }
      guard ended.status == 0, let answer = PageAnswer(bytes: ended.output) else {
        Issue.record("\(line): the module ended with \(ended.status): \(String(decoding: ended.error, as: UTF8.self))")
        return
      }
      #expect(answer.status == status, "\(line)")
      #expect(String(decoding: answer.output, as: UTF8.self) == String(decoding: output, as: UTF8.self), "\(line)")
      #expect(String(decoding: answer.error, as: UTF8.self) == String(decoding: error, as: UTF8.self), "\(line)")
      #expect(answer.files.map { $0.name } == written.map { $0.key }, "\(line)")
      for (file, expected) in zip(answer.files, written) where file.bytes != expected.value {
        Issue.record("\(line): \(file.name) differs")
      }
    }

    private func run(
      _ program: String, _ arguments: [String], in folder: URL, input: URL? = nil
    ) throws -> (status: Int32, output: [UInt8], error: [UInt8]) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.currentDirectoryURL = folder
      let (output, error) = (work.url.appendingPathComponent("output"), work.url.appendingPathComponent("error"))
      for file in [output, error] { try Data().write(to: file) }
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: error)
      process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return (process.terminationStatus, Array(try Data(contentsOf: output)), Array(try Data(contentsOf: error)))
    }
  }
}
