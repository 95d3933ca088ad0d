import StudyFiles
import TestSupport
import WaterlijnProcess

@testable import WaterlijnCommands

/// Files of this computer, of which one operation that changes something fails, or does something before it.
final class FailingFiles: FileSystem {
  private let system = SystemFiles()
  private let failing: Int?
  private let ended: Int?
  private let linksAreKnown: Bool
  private let isReadOnly: Bool
  private let before: @Sendable (Int) -> Void
  private let done = Locked(0)

  /// - Parameters:
  ///   - failing: which operation fails, counted from 0.
  ///   - ended: the operation at which the process is ended on the spot: nothing is done from there on; of a file that is
  ///     then written half of it stands there.
  ///   - linksAreKnown: false for a file system where a file has one name only.
  ///   - isReadOnly: whether every folder says beforehand that it cannot be written in.
  ///   - before: is called before each operation, with its number.
  init(
    failing: Int? = nil, ended: Int? = nil, linksAreKnown: Bool = true, isReadOnly: Bool = false,
    before: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.failing = failing
    self.ended = ended
    self.linksAreKnown = linksAreKnown
    self.isReadOnly = isReadOnly
    self.before = before
  }

  /// How many operations were asked for.
  var count: Int { done.withLock { $0 } }

  private func step(_ path: String) throws(FileFailure) {
    let number = done.withLock { done in
      done += 1
      return done - 1
    }
    before(number)
    if let ended, number >= ended { throw FileFailure(path: path, .closed) }
    if number == failing { throw FileFailure(path: path, .diskFull) }
  }

  func kind(of path: String) -> FileKind? { system.kind(of: path) }
  var currentFolder: String { system.currentFolder }
  func isLink(_ path: String) -> Bool { system.isLink(path) }
  func resolved(_ path: String) -> String? { system.resolved(path) }
  func names(in folder: String) throws(FileFailure) -> [String] { try system.names(in: folder) }
  func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    try system.contents(of: path, limit: limit)
  }
  func obstacle(toWritingIn folder: String) -> FileFailure? {
    isReadOnly ? FileFailure(path: folder, .readOnly) : system.obstacle(toWritingIn: folder)
  }

  func createFolder(_ path: String) throws(FileFailure) {
    try step(path)
    try system.createFolder(path)
  }

  func removeFolder(_ path: String) throws(FileFailure) {
    try step(path)
    try system.removeFolder(path)
  }

  func createFile(_ path: String, bytes: [UInt8]) throws(FileFailure) {
    if let ended, count == ended { try? system.createFile(path, bytes: Array(bytes.prefix(bytes.count / 2))) }
    try step(path)
    try system.createFile(path, bytes: bytes)
  }

  func removeFile(_ path: String) throws(FileFailure) {
    try step(path)
    try system.removeFile(path)
  }

  func rename(_ path: String, to newPath: String) throws(FileFailure) {
    try step(newPath)
    try system.rename(path, to: newPath)
  }

  func link(_ path: String, to newPath: String) throws(FileFailure) {
    try step(newPath)
    if !linksAreKnown { throw FileFailure(path: newPath, .noPermission) }
    try system.link(path, to: newPath)
  }
}
