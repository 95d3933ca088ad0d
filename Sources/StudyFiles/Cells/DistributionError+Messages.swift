import CostEngine
import Terms

extension DistributionError {
  /// The problem with the distribution of a cell.
  ///
  /// - Parameter example: a correct one, in the file's notation.
  func problem(in text: String, example: String, notation: NumberNotation) -> CellProblem {
    let detail = detail(notation)
    let remedy = remedy(notation)
    return CellProblem(
      nl: "In \"\(text.excerpt)\" \(detail.dutch).", en: "In \"\(text.excerpt)\" \(detail.english).",
      remedyNl: "\(remedy.dutch) Een goed voorbeeld is \(example).",
      remedyEn: "\(remedy.english) A good example is \(example).")
  }

  private func detail(_ notation: NumberNotation) -> Bilingual {
    func written(_ value: Double) -> String { notation.write(value) }
    switch self {
    case .notFinite(let parameter, _):
      return Bilingual(
        nl: "is \(parameter.name.dutch) geen eindig getal", en: "\(parameter.name.english) is not a finite number")
    case .negative(let parameter, let value):
      return Bilingual(
        nl: "is \(parameter.name.dutch) negatief (\(written(value)))",
        en: "\(parameter.name.english) is negative (\(written(value)))")
    case .notPositive(let parameter, let value):
      return Bilingual(
        nl: "is \(parameter.name.dutch) \(written(value)); dat moet meer dan 0 zijn",
        en: "\(parameter.name.english) is \(written(value)); it must be more than 0")
    case .notAProbability(let value):
      return Bilingual(
        nl: "is \(written(value)) geen kans: een kans ligt tussen 0 en 1 (0% en 100%)",
        en: "\(written(value)) is not a probability: one lies between 0 and 1 (0% and 100%)")
    case .notWhole(let parameter, let value):
      return Bilingual(
        nl: "is \(parameter.name.dutch) \(written(value)); dat moet een heel getal zijn",
        en: "\(parameter.name.english) is \(written(value)); it must be a whole number")
    case .notAscending(let first, let low, let second, let high):
      return Bilingual(
        nl: "ligt \(second.name.dutch) \(written(high)) onder \(first.name.dutch) \(written(low))",
        en: "\(second.name.english) \(written(high)) lies below \(first.name.english) \(written(low))")
    case .outOfRange(let parameter, let value, let lowest, let highest):
      return Bilingual(
        nl: "is \(parameter.name.dutch) \(written(value)); dat moet tussen \(written(lowest)) en \(written(highest)) "
          + "liggen",
        en: "\(parameter.name.english) is \(written(value)); it must lie between \(written(lowest)) and "
          + "\(written(highest))")
    case .overflow:
      return Bilingual(
        nl: "kunnen de waarden groter worden dan waarmee gerekend kan worden",
        en: "values can become larger than can be computed with")
    case .noValues: return Bilingual(nl: "staan geen waarden", en: "there are no values")
    case .probabilitiesSumTo(let sum):
      return Bilingual(
        nl: "tellen de kansen op tot \(written(sum)) en niet tot 1 (100%)",
        en: "the probabilities sum to \(written(sum)), not to 1 (100%)")
    case .emptyTruncation(let lower, let upper):
      let range = Self.range(lower, upper, notation)
      return Bilingual(
        nl: "valt (vrijwel) alle kans buiten de grenzen: \(range.dutch)",
        en: "(practically) all probability falls outside the bounds: \(range.english)")
    case .quantileCount(let count, let fewest, let most):
      return Bilingual(
        nl: count == 1
          ? "staat 1 kwantiel; \(fewest) tot en met \(most) zijn mogelijk"
          : "staan \(count) kwantielen; \(fewest) tot en met \(most) zijn mogelijk",
        en: count == 1
          ? "there is 1 quantile; \(fewest) to \(most) are possible"
          : "there are \(count) quantiles; \(fewest) to \(most) are possible")
    case .repeatedProbability(let probability):
      let label = "p" + written(probability.asPercentage)
      return Bilingual(nl: "staat \(label) meer dan een keer", en: "\(label) is there more than once")
    case .quantilesNotAscending(let first, let second):
      return Bilingual(
        nl: "lopen de kwantielen niet op: na \(written(first)) komt \(written(second))",
        en: "the quantiles do not rise: \(written(first)) is followed by \(written(second))")
    case .quantileOutsideBounds(let value):
      return Bilingual(
        nl: "ligt het kwantiel \(written(value)) op of buiten de grenzen (die van de kolom, waar lo of hi ontbreekt)",
        en: "the quantile \(written(value)) lies at or outside the bounds (the column's, where lo or hi is missing)")
    case .metalogUndetermined:
      return Bilingual(
        nl: "leggen de kansen van de kwantielen geen kansverdeling (metalog) vast",
        en: "the probabilities of the quantiles determine no distribution (metalog)")
    case .metalogNotADistribution:
      return Bilingual(
        nl: "liggen de kwantielen zo dat geen kansverdeling (metalog) erdoor past",
        en: "the quantiles lie so that no distribution (metalog) goes through them")
    }
  }

