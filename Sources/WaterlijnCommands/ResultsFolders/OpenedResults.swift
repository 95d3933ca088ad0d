import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// A results folder, with the study that it was computed from, checked to be unchanged.
struct OpenedResults {
  let reading: StudyReading
  let study: Study
  let selection: Selection
  let manifest: Manifest
  /// As the user wrote it.
  private let folder: String

  /// Why a folder cannot be the source of a report.
  struct Refusal: Error {
    var text: Bilingual
  }

  /// - Parameters:
  ///   - folder: as the user wrote it; must contain results.
  ///   - study: the folder of their study; nil for the folder that contains the results.
  init(_ folder: String, study: String?, _ environment: CommandEnvironment) throws(Refusal) {
    let manifest = try Self.manifest(of: folder, environment)
    let home = study?.trimmingTrailingSlashes ?? folder.trimmingTrailingSlashes + "/.."
    guard environment.files.kind(of: environment.path(home + "/" + TableID.settings.file)) == .file else {
      throw Self.withoutStudy(folder, study)
    }
    let reading = environment.readStudy(environment.path(home), [], false)
    let changes = ComparedStudy.differing(manifest.inputs, reading.files)
    if !changes.isEmpty {
      throw Self.changed(
        folder,
        changes.map { name, difference in
          switch difference {
          case .changed: return Bilingual(nl: "\(name) (gewijzigd)", en: "\(name) (changed)")
          case .onlyInFirst: return Bilingual(nl: "\(name) (is weg)", en: "\(name) (is gone)")
          case .onlyInSecond: return Bilingual(nl: "\(name) (nieuw)", en: "\(name) (new)")
          }
        })
    }
    guard let study = reading.study else {
      throw Refusal(
        text: Bilingual(
          nl: "De studie bij \(folder) bevat fouten. Bekijk ze met: waterlijn check STUDIE",
          en: "The study of \(folder) has mistakes. See them with: waterlijn check STUDY"))
    }
    func indices(_ codes: [String], in known: [String]) -> [Int] { codes.compactMap(known.firstIndex) }
    let selection = Selection(
      scenarios: indices(manifest.scenarios, in: study.scenarios.map { $0.code }),
      regions: indices(manifest.regions, in: study.regions.map { $0.code }))
    guard (1...SimulationSettings.maximumDraws).contains(manifest.draws),
      !selection.scenarios.isEmpty, selection.scenarios.count == manifest.scenarios.count,
      !selection.regions.isEmpty, selection.regions.count == manifest.regions.count,
      selection.scenarios == Set(selection.scenarios).sorted(), selection.regions == Set(selection.regions).sorted()
    else { throw Self.damaged(folder, ResultFiles.manifest) }
    self.reading = reading
    self.study = study
    self.selection = selection
    self.manifest = manifest
    self.folder = folder
  }

  /// Reads the manifest.
  ///
  /// - Parameter folder: as the user wrote it.
  static func manifest(of folder: String, _ environment: CommandEnvironment) throws(Refusal) -> Manifest {
    let name = ResultFiles.manifest
    let bytes = try contents(folder, name, environment)
    do throws(Manifest.Unread) {
      return try Manifest(reading: bytes)
    } catch {
      switch error {
      case .noManifest: throw damaged(folder, name)
      case .laterFormat(let format): throw laterFormat(folder, format)
      }
    }
  }

  /// Reads the tables.
  func run(_ context: CommandContext, threads: Int?) throws(Refusal) -> ReportedRun {
    // Results of an earlier version have no items.
    let items = manifest.outputs.contains { $0.name == ResultFiles.items } ? [ResultFiles.items] : []
    var tables: [OutputFile] = []
    for name in [ResultFiles.summary, ResultFiles.lines, ResultFiles.pairs] + items {
      tables.append(OutputFile(name: name, bytes: try Self.contents(folder, name, context.environment)))
    }
    let hashes = context.workers(threads).hashes(of: tables.map { $0.bytes })
    for (name, hash) in zip(tables.map({ $0.name }), hashes) {
      guard let output = manifest.outputs.first(where: { $0.name == name }) else {
        throw Self.damaged(folder, ResultFiles.manifest)
      }
      guard output.sha256 == hash else {
        throw Refusal(
          text: Bilingual(
            nl: """
              \(name) in \(folder) is veranderd nadat het was uitgerekend; daar is geen rapport van te maken.
              Reken de studie opnieuw door met waterlijn run, of zet het bestand terug zoals het was.
              """,
            en: """
              \(name) in \(folder) was changed after it had been computed; no report can be made of that.
              Compute the study again with waterlijn run, or put the file back as it was.
              """))
      }
    }
    let run: ReportedRun
    do throws(ResultsCSVReader.Damage) {
      run = try ReportedRun(reading, study, manifest, selection: selection, tables: ReportedRun.Tables(tables))
    } catch {
      throw Self.damaged(folder, error.file, row: error.row)
    }
    if let (file, names) = run.gaps.hindrance { throw Self.lacking(folder, file, names) }
    return run
  }

