import Foundation
import TestSupport

/// A study that can be computed, with code in every text of every table: names, sources, notes and codes.
struct HostileStudy {
  /// What each text of a name, source, note or title is: one of these, with a number of its own.
  private static let texts = [
    "<script>alert(#)</script>", "\"><img src=x onerror=alert(#)>", "=HYPERLINK(\"http://evil.invalid/#\")",
    "javascript:alert(#)", "</script><script>alert(#)</script>", "]]><svg onload=alert(#)>", "<!-- # --",
    "&amp;&lt;#", "' onfocus='alert(#)' autofocus='", "</title></style></table>#", "+1+#|cmd", "@SUM(#)",
    "-2+#", "\u{202E}omgekeerd#\u{2066}", "${#}`\\u003cb\\u003e", "{{#}}<%= # %>",
  ]
  /// The same for codes, which may not hold every character.
  private static let codes = [
    "<script>alert(#)<script>", "\"><img src=x onerror=alert(#)>", "=HYPERLINK(\"evil#\")", "javascript:alert(#)",
    "' onfocus='alert(#)' autofocus='", "&lt&#", "<!--#", "@SUM(#)", "-2-#", "..%2F#", "a b\"#",
  ]

  /// Every text and code of the study, as it was written.
  private(set) var written: [String] = []
  private(set) var tables: [String: [[String]]] = [:]

  init() {
    let regions = (0..<7).map { _ in code() }
    let (level, function, other) = (code(), code(), code())
    let (provision, measure, fund, profile, variable, factor) = (code(), code(), code(), code(), code(), code())
    let scenarios = (0..<2).map { _ in code() }
    let basedLevel = code()
    add("settings", ["setting", "value"], [["title", text()], ["first_year", "2027"], ["years", "3"]])
    add("settings", [], [["price_year", "2026"], ["reference_level", level], ["main_scenario", scenarios[1]]])
    add(
      "settings", [],
      ["author", "organisation", "date", "version", "exclusions", "vat"].map { [$0, text()] } + [["status", "final"]])
    add("regions", ["region", "name", "population", "municipalities"], regions.map { [$0, text(), "200000", "4..6"] })
    add(
      "functions", ["function", "name", "per", "hourly_cost"],
      [[function, text(), "region", "40..60"], [other, text(), "municipality", "30..50"]])
    add(
      "norms", ["level", "function", "positions", "persons_per_position", "initial_hours", "annual_hours"],
      [function, other].map { [level, $0, "1", "3", "40", "20"] })
    add("levels", ["level", "name", "based_on"], [[basedLevel, text(), level]])
    add(
      "staffing", ["region", "function", "persons", "turnover"],
      regions.map { [$0, function, "1..2", "10%"] } + [["*", "*", "1..3", "5%"]])
    add(
      "training", ["region", "function", "initial_hours", "annual_hours"],
      regions.map { [$0, function, "8..20", "6"] } + [["*", "*", "10..30", "8"]])
    add(
      "provisions", ["provision", "name", "per", "unit_cost", "index"],
      [[provision, text(), "100k", "900..1200", "price"]])
    add("provision-norms", ["level", "provision", "quantity"], [[level, provision, "3"]])
    add("provision-current", ["region", "provision", "quantity"], regions.map { [$0, provision, "1..2"] })
    add(
      "one-offs", ["item", "name", "per", "amount", "from", "until", "index", "scenarios", "measure"],
      [
        [code(), text(), "region", "1000..3000", "2027", "2027", "price", scenarios[0], ""],
        [code(), text(), "region", "1000..3000", "2027", "2027", "price", "", measure],
      ])
    add(
      "measures", ["measure", "name", "from", "per", "one_off", "annual"],
      [[measure, text(), "2028", "region", "100", "50..70"]])
    add("measure-effects", ["measure", "item", "driver", "factor"], [[measure, function, "persons", "0.5..0.9"]])
    add(
      "scenarios", ["scenario", "name", "level", "phase_in", "from", "until", "bandwidth", "measures"],
      [
        [scenarios[0], text(), level, profile, "", "", "", ""],
        [scenarios[1], text(), basedLevel, "linear", "2027", "2028", "0.1", measure],
      ])
    add("scenario-regions", ["scenario", "region", "bandwidth"], [[scenarios[1], regions[1], "0.2"]])
    add("phase-in", ["profile", "year", "share"], [[profile, "2027", "0.5"], [profile, "2028", "1"]])
    add("indices", ["year", "wage_growth", "price_growth"], [["2027", "0.02", "0.03"]])
    add(
      "funding", ["fund", "year", "name", "amount", "key", "payer"],
      [[fund, "2028", text(), "1000..90000", "population", "state"]])
    add("variables", ["variable", "value"], [[variable, "1..2"]])
    add(
      "correlations", ["factor", "table", "column", "item", "loading", "name"],
      [[factor, "staffing", "persons", "*", "0.5", text()]])
    add("plausibility", ["table", "column", "item", "low", "high"], [["staffing", "persons", "*", "0", ""]])
  }

  /// Writes its files.
  func write(to folder: TemporaryFolder) throws {
    for (name, rows) in tables {
      let lines = rows.map { row in
        row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",")
      }
      try folder.write(Data((lines.joined(separator: "\n") + "\n").utf8), to: name + ".csv")
    }
  }

  private mutating func text() -> String { next(of: Self.texts) }
  private mutating func code() -> String { next(of: Self.codes) }

  private mutating func next(of texts: [String]) -> String {
    let text = texts[written.count % texts.count].replacingOccurrences(of: "#", with: "\(1000 + written.count)")
    written.append(text)
    return text
  }

  /// Adds rows, each with a source and a note of its own.
  private mutating func add(_ table: String, _ columns: [String], _ rows: [[String]]) {
    if !columns.isEmpty { tables[table] = [columns + ["source", "note"]] }
    for row in rows { tables[table, default: []].append(row + [text(), text()]) }
  }
}
