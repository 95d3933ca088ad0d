/// A place from which files are read: the disk of a computer, or files in memory.
///
/// Paths are separated by `/`; relative paths are resolved from ``currentFolder``.
public protocol FileSource: AnyObject, Sendable {
  /// Absolute.
  var currentFolder: String { get }
  /// The kind of item at a path, following links; nil if there is none.
  func kind(of path: String) -> FileKind?
  /// Whether a path is itself a link, even a broken one.
  func isLink(_ path: String) -> Bool
  /// The absolute path without links; nil if it does not exist.
  func resolved(_ path: String) -> String?
  /// Names of the items in a folder, in any order, without `.` and `..`.
  func names(in folder: String) throws(FileFailure) -> [String]
  /// The bytes of a file.
  ///
  /// - Parameter limit: a file with more bytes is not read: ``FileFailure/Reason/tooLarge``.
  func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8]
  /// The first bytes of a file, and the number of bytes that it has in all.
  func beginning(of path: String, count: Int) throws(FileFailure) -> (bytes: [UInt8], size: Int64)
}

extension FileSource {
  public func beginning(of path: String, count: Int) throws(FileFailure) -> (bytes: [UInt8], size: Int64) {
    let bytes = try contents(of: path, limit: .max)
    return (Array(bytes.prefix(count)), Int64(bytes.count))
  }
}

public enum FileKind: Sendable {
  case file
  case folder
  case other
}

/// Why a file operation failed.
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
    /// Something else has this name: a broken link.
    case taken
    case nameTooLong
    /// Larger than the user may make a file, or than the limit for reading.
    case tooLarge
    /// The stream is not open.
    case closed
    /// Another command is writing there.
    case busy
    /// The system's error number and message.
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
