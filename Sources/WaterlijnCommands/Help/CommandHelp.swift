import CostEngine
import StudyFiles
import Terms

extension CommandName {
  /// What follows the name on the command line.
  var operand: Bilingual? {
    switch self {
    case .run, .check, .explain, .benchmark, .sensitivity, .priority, .sweep, .solve:
      return Bilingual(nl: "STUDIE", en: "STUDY")
    case .report: return Bilingual(nl: "STUDIE|RESULTATEN", en: "STUDY|RESULTS")
    case .compare: return Bilingual(same: "A [B]")
    case .help: return Bilingual(nl: "[OPDRACHT]", en: "[COMMAND]")
    }
  }

  /// One line.
  var summary: Bilingual {
    switch self {
    case .run:
      return Bilingual(
        nl: "rekent een studie door en schrijft de resultaten", en: "computes a study and writes the results")
    case .report:
      return Bilingual(nl: "maakt een rapport om te versturen", en: "makes a report to send around")
    case .check:
      return Bilingual(
        nl: "zoekt fouten in een studie en toont wat er gelezen is", en: "looks for mistakes and shows what was read")
    case .explain:
      return Bilingual(
        nl: "rekent één regio en jaar voor, stap voor stap",
        en: "works out one region and year, step by step")
    case .benchmark:
      return Bilingual(
        nl: "zet naast elkaar wat de regio's vandaag hebben", en: "puts beside each other what the regions have today")
    case .compare:
      return Bilingual(
        nl: "vergelijkt twee scenario's, studies of uitkomsten",
        en: "compares two scenarios, studies or results")
    case .sensitivity:
      return Bilingual(nl: "toont wat de uitkomst onzeker maakt", en: "shows what makes the outcome uncertain")
    case .priority:
      return Bilingual(
        nl: "toont welke gegevens u de regio's eerst vraagt", en: "shows which figures to ask the regions first")
    case .sweep:
      return Bilingual(
        nl: "zet op een rij wat er uitkomt bij andere invoer",
        en: "lists what comes out for other inputs")
    case .solve:
      return Bilingual(
        nl: "zoekt de invoer waarbij aan een eis is voldaan",
        en: "seeks the input at which a condition is met")
    case .help:
      return Bilingual(nl: "legt een opdracht uit", en: "explains a command")
    }
  }

