import WaterlijnCommands

Waterlijn.exit(afterRunning: Array(CommandLine.arguments.dropFirst()))
