import CostEngine
import Reports
import StudyFiles
import Terms

/// The tables of one side, as read or newly computed.
public struct ResultsTables {
  public let side: ResultsComparison.Side
  private let outline: ResultsOutline
  private let results: Results
  private let gaps: ResultsGaps
  /// Position of the compared scenario.
  private let scenario: Int

  /// Why there are no tables.
  public enum Failure: Error {
    case interrupted
    case overflow(AmountOverflow)
    case tooLittleMemory(MemoryShortage)
    /// A table is missing, or is not the result of a run.
    ///
    /// - Parameters:
    ///   - file: its name; that of the manifest if no tables can have it.
    ///   - row: number of the row that is not what was written; nil if there is none.
    case unreadable(file: String, row: Int?)
  }

  /// - Parameters:
  ///   - compared: results, whose tables are read, or a study, which is computed.
  ///   - scenario: code of the scenario compared.
  ///   - settings: those with which a study is computed.
  ///   - progress: called with the number of replicates done.
  public init(
    _ compared: ComparedStudy, scenario: String, settings: SimulationSettings, workers: Workers,
    progress: @Sendable (Int) -> Void
  ) throws(Failure) {
    let own = compared.manifest == nil ? settings : compared.settings
    let study = compared.reading?.study
    let manifest = compared.manifest
    side = ResultsComparison.Side(
      folder: compared.folder, title: manifest?.study ?? study?.title ?? "", scenario: scenario,
      firstYear: manifest?.firstYear ?? study?.firstYear ?? 0, lastYear: manifest?.lastYear ?? study?.lastYear ?? 0,
      draws: own.draws, seed: own.seed, sampler: own.sampler)
    let tables: (outline: ResultsOutline, summary: [UInt8], lines: [UInt8])
    if let manifest {
      guard let outline = ResultsOutline(manifest) else { throw .unreadable(file: ResultFiles.manifest, row: nil) }
      func bytes(_ file: String) throws(Failure) -> [UInt8] {
        guard let bytes = compared.resultsFile(file) else { throw .unreadable(file: file, row: nil) }
        return bytes
      }
      tables = (outline, try bytes(ResultFiles.summary), try bytes(ResultFiles.lines))
    } else {
      tables = try Self.compute(compared, scenario, settings, workers, progress)
    }
    outline = tables.outline
    self.scenario = outline.scenarios.firstIndex(of: scenario)!
    do throws(ResultsCSVReader.Damage) {
      (results, gaps) = try ResultsCSVReader.read(outline, summary: tables.summary, lines: tables.lines)
    } catch {
      throw .unreadable(file: error.file, row: error.row)
    }
  }

