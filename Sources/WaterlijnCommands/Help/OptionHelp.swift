import StudyFiles
import Terms

extension OptionName {
  /// What it does, in a few words.
  func summary(of command: CommandName) -> Bilingual {
    switch self {
    case .out where command == .report:
      return Bilingual(
        nl: "de pagina; zonder: rapport.html bij de resultaten", en: "the page; without: report.html with the results")
    case .region where command == .report:
      return Bilingual(
        nl: "blad van deze regio, of all: van elke regio een", en: "sheet of this region, or all: one of every region")
    case .scenario where command == .report:
      return Bilingual(
        nl: "waarmee de pagina opent; zonder: het eerste", en: "that the page opens with; without: the first")
    case .quiet where command == .report:
      return Bilingual(nl: "toont geen voortgang en geen melding", en: "shows no progress and no message")
    case .out where command == .benchmark:
      return Bilingual(
        nl: "map voor benchmark.csv; zonder: alleen tekst", en: "folder for benchmark.csv; without: text only")
    case .scenario where command == .priority:
      return Bilingual(
        nl: "scenario waarvan het totaal telt; zonder: het eerste", en: "whose total counts; without: the first")
    case .scenario where command == .benchmark:
      return Bilingual(
        nl: "scenario waarvan de norm is; zonder: het eerste", en: "whose level is the norm; without: the first")
    case .region where command == .benchmark || command == .priority:
      return Bilingual(
        nl: "alles van deze regio's, codes met + ertussen", en: "all of these regions, codes joined by +")
    case .out where command == .sensitivity || command == .priority:
      return Bilingual(
        nl: "map voor de tabellen (CSV); zonder: alleen tekst", en: "folder for the tables (CSV); without: text only")
    case .out where command == .compare:
      return Bilingual(
        nl: "map voor de tabellen; zonder: alleen tekst", en: "folder for the tables; without: text only")
    case .scenario where command == .compare:
      return Bilingual(
        nl: "a+b: van a naar b; bij A en B volstaat één code", en: "a+b: from a to b; of A and B one code will do")
    case .region where command == .compare:
      return Bilingual(
        nl: "verklaart het verschil van deze regio's", en: "explains the difference of these regions")
    case .draws where command == .compare:
      return Bilingual(nl: "aantal trekkingen; zonder: dat van A", en: "number of draws; without: A's")
    case .seed where command == .compare:
      return Bilingual(
        nl: "startwaarde van het toeval; zonder: die van A", en: "seed of the random numbers; without: A's")
    case .sampler where command == .compare:
      return Bilingual(nl: "lhs, sobol of random; zonder: dat van A", en: "lhs, sobol or random; without: A's")
    case .out where command == .sweep:
      return Bilingual(nl: "map voor sweep.csv; zonder: alleen tekst", en: "folder for sweep.csv; without: text only")
    case .out where command == .solve:
      return Bilingual(nl: "map voor solve.csv; zonder: alleen tekst", en: "folder for solve.csv; without: text only")
    case .region where command == .sweep:
      return Bilingual(
        nl: "van deze regio's (of NL); zonder: NL, alle samen",
        en: "of these regions (or NL); without: NL, all together")
    case .year where command == .sweep:
      return Bilingual(
        nl: "van dit jaar; zonder: alle jaren samen", en: "of this year; without: all years together")
    case .vary:
      return Bilingual(
        nl: "welk getal, welke waarden; hooguit twee keer", en: "which input, which values; twice at most")
    case .quantity where command == .sensitivity:
      return Bilingual(
        nl: "meerkosten (zonder optie), netto, structureel, incidenteel",
        en: "delta (without option), net, structural, incidental")
    case .quantity where command == .compare:
      return Bilingual(
        nl: "meerkosten (ook zonder optie), netto, kosten ...", en: "delta (also without option), net, cost ...")
    case .quantity:
      return Bilingual(
        nl: "meerkosten (ook zonder optie), netto, structureel ...",
        en: "delta (also without option), net, structural ...")
    case .find: return Bilingual(nl: "het getal dat gezocht wordt", en: "the input that is sought")
    case .range:
      return Bilingual(nl: "van de laagste tot de hoogste waarde", en: "from the lowest to the highest value")
    case .suchThat: return Bilingual(nl: "waaraan voldaan moet zijn", en: "what must be met")
    case .smallest:
      return Bilingual(
        nl: "de kleinste waarde (ook zonder deze optie)", en: "the smallest value (also without this option)")
    case .largest: return Bilingual(nl: "de grootste waarde", en: "the largest value")
    case .out:
      return Bilingual(
        nl: "map voor de resultaten; zonder: \(RunCommand.defaultResultsFolder) in de studie",
        en: "folder for the results; without: \(RunCommand.defaultResultsFolder) in the study")
    case .study:
      return Bilingual(
        nl: "de studie van RESULTATEN, als die er niet omheen staat",
        en: "the study of RESULTS, if it is not the folder around it")
    case .xlsx:
      return Bilingual(
        nl: "alles ook in een werkmap voor Excel (.xlsx)", en: "all of it in a workbook for Excel (.xlsx) as well")
    case .draws:
      return Bilingual(
        nl: "aantal trekkingen; zonder: dat van de studie",
        en: "number of draws; without: the study's")
    case .tolerance:
      return Bilingual(
        nl: "voegt trekkingen toe tot de steekproeffout zo klein is",
        en: "adds draws until the sampling error is as small as this")
    case .maxDraws:
      return Bilingual(
        nl: "de meeste trekkingen bij --tolerance; zonder: 1.000.000",
        en: "the most draws with --tolerance; without: 1,000,000")
    case .seed:
      return Bilingual(
        nl: "startwaarde van het toeval; zonder: die van de studie",
        en: "seed of the random numbers; without: the study's")
    case .sampler:
      return Bilingual(
        nl: "lhs, sobol of random; zonder: dat van de studie",
        en: "lhs, sobol or random; without: the study's")
    case .threads:
      return Bilingual(
        nl: "hoeveel processorkernen rekenen; verandert geen cijfer",
        en: "how many processor cores compute; changes no figure")
    case .scenario:
      return ![.run, .sweep].contains(command)
        ? Bilingual(nl: "code van het scenario", en: "code of the scenario")
        : Bilingual(nl: "alleen deze scenario's, codes met + ertussen", en: "only these scenarios, codes joined by +")
    case .region:
      return command != .run
        ? Bilingual(
          nl: "code van de regio, of NL voor alle regio's samen", en: "code of the region, or NL for all together")
        : Bilingual(nl: "alleen deze regio's, codes met + ertussen", en: "only these regions, codes joined by +")
    case .among:
      return Bilingual(
        nl: "de keuze; zonder: alle met dezelfde norm en bandbreedte",
        en: "the choice; without: all of the same level and bandwidth")
    case .by:
      return Bilingual(
        nl: "variable, column, function of region; zonder: column",
        en: "variable, column, function or region; without: column")
    case .year: return Bilingual(nl: "kalenderjaar", en: "calendar year")
    case .draw: return Bilingual(nl: "nummer van een trekking, vanaf 1", en: "number of a draw, from 1")
    case .language: return Bilingual(nl: "taal van alle tekst", en: "language of all text")
    case .csvLocale:
      return Bilingual(
        nl: "nl: CSV met puntkomma's en decimale komma's; zonder: en",
        en: "nl: CSV with semicolons and decimal commas; without: en")
    case .quiet: return Bilingual(nl: "toont geen overzicht en geen voortgang", en: "shows no overview and no progress")
    case .help: return Bilingual(nl: "toont deze uitleg", en: "shows this explanation")
    case .version: return Bilingual(nl: "toont de versie", en: "shows the version")
    }
  }
}
