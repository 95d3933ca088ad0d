/// How long a user waits: whole processes, from start to end, reading and writing included.
enum Latency {
  static func measure(_ harness: Harness) {
    harness.begin("latency")
    let study = StudyFolders.nederland
    let commands: [(name: String, body: () -> Void)] = [
      ("help", { _ = ChildProcess.usage(["help"]) }),
      ("check of nederland", { _ = ChildProcess.usage(["check", study]) }),
      (
        "run of one region, 2000 draws",
        { _ = ChildProcess.usage(run: study, ["--region", "VR17", "--draws", "2000"]) }
      ),
      ("run of nederland, 10000 draws", { _ = ChildProcess.usage(run: study, ["--draws", "10000"]) }),
    ]
    for command in commands where harness.isWanted(command.name) {
      harness.report(command.name, harness.time(command.body), in: .milliseconds)
    }
  }
}
