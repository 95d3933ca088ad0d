import CostEngine
import FoundationEssentials
import Terms
import Testing

@testable import Reports

/// What stands above the key figures of a report, and with them.
@Suite struct HeadTests {
  private func page(_ language: Language = .dutch, place: Int? = nil, change: (inout StudyHead) -> Void) -> ReportPage {
    let page = ReportPageTests.page(place: place, language)
    var content = page.content
    change(&content.run.head)
    return ReportPage(content: content, place: page.place, opening: 0, language: language)
  }

  private func plain(_ markup: Markup) -> String {
    markup.text.replacing("\u{a0}", with: " ").replacing("&#39;", with: "'")
  }

  private static func fill(_ head: inout StudyHead) {
    head.author = "J. de Vries"
    head.organisation = "VRR"
    head.date = "3 november 2026"
    head.version = "0.9"
    head.exclusions = "huisvesting"
    head.vat = "zonder btw"
  }

  // MARK: Who made it

  /// A board used to read an estimate of which nobody knew who had made it, and when.
  @Test func whoMadeIt() {
    let text = plain(page(place: 1, change: Self.fill).main)
    for fact in [
      "<dt>Opsteller:</dt> <dd>J. de Vries</dd>", "<dt>Organisatie:</dt> <dd>VRR</dd>",
      "<dt>Datum:</dt> <dd>3 november 2026</dd>", "<dt>Versie:</dt> <dd>0.9</dd>",
      "<dt>Buiten beschouwing:</dt> <dd>huisvesting</dd>", "<dt>Btw:</dt> <dd>zonder btw</dd>",
      "<p class=\"draft\">Concept</p>",
    ] { #expect(text.contains(fact), "\(fact)") }
    let english = plain(page(.english, change: Self.fill).main)
    #expect(
      english.contains("<dt>Author:</dt> <dd>J. de Vries</dd>") && english.contains("<p class=\"draft\">Draft</p>"))
    // The list of the regions' pages has it too.
    let index = ReportPage.index(
      page(change: Self.fill).content, files: ["a.html", "b.html"], opening: 0, language: .dutch)
    #expect(String(decoding: index, as: UTF8.self).contains("<dd>J. de Vries</dd>"))
  }

