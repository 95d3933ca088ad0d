import Foundation
import TestSupport

/// A headless Chromium, driven over its own protocol: JSON messages, each ended by a NUL byte. It has a profile of its
/// own, reaches no network, and is gone with the value.
final class Chromium {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  typealias Message = [String: Any]

  /// What is done with a message that answers nothing.
  var hears: (_ method: String, _ parameters: Message) -> Void = { _, _ in }

  private let profile: URL
  private let process: pid_t
  /// This end of the socket that the browser reads and writes.
  private let socket: Int32
  private var received = Data()
  private var lastCall = 0
  private var answers: [Int: Message] = [:]

  /// Every wait ends after this long, s: many times what anything takes on a busy machine.
  static let patience = 40.0

  /// - Parameter arguments: given to the browser beside the usual ones.
  init(arguments: [String] = []) throws {
    profile = FileManager.default.temporaryDirectory.appendingPathComponent("waterlijn-chromium-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
      throw Failure(description: "no socket: \(errno)")
    }
    // Beyond 3 and 4, onto which it is copied.
    let theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, 10)
    close(ends[1])
    defer { close(theirs) }
    socket = ends[0]
    process = try Self.start(profile: profile, socket: theirs, arguments)
  }

  deinit {
    _ = try? call("Browser.close", within: 5)
    close(socket)
    // It may not have heard.
    for _ in 0..<100 where waitpid(process, nil, WNOHANG) == 0 { usleep(10_000) }
    if kill(-process, SIGKILL) == 0 { waitpid(process, nil, 0) }
    try? FileManager.default.removeItem(at: profile)
  }

  /// Starts the browser in a process group of its own, with the socket as its files 3 and 4.
  private static func start(profile: URL, socket: Int32, _ more: [String]) throws -> pid_t {
    let words =
      [
        Tool.chromium.program, "--headless=new", "--remote-debugging-pipe", "--user-data-dir=\(profile.path)",
        // The pages are this project's own; containers run as root and have little shared memory.
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-breakpad",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--hide-scrollbars", "--force-color-profile=srgb",
      ] + more + ["about:blank"]
    return try BrowserProcess.start(words, profile: profile, files: [3, 4].map { (socket, $0) })
  }

  /// Asks the browser something and waits for its answer.
  ///
  /// - Parameters:
  ///   - method: of the Chrome DevTools Protocol, as `Page.navigate`.
  ///   - session: of the page that is asked; nil for the browser.
  /// - Returns: the answer's `result`.
  @discardableResult
  func call(
    _ method: String, _ parameters: Message = [:], session: String? = nil, within seconds: Double = patience
  ) throws -> Message {
    let number = try send(method, parameters, session: session, within: seconds)
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      if let answer = answers.removeValue(forKey: number) {
        guard let result = answer["result"] as? Message else {
          throw Failure(description: "\(method): \(answer["error"] ?? answer)")
        }
        return result
      }
      try listen(until: deadline, for: method)
    }
  }

  /// Asks the browser something whose answer does not matter.
  func tell(_ method: String, _ parameters: Message, session: String?) throws {
    try send(method, parameters, session: session, within: Self.patience)
  }

  /// Hears the browser out until `condition` holds.
  func wait(for what: String, until condition: () -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while !condition() { try listen(until: deadline, for: what) }
  }

  /// Hears what the browser says within some time, s.
  func listen(for seconds: Double) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while end.timeIntervalSinceNow > 0 {
      guard try isReady(POLLIN, until: end) else { return }
      try receive()
    }
  }

  @discardableResult
  private func send(_ method: String, _ parameters: Message, session: String?, within seconds: Double) throws -> Int {
    lastCall += 1
    var message: Message = ["id": lastCall, "method": method, "params": parameters]
    message["sessionId"] = session
    let bytes = try [UInt8](JSONSerialization.data(withJSONObject: message)) + [0]
    let deadline = Date(timeIntervalSinceNow: seconds)
    var sent = 0
    while sent < bytes.count {
      guard try isReady(POLLOUT, until: deadline) else { throw failure("\(method) cannot be asked") }
      let count = bytes.withUnsafeBytes {
        Foundation.send(
          socket, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      guard count > 0 || errno == EAGAIN || errno == EINTR else { throw failure("the browser is gone") }
      sent += max(0, count)
    }
    return lastCall
  }

  private func listen(until deadline: Date, for what: String) throws {
    guard try isReady(POLLIN, until: deadline) else { throw failure("no answer in time to \(what)") }
    try receive()
  }

  private func receive() throws {
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    let count = read(socket, &bytes, bytes.count)
    guard count > 0 else { throw failure("the browser is gone") }
    let searched = received.count
    received += bytes[..<count]
    guard received[searched...].contains(0) else { return }
    let parts = received.split(separator: 0, omittingEmptySubsequences: false)
    received = Data(parts.last!)
    for part in parts.dropLast() {
      let message = try JSONSerialization.jsonObject(with: Data(part)) as? Message ?? [:]
      if let number = message["id"] as? Int {
        answers[number] = message
      } else if let method = message["method"] as? String {
        hears(method, message["params"] as? Message ?? [:])
      }
    }
  }

  private func isReady(_ event: Int32, until deadline: Date) throws -> Bool {
    var file = pollfd(fd: socket, events: Int16(event), revents: 0)
    while deadline.timeIntervalSinceNow > 0 {
      let count = poll(&file, 1, Int32(max(1, deadline.timeIntervalSinceNow * 1000)))
      if count > 0 { return true }
      guard count == 0 || errno == EINTR else { throw failure("poll: \(errno)") }
    }
    return false
  }

  private func failure(_ what: String) -> Failure {
    let said = (try? String(contentsOf: profile.appendingPathComponent("said"), encoding: .utf8)) ?? ""
    return Failure(description: "\(what)\n\(said.suffix(2000))")
  }
}
