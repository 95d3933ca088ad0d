import StudyFiles
import Terms
import WaterlijnPage

@testable import Analyses
@testable import CostEngine
@testable import Reports

/// Files of a results folder, see ``FileContainer``; what is not among them is as the program wrote it.
enum ResultsTarget {
  static func run(_ bytes: [UInt8]) {
    let input = FileContainer(bytes)
    var tables = SmallStudy.results.filter { $0.name.hasSuffix(".csv") && !$0.name.contains("/") }
    for index in tables.indices {
      if let given = input.files.last(where: { $0.name == tables[index].name }) { tables[index].bytes = given.bytes }
    }
    let given = input.files.last { $0.name == ResultFiles.manifest }?.bytes
    let own = SmallStudy.results.first { $0.name == ResultFiles.manifest }!.bytes
    guard var manifest = try? Manifest(reading: given ?? own) else { return }

    var isRead = readWithoutStudy(manifest, tables)
    if given == nil, let study = SmallStudy.readings[0].study { isRead = read(study, tables) || isRead }
    guard isRead, bytes.isChosen(oneIn: 16) else { return }
    // As a folder whose hashes are right.
    manifest.outputs = tables.map { HashedFile(name: $0.name, bytes: $0.bytes) }
    tables.append(OutputFile(name: ResultFiles.manifest, bytes: manifest.bytes()))
    let files =
      SmallStudy.files + tables.map { OutputFile(name: "uit/" + $0.name, bytes: $0.bytes) }
      + SmallStudy.results.map { OutputFile(name: "toen/" + $0.name, bytes: $0.bytes) }
    for arguments in [
      ["report", "uit", "--study", "S", "--out", "uit.html", "--xlsx", "uit.xlsx"],
      ["compare", "toen", "uit", "--out", "verschil", "--xlsx", "verschil.xlsx"],
    ] {
      let answer = StudyTarget.answer(arguments, files)
      require(answer.status == 0 || answer.status == 3, "\(arguments) ended with \(answer.status)")
    }
  }

  private static func bytes(_ name: String, _ tables: [OutputFile]) -> [UInt8] {
    tables.first { $0.name == name }!.bytes
  }

  private static func read(
    _ outline: ResultsOutline, _ tables: [OutputFile]
  ) throws(ResultsCSVReader.Damage) -> (results: Results, gaps: ResultsGaps) {
    do throws(ResultsCSVReader.Damage) {
      return try ResultsCSVReader.read(
        outline, summary: bytes(ResultFiles.summary, tables), lines: bytes(ResultFiles.lines, tables),
        pairs: bytes(ResultFiles.pairs, tables), items: bytes(ResultFiles.items, tables))
    } catch {
      require(error.row >= 1 && tables.contains { $0.name == error.file }, "damage nowhere: \(error)")
      throw error
    }
  }

  private static func readWithoutStudy(_ manifest: Manifest, _ tables: [OutputFile]) -> Bool {
    guard let outline = ResultsOutline(manifest) else { return false }
    do throws(ResultsCSVReader.Damage) {
      _ = try ResultsCSVReader.read(
        outline, summary: bytes(ResultFiles.summary, tables), lines: bytes(ResultFiles.lines, tables))
      return true
    } catch {
      require(error.row >= 1, "damage nowhere: \(error)")
      return false
    }
  }

  /// Results that lack nothing are written as they were read.
  private static func read(_ study: Study, _ tables: [OutputFile]) -> Bool {
    let selection = Selection(
      scenarios: Array(study.scenarios.indices), regions: Array(study.regions.indices))
    let outline = ResultsOutline(study, selection: selection, draws: 200, locale: .english)
    guard let (results, gaps) = try? read(outline, tables) else { return false }
    guard gaps == ResultsGaps() else { return true }
    let written = ResultsCSV(study: study, results: results)
    // Of items whose columns are not known nothing is kept.
    let again = tables.filter { results.hasItems || $0.name != ResultFiles.items }.map { table in
      switch table.name {
      case ResultFiles.summary: return OutputFile(name: table.name, bytes: written.summary())
      case ResultFiles.lines: return OutputFile(name: table.name, bytes: written.lines())
      case ResultFiles.items: return OutputFile(name: table.name, bytes: written.items())
      default: return OutputFile(name: table.name, bytes: written.pairs())
      }
    }
    guard let (_, gapsAgain) = try? read(outline, again) else { fatalError("what was read is not read again") }
    require(gapsAgain == gaps, "something is lost")
    return true
  }
}
