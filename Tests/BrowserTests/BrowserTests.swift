import TestSupport
import Testing

/// Pages as their readers meet them, in a real browser. One after another: they share few processors.
@Suite(
  .serialized, .enabled(if: Tool.chromium.isInstalled, "chromium is not installed: NO PAGE WAS LOOKED AT IN A BROWSER"))
struct BrowserTests {}
