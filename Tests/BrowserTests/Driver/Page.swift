import Foundation

/// The one page of a browser: what a reader sees and does, and what the page asks of the network.
final class Page {
  let browser: Chromium
  let session: String
  private let heard: Heard

  /// What the browser told about the page so far.
  final class Heard {
    /// Every address that was asked for, the page's own included.
    var requests: [String] = []
    /// Errors and warnings: of scripts, the console, the security policy.
    var complaints: [String] = []
    /// What `alert` and its kind said.
    var dialogs: [String] = []
    fileprivate var loads = 0
  }

  /// What was asked for besides the page itself.
  var otherRequests: [String] { heard.requests.filter { $0.split(separator: "#")[0] != address } }
  var complaints: [String] { heard.complaints }
  var dialogs: [String] { heard.dialogs }
  /// Where the page came from, without a fragment.
  private(set) var address = ""

  /// - Parameter arguments: given to the browser beside the usual ones.
  init(arguments: [String] = []) throws {
    let browser = try Chromium(arguments: arguments)
    let heard = Heard()
    // Of its own: whether the browser has opened its first window by now is not certain.
    let made = try browser.call("Target.createTarget", ["url": "about:blank"])
    guard let target = made["targetId"] else { throw Chromium.Failure(description: "no page: \(made)") }
    let answer = try browser.call("Target.attachToTarget", ["targetId": target, "flatten": true])
    guard let session = answer["sessionId"] as? String else {
      throw Chromium.Failure(description: "no session: \(answer)")
    }
    (self.browser, self.session, self.heard) = (browser, session, heard)
    browser.hears = { [unowned browser] method, parameters in
      Self.hear(method, parameters, into: heard)
      guard method == "Page.javascriptDialogOpening" else { return }
      // Nothing else is answered while it is open.
      try? browser.tell("Page.handleJavaScriptDialog", ["accept": true], session: session)
    }
    for domain in ["Page", "Runtime", "Network", "Log"] { try call("\(domain).enable") }
    // As if its window were in front: else elements get the focus without hearing of it.
    try call("Emulation.setFocusEmulationEnabled", ["enabled": true])
    try resize(width: 1280, height: 900)
  }

  @discardableResult
  func call(_ method: String, _ parameters: Chromium.Message = [:]) throws -> Chromium.Message {
    try browser.call(method, parameters, session: session)
  }

  /// Opens a file and waits until it is there with everything in it.
  ///
  /// - Parameter fragment: the part of the address after `#`.
  func open(_ file: URL, fragment: String? = nil) throws {
    address = file.absoluteString
    heard.requests = []
    try load { try call("Page.navigate", ["url": address + (fragment.map { "#" + $0 } ?? "")]) }
  }

  /// Does what leads to another page, and waits for it.
  func load(by act: () throws -> Void) throws {
    let loads = heard.loads
    try act()
    try browser.wait(for: "the page to load") { heard.loads > loads }
    address = try evaluate("location.href.split('#')[0]")
  }

  /// The value of an expression in the page; of a promise, what it comes to.
  func evaluate<Value: Decodable>(_ expression: String, as type: Value.Type = Value.self) throws -> Value {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true])
    let result = answer["result"] as? Chromium.Message ?? [:]
    if let problem = answer["exceptionDetails"] as? Chromium.Message {
      throw Chromium.Failure(description: "\(result["description"] ?? problem)\nin \(expression.prefix(400))")
    }
    let value = try JSONSerialization.data(withJSONObject: result["value"] ?? NSNull(), options: .fragmentsAllowed)
    do {
      return try JSONDecoder().decode(Value.self, from: value)
    } catch {
      let found = String(decoding: value.prefix(400), as: UTF8.self)
      throw Chromium.Failure(description: "no \(Value.self) but \(found)\nin \(expression.prefix(400))")
    }
  }

  /// Runs statements in the page.
  func run(_ statements: String) throws {
    let _: Bool = try evaluate("(() => { \(statements)\n})(), true")
  }

  /// Waits until an expression is true.
  func wait(until expression: String) throws {
    let deadline = Date(timeIntervalSinceNow: Chromium.patience)
    while try !evaluate("!!(\(expression))") {
      guard deadline.timeIntervalSinceNow > 0 else { throw Chromium.Failure(description: "never: \(expression)") }
      try browser.listen(for: 0.02)
    }
  }

  /// Waits until the page was drawn and has heard of it.
  func nextFrame() throws {
    let _: Bool = try evaluate(
      "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
  }

  /// Gives the page time to do what it should not.
  func settle() throws {
    let _: Bool = try evaluate(
      "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true), 100)))")
  }

  /// A text as JavaScript writes it.
  static func literal(_ text: String) -> String {
    let array = (try? JSONSerialization.data(withJSONObject: [text], options: .withoutEscapingSlashes)) ?? Data()
    return String(String(decoding: array, as: UTF8.self).dropFirst().dropLast())
  }

  private static func hear(_ method: String, _ parameters: Chromium.Message, into heard: Heard) {
    switch method {
    case "Page.loadEventFired": heard.loads += 1
    case "Page.javascriptDialogOpening": heard.dialogs.append(parameters["message"] as? String ?? "")
    case "Network.requestWillBeSent":
      let request = parameters["request"] as? Chromium.Message
      heard.requests.append(request?["url"] as? String ?? "?")
    case "Network.webSocketCreated": heard.requests.append(parameters["url"] as? String ?? "?")
    case "Runtime.exceptionThrown": heard.complaints.append("\(parameters["exceptionDetails"] ?? "exception")")
    case "Runtime.consoleAPICalled":
      guard let type = parameters["type"] as? String, ["error", "warning", "assert"].contains(type) else { return }
      heard.complaints.append("\(parameters["args"] ?? type)")
    case "Log.entryAdded":
      let entry = parameters["entry"] as? Chromium.Message ?? [:]
      guard let level = entry["level"] as? String, ["error", "warning"].contains(level) else { return }
      heard.complaints.append("\(entry["source"] ?? "") \(entry["text"] ?? "")")
    default: break
    }
  }
}
