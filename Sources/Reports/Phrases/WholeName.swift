import CostEngine
import Terms

/// The name of all regions of a study together.
enum WholeName {
  /// Number of safety regions in the Netherlands (Wet veiligheidsregio's, annex to article 8).
  static let regionsOfTheCountry = 25

  static func isCountry(_ study: Study) -> Bool { study.regions.count >= regionsOfTheCountry }

  /// The name within a sentence: only a study of every region speaks for the country.
  static func text(_ study: Study, language: Language) -> String {
    isCountry(study) ? Glossary.entry(.country).name(language) : language(nl: "alle regio's", en: "all regions")
  }

  /// The same with a capital.
  static func heading(_ study: Study, language: Language) -> String {
    let text = text(study, language: language)
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
