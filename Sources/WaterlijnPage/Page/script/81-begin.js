// Where one begins: a study from a folder, files or an archive, the one of last time, or one that is in the page.

const about = {
  nederland: () => say("25 veiligheidsregio's, vijf scenario's. Wat de regio's nu hebben is nog aangenomen.", "25 safety regions, five scenarios. What the regions have now is still assumed."),
  leerboek: () => say("Twee verzonnen regio's met ronde getallen, met de hand nagerekend.", "Two invented regions with round figures, worked by hand."),
  gemeenten: () => say("342 gemeenten als eenheid.", "342 municipalities as units."),
  "rotterdam-rijnmond": () => say("Eén regio met eigen cijfers, hier verzonnen.", "One region with figures of its own, invented here."),
  "projectplan-2022": () => say("De begroting van het project zelf, uit het projectplan van 2022.", "The budget of the project itself, from the project plan of 2022."),
};

shown.begin = () => {
  const last = kept();
  const when = (date) => date.toLocaleString(say("nl-NL", "en-GB"), {dateStyle: "long", timeStyle: "short"});
  const found = el("div", {id: "found"});
  const take = async (list) => {
    try {
      const told = await openList(list);
      go("controle", () => { if (told.length) byID("messages").before(el("ul", {id: "told", class: "told-list"}, told.map((text) => el("li", {}, text.includes("\n") ? el("pre", {}, text.trimEnd()) : text)))); });
    } catch (error) {
      found.replaceChildren(problem(error.message));
    }
  };
  const folder = el("input", {type: "file", id: "folder", webkitdirectory: true, onchange: () => take([...folder.files])});
  const files = el("input", {type: "file", id: "files", multiple: true, accept: ".csv,.zip,.xlsx", onchange: () => take([...files.files])});
  const drop = el("div", {class: "drop", id: "drop"},
    el("p", {}, say("Sleep een map, de CSV-bestanden of een .zip hierheen, of kies:", "Drop a folder, the CSV files or a .zip here, or choose:")),
    el("div", {class: "row"}, el("label", {class: "button", for: "folder"}, say("Map", "Folder")), folder,
      el("label", {class: "button", for: "files"}, say("Bestanden of .zip", "Files or .zip")), files));
  for (const kind of ["dragover", "dragenter"]) drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    take(await droppedFiles(event.dataTransfer));
  });
  return [
    el("section", {class: "top"},
      el("h1", {}, say("Wat kost het uniforme niveau, en wat kunnen we besparen?", "What does the uniform level cost, and what can we save?")),
      el("p", {class: "lead"}, say(
        "Waterlijn rekent de bevolkingszorg van alle veiligheidsregio's door en geeft elk bedrag met zijn marge. Deze pagina is het hele programma: niets wordt verstuurd.",
        "Waterlijn computes the population care of all safety regions and gives every amount with its margin. This page is the whole program: nothing is sent.")),
      last.length > 0 && el("div", {class: "row"}, el("button", {class: "main", id: "continue", onclick: () => goOn(last[0])}, say(`Ga verder met ${last[0].name}`, `Go on with ${last[0].name}`)),
        el("span", {class: "hint"}, `${last[0].region ? `${last[0].region}, ` : ""}${when(last[0].when)}`)),
      givenStudy() && el("div", {class: "row"},
        el("button", {class: last.length ? undefined : "main", id: "given", onclick: openGiven}, say(`Open ${givenStudy().dataset.name}`, `Open ${givenStudy().dataset.name}`))),
      !givenStudy() && includedNames().includes("nederland") && el("div", {class: "row"},
        el("button", {class: last.length ? undefined : "main", id: "first", onclick: async () => {
          open("nederland", await included("nederland"));
          go("uitkomsten", () => byID("compute").click());
        }}, say("Reken Nederland door", "Compute the Netherlands")),
        el("button", {id: "fill", onclick: async () => { open("nederland", await included("nederland")); go("regio"); }},
          say("Mijn regio invullen", "Fill in my region"))),
      found),
    last.length > 1 && el("section", {}, el("h2", {}, say("Wat verder nog in deze browser staat", "What else is still in this browser")),
      el("ul", {class: "studies"}, last.slice(1).map((each) => el("li", {}, el("button", {onclick: () => goOn(each)}, say(`Ga verder met ${each.name}`, `Go on with ${each.name}`)),
        ` ${each.region ? `${each.region}, ` : ""}${when(each.when)}`)))),
    el("section", {}, el("h2", {}, say("Een eigen studie openen", "Open a study of your own")), drop),
    study && !onlyRegion() && answersSection(),
    !givenStudy() && includedNames().length > 0 && el("section", {}, el("h2", {}, say("Studies in deze pagina", "Studies in this page")),
      el("ul", {class: "studies"}, includedNames().map((name) => el("li", {},
        el("button", {onclick: async () => { open(name, await included(name)); go("controle"); }}, name), " ", about[name] ? about[name]() : "")))),
  ].filter(Boolean);
};