  private static func contents(
    _ folder: String, _ name: String, _ environment: CommandEnvironment
  ) throws(Refusal) -> [UInt8] {
    guard let bytes = environment.contents(of: folder.trimmingTrailingSlashes + "/" + name) else {
      throw damaged(folder, name)
    }
    return bytes
  }

  private static func withoutStudy(_ folder: String, _ study: String?) -> Refusal {
    guard let study else {
      return Refusal(
        text: Bilingual(
          nl: """
            \(folder) staat niet in de map van zijn studie; het rapport heeft de studie ook nodig.
            Zeg waar die is: waterlijn report \(folder) --study MAP
            """,
          en: """
            \(folder) is not inside the folder of its study; the report needs the study too.
            Say where that is: waterlijn report \(folder) --study FOLDER
            """))
    }
    return Refusal(
      text: Bilingual(
        nl: """
          \(study) is geen map met een studie: settings.csv staat er niet in.
          Geef met --study de map van de studie waar \(folder) bij hoort.
          """,
        en: """
          \(study) is no folder of a study: settings.csv is not in it.
          Give with --study the folder of the study that \(folder) belongs to.
          """))
  }

  /// The refusal of a file that is not what a run writes.
  ///
  /// - Parameter row: number of the row that is not; nil if the file is missing, or is wrong as a whole.
  static func damaged(_ folder: String, _ name: String, row: Int? = nil) -> Refusal {
    Refusal(
      text: row.map {
        Bilingual(
          nl: """
            \(name) in \(folder) is niet te lezen als uitkomst van waterlijn run: rij \($0) is onjuist of ontbreekt.
            Reken de studie opnieuw door met waterlijn run.
            """,
          en: """
            \(name) in \(folder) cannot be read as a result of waterlijn run: row \($0) is wrong or missing.
            Compute the study again with waterlijn run.
            """)
      }
        ?? Bilingual(
          nl: """
            \(name) in \(folder) ontbreekt, of is niet te lezen als uitkomst van waterlijn run.
            Reken de studie opnieuw door met waterlijn run.
            """,
          en: """
            \(name) in \(folder) is missing, or cannot be read as a result of waterlijn run.
            Compute the study again with waterlijn run.
            """))
  }

  /// The refusal of tables of another version that lack what is needed.
  ///
  /// - Parameter names: names of the missing columns or rows.
  static func lacking(_ folder: String, _ file: String, _ names: [String]) -> Refusal {
    let list = names.joined(separator: ", ")
    return Refusal(
      text: Bilingual(
        nl: """
          \(file) in \(folder) is van een andere versie van Waterlijn en bevat niet wat hiervoor nodig is: \(list).
          Reken de studie opnieuw door met waterlijn run.
          """,
        en: """
          \(file) in \(folder) is of another version of Waterlijn and does not hold what this needs: \(list).
          Compute the study again with waterlijn run.
          """))
  }

  /// The refusal of a folder in a format that only a later version can read.
  private static func laterFormat(_ folder: String, _ format: Int) -> Refusal {
    let known = Manifest.currentFormat
    return Refusal(
      text: Bilingual(
        nl: "\(folder) is van formaat \(format), en Waterlijn \(Waterlijn.version) kent formaten tot en met \(known): "
          + "gebruik een nieuwere Waterlijn.",
        en: "\(folder) is of format \(format), and Waterlijn \(Waterlijn.version) knows formats up to \(known): use a "
          + "newer Waterlijn."))
  }

  private static func changed(_ folder: String, _ files: [Bilingual]) -> Refusal {
    let (dutch, english) = (
      files.map { $0.dutch }.joined(separator: ", "), files.map { $0.english }.joined(separator: ", ")
    )
    return Refusal(
      text: Bilingual(
        nl: """
          De studie is veranderd nadat \(folder) was uitgerekend: \(dutch).
          Reken de studie opnieuw door met waterlijn run, of zet terug wat er veranderd is.
          """,
        en: """
          The study has changed since \(folder) was computed: \(english).
          Compute the study again with waterlijn run, or put back what has changed.
          """))
  }
}
