import Terms

/// The Dutch and English words that people write with numbers, in small letters.
enum QuantityWords {
  static let unknown: Set<String> = [
    "?", "??", "???", "onbekend", "n.v.t.", "n.v.t", "nvt", "p.m.", "p.m", "pm", "memorie", "pro memorie", "n.b.", "nb",
    "n.n.b.", "nnb", "nog onbekend", "niet bekend", "nog niet bekend", "weet niet", "weet ik niet", "geen idee",
    "geen opgave", "geen gegevens", "niet ingevuld", "volgt", "volgt nog", "n.t.b.", "ntb", "n.t.b", "nader te bepalen",
    "niet van toepassing", "niet beschikbaar", "tbd", "t.b.d.", "tba", "unknown", "not known", "n/a", "na", "n.a.",
    "not available", "not applicable", "no data", "x", "xx", "xxx", ".", "..", "...", "…", ":", "leeg", "blank", "null",
  ]
  static let nothing: Set<String> = [
    "nihil", "nul", "geen", "niets", "niks", "zero", "none", "nil", "nothing", "n.i.h.i.l.",
  ]
  static let yes: Set<String> = ["waar", "true", "ja", "yes"]
  static let no: Set<String> = ["onwaar", "false", "nee", "neen", "no"]

  /// The longer before the shorter of which they are the beginning.
  static let currencies = ["euro's", "euros", "euro", "eur.", "eur", "€"]
  static let otherCurrencies: Set<String> = [
    "$", "us$", "usd", "dollar", "dollars", "£", "gbp", "pond", "pounds", "f", "fl", "fl.", "gulden", "guldens", "chf",
  ]
  static let ledger: Set<String> = ["cr", "cr.", "credit", "c", "d", "db", "dr", "dr.", "debet", "debit", "af", "bij"]

  static let multiples: [(words: Set<String>, factor: Double)] = [
    (["honderd", "hundred"], 1e2),
    (["k", "k€", "€k", "duizend", "duizenden", "dzd", "dzd.", "thousand"], 1e3),
    (["ton"], 1e5), (["m", "m€", "€m", "mln", "mln.", "mio", "mio.", "miljoen", "million", "millions"], 1e6),
    (["mld", "mld.", "mrd", "mrd.", "miljard", "bn", "billion"], 1e9),
  ]
  static let percentages: [(words: Set<String>, part: Double)] = [
    (
      ["%", "procent", "percent", "pct", "pct.", "perc", "perc.", "proc", "proc.", "procentpunt", "procentpunten"], 0.01
    ),
    (["‰", "promille", "permille"], 1e-3), (["bp", "bps", "basispunt", "basispunten"], 1e-4),
  ]

  struct Time {
    enum Unit { case minute, hour, partOfDay, day, week, month, quarter, year }
    let words: Set<String>
    let unit: Unit

    /// What a number behind it is of, if that is not said: 1 uur 30.
    var ofClock: Time? { unit == .hour ? QuantityWords.times[0] : nil }

    /// Number of units of the column in one of these; nil if that is not fixed.
    func scale(in measure: Terms.Unit.Measure) -> Double? {
      switch unit {
      case .minute: return measure.isOfHours ? 1.0 / 60 : nil
      case .hour: return measure.isOfHours ? 1 : nil
      case .partOfDay: return nil
      case .day: return measure == .years ? 1 / 365.25 : nil
      case .week: return measure == .years ? 7 / 365.25 : nil
      case .month: return measure == .years ? 1.0 / 12 : nil
      case .quarter: return measure == .years ? 0.25 : nil
      case .year: return measure == .years ? 1 : nil
      }
    }
  }