  @Test func onlyWhatIsFinalIsNoDraft() {
    let final = plain(
      page {
        Self.fill(&$0)
        $0.status = .final
      }.main)
    #expect(!final.contains("class=\"draft\""))
    // Nobody stands for it: then it is a draft, whatever its status says.
    for status in StudyHead.Status.allCases {
      let text = plain(page { $0.status = status }.main)
      #expect(
        text.contains("<p class=\"draft\">Concept: de studie noemt geen opsteller, organisatie, datum of versie</p>"))
    }
    let named = plain(page { $0.version = "2" }.main)
    #expect(named.contains("<p class=\"draft\">Concept</p>"))
  }

  @Test func hostileTextStaysText() {
    let text = page {
      $0.author = "<script>alert(1)</script>"
      $0.exclusions = "\"><img src=x onerror=alert(1)>"
      $0.vat = "</dd></dl>'"
    }.main.text
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!text.contains("<script>alert") && !text.contains("<img") && !text.contains("</dd></dl>'"))
  }

  @Test func onTheConsole() {
    var content = ConsoleReportTests.content(SmallStudy.study(), base: [1_000_000, 0], spread: 0.2)
    #expect(!ConsoleReport.text(content, language: .dutch).contains("Opgesteld"))
    Self.fill(&content.head)
    let text = ConsoleReport.text(content, language: .dutch)
    #expect(
      text.contains("Opgesteld           J. de Vries, VRR, 3 november 2026, versie 0.9, concept\n"),
      "\(text.prefix(900))")
    #expect(text.contains("Buiten beschouwing  huisvesting\n") && text.contains("Btw                 zonder btw\n"))
    content.head.status = .final
    #expect(ConsoleReport.text(content, language: .english).contains("VRR, 3 november 2026, version 0.9, final\n"))
    content.head.author = "een\nregel\u{1b}[31m"
    #expect(!ConsoleReport.text(content, language: .dutch).contains("\u{1b}"))
  }

  @Test func inTheWorkbook() {
    var content = RunWorkbookTests.content(SmallStudy.study())
    Self.fill(&content.head)
    let book = RunWorkbook(
      content: content, assumptions: [], inputs: [], language: .dutch)
    #expect(
      book.summarySheet.note.hasPrefix("Concept. Opsteller: J. de Vries. Organisatie: VRR. Datum: 3 november 2026. "))
    #expect(
      book.summarySheet.note.contains("Versie: 0.9. Buiten beschouwing: huisvesting. Btw: zonder btw. Alle bedragen"))
    let facts = book.provenanceSheet.sheet.rows.map { row in
      row.map { cell -> String in
        if case .text(let text) = cell.content { return text }
        return ""
      }
    }
    for fact in [["Opsteller", "J. de Vries"], ["Versie", "0.9"], ["Status", "concept"], ["Btw", "zonder btw"]] {
      #expect(facts.contains { Array($0.prefix(2)) == fact }, "\(fact)")
    }
  }

  // MARK: What it rests on

  /// How much is assumed used to be the smallest text of the page.
  @Test func howMuchIsAssumedIsAKeyFigure() throws {
    let text = plain(page { _ in }.main)
    let card = try #require(text.components(separatedBy: "<div class=\"card basis\">").dropFirst().first)
    #expect(card.hasPrefix("<p class=\"label\">Invoer die is aangenomen</p><p class=\"value\">1 van 2 regels</p><p>"))
    // It comes before the figures, which come before the contents.
    let order = try ["card basis", "id=\"kort\"", "<nav", "id=\"scenarios\""].map {
      try #require(text.firstRange(of: $0)?.lowerBound, "\($0)")
    }
    #expect(order == order.sorted())
    let sourced = ReportPageTests.page()
    var content = sourced.content
    for row in content.assumptions[0].rows.indices { content.assumptions[0].rows[row].source = "memo" }
    let regions = ReportPage(content: content, place: sourced.place, opening: 0, language: .english)
    #expect(plain(regions.main).contains("<p class=\"value\">34 of 37 figures</p>"))
    content.run.coverage = content.run.coverage.map { Coverage(reported: $0.reported + $0.assumed, assumed: 0) }
    let certain = ReportPage(content: content, place: sourced.place, opening: 0, language: .dutch)
    #expect(!certain.main.text.contains("card basis"))
  }

  // MARK: Invented figures

  /// Invented figures used to look like those that a region reported.
  @Test(arguments: [Language.dutch, .english]) func inventedFiguresAreMarkedOnEveryPage(language: Language) {
    func content(_ invented: Int) -> ReportContent {
      var content = ReportPageTests.page(place: nil, language).content
      content.run.examples = ExampleRows(invented: invented, all: 36)
      content.run.coverage = content.run.coverage.map {
        Coverage(reported: 0, assumed: $0.assumed, invented: $0.reported)
      }
      content.assumptions[0].rows[0].source = "verzonnen voorbeeld"
      return content
    }
    let sentence = language(
      nl:
        "Voorbeeld: van de 36 regels invoer zijn er 3 verzonnen (bron: voorbeeld). De bedragen zijn geen echte cijfers.",
      en: "Example: of the 36 rows of input 3 are invented (source: example). The amounts are no real figures.")
    let files = ["a.html", "b.html"]
    func pages(_ content: ReportContent) -> [[UInt8]] {
      [0, 1, 2].map { ReportPage.bytes(content, place: $0, opening: 0, language: language) }
        + [ReportPage.index(content, files: files, opening: 0, language: language)]
    }
    for bytes in pages(content(3)) {
      let page = String(decoding: bytes, as: UTF8.self)
      #expect(page.contains("<p class=\"draft\">\(sentence)</p>"))
      // In the bar that stays in sight.
      #expect(page.contains("<strong class=\"example\">\(language(nl: "Voorbeeld", en: "Example"))</strong>"))
    }
    for bytes in pages(content(0)) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<strong class=\"example\""))
    }
    let whole = String(decoding: pages(content(3))[2], as: UTF8.self)
    #expect(whole.contains("<span class=\"assumed\">verzonnen voorbeeld</span>"))
    #expect(whole.contains(language(nl: "1 verzonnen (bron: voorbeeld)", en: "1 invented (source: example)")))
    let all = String(decoding: pages(content(36))[0], as: UTF8.self)
    #expect(all.contains(language(nl: "Voorbeeld: alle invoer is verzonnen", en: "Example: all input is invented")))
  }

  @Test func inventedFiguresAreToldInTextToo() {
    var content = ConsoleReportTests.content(SmallStudy.funded(), base: [1_000_000, 2_000_000], spread: 0.2)
    content.examples = ExampleRows(invented: 1, all: 20)
    content.coverage = content.coverage.map { Coverage(reported: 1, assumed: 1, invented: $0.all) }
    let text = ConsoleReport.text(content, language: .dutch)
    #expect(text.hasPrefix("Voorbeeld: van de 20 regels invoer is er 1 verzonnen (bron: voorbeeld)."))
    let words = text.split { $0.isWhitespace }.joined(separator: " ").replacing("\u{a0}", with: " ")
    #expect(words.contains("van 41 gegevens is 5 % opgegeven door regio's, 5 % aangenomen en 90 % verzonnen"))
    #expect(ExampleText(ExampleRows(), language: .dutch).paragraph.isEmpty)
    let coverage = CoverageText.text([Coverage(reported: 1, assumed: 2, invented: 7)], language: .english)
    #expect(coverage == "of 10 figures 10% reported by regions, 20% assumed and 70% invented")
    #expect(CoverageText.text([Coverage(invented: 7)], language: .dutch) == "alle 7 gegevens zijn verzonnen")
  }

  // MARK: Margins

  /// One of the four had its margin beside it, two in a sentence, and one none.
  @Test(arguments: [Language.dutch, .english]) func everyKeyFigureHasItsMargin(language: Language) {
    let page = ReportPageTests.page(place: nil, language)
    for scenario in 0...1 {
      for card in KeyFigures(page: page).cards(scenario) {
        let margin = card.margin?.replacing("\u{a0}", with: " ") ?? ""
        #expect(margin.hasSuffix(language(nl: "in 9 van de 10 gevallen", en: "in 9 cases of 10")), "\(card)")
        #expect(margin.contains("€") && card.value.contains("€"))
        #expect(!card.sentence.contains(language(nl: "9 van de 10", en: "9 cases")))
      }
    }
    let markup = KeyFigures(page: page).section?.body.text ?? ""
    #expect(markup.components(separatedBy: "<p class=\"margin\">").count == 9)
    // A region by itself has them too.
    #expect(
      RegionsSection(page: page).section?.body.text.contains("in 9 cases of 10).</strong>") == (language == .english))
  }

  /// Extra cost less funds used to be another amount than what was left, by the rounding of each.
  @Test(arguments: [[21_345_678, -3_456_789], [1_049_999, 160_000], [987_654_321, 55_555]] as [[Double]])
  func whatRemainsIsWhatIsLeft(base: [Double]) throws {
    let page = ReportPageTests.page(base: base)
    for scenario in 0...1 {
      // Without the margin of the funds.
      let sentence = KeyFigures(page: page).cards(scenario)[2].sentence.replacing("\u{a0}", with: " ")
        .replacing(/\([^)]*\)/, with: "")
      let amounts = sentence.matches(of: /(− )?€ ([\d.,]+)( mln)?/).map { match in
        Double(match.2.replacing(".", with: "").replacing(",", with: "."))! * (match.3 == nil ? 1 : 1e6)
          * (match.1 == nil ? 1 : -1)
      }
      try #require(amounts.count == 3, "\(sentence)")
      let isSaving = base[scenario] < 0
      let rest = isSaving ? amounts[0] + amounts[1] : amounts[0] - amounts[1]
      #expect(abs(rest - amounts[2]) < 1e-3, "\(sentence)")
      #expect(Set(sentence.matches(of: /€ [\d.,]+( mln)?/).map { $0.1 == nil }).count == 1, "one unit: \(sentence)")
    }
  }
}
