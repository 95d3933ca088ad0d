import StudyFiles
import Testing

/// Each changes the study in one way and gets exactly one message.
@Suite struct FundingAndCorrelationProblemTests {
  private static func fundsWithPayer(_ payer: String) -> String {
    "fund,name,year,amount,share,key,payer\nRIJK,,2027,10000,,equal,\(payer)\nRIJK,,2030,10000,,,"
  }

  @Test(arguments: [
    Expectation(
      .replace("population\nRIJK", with: "\nRIJK", in: "funding.csv"),
      file: "funding.csv", row: 2, column: "key",
      dutch: "De eerste rij van \"RIJK\" noemt geen verdeelsleutel. Vul gelijk in, of een kolom met getallen van "
        + "regions.csv, bijvoorbeeld inwoners."),
    Expectation(
      .replace("population\nRIJK", with: "risc\nRIJK", in: "funding.csv"),
      file: "funding.csv", row: 2, column: "key",
      dutch: "Onbekende verdeelsleutel \"risc\". Bedoelt u \"risk\"?"),
    Expectation(
      .replace("population\nRIJK", with: "inkomen\nRIJK", in: "funding.csv"),
      file: "funding.csv", row: 2, column: "key",
      dutch: "Onbekende verdeelsleutel \"inkomen\". Kies uit \"inwoners\", \"gemeenten\", \"risk\" of "
        + "\"gelijk\"."),
    Expectation(
      .replace("population\nRIJK", with: "risk\nRIJK", in: "funding.csv"),
      .replace("200000,4,3", with: "200000,4,hoog", in: "regions.csv"),
      file: "regions.csv", row: 2, column: "risk"),
    Expectation(
      .replace("population\nRIJK", with: "risk\nRIJK", in: "funding.csv"),
      .replace("200000,4,3", with: "200000,4,", in: "regions.csv"),
      file: "regions.csv", row: 2, column: "risk",
      dutch: "Er is geen \"risk\" voor regio VR01. Vul de cel in."),
    Expectation(
      .replace("population\nRIJK", with: "risk\nRIJK", in: "funding.csv"),
      .replace("200000,4,3", with: "200000,4,0", in: "regions.csv"),
      .replace("100000,2,1", with: "100000,2,0", in: "regions.csv"),
      file: "funding.csv", row: 2, column: "key",
      dutch: "De verdeelsleutel \"risk\" van \"RIJK\" is voor alle regio's samen 0. Vul de kolom in "
        + "regions.csv, of kies een andere sleutel."),
    // A draw without any key used to end a run with an amount that is too large.
    Expectation(
      .replace("population\nRIJK", with: "risk\nRIJK", in: "funding.csv"),
      .replace("200000,4,3", with: "200000,4,bernoulli(0.5)", in: "regions.csv"),
      .replace("100000,2,1", with: "100000,2,bernoulli(0.5)", in: "regions.csv"),
      file: "funding.csv", row: 2, column: "key",
      dutch:
        "De verdeelsleutel \"risk\" van \"RIJK\" kan in een trekking voor alle regio's samen 0 zijn (ongeveer 1 op 4 "
        + "trekkingen): dan is er niets om naar te verdelen. Geef ten minste één regio in regions.csv een waarde die niet 0 "
        + "kan zijn, of kies een andere sleutel."),
    Expectation(
      .replace("20000,,", with: "veel,,", in: "funding.csv"),
      file: "funding.csv", row: 3, column: "amount"),
    Expectation(
      .replace("20000,,", with: ",,", in: "funding.csv"),
      file: "funding.csv", row: 3, column: "amount",
      dutch: "Er is geen \"amount\" voor middelen RIJK, jaar 2030. Vul de cel in."),
    Expectation(
      .replace("80%..100%", with: "80%..120%", in: "funding.csv"),
      file: "funding.csv", row: 2, column: "share"),
    Expectation(
      .write(fundsWithPayer("provincie"), to: "funding.csv"), file: "funding.csv", row: 2, column: "payer"),
    Expectation(
      .append("municipal_key,risc", to: "settings.csv"), file: "settings.csv", row: 9, column: "value",
      dutch: "Onbekende verdeelsleutel \"risc\". Bedoelt u \"risk\"?"),
    Expectation(
      .append("gemeentelijke_verdeelsleutel,inkomen", to: "settings.csv"), file: "settings.csv", row: 9,
      column: "value",
      dutch: "Onbekende verdeelsleutel \"inkomen\". Kies uit \"inwoners\", \"gemeenten\", \"risk\" of "
        + "\"gelijk\"."),
    Expectation(
      .append("municipal_key,risk", to: "settings.csv"), .replace("200000,4,3", with: "200000,4,0", in: "regions.csv"),
      .replace("100000,2,1", with: "100000,2,0", in: "regions.csv"), file: "settings.csv", row: 9, column: "value",
      dutch: "De verdeelsleutel \"risk\" is voor alle regio's samen 0. Vul de kolom in regions.csv, of kies een andere "
        + "sleutel."),
    Expectation(
      .append("municipal_key,risk", to: "settings.csv"), .replace("200000,4,3", with: "200000,4,", in: "regions.csv"),
      file: "regions.csv", row: 2, column: "risk",
      dutch: "Er is geen \"risk\" voor regio VR01. Vul de cel in."),
    Expectation(
      .append("municipal_key,risk", to: "settings.csv"),
      .replace("200000,4,3", with: "200000,4,-1", in: "regions.csv"), file: "regions.csv", row: 2, column: "risk"),
  ]) func funding(_ expectation: Expectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    Expectation(
      .append("markt,stafing,turnover,*,0.1", to: "correlations.csv"),
      file: "correlations.csv", row: 5, column: "table",
      dutch: "Onbekende tabel \"stafing\". Bedoelt u \"staffing\"?"),
    Expectation(
      .append("markt,staffing,turnoverr,*,0.1", to: "correlations.csv"),
      file: "correlations.csv", row: 5, column: "column",
      dutch: "staffing.csv heeft geen kolom \"turnoverr\" waarin onzekere getallen kunnen staan. Bedoelt u "
        + "\"turnover\"?"),
    Expectation(
      .append("markt,settings,years,*,0.1", to: "correlations.csv"),
      file: "correlations.csv", row: 5, column: "column",
      dutch: "settings.csv heeft geen kolom \"years\" waarin onzekere getallen kunnen staan. Kies value of "
        + "waarde."),
    Expectation(
      .append("markt,staffing.csv,verloop,*/*,0.1", to: "correlations.csv"),
      file: "correlations.csv", row: 5,
      dutch: "Deze rij zegt over dezelfde factor en cellen iets als rij 2. Haal een van beide rijen weg."),
    Expectation(
      .append("twee,staffing,turnover,*,0.9", to: "correlations.csv"),
      file: "correlations.csv", row: 5, column: "loading",
      dutch: "De ladingen van \"staffing.verloop[VR02/INF]\" zijn samen te groot: de kwadraten in de rijen "
        + "2 en 5 tellen op tot 1,06. Verklein de ladingen tot de som van de kwadraten hooguit 1 is."),
    Expectation(
      .append("twee,staffing,turnover,*,1.1", to: "correlations.csv"),
      file: "correlations.csv", row: 5, column: "loading"),
    Expectation(
      .append("twee,staffing,turnover,*,0.1..0.2", to: "correlations.csv"),
      file: "correlations.csv", row: 5, column: "loading",
      dutch: "Hier kan geen onzekere waarde staan, zoals \"0.1..0.2\". Vul één gewoon getal in."),
    Expectation(
      .append("twee,staffing,turnover,*,", to: "correlations.csv"),
      file: "correlations.csv", row: 5, column: "loading",
      dutch: "De lading is leeg. Vul een getal in van -1 tot en met 1."),
    Expectation(
      .append("twee,staffing,turnover,,0.2", to: "correlations.csv"),
      file: "correlations.csv", row: 5, column: "item",
      dutch: "\"item\" is leeg. Vul in waar deze rij over gaat, of haal de rij weg."),
  ]) func correlations(_ expectation: Expectation) throws {
    try expectation.check()
  }
}
