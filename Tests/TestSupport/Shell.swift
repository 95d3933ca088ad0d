import Foundation

/// Runs programs of the toolchain, for tests of what only a build of its own can show.
public enum Shell {
  public struct Failure: Error, CustomStringConvertible {
    public var description: String
  }

  /// The package's folder.
  public static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program of this package, which stands beside the tests.
  public static let waterlijn = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("waterlijn")

  /// Runs a program in the package's folder and returns what it wrote to standard output.
  ///
  /// - Parameters:
  ///   - program: a path, or a name to look for on the search path.
  ///   - environment: set in addition to the test's own.
  /// - Throws: ``Failure`` with the program's last words where it does not exit with 0.
  @discardableResult
  public static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = package
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Into files: a pipe that nobody reads would stop the program once it is full.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appendingPathComponent("output")
    let errors = folder.appendingPathComponent("errors")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let written = try Data(contentsOf: output)
    guard process.terminationStatus == 0 else {
      let words = String(decoding: written.suffix(4000) + (try Data(contentsOf: errors)).suffix(4000), as: UTF8.self)
      throw Failure(
        description: "\(program) \(arguments.joined(separator: " ")) ended with "
          + "\(process.terminationStatus):\n\(words)")
    }
    return written
  }

  /// The folder of the toolchain's programs.
  public static func toolchain() throws -> URL {
    struct Information: Decodable {
      struct Paths: Decodable { var runtimeResourcePath: String }
      var paths: Paths
    }
    let information = try JSONDecoder().decode(Information.self, from: run("swiftc", ["-print-target-info"]))
    return URL(fileURLWithPath: information.paths.runtimeResourcePath)
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("bin")
  }
}
