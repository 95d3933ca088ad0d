/// What is the same on every page: its style, its script, and what a browser may do with them.
enum PageCode {
  /// The Content-Security-Policy: nothing from elsewhere, and no style or script but these two, by their SHA-256.
  static let policy =
    "default-src 'none'; style-src 'sha256-\(styleHash)'; script-src 'sha256-\(scriptHash)'; base-uri 'none'; "
    + "form-action 'none'"

  /// SHA-256 of ``style`` in base 64. A test checks it, and prints the correct value.
  static let styleHash = "kOxdsOVkQ2ItI4zH+AKHMpyIUKPIvGNilLzCc8XpiQw="
  /// SHA-256 of ``script`` in base 64.
  static let scriptHash = "2T5ee/3l+W9ARQqkmRA7Ck4s3WCa+whRUa7RzJdie6g="
}

extension ReportPage {
  /// The style and the script of every report, as a Content-Security-Policy names them: for a page that shows a report in
  /// a frame, which its own policy also governs.
  public static var codeHashes: (style: String, script: String) {
    ("sha256-\(PageCode.styleHash)", "sha256-\(PageCode.scriptHash)")
  }
}
