import CostEngine
import Reports
import StudyFiles
import Terms

/// One side of a comparison: a study, or results with the study that they were computed from, if it still exists.
public struct ComparedStudy: Sendable {
  /// As the user wrote it.
  public let folder: String
  /// The study's own folder.
  public let studyFolder: String
  /// The study as read, with its ledger; nil if there is none.
  public let reading: StudyReading?
  /// The manifest of a results folder; nil for a study.
  public let manifest: Manifest?
  /// Why results cannot be computed again; nil if they can.
  public let reason: Bilingual?
  /// Whether results are computed again from the copy of their inputs that they carry.
  let isFromCopies: Bool
  /// Reads the study again, with other values in some of its cells.
  let read: @Sendable ([InputOverride]) -> StudyReading
  /// The bytes of a file in the results folder; nil if the file does not exist.
  let resultsFile: @Sendable (String) -> [UInt8]?

  /// A study.
  ///
  /// - Parameters:
  ///   - folder: as the user wrote it.
  ///   - path: the same without trailing slashes.
  ///   - read: reads the study, with or without its ledger.
  public init(
    study folder: String, path: String,
    read: @escaping @Sendable (_ overrides: [InputOverride], _ keepsLedger: Bool) -> StudyReading
  ) {
    self.folder = folder
    studyFolder = path
    reading = read([], true)
    manifest = nil
    reason = nil
    isFromCopies = false
    self.read = { read($0, false) }
    resultsFile = { _ in nil }
  }

  /// Results of a run.
  ///
  /// - Parameters:
  ///   - folder: as the user wrote it.
  ///   - file: returns the bytes of a file in that folder.
  ///   - studyFolder: the folder of the study that the results belong to; nil if it does not enclose the results.
  ///   - copies: the folder with a copy of the inputs; nil if the results have none.
  ///   - read: reads the study in a folder.
  public init(
    results folder: String, _ manifest: Manifest, file: @escaping @Sendable (String) -> [UInt8]?, studyFolder: String?,
    copies: String?,
    read: @escaping @Sendable (_ folder: String, _ overrides: [InputOverride], _ keepsLedger: Bool) -> StudyReading
  ) {
    self.folder = folder
    self.manifest = manifest
    resultsFile = file
    let own = studyFolder.map { read($0, [], true) }
    if own.map({ !Self.differing(manifest.inputs, $0.files).isEmpty }) ?? true, let copies {
      /// A study without a title has that of its folder, which is another one here.
      @Sendable func readCopies(_ overrides: [InputOverride], _ keepsLedger: Bool) -> StudyReading {
        var reading = read(copies, overrides, keepsLedger)
        reading.study?.title = manifest.study
        return reading
      }
      let copy = readCopies([], true)
      if Self.differing(manifest.inputs, copy.files).isEmpty, copy.study != nil {
        self.studyFolder = copies
        self.read = { readCopies($0, false) }
        isFromCopies = true
        reading = copy
        reason = Self.interim(folder, manifest)
        return
      }
    }
    isFromCopies = false
    let place = studyFolder ?? folder
    self.studyFolder = place
    self.read = { read(place, $0, false) }
    guard let found = own else {
      reading = nil
      reason = Bilingual(
        nl: "\(folder) is niet opnieuw te berekenen: de map staat niet in haar studie.",
        en: "\(folder) cannot be computed again: the folder is not inside its study.")
      return
    }
    reading = found
    let changed = Self.differing(manifest.inputs, found.files)
    if !changed.isEmpty {
      let list = changed.map { $0.name }.joined(separator: ", ")
      reason = Bilingual(
        nl: "\(folder) is niet opnieuw te berekenen: de studie is sindsdien gewijzigd (\(list)).",
        en: "\(folder) cannot be computed again: the study has changed since (\(list)).")
    } else if found.study == nil {
      reason = Bilingual(
        nl: "\(folder) is niet opnieuw te berekenen: de studie bevat fouten.",
        en: "\(folder) cannot be computed again: the study has mistakes.")
    } else {
      reason = Self.interim(folder, manifest)
    }
  }

  /// Why results of which draws are missing are not computed again; nil if none are.
  private static func interim(_ folder: String, _ manifest: Manifest) -> Bilingual? {
    guard let partial = manifest.partial else { return nil }
    let (dutch, english) = (NumberFormat.people(.dutch), NumberFormat.people(.english))
    let (there, all) = (partial.ranges.count, partial.draws)
    return Bilingual(
      nl: """
        \(folder) is een tussenstand (\(dutch.count(there)) van de \(dutch.count(all)) trekkingen) en wordt niet opnieuw \
        berekend.
        """,
      en: """
        \(folder) is interim (\(english.count(there)) of the \(english.count(all)) draws) and is not computed again.
        """)
  }

  public var canBeComputed: Bool { reading?.study != nil && reason == nil }

  /// Codes of the scenarios that can be compared.
  public var scenarios: [String] { manifest?.scenarios ?? reading?.study?.scenarios.map { $0.code } ?? [] }

  /// Codes of the regions that were, or will be, computed.
  public var regionCodes: [String] { manifest?.regions ?? reading?.study?.regions.map { $0.code } ?? [] }

  /// ``regionCodes`` as a set; nil for all regions of the study.
  public var regions: Set<String>? {
    guard let manifest, !manifest.includesAllRegions else { return nil }
    return Set(manifest.regions)
  }

  /// The settings with which it was computed, or with which the study requests to be run.
  public var settings: SimulationSettings {
    if let manifest {
      return SimulationSettings(
        draws: max(1, min(manifest.draws, SimulationSettings.maximumDraws)), seed: manifest.seed,
        sampler: manifest.sampler)
    }
    let own = reading?.settings ?? StudyReading.RunSettings()
    return SimulationSettings(draws: own.draws, seed: own.seed, sampler: own.sampler)
  }

  // MARK: Files

  /// The study's files, as read or as listed in the manifest of the results.
  public var inputs: [HashedFile] { manifest?.inputs ?? reading?.files ?? [] }

  /// The input files that differ between two sides, by name.
  public static func differingFiles(
    _ a: ComparedStudy, _ b: ComparedStudy
  ) -> [(name: String, difference: FileDifference)] {
    differing(a.inputs, b.inputs)
  }

  /// The files that differ between two lists, by name.
  public static func differing(
    _ a: [HashedFile], _ b: [HashedFile]
  ) -> [(name: String, difference: FileDifference)] {
    let names = Set((a + b).map { $0.name }).sorted()
    return names.compactMap { name in
      let first = a.first { $0.name == name }?.sha256
      let second = b.first { $0.name == name }?.sha256
      if first == second { return nil }
      return (name, first == nil ? .onlyInSecond : second == nil ? .onlyInFirst : .changed)
    }
  }
}
