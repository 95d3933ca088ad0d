import Foundation
import WaterlijnProcess

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs `waterlijn` in a process of its own: this program again, which is that one where its first argument says so.
enum ChildProcess {
  private static let flag = "--as-waterlijn"

  /// What a process took from its start to its end.
  struct Usage {
    var seconds: Double
    /// The most memory it had at a time, in bytes.
    var peakMemory: Double
  }

  /// Does not return in a child.
  static func becomeWaterlijn(if arguments: [String]) {
    if arguments.first == flag { Program.run(Array(arguments.dropFirst())) }
  }

  /// Runs a command, whose data is thrown away, to its end.
  ///
  /// The memory of a child is never less than what this process had when it was started: Linux counts what a new process
  /// shares with its parent until it begins its own program.
  static func usage(_ arguments: [String]) -> Usage {
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let words = ([program, flag] + arguments).map { strdup($0) } + [nil]
    let environment = ProcessInfo.processInfo.environment.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { for word in words + environment { free(word) } }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)

    let start = DispatchTime.now().uptimeNanoseconds
    var child: pid_t = 0
    let failure = posix_spawn(&child, program, &actions, nil, words, environment)
    precondition(failure == 0, "the child could not be started: \(failure)")
    var status: Int32 = 0
    var resources = rusage()
    while wait4(child, &status, 0, &resources) == -1 { precondition(errno == EINTR) }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    precondition(status == 0, "the child failed: \(arguments.joined(separator: " "))")
    #if canImport(Glibc)
      let unit = 1_024.0
    #else
      let unit = 1.0
    #endif
    return Usage(seconds: seconds, peakMemory: Double(resources.ru_maxrss) * unit)
  }

  /// Runs a command of a study whose results go to a folder that is removed.
  static func usage(run study: String, _ options: [String]) -> Usage {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("waterlijn-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return usage(["run", study, "--out", folder.path, "--quiet", "--threads", "2"] + options)
  }
}
