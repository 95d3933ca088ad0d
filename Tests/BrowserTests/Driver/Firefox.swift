import Foundation
import TestSupport

/// A headless Firefox with one page, driven over its own protocol (Marionette): JSON messages over a socket, each after its
/// length. It has a profile of its own, and is gone with the value.
final class Firefox {
  private let profile: TemporaryFolder
  private let process: pid_t
  private let socket: Int32
  private var lastCall = 0

  /// Where it puts files that a page offers.
  let downloads: URL

  /// - Parameter preferences: beside the usual ones, as `user.js` has them.
  init(preferences: [String: String] = [:]) throws {
    profile = TemporaryFolder()
    downloads = profile.url.appendingPathComponent("downloads")
    try FileManager.default.createDirectory(at: downloads, withIntermediateDirectories: true)
    let usual = [
      "marionette.port": "0", "browser.download.folderList": "2", "browser.download.dir": "\"\(downloads.path)\"",
      "browser.download.useDownloadDir": "true", "browser.download.always_ask_before_handling_new_types": "false",
      "browser.shell.checkDefaultBrowser": "false", "datareporting.policy.dataSubmissionEnabled": "false",
      "app.update.enabled": "false", "browser.startup.page": "0", "intl.accept_languages": "\"nl\"",
      // No network: whoever asks for something gets nothing.
      "network.proxy.type": "1", "network.proxy.http": "\"127.0.0.1\"", "network.proxy.http_port": "9",
      "network.proxy.ssl": "\"127.0.0.1\"", "network.proxy.ssl_port": "9",
    ]
    let lines = usual.merging(preferences) { $1 }.sorted { $0.key < $1.key }.map {
      "user_pref(\"\($0.key)\", \($0.value));\n"
    }
    try profile.write(Data(lines.joined().utf8), to: "user.js")
    process = try BrowserProcess.start(
      [Tool.firefox.program, "--headless", "--no-remote", "--marionette", "--profile", profile.path, "about:blank"],
      profile: profile.url)
    socket = try Self.connected(to: profile.url, of: process)
    _ = try message()
    _ = try call("WebDriver:NewSession", ["capabilities": ["alwaysMatch": ["acceptInsecureCerts": true]]])
    try call("WebDriver:SetTimeouts", ["script": Int(Chromium.patience * 1000)])
  }

  deinit {
    _ = try? call("Marionette:Quit", ["flags": ["eForceQuit"]])
    close(socket)
    for _ in 0..<100 where waitpid(process, nil, WNOHANG) == 0 { usleep(10_000) }
    if kill(-process, SIGKILL) == 0 { waitpid(process, nil, 0) }
  }

  /// A socket to the port that the browser writes into its profile once it listens.
  private static func connected(to profile: URL, of process: pid_t) throws -> Int32 {
    let deadline = Date(timeIntervalSinceNow: Chromium.patience)
    let file = profile.appendingPathComponent("MarionetteActivePort")
    while deadline.timeIntervalSinceNow > 0 {
      usleep(50_000)
      guard let text = try? String(contentsOf: file, encoding: .utf8), let port = UInt16(text) else { continue }
      let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      let status = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      if status == 0 { return socket }
      close(socket)
    }
    let said = (try? String(contentsOf: profile.appendingPathComponent("said"), encoding: .utf8)) ?? ""
    throw Chromium.Failure(description: "firefox does not listen\n\(said.suffix(2000))")
  }

  @discardableResult
  func call(_ command: String, _ parameters: [String: Any] = [:]) throws -> Any {
    lastCall += 1
    let bytes = try JSONSerialization.data(withJSONObject: [0, lastCall, command, parameters])
    let text = Data("\(bytes.count):".utf8) + bytes
    var sent = 0
    while sent < text.count {
      let count = text.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Chromium.Failure(description: "firefox is gone") }
      sent += count
    }
    while true {
      guard let answer = try message() as? [Any], answer.count == 4, answer[1] as? Int == lastCall else { continue }
      if let error = answer[2] as? [String: Any] {
        throw Chromium.Failure(description: "\(command): \(error["error"] ?? "") \(error["message"] ?? "")")
      }
      return answer[3]
    }
  }

  private func message() throws -> Any {
    var length = ""
    while true {
      let byte = try bytes(1)[0]
      if byte == UInt8(ascii: ":") { break }
      length.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return try JSONSerialization.jsonObject(with: Data(try bytes(Int(length) ?? 0)))
  }

  private func bytes(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var poll = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      guard Foundation.poll(&poll, 1, Int32(Chromium.patience * 2000)) > 0 else {
        throw Chromium.Failure(description: "no answer of firefox in time")
      }
      var piece = [UInt8](repeating: 0, count: count - bytes.count)
      let read = Foundation.read(socket, &piece, piece.count)
      guard read > 0 else { throw Chromium.Failure(description: "firefox is gone") }
      bytes += piece[..<read]
    }
    return bytes
  }

  // MARK: The page

  /// Opens a file and waits until it is there.
  func open(_ file: URL) throws { try call("WebDriver:Navigate", ["url": file.absoluteString]) }

  /// The value of an expression in the page; of a promise, what it comes to.
  func evaluate<Value>(_ expression: String, as type: Value.Type = Value.self) throws -> Value {
    let answer = try call(
      "WebDriver:ExecuteAsyncScript",
      [
        "script": "const done = arguments[0]; Promise.resolve(\(expression)).then(done, (error) => done('' + error))",
        "args": [],
      ])
    guard let value = (answer as? [String: Any])?["value"] as? Value else {
      throw Chromium.Failure(description: "no \(Value.self) but \(answer)\nin \(expression.prefix(400))")
    }
    return value
  }

  /// Runs statements in the page.
  func run(_ statements: String) throws {
    _ = try call("WebDriver:ExecuteScript", ["script": statements, "args": []])
  }

  /// Waits until an expression is true.
  func wait(until expression: String) throws {
    let deadline = Date(timeIntervalSinceNow: Chromium.patience * 2)
    while try !evaluate("!!(\(expression))", as: Bool.self) {
      guard deadline.timeIntervalSinceNow > 0 else {
        let text = try evaluate("document.body.innerText", as: String.self)
        throw Chromium.Failure(description: "never: \(expression)\n\(text.prefix(1000))")
      }
      usleep(50_000)
    }
  }

  /// Chooses files in a file input.
  func choose(files: [URL], in selector: String) throws {
    let found = try call("WebDriver:FindElement", ["using": "css selector", "value": selector])
    let element = ((found as? [String: Any])?["value"] as? [String: Any])?.values.first as? String ?? ""
    try call("WebDriver:ElementSendKeys", ["id": element, "text": files.map(\.path).joined(separator: "\n")])
  }

  /// Presses a button and returns the file that the page offers then.
  func saved(by selector: String) throws -> (name: String, content: Data) {
    func files() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: downloads.path).filter { !$0.hasSuffix(".part") })
    }
    let before = try files()
    try run("document.querySelector(\(Page.literal(selector))).click()")
    let deadline = Date(timeIntervalSinceNow: Chromium.patience)
    while deadline.timeIntervalSinceNow > 0 {
      usleep(100_000)
      guard let name = try files().subtracting(before).first else { continue }
      let file = downloads.appendingPathComponent(name)
      // A placeholder stands there until the rest has come.
      guard let content = try? Data(contentsOf: file), !content.isEmpty,
        !FileManager.default.fileExists(atPath: file.path + ".part")
      else { continue }
      return (name, content)
    }
    throw Chromium.Failure(description: "\(selector) offers no file")
  }
}
