import Foundation

/// Starts browsers.
enum BrowserProcess {
  /// Starts a program in a process group of its own; what it says goes to the file `said` in its profile.
  ///
  /// - Parameter files: numbers under which it finds open files of this process.
  static func start(_ words: [String], profile: URL, files: [(own: Int32, theirs: Int32)] = []) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for output in [Int32(1), 2] {
      posix_spawn_file_actions_addopen(&actions, output, profile.path + "/said", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    for file in files { posix_spawn_file_actions_adddup2(&actions, file.own, file.theirs) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let status = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
    guard status == 0 else { throw Chromium.Failure(description: "\(words[0]) does not start: error \(status)") }
    return process
  }
}
