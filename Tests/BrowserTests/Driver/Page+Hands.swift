import Foundation

/// Keyboard and mouse. The browser answers once the page has handled an event; what comes later (a new address, folding,
/// scrolling, the clipboard) has to be waited for.
extension Page {
  struct Key {
    var name: String
    var code: Int
    var text: String?

    static let tab = Key(name: "Tab", code: 9)
    static let enter = Key(name: "Enter", code: 13, text: "\r")
    static let space = Key(name: " ", code: 32, text: " ")
    static let escape = Key(name: "Escape", code: 27)
    static let up = Key(name: "ArrowUp", code: 38)
    static let right = Key(name: "ArrowRight", code: 39)
    static let down = Key(name: "ArrowDown", code: 40)
    static let home = Key(name: "Home", code: 36)
  }

  func press(_ key: Key, shift: Bool = false) throws {
    var event: Chromium.Message = [
      "key": key.name, "code": key.name == " " ? "Space" : key.name, "windowsVirtualKeyCode": key.code,
      "modifiers": shift ? 8 : 0,
    ]
    event["text"] = key.text
    for type in [key.text == nil ? "rawKeyDown" : "keyDown", "keyUp"] {
      try call("Input.dispatchKeyEvent", event.merging(["type": type]) { $1 })
    }
  }

  /// Types a text where the focus is.
  func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

  /// Clicks in the middle of an element.
  ///
  /// - Throws: where there is no such element, or something else lies over it.
  func click(_ selector: String) throws {
    let point = try middle(of: selector)
    for (type, count) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 1)] {
      try call(
        "Input.dispatchMouseEvent",
        ["type": type, "x": point[0], "y": point[1], "button": count == 0 ? "none" : "left", "clickCount": count])
    }
  }

  /// Brings the mouse to the middle of an element.
  func hover(_ selector: String) throws {
    let point = try middle(of: selector)
    try call("Input.dispatchMouseEvent", ["type": "mouseMoved", "x": point[0], "y": point[1]])
  }

  /// Chooses an option of a list.
  func choose(_ value: String, in selector: String) throws {
    try run(
      """
      const list = document.querySelector(\(Self.literal(selector)));
      if (![...list.options].some(option => option.value === \(Self.literal(value)))) throw Error('no such option');
      list.value = \(Self.literal(value));
      for (const event of ['input', 'change']) list.dispatchEvent(new Event(event, {bubbles: true}));
      """)
  }

  private func middle(of selector: String) throws -> [Double] {
    try evaluate(
      """
      (async () => {
        const element = document.querySelector(\(Self.literal(selector)));
        if (!element) throw Error('no element');
        element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
        // That it moved is told to the page with the next frame.
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        const box = element.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const hit = document.elementFromPoint(x, y);
        if (!hit || !(element.contains(hit) || hit.contains(element))) {
          throw Error('it is covered by ' + (hit ? hit.outerHTML.slice(0, 200) : 'nothing'));
        }
        return [x, y];
      })()
      """)
  }
}
