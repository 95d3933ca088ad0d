/// How long the analyses take that compute a study many times over: whole processes on two threads, with the draws of the
/// study.
enum Analyses {
  static func measure(_ harness: Harness) {
    harness.begin("analyses")
    let sensitivity = ["sensitivity", StudyFolders.nederland, "--scenario", "INGROEI-SLIM"]
    let commands = [
      ("sensitivity of nederland, by column", sensitivity),
      ("sensitivity of nederland, by variable", sensitivity + ["--by", "variable"]),
      ("priority of nederland", ["priority", StudyFolders.nederland, "--scenario", "INGROEI-SLIM"]),
    ]
    let draws = harness.options.isQuick ? ["--draws", "1000"] : []
    for (name, command) in commands where harness.isWanted(name) {
      let arguments = command + ["--threads", "2", "--quiet"] + draws
      harness.report(name, harness.time { _ = ChildProcess.usage(arguments) }, in: .seconds)
    }
  }
}
