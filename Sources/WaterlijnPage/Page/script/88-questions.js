// Questions that take an analysis: each is a command, which can be changed before it is done.

/// The words of a command line: blanks separate, quotes hold together.
function wordsOf(line) {
  return [...line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, a, b) => a ?? b));
}

/// A word as it is typed on a command line.
const typed = (word) => /^[\p{L}\p{N}_.,:=+\/%-]+$/u.test(word) ? word : `"${word}"`;

const scenarioField = (title) => ({id: "scenario", title: title || say("Scenario", "Scenario"), choose: () => study.scenarios.map(({code, name}) => [code, name ? `${name} (${code})` : code]), usual: () => firstScenario()});
const placeField = (isOptional) => ({id: "region", title: say("Voor", "For"), choose: () => [...(isOptional ? [["", say("alles", "everything")]] : []),
  ...(onlyRegion() ? [] : [["NL", placeName("NL")]]), ...study.regions.map(({code}) => [code, placeName(code)])].filter(([code]) => !onlyRegion() || code === onlyRegion()), usual: () => onlyRegion() || (isOptional ? "" : shownPlace)});

/// The questions: their command, what is asked before, and the words that follow from that.
const questions = () => [
  {command: "sensitivity", title: say("Wat maakt de uitkomst onzeker?", "What makes the outcome uncertain?"), fields: [scenarioField(), placeField()],
    words: ({scenario, region}) => ["--scenario", scenario, "--region", region], book: true},
  {command: "priority", title: say("Welke gegevens vragen we eerst?", "Which figures do we ask first?"), fields: [scenarioField()],
    words: ({scenario}) => ["--scenario", scenario], book: true},
  {command: "compare", title: say("Waardoor verschillen twee scenario's?", "Why do two scenarios differ?"),
    fields: [scenarioField(say("Van", "From")), {...scenarioField(say("Naar", "To")), id: "other", usual: () => study.scenarios.map(({code}) => code).find((code) => code !== firstScenario()) || firstScenario()}],
    words: ({scenario, other}) => ["--scenario", `${scenario}+${other}`], book: true},
  {command: "solve", title: say("Bij welke waarde is aan een eis voldaan?", "At which value is a condition met?"),
    fields: [scenarioField(), {id: "find", title: say("Gezocht", "Sought"), usual: () => say("tot", "until")},
      {id: "such", title: say("Zo dat", "Such that"), usual: () => say("p80(netto[NL,totaal]) <= 0", "p80(net[NL,total]) <= 0")}],
    words: ({scenario, find, such}) => ["--scenario", scenario, "--find", find, "--such-that", such]},
  {command: "sweep", title: say("Wat komt er uit bij andere waarden?", "What comes out at other values?"),
    fields: [scenarioField(), {id: "vary", title: say("Getal en waarden", "Figure and values"), usual: () => say("bandbreedte=0...0,3/7", "bandwidth=0...0.3/7")}, placeField()],
    words: ({scenario, vary, region}) => ["--scenario", scenario, "--vary", vary, "--region", region]},
  {command: "explain", title: say("Hoe komt een bedrag tot stand?", "How does an amount come about?"),
    fields: [scenarioField(), placeField(), {id: "year", title: say("Jaar", "Year"), usual: () => say("eind", "end")}],
    words: ({scenario, region, year}) => ["--scenario", scenario, "--region", region, "--year", year], hasNoTables: true},
  {command: "benchmark", title: say("Wat hebben de regio's nu?", "What do the regions have now?"), fields: [placeField(true)],
    words: ({region}) => region && region !== "NL" ? ["--region", region] : []},
  ...(onlyRegion() ? [] : [{command: "template", title: say("Wat vragen we elke regio? (formulieren)", "What do we ask every region? (forms)"), fields: [scenarioField()],
    words: ({scenario}) => ["--scenario", scenario]},
  {command: "progress", title: say("Hoever is de uitvraag?", "How far are the answers?"), fields: [scenarioField()],
    words: ({scenario}) => ["--scenario", scenario]}]),
];

let question = "sensitivity";
let answer = null;

