import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn verify RESULTS`
struct VerifyCommand {
  static let command = Command(
    CommandDescription(
      name: "verify",
      operands: Operands(placeholder: Bilingual(nl: "RESULTATEN", en: "RESULTS"), count: 1...1),
      summary: Bilingual(
        nl: "rekent uitkomsten na en toont wat er anders is",
        en: "computes results again and tells what differs"),
      explanation: Bilingual(
        nl: """
          Rekent een map met resultaten na uit de kopie van de invoer die erbij staat,
          met dezelfde trekkingen, en vergelijkt elke tabel byte voor byte. Toont wat er
          anders is: een uitkomst die met de hand is veranderd, een kopie van de invoer
          die niet meer is zoals ze was, een andere versie van Waterlijn; en cel voor cel
          wat er sindsdien in de studie is gewijzigd. Klopt er iets niet, dan eindigt de
          opdracht met status 3. Er wordt niets geschreven.
          """,
        en: """
          Computes a results folder again from the copy of the inputs that it carries,
          with the same draws, and compares every table byte by byte. Tells what differs:
          a result that was changed by hand, a copy of the inputs that is not as it was,
          another version of Waterlijn; and cell by cell what has changed in the study
          since. If anything is not right the command ends with status 3. Nothing is
          written.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn verify mijn-studie/resultaten", en: "waterlijn verify my-study/resultaten --language en")
      ],
      options: [
        .study, .threads, .language,
        .quiet.worded(
          help: Bilingual(nl: "toont geen voortgang en geen tekst", en: "shows no progress and no text")), .help,
      ]),
    isLong: true
  ) { arguments, context throws(UsageError) in VerifyCommand(arguments: arguments).run(&context) }

  private let arguments: ResolvedArguments

  private func run(_ context: inout CommandContext) -> ExitStatus {
    let environment = context.environment
    let folder = arguments.operands[0]
    let path = folder.trimmingTrailingSlashes
    guard environment.isResultsFolder(path) else { return context.tell(.invalid(Self.noResults(folder))) }
    let manifest: Manifest
    do throws(OpenedResults.Refusal) {
      manifest = try OpenedResults.manifest(of: folder, environment)
    } catch {
      return context.tell(.invalid(error.text))
    }
    let home = arguments.studyOfResults?.trimmingTrailingSlashes ?? path + "/.."
    var current: [HashedFile]?
    if environment.isStudy(home) {
      let reading = environment.readStudy(environment.path(home), [], false)
      context.adopt(reading)
      current = reading.files
    } else if let study = arguments.studyOfResults {
      return context.tell(.invalid(OpenedResults.noStudy(folder, study).text))
    }
    let verifier = ResultsVerifier(
      manifest, file: { environment.contents(of: path + "/" + $0) }, copies: InputCopies.folder,
      study: current == nil ? nil : { environment.contents(of: home + "/" + $0) }, version: Waterlijn.version)
    let content: VerificationContent
    do throws(ResultsVerifier.Failure) {
      let (arguments, own) = (self.arguments, context)
      let workers = context.workers(arguments.threads)
      content = try own.showingProgress(arguments) { progress throws(ResultsVerifier.Failure) in
        try verifier.verification(folder: folder, current: current, workers: workers) {
          plan, partial throws(ConcurrentSimulation.Failure) in
          let simulation = ConcurrentSimulation(plan, workers: workers)
          guard let partial else { return try simulation.results(progress: progress.begin(plan.replicateCount)) }
          return try simulation.results(
            of: partial.ranges, progress: progress.begin(RandomStream.replicates(of: partial.ranges.count)))
        }
      }
    } catch {
      switch error {
      case .interrupted: return context.tell(.interrupted)
      case .tooLittleMemory(let shortage): return context.tell(.failed(shortage.text))
      case .overflow(let overflow, let study): return context.tell(.invalid(overflow.text(study, folder: folder)))
      }
    }
    let status: ExitStatus = content.isVerified ? .success : .invalidStudy
    if arguments.isQuiet { return status }
    let printed = context.print(VerificationReport.text(content, language: context.language))
    return printed == .success ? status : printed
  }

  private static func noResults(_ folder: String) -> Bilingual {
    Bilingual(
      nl: """
        \(folder) is geen map met resultaten van waterlijn run: summary.csv en manifest.json staan er niet in.
        Noem de map die waterlijn run heeft gemaakt, meestal "resultaten" in de map van de studie.
        """,
      en: """
        \(folder) is no results folder of waterlijn run: summary.csv and manifest.json are not in it.
        Name the folder that waterlijn run has made, usually "resultaten" in the folder of the study.
        """)
  }
}
