import CostEngine
import Foundation
import StudyFiles
import TestSupport
import WaterlijnProcess

@testable import WaterlijnCommands

/// A command, run in this process on the files of this computer.
struct CommandRun {
  var status: ExitStatus
  var output: String
  var error: String

  init(_ arguments: [String]) {
    let output = Locked<[UInt8]>([])
    let error = Locked<[UInt8]>([])
    let environment = CommandEnvironment(
      output: OutputSink { bytes in
        output.withLock { $0 += bytes }
        return .written
      },
      error: OutputSink { bytes in
        error.withLock { $0 += bytes }
        return .written
      },
      errorIsTerminal: false, currentDirectory: "", threads: SystemThreads(), processorCount: 2, now: { 0 },
      files: SystemFiles(), interruption: Interruption())
    status = Waterlijn.main(arguments: arguments, environment: environment)
    self.output = output.withLock { String(decoding: $0, as: UTF8.self) }
    self.error = error.withLock { String(decoding: $0, as: UTF8.self) }
  }
}
