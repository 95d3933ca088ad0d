import CostEngine
import Reports
import StudyFiles

/// How a command ended.
public enum ExitStatus: Int32, Sendable {
  case success = 0
  case failure = 1
  case wrongUsage = 2
  case invalidStudy = 3
}

public enum Waterlijn {
  public static func main(arguments: [String]) -> ExitStatus { .success }
}
