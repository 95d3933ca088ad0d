// What is wrong with the study, and the way to each cell.

shown.controle = () => [el("section", {class: "top"}, el("h1", {}, say("Controle", "Check")), el("div", {id: "messages"}))];

updated.controle = () => {
  const place = byID("messages");
  if (!study.isChecked) {
    place.replaceChildren(engine.obstacle ? problem(engine.obstacle) : el("p", {class: "note"}, say("Wordt nagekeken.", "Being checked.")));
    return;
  }
  const groups = [
    ["error", say("Fouten: los deze eerst op", "Errors: mend these first")], ["doubt", say("Twijfels: klopt dit wel?", "Doubts: is this right?")],
    ["notice", say("Meldingen: de berekening gaat door", "Notices: the calculation goes on")], ["explained", say("Twijfels die een toelichting verklaart", "Doubts that a note explains")],
  ];
  const lists = groups.map(([kind, title]) => {
    const messages = study.messages.filter((message) => message.kind === kind);
    return messages.length > 0 && el("section", {}, el("h2", {}, `${title} (${messages.length})`),
      el("ul", {class: "messages"}, messages.map((message) => el("li", {class: kind},
        messageWhere(message), el("p", {}, message.problem), message.remedy && el("p", {class: "remedy"}, message.remedy)))));
  }).filter(Boolean);
  place.replaceChildren(
    el("p", {class: "lead"}, study.isComputable ? say("Deze studie kan worden doorgerekend.", "This study can be computed.")
      : say("Deze studie kan nog niet worden doorgerekend.", "This study cannot be computed yet.")),
    el("div", {class: "row"}, study.isComputable && el("button", {class: "main", onclick: () => go("uitkomsten")}, say("Naar de uitkomsten", "To the results"))),
    ...lists, el("details", {}, el("summary", {}, say("Wat er gelezen is", "What was read")), el("pre", {}, study.checkText)));
};

/// Where a message is about: a button to its cell, if there is one.
function messageWhere(message) {
  if (!message.file) return "";
  const text = message.file + (message.row ? say(`, rij ${message.row}`, `, row ${message.row}`) : "")
    + (message.column ? say(`, kolom ${message.column}`, `, column ${message.column}`) : "");
  if (!study.table(message.file)) return el("strong", {}, text);
  return el("button", {class: "link", onclick: () => openTable(message.file, message.row, message.column)}, text);
}
