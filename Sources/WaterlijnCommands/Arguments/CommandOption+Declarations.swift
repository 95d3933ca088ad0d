import CostEngine
import Reports
import Terms

/// The options of all commands, with their usual placeholders and help texts.
extension CommandOption {
  // MARK: Where results go

  static let out = CommandOption(
    "out", Bilingual(nl: "MAP", en: "FOLDER"),
    help: Bilingual(
      nl: "map voor de resultaten; zonder: \(UsualResultsFolder.name) in de studie",
      en: "folder for the results; without: \(UsualResultsFolder.name) in the study")
  ) { text, option, arguments throws(UsageError) in
    arguments.out = try FileNames.notEmpty(text, option)
  }

  /// ``out`` for commands that write several tables.
  static let tables = out.worded(
    help: Bilingual(
      nl: "map voor de tabellen (CSV); zonder: alleen tekst", en: "folder for the tables (CSV); without: text only"))

  static let xlsx = CommandOption(
    "xlsx", Bilingual(nl: "BESTAND", en: "FILE"),
    help: Bilingual(
      nl: "alles ook in een werkmap voor Excel (.xlsx)", en: "all of it in a workbook for Excel (.xlsx) as well")
  ) { text, option, arguments throws(UsageError) in
    arguments.xlsx = try FileNames.workbook(text, option)
  }

  static let base = CommandOption(
    "base", Bilingual(nl: "BESTAND", en: "FILE"),
    help: Bilingual(nl: "de lege pagina, als die ergens anders staat", en: "the empty page, if it is elsewhere")
  ) { text, option, arguments throws(UsageError) in
    arguments.base = try FileNames.notEmpty(text, option)
  }

  // MARK: Answers

  static let into = CommandOption(
    "into", Bilingual(nl: "MAP", en: "FOLDER"),
    help: Bilingual(nl: "map van de nieuwe studie (nodig)", en: "folder of the new study (needed)")
  ) { text, option, arguments throws(UsageError) in
    arguments.into = try FileNames.notEmpty(text, option)
  }

  static let reply = CommandOption(
    "reply", Bilingual(nl: "MAP", en: "FOLDER"),
    help: Bilingual(nl: "map voor wat met vragen teruggaat", en: "folder for what goes back with questions")
  ) { text, option, arguments throws(UsageError) in
    arguments.reply = try FileNames.notEmpty(text, option)
  }

  static let estimate = CommandOption(
    "estimate",
    help: Bilingual(
      nl: "schat wat ontbreekt uit wat andere regio's gaven",
      en: "estimates what is not given from what others gave")
  ) { arguments in arguments.estimates = true }

  static let prefer = CommandOption(
    "prefer", Bilingual(same: "newest"),
    help: Bilingual(
      nl: "van verschillende antwoorden telt het nieuwste", en: "of different answers the newest counts")
  ) { text, option, arguments throws(UsageError) in
    guard text == "newest" else {
      throw .invalid(
        option,
        Bilingual(
          nl: "\"\(text)\" kan hier niet. Schrijf --prefer newest.",
          en: "\"\(text)\" will not do here. Write --prefer newest."))
    }
    arguments.prefersNewest = true
  }

  // MARK: Parts

  static let part = CommandOption(
    "part", Bilingual(same: "K/N"),
    help: Bilingual(
      nl: "alleen deel K van N: 3/16, 3,17-19/64 of auto", en: "only part K of N: 3/16, 3,17-19/64 or auto")
  ) { text, option, arguments throws(UsageError) in
    arguments.part = try PartChoice.parse(text, option)
  }

  static let parts = CommandOption(
    "parts", Bilingual(same: "N"),
    help: Bilingual(
      nl: "aantal delen bij --part auto; zonder: dat van de taken",
      en: "number of parts with --part auto; without: of tasks")
  ) { text, option, arguments throws(UsageError) in
    arguments.parts = Int(try WholeNumber.read(text, option, in: 1...UInt64(PartChoice.most)))
  }

  static let plan = CommandOption(
    "plan", Bilingual(nl: "MAP", en: "FOLDER"),
    help: Bilingual(
      nl: "map voor een lijst van varianten, om te verdelen", en: "folder for a list of variants, to be divided")
  ) { text, option, arguments throws(UsageError) in
    arguments.plan = try FileNames.notEmpty(text, option)
  }

