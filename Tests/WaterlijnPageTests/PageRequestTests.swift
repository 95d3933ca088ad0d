import Analyses
import CostEngine
import Foundation
import Terms
import TestSupport
import Testing
import WaterlijnCommands
import WaterlijnPage
import WaterlijnProcess

/// A command over files in memory gives what it gives over those of the computer.
@Suite struct PageRequestTests {
  private let study = Shell.package.appendingPathComponent("scenarios/leerboek")

  private func files(in folder: URL, as path: String) throws -> [OutputFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { $0.contains(".csv") }.map {
      OutputFile(name: "\(path)/\($0)", bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }

  /// Commands that share their draws answer as each does alone.
  @Test func keptDrawsChangeNothing() throws {
    let nederland = Shell.package.appendingPathComponent("scenarios/nederland")
    let given = try files(in: nederland, as: "nederland")
    let samples = SampleStore()
    for line in [
      "run nederland --scenario INGROEI --region VR17 --draws 600",
      "run nederland --scenario INGROEI+INGROEI-SLIM --region VR17 --draws 600",
      "run nederland --scenario INGROEI --draws 400",
      "run nederland --scenario INGROEI --region VR17 --draws 600 --seed 3",
      "sensitivity nederland --scenario INGROEI --region VR17 --draws 1600",
      "run nederland --scenario INGROEI --draws 400",
    ] {
      let request = PageRequest(arguments: line.split(separator: " ").map(String.init), files: given)
      #expect(request.answer(samples: samples) == request.answer(), "\(line)")
    }
  }

  @Test(arguments: [
    ["run", "S", "--draws", "200", "--out", "O/uit", "--xlsx", "O/werkmap.xlsx"],
    ["run", "S", "--draws", "200", "--out", "O/uit", "--language", "en"],
    ["report", "S", "--draws", "200", "--out", "O/verslag.html"],
    ["check", "S"], ["check", "S/niets"], ["run", "S", "--draws", "0"], ["help"],
  ])
  func aCommandDoesTheSame(_ line: [String]) throws {
    // Long enough a path, and absolute, for the two to have it in common.
    let folder = TemporaryFolder()
    let given = try files(in: study, as: folder.path + "/leerboek")
    try FileManager.default.createDirectory(atPath: folder.path + "/leerboek", withIntermediateDirectories: true)
    for file in given { _ = try folder.write(file.bytes, to: "leerboek/" + file.name.split(separator: "/").last!) }
    let arguments = line.map {
      $0.hasPrefix("S")
        ? folder.path + "/leerboek" + $0.dropFirst()
        : $0.hasPrefix("O/") ? folder.path + "/leerboek/" + $0.dropFirst(2) : $0
    }
    // A single folder below the root is all that is given, and a folder of its own for what is written.
    let answer = PageRequest(arguments: arguments, files: given).answer(threads: SystemThreads(), threadCount: 2)
    let alone = PageRequest(arguments: arguments, files: given).answer()
    #expect(alone == answer)

    let sinks = (Guarded<[UInt8]>([], SingleThread().makeLock()), Guarded<[UInt8]>([], SingleThread().makeLock()))
    let status = Waterlijn.main(
      arguments: arguments,
      environment: CommandEnvironment(
        output: OutputSink { bytes in
          sinks.0.withLock { $0 += bytes }
          return .written
        },
        error: OutputSink { bytes in
          sinks.1.withLock { $0 += bytes }
          return .written
        }, errorIsTerminal: false, currentDirectory: "", threads: SystemThreads(), processorCount: 2, now: { 0 },
        files: SystemFiles(), interruption: Interruption()))
    #expect(answer.status == status.rawValue)
    #expect(String(decoding: answer.output, as: UTF8.self) == String(decoding: sinks.0.withLock { $0 }, as: UTF8.self))
    #expect(String(decoding: answer.error, as: UTF8.self) == String(decoding: sinks.1.withLock { $0 }, as: UTF8.self))
    let written = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().compactMap {
      name -> OutputFile? in
      let url = folder.url.appendingPathComponent(name)
      let path = folder.path + "/" + name
      guard (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true,
        !given.contains(where: { $0.name == path })
      else { return nil }
      return OutputFile(name: String(path.dropFirst()), bytes: Array(try Data(contentsOf: url)))
    }
    #expect(answer.files.map { $0.name } == written.map { $0.name })
    for (a, b) in zip(answer.files, written) where a != b { Issue.record("\(a.name) differs") }
    if line.contains("--out") { #expect(!answer.files.isEmpty) }
  }

  @Test func requestsAndAnswersAreBytes() {
    let request = PageRequest(
      arguments: ["run", "", "één"],
      files: [OutputFile(name: "a/b.csv", bytes: [0, 255]), OutputFile(name: "c", bytes: [])])
    #expect(PageRequest(bytes: request.bytes) == request)
    let answer = PageAnswer(status: 130, output: [1, 2], error: [], files: request.files)
    #expect(PageAnswer(bytes: answer.bytes) == answer)
    for count in 0..<request.bytes.count { #expect(PageRequest(bytes: Array(request.bytes[..<count])) == nil) }
    #expect(PageRequest(bytes: request.bytes + [0]) == nil)
    #expect(
      PageRequest(arguments: ["run"], files: []).bytes == [
        0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 114, 117, 110, 0, 0, 0, 0,
      ])
  }
}
