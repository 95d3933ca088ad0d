import CostEngine
import Foundation
import StudyFiles
import Terms
import TestSupport
import Testing
import WaterlijnProcess

/// Reading from folders.
@Suite struct StudyReaderTests {
  /// A folder that is removed after the test.
  private final class Folder {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appendingPathComponent("studie-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ files: [String: String], in subfolder: String? = nil) throws {
      let folder = subfolder.map { url.appendingPathComponent($0) } ?? url
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    }
  }

  private func problem(_ path: String) -> String {
    let reading = StudyReader.read(folder: path, in: SystemFiles())
    #expect(reading.study == nil && reading.diagnostics.count == 1, "\(reading.diagnostics)")
    return reading.diagnostics.map { $0.problem.dutch + " " + $0.remedy.dutch }.joined()
  }

  @Test func aFolderReadsAsItsFilesDo() throws {
    let folder = try Folder()
    try folder.write(StudyFixture.files, in: "proef")
    let fromDisk = StudyReader.read(folder: folder.url.appendingPathComponent("proef").path, in: SystemFiles())
    let inMemory = StudyFixture.readWhole(StudyFixture.files)
    #expect(fromDisk.study?.title == "proef" && fromDisk.diagnostics == inMemory.diagnostics)
    #expect(fromDisk.study?.variables.map(\.name) == inMemory.study?.variables.map(\.name))
    #expect(fromDisk.files == inMemory.files)
  }

  @Test func foldersThatAreNoStudies() throws {
    let folder = try Folder()
    let path = folder.url.path
    let name = folder.url.lastPathComponent
    try folder.write(["lees-mij.txt": "x"])
    #expect(
      problem(path)
        == "De map \"\(name)\" is geen studie: settings.csv ontbreekt. Geef de map op waarin settings.csv staat.")
    try folder.write(StudyFixture.files, in: "nederland")
    #expect(
      problem(path)
        == "De map \"\(name)\" is geen studie: settings.csv ontbreekt. Er staan wel studies in. "
        + "Bedoelt u \"\(path)/nederland\"?")
    // A path that is meant to be typed used to be cut off after 40 characters.
    #expect(
      problem(path + "/nederlnd") == "De map \"\(path)/nederlnd\" bestaat niet. Bedoelt u \"\(path)/nederland\"?")
    #expect(problem(path + "/nederland/settings.csv").contains("is een bestand; een studie is een map"))
    #expect(problem(path + "/iets-heel-anders").contains("Geef de map op waarin settings.csv staat."))
    // A path of one character used to crash.
    #expect(problem("§").contains("De map \"§\" bestaat niet."))
  }

  @Test func filesThatCannotBeRead() throws {
    let folder = try Folder()
    try folder.write(StudyFixture.files)
    let staffing = folder.url.appendingPathComponent("staffing.csv")
    try FileManager.default.removeItem(at: staffing)
    try FileManager.default.createDirectory(at: staffing, withIntermediateDirectories: false)
    let reading = StudyReader.read(folder: folder.url.path, in: SystemFiles())
    #expect(reading.diagnostics.map(\.file) == ["staffing.csv"], "\(reading.diagnostics)")
    #expect(reading.diagnostics[0].problem.dutch == "Het bestand kan niet worden gelezen (het is een map).")
  }

  /// Used to be "geen gewoon bestand".
  @Test(arguments: ["nergens", "staffing.csv"]) func aLinkThatLeadsNowhere(target: String) throws {
    let folder = try Folder()
    try folder.write(StudyFixture.files)
    let staffing = folder.url.appendingPathComponent("staffing.csv").path
    try FileManager.default.removeItem(atPath: staffing)
    try FileManager.default.createSymbolicLink(atPath: staffing, withDestinationPath: target)
    let reading = StudyReader.read(folder: folder.url.path, in: SystemFiles())
    #expect(reading.diagnostics.map(\.file) == ["staffing.csv"], "\(reading.diagnostics)")
    #expect(
      reading.diagnostics[0].problem.dutch
        == "Het bestand kan niet worden gelezen (het is een verwijzing die nergens uitkomt).")
  }

  /// A table or observations of more than a gigabyte used to be read into memory whole before being refused, and of a
  /// hundred gigabytes the system's error number was all that was told. The files are sparse: they take no disk.
  @Test func aFileTooLargeToRead() throws {
    let folder = try Folder()
    let asks = Change.replace("10%,50%", with: "empirical(m.csv; v),50%", in: "staffing.csv")
    try folder.write(try StudyFixture.files([asks]))
    for name in ["indices.csv", "m.csv"] {
      let path = folder.url.appendingPathComponent(name).path
      try Data().write(to: URL(fileURLWithPath: path))
      let file = try #require(FileHandle(forWritingAtPath: path))
      try file.truncate(atOffset: 100_000_000_000)
      try file.close()
    }
    let reading = StudyReader.read(folder: folder.url.path, in: SystemFiles())
    #expect(reading.diagnostics.map(\.file) == ["staffing.csv", "indices.csv"])
    #expect(reading.diagnostics.allSatisfy { $0.problem.dutch == "Het bestand is groter dan 1 GB." })
  }

  @Test func anObservationFileCannotLeadOutOfTheFolder() throws {
    let folder = try Folder()
    let asks = Change.replace("10%,50%", with: "empirical(m.csv; v),50%", in: "staffing.csv")
    try folder.write(try StudyFixture.files([asks]), in: "studie")
    try folder.write(["buiten.csv": "v\n8%\n9%"])
    let study = folder.url.appendingPathComponent("studie")
    try FileManager.default.createSymbolicLink(
      at: study.appendingPathComponent("m.csv"), withDestinationURL: folder.url.appendingPathComponent("buiten.csv"))
    let reading = StudyReader.read(folder: study.path, in: SystemFiles())
    #expect(reading.diagnostics.map(\.column) == ["turnover"])
    try FileManager.default.removeItem(at: study.appendingPathComponent("m.csv"))
    try folder.write(["m.csv": "v\n8%\n9%"], in: "studie")
    #expect(StudyReader.read(folder: study.path, in: SystemFiles()).study != nil)
  }

  @Test func problemsComeInTheOrderOfFilesRowsAndColumns() throws {
    let reading = try StudyFixture.read(
      .replace("VR02,OVD,8,,2,25%,100%", with: "VR02,OVD,-8,,2,250%,100%", in: "staffing.csv"),
      .replace("VR01,Noord,200000,4", with: "VR01,Noord,veel,4", in: "regions.csv"),
      .replace("VR01,OVD,4", with: "VR01,OVD,x", in: "staffing.csv"),
      .replace("years,4", with: "years,0", in: "settings.csv"), .remove("training.csv"),
      .append("f,x,y,z,0.1", to: "correlations.csv"))
    let places = reading.diagnostics.filter { $0.severity == .error }.map {
      "\($0.file) \($0.row ?? 0) \($0.column ?? "")"
    }
    #expect(
      places == [
        "settings.csv 3 value", "regions.csv 2 population", "staffing.csv 2 persons", "staffing.csv 3 persons",
        "staffing.csv 3 turnover", "training.csv 0 ", "correlations.csv 5 table",
      ])
  }
}
