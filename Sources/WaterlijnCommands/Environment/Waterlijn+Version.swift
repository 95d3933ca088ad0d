/// The program, from command line to exit status.
public enum Waterlijn {
  public static let version = "0.1.0"
}
