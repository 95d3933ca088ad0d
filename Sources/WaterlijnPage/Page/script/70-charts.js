// The one chart of the page: amounts by year with their band.

/// - years: of each its row of summary.csv.
function bandChart(years, firstYear, title) {
  const [width, height, left, bottom, top] = [640, 260, 78, 28, 12];
  const lowest = Math.min(0, ...years.map((year) => year.p05));
  const highest = Math.max(1, ...years.map((year) => year.p95));
  const step = tickStep((highest - lowest) / 4);
  const [low, high] = [Math.floor(lowest / step) * step, Math.ceil(highest / step) * step];
  const x = (index) => left + (width - left - 12) * (index + 0.5) / years.length;
  const y = (value) => top + (height - top - bottom) * (high - value) / (high - low);
  const band = (lower, upper) => "M" + years.map((year, index) => `${x(index).toFixed(1)},${y(year[upper]).toFixed(1)}`).join("L")
    + "L" + years.map((year, index) => `${x(index).toFixed(1)},${y(year[lower]).toFixed(1)}`).reverse().join("L") + "Z";
  const marks = [];
  for (let value = low; value <= high + step / 2; value += step) {
    marks.push(el("line", {x1: left, x2: width - 12, y1: y(value), y2: y(value), class: Math.abs(value) < step / 2 ? "zero" : "grid"}),
      el("text", {x: left - 8, y: y(value) + 4, "text-anchor": "end"}, euro(value)));
  }
  return el("figure", {class: "chart"}, el("figcaption", {}, title),
    el("svg", {viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": title}, ...marks,
      el("path", {d: band("p05", "p95"), class: "band"}), el("path", {d: band("p25", "p75"), class: "inner"}),
      el("polyline", {points: years.map((year, index) => `${x(index).toFixed(1)},${y(year.p50).toFixed(1)}`).join(" "), class: "course"}),
      ...years.map((_, index) => el("text", {x: x(index), y: height - 8, "text-anchor": "middle"}, String(firstYear + index)))),
    el("p", {class: "note"}, say("Lijn: de helft valt hoger uit, de helft lager. Donkere band: de middelste helft; lichte band: 9 van de 10 keer.",
      "Line: half turns out higher, half lower. Dark band: the middle half; light band: 9 times out of 10.")));
}

/// 1, 2 or 5 times a power of ten, at least this much.
function tickStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= least * 0.999);
}
