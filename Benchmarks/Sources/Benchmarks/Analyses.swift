/// How long the analyses take that compute a study many times over: whole processes on two threads, with the draws of the
/// study.
enum Analyses {
  static func measure(_ harness: Harness) {
    harness.begin("analyses")
    let sensitivity = ["sensitivity", StudyFolders.nederland, "--scenario", "INGROEI-SLIM"]
    let commands: [(name: String, arguments: [String], isLong: Bool)] = [
      ("sensitivity of nederland, by column", sensitivity, false),
      ("sensitivity of nederland, by variable", sensitivity + ["--by", "variable"], true),
    ]
    for command in commands where harness.isWanted(command.name) && (harness.options.isLong || !command.isLong) {
      let draws = harness.options.isQuick ? ["--draws", "1000"] : []
      let arguments = command.arguments + ["--threads", "2", "--quiet"] + draws
      harness.report(command.name, harness.time { _ = ChildProcess.usage(arguments) }, in: .seconds)
    }
  }
}
