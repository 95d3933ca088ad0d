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
    /// summary.csv or lines.csv is missing, or is not the result of a run.
    case unreadable
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
      guard let outline = ResultsOutline(manifest), let summary = compared.resultsFile(ResultFiles.summary),
        let lines = compared.resultsFile(ResultFiles.lines)
      else { throw .unreadable }
      tables = (outline, summary, lines)
    } else {
      tables = try Self.compute(compared, scenario, settings, workers, progress)
    }
    outline = tables.outline
    self.scenario = outline.scenarios.firstIndex(of: scenario)!
    do throws(ResultsCSVReader.Damage) {
      (results, gaps) = try ResultsCSVReader.read(outline, summary: tables.summary, lines: tables.lines)
    } catch {
      throw .unreadable
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
      case .overflow(let overflow): throw .overflow(overflow)
      }
    }
  }

  // MARK: What they hold

  /// Names in summary.csv that it lacks and that nothing can be said of an amount without.
  public func lacking(_ quantity: ReportedQuantity) -> [String] {
    let needed: [ResultsColumn] = [.mean, .standardError, .p05, .p50, .p95]
    return (gaps.tells(quantity) ? [] : [quantity.id]) + needed.filter { !gaps.tells($0) }.map { $0.id }
  }

  /// That not all of an amount's parts are told; nil where they are.
  public func otherParts(_ quantity: ReportedQuantity) -> Bilingual? {
    let missing = (quantity.parts ?? []).filter { !tells($0) }.map { $0.id }
    let unknown = quantity.parts == nil ? [] : gaps.unknownLines
    if missing.isEmpty && unknown.isEmpty { return nil }
    var found: [Bilingual] = []
    if !missing.isEmpty {
      let list = missing.joined(separator: ", ")
      found.append(Bilingual(nl: "bevat niet apart: \(list)", en: "does not tell apart: \(list)"))
    }
    if !unknown.isEmpty {
      let list = unknown.joined(separator: ", ")
      found.append(
        Bilingual(
          nl: "bevat kostenregels die deze versie niet kent: \(list)",
          en: "has cost lines that this version does not know: \(list)"))
    }
    let (dutch, english) = (
      found.map { $0.dutch }.joined(separator: ", en "), found.map { $0.english }.joined(separator: ", and ")
    )
    return Bilingual(
      nl: "\(side.folder) is van een andere versie van Waterlijn en \(dutch). Wat niet in beide apart staat, is "
        + "samengenomen onder \"overige posten\".",
      en: "\(side.folder) is of another version of Waterlijn and \(english). What is not told apart in both is taken "
        + "together under \"other items\".")
  }

  private func tells(_ part: QuantityPart) -> Bool {
    switch part {
    case .line(let line): return !gaps.lines.contains(line)
    case .baseline: return gaps.tells(.baseline)
    case .lessFunding: return gaps.tells(.funding)
    }
  }

  /// The rows of the regions and years that both have.
  ///
  /// - Precondition: neither is ``lacking(_:)`` anything.
  public static func rows(
    _ a: ResultsTables, _ b: ResultsTables, _ quantity: ReportedQuantity
  ) -> [ResultsComparison.Row] {
    let all = quantity.parts ?? []
    let parts = all.filter { a.tells($0) && b.tells($0) }
    let isWhole = all.isEmpty || parts.count == all.count && !a.gaps.hasOtherLines && !b.gaps.hasOtherLines
    let (years, yearsB) = (a.outline.yearTexts, b.outline.yearTexts)
    var rows: [ResultsComparison.Row] = []
    for (region, code) in a.outline.regions.enumerated() {
      guard let regionB = b.outline.regions.firstIndex(of: code) else { continue }
      // A present value is of the whole horizon.
      for year in years.indices where quantity != .npv || year == a.results.total {
        guard let yearB = yearsB.firstIndex(of: years[year]) else { continue }
        let (first, second) = (a.figures(quantity, region, year), b.figures(quantity, regionB, yearB))
        var amounts = parts.map { part in
          (id: part.id, a: a.mean(part, region, year), b: b.mean(part, regionB, yearB))
        }
        if !isWhole {
          amounts.append(
            (
              id: QuantityPart.otherID, a: QuantityPart.rest(of: first.mean, amounts.map { $0.a }),
              b: QuantityPart.rest(of: second.mean, amounts.map { $0.b })
            ))
        }
        rows.append(ResultsComparison.Row(region: code, year: years[year], a: first, b: second, parts: amounts))
      }
    }
    return rows
  }

  private func figures(_ quantity: ReportedQuantity, _ region: Int, _ year: Int) -> ResultsComparison.Figures {
    let found = results.summary(quantity, scenario: scenario, region: region, year: year)
    return .init(mean: found.mean, standardError: found.standardError, p05: found.p05, p50: found.p50, p95: found.p95)
  }

  private func mean(_ part: QuantityPart, _ region: Int, _ year: Int) -> Double {
    func mean(_ quantity: ReportedQuantity) -> Double {
      results.summary(quantity, scenario: scenario, region: region, year: year).mean
    }
    switch part {
    case .line(let line): return results.mean(of: line, scenario: scenario, region: region, year: year)
    case .baseline: return mean(.baseline)
    case .lessFunding: return -mean(.funding)
    }
  }
}
