import Foundation

/// The folders that these tests read.
enum Folders {
  /// Root of the repository.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let scenarios = repository.appendingPathComponent("scenarios")

  /// Studies with results of an independent implementation, which stand beside the repository; not everyone has them.
  static let conformance = repository.deletingLastPathComponent().appendingPathComponent("shared/conformance")

  static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

  /// Names of the studies in a folder, ascending.
  static func studies(in url: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { exists(url.appendingPathComponent($0 + "/settings.csv")) }.sorted()
  }
}
