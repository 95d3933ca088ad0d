import StudyFiles

extension CommandName {
  /// What follows the name on the command line.
  var operand: Localized? {
    switch self {
    case .run, .check, .explain, .benchmark: return Localized(nl: "STUDIE", en: "STUDY")
    case .compare: return Localized(nl: "A [B]", en: "A [B]")
    case .help: return Localized(nl: "[OPDRACHT]", en: "[COMMAND]")
    }
  }

  /// One line.
  var summary: Localized {
    switch self {
    case .run:
      return Localized(
        nl: "rekent een studie door en schrijft de resultaten", en: "computes a study and writes the results")
    case .check:
      return Localized(
        nl: "zoekt fouten in een studie en toont wat er gelezen is", en: "looks for mistakes and shows what was read")
    case .explain:
      return Localized(
        nl: "toont de berekening van één regio en jaar, stap voor stap",
        en: "shows the calculation of one region and year, step by step")
    case .benchmark:
      return Localized(
        nl: "zet naast elkaar wat de regio's vandaag hebben", en: "puts beside each other what the regions have today")
    case .compare:
      return Localized(
        nl: "vergelijkt twee scenario's, studies of uitkomsten",
        en: "compares two scenarios, studies or results")
    case .help:
      return Localized(nl: "legt een opdracht uit", en: "explains a command")
    }
  }

  /// Paragraphs.
  var explanation: Localized {
    switch self {
    case .run:
      return Localized(
        nl: """
          Rekent elk scenario van de studie door, voor elke regio en voor alle regio's
          samen. Dat gebeurt duizenden keren, telkens met andere waarden van de onzekere
          invoer (trekkingen). In de map met resultaten komen summary.csv (de verdeling
          van elk bedrag), lines.csv (de kostenregels), pairs.csv (de scenario's
          vergeleken) en manifest.json (waarmee gerekend is). Daarna verschijnt het
          overzicht. Wat er al stond, wordt pas vervangen als alles gelukt is; Ctrl-C
          breekt af zonder iets te veranderen.
          """,
        en: """
          Computes every scenario of the study, for each region and for all regions
          together, thousands of times, each time with other values of the uncertain
          inputs (draws). The results folder gets summary.csv (the distribution of every
          amount), lines.csv (the cost lines), pairs.csv (the scenarios compared) and
          manifest.json (what was computed with). Then the overview is shown. What was
          there before is replaced only when all has succeeded; Ctrl-C stops without
          changing anything.
          """)
    case .check:
      return Localized(
        nl: """
          Leest de studie en noemt alle fouten tegelijk: bestand, rij, kolom, wat er mis
          is en hoe u het herstelt. Zijn er geen fouten, dan ziet u wat er gelezen is,
          welk deel van de gegevens regio's zelf hebben opgegeven en welk deel is
          aangenomen, en wat de aandacht verdient.
          """,
        en: """
          Reads the study and names all mistakes at once: file, row, column, what is wrong
          and how to mend it. If there are none you see what was read, which share of the
          figures regions reported themselves and which share is assumed, and what
          deserves attention.
          """)
    case .explain:
      return Localized(
        nl: """
          Toont alle tussenstappen van het model voor één scenario, regio en jaar, zodat
          u ze met een rekenmachine kunt narekenen. Zonder --draw staat elke onzekere
          invoer op zijn verwachtingswaarde, en doet een regio mee aan een maatregel als
          de kans daarop groter is dan 50 %. Met --draw staan er precies de waarden die
          "waterlijn run" in die trekking gebruikt, bij dezelfde startwaarde en
          steekproef.
          """,
        en: """
          Shows every intermediate value of the model for one scenario, one region and one
          year, so that you can follow it with a pocket calculator. Without --draw every
          uncertain input is at its mean, and a region takes part in a measure if the
          probability of that is above 50 %. With --draw the values are exactly those that
          "waterlijn run" uses in that draw, for the same seed and sampler.
          """)
    case .benchmark:
      return Localized(
        nl: """
          Vergelijkt de huidige situatie van de regio's: personen per 100.000 inwoners,
          uren per persoon, piketposities en kosten per inwoner, met de plaats van elke
          regio, de spreiding en de norm. Met --region ziet u in plaats daarvan alles
          van één of meer regio's, functie voor functie. Aangenomen gegevens krijgen een
          *. Met --out komt alles in benchmark.csv.
          """,
        en: """
          Compares what the regions have today: people per 100,000 inhabitants, hours a
          person, standby positions and cost an inhabitant, with each region's place, the
          spread and the norm. With --region you see instead all of one or more regions,
          function by function. Assumed figures get a *. With --out all goes into
          benchmark.csv.
          """)
    case .compare:
      return Localized(
        nl: """
          Vergelijkt twee scenario's van een studie (A --scenario a+b), of twee studies of
          mappen met resultaten (A en B, bijvoorbeeld vorig jaar en dit jaar). Toont het
          verschil per jaar en per regio met zijn spreiding en de kans dat het tweede
          goedkoper is, in welke kostenregels het zit en welke gewijzigde invoer het
          maakt. De delen tellen precies op tot het verschil. Met --out komt alles in
          compare.csv, bridge.csv en changes.csv.
          """,
        en: """
          Compares two scenarios of a study (A --scenario a+b), or two studies or results
          folders (A and B, for example last year's and this year's). Shows the difference
          by year and by region with its spread and the chance that the second is the
          cheaper one, which cost lines hold it and which changed inputs make it. The
          parts sum to the difference exactly. With --out all goes into compare.csv,
          bridge.csv and changes.csv.
          """)
    case .help:
      return Localized(
        nl: "Toont alle opdrachten, of de uitleg en opties van één opdracht.",
        en: "Shows all commands, or the explanation and options of one command.")
    }
  }

  /// Command lines to learn from.
  var examples: [Localized] {
    switch self {
    case .run:
      return [
        Localized(nl: "waterlijn run scenarios/nederland", en: "waterlijn run scenarios/nederland"),
        Localized(
          nl: "waterlijn run mijn-studie --draws 50.000 --region VR17+VR18 --csv-locale nl",
          en: "waterlijn run my-study --draws 50,000 --language en"),
      ]
    case .check: return [Localized(nl: "waterlijn check mijn-studie", en: "waterlijn check my-study --language en")]
    case .explain:
      return [
        Localized(
          nl: "waterlijn explain mijn-studie --scenario INGROEI --region VR17 --year 2028",
          en: "waterlijn explain my-study --scenario INGROEI --region NL --year 2028 --draw 1")
      ]
    case .benchmark:
      return [
        Localized(
          nl: "waterlijn benchmark mijn-studie --region VR17", en: "waterlijn benchmark my-study --language en"),
        Localized(
          nl: "waterlijn benchmark mijn-studie --out vergelijking --csv-locale nl",
          en: "waterlijn benchmark my-study --out comparison"),
      ]
    case .compare:
      return [
        Localized(
          nl: "waterlijn compare scenarios/nederland --scenario INGROEI+INGROEI-SLIM",
          en: "waterlijn compare scenarios/nederland --scenario INGROEI+INGROEI-SLIM"),
        Localized(
          nl: "waterlijn compare studie-2026 studie-2027 --out verschil",
          en: "waterlijn compare study-2026 study-2027/resultaten --out difference"),
      ]
    case .help: return []
    }
  }
}
