import StudyFiles

/// The file operations that the commands use.
public protocol FileSystem: FileSource {
  /// Why files cannot be created in a folder, as far as that can be determined without trying; nil if they can.
  func obstacle(toWritingIn folder: String) -> FileFailure?
  func createFolder(_ path: String) throws(FileFailure)
  func removeFolder(_ path: String) throws(FileFailure)
  /// Creates a new file with these bytes, and waits until they are on the disk.
  func createFile(_ path: String, bytes: [UInt8]) throws(FileFailure)
  func removeFile(_ path: String) throws(FileFailure)
  /// Renames a file within its folder, atomically; an existing file with the new name is replaced.
  func rename(_ path: String, to newPath: String) throws(FileFailure)
  /// Gives a file a second name within its folder.
  func link(_ path: String, to newPath: String) throws(FileFailure)
  /// Waits until no other command writes in a folder, for some seconds, and keeps others waiting until the lock is
  /// released or the process ends; nil where folders cannot be locked.
  ///
  /// - Throws: ``FileFailure/Reason/busy`` if another command still writes there.
  func lock(_ folder: String) throws(FileFailure) -> FolderLock?
  /// Waits until the names of a folder's files are on the disk, where that can be asked for.
  func sync(_ folder: String)
}

extension FileSystem {
  public func lock(_ folder: String) throws(FileFailure) -> FolderLock? { nil }
  public func sync(_ folder: String) {}
}

/// Keeps other commands from writing in a folder.
public struct FolderLock {
  public var release: () -> Void

  public init(release: @escaping () -> Void) { self.release = release }
}
