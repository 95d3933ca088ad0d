/// How a file of one list differs from that of the same name in another list, by their hashes.
public enum FileDifference: Sendable {
  case changed
  /// Only in the first list.
  case onlyInFirst
  /// Only in the second list.
  case onlyInSecond
}
