import StudyFiles
import Terms
import Testing

@testable import WaterlijnCommands

/// Values of an input, as people type them.
@Suite struct ValueListTests {
  @Test(arguments: [
    ("2026...2029", [2026.0, 2027, 2028, 2029]), ("2026\u{2026}2028", [2026, 2027, 2028]),
    ("0...0.3/7", [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]), ("0...0,3/7", [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]),
    ("0% ... 30% / 4", [0, 0.1, 0.2, 0.3]), ("-1...1/3", [-1, 0, 1]), ("0...1e6/3", [0, 500_000, 1_000_000]),
    ("0+0,1+0,25", [0, 0.1, 0.25]), ("2030", [2030]), ("2032 + 2028", [2032, 2028]), ("€ 5.000.000+6 mln", [5e6, 6e6]),
    ("0.1...0.7/7", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]),
  ])
  func values(text: String, expected: [Double]) throws {
    #expect(try ValueList.read(text, .vary) == expected)
  }

  @Test(arguments: [
    (
      "abc",
      "--vary: \"abc\" is geen getal. Waarden schrijft u als 2026...2032, 0...0,3/7 (zeven waarden) of 0+0,1+0,25."
    ),
    ("", "--vary: \"\" is geen getal. Waarden schrijft u als 2026...2032, 0...0,3/7 (zeven waarden) of 0+0,1+0,25."),
    ("0...0,3", "--vary: \"0...0,3\" zegt niet hoeveel waarden; schrijf bijvoorbeeld 0...0,3/5."),
    ("0...5000", "--vary: \"0...5000\" geeft te veel waarden; noem hoeveel, bijvoorbeeld 0...5000/5."),
    ("0...1/1", "--vary: achter de / in \"0...1/1\" hoort een aantal waarden, van 2 tot en met 1.000."),
    ("0...1/x", "--vary: achter de / in \"0...1/x\" hoort een aantal waarden, van 2 tot en met 1.000."),
    ("2032...2026", "--vary: \"2032...2026\" begint niet met de laagste waarde."),
    ("1+1", "--vary: in \"1+1\" staat een waarde twee keer."),
    (
      "1.500",
      "--vary: \"1.500\" kan 1500 zijn en 1.5; schrijf het zonder punt of komma voor duizendtallen, of met minder of "
        + "meer decimalen."
    ),
  ])
  func problems(text: String, expected: String) {
    do throws(UsageError) {
      _ = try ValueList.read(text, .vary)
      Issue.record("no problem")
    } catch {
      #expect(error.text.dutch == expected)
      #expect(error.text.english != expected)
    }
  }
}
