import Foundation

/// A folder that is there until the value is gone. It is made when something is written to it.
public final class TemporaryFolder: Sendable {
  public let url = FileManager.default.temporaryDirectory.appendingPathComponent("waterlijn-" + UUID().uuidString)

  public init() {}

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and returns where it is.
  @discardableResult
  public func write(_ content: Data, to name: String) throws -> URL {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let file = url.appendingPathComponent(name)
    try content.write(to: file)
    return file
  }

  /// Copies the tables of a study into a folder of its own, and returns that.
  public func copy(of study: URL, as name: String) throws -> URL {
    let folder = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in try FileManager.default.contentsOfDirectory(atPath: study.path) where file.hasSuffix(".csv") {
      try FileManager.default.copyItem(
        at: study.appendingPathComponent(file), to: folder.appendingPathComponent(file))
    }
    return folder
  }

  public var path: String { url.path }

  /// - Returns: the file's path.
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    try write(Data(bytes), to: name).path
  }
}
