import Analyses
import CostEngine
import Foundation
import StudyFiles
import Terms
import TestSupport
import WaterlijnProcess

@testable import WaterlijnCommands

/// A place to run commands in: a folder of its own, and memory for what they print.
final class World: Sendable {
  struct Outcome: Equatable {
    var status: ExitStatus
    var output: String
    var error: String
  }

  /// Absolute path of a folder that is there for this test only.
  let folder: String

  init() {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("waterlijn-" + UUID().uuidString).path
    try! FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs a command.
  ///
  /// - Parameters:
  ///   - reading: what every study turns out to be; nil to read the study's folder.
  ///   - memory: bytes that there are; nil if nobody knows.
  ///   - variables: of the process.
  ///   - clock: is read instead of the time.
  func run(
    _ arguments: [String], reading: StudyReading? = nil, files: any FileSystem = SystemFiles(),
    interruption: Interruption = Interruption(), terminal: Bool = false, output: OutputSink? = nil,
    threads: any ThreadPool = SystemThreads(), memory: Int64? = nil, variables: [String: String] = [:],
    clock: @escaping @Sendable () -> Double = { 0 }
  ) -> Outcome {
    let printed = Locked<[UInt8]>([])
    let said = Locked<[UInt8]>([])
    let environment = CommandEnvironment(
      output: output ?? Self.sink { bytes in printed.withLock { $0 += bytes } },
      error: Self.sink { bytes in said.withLock { $0 += bytes } }, errorIsTerminal: terminal,
      currentDirectory: folder, threads: threads, processorCount: 2, memory: { memory }, now: clock,
      variable: { variables[$0] }, files: files,
      interruption: interruption,
      readStudy: { reading ?? StudyReader.read(folder: $0, in: files, overrides: $1, keepsLedger: $2) })
    let status = Waterlijn.main(arguments: arguments, environment: environment)
    return Outcome(
      status: status, output: printed.withLock { String(decoding: $0, as: UTF8.self) },
      error: said.withLock { String(decoding: $0, as: UTF8.self) })
  }

  static func workers(_ count: Int) -> Workers { Workers(SystemThreads(), count: count) { false } }

  private static func sink(_ take: @escaping @Sendable ([UInt8]) -> Void) -> OutputSink {
    OutputSink { bytes in
      take(bytes)
      return .written
    }
  }

  /// The content of every file in this world, by path; folders have a `/` at the end.
  var contents: [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: folder)!.map({ $0 as! String }) {
      let data = FileManager.default.contents(atPath: folder + "/" + path)
      contents[data == nil ? path + "/" : path] = data.map { [UInt8]($0) } ?? []
    }
    return contents
  }

  func text(_ path: String) -> String { String(decoding: contents[path] ?? [], as: UTF8.self) }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// `tiny`, as if it had been read from a folder.
  static let tiny = reading(TinyStudy.study)

  static func reading(_ study: Study, _ change: (inout StudyReading) -> Void = { _ in }) -> StudyReading {
    var reading = StudyReading(
      study: study, diagnostics: [], settings: StudyReading.RunSettings(),
      currentCells: study.functions.isEmpty
        ? []
        : study.regions.indices.flatMap { region in
          [CurrentFigure.persons, .turnover, .certified, .annualHours].map {
            StudyReading.CurrentCell(region: region, figure: $0, item: 0, isAssumed: $0 == .turnover)
          }
        },
      files: [HashedFile(name: "settings.csv", byteCount: 3, sha256: "00")])
    reading.settings.draws = 300
    change(&reading)
    return reading
  }
}
