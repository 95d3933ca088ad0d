import StudyFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The memory of this computer that this process may use.
enum SystemMemory {
  /// The least that any limit leaves, in bytes; nil if nothing is known.
  @Sendable static func available() -> Int64? {
    [ofSystem, ofProcess, ofGroup].compactMap { $0 }.min().map { Int64($0) }
  }

  /// What is free or can be freed; of other systems than Linux what there is in all.
  private static var ofSystem: Int? {
    guard let lines = text(of: "/proc/meminfo")?.split(separator: "\n") else { return inAll }
    for line in lines where line.hasPrefix("MemAvailable:") {
      let parts = line.split(separator: " ")
      if parts.count == 3, let kilobytes = Int(parts[1]) { return kilobytes << 10 }
    }
    return inAll
  }

  private static var inAll: Int? {
    let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    return pages > 0 && size > 0 ? pages * size : nil
  }

  /// What is left of the address space that the process is allowed (`ulimit -v`), less what the program itself and its
  /// threads take beside its data.
  private static var ofProcess: Int? {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)
    #else
      let resource = RLIMIT_AS
    #endif
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < UInt64(Int.max) else { return nil }
    return max(0, Int(limit.rlim_cur) - programSize)
  }

  /// Measured: a run of a small study needs 160 MB of address space on two threads.
  private static let programSize = 200 << 20

  /// What a container allows.
  private static var ofGroup: Int? {
    for path in ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"] {
      if let text = text(of: path), let bytes = Int(text.filter { $0 != "\n" }), bytes < 1 << 50 { return bytes }
    }
    return nil
  }

  private static func text(of path: String) -> String? {
    // The system tells no size of these files.
    (try? SystemFiles().contents(of: path, limit: 1 << 20)).map { String(decoding: $0, as: UTF8.self) }
  }
}
