/// What is the same in every page: its style, its script, and what a browser may do with them.
enum PageCode {
  /// The Content-Security-Policy: nothing from anywhere, and no style or script but these two, by their SHA-256.
  static let policy =
    "default-src 'none'; style-src 'sha256-\(styleHash)'; script-src 'sha256-\(scriptHash)'; base-uri 'none'; "
    + "form-action 'none'"

  /// SHA-256 of ``style`` in base 64. A test compares them, and says what it must be.
  static let styleHash = "KZWJHLsXH0XAvpyO5x60WEdILwAjZT30fnZMl38a+5Q="
  /// SHA-256 of ``script`` in base 64.
  static let scriptHash = "QrktMT843cSqK0TyASzKreU+3JDWFUP0uVIZ5AzFODQ="
}
