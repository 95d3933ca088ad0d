// For who has to allow this page: what it is, what it needs, and how to check what it does.

shown.ict = () => {
  const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]").content;
  const line = (what, is) => el("tr", {}, el("th", {scope: "row"}, what), el("td", {}, is));
  const can = (is) => is ? say("ja", "yes") : say("nee", "no");
  return [
    el("section", {class: "top"}, el("h1", {}, say("Voor de ICT-afdeling", "For the IT department")),
      el("p", {}, say("Deze pagina is een enkel bestand: HTML, CSS, JavaScript en een WebAssembly-module, zonder iets van anderen. Er is geen server en geen installatie. Wat iemand invult, blijft in deze browser en in de bestanden die hij zelf bewaart.",
        "This page is a single file: HTML, CSS, JavaScript and a WebAssembly module, with nothing of others. There is no server and no installation. What someone fills in stays in this browser and in the files that they save."))),
    el("section", {}, el("h2", {}, say("Wat deze browser toestaat", "What this browser allows")),
      el("table", {class: "changes"}, el("tbody", {},
        line(say("WebAssembly (nodig om te rekenen)", "WebAssembly (needed to compute)"), can(typeof WebAssembly === "object")),
        line(say("werkers uit een Blob (nodig om te rekenen)", "workers of a Blob (needed to compute)"), can(!engine.obstacle)),
        line(say("bewaren in de browser", "keeping in the browser"), can(!keep.failed)),
        line(say("processorkernen", "processor cores"), String(navigator.hardwareConcurrency || 1))))),
    el("section", {}, el("h2", {}, say("Het beleid dat de browser afdwingt", "The policy that the browser enforces")),
      el("p", {}, say("Geen enkele verbinding is toegestaan, en geen andere code dan die van deze pagina, aan haar controlesom herkend.", "No connection is allowed, and no code but this page's own, known by its hash.")),
      el("pre", {}, policy.replaceAll("; ", ";\n"))),
    el("section", {}, el("h2", {}, say("Zelf controleren", "Check for yourself")),
      el("ol", {}, el("li", {}, say("Druk op F12, tabblad Netwerk, en laad opnieuw: er staat dit bestand, en regels die met blob: beginnen (uit het geheugen).", "Press F12, tab Network, and load again: there is this file, and lines that begin with blob: (from memory).")),
        el("li", {}, say("Zet het netwerk uit: alles werkt.", "Switch the network off: everything works.")),
        el("li", {}, say("Wie Swift heeft, bouwt dit bestand uit de bronnen met make page.", "Who has Swift builds this file from the sources with make page."))),
      el("p", {class: "note"}, say("Meer: docs/ict.md bij de bronnen.", "More: docs/ict.md with the sources."))),
  ];
};
