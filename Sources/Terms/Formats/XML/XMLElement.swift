/// The start of an element: its name and attributes. Prefixes of namespaces are taken away from names.
public struct XMLElement: Sendable, Equatable {
  public struct Attribute: Sendable, Equatable {
    /// Of the namespace, as written; empty if there is none.
    public var prefix: String
    public var name: String
    public var value: String
  }

  /// Of the namespace, as written; empty if there is none.
  public var prefix: String
  public var name: String
  /// As written, declarations of namespaces left out.
  public var attributes: [Attribute]

  /// The value of an attribute without a prefix; nil if there is none.
  public subscript(name: String) -> String? {
    for attribute in attributes where attribute.prefix.isEmpty && attribute.name == name { return attribute.value }
    return nil
  }

  /// The value of an attribute with a prefix, whichever that is, as `id` for `r:id`; nil if there is none.
  public func prefixed(_ name: String) -> String? {
    for attribute in attributes where !attribute.prefix.isEmpty && attribute.name == name { return attribute.value }
    return nil
  }
}

/// What an ``XMLReader`` comes upon.
public enum XMLEvent: Sendable, Equatable {
  case start(XMLElement)
  case end
  /// Characters between tags, entities and references resolved; never empty. A text may come in several of these.
  case text(String)
}