  static let checkpoint = CommandOption(
    "checkpoint",
    help: Bilingual(
      nl: "bewaart elke minuut wat klaar is, ook bij Ctrl-C", en: "keeps what is done every minute, and at Ctrl-C")
  ) { arguments in arguments.keepsCheckpoints = true }

  static let resume = CommandOption(
    "resume",
    help: Bilingual(
      nl: "gaat verder met wat --checkpoint bewaarde, als dat er is",
      en: "goes on with what --checkpoint kept, if there is any")
  ) { arguments in (arguments.keepsCheckpoints, arguments.resumes) = (true, true) }

  static let partial = CommandOption(
    "partial",
    help: Bilingual(
      nl: "een tussenstand van de delen die er zijn", en: "interim results of the parts that are there")
  ) { arguments in arguments.isPartial = true }

  /// ``parts`` of what was computed already.
  static let partCount = CommandOption(
    "parts", Bilingual(same: "N"),
    help: Bilingual(
      nl: "in hoeveel delen er is gerekend; zonder: blijkt uit de delen",
      en: "number of parts in all; without: told from those there")
  ) { text, option, arguments throws(UsageError) in
    arguments.partCount = Int(try WholeNumber.read(text, option, in: 1...UInt64(PartChoice.most)))
  }

  static let csvLocale = CommandOption(
    "csv-locale", Bilingual(same: "nl|en"),
    help: Bilingual(
      nl: "nl: CSV met puntkomma's en decimale komma's; zonder: en",
      en: "nl: CSV with semicolons and decimal commas; without: en")
  ) { text, option, arguments throws(UsageError) in
    arguments.csvLocale = try option.one(
      of: CSVLocale.allCases.map { ($0.id, $0) }, text,
      expected: Bilingual(
        nl: "schrijfwijze; het is nl (; en decimale komma) of en (, en decimale punt)",
        en: "a way of writing; it is nl (; and decimal comma) or en (, and decimal point)"))
  }

  static let quiet = CommandOption(
    "quiet", help: Bilingual(nl: "toont geen overzicht en geen voortgang", en: "shows no overview and no progress")
  ) { arguments in arguments.isQuiet = true }

  static let strict = CommandOption(
    "strict",
    help: Bilingual(nl: "status 3 zolang er open twijfels zijn", en: "status 3 as long as there are open doubts")
  ) { arguments in arguments.isStrict = true }

  // MARK: Computation

  static let draws = CommandOption(
    "draws", Bilingual(same: "N"),
    help: Bilingual(nl: "aantal trekkingen; zonder: dat van de studie", en: "number of draws; without: the study's"),
    read: drawsReader(from: 1))

  /// ``draws`` for analyses whose standard error needs two replicates.
  static let replicatedDraws = draws.reading(drawsReader(from: UInt64(ResolvedArguments.drawsOfTwoReplicates)))

  private static func drawsReader(from fewest: UInt64) -> Reader {
    { text, option, arguments throws(UsageError) in
      arguments.draws = Int(
        try WholeNumber.read(text, option, in: fewest...UInt64(SimulationSettings.maximumDraws)))
    }
  }

  static let tolerance = CommandOption(
    "tolerance", Bilingual(same: "P%"),
    help: Bilingual(
      nl: "voegt trekkingen toe tot de steekproeffout zo klein is",
      en: "adds draws until the sampling error is as small as this")
  ) { text, option, arguments throws(UsageError) in
    guard let tolerance = Share.parse(text), tolerance > 0, tolerance < 1 else {
      if let share = Share.parse(text), share <= 100 { try Share.askForPercent(text, share, usually: 1, option) }
      throw .invalidValue(
        option, text,
        expected: Bilingual(
          nl: "nauwkeurigheid; die ligt tussen 0 en 100 %, zoals 0,5%",
          en: "a precision; that lies between 0 and 100%, such as 0.5%"))
    }
    try Share.askForPercent(text, tolerance, usually: 0.05, option)
    arguments.tolerance = tolerance
  }

