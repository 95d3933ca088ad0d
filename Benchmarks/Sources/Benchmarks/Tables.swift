import CostEngine
import Foundation
import Reports
import StudyFiles
import Terms
import WaterlijnProcess

/// Megabytes per second of reading and writing CSV, in memory.
enum Tables {
  static func measure(_ harness: Harness) {
    harness.begin("tables")
    let rows = harness.options.isQuick ? 20_000 : 200_000
    for separator in [",", ";"] {
      let name = "reading a table, separator \(separator)"
      guard harness.isWanted(name) else { continue }
      report(name, bytes: staffing(rows: rows, functions: 10, separator), harness) { bytes in
        precondition(CSVReader.read(bytes, file: "staffing.csv").document?.rows.count == rows)
      }
    }
    measureStudies(harness)
    measureWriting(harness)
  }

  private static func report(_ name: String, bytes: [UInt8], _ harness: Harness, _ body: @escaping ([UInt8]) -> Void) {
    harness.report(name, harness.time { body(bytes) }, rateOf: Double(bytes.count) * 1e-6, "MB/s")
  }

  // MARK: Reading

  private static func measureStudies(_ harness: Harness) {
    if harness.isWanted("reading a large study") {
      let files = study(regions: harness.options.isQuick ? 100 : 1_000, functions: 20)
      let size = files.values.map(\.count).reduce(0, +)
      let times = harness.time {
        let reading = StudyReader.read(files: files, folderName: "large")
        precondition(reading.study != nil, reading.diagnostics.first?.problem(.english) ?? "")
      }
      harness.report("reading a large study, its meaning included", times, rateOf: Double(size) * 1e-6, "MB/s")
    }
    for (name, folder) in StudyFolders.all where harness.isWanted("reading the folder " + name) {
      let times = harness.time { precondition(StudyReader.read(folder: folder, in: SystemFiles()).study != nil) }
      harness.report("reading the folder \(name)", times, in: .milliseconds)
    }
  }

  /// A table as regions fill it in: codes, a range, a share, blank cells, a quoted note.
  private static func staffing(rows: Int, functions: Int, _ separator: String) -> [UInt8] {
    let mark = separator == ";" ? "," : "."
    var text = [
      "region", "function", "persons", "persons_share", "standby_positions", "turnover", "certified", "source", "note",
    ].joined(separator: separator)
    text += "\n"
    for row in 0..<rows {
      text += [
        "R\(row / functions)", "F\(row % functions)", "\(5 + row % 7)..\(9 + row % 7)..\(16 + row % 9)", "", "1",
        "0\(mark)0\(4 + row % 6)", "85%", "opgave \(row)", "\"team \"\"A\"\"\(separator) en reserve\"",
      ].joined(separator: separator)
      text += "\n"
    }
    return Array(text.utf8)
  }

  private static func study(regions: Int, functions: Int) -> [String: [UInt8]] {
    func table(_ header: String, _ rows: [String]) -> [UInt8] {
      Array(([header] + rows).joined(separator: "\n").utf8)
    }
    return [
      "settings.csv": table(
        "setting,value", ["first_year,2027", "years,10", "reference_level,L"]),
      "regions.csv": table("region,name,population,municipalities", (0..<regions).map { "R\($0),,100000,10" }),
      "functions.csv": table(
        "function,name,per,hourly_cost,course_price", (0..<functions).map { "F\($0),,region,60..70..90,25" }),
      "norms.csv": table(
        "level,function,positions,persons_per_position,initial_hours,annual_hours", ["L,*,1,6,40,12"]),
      "staffing.csv": staffing(rows: regions * functions, functions: functions, ","),
      "training.csv": table("region,function,initial_hours,annual_hours", ["*,*,30..36..50,4..8..16"]),
      "scenarios.csv": table("scenario,name,level,phase_in,from,until", ["S,,L,linear,2028,2032"]),
    ]
  }

  // MARK: Writing

  private static func measureWriting(_ harness: Harness) {
    let locales = CSVLocale.allCases.filter { harness.isWanted("writing results, \($0.id)") }
    if locales.isEmpty { return }
    let study = StudyFolders.study(in: StudyFolders.nederland)
    let settings = SimulationSettings(draws: 1_000, seed: 1, sampler: .latinHypercube)
    let results = Simulation.results(of: Plan(study, selection: Selection(study), settings: settings), threads: 2)
    for locale in locales {
      let tables = ResultsCSV(study: study, results: results, locale: locale)
      let size = tables.summary().count + tables.lines().count + tables.pairs().count
      let times = harness.time {
        precondition(tables.summary().count + tables.lines().count + tables.pairs().count == size)
      }
      harness.report("writing results, \(locale.id)", times, rateOf: Double(size) * 1e-6, "MB/s")
      harness.report("writing results, \(locale.id), of nederland", times, in: .milliseconds)
    }
  }
}
