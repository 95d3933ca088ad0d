/// How a command ended.
public enum ExitStatus: Int32, Sendable {
  case success = 0
  /// The work could not be done: a file could not be written, the disk is full.
  case failure = 1
  /// The command line is wrong.
  case wrongUsage = 2
  /// The study is invalid, or the results that were given.
  case invalidStudy = 3
  /// Stopped by the user (Ctrl-C) or the system; 128 + 2, by the convention of shells.
  case interrupted = 130
}
