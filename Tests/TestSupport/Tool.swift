import Foundation

/// A program beside the toolchain that shows what a user would see. `.ci/run` installs them all.
public enum Tool: String, Sendable {
  /// A browser that is driven over its own protocol.
  case chromium
  /// The other one.
  case firefox = "firefox-esr"
  /// LibreOffice.
  case soffice
  /// Reads the text of a PDF.
  case pdftotext
  /// Python with openpyxl and axe-core-python.
  case python

  /// The name or path under which it is run.
  public var program: String {
    guard self == .python else { return rawValue }
    return ProcessInfo.processInfo.environment["WATERLIJN_PYTHON"] ?? "python3"
  }

  /// Whether tests that need it can run. Where it is absent they are skipped, and say so; with `WATERLIJN_TOOLS=required`,
  /// as in continuous integration, they run all the same, and fail.
  public var isInstalled: Bool { Self.areRequired || answers }

  private static let areRequired = ProcessInfo.processInfo.environment["WATERLIJN_TOOLS"] == "required"

  private var answers: Bool {
    let arguments: [String]
    switch self {
    case .chromium, .firefox, .soffice: arguments = ["--version"]
    case .pdftotext: arguments = ["-v"]
    case .python: arguments = ["-c", "import openpyxl, axe_core_python"]
    }
    return (try? Shell.run(program, arguments)) != nil
  }
}
