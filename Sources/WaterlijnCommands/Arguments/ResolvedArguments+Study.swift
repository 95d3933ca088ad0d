import CostEngine
import Reports
import StudyFiles
import Terms

/// The meaning of the options for a study that has been read.
extension ResolvedArguments {
  /// The number of draws in two replicates, the minimum for a standard error.
  static let drawsOfTwoReplicates = 2 * RandomStream.drawsPerReplicate

  /// The settings of the study, unless overridden on the command line.
  ///
  /// - Parameter fewestDraws: minimum number of draws for the analysis, used if the study has fewer.
  func settings(_ reading: StudyReading, fewestDraws: Int = 1) -> SimulationSettings {
    let own = reading.settings
    return settings(
      SimulationSettings(draws: max(fewestDraws, own.draws), seed: own.seed, sampler: own.sampler))
  }

  /// The given settings, unless overridden on the command line.
  func settings(_ usual: SimulationSettings) -> SimulationSettings {
    SimulationSettings(draws: draws ?? usual.draws, seed: seed ?? usual.seed, sampler: sampler ?? usual.sampler)
  }

  /// The scenarios and regions selected by `--scenario a+b` and `--region a+b`; all if an option is absent.
  func selection(of study: Study) throws(UsageError) -> Selection {
    Selection(scenarios: try scenarios(of: study), regions: try regions(of: study))
  }

  /// Index of the scenario named by `--scenario`; nil if it is absent.
  func scenario(of study: Study) throws(UsageError) -> Int? {
    guard let scenario else { return nil }
    return try Selection.index(.scenario, scenario, in: study.scenarioCodes)
  }

  /// Indices of the scenarios named by `--scenario`, ascending; all if it is absent.
  func scenarios(of study: Study) throws(UsageError) -> [Int] {
    try Selection.indices(.scenario, scenario, in: study.scenarioCodes)
  }

  /// Indices of the regions named by `--region`, ascending; all if it is absent.
  func regions(of study: Study) throws(UsageError) -> [Int] {
    try Selection.indices(.region, region, in: study.regionCodes)
  }

  /// Indices of the regions named by `--region`, ascending; none if it is absent.
  func shownRegions(of study: Study) throws(UsageError) -> [Int] { region == nil ? [] : try regions(of: study) }

  /// Indices of the regions named by `--region`, ascending, followed by nil if all regions together are named; only nil
  /// if the option is absent.
  func places(of study: Study) throws(UsageError) -> [Int?] {
    guard let region else { return [nil] }
    return try Selection.indices(.region, region, in: study.placeCodes).map { study.region(ofPlace: $0) }
  }

  /// Index of the region named by `--region`; nil for all together, and if it is absent.
  func place(of study: Study) throws(UsageError) -> Int? {
    guard let region else { return nil }
    return study.region(ofPlace: try Selection.index(.region, region, in: study.placeCodes))
  }

  /// The calendar year named by `--year`; nil if it is absent.
  func calendarYear(of study: Study) throws(UsageError) -> Int? {
    guard let year else { return nil }
    return try Selection.calendarYear(.year, year, study)
  }

  /// The calendar year named by `--year`; nil for the whole horizon, and if it is absent.
  func year(of study: Study) throws(UsageError) -> Int? {
    guard let year else { return nil }
    return try Selection.period(.year, year, study)
  }
}

extension Study {
  var scenarioCodes: [String] { scenarios.map { $0.code } }
  var regionCodes: [String] { regions.map { $0.code } }
  /// Codes of the regions, followed by the code for all of them together.
  var placeCodes: [String] { regionCodes + [ResultsCSV.nationalCode] }

  /// Index of the region at a position in ``placeCodes``; nil for all together.
  func region(ofPlace place: Int) -> Int? { place < regions.count ? place : nil }
}
