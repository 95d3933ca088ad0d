import Foundation
import TestSupport
import Testing

/// The page that is the whole program, opened from a file: `make page` makes it, and `WATERLIJN_PAGE` names it.
struct OpenProgram {
  static let file = ProcessInfo.processInfo.environment["WATERLIJN_PAGE"]

  let page: Page

  /// - Parameters:
  ///   - file: nil for the page as it was made.
  ///   - arguments: of the browser.
  ///   - preparation: a script that the page finds done.
  init(_ file: URL? = nil, arguments: [String] = [], preparation: String = "") throws {
    page = try Page(arguments: arguments)
    // What is offered as a file is kept for the tests.
    try page.call(
      "Page.addScriptToEvaluateOnNewDocument",
      [
        "source": """
        window.offered = [];
        (() => {
          const blobs = new Map(), make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (blob) => { const address = make(blob); blobs.set(address, blob); return address; };
          addEventListener("click", (event) => {
            const link = event.target.closest && event.target.closest("a[download]");
            if (!link) return;
            event.preventDefault();
            offered.push({name: link.download, blob: blobs.get(link.href)});
          }, true);
        })();
        \(preparation)
        """
      ])
    try page.open(file ?? URL(fileURLWithPath: try #require(Self.file)))
  }

  /// Goes to a part of the page by the name on its button.
  func go(to name: String) throws {
    try page.run(
      """
      const button = [...document.querySelectorAll("#head nav button")].find((each) => each.textContent === \(Page.literal(name)));
      if (!button) throw Error("no such part");
      button.click();
      """)
  }

  /// Presses a button.
  func press(_ selector: String) throws { try page.run("document.querySelector(\(Page.literal(selector))).click()") }

  /// Types a text into a field, in one go.
  func fill(_ text: String, in selector: String) throws {
    try page.run(
      """
      const field = document.querySelector(\(Page.literal(selector)));
      const details = field.closest("details");
      if (details) details.open = true;
      field.value = \(Page.literal(text));
      for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, {bubbles: true}));
      """)
  }

  /// An amount as the page writes it: three digits, in millions from 1 million on, in thousands from 10,000 on.
  static func euro(_ value: Double) -> String {
    let size = abs(value)
    let sign = value < 0 && size >= 0.5 ? "\u{2212}\u{2060}" : ""
    func dutch(_ value: Double, decimals: Int) -> String {
      // Below 10,000 there are no points between thousands but in one place.
      let text = String(format: "%.\(decimals)f", value).replacingOccurrences(of: ".", with: ",")
      return text.count == 4 && decimals == 0 ? text.prefix(1) + "." + text.dropFirst() : text
    }
    if size >= 999_500 {
      let millions = size / 1e6
      return
        "\(sign)€\u{a0}\(dutch(millions, decimals: max(0, min(2, 2 - Int(log10(millions).rounded(.down))))))\u{a0}mln"
    }
    if size >= 9_995 { return "\(sign)€\u{a0}\(dutch((size / 1e3).rounded(), decimals: 0))\u{a0}dzd" }
    return "\(sign)€\u{a0}\(dutch(size.rounded(), decimals: 0))"
  }

  /// Waits until the program has checked the study.
  func waitForCheck() throws {
    try page.wait(until: "document.querySelector('#state button')")
    try page.wait(until: "!/nagekeken|being checked/.test(document.querySelector('#state').textContent)")
  }

  /// Presses a button and returns what the page offers as a file then.
  func saved(by selector: String) throws -> (name: String, content: Data) {
    let before: Int = try page.evaluate("offered.length")
    try press(selector)
    try page.wait(until: "offered.length > \(before)")
    let name: String = try page.evaluate("offered[\(before)].name")
    let content: String = try page.evaluate(
      """
      new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
        reader.readAsDataURL(offered[\(before)].blob);
      })
      """)
    return (name, try #require(Data(base64Encoded: content)))
  }

  /// The files of an archive, in a folder.
  func unpacked(_ archive: Data) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    let file = try folder.write(archive, to: "archive.zip")
    try Shell.run("python3", ["-m", "zipfile", "-e", file.path, folder.url.path])
    try FileManager.default.removeItem(at: file)
    return folder
  }

  /// Chooses files in a file input.
  func choose(files: [URL], in selector: String) throws {
    let answer = try page.call("Runtime.evaluate", ["expression": "document.querySelector(\(Page.literal(selector)))"])
    let object = try #require((answer["result"] as? Chromium.Message)?["objectId"])
    try page.call("DOM.setFileInputFiles", ["files": files.map(\.path), "objectId": object])
  }

  /// Everything the page asked for that is not inside it.
  var strangers: [String] { page.otherRequests.filter { !$0.hasPrefix("blob:") && !$0.hasPrefix("data:") } }
}
