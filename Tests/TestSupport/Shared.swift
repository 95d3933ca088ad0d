import Foundation

/// Material that stands next to the repository (`../shared`): studies and worked examples that are not part of it.
public enum Shared {
  /// Path of a folder there; nil where it is absent.
  public static func folder(_ path: String) -> String? {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared").appendingPathComponent(path).path
    if FileManager.default.fileExists(atPath: folder) { return folder }
    FileHandle.standardError.write(Data("SKIPPED: ../shared/\(path) is absent, what it proves is not tested\n".utf8))
    return nil
  }
}
