import CostEngine
import Terms

/// The report: one self-contained HTML page, for the country or as a fact sheet of one region.
///
/// Everything is in the page: no network, and no font, script or style from elsewhere, which its
/// Content-Security-Policy also forbids. Without script all scenarios are shown one below the other. The same content
/// gives the same bytes.
public struct ReportPage {
  let content: ReportContent
  /// Position of the region in the results, the country included.
  let place: Int
  /// Position of the scenario that the page opens with.
  let opening: Int
  let language: Language
  /// The pages beside this one.
  var links = PageLinks()

  /// - Parameters:
  ///   - place: position of the region in the results; the country's for the page of all regions together.
  ///   - opening: position of the scenario that the page opens with.
  ///   - links: the pages beside it.
  /// - Returns: the page as UTF-8.
  public static func bytes(
    _ content: ReportContent, place: Int, opening: Int, language: Language, links: PageLinks = PageLinks()
  ) -> [UInt8] {
    let page = ReportPage(content: content, place: place, opening: opening, language: language, links: links)
    return page.frame(
      title: page.heading, kind: page.isCountry ? .whole : .region, controls: page.controls, main: page.main)
  }

  var run: RunContent { content.run }
  var study: Study { run.study }
  var results: Results { run.results }
  var euro: Euro { Euro(language: language) }

  /// The positions of the scenarios, starting with the one that the page opens with.
  var scenarios: [Int] { [opening] + results.selection.scenarios.indices.filter { $0 != opening } }

  var isCountry: Bool { results.includesNational && place == results.national }

  // MARK: The page

  var main: Markup {
    let sections = self.sections
    let head = HeadBlock(page: self)
    // The contents stand below the figures that a board looks for first.
    return """
      <header class="top"><p class="kicker">\(kicker)</p><h1>\(heading)</h1>\(head.mark)\(related)\
      <p class="lead">\(lead)</p>\(onlyScenario)\(head.basis)\(head.facts)\(missing)\(warning)</header>
      \(sections.prefix(1).map { $0.markup })\(contents(sections))
      \(sections.dropFirst().map { $0.markup })
      """
  }

  var sections: [PageSection] {
    [
      KeyFigures(page: self).section, ScenariosSection(page: self).section, YearsSection(page: self).section,
      RegionsSection(page: self).section, LinesSection(page: self).section, ItemsSection(page: self).section,
      PartsSection(page: self).section, PayersSection(page: self).section, FundingSection(page: self).section,
      CertaintySection(page: self).section, BudgetSection(page: self).section,
      UncertaintySection(page: self).section, progressSection, AssumptionsSection(page: self).section,
      MethodSection(page: self).section, ReadingSection(page: self).section,
    ].compactMap { $0 }
  }

  /// On the page of all regions together.
  private var progressSection: PageSection? {
    guard isCountry, let progress = run.answers else { return nil }
    let part = ProgressSection(progress: progress, language: language)
    return section("uitvraag", part.title, part.body)
  }

  private func contents(_ sections: [PageSection]) -> Markup {
    let links = sections.map { section -> Markup in "<li><a href=\"#\(section.id)\">\(section.title)</a></li>" }
    return """
      <nav aria-label="\(language(nl: "Inhoud", en: "Contents"))"><ol class="list">\(links)</ol></nav>
      """
  }

  private var heading: String { isCountry ? study.title : placeName(place) }

  private var kicker: String {
    if isCountry { return language(nl: "Financiële gevolgen", en: "Financial impact") }
    return study.title
  }

  private var lead: String {
    let who =
      isCountry && WholeName.isCountry(study)
      ? language(
        nl: "de \(study.regions.count) veiligheidsregio's", en: "the \(study.regions.count) safety regions")
      : placeInText
    let prices =
      study.currentPrices
      ? language(
        nl: "in lopende prijzen (de invoer heeft prijspeil \(study.priceYear))",
        en: "in current prices (the input has price level \(study.priceYear))")
      : language(
        nl: "in constante prijzen, prijspeil \(study.priceYear)",
        en: "in constant prices, price level \(study.priceYear)")
    let isOne = scenarios.count == 1
    return language(
      nl: "Wat kost het \(who) om naar het kwaliteitsniveau van \(isOne ? "dit scenario" : "deze scenario's") te gaan, "
        + "en wat is te besparen? Alle bedragen zijn meerkosten: het verschil met doorgaan zoals nu, \(over), "
        + "\(prices).",
      en: "What does it cost \(who) to go to the level of quality of \(isOne ? "this scenario" : "these scenarios"), "
        + "and what can be saved? All amounts are extra cost: the difference with going on as today, \(over), "
        + "\(prices).")
  }

  /// The subject of the page if there is no scenario to choose.
  private var onlyScenario: Markup? {
    guard scenarios.count == 1 else { return nil }
    let scenario = study.scenarios[results.selection.scenarios[opening]]
    let lines = ScenarioLine(study: study, scenario: scenario, language: language).lines
    return "<p>Scenario: \(PlainText.trimmed(lines.map { PlainText.line($0) }.joined(separator: " ")))</p>"
  }

