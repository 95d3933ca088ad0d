/// Where files are read: the disk of a computer, or files in memory.
///
/// Paths are parted by `/`; those that do not begin with one are read from ``currentFolder``.
public protocol FileSource: AnyObject, Sendable {
  /// Absolute.
  var currentFolder: String { get }
  /// What is at a path, links followed; nil where there is nothing.
  func kind(of path: String) -> FileKind?
  /// Whether a path is a link itself, also one that leads nowhere.
  func isLink(_ path: String) -> Bool
  /// The absolute path without links; nil where there is nothing.
  func resolved(_ path: String) -> String?
  /// Names of what is in a folder, in any order, without `.` and `..`.
  func names(in folder: String) throws(FileFailure) -> [String]
  /// The bytes of a file.
  ///
  /// - Parameter limit: a file of more bytes is not read: ``FileFailure/Reason/tooLarge``.
  func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8]
}

public enum FileKind: Sendable {
  case file
  case folder
  case other
}

/// Why something with a file did not succeed.
public struct FileFailure: Error, Equatable, Sendable {
  public enum Reason: Sendable, Equatable {
    case diskFull
    case readOnly
    case noPermission
    /// A folder was expected.
    case notAFolder
    /// A file was expected.
    case notAFile
    case absent
    /// Something else has this name: a link that leads nowhere.
    case taken
    case nameTooLong
    /// Larger than the user may make a file, or than is read.
    case tooLarge
    /// The stream is not open.
    case closed
    /// The system's number and words for it.
    case other(code: Int32, text: String)
  }

  /// Empty for a stream.
  public var path: String
  public var reason: Reason

  public init(path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
