import StudyFiles
import WaterlijnCommands

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files on this computer.
public final class SystemFiles: FileSystem {
  public init() {}

  public var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  public func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  public func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  public func names(in folder: String) throws(FileFailure) -> [String] {
    guard let stream = opendir(folder) else { throw Self.failure(folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // Tells the end from a failure; what the loop does may set it too.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        bytes.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: bytes.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw Self.failure(folder, code: errno) }
    return names
  }

  public func kind(of path: String) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  public func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    try check(descriptor, path)
    defer { _ = close(descriptor) }
    var status = stat()
    try check(fstat(descriptor, &status), path)
    // The size of a folder is that of its list of names, which grows with them; reading it says what it is.
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    guard size <= limit else { throw FileFailure(path: path, .tooLarge) }
    // One byte more than expected, to detect the end; a file that grows meanwhile is read further.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var done = 0
    while true {
      let room = bytes.count - done
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + done, room) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path, code: errno)
      }
      done += count
      if count == 0 { return Array(bytes[..<done]) }
      guard done <= limit else { throw FileFailure(path: path, .tooLarge) }
      if done == bytes.count { bytes += [UInt8](repeating: 0, count: 1 << 16) }
    }
  }

  public func beginning(of path: String, count: Int) throws(FileFailure) -> (bytes: [UInt8], size: Int64) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    try check(descriptor, path)
    defer { _ = close(descriptor) }
    var status = stat()
    try check(fstat(descriptor, &status), path)
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let number = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + done, count - done) }
      if number < 0, errno == EINTR { continue }
      if number < 0 { throw Self.failure(path, code: errno) }
      if number == 0 { break }
      done += number
    }
    return (Array(bytes[..<done]), Int64(status.st_size))
  }

  public func obstacle(toWritingIn folder: String) -> FileFailure? {
    access(folder, W_OK | X_OK) == 0 ? nil : Self.failure(folder, code: errno)
  }

  public func createFolder(_ path: String) throws(FileFailure) { try check(mkdir(path, 0o777), path) }

  public func removeFolder(_ path: String) throws(FileFailure) { try check(rmdir(path), path) }

  public func createFile(_ path: String, bytes: [UInt8]) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    try check(descriptor, path)
    do throws(FileFailure) {
      try Self.write(bytes, to: descriptor, path: path)
      try check(fsync(descriptor), path)
    } catch {
      _ = close(descriptor)
      _ = unlink(path)
      throw error
    }
    // A full disk on a network may only be detected now.
    guard close(descriptor) == 0 else {
      let failure = Self.failure(path, code: errno)
      _ = unlink(path)
      throw failure
    }
  }

  public func removeFile(_ path: String) throws(FileFailure) { try check(unlink(path), path) }

  public func rename(_ path: String, to newPath: String) throws(FileFailure) {
    #if canImport(Glibc)
      try check(Glibc.rename(path, newPath), newPath)
    #else
      try check(Darwin.rename(path, newPath), newPath)
    #endif
  }

  public func link(_ path: String, to newPath: String) throws(FileFailure) {
    #if canImport(Glibc)
      try check(Glibc.link(path, newPath), newPath)
    #else
      try check(Darwin.link(path, newPath), newPath)
    #endif
  }

  /// How long to wait for another command, in steps of a twentieth of a second.
  static let stepsOfWaiting = 200

  public func lock(_ folder: String) throws(FileFailure) -> FolderLock? {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    for step in 0... {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return FolderLock { _ = close(descriptor) } }
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { break }
      guard step < Self.stepsOfWaiting else {
        _ = close(descriptor)
        throw FileFailure(path: folder, .busy)
      }
      usleep(50_000)
    }
    // Some network disks have no locks.
    _ = close(descriptor)
    return nil
  }

  public func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private func check(_ result: Int32, _ path: String) throws(FileFailure) {
    if result < 0 { throw Self.failure(path, code: errno) }
  }

  /// Writes all bytes to an open file or stream.
  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress! + done, bytes.count - done)
        #else
          Darwin.write(descriptor, buffer.baseAddress! + done, bytes.count - done)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path, code: errno)
      }
      done += count
    }
  }

  static func failure(_ path: String, code: Int32) -> FileFailure {
    let reason: FileFailure.Reason
    switch code {
    case ENOSPC, EDQUOT: reason = .diskFull
    case EROFS: reason = .readOnly
    case EACCES, EPERM: reason = .noPermission
    case ENOTDIR: reason = .notAFolder
    case EISDIR: reason = .notAFile
    case ENOENT: reason = .absent
    case EEXIST, ENOTEMPTY, ELOOP: reason = .taken
    case ENAMETOOLONG: reason = .nameTooLong
    case EFBIG: reason = .tooLarge
    case EBADF: reason = .closed
    default: reason = .other(code: code, text: String(cString: strerror(code)))
    }
    return FileFailure(path: path, reason)
  }
}
