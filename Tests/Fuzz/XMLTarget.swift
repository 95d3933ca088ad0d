import Terms

/// The input is a document in XML.
enum XMLTarget {
  static func run(_ bytes: [UInt8]) {
    guard let events = events(bytes) else { return }
    var depth = 0
    var most = 0
    for event in events {
      switch event {
      case .start: depth += 1
      case .end: depth -= 1
      case .text(let text): require(!text.isEmpty && depth > 0, "a text that is none, or stands outside")
      }
      require(depth >= 0, "an end without a start")
      most = max(most, depth)
    }
    require(depth == 0 && most > 0 && most <= XMLReader.deepest, "elements that do not fit")
    guard let again = Self.events(written(events)) else { fatalError("what was read is not read again") }
    require(joined(again) == joined(events), "something else is read again")
  }

  /// Nil if the document is refused.
  private static func events(_ bytes: [UInt8]) -> [XMLEvent]? {
    var events: [XMLEvent] = []
    do throws(XMLProblem) {
      var reader = try XMLReader(bytes)
      while let event = try reader.next() { events.append(event) }
    } catch {
      return nil
    }
    return events
  }

  /// With texts that follow each other as one.
  private static func joined(_ events: [XMLEvent]) -> [XMLEvent] {
    var joined: [XMLEvent] = []
    for event in events {
      if case .text(let text) = event, case .text(let before)? = joined.last {
        joined[joined.count - 1] = .text(before + text)
      } else {
        joined.append(event)
      }
    }
    return joined
  }

  private static func written(_ events: [XMLEvent]) -> [UInt8] {
    var text = ""
    var open: [String] = []
    for event in events {
      switch event {
      case .start(let element):
        let name = name(element.prefix, element.name)
        open.append(name)
        text += "<" + name
        for attribute in element.attributes {
          text += " \(Self.name(attribute.prefix, attribute.name))=\"\(escaped(attribute.value))\""
        }
        text += ">"
      case .end: text += "</\(open.removeLast())>"
      case .text(let content): text += escaped(content)
      }
    }
    return Array(text.utf8)
  }

  private static func name(_ prefix: String, _ local: String) -> String {
    prefix.isEmpty ? local : prefix + ":" + local
  }

  /// Every character that could mean something as its number.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<", ">", "&", "\"", "'", "\n", "\r", "\t": escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
