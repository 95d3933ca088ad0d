import CostEngine
import Terms

/// The text that `waterlijn benchmark` prints.
public struct BenchmarkReport {
  private let study: Study
  private let benchmark: RegionBenchmark
  /// Index of the scenario whose level is the norm.
  private let scenario: Int
  private let language: Language
  private let format: NumberFormat

  /// - Parameters:
  ///   - scenario: index of the scenario whose level the norms of the benchmark come from.
  ///   - regions: indices of regions to report in detail; empty for a comparison of all regions, or for the details of
  ///     the only region if the study has one.
  /// - Returns: lines that end with a line feed.
  public static func text(
    _ benchmark: RegionBenchmark, of study: Study, scenario: Int, regions: [Int], language: Language
  ) -> String {
    let report = BenchmarkReport(
      study: study, benchmark: benchmark, scenario: scenario, language: language,
      format: NumberFormat.people(language))
    var lines = PlainText.heading(PlainText.line(study.title), underline: "=") + [""] + report.introduction
    let single = report.isSingle ? [0] : regions
    lines += single.isEmpty ? report.allTogether : single.flatMap(report.details)
    return PlainText.text(lines)
  }

  /// Whether a region can only be compared with the norm.
  private var isSingle: Bool { study.regions.count == 1 }

  private var introduction: [String] {
    let code = PlainText.line(study.scenarios[scenario].code)
    let count = format.count(study.regions.count)
    let levels = Set(study.scenarios[scenario].terms.map { study.levels[$0.level] })
    let level = levels.count == 1 ? PlainText.line(levels.first!) : language(nl: "per regio", en: "by region")
    if isSingle {
      return PlainText.wrapped(
        language(
          nl: "Wat de regio vandaag heeft, naast de norm: niveau \(level), dat van scenario \(code). Van onzekere "
            + "gegevens telt de verwachtingswaarde. Bij een * is minstens één gegeven erachter aangenomen.",
          en: "What the region has today, beside the norm: level \(level), that of scenario \(code). Of uncertain "
            + "figures the expected value counts. A * means that at least one figure behind it is assumed."))
    }
    return PlainText.wrapped(
      language(
        nl: "Wat de \(count) regio's vandaag hebben, naast elkaar en naast de norm: niveau \(level), dat van "
          + "scenario \(code). Van onzekere gegevens telt de verwachtingswaarde. Plaats 1 is de hoogste waarde; hoger "
          + "is niet beter of slechter. Gelijke waarden delen een plaats; een = staat waar alle regio's gelijk zijn. Bij "
          + "een * is minstens één gegeven erachter aangenomen, niet door de regio opgegeven. Wat nergens is ingevuld, "
          + "telt als 0.",
        en: "What the \(count) regions have today, beside each other and beside the norm: level \(level), that of "
          + "scenario \(code). Of uncertain figures the expected value counts. Place 1 is the highest value; higher is "
          + "not better or worse. Equal values share a place; where all regions are equal there is an =. A * means that "
          + "at least one figure behind it is assumed, not reported by the region. What is filled in nowhere counts as "
          + "0."))
  }

  // MARK: All regions

  private var allTogether: [String] {
    let groups = benchmark.comparisons(of: .all).map { comparison in
      TextTable.Group(name(comparison.measure), columns(comparison))
    }
    let spread = [
      language(nl: "laagste", en: "lowest"), "P25", language(nl: "mediaan", en: "median"), "P75",
      language(nl: "hoogste", en: "highest"),
    ]
    let labels = study.regions.indices.map(regionName) + [""] + spread
    let table = TextTable(heading: Glossary.entry(.region).heading(language), labels: labels, groups: groups)
    return [""] + PlainText.heading(language(nl: "Alle functies samen", en: "All functions together")) + table.lines()
  }

  private func columns(_ comparison: RegionBenchmark.Comparison) -> [TextTable.Column] {
    let values =
      study.regions.indices.map { value(comparison, $0) } + [""]
      + [0, 25, 50, 75, 100].map { figure(comparison.percentile($0), comparison.measure) }
    let places = study.regions.indices.map { place(comparison, $0) }
    let blank = [String](repeating: "", count: 6)
    var columns = [
      TextTable.Column(language(nl: "waarde", en: "value"), values, .decimal(mark: mark)),
      TextTable.Column(language(nl: "plaats", en: "place"), places + blank, .right),
    ]
    if comparison.norms.contains(where: { $0 != nil }) {
      let norms = comparison.norms.map { figure($0, comparison.measure) }
      columns.append(TextTable.Column("norm", norms + blank, .decimal(mark: mark)))
    }
    return columns
  }

