import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// The tables: sorted, filtered and copied.
  @Suite struct TableTests {
    /// A row of a table, as it is shown.
    struct Row: Decodable, Equatable {
      var name: String
      var isTotal: Bool
      /// What each cell is sorted by: the number, where it has one.
      var values: [Double?]
    }

    /// The first sortable table that is shown.
    private static let table = "[...document.querySelectorAll('table.sortable')].find(table => table.checkVisibility())"

    private func rows(_ page: Page) throws -> [Row] {
      try page.evaluate(
        """
        [...\(Self.table).tBodies[0].rows].filter(row => row.checkVisibility()).map(row => ({
          name: row.cells[0].innerText.trim(), isTotal: row.classList.contains('sum'),
          values: [...row.cells].map(cell => cell.dataset.v === undefined ? null : Number(cell.dataset.v))
        }))
        """)
    }

    private func sorts(_ page: Page) throws -> [String] {
      try page.evaluate("[...\(Self.table).tHead.rows[0].cells].map(cell => cell.getAttribute('aria-sort') || '')")
    }

    @Test(arguments: [MadeReport.country, .sheet])
    func everyColumnSortsUpAndDown(_ report: MadeReport) throws {
      let page = try report.open().page
      let original = try rows(page)
      // The regions, what falls to none of them, and the country.
      #expect(original.count == 27 && original.suffix(2).allSatisfy(\.isTotal))
      let columns: Int = try page.evaluate("\(Self.table).tHead.rows[0].cells.length")
      #expect(columns >= 4)
      for column in 0..<columns {
        try page.run(
          """
          for (const old of document.querySelectorAll('#pressed')) old.removeAttribute('id');
          \(Self.table).tHead.rows[0].cells[\(column)].querySelector('button').id = 'pressed';
          """)
        var seen: Set<String> = []
        for _ in 0..<2 {
          try page.click("#pressed")
          let sort = try sorts(page)
          #expect(sort.enumerated().allSatisfy { $0.offset == column || $0.element.isEmpty || $0.element == "none" })
          seen.insert(sort[column])
          let sorted = try rows(page)
          #expect(sorted.suffix(2) == original.suffix(2), "the totals stay")
          #expect(Set(sorted.map(\.name)) == Set(original.map(\.name)) && sorted.count == original.count)
          let body = sort[column] == "ascending" ? Array(sorted.dropLast(2)) : sorted.dropLast(2).reversed()
          for (a, b) in zip(body, body.dropFirst()) {
            if column == 0 {
              #expect(a.name.compare(b.name, options: [.numeric, .caseInsensitive]) != .orderedDescending)
            } else {
              let (x, y) = (try #require(a.values[column]), try #require(b.values[column]))
              #expect(x <= y, "column \(column): \(a.name) \(x), \(b.name) \(y)")
            }
          }
          // Every row keeps its own figures.
          for row in sorted { #expect(original.contains(row)) }
        }
        #expect(seen == ["ascending", "descending"])
      }
    }

    @Test func sortingWorksFromTheKeyboardAndIsTold() throws {
      let page = try MadeReport.country.open().page
      try page.run("\(Self.table).tHead.rows[0].cells[2].querySelector('button').focus()")
      for key in [Page.Key.enter, .space] {
        let before = try sorts(page)[2]
        try page.press(key)
        #expect(try sorts(page)[2] != before)
        #expect(["ascending", "descending"].contains(try sorts(page)[2]))
      }
      // The focus stays.
      #expect(try page.evaluate("document.activeElement.closest('th').cellIndex") == 2)
    }

    @Test func theFilterLeavesWhatIsLookedFor() throws {
      let page = try MadeReport.country.open().page
      let all = try rows(page)
      try page.run(
        "[...document.querySelectorAll('input[type=search]')].find(field => field.checkVisibility()).id = 'looked'")
      try page.click("#looked")
      try page.type("RIJN")
      let found = try rows(page).filter { !$0.isTotal }
      #expect(found == all.filter { !$0.isTotal && $0.name.lowercased().contains("rijn") })
      #expect(found.contains { $0.name.contains("Rotterdam-Rijnmond") } && found.count < 5)
      try page.wait(
        until:
          """
          [...document.querySelectorAll('[role=status]')].some(told => /^\(found.count) van de 25 regio's getoond$/.test(told.textContent))
          """
      )
      // Without the accent it is found too.
      try page.run("looked.select()")
      try page.type("fryslan")
      #expect(try rows(page).filter { !$0.isTotal }.map(\.name).joined().contains("Fryslân"))
      try page.run("looked.select()")
      try page.type("zzz")
      #expect(try rows(page).filter { !$0.isTotal } == [])
      try page.press(.escape)
      try page.run("looked.value = ''; looked.dispatchEvent(new Event('input', {bubbles: true}))")
      #expect(try rows(page) == all)
    }

    // MARK: Copying

    /// A table as it stands in the page, and as it was copied.
    struct Copied: Decodable {
      struct Cell: Decodable {
        var text: String
        var value: Double?
      }
      var caption: String
      var cells: [[Cell]]
      var text: String
    }

    /// What comes out where the clipboard is pasted.
    private func paste(_ page: Page) throws -> String {
      try page.run(
        """
        const field = document.getElementById('pasted') || document.body.appendChild(document.createElement('textarea'));
        field.id = 'pasted';
        field.value = '';
        field.focus();
        """)
      try page.call(
        "Input.dispatchKeyEvent",
        [
          "type": "keyDown", "key": "v", "code": "KeyV", "windowsVirtualKeyCode": 86, "modifiers": 2,
          "commands": ["paste"],
        ])
      try page.wait(until: "pasted.value")
      return try page.evaluate("pasted.value")
    }

    @Test(arguments: [true, false]) func aTableIsCopiedToTheClipboard(_ hasClipboard: Bool) throws {
      let page = try MadeReport.country.open().page
      if !hasClipboard { try page.run("Object.defineProperty(navigator, 'clipboard', {value: undefined})") }
      try page.run("\(Self.table).closest('.table').querySelector('.copy').id = 'copy'")
      try page.click("#copy")
      try page.wait(until: "[...document.querySelectorAll('[role=status]')].some(told => told.textContent)")
      let lines = try paste(page).split(separator: "\n", omittingEmptySubsequences: true)
      #expect(lines.count == 28)
      #expect(lines.filter { $0.contains("VR17") }.count == 1)
      #expect(Set(lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }).count == 1)
    }

    /// Every table of the page, as Excel pastes it: a row a line, numbers in the reader's notation and as numbers.
    @Test(arguments: [MadeReport.country, .sheetInEnglish, .index])
    func everyTableIsCopiedWhole(_ report: MadeReport) throws {
      let open = try report.open()
      try open.unfold()
      let copies: [Copied] = try open.page.evaluate(
        """
        (async () => {
          let copied;
          Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { copied = text; }}});
          const all = [];
          for (const button of document.querySelectorAll('.copy')) {
            copied = undefined;
            button.click();
            await new Promise(done => setTimeout(done));
            const table = button.closest('.table').querySelector('table');
            const own = cell => cell.querySelector('.v') || cell;
            all.push({
              caption: table.caption?.textContent || '', text: copied ?? '',
              cells: [...table.rows].filter(row => !row.hidden).map(row => [...row.cells].map(cell => ({
                text: own(cell).textContent.trim().replace(/\\s+/g, ' '),
                value: cell.dataset.v === undefined ? null : Number(cell.dataset.v)
              })))
            });
          }
          return all;
        })()
        """)
      let tables: Int = try open.page.evaluate("document.querySelectorAll('table').length")
      #expect(copies.count == tables && (tables > 10 || report == .index))
      for copy in copies {
        var lines = copy.text.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
        while lines.last?.isEmpty == true { lines.removeLast() }
        #expect(lines.count == copy.cells.count, "\(copy.caption)")
        for (line, cells) in zip(lines, copy.cells) {
          let fields = line.components(separatedBy: "\t")
          #expect(fields.count == cells.count, "\(copy.caption): \(line)")
          for (field, cell) in zip(fields, cells) {
            if let value = cell.value {
              let number = report.language == "nl" ? field.replacingOccurrences(of: ",", with: ".") : field
              #expect(Double(number) == value, "\(copy.caption): \(field) is no \(value)")
              #expect(report.language == "en" || !field.contains("."), "\(copy.caption): \(field)")
            } else {
              let text = field.replacingOccurrences(of: "\u{a0}", with: " ")
              #expect(
                text.hasSuffix(cell.text.replacingOccurrences(of: "\u{a0}", with: " ")), "\(copy.caption): \(field)")
              #expect(
                Double(text.replacingOccurrences(of: ",", with: ".")) != nil || !"=+-@".contains(text.first ?? " "),
                "\(copy.caption): \(field)")
            }
          }
        }
      }
    }
  }
}
