import Terms

/// The one mistake that probably made a cell what it is, and what to write instead.
enum Correction: Equatable {
  /// A power of ten too much: `write` is the value without it. Below 1: too little.
  case factor(Double, write: String)
  /// A comma or point that was lost or shifted.
  case comma(write: String)
  /// A point or comma that the other kind of file reads otherwise: what it reads, and what this one did.
  case notation(write: String, read: String)
  /// A percentage without its sign, or with one too many.
  case percentage(write: String)
  /// It belongs in another column of the row.
  case swapped(with: String)
  /// A total, where a figure for each of so many is asked.
  case total(of: Bilingual, write: String)
  /// Days where hours are asked.
  case days(write: String)
  /// A minus sign that does not belong there.
  case sign(write: String)
  /// A zero that stands for unknown.
  case unknown
  /// What a spreadsheet made of a range, or of a fraction, that it took for a date.
  case date(write: String)
  /// Digits that a narrow column of a spreadsheet lost.
  case digits
  /// A number with a comma that stood without quotes in a file with commas.
  case quotes(write: String)
  /// A row of totals.
  case totalRow
  /// A name that was meant.
  case name(String)
  /// The value itself has to be looked at.
  case look(Bilingual)

  /// The number to write instead; nil if that is not known.
  var written: String? {
    switch self {
    case .factor(_, let write), .comma(let write), .total(_, let write), .days(let write), .sign(let write):
      return write
    default: return nil
    }
  }

  /// What to do, in a sentence or two.
  var words: Bilingual {
    switch self {
    case .factor(let factor, let write):
      let times = NumberFormat.people(.dutch).shortest(factor >= 1 ? factor : 1 / factor)
      let english = NumberFormat.people(.english).shortest(factor >= 1 ? factor : 1 / factor)
      return factor >= 1
        ? Bilingual(
          nl: "Waarschijnlijk een factor \(times) te veel: schrijf \(write).",
          en: "Probably a factor \(english) too much: write \(write).")
        : Bilingual(
          nl: "Waarschijnlijk een factor \(times) te weinig: schrijf \(write).",
          en: "Probably a factor \(english) too little: write \(write).")
    case .comma(let write):
      return Bilingual(
        nl: "Waarschijnlijk is de komma zoekgeraakt of verschoven: schrijf \(write).",
        en: "The decimal mark was probably lost or shifted: write \(write).")
    case .notation(let write, let read):
      return Bilingual(
        nl: "Waarschijnlijk is \(write) bedoeld: schrijf dat. Is \(read) bedoeld, schrijf dan dat.",
        en: "Probably \(write) is meant: write that. If \(read) is meant, write that.")
    case .percentage(let write):
      return Bilingual(
        nl: "Waarschijnlijk is een percentage bedoeld: schrijf \(write).",
        en: "Probably a percentage is meant: write \(write).")
    case .swapped(let column):
      return Bilingual(
        nl: "Waarschijnlijk hoort het in kolom \(quoted(column)): verwissel de twee.",
        en: "It probably belongs in column \(quoted(column)): swap the two.")
    case .total(let of, let write):
      return Bilingual(
        nl: "Waarschijnlijk is het een totaal, en hier hoort het getal per \(of.dutch): schrijf \(write).",
        en: "It is probably a total, and the figure for each \(of.english) belongs here: write \(write).")
    case .days(let write):
      return Bilingual(
        nl: "Waarschijnlijk zijn het dagen, en hier horen uren: schrijf \(write) (8 uur per dag).",
        en: "These are probably days, and hours belong here: write \(write) (8 hours a day).")
    case .sign(let write):
      return Bilingual(
        nl: "Waarschijnlijk hoort het minteken er niet: schrijf \(write).",
        en: "The minus sign probably does not belong there: write \(write).")
    case .unknown:
      return Bilingual(
        nl: "Is het niet bekend? Laat de cel dan leeg, of schrijf een bereik: een nul telt mee als nul.",
        en: "If it is not known, leave the cell blank or write a range: a zero counts as zero.")
    case .date(let write):
      return Bilingual(
        nl: "Waarschijnlijk heeft een rekenblad van een bereik een datum gemaakt: schrijf \(write), in een cel met de "
          + "opmaak Tekst.",
        en: "A spreadsheet probably made a date of a range: write \(write), in a cell with the format Text.")
    case .digits:
      return Bilingual(
        nl: "Waarschijnlijk was de kolom in het rekenblad te smal: schrijf alle cijfers voluit.",
        en: "The column of the spreadsheet was probably too narrow: write all digits out.")
    case .quotes(let write):
      return Bilingual(
        nl: "Waarschijnlijk stond er een getal met een komma zonder aanhalingstekens, zodat de cellen erna zijn "
          + "opgeschoven: schrijf \(write).",
        en: "A number with a comma probably stood there without quotes, so that the cells behind it moved: write "
          + "\(write).")
    case .totalRow:
      return Bilingual(
        nl: "Waarschijnlijk is het een rij met totalen: haal haar weg, anders telt alles dubbel.",
        en: "It is probably a row of totals: remove it, or everything counts twice.")
    case .name(let meant):
      return Bilingual(
        nl: "Waarschijnlijk is \(quoted(meant)) bedoeld: schrijf dat.",
        en: "Probably \(quoted(meant)) is meant: write that.")
    case .look(let words): return words
    }
  }
}
