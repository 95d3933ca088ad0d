import WaterlijnProcess

Program.run(Array(CommandLine.arguments.dropFirst()))