  /// What cannot be shown, because the results are of another version.
  private var missing: Markup? {
    GapsText(content: run, language: language).text.map { text in "<p class=\"note\">\(text)</p>" }
  }

  /// A warning if there are too few draws for the contents of the page.
  private var warning: Markup? {
    guard !run.isCertain, hasFewDraws else { return nil }
    let text = language(
      nl: "Let op: dit rapport komt van \(results.draws) \(results.draws == 1 ? "trekking" : "trekkingen"). Marges "
        + "en kansen zeggen dan weinig; reken de studie door met ten minste 1.000 trekkingen.",
      en: "Note: this report comes from \(results.draws) \(results.draws == 1 ? "draw" : "draws"). Margins and "
        + "chances then tell little; compute the study with 1,000 draws at least.")
    return "<p class=\"warning\">\(text)</p>"
  }

  var hasFewDraws: Bool { results.draws < ReportContent.fewestDraws }

  /// Selection of scenario and region, for readers with script enabled.
  private var controls: Markup {
    var fields = scenarioControl
    if isCountry, results.selection.regions.count > 1 {
      let options = results.selection.regions.indices.map { region -> Markup in
        "<option value=\"\(anchor(region))\">\(regionName(region))</option>"
      }
      fields += """
        <label for="region">\(language(nl: "Ga naar regio", en: "Go to region"))</label><select id="region">\
        <option value="">\(language(nl: "Kies een regio", en: "Choose a region"))</option>\(options)</select>
        """
    }
    return fields
  }

  var scenarioControl: Markup {
    guard scenarios.count > 1 else { return "" }
    let options = results.selection.scenarios.indices.map { scenario -> Markup in
      "<option "
        + "value=\"\(scenario)\"\(scenario == opening ? " selected" as Markup : "")>\(scenarioName(scenario))</option>"
    }
    return "<label for=\"scenario\">Scenario</label><select id=\"scenario\">\(options)</select>"
  }

  // MARK: Names

  var horizon: String { study.horizon }

  /// `over 2027-2036`, `in 2027`.
  var over: String { (study.years == 1 ? "in " : "over ") + horizon }

  /// The identifier of a region's part of the page in links: its code, or its position if the code would need escaping.
  func anchor(_ region: Int) -> String {
    let code = code(region)
    let isPlain = code.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        return true
      default: return false
      }
    }
    return isPlain && !code.hasPrefix("_") ? code : "_\(region)"
  }

  /// Code of a region, by its position in the results.
  func code(_ region: Int) -> String { study.regions[results.selection.regions[region]].code }

  /// Code and name of a region, by its position in the results.
  func regionName(_ position: Int) -> String {
    let region = study.regions[results.selection.regions[position]]
    return region.name.isEmpty ? region.code : region.code + " " + region.name
  }

  /// The name of a place: without its code if it has a name.
  func placeName(_ position: Int) -> String {
    if results.includesNational && position == results.national {
      return results.selection.regions.count == 1 ? placeName(0) : WholeName.heading(study, language: language)
    }
    let region = study.regions[results.selection.regions[position]]
    return region.name.isEmpty ? region.code : region.name
  }

  var placeHeading: String { placeName(place) }

  /// Whether the page is about several regions that are not the whole country.
  var isSeveralRegions: Bool {
    isCountry && !WholeName.isCountry(study) && results.selection.regions.count > 1
  }

  /// The name of the page's place within a sentence.
  var placeInText: String {
    if isCountry, results.selection.regions.count == 1 { return placeName(0) }
    if isSeveralRegions { return language(nl: "de regio's samen", en: "the regions together") }
    return ownPlaceInText
  }

  private var ownPlaceInText: String {
    isCountry
      ? language(nl: "", en: WholeName.isCountry(study) ? "the " : "") + WholeName.text(study, language: language)
      : language(nl: "de regio ", en: "the region ") + placeName(place)
  }

  /// A scenario's name, or its code if it has none.
  func scenarioName(_ position: Int) -> String {
    let scenario = study.scenarios[results.selection.scenarios[position]]
    return scenario.name.isEmpty ? scenario.code : scenario.name
  }

  // MARK: Blocks

  /// - Parameter id: unique within the page.
  func section(_ id: String, _ title: String, _ body: Markup) -> PageSection {
    PageSection(id: id, title: title, body: body)
  }

  /// A block for each scenario; the script shows the chosen one.
  func eachScenario(_ body: (Int) -> Markup) -> Markup {
    Markup(
      scenarios.map { scenario in
        let name: Markup = scenarios.count > 1 ? "<h3 class=\"scenario\">\(scenarioName(scenario))</h3>" : ""
        return "<div data-scenario=\"\(scenario)\">\(name)\(body(scenario))</div>"
      })
  }
}
