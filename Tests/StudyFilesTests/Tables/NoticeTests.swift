import StudyFiles
import Terms
import Testing

/// Each changes the study in one way and gets exactly one message.
@Suite struct NoticeTests {
  /// A column in the other notation used to be a notice for every cell.
  @Test func ambiguousNumbersAreOneNoticeAColumn() throws {
    let reading = try StudyFixture.read(
      .replace("VR01,Noord,200000,4", with: "VR01,Noord,200.000,4", in: "regions.csv"),
      .replace("VR02,Zuid,100000,2", with: "VR02,Zuid,100.000,2", in: "regions.csv"),
      .replace("VR01,OVD,20,", with: "VR01,OVD,2.500,", in: "training.csv"))
    let notices = reading.diagnostics.filter { $0.severity == .notice }
    #expect(
      notices.map { "\($0.file) \($0.row ?? 0) \($0.column ?? "")" } == [
        "regions.csv 2 population", "training.csv 2 initial_hours",
      ])
    #expect(notices[0].problem.dutch.hasSuffix("dan vervalt deze melding. In deze kolom is nog 1 cel zo gelezen."))
    #expect(notices[0].remedy.dutch == "Kijk of het zo bedoeld is. Zo niet, herstel dan de hele kolom.")
    #expect(notices[0].problem.english.hasSuffix("1 more cell of this column was read this way."))
    #expect(notices[1].problem.dutch.hasSuffix("dan vervalt deze melding."))
    #expect(notices[1].remedy.dutch == "Kijk of het zo bedoeld is.")
  }

  @Test(arguments: [
    Expectation(
      .append("twee,staffing,turnover,VR01,0.2", to: "correlations.csv"),
      severity: .notice, file: "correlations.csv", row: 5, column: "item",
      dutch: "Deze rij raakt geen enkele onzekere cel en heeft dus geen gevolg. Kies een onderdeel zoals "
        + "VR01/INF, met * voor alle."),
    Expectation(
      .append("twee,staffing,persons,*,0.2", to: "correlations.csv"),
      severity: .notice, file: "correlations.csv", row: 5, column: "item",
      dutch: "Deze rij raakt geen enkele onzekere cel en heeft dus geen gevolg. In staffing.csv gebruikt "
        + "het model geen onzekere cel uit kolom \"persons\"."),
    // Own bounds that hold for nothing used to be passed over.
    Expectation(
      .write("table,column,item,low,high\nstaffing,persons,VR1/OVD,2,20", to: "plausibility.csv"),
      severity: .notice, file: "plausibility.csv", row: 2, column: "item",
      dutch: "staffing.csv heeft geen rij \"VR1/OVD\": deze grenzen gelden voor niets. Bedoelt u \"VR01/OVD\"?"),
    Expectation(
      .write("table,column,item,low,high\nstaffing,persons,Groningen,2,20", to: "plausibility.csv"),
      severity: .notice, file: "plausibility.csv", row: 2, column: "item",
      dutch: "staffing.csv heeft geen rij \"Groningen\": deze grenzen gelden voor niets. Schrijf een onderdeel zoals "
        + "\"VR01/OVD\", met * voor alle."),
    Expectation(
      .write("table,column,item,low,high\nregions,reserve,*,0,", to: "plausibility.csv"),
      severity: .notice, file: "plausibility.csv", row: 2, column: "column",
      dutch:
        "regions.csv heeft in deze studie geen kolom \"reserve\": deze grenzen gelden voor niets. Haal deze rij weg, "
        + "of kies een kolom die er is."),
    Expectation(
      .write("table,column,item,low,high\nstaffing,persons,*,,", to: "plausibility.csv"),
      severity: .notice, file: "plausibility.csv", row: 2, column: "low",
      dutch:
        "Deze rij noemt geen laagste en geen hoogste waarde: zij zegt niets. Vul een van beide in, of haal deze rij "
        + "weg."),
    Expectation(
      .replace("basis,OVD,2,3,", with: "basis,OVD,2,1.5,", in: "norms.csv"),
      severity: .notice, file: "norms.csv", row: 2, column: "persons_per_position",
      dutch: "Niveau \"basis\" komt voor OVD op minder dan 2 personen per piketpositie (1,5): te weinig om "
        + "die dag en nacht te bezetten. Reken op ten minste 2: wie piket heeft, mag dat hooguit 14 "
        + "van de 28 dagen hebben (Arbeidstijdenwet art. 5:9)."),
    Expectation(
      .replace("plus,*,3,4..6,", with: "plus,*,3,1..6,", in: "norms.csv"),
      severity: .notice, file: "norms.csv", row: 4, column: "persons_per_position",
      dutch: "Niveau \"plus\" komt voor OVD op minder dan 2 personen per piketpositie (1): te weinig om die "
        + "dag en nacht te bezetten. Reken op ten minste 2: wie piket heeft, mag dat hooguit 14 van de "
        + "28 dagen hebben (Arbeidstijdenwet art. 5:9)."),
    Expectation(
      .replace("5000,2027,2028", with: "5000,2027,2030", in: "one-offs.csv"),
      severity: .notice, file: "one-offs.csv", row: 2, column: "until",
      dutch: "Eenmalige post \"LEAD\" kan 4 jaar lopen. Wat langer dan drie jaar duurt, geldt in de regel "
        + "niet als incidenteel (commissie BBV): licht het toe, of maak er een voorziening van."),
    Expectation(
      .replace("5000,2027,2028", with: "5000,2035,2036", in: "one-offs.csv"),
      severity: .notice, file: "one-offs.csv", row: 2, column: "from",
      dutch: "Post \"LEAD\" valt buiten de jaren van de studie (2027–2030) en telt niet mee. Controleer het "
        + "jaartal, of pas eerste_jaar en jaren in settings.csv aan."),
    Expectation(
      .replace("step,2028,", with: "step,2040,", in: "scenarios.csv"),
      severity: .notice, file: "scenarios.csv", row: 2, column: "from",
      dutch: "Het begin van scenario \"SNEL\" valt buiten de jaren van de studie (2027–2030) en telt niet "
        + "mee. Controleer het jaartal, of pas eerste_jaar en jaren in settings.csv aan."),
    Expectation(
      .replace("POOL,Regionale pool,2028", with: "POOL,Regionale pool,2040", in: "measures.csv"),
      severity: .notice, file: "measures.csv", row: 2, column: "from",
      dutch: "Het begin van maatregel \"POOL\" valt buiten de jaren van de studie (2027–2030) en telt niet "
        + "mee. Controleer het jaartal, of pas eerste_jaar en jaren in settings.csv aan."),
    Expectation(
      .replace("RIJK,,2030", with: "RIJK,,2028", in: "funding.csv"),
      severity: .notice, file: "funding.csv", row: 3, column: "year",
      dutch: "De middelen \"RIJK\" eindigen in 2028, maar de studie loopt tot en met 2030: het laatste "
        + "bedrag blijft gelden. Houden de middelen op? Voeg dan een rij toe met bedrag 0."),
    Expectation(
      .replace("VAST,Vaste voet,2030", with: "VAST,Vaste voet,2040", in: "funding.csv"),
      severity: .notice, file: "funding.csv", row: 4, column: "year",
      dutch: "Het eerste jaar van \"VAST\" valt buiten de jaren van de studie (2027–2030) en telt niet mee. "
        + "Controleer het jaartal, of pas eerste_jaar en jaren in settings.csv aan."),
    Expectation(
      .append("oud,2027,1", to: "phase-in.csv"),
      severity: .notice, file: "phase-in.csv", row: 4,
      dutch: "Profiel \"oud\" wordt niet gebruikt: geen scenario noemt het. Klopt dat? Dan is er niets te "
        + "doen."),
    Expectation(
      .append("PIKET,Piket,2028,,region,,,", to: "measures.csv"),
      severity: .notice, file: "measures.csv", row: 4,
      dutch: "Maatregel \"PIKET\" wordt niet gebruikt: geen scenario noemt deze. Klopt dat? Dan is er niets "
        + "te doen."),
    Expectation(
      .append("goud,OVD,,,,,,", to: "norms.csv"),
      severity: .notice, file: "norms.csv", row: 5,
      dutch: "Niveau \"goud\" wordt niet gebruikt: geen scenario vraagt het en het is niet het "
        + "referentieniveau. Klopt dat? Dan is er niets te doen."),
    Expectation(
      .append("loon,2", to: "variables.csv"),
      severity: .notice, file: "variables.csv", row: 3,
      dutch: "Grootheid \"loon\" wordt niet gebruikt: geen cel vraagt erom met var(loon). Klopt dat? Dan is "
        + "er niets te doen."),
    Expectation(
      .replace("wage,", with: "wage,-", in: "one-offs.csv"),
      severity: .notice, file: "one-offs.csv", row: 2, column: "scenarios",
      dutch: "Post \"LEAD\" telt in geen enkel scenario mee. Klopt dat? Een lege cel betekent alle "
        + "scenario's, een streepje (-) geen."),
    Expectation(
      .replace("index,scenarios", with: "index,scenarios,maatregel", in: "one-offs.csv"),
      .replace("price,SNEL+RUIM", with: "price,RUIM+PLUS,POOL", in: "one-offs.csv"),
      severity: .notice, file: "one-offs.csv", row: 3, column: "maatregel",
      dutch: "Post \"PLAN\" telt in geen enkel scenario mee: geen scenario dat de post draagt, gebruikt maatregel "
        + "\"POOL\". Klopt dat? Dan is er niets te doen. Noem anders de maatregel in scenarios.csv, of maak deze cel leeg."
    ),
    // These used to be passed over without a word.
    Expectation(
      .append("2040,1%,1%\n2026,2%,2%", to: "indices.csv"),
      severity: .notice, file: "indices.csv", row: 3,
      dutch:
        "De groei in 2040 en 2026 telt niet mee: deze studie gebruikt alleen die van 2027–2030. Klopt dat? Dan is er "
        + "niets te doen. Controleer anders de jaren en het prijspeil."),
    Expectation(
      .replace("prices,current", with: "prices,constant", in: "settings.csv"),
      severity: .notice, file: "indices.csv", row: 2,
      dutch:
        "Deze studie rekent in constante prijzen: groei van lonen en prijzen (2028) telt niet mee. Klopt dat? Dan is "
        + "er niets te doen. Zet anders in settings.csv prijzen op lopend."),
    Expectation(
      .replace("population\nRIJK", with: "population\nRIJK", in: "funding.csv"),
      .replace("RIJK,Rijksbijdrage,2027,10000", with: "RIJK,Rijksbijdrage,2027,\"10,000\"", in: "funding.csv"),
      severity: .notice, file: "funding.csv", row: 2, column: "amount"),
  ]) func notices(_ expectation: Expectation) throws {
    try expectation.check()
  }
}