  /// Paragraphs.
  var explanation: Bilingual {
    switch self {
    case .run:
      return Bilingual(
        nl: """
          Rekent elk scenario van de studie door, voor elke regio en voor alle regio's
          samen. Dat gebeurt duizenden keren, telkens met andere waarden van de onzekere
          invoer (trekkingen). In de map met resultaten komen summary.csv (de verdeling
          van elk bedrag), lines.csv (de kostenregels), pairs.csv (de scenario's
          vergeleken) en manifest.json (waarmee gerekend is). Daarna verschijnt het
          overzicht. Wat er al stond, wordt pas vervangen als alles gelukt is; Ctrl-C
          breekt af zonder iets te veranderen.

          Met --tolerance 0,5% komen er trekkingen bij tot de steekproeffout van
          gemiddelde, P5, P50 en P95 van de meerkosten, in elke regio en samen, ten
          hoogste 0,5 % is van de afstand tussen P5 en P95. Het overzicht noemt het
          aantal trekkingen en het bedrag dat het minst nauwkeurig is.

          Met --xlsx uitkomst.xlsx komt alles ook in een werkmap voor Excel en
          LibreOffice: een blad per onderwerp, totalen als formules, en alle aannames
          met hun bron.
          """,
        en: """
          Computes every scenario of the study, for each region and for all regions
          together, thousands of times, each time with other values of the uncertain
          inputs (draws). The results folder gets summary.csv (the distribution of every
          amount), lines.csv (the cost lines), pairs.csv (the scenarios compared) and
          manifest.json (what was computed with). Then the overview is shown. What was
          there before is replaced only when all has succeeded; Ctrl-C stops without
          changing anything.

          With --tolerance 0.5% draws are added until the sampling error of mean, P5, P50
          and P95 of the extra cost, in each region and together, is at most 0.5% of the
          distance from P5 to P95. The overview names the number of draws and the amount
          that is least precise.

          With --xlsx results.xlsx it all goes into a workbook for Excel and LibreOffice
          as well: a sheet a subject, totals as formulas, and every assumption with its
          source.
          """)
    case .report:
      return Bilingual(
        nl: """
          Maakt een rapport: één webpagina die u kunt versturen en die met dubbelklikken
          opent, zonder internet en zonder installatie. Van een studie wordt alles eerst
          uitgerekend; van een map met resultaten (van "waterlijn run") staan in het
          rapport precies die uitkomsten, als de studie sindsdien niet veranderd is. Met
          --region VR17 is het een blad over één regio; met --region all komt er een blad
          van elke regio, met een pagina waarop ze te vinden zijn.
          """,
        en: """
          Makes a report: one web page that you can send around and that opens by double
          click, without internet or installation. Of a study everything is computed
          first; of a results folder (of "waterlijn run") the report holds precisely those
          results, if the study has not changed since. With --region VR17 it is a sheet
          about one region; with --region all there is a sheet of every region, and a page
          on which they are found.
          """)
    case .check:
      return Bilingual(
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
      return Bilingual(
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
      return Bilingual(
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
      return Bilingual(
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
    case .sensitivity:
      return Bilingual(
        nl: """
          Verdeelt de onzekerheid van één bedrag over de onzekere invoer: welk deel
          verdwijnt als u een invoer precies kent, welk deel blijft als u al het andere
          kent (Sobol-indices met 95 %-interval), en wat het bedrag gemiddeld is als de
          invoer laag (P10) of hoog (P90) uitvalt. Wat volgens correlations.csv samen
          beweegt, telt als één groep. Met --out komen alle groepen in sensitivity.csv en
          alle invoeren in sensitivity-inputs.csv. Elke trekking wordt 2 keer doorgerekend
          en dan 3 keer per groep.
          """,
        en: """
          Divides the uncertainty of one amount among the uncertain inputs: which part
          goes once an input is known, which part stays when all else is known (Sobol'
          indices with 95% intervals), and what the amount is on average when the input
          turns out low (P10) or high (P90). What moves together by correlations.csv
          counts as one group. With --out all groups go into sensitivity.csv and all
          inputs into sensitivity-inputs.csv. Every draw is evaluated 2 times and then 3
          times a group.
          """)
    case .priority:
      return Bilingual(
        nl: """
          Rangschikt wat voor de regio's is aangenomen (rijen met *) naar wat weten ervan
          waard is: hoeveel van de onzekerheid verdwijnt, hoeveel smaller de band van
          P5 tot P95 wordt, en wat de keuze tussen scenario's ermee wint (EVPPI). Als
          vraag aan alle regio's, en per regio; met --region alles van één of meer
          regio's. Wat de eerste 5, 10 en 20 vragen samen doen, staat eronder. Met --out
          komt alles in priority.csv en elk gegeven apart in priority-cells.csv.
          """,
        en: """
          Ranks what was assumed for the regions (rows with *) by what knowing it is
          worth: how much of the uncertainty goes, how much narrower the band from P5 to
          P95 becomes, and what the choice among scenarios gains (EVPPI). As a question
          to all regions, and by region; with --region all of one or more regions. What
          the first 5, 10 and 20 questions do together stands below. With --out all goes
          into priority.csv and each figure by itself into priority-cells.csv.
          """)
    case .sweep:
      return Bilingual(
        nl: """
          Rekent de studie telkens opnieuw door met andere waarden in één of twee cellen
          en zet de uitkomsten in een tabel; steeds op dezelfde trekkingen, zodat het
          verschil alleen van die waarden komt. Een NAAM is een kolom van scenarios.csv
          (tot, bandbreedte ...) van het scenario, een instelling (discontovoet ...), of
          de hele naam van een cel: tabel.kolom[sleutel], met * voor alle. Waarden:
          2026...2032 (elk jaar), 0...0,3/7 (zeven waarden) of 0+0,1+0,25. Wat niet kan,
          staat er zo bij. Met --out komt alles in sweep.csv.
          """,
        en: """
          Computes the study again and again with other values in one or two cells and
          puts the outcomes in a table; always on the same draws, so that the difference
          is that of the values alone. A NAME is a column of scenarios.csv (until,
          bandwidth ...) of the scenario, a setting (discount_rate ...), or the whole
          name of a cell: table.column[key], with * for all. Values: 2026...2032 (every
          year), 0...0.3/7 (seven values) or 0+0.1+0.25. What cannot be is told as such.
          With --out all goes into sweep.csv.
          """)
    case .solve:
      return Bilingual(
        nl: """
          Zoekt de kleinste (of grootste) waarde van één cel waarbij een EIS geldt, of
          zegt dat geen enkele waarde in het bereik voldoet. Een NAAM is als bij sweep.
          Een EIS is MAAT(BEDRAG[REGIO,JAAR]), dan <=, <, >= of >, dan een getal:
            p80(netto[NL,2027]) <= 0     kans(netto > 0) <= 20%
          Maten: gemiddelde, p1 tot en met p99, cvar95, sd, kans. Regio en jaar mogen
          weg: dan alle regio's en alle jaren samen. Jaren worden alle geprobeerd; andere
          getallen eerst over het hele bereik, dan steeds fijner. Zonder --range: de
          jaren van de studie, of 0...1 voor een aandeel. Voldoet er geen waarde, dan is
          de afsluitstatus toch 0: dat is het antwoord. Met --out komt alles wat
          geprobeerd is in solve.csv.
          """,
        en: """
          Seeks the smallest (or largest) value of one cell at which a CONDITION holds, or
          says that no value of the range does. A NAME is as for sweep. A CONDITION is
          STATISTIC(AMOUNT[REGION,YEAR]), then <=, <, >= or >, then a number:
            p80(net[NL,2027]) <= 0       chance(net > 0) <= 20%
          Statistics: mean, p1 to p99, cvar95, sd, chance. Region and year may be left
          out: then all regions and all years together. Years are all tried; other
          numbers first over the whole range, then ever finer. Without --range: the years
          of the study, or 0...1 for a share. Where no value meets it the exit status is
          0 all the same: that is the answer. With --out all that was tried goes into
          solve.csv.
          """)
    case .help:
      return Bilingual(
        nl: "Toont alle opdrachten, of de uitleg en opties van één opdracht.",
        en: "Shows all commands, or the explanation and options of one command.")
    }
  }

  /// Command lines to learn from.
  var examples: [Bilingual] {
    switch self {
    case .run:
      return [
        Bilingual(same: "waterlijn run scenarios/nederland"),
        Bilingual(
          nl: "waterlijn run mijn-studie --draws 50.000 --region VR17+VR18 --csv-locale nl",
          en: "waterlijn run my-study --draws 50,000 --language en"),
        Bilingual(
          nl: "waterlijn run mijn-studie --tolerance 0,5% --max-draws 200.000",
          en: "waterlijn run my-study --tolerance 0.5% --max-draws 200,000"),
      ]
    case .report:
      return [
        Bilingual(nl: "waterlijn report mijn-studie", en: "waterlijn report my-study --language en"),
        Bilingual(
          nl: "waterlijn report mijn-studie/resultaten --region VR17 --out vr17.html",
          en: "waterlijn report my-study/resultaten --region all --out sheets/index.html"),
      ]
    case .check: return [Bilingual(nl: "waterlijn check mijn-studie", en: "waterlijn check my-study --language en")]
    case .explain:
      return [
        Bilingual(
          nl: "waterlijn explain mijn-studie --scenario INGROEI --region VR17 --year 2028",
          en: "waterlijn explain my-study --scenario INGROEI --region NL --year 2028 --draw 1")
      ]
    case .benchmark:
      return [
        Bilingual(
          nl: "waterlijn benchmark mijn-studie --region VR17", en: "waterlijn benchmark my-study --language en"),
        Bilingual(
          nl: "waterlijn benchmark mijn-studie --out vergelijking --csv-locale nl",
          en: "waterlijn benchmark my-study --out comparison"),
      ]
    case .compare:
      return [
        Bilingual(
          nl: "waterlijn compare scenarios/nederland --scenario INGROEI+INGROEI-SLIM",
          en: "waterlijn compare scenarios/nederland --scenario INGROEI+INGROEI-SLIM"),
        Bilingual(
          nl: "waterlijn compare studie-2026 studie-2027 --out verschil",
          en: "waterlijn compare study-2026 study-2027/resultaten --out difference"),
      ]
    case .sensitivity:
      return [
        Bilingual(
          nl: "waterlijn sensitivity mijn-studie --scenario INGROEI",
          en: "waterlijn sensitivity my-study --scenario INGROEI --language en"),
        Bilingual(
          nl: "waterlijn sensitivity mijn-studie --scenario INGROEI --region VR17 --out uit",
          en: "waterlijn sensitivity my-study --scenario INGROEI --by region --quantity net"),
      ]
    case .priority:
      return [
        Bilingual(
          nl: "waterlijn priority mijn-studie --scenario INGROEI",
          en: "waterlijn priority my-study --scenario INGROEI --language en"),
        Bilingual(
          nl: "waterlijn priority mijn-studie --region VR17 --out uitvraag --csv-locale nl",
          en: "waterlijn priority my-study --scenario A --among A+B --out questions"),
      ]
    case .sweep:
      return [
        Bilingual(
          nl: "waterlijn sweep mijn-studie --scenario INGROEI --vary tot=2029...2035",
          en: "waterlijn sweep my-study --scenario INGROEI --vary until=2029...2035"),
        Bilingual(
          nl: "waterlijn sweep mijn-studie --scenario INGROEI --vary tot=2029...2035 \\\n"
            + "    --vary bandbreedte=0...0,3/7 --out tabel --csv-locale nl",
          en: "waterlijn sweep my-study --scenario INGROEI --vary until=2029...2035 \\\n"
            + "    --vary bandwidth=0...0.3/7 --out table"),
        Bilingual(
          nl: "waterlijn sweep mijn-studie --vary \"staffing.verloop[*/OvD-BZ]=5%...25%/5\"",
          en: "waterlijn sweep my-study --vary \"staffing.turnover[*/OvD-BZ]=5%...25%/5\""),
      ]
    case .solve:
      return [
        Bilingual(
          nl: "waterlijn solve mijn-studie --scenario INGROEI --find tot \\\n"
            + "    --such-that \"p80(netto[NL,2030]) <= 0\"",
          en: "waterlijn solve my-study --scenario INGROEI --find until \\\n"
            + "    --such-that \"p80(net[NL,2030]) <= 0\""),
        Bilingual(
          nl: "waterlijn solve mijn-studie --scenario INGROEI --find bandbreedte \\\n"
            + "    --range 0...0,5 --such-that \"kans(netto > 0) <= 20%\"",
          en: "waterlijn solve my-study --scenario INGROEI --find bandwidth \\\n"
            + "    --range 0...0.5 --such-that \"chance(net > 0) <= 20%\""),
      ]
    case .help: return []
    }
  }
}
