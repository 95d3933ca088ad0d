import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// Parts of one run, from files and folders that a user named, with the study that they carry.
struct OpenedParts {
  /// One file.
  struct Part {
    let folder: PartsFolder
    let name: String
    let header: PartHeader

    var path: String { folder.path + "/" + name }
    var isCheckpoint: Bool { name.hasSuffix(PartsFolder.checkpointEnding) }
  }

  let run: Manifest
  let reading: StudyReading
  let study: Study
  let selection: Selection
  /// In the order in which they were named, without those that are there twice.
  let parts: [Part]
  /// Number of files left by processes that were ended while they wrote.
  let unfinished: Int

  /// - Parameter sources: folders and files, as the user wrote them.
  init(_ sources: [String], _ environment: CommandEnvironment) throws(OpenedResults.Refusal) {
    let found = try Self.files(sources, environment)
    let home = found.first?.folder ?? PartsFolder(sources[0], environment)
    guard let run = home.wholeRun() else { throw Self.noParts(home.path) }
    let hash = SHA256.hexDigest(of: run.bytes())
    (reading, study, selection) = try Self.study(run, home, environment)
    self.run = run
    unfinished = found.reduce(0) { $0 + $1.unfinished }
    var parts: [Part] = []
    var problems: [Bilingual] = []
    for source in found {
      for name in source.names {
        let path = source.folder.path + "/" + name
        switch source.folder.header(name) {
        case .none: problems.append(Bilingual(nl: "\(path): kan niet worden gelezen", en: "\(path): cannot be read"))
        case .failure(let unread): problems.append(Self.text(unread, path))
        case .success(let header):
          guard header.runSHA256 == hash else {
            problems.append(Self.foreign(path, header, run))
            continue
          }
          let isThere = parts.contains {
            $0.header.ranges == header.ranges && $0.header.bodySHA256 == header.bodySHA256
          }
          if !isThere { parts.append(Part(folder: source.folder, name: name, header: header)) }
        }
      }
    }
    // A process that was ended between writing a part and removing its checkpoint leaves both.
    let whole = parts.filter { !$0.isCheckpoint }
    self.parts = parts.filter { part in
      !part.isCheckpoint
        || whole.allSatisfy { $0.header.ranges.intersection(part.header.ranges).ranges.isEmpty }
    }
    self.problems = problems
  }

  /// What is done of parts that are being computed, or were interrupted.
  var checkpoints: Int { parts.count { $0.isCheckpoint } }

  /// What is wrong with files that are no parts of this run.
  let problems: [Bilingual]

  /// Draws that two parts have, with the names of both.
  var overlaps: [(DrawRanges, Part, Part)] {
    var overlaps: [(DrawRanges, Part, Part)] = []
    // By their first draws only neighbours can overlap, but for a part that holds several ranges.
    let pieces = parts.indices.flatMap { part in parts[part].header.ranges.ranges.map { (range: $0, part: part) } }
      .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    var last: (range: Range<Int>, part: Int)?
    for piece in pieces {
      if let last, piece.range.lowerBound < last.range.upperBound {
        let shared = piece.range.lowerBound..<min(last.range.upperBound, piece.range.upperBound)
        overlaps.append((DrawRanges([shared])!, parts[last.part], parts[piece.part]))
      }
      if last.map({ piece.range.upperBound > $0.range.upperBound }) ?? true { last = piece }
    }
    return overlaps
  }