/// What regions sent back, of any kind: `waterlijn collect` takes it over into the study that is open.
function answersSection() {
  const told = el("div", {id: "collected", "aria-live": "polite"});
  const estimates = el("input", {type: "checkbox", id: "estimate"});
  const answers = el("input", {type: "file", id: "answers", multiple: true, accept: ".xlsx,.csv,.zip", onchange: async () => {
    const list = [...answers.files];
    answers.value = "";
    try {
      const text = await busy(told, say("De opgaven worden gelezen", "The answers are being read"), (task) => collectAnswers(list, estimates.checked ? ["--estimate"] : [], task));
      if (text) told.replaceChildren(el("pre", {}, text.told), el("p", {class: "row"},
        text.replies.size > 0 && el("button", {id: "save-replies", onclick: async () => offer(await writeZip(text.replies), `terug-${study.name}`, "zip")}, say("Bewaar wat teruggaat (.zip)", "Save what goes back (.zip)")), el("button", {onclick: () => go("controle")}, say("Naar de controle", "To the check")),
        el("button", {onclick: () => go("tabellen")}, say("Wat er veranderde", "What changed"))));
    } catch (error) {
      told.replaceChildren(problem(error.message));
    }
  }});
  return el("section", {}, el("h2", {}, say("Wat regio's terugstuurden", "What regions sent back")),
    el("p", {}, say(`Formulieren, eigen tabellen en .zip van de pagina tegelijk. Wat is overgenomen, en als wat, komt hier te staan; het gaat in ${study.title}.`,
      `Forms, tables of their own and .zip of the page together. What was taken over, and as what, is told here; it goes into ${study.title}.`)),
    el("div", {class: "row"}, el("label", {class: "button", for: "answers"}, say("Opgaven kiezen", "Choose answers")), answers,
      el("label", {}, estimates, " ", say("schat wat ontbreekt uit wat ten minste vijf andere regio's gaven", "estimate what is missing from what at least five other regions gave"))), told);
}

async function collectAnswers(list, more, task) {
  const files = study.atPath;
  const words = ["collect", study.name];
  for (const [index, file] of list.entries()) {
    // Two regions may have sent a file of one name.
    const path = list.some((other, at) => at < index && other.name === file.name) ? `${index + 1}/${file.name}` : file.name;
    files.set(path, new Uint8Array(await file.arrayBuffer()));
    words.push(path);
  }
  const asked = study;
  const answer = await engine.run([...words, "--into", "overgenomen", "--reply", "terug", ...more, "--language", language], files, task);
  if (asked !== study) return null;
  for (const [path, bytes] of answer.files) {
    if (path.startsWith("overgenomen/")) study.replace(path.slice("overgenomen/".length), say("opgaven", "answers"), bytes);
  }
  return {told: answer.output || answer.error, replies: new Map([...answer.files].filter(([path]) => path.startsWith("terug/")))};
}

/// Opens the study that the page was made for: on the region's form if it was made for a region.
async function openGiven() {
  const {name, region} = givenStudy().dataset;
  open(name, await included(name));
  if (region) { myRegion = region; shownPlace = region; }
  await readGivenResults();
  go(region ? "regio" : "controle");
}

/// Opens what was chosen: a study in files or an archive, the newest of several, or what regions have sent back, which goes
/// into the study that is open.
async function openList(list) {
  const files = new Map();
  const [studies, reports] = [[], []];
  for (const file of list) {
    const bytes = new Uint8Array(await file.arrayBuffer().catch(() => {
      throw new Error(say(`${file.name} kan niet worden gelezen. Is het intussen veranderd? Kies het dan opnieuw.`, `${file.name} cannot be read. Has it changed since? Then choose it again.`));
    }));
    if (!/\.zip$/i.test(file.name)) {
      files.set(file.path || file.webkitRelativePath || file.name, bytes);
      continue;
    }
    const content = await readZip(bytes).catch((error) => { throw new Error(`${file.name}: ${error.message}`); });
    if (isReport(content)) reports.push(file);
    else studies.push({name: file.name.replace(/\.zip$/i, ""), when: file.lastModified, content});
  }
  const told = [];
  if (files.size) {
    openFiles("studie", files);
  } else if (studies.length) {
    const [newest] = studies.sort((a, b) => b.when - a.when);
    try {
      openFiles(newest.name, newest.content);
    } catch (error) {
      throw new Error(`${newest.name}.zip: ${error.message}`);
    }
    if (studies.length > 1) told.push(say(`Geopend: ${newest.name}, de nieuwste van ${studies.length}`, `Opened: ${newest.name}, the newest of ${studies.length}`));
  }
  if (reports.length) {
    if (!study) {
      const name = givenStudy() ? givenStudy().dataset.name : "nederland";
      if (!includedNames().includes(name)) throw new Error(say("open eerst de studie waar deze opgaven bij horen", "open the study first that these figures belong to"));
      open(name, await included(name));
    }
    told.push((await collectAnswers(reports, ["--prefer", "newest"], {})).told);
  }
  if (!files.size && !studies.length && !reports.length) throw new Error(say("er is niets gekozen", "nothing was chosen"));
  return told;
}

/// What was dropped: folders too, where the browser has a way to read them.
async function droppedFiles(data) {
  const items = [...data.items].filter((item) => item.kind === "file");
  const handles = await Promise.all(items.map((item) => item.getAsFileSystemHandle ? item.getAsFileSystemHandle() : null));
  const files = [];
  const walk = async (handle, path) => {
    if (handle.kind === "file") {
      const file = await handle.getFile();
      Object.defineProperty(file, "path", {value: path + handle.name});
      files.push(file);
    } else {
      for await (const child of handle.values()) await walk(child, `${path}${handle.name}/`);
    }
  };
  if (handles.length && handles.every(Boolean)) {
    for (const handle of handles) await walk(handle, "");
    return files;
  }
  return [...data.files];
}