  // MARK: One region

  private func details(_ region: Int) -> [String] {
    let items =
      [RegionBenchmark.Item.all] + study.functions.indices.map { .function($0) }
      + study.provisions.indices.map { .provision($0) }
    var lines = [""] + PlainText.heading(regionName(region), underline: "=") + [""]
    for item in items {
      let comparisons = benchmark.comparisons(of: item)
      func column(_ heading: String, _ cell: (RegionBenchmark.Comparison) -> String) -> TextTable.Column {
        TextTable.Column(heading, comparisons.map(cell), .decimal(mark: mark))
      }
      let count = format.count(study.regions.count)
      let own = column(language(nl: "waarde", en: "value")) { value($0, region) }
      let norm = TextTable.Group(
        "",
        [
          column("norm") { figure($0.norms[region], $0.measure) },
          column(language(nl: "boven norm", en: "above norm")) { distance($0, region) },
        ])
      let others = [
        TextTable.Group(
          "",
          [
            own,
            TextTable.Column(
              language(nl: "plaats (van \(count))", en: "place (of \(count))"),
              comparisons.map { place($0, region) }, .right),
          ]),
        TextTable.Group(
          "",
          [
            column(language(nl: "laagste", en: "lowest")) { figure($0.percentile(0), $0.measure) },
            column(language(nl: "mediaan", en: "median")) { figure($0.percentile(50), $0.measure) },
            column(language(nl: "hoogste", en: "highest")) { figure($0.percentile(100), $0.measure) },
          ]),
      ]
      let table = TextTable(
        heading: "", labels: comparisons.map { name($0) },
        groups: (isSingle ? [TextTable.Group("", [own])] : others) + [norm])
      lines += PlainText.heading(PlainText.line(name(item))) + table.lines() + [""]
    }
    return lines.dropLast()
  }

  // MARK: Words and figures

  private var mark: Character { language(nl: ",", en: ".").first! }

  private func value(_ comparison: RegionBenchmark.Comparison, _ region: Int) -> String {
    let text = figure(comparison.values[region], comparison.measure)
    return text + (comparison.isAssumed[region] && comparison.values[region] != nil ? "*" : " ")
  }

  private func place(_ comparison: RegionBenchmark.Comparison, _ region: Int) -> String {
    guard let place = comparison.place(of: region) else { return "-" }
    return comparison.isEqual ? "=" : format.count(place)
  }

  /// The distance to the norm; shares in percentage points.
  private func distance(_ comparison: RegionBenchmark.Comparison, _ region: Int) -> String {
    let distance = comparison.aboveNorm(region)
    guard let distance, comparison.measure == .certified else { return figure(distance, comparison.measure) }
    return format.fixed(100 * distance, decimals: 0) + language(nl: " %-punt", en: " pp")
  }

  private func figure(_ value: Double?, _ measure: RegionBenchmark.Measure) -> String {
    guard let value else { return "-" }
    switch measure {
    case .certified, .turnover: return format.fixed(100 * value, decimals: 0) + " %"
    case .personsPer100k, .annualHours, .initialHours: return format.fixed(value, decimals: 1)
    case .standbyPositions, .quantity, .costPerInhabitant: return format.fixed(value, decimals: 2)
    }
  }

  private func regionName(_ region: Int) -> String {
    let region = study.regions[region]
    return PlainText.line(region.code + " " + region.name)
  }

  private func name(_ item: RegionBenchmark.Item) -> String {
    switch item {
    case .all: return language(nl: "Alle functies samen", en: "All functions together")
    case .function(let index): return study.functions[index].name
    case .provision(let index): return study.provisions[index].name
    }
  }

  private func name(_ comparison: RegionBenchmark.Comparison) -> String {
    guard comparison.measure == .quantity, case .provision(let index) = comparison.item else {
      return name(comparison.measure)
    }
    let each = study.provisions[index].per.each.map { " " + $0(language) }
    return name(comparison.measure) + (each ?? "")
  }

  private func name(_ measure: RegionBenchmark.Measure) -> String { measure.name.name(language) }
}
