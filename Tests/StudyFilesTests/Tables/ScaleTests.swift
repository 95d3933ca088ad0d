import CostEngine
import Foundation
import StudyFiles
import Terms
import Testing

/// A study far larger than any is read in time that grows with its size, not with its square.
@Suite struct ScaleTests {
  /// Reads files within two minutes (or less) of this thread's processor time. A time limit of the test would count how long it
  /// waits for others too.
  private static func read(_ files: [String: String], within seconds: Double = 120) -> StudyReading {
    let start = processorSeconds()
    let reading = StudyFixture.read(files)
    #expect(processorSeconds() - start < seconds)
    return reading
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func twoThousandRegionsOfFiftyFunctions() throws {
    let regions = (1...2000).map { "R\($0)" }
    let functions = (1...50).map { "F\($0)" }
    let files = [
      "settings.csv": "setting,value\nfirst_year,2027\nyears,4\nreference_level,basis",
      "regions.csv": "region,population,municipalities\n" + regions.map { "\($0),1000,1" }.joined(separator: "\n"),
      "functions.csv": "function,per,hourly_cost\n" + functions.map { "\($0),region,50" }.joined(separator: "\n"),
      "norms.csv": "level,function,positions,persons_per_position,initial_hours,annual_hours\nbasis,*,1,2,10,10",
      "staffing.csv": "region,function,persons,turnover\n*,*,3,5%..10%\n"
        + regions.map { "\($0),F1,,10%" }.joined(separator: "\n"),
      "training.csv": "region,function,initial_hours,annual_hours\n*,*,5,5",
      "scenarios.csv": "scenario,level,phase_in,from,until\nS,basis,linear,2027,2029",
      "scenario-regions.csv": "scenario,region,until\n" + regions.map { "S,\($0),2030" }.joined(separator: "\n"),
      "correlations.csv": "factor,table,column,item,loading\n"
        + regions.map { "f,staffing,turnover,\($0)/*,0.5" }.joined(separator: "\n"),
    ]
    let reading = Self.read(files)
    let study = try #require(reading.study, "\(reading.diagnostics.prefix(3))")
    #expect(study.variables.count == 2000 * 49)
    #expect(study.variables.allSatisfy { $0.loadings.count == 1 })
  }

  @Test func manyProblems() throws {
    var files = StudyFixture.files
    files["staffing.csv"] =
      "region,function,persons,turnover\n"
      + (1...20_000).map { "X\($0),OVD,1,5%" }.joined(separator: "\n")
    let reading = Self.read(files)
    // Ninety-nine unknown regions one by one and the rest in a number; nothing is said of what they leave open.
    #expect(reading.diagnostics.count == 100)
    #expect(reading.diagnostics[0].problem.dutch == "Er staan ook in 19901 andere rijen onbekende namen.")
  }

  /// Thousands of misspelt names, each of which is like one of thousands: every one used to be compared with every other,
  /// which took a minute and a half.
  @Test func manyMisspeltNames() throws {
    let letters = Array("abcdefghijklmnoprstu")
    let codes = (0..<3000).map { number -> String in
      let word = (1...8).map { (place: Int) -> Character in letters[(number * 7919 / place + 31 * place) % 20] }
      return "F" + String(word) + "\(number)"
    }
    func misspelt(_ code: String) -> String { code.prefix(3) + "x" + code.dropFirst(4) }
    var files = StudyFixture.files
    files["functions.csv"] =
      "function,name,per,hourly_cost,course_price,exam_price,standby_fee\n"
      + codes.map { code in
        let reference = "var(\(misspelt(code)))"
        return "\(code),Naam \(code),region,\(reference),\(reference),\(reference),\(reference)\n"
      }.joined()
    files["variables.csv"] = "variable,value\n" + codes.map { "\($0),50\n" }.joined()
    files["training.csv"] =
      "region,function,initial_hours,annual_hours\n" + codes.map { "VR01,\(misspelt($0)),10,10\n" }.joined()
    let reading = Self.read(files, within: 20)
    let told = reading.diagnostics.filter { $0.file == "training.csv" && $0.row == 2 }
    #expect(told.map(\.remedy.dutch) == ["Bedoelt u \"\(codes[0])\"?"])
    #expect(reading.diagnostics.count { $0.file == "functions.csv" && $0.remedy.dutch.hasPrefix("Bedoelt u") } == 400)
  }

  @Test func aColumnThatIsWrongThroughoutIsToldInShort() {
    var files = StudyFixture.files
    files["regions.csv"] =
      "region,population,municipalities\n" + (1...5000).map { "R\($0),veel,1" }.joined(separator: "\n")
    for file in ["staffing.csv", "training.csv"] {
      files[file] = files[file]!.replacing("VR01,", with: "R1,").replacing("VR02,", with: "R2,")
    }
    for file in ["scenario-regions.csv", "provision-current.csv", "correlations.csv"] { files[file] = nil }
    let reading = StudyFixture.read(files)
    let ofPopulation = reading.diagnostics.filter { $0.file == "regions.csv" && $0.column == "population" }
    #expect(ofPopulation.count == 101)
    #expect(ofPopulation[0].problem.dutch == "Naast de genoemde problemen van deze kolom zijn er nog 4900.")
  }
}
