import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What a browser, or the program, fails to do: one sentence says so, and nothing of the study is lost.
  @Suite(.enabled(if: OpenProgram.file != nil)) struct ProgramTroubleTests {
    private static func openTextbook(_ open: OpenProgram) throws {
      try open.page.run(
        "[...document.querySelectorAll('.studies button')].find((each) => each.textContent === 'leerboek').click()")
      try open.waitForCheck()
    }

    /// Some policies let a browser keep nothing: then the study is saved as a file, and so the page says.
    @Test func withoutStorageTheStudyIsSavedAsAFile() throws {
      let open = try OpenProgram(
        preparation: """
          Object.defineProperty(window, "localStorage", {get() { throw new DOMException("denied", "SecurityError"); }});
          """)
      try Self.openTextbook(open)
      #expect(
        try open.page.evaluate("document.querySelector('#state').textContent.includes('niet bewaard in deze browser')"))
      try open.go(to: "Bewaren")
      #expect(
        try open.page.evaluate(
          "document.querySelector('main').textContent.includes('Deze browser bewaart niets tussendoor')"))
      let saved = try open.saved(by: "#save-study")
      #expect(saved.name.hasSuffix(".zip") && !saved.content.isEmpty)
      #expect(open.page.complaints == [])
    }

    /// A module that ends in the middle of a command is told, not waited for; the next command has a fresh one.
    @Test func aModuleThatEndsIsReplaced() throws {
      let open = try OpenProgram(
        preparation: """
          window.breaks = false;
          const post = Worker.prototype.postMessage;
          Worker.prototype.postMessage = function(message, transfer) {
            if (!window.breaks || !message.request) return post.call(this, message, transfer);
            // No request at all: the module ends.
            const request = new ArrayBuffer(3);
            return post.call(this, {...message, request}, [request]);
          };
          """)
      try Self.openTextbook(open)
      try open.go(to: "Uitkomsten")
      try open.fill("200", in: "#draws")
      try open.page.run("breaks = true")
      try open.press("#compute")
      try open.page.wait(
        until: "document.querySelector('main').textContent.includes('Het rekenen is gestopt door een fout')")
      #expect(try open.page.evaluate("document.querySelector('main').textContent.includes('Uw studie is bewaard.')"))
      try open.page.run("breaks = false")
      try open.press("#compute")
      try open.page.wait(until: "document.querySelector('.card .value')")
      // A lever's module, which lives on, is replaced likewise.
      try open.go(to: "Wat als")
      try open.page.wait(until: "document.querySelectorAll('#variant .card').length === 4")
      try open.page.run("breaks = true")
      try open.fill("10%", in: "#lever-bandwidth")
      try open.page.wait(until: "document.querySelector('#variant .problem')")
      try open.page.run("breaks = false")
      try open.fill("20%", in: "#lever-bandwidth")
      try open.page.wait(until: "document.querySelectorAll('#variant .card').length === 5")
    }

    /// A folder that is dropped is read with all that is in it.
    @Test func aFolderIsDropped() throws {
      let open = try OpenProgram()
      let folder = Shell.package.appendingPathComponent("scenarios/leerboek")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
      let files = try names.map { name in
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return "[\(Page.literal(name)), \(Page.literal(text))]"
      }
      try open.page.run(
        """
        const file = ([name, text]) => ({kind: "file", name, getFile: async () => new File([text], name)});
        const folder = (name, children) => ({kind: "directory", name, async *values() { yield* children; }});
        const within = [\(files.joined(separator: ", "))].map(file);
        const dropped = folder("mijn-studie", [...within, folder("resultaten", [file(["summary.csv", "x"])])]);
        const event = new Event("drop", {bubbles: true, cancelable: true});
        event.dataTransfer = {items: [{kind: "file", getAsFileSystemHandle: async () => dropped}], files: []};
        document.querySelector("#drop").dispatchEvent(event);
        """)
      try open.waitForCheck()
      try open.go(to: "Tabellen")
      let tables: [String] = try open.page.evaluate(
        "[...document.querySelectorAll('#table option')].map((each) => each.value)")
      #expect(tables == names.sorted())
      #expect(open.strangers == [] && open.page.complaints == [])
    }
  }
}