  static let times: [Time] = [
    Time(words: ["min", "min.", "minuut", "minuten", "minute", "minutes"], unit: .minute),
    Time(words: ["u", "u.", "uur", "uren", "h", "hr", "hrs", "hour", "hours"], unit: .hour),
    Time(
      words: ["dag", "dagen", "dgn", "d.", "day", "days", "etmaal", "etmalen"], unit: .day),
    Time(words: ["dagdeel", "dagdelen", "werkdag", "werkdagen"], unit: .partOfDay),
    Time(words: ["wk", "wk.", "week", "weken", "weeks"], unit: .week),
    Time(words: ["mnd", "mnd.", "maand", "maanden", "month", "months"], unit: .month),
    Time(words: ["kwartaal", "kwartalen", "quarter", "quarters"], unit: .quarter),
    Time(words: ["jr", "jr.", "jaar", "jaren", "year", "years"], unit: .year),
  ]
  /// What follows says for what the number holds.
  static let per: Set<String> = ["per", "a", "p.j.", "pj", "p.p.", "pp", "p/j", "/", "in", "voor", "for"]
  static let nouns: Set<String> = [
    "persoon", "personen", "pers", "pers.", "man", "mensen", "medewerkers", "functionarissen", "person", "persons",
    "people", "stuks", "st", "st.", "stuk", "keer", "maal", "x", "times", "posities", "positie", "positions",
    "plaatsen",
    "gemeenten", "municipalities", "inwoners", "inhabitants", "deelnemers", "totaal", "total", "fte",
  ]

  /// Words that begin a remark with figures of its own.
  static let remarks: Set<String> = [
    "incl", "incl.", "inclusief", "excl", "excl.", "exclusief", "waarvan", "zie", "inclusive", "including", "excluding",
    "of", "see", "in", "per", "vanaf", "sinds", "peildatum", "stand", "since", "volgens", "*", "¹", "²", "³",
  ]

  static let atLeast = [
    "minimaal ", "minimum ", "min. ", "min.", "min ", "ten minste ", "tenminste ", "minstens ", "vanaf ", "meer dan ",
    "op z'n minst ", "at least ", "more than ", ">=", "≥", ">",
  ]
  static let atMost = [
    "maximaal ", "maximum ", "max. ", "max.", "max ", "hooguit ", "hoogstens ", "ten hoogste ", "tot ", "tot en met ",
    "t/m ", "minder dan ", "op z'n hoogst ", "at most ", "up to ", "less than ", "<=", "≤", "<",
  ]
  static let about = [
    "ongeveer ", "ong. ", "ong ", "circa ", "ca. ", "ca.", "ca ", "c. ", "plm. ", "plm ", "±", "+/-", "+/- ",
    "rond de ",
    "rond ", "zo'n ", "zo’n ", "bijna ", "ruim ", "krap ", "naar schatting ", "geschat ", "schatting ", "about ",
    "approx. ", "approximately ", "around ", "roughly ", "~", "≈",
  ]
  /// The longer before the shorter.
  static let between = [
    " tot en met ", " t/m ", " tm ", " tot ", " à ", " a ", "à", " of ", " or ", " to ", "....", "...", "…", "..",
    " - ", "-",
    " ~ ", "~",
  ]

  static let numbers: [(words: [String], value: Double)] = [
    (["anderhalf", "anderhalve"], 1.5), (["een half", "een halve", "half", "halve"], 0.5),
    (["een kwart", "kwart"], 0.25), (["een", "één", "one"], 1), (["twee", "two"], 2), (["drie", "three"], 3),
    (["vier", "four"], 4), (["vijf", "five"], 5), (["zes", "six"], 6), (["zeven", "seven"], 7), (["acht", "eight"], 8),
    (["negen", "nine"], 9), (["tien", "ten"], 10), (["elf", "eleven"], 11), (["twaalf", "twelve"], 12),
    (["dertien"], 13), (["veertien"], 14), (["vijftien"], 15), (["zestien"], 16), (["twintig", "twenty"], 20),
    (["dertig", "thirty"], 30), (["veertig", "forty"], 40), (["vijftig", "fifty"], 50), (["honderd", "hundred"], 100),
  ]
  static let fractions: [Character: Double] = ["½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3]

  /// The words of a text; a slash and a sign of a percentage are words of their own.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in text {
      if character == " " {
        end()
      } else if "/%‰€".contains(character), word != "k", word != "m" {
        end()
        words.append(String(character))
      } else {
        // 8u30
        if character.isNumber, word.last?.isLetter == true { end() }
        word.append(character)
      }
    }
    end()
    return words
  }
}
