import Foundation

/// The reader's screen, paper and preferences.
extension Page {
  /// - Parameters:
  ///   - width: of the window, CSS pixels.
  ///   - height: of the window, CSS pixels.
  func resize(width: Int, height: Int) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    try nextFrame()
  }

  /// - Parameters:
  ///   - print: whether the page is shown as it is printed.
  ///   - features: what else media queries ask for, as `prefers-color-scheme: dark`.
  func emulate(print: Bool = false, _ features: [String: String] = [:]) throws {
    try call(
      "Emulation.setEmulatedMedia",
      [
        "media": print ? "print" : "",
        "features": features.sorted { $0.key < $1.key }.map { ["name": $0.key, "value": $0.value] },
      ])
  }

  /// Whether scripts of pages that are opened from now on are run.
  func scripts(areRun: Bool) throws { try call("Emulation.setScriptExecutionDisabled", ["value": !areRun]) }

  /// The page on A4, as the reader's own browser prints it.
  func pdf() throws -> Data {
    let millimetre = 1 / 25.4
    let answer = try call(
      "Page.printToPDF",
      [
        "paperWidth": 210 * millimetre, "paperHeight": 297 * millimetre, "preferCSSPageSize": true,
        "printBackground": true,
      ])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  /// What the window shows, as PNG.
  func screenshot() throws -> Data {
    let answer = try call("Page.captureScreenshot", ["format": "png"])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }
}
