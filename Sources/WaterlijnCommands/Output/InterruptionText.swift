import Terms

/// The messages to a user who interrupted a command.
enum InterruptionText {
  static let unchanged = Bilingual(
    nl: "Afgebroken; er is niets veranderd.", en: "Interrupted; nothing was changed.")
  static let late = Bilingual(
    nl: "Afgebroken; alles was al geschreven.", en: "Interrupted; everything had been written already.")
}