  /// The draws that no part has.
  var missing: DrawRanges {
    var there: [Range<Int>] = []
    for range in parts.flatMap({ $0.header.ranges.ranges }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = there.last, range.lowerBound < last.upperBound {
        there[there.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        there.append(range)
      }
    }
    return DrawRanges(there)!.missing(of: run.draws)
  }

  /// Adds the parts one after another: memory for one run is enough.
  ///
  /// - Parameters:
  ///   - skipsDamaged: whether a part that turns out to be damaged is left out; otherwise it is an error.
  ///   - workers: may be stopped between two parts.
  ///   - progress: called with the number of parts done.
  /// - Returns: what was left out.
  func merge(
    into part: inout RunPart, skipsDamaged: Bool = false, _ workers: Workers, progress: (Int) -> Void
  ) throws(WorkFailure) -> [Bilingual] {
    var skipped: [Bilingual] = []
    for (index, found) in parts.enumerated() {
      if workers.isStopped() { throw .interrupted }
      if !Self.add(found, to: &part) {
        guard skipsDamaged else { throw .invalid(PartTexts.refusal([Self.damaged(found)])) }
        skipped.append(Self.damaged(found))
      }
      progress(index + 1)
    }
    return skipped
  }

  private static func add(_ found: Part, to part: inout RunPart) -> Bool {
    guard let bytes = found.folder.contents(found.name) else { return false }
    do throws(RunPart.Problem) { try part.add(bytes) } catch { return false }
    return true
  }

  // MARK: Opening

  private static func files(
    _ sources: [String], _ environment: CommandEnvironment
  ) throws(OpenedResults.Refusal) -> [(folder: PartsFolder, names: [String], unfinished: Int)] {
    var found: [(folder: PartsFolder, names: [String], unfinished: Int)] = []
    for source in sources {
      switch environment.files.kind(of: environment.path(source)) {
      case .folder:
        let folder = PartsFolder(source, environment)
        let (names, unfinished) = folder.names()
        found.append((folder, names, unfinished))
      case .file:
        let slash = source.lastIndex(of: "/")
        let folder = slash.map { String(source[..<$0]) } ?? "."
        let name = slash.map { String(source[source.index(after: $0)...]) } ?? source
        found.append((PartsFolder(folder.isEmpty ? "/" : folder, environment), [name], 0))
      default:
        throw OpenedResults.Refusal(
          text: Bilingual(nl: "\(source) bestaat niet.", en: "\(source) does not exist."))
      }
    }
    return found
  }

  private static func study(
    _ run: Manifest, _ folder: PartsFolder, _ environment: CommandEnvironment
  ) throws(OpenedResults.Refusal) -> (StudyReading, Study, Selection) {
    let copies = folder.path + "/" + InputCopies.folder
    guard environment.isStudy(copies) else { throw noParts(folder.path) }
    var reading = environment.readStudy(environment.path(copies), [], false)
    guard ComparedStudy.differing(run.inputs, reading.files).isEmpty else {
      throw OpenedResults.Refusal(text: changedCopies(copies))
    }
    // A study without a title has that of its folder, which is another one here.
    reading.study?.title = run.study
    guard let study = reading.study, let selection = Selection(run, in: study) else { throw noParts(folder.path) }
    return (reading, study, selection)
  }

  // MARK: Texts

  static func changedCopies(_ folder: String) -> Bilingual {
    Bilingual(
      nl: "De kopie van de studie in \(folder) is veranderd sinds er werd gerekend. Zet terug wat er stond.",
      en: "The copy of the study in \(folder) was changed after it had been computed with. Put back what was there.")
  }

  static func noParts(_ folder: String) -> OpenedResults.Refusal {
    OpenedResults.Refusal(
      text: Bilingual(
        nl: """
          \(folder) bevat geen delen van een berekening: \(PartsFolder.run) en de map \(InputCopies.folder) horen erbij te staan.
          Noem de map die waterlijn run --part heeft gemaakt.
          """,
        en: """
          \(folder) holds no parts of a run: \(PartsFolder.run) and the folder \(InputCopies.folder) should be with them.
          Name the folder that waterlijn run --part has made.
          """))
  }

  private static func text(_ unread: PartHeader.Unread, _ path: String) -> Bilingual {
    switch unread {
    case .noPart: return Bilingual(nl: "\(path): is geen deel van Waterlijn", en: "\(path): is no part of Waterlijn")
    case .damaged:
      return Bilingual(
        nl: "\(path): beschadigd of afgebroken; haal het weg en reken dit deel opnieuw",
        en: "\(path): damaged or cut off; remove it and compute this part again")
    case .laterFormat(let format):
      return Bilingual(
        nl: "\(path): gemaakt met een nieuwere versie van Waterlijn (vorm \(format))",
        en: "\(path): made by a later version of Waterlijn (format \(format))")
    }
  }

  static func damaged(_ part: Part) -> Bilingual { damaged(part.path) }
  static func damaged(_ path: String) -> Bilingual { text(.damaged, path) }

  private static func foreign(_ path: String, _ header: PartHeader, _ run: Manifest) -> Bilingual {
    var why = Bilingual(nl: "andere scenario's, regio's of instellingen", en: "other scenarios, regions or settings")
    if header.version != run.toolVersion {
      why = Bilingual(nl: "versie \(header.version) van Waterlijn", en: "version \(header.version) of Waterlijn")
    } else if header.studySHA256 != PartHeader.studyHash(run.inputs) {
      why = Bilingual(nl: "een andere studie, of een andere stand ervan", en: "another study, or another state of it")
    } else if header.seed != run.seed {
      why = Bilingual(nl: "startwaarde \(header.seed)", en: "seed \(header.seed)")
    } else if header.draws != run.draws {
      why = Bilingual(nl: "\(PartTexts.dutch(header.draws)) trekkingen", en: "\(PartTexts.english(header.draws)) draws")
    } else if header.sampler != run.sampler {
      why = Bilingual(nl: "steekproef \(header.sampler.id)", en: "sampler \(header.sampler.id)")
    }
    return Bilingual(
      nl: "\(path): hoort bij een andere berekening (\(why.dutch))",
      en: "\(path): belongs to another run (\(why.english))")
  }
}