  static let maxDraws = CommandOption(
    "max-draws", Bilingual(same: "N"),
    help: Bilingual(
      nl: "de meeste trekkingen bij --tolerance; zonder: 1.000.000",
      en: "the most draws with --tolerance; without: 1,000,000")
  ) { text, option, arguments throws(UsageError) in
    arguments.maximumDraws = Int(
      try WholeNumber.read(
        text, option, in: UInt64(PrecisionGoal.fewestDraws)...UInt64(SimulationSettings.maximumDraws)))
  }

  static let seed = CommandOption(
    "seed", Bilingual(same: "N"),
    help: Bilingual(
      nl: "startwaarde van het toeval; zonder: die van de studie",
      en: "seed of the random numbers; without: the study's")
  ) { text, option, arguments throws(UsageError) in
    arguments.seed = try WholeNumber.read(text, option, in: 0...UInt64.max)
  }

  static let sampler = CommandOption(
    "sampler", Bilingual(nl: "SOORT", en: "KIND"),
    help: Bilingual(
      nl: "lhs (Latin hypercube), sobol of random", en: "lhs (Latin hypercube), sobol or random")
  ) { text, option, arguments throws(UsageError) in
    arguments.sampler = try option.one(
      of: Sampler.allCases.map { ($0.id, $0) }, text,
      expected: Bilingual(
        nl: "steekproef; het is lhs (Latin hypercube), sobol of random",
        en: "a sampler; it is lhs (Latin hypercube), sobol or random"))
  }

  static let threads = CommandOption(
    "threads", Bilingual(same: "N"),
    help: Bilingual(
      nl: "hoeveel processorkernen rekenen; verandert geen cijfer",
      en: "how many processor cores compute; changes no figure")
  ) { text, option, arguments throws(UsageError) in
    arguments.threads = Int(try WholeNumber.read(text, option, in: 1...1024))
  }

  static let draw = CommandOption(
    "draw", Bilingual(same: "N"),
    help: Bilingual(nl: "nummer van een trekking, vanaf 1", en: "number of a draw, from 1")
  ) { text, option, arguments throws(UsageError) in
    arguments.draw = Int(try WholeNumber.read(text, option, in: 1...UInt64(SimulationSettings.maximumDraws)))
  }

  // MARK: Parts of the study

  static let study = CommandOption(
    "study", Bilingual(nl: "MAP", en: "FOLDER"),
    help: Bilingual(
      nl: "de studie van RESULTATEN, als die er niet omheen staat",
      en: "the study of RESULTS, if it is not the folder around it")
  ) { text, option, arguments throws(UsageError) in
    arguments.studyOfResults = try FileNames.notEmpty(text, option)
  }

  static let scenario = CommandOption(
    "scenario", Bilingual(same: "S"), help: Bilingual(nl: "code van het scenario", en: "code of the scenario")
  ) { text, _, arguments in arguments.scenario = text }

  /// ``scenario`` for commands that accept several scenarios at a time.
  static let scenarios = scenario.worded(
    Bilingual(same: "S+S"),
    help: Bilingual(
      nl: "alleen deze scenario's, codes met + ertussen", en: "only these scenarios, codes joined by +"))

  static let among = CommandOption(
    "among", Bilingual(same: "S+S"),
    help: Bilingual(
      nl: "de keuze; zonder: alle met dezelfde norm en bandbreedte",
      en: "the choice; without: all of the same level and bandwidth")
  ) { text, _, arguments in arguments.among = text }

  static let answerHours = CommandOption(
    "answer-hours", Bilingual(nl: "U", en: "H"),
    help: Bilingual(
      nl: "uren die één regio nodig heeft voor één antwoord", en: "hours that one region takes for one answer")
  ) { text, option, arguments throws(UsageError) in
    arguments.answerHours = try PositiveNumber.read(text, option)
  }

  static let hourWorth = CommandOption(
    "hour-worth", Bilingual(same: "EUR"),
    help: Bilingual(nl: "wat een uur waard is; zonder: 75", en: "what an hour is worth; without: 75")
  ) { text, option, arguments throws(UsageError) in
    arguments.hourWorth = try PositiveNumber.read(text, option)
  }

