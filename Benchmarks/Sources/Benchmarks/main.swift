import Foundation
import WaterlijnProcess

// As the program does.
LargePages.prepare()
let arguments = Array(CommandLine.arguments.dropFirst())
ChildProcess.becomeWaterlijn(if: arguments)
guard let options = Options(arguments) else {
  FileHandle.standardError.write(Data(Options.usage.utf8))
  exit(2)
}
let harness = Harness(options)
// First, while this process is small: see `ChildProcess.usage`.
Memory.measure(harness)
Latency.measure(harness)
Analyses.measure(harness)
Draws.measure(harness)
Growth.measure(harness)
Precision.measure(harness)
try Variates.measure(harness)
try Statistics.measure(harness)
Tables.measure(harness)
if let file = options.json { try Data(harness.json()).write(to: URL(fileURLWithPath: file)) }
