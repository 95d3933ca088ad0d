import TestSupport
import Testing

/// Pages as their readers meet them, in a real browser. Each holds a thread of the tests while it waits, so that no more
/// browsers are open than there are processors.
@Suite(
  .enabled(if: Tool.chromium.isInstalled, "chromium is not installed: NO PAGE WAS LOOKED AT IN A BROWSER"))
struct BrowserTests {}
