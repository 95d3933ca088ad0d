// The frame around every view: where one is, what is open, and how it is with it.

const views = [
  {id: "begin", title: () => say("Begin", "Start")},
  {id: "regio", title: () => say("Mijn regio", "My region"), needsStudy: true},
  {id: "tabellen", title: () => say("Tabellen", "Tables"), needsStudy: true},
  {id: "controle", title: () => say("Controle", "Check"), needsStudy: true},
  {id: "knoppen", title: () => say("Wat als", "What if"), needsStudy: true},
  {id: "uitkomsten", title: () => say("Uitkomsten", "Results"), needsStudy: true},
  {id: "vragen", title: () => say("Vragen", "Questions"), needsStudy: true},
  {id: "bewaren", title: () => say("Bewaren", "Save"), needsStudy: true},
];

let view = "begin";

/// Shows a view, and puts the reader at its top.
function go(id, after) {
  view = id;
  show();
  byID("main").focus({preventScroll: true});
  scrollTo(0, 0);
  if (after) after();
}

/// Draws everything anew.
function show() {
  document.documentElement.lang = language;
  document.title = study ? `${study.title} - Waterlijn` : "Waterlijn";
  document.querySelector(".skip").textContent = say("Naar de inhoud", "Skip to content");
  const wave = el("svg", {viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": "true", class: "wave"},
    el("path", {d: "M2 14c3.3 0 3.3-3 6.7-3s3.3 3 6.6 3 3.4-3 6.7-3M2 19c3.3 0 3.3-3 6.7-3s3.3 3 6.6 3 3.4-3 6.7-3"}));
  byID("head").replaceChildren(
    el("div", {class: "bar"},
      el("span", {class: "brand"}, wave, "Waterlijn"),
      study && el("span", {class: "open"}, study.title),
      el("span", {id: "state", class: "state"}),
      el("button", {class: "plain", lang: say("en", "nl"), onclick: () => { language = say("en", "nl"); if (study) check(); show(); }},
        say("English", "Nederlands"))),
    el("nav", {"aria-label": say("Onderdelen", "Parts")}, views.filter((each) => study || !each.needsStudy).map((each) =>
      el("button", {"aria-current": each.id === view && "page", onclick: () => go(each.id)}, each.title()))));
  byID("main").replaceChildren(...shown[view]());
  byID("foot").replaceChildren(el("p", {}, say(
    "Alles gebeurt op deze computer: deze pagina kan niets versturen en haalt niets van internet. ",
    "Everything happens on this computer: this page cannot send anything and fetches nothing from the internet. "),
  el("button", {class: "link", id: "it", onclick: () => go("ict")}, say("Voor de ICT-afdeling", "For the IT department")), el("span", {id: "version"})));
  showVersion();
  showState();
}

/// Which program this is, and which sources it was made from: known once the module is there.
function showVersion() {
  const sources = document.querySelector("meta[name=sources]").content.slice(0, 12);
  if (programVersion) byID("version").replaceChildren(say(` Waterlijn ${programVersion}, bronnen ${sources}.`, ` Waterlijn ${programVersion}, sources ${sources}.`));
}

/// How it is with the study: at the top of every view, and in those that list it.
function showState() {
  const place = byID("state");
  if (!place || !study) return;
  const count = (kind) => study.messages.filter((message) => message.kind === kind).length;
  const [errors, doubts] = [count("error"), count("doubt")];
  const text = engine.obstacle ? say("rekenen kan hier niet", "cannot compute here")
    : !study.isChecked ? say("wordt nagekeken", "being checked")
    : errors ? say(`${errors} ${errors === 1 ? "fout" : "fouten"}`, `${errors} ${errors === 1 ? "error" : "errors"}`)
    : doubts ? say(`${doubts} ${doubts === 1 ? "twijfel" : "twijfels"}`, `${doubts} ${doubts === 1 ? "doubt" : "doubts"}`)
    : say("geen fouten", "no errors");
  place.replaceChildren(el("button", {class: errors ? "plain bad" : "plain", onclick: () => go("controle")}, text),
    ...(keep.failed ? [el("span", {class: "bad"}, say("niet bewaard in deze browser: bewaar als bestand", "not kept in this browser: save to a file"))] : []));
  if (updated[view]) updated[view]();
}

/// What each view consists of, and what it changes once the study has been checked.
const shown = {};
const updated = {};

/// Offers bytes as a file: its name has the date and a number, so that nothing is ever overwritten.
function offer(bytes, name, ending) {
  const day = new Date().toISOString().slice(0, 10);
  let count = 1;
  try {
    count = Number(localStorage.getItem(`waterlijn.count.${day}`) || 0) + 1;
    localStorage.setItem(`waterlijn.count.${day}`, String(count));
  } catch { count = Math.floor(performance.now()); }
  const file = `${name}-${day}-${count}.${ending}`;
  const types = {html: "text/html", zip: "application/zip", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
  const address = URL.createObjectURL(new Blob([bytes], {type: types[ending] || "application/octet-stream"}));
  const link = el("a", {href: address, download: file});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  announce(say(`Bewaard als ${file}`, `Saved as ${file}`));
  return file;
}

/// A problem that stopped something, in its place in the page.
const problem = (text) => el("p", {class: "problem", role: "alert"}, text);

/// Runs something that takes a while under a button: shows progress, a way to stop, and what went wrong.
async function busy(place, label, work) {
  const [bar, task] = [el("progress", {max: 100, "aria-label": label}), {}];
  task.show = (share) => { bar.value = share; };
  place.replaceChildren(el("div", {class: "busy"}, el("span", {}, label), bar,
    el("button", {onclick: () => { const now = computing || task; if (now.stop) now.stop(); }}, say("Stoppen", "Stop"))));
  try {
    const value = await work(task);
    place.replaceChildren();
    return value;
  } catch (error) {
    place.replaceChildren(error instanceof Stopped ? el("p", {class: "note"}, say("Gestopt: er is niets veranderd.", "Stopped: nothing has changed."))
      : problem(engine.obstacle || error.message));
    return undefined;
  }
}
