import Foundation

/// Builds that take minutes, which `make builds` asks for with `WATERLIJN_BUILDS=1`; `swift test` alone makes none.
public enum LongBuilds {
  public static let areAsked = ProcessInfo.processInfo.environment["WATERLIJN_BUILDS"] == "1"
}
