import StudyFiles

/// What the commands do with files.
public protocol FileSystem: FileSource {
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
