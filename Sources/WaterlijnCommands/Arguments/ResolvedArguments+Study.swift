import CostEngine
import Reports
import StudyFiles
import Terms

/// What the options mean for a study, once it is read.
extension ResolvedArguments {
  /// A standard error takes two replicates.
  static let drawsOfTwoReplicates = 2 * RandomStream.drawsPerReplicate

  /// The settings of the study, unless overridden on the command line.
  ///
  /// - Parameter fewestDraws: what the analysis cannot do without.
  func settings(_ reading: StudyReading, fewestDraws: Int = 1) -> SimulationSettings {
    let own = reading.settings
    return settings(
      SimulationSettings(draws: max(fewestDraws, own.draws), seed: own.seed, sampler: own.sampler))
  }

  /// These, where the command line says nothing else.
  func settings(_ usual: SimulationSettings) -> SimulationSettings {
    SimulationSettings(draws: draws ?? usual.draws, seed: seed ?? usual.seed, sampler: sampler ?? usual.sampler)
  }

  /// What `--scenario a+b` and `--region a+b` select; everything where they are absent.
  func selection(of study: Study) throws(UsageError) -> Selection {
    Selection(scenarios: try scenarios(of: study), regions: try regions(of: study))
  }

  /// The scenario that `--scenario` names; nil where it is absent.
  func scenario(of study: Study) throws(UsageError) -> Int? {
    guard let scenario else { return nil }
    return try Selection.index(.scenario, scenario, in: study.scenarioCodes)
  }

  /// Those that `--scenario` names, ascending; all where it is absent.
  func scenarios(of study: Study) throws(UsageError) -> [Int] {
    try Selection.indices(.scenario, scenario, in: study.scenarioCodes)
  }

  /// Those that `--region` names, ascending; all where it is absent.
  func regions(of study: Study) throws(UsageError) -> [Int] {
    try Selection.indices(.region, region, in: study.regionCodes)
  }

  /// Those that `--region` names, ascending; none where it is absent.
  func shownRegions(of study: Study) throws(UsageError) -> [Int] { region == nil ? [] : try regions(of: study) }

  /// The regions that `--region` names in the order of the study, nil for all together; that alone where it is absent.
  func places(of study: Study) throws(UsageError) -> [Int?] {
    guard let region else { return [nil] }
    return try Selection.indices(.region, region, in: study.placeCodes).map { study.region(ofPlace: $0) }
  }

  /// The region that `--region` names; nil for all together, and where it is absent.
  func place(of study: Study) throws(UsageError) -> Int? {
    guard let region else { return nil }
    return study.region(ofPlace: try Selection.index(.region, region, in: study.placeCodes))
  }

  /// The calendar year that `--year` names; nil where it is absent.
  func calendarYear(of study: Study) throws(UsageError) -> Int? {
    guard let year else { return nil }
    return try Selection.calendarYear(.year, year, study)
  }

  /// The calendar year that `--year` names; nil for all together, and where it is absent.
  func year(of study: Study) throws(UsageError) -> Int? {
    guard let year else { return nil }
    return try Selection.period(.year, year, study)
  }
}

extension Study {
  var scenarioCodes: [String] { scenarios.map { $0.code } }
  var regionCodes: [String] { regions.map { $0.code } }
  /// The regions, and then all of them together.
  var placeCodes: [String] { regionCodes + [ResultsCSV.nationalCode] }

  /// By position in ``placeCodes``; nil for all together.
  func region(ofPlace place: Int) -> Int? { place < regions.count ? place : nil }
}
