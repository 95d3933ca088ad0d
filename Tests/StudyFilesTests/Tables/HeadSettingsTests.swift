import CostEngine
import StudyFiles
import Terms
import Testing

/// The settings that the head of a report tells: for people only, in either language.
@Suite struct HeadSettingsTests {
  static let told: [(english: String, dutch: String, text: String, read: @Sendable (StudyHead) -> String?)] = [
    ("author", "opsteller", "J. de Vries", { $0.author }),
    ("organisation", "organisatie", "Veiligheidsregio Noord", { $0.organisation }),
    ("date", "datum", "3 november 2026", { $0.date }),
    ("version", "versie", "0.9", { $0.version }),
    ("exclusions", "buiten_beschouwing", "huisvesting en materieel", { $0.exclusions }),
    ("vat", "btw", "zonder btw", { $0.vat }),
  ]

  @Test(arguments: [true, false]) func areReadInEitherLanguage(isDutch: Bool) throws {
    let rows = Self.told.map { "\(isDutch ? $0.dutch : $0.english),\($0.text)" }
    let reading = try StudyFixture.read(.append(rows.joined(separator: "\n"), to: "settings.csv"))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    for setting in Self.told { #expect(setting.read(reading.head) == setting.text, "\(setting.english)") }
    #expect(reading.head.status == .concept)
  }

  @Test func absentWhereTheStudyIsSilent() throws {
    let reading = try StudyFixture.read(.append("author,\nvat, ", to: "settings.csv"))
    #expect(reading.head == StudyHead())
  }

  @Test(arguments: [
    ("concept", StudyHead.Status.concept), ("final", .final), ("definitief", .final), ("Definitief", .final),
  ])
  func theStatus(word: String, status: StudyHead.Status) throws {
    for setting in ["status"] {
      let reading = try StudyFixture.read(.append("\(setting),\(word)", to: "settings.csv"))
      #expect(reading.diagnostics.isEmpty && reading.head.status == status)
    }
  }

  /// Nothing of it changes what is computed.
  @Test func changesNoFigure() throws {
    let rows = Self.told.map { "\($0.english),\($0.text)" } + ["status,final"]
    let told = try StudyFixture.study(.append(rows.joined(separator: "\n"), to: "settings.csv"))
    let silent = try StudyFixture.study()
    #expect(
      told.variables.map(\.name) == silent.variables.map(\.name)
        && told.scenarios.map(\.code) == silent.scenarios.map(\.code))
  }

  @Test(arguments: [
    Expectation(
      .append("status,klaar", to: "settings.csv"), file: "settings.csv", row: 9, column: "value",
      dutch: "\"klaar\" is hier geen bekend woord. Kies uit concept of definitief."),
    Expectation(
      .append("status,defintief", to: "settings.csv"), file: "settings.csv", row: 9, column: "value",
      dutch: "\"defintief\" is hier geen bekend woord. Bedoelt u \"definitief\"?"),
    Expectation(.append("main_scenario,SNELST", to: "settings.csv"), file: "settings.csv", row: 9, column: "value"),
  ])
  func aWrongWordIsAnErrorAtItsCell(_ expectation: Expectation) throws { try expectation.check() }
}
