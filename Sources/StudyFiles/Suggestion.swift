/// The known name that a misspelt one was meant to be.
public enum Suggestion {
  public static func nearest(to name: String, among candidates: [String]) -> String? { nil }
}
