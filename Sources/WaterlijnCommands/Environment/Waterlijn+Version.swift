/// The program: a command line in, an exit status out.
public enum Waterlijn {
  public static let version = "0.1.0"
}
