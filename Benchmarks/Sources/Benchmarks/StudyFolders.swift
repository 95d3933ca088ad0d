import CostEngine
import Foundation
import StudyFiles
import WaterlijnProcess

/// The studies that are measured.
enum StudyFolders {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A country of our own: 25 regions, in this repository.
  static let nederland = root.appendingPathComponent("scenarios/nederland").path

  /// The study by which others measured their programs; not everybody has it.
  static let national = root.deletingLastPathComponent().appendingPathComponent("shared/studies/national").path

  /// Those that are there, by name.
  static var all: [(name: String, folder: String)] {
    [("nederland", nederland), ("national", national)].filter { FileManager.default.fileExists(atPath: $0.1) }
  }

  static func study(in folder: String) -> Study {
    let reading = StudyReader.read(folder: folder, in: SystemFiles())
    guard let study = reading.study else {
      fatalError("\(folder) cannot be read: \(reading.diagnostics.first?.problem(.english) ?? "")")
    }
    return study
  }
}
