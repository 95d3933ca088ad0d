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
  /// Said of the study if it is not the one that the user has now; nil if there is nothing to say.
  let remark: Bilingual?
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
    let (reading, remark) = try Self.reading(folder, study: study, manifest, environment)
    guard let study = reading.study else {
      throw Refusal(
        text: Bilingual(
          nl: "De studie bij \(folder) bevat fouten. Bekijk ze met: waterlijn check STUDIE",
          en: "The study of \(folder) has mistakes. See them with: waterlijn check STUDY"))
    }
    guard let selection = Selection(manifest, in: study) else { throw Self.damaged(folder, ResultFiles.manifest) }
    self.remark = remark
    self.reading = reading
    self.study = study
    self.selection = selection
    self.manifest = manifest
    self.folder = folder
  }

  /// The study as it was computed: the one around the results, or of `study`, or else the copy that they carry.
  private static func reading(
    _ folder: String, study: String?, _ manifest: Manifest, _ environment: CommandEnvironment
  ) throws(Refusal) -> (StudyReading, remark: Bilingual?) {
    let path = folder.trimmingTrailingSlashes
    let home = study?.trimmingTrailingSlashes ?? path + "/.."
    let copies = path + "/" + InputCopies.folder
    var changes: [(name: String, difference: FileDifference)]?
    if environment.isStudy(home) {
      let reading = environment.readStudy(environment.path(home), [], false)
      let found = ComparedStudy.differing(manifest.inputs, reading.files)
      if found.isEmpty { return (reading, nil) }
      changes = found
    }
    if study == nil, environment.isStudy(copies) {
      var reading = environment.readStudy(environment.path(copies), [], false)
      if ComparedStudy.differing(manifest.inputs, reading.files).isEmpty {
        // A study without a title has that of its folder, which is another one here.
        reading.study?.title = manifest.study
        return (reading, changes.map { ofCopies(folder, told($0)) })
      }
    }
    guard let changes else { throw withoutStudy(folder, study) }
    throw changed(folder, told(changes))
  }

  private static func told(_ changes: [(name: String, difference: FileDifference)]) -> [Bilingual] {
    changes.map { name, difference in
      switch difference {
      case .changed: return Bilingual(nl: "\(name) (gewijzigd)", en: "\(name) (changed)")
      case .onlyInFirst: return Bilingual(nl: "\(name) (is weg)", en: "\(name) (is gone)")
      case .onlyInSecond: return Bilingual(nl: "\(name) (nieuw)", en: "\(name) (new)")
      }
    }
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
    let tables = try Self.tables(
      [ResultFiles.summary, ResultFiles.lines, ResultFiles.pairs] + items, manifest, folder, context.environment,
      context.workers(threads))
    let run: ReportedRun
    do throws(ResultsCSVReader.Damage) {
      run = try ReportedRun(reading, study, manifest, selection: selection, tables: ReportedRun.Tables(tables))
    } catch {
      throw Self.damaged(folder, error.file, row: error.row)
    }
    if let (file, names) = run.gaps.hindrance { throw Self.lacking(folder, file, names) }
    return run
  }

  /// Refuses tables that are not as they were written.
  static func checkTables(_ manifest: Manifest, in folder: String, _ environment: CommandEnvironment) throws(Refusal) {
    _ = try tables(
      [ResultFiles.summary, ResultFiles.lines], manifest, folder, environment,
      Workers(environment.threads, count: environment.processorCount) { false })
  }

  /// The tables of these names, as they were written.
  private static func tables(
    _ names: [String], _ manifest: Manifest, _ folder: String, _ environment: CommandEnvironment, _ workers: Workers
  ) throws(Refusal) -> [OutputFile] {
    var tables: [OutputFile] = []
    for name in names { tables.append(OutputFile(name: name, bytes: try contents(folder, name, environment))) }
    for (name, hash) in zip(names, workers.hashes(of: tables.map { $0.bytes })) {
      guard let output = manifest.outputs.first(where: { $0.name == name }) else {
        throw damaged(folder, ResultFiles.manifest)
      }
      guard output.sha256 == hash else {
        throw Refusal(
          text: Bilingual(
            nl: """
              \(name) in \(folder) is veranderd nadat het was uitgerekend, en wordt daarom niet gebruikt.
              Reken de studie opnieuw door met waterlijn run, of zet het bestand terug zoals het was.
              Wat er veranderd is, toont: waterlijn verify \(folder)
              """,
            en: """
              \(name) in \(folder) was changed after it had been computed, and is therefore not used.
              Compute the study again with waterlijn run, or put the file back as it was.
              What has changed is shown by: waterlijn verify \(folder)
              """))
      }
    }
    return tables
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
    return noStudy(folder, study)
  }

  /// The refusal of a folder that was given as the study of results, and is none.
  static func noStudy(_ folder: String, _ study: String) -> Refusal {
    Refusal(
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

  /// Said of results whose study has changed since.
  private static func ofCopies(_ folder: String, _ files: [Bilingual]) -> Bilingual {
    let (dutch, english) = (
      files.map { $0.dutch }.joined(separator: ", "), files.map { $0.english }.joined(separator: ", ")
    )
    return Bilingual(
      nl: """

        Let op: de studie is veranderd nadat \(folder) was uitgerekend: \(dutch).
        Dit rapport is gemaakt met de kopie van de invoer die bij de uitkomsten staat.

        """,
      en: """

        Note: the study has changed since \(folder) was computed: \(english).
        This report was made with the copy of the inputs that the results carry.

        """)
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
