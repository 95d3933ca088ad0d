import CostEngine
import Reports
import StudyFiles
import Terms

/// Computes results again from their own inputs, and tells what differs.
public struct ResultsVerifier {
  /// Why there is no answer.
  public enum Failure: Error {
    case interrupted
    case overflow(AmountOverflow, Study)
    case tooLittleMemory(MemoryShortage)
  }

  private let manifest: Manifest
  private let file: (String) -> [UInt8]?
  private let copies: String
  private let study: ((String) -> [UInt8]?)?
  private let version: String

  /// - Parameters:
  ///   - manifest: what the results say of themselves.
  ///   - file: the bytes of a file by its path from the results folder; nil if there is none.
  ///   - copies: the path from there to the folder with copies of the inputs.
  ///   - study: the bytes of a file of the study that the results belong to; nil if that is not there.
  ///   - version: of this program.
  public init(
    _ manifest: Manifest, file: @escaping (String) -> [UInt8]?, copies: String, study: ((String) -> [UInt8]?)?,
    version: String
  ) {
    self.manifest = manifest
    self.file = file
    self.copies = copies
    self.study = study
    self.version = version
  }

  /// Computes and compares.
  ///
  /// - Parameters:
  ///   - folder: the results folder, as the user wrote it.
  ///   - current: the files of the study as it is now; nil if it is not there.
  ///   - workers: who make the tables.
  ///   - simulate: does the computing, of some of the draws if any are missing.
  public func verification(
    folder: String, current: [HashedFile]?, workers: Workers,
    _ simulate: (Plan, PartialRun?) throws(ConcurrentSimulation.Failure) -> Results
  ) throws(Failure) -> VerificationContent {
    let inputs = manifest.inputs.map { Input($0, copy: file(copies + "/" + $0.name), own: study?($0.name)) }
    var content = VerificationContent(
      folder: folder, manifest: manifest, version: version,
      inputs: inputs.allSatisfy({ $0.copy == nil }) ? nil : inputs.compactMap { $0.finding(in: copies) }, outputs: [],
      hindrance: nil, study: current.map { changes(since: inputs, $0) })
    let unknown = inputs.filter { $0.original == nil }.map { $0.file.name }
    guard unknown.isEmpty else {
      content.hindrance = Bilingual(
        nl: "niet berekend: de invoer van toen is er niet meer (\(unknown.joined(separator: ", ")))",
        en: "not computed: the inputs of the time are not there any more (\(unknown.joined(separator: ", ")))")
      content.outputs = edited
      return content
    }
    var files: [String: [UInt8]] = [:]
    for input in inputs { files[input.file.name] = input.original }
    let reading = StudyReader.read(files: files, folderName: manifest.study)
    guard let study = reading.study, let selection = Selection(manifest, in: study) else {
      content.hindrance = Bilingual(
        nl: "niet berekend: deze versie kan de invoer niet lezen als studie",
        en: "not computed: this version cannot read the inputs as a study")
      content.outputs = edited
      return content
    }
    content.answers = AnswerProgress(study, given: reading)
    let settings = SimulationSettings(
      draws: manifest.partial?.draws ?? manifest.draws, seed: manifest.seed, sampler: manifest.sampler)
    let plan = Plan(study, selection: selection, settings: settings, countsItems: true)
    let results: Results
    do throws(ConcurrentSimulation.Failure) {
      results = try simulate(plan, manifest.partial)
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .tooLittleMemory(let shortage): throw .tooLittleMemory(shortage)
      case .overflow(let overflow): throw .overflow(overflow, study)
      }
    }
    // With the version of the time, which is told apart: the manifest is not to differ by that alone.
    let computed = ResultFiles(
      study: study, results: results, settings: settings, inputs: manifest.inputs, csvLocale: manifest.csvLocale,
      goal: manifest.precision?.goal, partial: manifest.partial, version: manifest.toolVersion,
      workers: workers
    ).all
    content.outputs = computed.compactMap { finding(computed: $0) }
    return content
  }

  // MARK: Inputs

  private struct Input {
    let file: HashedFile
    let copy: [UInt8]?
    /// What was computed with: the copy, or the study's own file if that is unchanged; nil if neither is.
    let original: [UInt8]?

    init(_ file: HashedFile, copy: [UInt8]?, own: [UInt8]?) {
      self.file = file
      self.copy = copy
      original = [copy, own].compactMap { $0 }.first { SHA256.hexDigest(of: $0) == file.sha256 }
    }

    /// What is wrong with the copy; nil if nothing is.
    func finding(in folder: String) -> VerificationContent.Finding? {
      let path = folder + "/" + file.name
      guard let copy else { return VerificationContent.Finding(path, .missing) }
      if SHA256.hexDigest(of: copy) == file.sha256 { return nil }
      return VerificationContent.Finding(
        path, .edited(original.flatMap { FileChanges(expected: $0, found: copy, file: file.name) }))
    }
  }

  private func changes(since inputs: [Input], _ current: [HashedFile]) -> [VerificationContent.Finding] {
    ComparedStudy.differing(manifest.inputs, current).map { name, difference in
      switch difference {
      case .onlyInFirst: return VerificationContent.Finding(name, .missing)
      case .onlyInSecond: return VerificationContent.Finding(name, .new)
      case .changed:
        let original = inputs.first { $0.file.name == name }?.original
        let now = study?(name)
        let changes = original.flatMap { original in
          now.flatMap { FileChanges(expected: original, found: $0, file: name) }
        }
        return VerificationContent.Finding(name, .edited(changes))
      }
    }
  }

  // MARK: Results

  /// Tables that are not what the manifest says, without a word on what they should be.
  private var edited: [VerificationContent.Finding] {
    manifest.outputs.compactMap { output in
      guard let bytes = file(output.name) else { return VerificationContent.Finding(output.name, .missing) }
      return SHA256.hexDigest(of: bytes) == output.sha256
        ? nil : VerificationContent.Finding(output.name, .edited(nil))
    }
  }

  private func finding(computed: OutputFile) -> VerificationContent.Finding? {
    let isManifest = computed.name == ResultFiles.manifest
    let written = manifest.outputs.first { $0.name == computed.name }
    // Results of an earlier version have no such table, and their manifest lists fewer.
    if !isManifest, written == nil { return nil }
    guard let bytes = file(computed.name) else { return VerificationContent.Finding(computed.name, .missing) }
    if bytes == computed.bytes { return nil }
    if isManifest {
      // What it says of the tables is told of those.
      guard let found = try? Manifest(reading: bytes), var expected = try? Manifest(reading: computed.bytes) else {
        return VerificationContent.Finding(computed.name, .edited(nil))
      }
      expected.outputs = found.outputs
      expected.format = found.format
      return found == expected ? nil : VerificationContent.Finding(computed.name, .edited(nil))
    }
    let changes = FileChanges(expected: computed.bytes, found: bytes, file: computed.name)
    let isEdited = SHA256.hexDigest(of: bytes) != written?.sha256
    return VerificationContent.Finding(computed.name, isEdited ? .edited(changes) : .otherwise(changes))
  }
}

extension Selection {
  /// What a manifest says was computed, by position in the study; nil if that study cannot have been.
  public init?(_ manifest: Manifest, in study: Study) {
    func indices(_ codes: [String], in known: [String]) -> [Int] { codes.compactMap(known.firstIndex) }
    self.init(
      scenarios: indices(manifest.scenarios, in: study.scenarios.map { $0.code }),
      regions: indices(manifest.regions, in: study.regions.map { $0.code }))
    let isWhole = scenarios.count == manifest.scenarios.count && regions.count == manifest.regions.count
    guard isWhole, scenarios == scenarios.sorted(), regions == regions.sorted() else { return nil }
  }
}