  private static func compute(
    _ compared: ComparedStudy, _ scenario: String, _ settings: SimulationSettings, _ workers: Workers,
    _ progress: @Sendable (Int) -> Void
  ) throws(Failure) -> (outline: ResultsOutline, summary: [UInt8], lines: [UInt8]) {
    let study = compared.reading!.study!
    let selection = Selection(scenarios: [study.scenario(scenario)], regions: Array(study.regions.indices))
    let plan = Plan(study, selection: selection, settings: settings)
    do throws(ConcurrentSimulation.Failure) {
      let tables = ResultsCSV(
        study: study, results: try ConcurrentSimulation(plan, workers: workers).results(progress: progress))
      return (
        ResultsOutline(study, selection: selection, draws: settings.draws, locale: .english), tables.summary(),
        tables.lines()
      )
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .tooLittleMemory(let shortage): throw .tooLittleMemory(shortage)
      case .overflow(let overflow): throw .overflow(overflow)
      }
    }
  }

  // MARK: What they hold

  /// A table and the names missing from it without which the amount cannot be compared; nil if it can.
  public func hindrance(_ quantity: ReportedQuantity) -> (file: String, names: [String])? {
    gaps.hindrance(comparing: quantity)
  }

  /// A remark that the tables do not contain every part of an amount, or contain unknown ones; nil if neither applies,
  /// or if no part of the compared amounts is left over.
  ///
  /// - Parameter rows: those of ``rows(_:_:_:)``.
  public func otherParts(
    _ quantity: ReportedQuantity, in rows: [ResultsComparison.ComparedPeriod]
  ) -> Bilingual? {
    guard rows.contains(where: { $0.parts.contains { $0.id == QuantityPart.otherID } }) else { return nil }
    let missing = (quantity.parts ?? []).filter { !tells($0) }.map { $0.id }
    let unknown = quantity.parts == nil ? [] : gaps.unknownLines
    if missing.isEmpty && unknown.isEmpty { return nil }
    var found: [Bilingual] = []
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      found.append(Bilingual(nl: "bevat niet apart: \(list)", en: "does not tell apart: \(list)"))
    }
    if !unknown.isEmpty {
      let list = enumeration(unknown, conjunction: .and)
      found.append(
        Bilingual(
          nl: "bevat kostenregels die deze versie niet kent: \(list.dutch)",
          en: "has cost lines that this version does not know: \(list.english)"))
    }
    let other = QuantityPart.otherName
    let (dutch, english) = (
      found.map { $0.dutch }.joined(separator: ", en "), found.map { $0.english }.joined(separator: ", and ")
    )
    return Bilingual(
      nl: "\(side.folder) is van een andere versie van Waterlijn en \(dutch). Wat niet in beide apart staat, is "
        + "samengenomen onder \"\(other.dutch)\".",
      en: "\(side.folder) is of another version of Waterlijn and \(english). What is not told apart in both is taken "
        + "together under \"\(other.english)\".")
  }

  private func tells(_ part: QuantityPart) -> Bool {
    switch part {
    case .line(let line): return !gaps.lines.contains(line)
    case .baseline: return gaps.tells(.baseline)
    case .lessFunding: return gaps.tells(.funding)
    }
  }

  /// The rows of the regions and years that both sides have; with what the parts that both have leave of the amount, if
  /// that is anything in any of them.
  ///
  /// - Precondition: neither side has a ``hindrance(_:)``.
  public static func rows(
    _ a: ResultsTables, _ b: ResultsTables, _ quantity: ReportedQuantity
  ) -> [ResultsComparison.ComparedPeriod] {
    let all = quantity.parts ?? []
    let parts = all.filter { a.tells($0) && b.tells($0) }
    let isWhole = all.isEmpty || parts.count == all.count && !a.gaps.hasOtherLines && !b.gaps.hasOtherLines
    let (years, yearsB) = (a.outline.yearTexts, b.outline.yearTexts)
    var rows: [ResultsComparison.ComparedPeriod] = []
    var rests: [(id: String, a: Double, b: Double)] = []
    for (region, code) in a.outline.regions.enumerated() {
      guard let regionB = b.outline.regions.firstIndex(of: code) else { continue }
      // A present value only exists for the whole horizon.
      for year in years.indices where quantity != .npv || year == a.results.total {
        guard let yearB = yearsB.firstIndex(of: years[year]) else { continue }
        rows.append(
          ResultsComparison.ComparedPeriod(
            region: code, year: years[year], a: a.figures(quantity, region, year),
            b: b.figures(quantity, regionB, yearB),
            parts: parts.map { (id: $0.id, a: a.mean($0, region, year), b: b.mean($0, regionB, yearB)) }))
        guard !isWhole else { continue }
        rests.append(
          (
            id: QuantityPart.otherID, a: a.rest(quantity, parts, region, year),
            b: b.rest(quantity, parts, regionB, yearB)
          ))
      }
    }
    // Without any part there would seem to be nothing to break down.
    if parts.isEmpty || rests.contains(where: { $0.a != 0 || $0.b != 0 }) {
      for row in rests.indices { rows[row].parts.append(rests[row]) }
    }
    return rows
  }

  private func figures(_ quantity: ReportedQuantity, _ region: Int, _ year: Int) -> ResultsComparison.Figures {
    let found = results.summary(quantity, scenario: scenario, region: region, year: year)
    return .init(mean: found.mean, standardError: found.standardError, p05: found.p05, p50: found.p50, p95: found.p95)
  }

  private func mean(_ part: QuantityPart, _ region: Int, _ year: Int) -> Double {
    results.mean(of: part, scenario: scenario, region: region, year: year)
  }

  private func rest(_ quantity: ReportedQuantity, _ parts: [QuantityPart], _ region: Int, _ year: Int) -> Double {
    results.rest(of: quantity, after: parts, scenario: scenario, region: region, year: year)
  }
}
