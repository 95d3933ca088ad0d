import StudyFiles
import Terms
import Testing

/// Each changes the study in one way and gets exactly one message.
@Suite struct FileProblemTests {
  @Test(arguments: [
    Expectation(
      .remove("staffing.csv"),
      file: "staffing.csv",
      dutch: "staffing.csv ontbreekt. Zet het bestand in de map, met ten minste de kolommen regio, "
        + "functie, verloop, personen of personen_aandeel."),
    Expectation(
      .remove("settings.csv"),
      file: "settings.csv",
      dutch: "settings.csv ontbreekt. Zet het bestand in de map, met ten minste de kolommen "
        + "instelling, waarde."),
    Expectation(
      .remove("staffing.csv"),
      .write("region,function", to: "stafing.csv"),
      file: "staffing.csv",
      dutch: "staffing.csv ontbreekt; er staat wel een bestand \"stafing.csv\". Hernoem het tot "
        + "staffing.csv."),
    Expectation(
      .remove("staffing.csv"),
      .write("x", to: "staffing.xlsx"),
      file: "staffing.csv",
      dutch: "staffing.csv ontbreekt; er staat wel een bestand \"staffing.xlsx\". Bewaar het als "
        + "staffing.csv (CSV UTF-8)."),
    Expectation(
      .write("region,function", to: "stafing.csv"),
      severity: .notice, file: "stafing.csv",
      dutch: "Dit bestand wordt niet gelezen; de naam lijkt op staffing.csv. Is het een kopie? Alleen "
        + "staffing.csv telt mee."),
    Expectation(
      .write("x", to: "Regions.csv"),
      severity: .notice, file: "Regions.csv",
      dutch: "Dit bestand wordt niet gelezen; de naam lijkt op regions.csv. Is het een kopie? Alleen "
        + "regions.csv telt mee."),
    Expectation(
      .write("", to: "training.csv"),
      file: "training.csv"),
  ]) func files(_ expectation: Expectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    Expectation(
      .replace("turnover,certified", with: "turnovr,certified", in: "staffing.csv"),
      file: "staffing.csv", row: 1, column: "turnovr",
      dutch: "Onbekende kolom \"turnovr\". Bedoelt u \"turnover\"? Zo niet, haal de kolom dan weg."),
    Expectation(
      .replace("turnover,certified", with: "turnover,kleur", in: "staffing.csv"),
      file: "staffing.csv", row: 1, column: "kleur",
      dutch: "Onbekende kolom \"kleur\". Haal de kolom weg, of noem haar toelichting. De kolommen zijn "
        + "regio, functie, personen, personen_aandeel, piketposities, verloop, gecertificeerd, bron, "
        + "toelichting."),
    Expectation(
      .write("region,function,initial_hours\n*,*,10", to: "training.csv"),
      file: "training.csv", row: 1, column: "annual_hours",
      dutch: "Kolom \"bijscholingsuren\" (of \"annual_hours\") ontbreekt. Voeg de kolom toe."),
    Expectation(
      .replace("population,muni", with: "populatie,muni", in: "regions.csv"),
      file: "regions.csv", row: 1, column: "population",
      dutch: "Kolom \"inwoners\" (of \"population\") ontbreekt. Is het de kolom \"populatie\"? Pas dan die naam "
        + "aan; voeg haar anders toe."),
    Expectation(
      .replace("region,function,persons,persons_share", with: "region,function,note,bron", in: "staffing.csv"),
      file: "staffing.csv", row: 1,
      dutch: "Van de kolommen \"personen\" en \"personen_aandeel\" moet er ten minste één zijn. Voeg "
        + "\"personen\" of \"personen_aandeel\" toe."),
    Expectation(
      .replace("population,municipalities,risk", with: "population,gemeenten,municipalities", in: "regions.csv"),
      file: "regions.csv", row: 1, column: "municipalities",
      dutch: "\"municipalities\" en \"gemeenten\" zijn dezelfde kolom. Haal een van beide weg."),
    Expectation(
      .replace("setting,value", with: "setting,waard", in: "settings.csv"),
      file: "settings.csv", row: 1, column: "waard",
      dutch: "Onbekende kolom \"waard\". Bedoelt u \"waarde\"? Zo niet, haal de kolom dan weg."),
    Expectation(
      .replace("region,function,initial", with: "regio,functi,initial", in: "training.csv"),
      file: "training.csv", row: 1, column: "functi",
      dutch: "Onbekende kolom \"functi\". Bedoelt u \"functie\"? Zo niet, haal de kolom dan weg."),
    // Each of these used to be a message for every column, nine hundred of them in one file.
    Expectation(
      .replace("region,function,initial_hours,annual_hours\n", with: "", in: "training.csv"),
      .replace("VR01,OVD,20,\n", with: "VR01,OVD,20,5\n", in: "training.csv"),
      file: "training.csv", row: 1,
      dutch: "De eerste rij bevat geen enkele kolomnaam van deze tabel. Zet daar de kolomnamen, ten minste regio, "
        + "functie, opleidingsuren, bijscholingsuren."),
    Expectation(
      .write("\"region;function;initial_hours;annual_hours\"\n\"*;*;10;3\"", to: "training.csv"),
      file: "training.csv", row: 1,
      dutch: "De kolommen zijn niet gescheiden: de eerste cel bevat de hele rij. Open het bestand in het rekenblad, "
        + "verdeel kolom A (Gegevens, Tekst naar kolommen) en bewaar het als \"CSV UTF-8\", gescheiden door "
        + "puntkomma's."),
    Expectation(
      .write("region,function,initial_hours,annual_hours,a1,b2,c3,d4,e5\n*,*,10,3,,,,,", to: "training.csv"),
      file: "training.csv", row: 1,
      dutch: "Onbekende kolommen \"a1\", \"b2\", \"c3\" en nog 2. Haal ze weg. De kolommen zijn regio, functie, "
        + "opleidingsuren, bijscholingsuren, bron, toelichting."),
    Expectation(
      .replace(
        "region,function,initial_hours,annual_hours", with: "Regio,FUNCTIE,Opleidingsuren,Annual_hours",
        in: "training.csv"),
      file: "training.csv", row: 1,
      dutch: "Kolomnamen hebben geen hoofdletters: \"Regio\", \"FUNCTIE\", \"Opleidingsuren\" en \"Annual_hours\" "
        + "worden niet herkend. Schrijf regio, functie, opleidingsuren, annual_hours."),
  ]) func columns(_ expectation: Expectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    Expectation(
      .append("VR01,OVD,3,,,10%,", to: "staffing.csv"),
      file: "staffing.csv", row: 5,
      dutch: "\"VR01/OVD\" staat al in rij 2. Haal een van beide rijen weg, of voeg ze samen."),
    Expectation(
      .append("titel,x\ntitle,y", to: "settings.csv"),
      file: "settings.csv", row: 10,
      dutch: "\"title\" staat al in rij 9. Haal een van beide rijen weg, of voeg ze samen."),
    Expectation(
      .append("VR01,,3,,,10%,", to: "staffing.csv"),
      file: "staffing.csv", row: 5, column: "function",
      dutch: "\"function\" is leeg. Vul in waar deze rij over gaat, of haal de rij weg."),
    Expectation(
      .append("VR/03,Oost,1,1,1", to: "regions.csv"),
      file: "regions.csv", row: 4, column: "region",
      dutch: "De code \"VR/03\" bevat het teken /. Een code mag geen / + * [ ] ; of regeleinde bevatten; "
        + "kies bijvoorbeeld een streepje."),
    Expectation(
      .append("\"VR\n03\",Oost,1,1,1", to: "regions.csv"),
      file: "regions.csv", row: 4, column: "region",
      dutch: "De code \"VR 03\" bevat een regeleinde. Een code mag geen / + * [ ] ; of regeleinde bevatten; "
        + "kies bijvoorbeeld een streepje."),
    Expectation(
      .append(String(repeating: "x", count: 65) + ",Oost,1,1,1", to: "regions.csv"),
      file: "regions.csv", row: 4, column: "region",
      dutch: "De code \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" heeft meer dan 64 tekens. Kies een "
        + "kortere code; de volledige naam kan in een kolom \"naam\" staan."),
    Expectation(
      .append("*,Alles,100k,1,price", to: "provisions.csv"),
      file: "provisions.csv", row: 3, column: "provision",
      dutch: "* (voor alle voorzieningen) kan hier niet. Maak een rij voor elk afzonderlijk, met de eigen "
        + "code."),
    Expectation(
      .append("-,Niets,2028,1,region,,,", to: "measures.csv"),
      file: "measures.csv", row: 4, column: "measure",
      dutch: "\"-\" kan geen code zijn: het betekent een lege lijst. Kies een andere code."),
    // Used to stand twice in every row of the results.
    Expectation(
      .append("NL,Niemandsland,1000,1", to: "regions.csv"),
      file: "regions.csv", row: 4, column: "region",
      dutch: "\"NL\" kan geen code zijn: het betekent alle regio's samen, in de resultaten. Kies een andere code."),
    Expectation(
      .append("lineair,2028,1", to: "phase-in.csv"),
      file: "phase-in.csv", row: 4, column: "profile",
      dutch: "\"lineair\" kan geen code zijn: het betekent een vaste vorm van ingroei. Kies een andere "
        + "code."),
    Expectation(
      .append("eigen,2028.5,1", to: "phase-in.csv"),
      file: "phase-in.csv", row: 4, column: "year",
      dutch: "\"2028.5\" kan hier niet. Vul een jaartal in: van 1900 tot en met 2200."),
    Expectation(
      .append("eigen,2028..2030,1", to: "phase-in.csv"),
      file: "phase-in.csv", row: 4, column: "year",
      dutch: "Hier kan geen onzekere waarde staan, zoals \"2028..2030\". Vul één gewoon getal in."),
    Expectation(
      .append("1800,1%,1%", to: "indices.csv"),
      file: "indices.csv", row: 3, column: "year",
      dutch: "\"1800\" kan hier niet. Vul een jaartal in: van 1900 tot en met 2200."),
    Expectation(
      .append("first_yeer,2028", to: "settings.csv"),
      file: "settings.csv", row: 9, column: "setting",
      dutch: "Onbekende instelling \"first_yeer\". Bedoelt u \"first_year\"?"),
    Expectation(
      .append("kleur,rood", to: "settings.csv"),
      file: "settings.csv", row: 9, column: "setting",
      dutch: "Onbekende instelling \"kleur\". De instellingen zijn titel, eerste_jaar, jaren, prijspeil, "
        + "prijzen, discontovoet, loongroei, prijsgroei, referentieniveau, gemeentelijke_verdeelsleutel, trekkingen, "
        + "startwaarde, steekproef, taal, hoofdscenario, opsteller, organisatie, datum, versie, status, "
        + "buiten_beschouwing, btw."),
    Expectation(
      .append("POOL,OVD,personen_,1", to: "measure-effects.csv"),
      file: "measure-effects.csv", row: 6, column: "driver",
      dutch: "\"personen_\" is hier geen bekend woord. Bedoelt u \"personen\"?"),
  ]) func keys(_ expectation: Expectation) throws {
    try expectation.check()
  }
}
