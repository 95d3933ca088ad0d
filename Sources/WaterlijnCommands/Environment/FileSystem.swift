/// What the commands do with files.
public protocol FileSystem: Sendable {
  /// What is at a path, links followed; nil where there is nothing.
  func kind(of path: String) -> FileKind?
  /// The bytes of a file.
  func contents(of path: String) throws(FileFailure) -> [UInt8]
  /// Why no files can be made in a folder, as far as that can be known without trying; nil where they can.
  func obstacle(toWritingIn folder: String) -> FileFailure?
  func createFolder(_ path: String) throws(FileFailure)
  func removeFolder(_ path: String) throws(FileFailure)
  /// Makes a file that was not there, with these bytes, and waits until they are on the disk.
  func createFile(_ path: String, bytes: [UInt8]) throws(FileFailure)
  func removeFile(_ path: String) throws(FileFailure)
  /// Gives a file another name within its folder, at once; a file that had that name is gone.
  func rename(_ path: String, to newPath: String) throws(FileFailure)
  /// Gives a file a second name within its folder.
  func link(_ path: String, to newPath: String) throws(FileFailure)
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
    /// Larger than the user may make a file.
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