shown.vragen = () => {
  const list = questions();
  const asked = list.find(({command}) => command === question);
  const line = el("input", {id: "line", spellcheck: "false", autocomplete: "off", class: "line"});
  const fields = asked.fields.map((field) => {
    const id = `ask-${field.id}`;
    const change = () => { line.value = lineOf(); };
    const input = field.choose ? el("select", {id, onchange: change}, field.choose().map(([code, name]) => el("option", {value: code, selected: code === field.usual()}, name)))
      : el("input", {id, value: field.usual(), spellcheck: "false", autocomplete: "off", oninput: change});
    return {field, input, element: el("div", {class: "field"}, el("label", {for: id}, field.title), input)};
  });
  const lineOf = () => ["waterlijn", asked.command, study.name, ...asked.words(Object.fromEntries(fields.map(({field, input}) => [field.id, input.value.trim()])))].map(typed).join(" ");
  line.value = lineOf();
  return [
    el("section", {class: "top"}, el("h1", {}, say("Vragen", "Questions")),
      el("div", {class: "row"}, el("label", {for: "question"}, say("Vraag", "Question")),
        el("select", {id: "question", onchange: (event) => { question = event.target.value; answer = null; show(); byID("question").focus(); }},
          list.map(({command, title}) => el("option", {value: command, selected: command === question}, title)))),
      el("div", {class: "fields"}, fields.map(({element}) => element)),
      el("div", {class: "field whole"}, el("label", {for: "line"}, say("De opdracht, zoals die ook op de opdrachtregel gaat", "The command, as it is on the command line too")), line,
        el("p", {class: "hint"}, say("Wie de opdrachten kent, kan hem aanvullen: --draws 2000, --year 2030, of een andere opdracht.", "Who knows the commands can add to it: --draws 2000, --year 2030, or another command."))),
      el("button", {class: "main", id: "ask", onclick: () => ask(wordsOf(byID("line").value), asked)}, say("Beantwoord", "Answer")), el("div", {id: "asking"})),
    el("section", {id: "answer", "aria-live": "polite"}, answer ? answerText() : el("p", {class: "note"}, say("Nog niet gevraagd.", "Not asked yet."))),
  ];
};

/// Does a command on the study, and on the results if there are any.
async function ask(line, asked) {
  const words = line[0] === "waterlijn" ? line.slice(1) : line;
  const has = (option) => words.some((word) => word === option || word.startsWith(`${option}=`));
  const more = [...(words[0] === asked.command && !asked.hasNoTables && !has("--out") ? ["--out", "uit"] : []),
    ...(words[0] === asked.command && asked.book && !has("--xlsx") ? ["--xlsx", "uit.xlsx"] : []), ...(has("--language") ? [] : ["--language", language])];
  const files = new Map([...study.atPath, ...(results && results.study === study ? results.files : [])]);
  const found = await busy(byID("asking"), say("Wordt uitgezocht", "Being worked out"), async (task) => {
    const own = {progress: (text) => { const share = /(\d+) %/.exec(text); if (share) task.show(Number(share[1])); }};
    task.stop = () => own.stop && own.stop();
    return engine.run([...words, ...more], files, own);
  });
  if (!found) return;
  // Who was asked is kept with the study.
  const regions = `${study.name}/asked.csv`;
  if (found.files.has(regions)) study.replace("asked.csv", say("gevraagd", "asked"), found.files.get(regions));
  found.files.delete(regions);
  answer = {...found, name: words[0]};
  const place = byID("answer");
  if (place) place.replaceChildren(...answerText());
  announce(say("Beantwoord", "Answered"));
}

function answerText() {
  // What the page added to the command says nothing to who asked.
  const text = answer.output.replace(/\n(Tabellen|Tables): [^\n]*\n/, "").replace(/\n[^\n]*uit\.xlsx\n/, "");
  const tables = new Map([...answer.files].filter(([path]) => path.startsWith("uit/")));
  const book = answer.files.get("uit.xlsx");
  const others = new Map([...answer.files].filter(([path]) => !path.startsWith("uit")));
  return [
    answer.status === 0 ? "" : problem(answer.error || answer.output),
    answer.output && answer.status === 0 ? el("pre", {id: "answered"}, text) : "",
    el("div", {class: "row"},
      tables.size > 0 && el("button", {id: "save-tables", onclick: async () => offer(await writeZip(tables), `${answer.name}-${study.name}`, "zip")}, answer.name === "template" ? say("Bewaar de formulieren (.zip)", "Save the forms (.zip)") : say("Bewaar de tabellen (.zip)", "Save the tables (.zip)")),
      book && el("button", {id: "save-book", onclick: () => offer(book, `${answer.name}-${study.name}`, "xlsx")}, say("Bewaar de werkmap (.xlsx)", "Save the workbook (.xlsx)")),
      others.size > 0 && el("button", {onclick: async () => offer(await writeZip(others), `${answer.name}-${study.name}`, "zip")}, say("Bewaar wat er gemaakt is (.zip)", "Save what was made (.zip)"))),
  ];
}