  private func remedy(_ notation: NumberNotation) -> Bilingual {
    switch self {
    case .notFinite, .negative, .notPositive, .notWhole, .outOfRange, .overflow:
      return Bilingual(nl: "Pas dat getal aan.", en: "Change that number.")
    case .notAProbability:
      return Bilingual(
        nl: "Schrijf een kans als 30% of \(notation.write(0.3)).",
        en: "Write a probability as 30% or \(notation.write(0.3)).")
    case .notAscending, .quantilesNotAscending:
      return Bilingual(nl: "Zet de waarden in oplopende volgorde.", en: "Put the values in ascending order.")
    case .noValues: return Bilingual(nl: "Vul ten minste een waarde in.", en: "Fill in one value at least.")
    case .probabilitiesSumTo:
      return Bilingual(
        nl: "Maak de kansen samen precies 1; met breuken als een derde gaat dat niet door af te ronden.",
        en: "Make the probabilities exactly 1 together; fractions such as a third do not get there by rounding.")
    case .emptyTruncation:
      return Bilingual(
        nl: "Kies een gemiddelde binnen de grenzen of een grotere spreiding.",
        en: "Choose a mean within the bounds or a larger spread.")
    case .quantileCount:
      return Bilingual(nl: "Geef twee of drie kwantielen.", en: "Give two or three quantiles.")
    case .repeatedProbability:
      return Bilingual(nl: "Noem elk kwantiel een keer.", en: "Name each quantile once.")
    case .quantileOutsideBounds:
      return Bilingual(
        nl: "Kies kwantielen binnen de grenzen of geef ruimere grenzen met lo en hi.",
        en: "Choose quantiles within the bounds or give wider ones with lo and hi.")
    case .metalogUndetermined:
      return Bilingual(
        nl: "Geef minder kwantielen, of verschuif er een.", en: "Give fewer quantiles, or move one of them.")
    case .metalogNotADistribution:
      return Bilingual(
        nl: "Leg het middelste kwantiel minder dicht bij een van de andere, of geef er minder.",
        en: "Put the middle quantile less close to one of the others, or give fewer of them.")
    }
  }

  private static func range(_ lower: Double, _ upper: Double, _ notation: NumberNotation) -> Bilingual {
    if !(upper < .infinity) {
      return Bilingual(nl: "\(notation.write(lower)) of meer", en: "\(notation.write(lower)) or more")
    }
    if !(lower > -.infinity) {
      return Bilingual(nl: "\(notation.write(upper)) of minder", en: "\(notation.write(upper)) or less")
    }
    return Bilingual(
      nl: "\(notation.write(lower)) tot en met \(notation.write(upper))",
      en: "\(notation.write(lower)) to \(notation.write(upper))")
  }
}

extension DistributionError.Parameter {
  /// The name with its article, as used within a sentence.
  fileprivate var name: Bilingual {
    switch self {
    case .minimum: return Bilingual(nl: "het minimum", en: "the minimum")
    case .mode: return Bilingual(nl: "de meest waarschijnlijke waarde", en: "the mode")
    case .maximum: return Bilingual(nl: "het maximum", en: "the maximum")
    case .lambda: return Bilingual(same: "lambda")
    case .mean: return Bilingual(nl: "het gemiddelde", en: "the mean")
    case .standardDeviation: return Bilingual(nl: "de standaardafwijking", en: "the standard deviation")
    case .lowerBound: return Bilingual(nl: "de ondergrens", en: "the lower bound")
    case .upperBound: return Bilingual(nl: "de bovengrens", en: "the upper bound")
    case .alpha: return Bilingual(nl: "alfa", en: "alpha")
    case .beta: return Bilingual(nl: "bèta", en: "beta")
    case .shape: return Bilingual(nl: "de vorm", en: "the shape")
    case .scale: return Bilingual(nl: "de schaal", en: "the scale")
    case .probability: return Bilingual(nl: "de kans", en: "the probability")
    case .trials: return Bilingual(nl: "het aantal pogingen", en: "the number of trials")
    case .value: return Bilingual(nl: "de waarde", en: "the value")
    }
  }
}
