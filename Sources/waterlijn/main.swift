import Foundation
import WaterlijnCommands

exit(Waterlijn.main(arguments: Array(CommandLine.arguments.dropFirst())).rawValue)
