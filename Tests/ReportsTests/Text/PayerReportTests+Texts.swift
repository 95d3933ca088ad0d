extension PayerReportTests {
  static let introduction = "?"
  static let block = "?"
  static let regions = "?"
  static let pooled = "?"
  static let english = "?"
  static let missing = "?"
  static let explained = "?"
  static let explainedPool = "?"
  static let explainedCountry = "?"
}
