/// How a text in a drawing stands out against what lies behind it.
struct Contrast: Decodable, CustomStringConvertible {
  var text: String
  var style: String
  var color: String
  var behind: String
  /// Of the luminances, as WCAG 2.1 defines it: 1...21.
  var ratio: Double

  var description: String { "\(style) \"\(text)\": \(color) on \(behind), \(ratio)" }

  /// Of every text of a drawing that is shown.
  ///
  /// What is behind a text is asked of the browser at its middle, with everything that is drawn made to answer; half
  /// transparent paint is mixed.
  static func ofTexts(in page: Page) throws -> [Contrast] {
    try page.evaluate(
      """
      (() => {
        const answering = new CSSStyleSheet();
        answering.replaceSync('svg * { pointer-events: auto !important } .bar, #tip { visibility: hidden !important }'
          + ' html { scroll-behavior: auto !important }');
        document.adoptedStyleSheets = [answering];
        const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const parsed = {};
        const parse = color => parsed[color] ??= (() => {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
          return [r, g, b, a / 255];
        })();
        const mix = (over, under, share) => over.slice(0, 3).map((part, i) => part * share + under[i] * (1 - share));
        const luminance = color => {
          const [r, g, b] = color.slice(0, 3).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (text, x, y) => {
          const layers = [];
          for (const element of document.elementsFromPoint(x, y)) {
            const style = getComputedStyle(element);
            let paint;
            if (element instanceof SVGLineElement) continue;
            if (element instanceof SVGGeometryElement) {
              if (style.fill === 'none') continue;
              const color = parse(style.fill);
              paint = [color, color[3] * style.fillOpacity * style.opacity];
            } else if (element instanceof SVGElement) {
              continue;
            } else {
              const color = parse(style.backgroundColor);
              paint = [color, color[3]];
            }
            layers.push(paint);
            if (paint[1] >= 0.999) break;
          }
          const ground = parse('Canvas');
          return layers.reduceRight((under, [color, share]) => mix(color, under, share), ground);
        };
        const found = [];
        for (const drawing of document.querySelectorAll('svg')) {
          if (!drawing.checkVisibility()) continue;
          for (const text of drawing.querySelectorAll('text')) {
            if (!text.textContent.trim() || !text.checkVisibility()) continue;
            text.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
            const box = text.getBoundingClientRect();
            const ground = behind(text, box.x + box.width / 2, box.y + box.height / 2);
            const style = getComputedStyle(text);
            const color = parse(style.fill);
            const seen = mix(color, ground, color[3] * style.fillOpacity * style.opacity);
            const [a, b] = [luminance(seen), luminance(ground)].sort((a, b) => b - a);
            found.push({
              text: text.textContent, style: text.getAttribute('class') || '', color: seen.map(Math.round).join(' '),
              behind: ground.map(Math.round).join(' '), ratio: Math.round((a + 0.05) / (b + 0.05) * 100) / 100
            });
          }
        }
        document.adoptedStyleSheets = [];
        return found;
      })()
      """)
  }
}