  static let region = CommandOption(
    "region", Bilingual(same: "R"),
    help: Bilingual(
      nl: "code van de regio, of NL voor alle regio's samen", en: "code of the region, or NL for all together")
  ) { text, _, arguments in arguments.region = text }

  /// ``region`` for commands that show all figures of the given regions, instead of a few figures of all regions.
  static let shownRegions = region.worded(
    Bilingual(same: "R+R"),
    help: Bilingual(nl: "alles van deze regio's, codes met + ertussen", en: "all of these regions, codes joined by +"))

  static let year = CommandOption(
    "year", Bilingual(nl: "JAAR", en: "YEAR"), help: Bilingual(nl: "kalenderjaar", en: "calendar year")
  ) { text, _, arguments in arguments.year = text }

  static let quantity = CommandOption(
    "quantity", Bilingual(nl: "G+G", en: "Q+Q"),
    help: Bilingual(
      nl: "meerkosten (ook zonder optie), netto, structureel ...",
      en: "delta (also without option), net, structural ...")
  ) { text, option, arguments throws(UsageError) in
    arguments.quantities = try QuantityNames.list(text, option)
  }

  static let by = CommandOption(
    "by", Bilingual(nl: "INDELING", en: "GROUPING"),
    help: Bilingual(
      nl: "variabele, kolom, functie of regio; zonder: kolom",
      en: "variable, column, function or region; without: column")
  ) { text, option, arguments throws(UsageError) in
    arguments.grouping = try option.one(
      of: SensitivityContent.Grouping.allCases.flatMap { [($0.rawValue, $0), ($0.dutchWord, $0)] }, text,
      expected: Bilingual(
        nl: "indeling; het is variabele, kolom, functie of regio",
        en: "a grouping; it is variable, column, function or region"))
  }

  // MARK: Inputs that are varied

  static let vary = CommandOption(
    "vary", Bilingual(nl: "NAAM=WAARDEN", en: "NAME=VALUES"),
    help: Bilingual(
      nl: "welk getal, welke waarden; hooguit twee keer", en: "which input, which values; twice at most"),
    mayRepeat: true
  ) { text, option, arguments throws(UsageError) in
    if arguments.vary.count == 2 {
      throw .invalid(option, Bilingual(nl: "hooguit twee invoeren tegelijk.", en: "two inputs at a time at most."))
    }
    arguments.vary.append(text)
  }

  static let find = CommandOption(
    "find", Bilingual(nl: "NAAM", en: "NAME"),
    help: Bilingual(nl: "het getal dat gezocht wordt", en: "the input that is sought")
  ) { text, _, arguments in arguments.find = text }

  static let range = CommandOption(
    "range", Bilingual(same: "A...B"),
    help: Bilingual(nl: "van de laagste tot de hoogste waarde", en: "from the lowest to the highest value")
  ) { text, _, arguments in arguments.range = text }

  static let suchThat = CommandOption(
    "such-that", Bilingual(nl: "EIS", en: "CONDITION"),
    help: Bilingual(nl: "waaraan voldaan moet zijn", en: "what must be met")
  ) { text, _, arguments in arguments.condition = text }

  static let smallest = CommandOption(
    "smallest",
    help: Bilingual(
      nl: "de kleinste waarde (ook zonder deze optie)", en: "the smallest value (also without this option)")
  ) { arguments in arguments.wantsSmallest = true }

  static let largest = CommandOption("largest", help: Bilingual(nl: "de grootste waarde", en: "the largest value")) {
    arguments in arguments.wantsLargest = true
  }

  // MARK: General options

  static let language = CommandOption(
    "language", Bilingual(same: "nl|en"), help: Bilingual(nl: "taal van alle tekst", en: "language of all text")
  ) { text, option, arguments throws(UsageError) in
    arguments.language = try option.one(
      of: Language.allCases.map { ($0.id, $0) }, text,
      expected: Bilingual(nl: "taal; het is nl of en", en: "a language; it is nl or en"))
  }

  static let help = CommandOption(
    "help", help: Bilingual(nl: "toont deze uitleg", en: "shows this explanation")
  ) { arguments in arguments.wantsHelp = true }

  static let version = CommandOption(
    "version", help: Bilingual(nl: "toont de versie", en: "shows the version")
  ) { arguments in arguments.wantsVersion = true }
}
