@testable import Terms

/// The input is a stream as DEFLATE has it; its first byte says how much may come out.
enum InflateTarget {
  static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let limit = 1 << (Int(first) % 21)
    let expanded: [UInt8]
    do throws(Inflate.Problem) {
      expanded = try Inflate.expanded(bytes.dropFirst(), limit: limit)
    } catch {
      return
    }
    require(expanded.count <= limit, "more came out than may")
    // One byte less is too few.
    if !expanded.isEmpty {
      var problem: Inflate.Problem?
      do throws(Inflate.Problem) {
        _ = try Inflate.expanded(bytes.dropFirst(), limit: expanded.count - 1)
      } catch { problem = error }
      require(problem == .tooLarge, "a limit that does not hold")
    }
    // What was expanded is compressed by this program, and comes out again.
    guard expanded.count <= 1 << 14 else { return }
    let again = try? Inflate.expanded(Deflate.compressed(expanded)[...], limit: expanded.count)
    require(again == expanded, "something else comes out again")
  }
}
