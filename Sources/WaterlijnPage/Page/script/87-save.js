// Saving: the study, a region's own rows, the report, the workbook, the tables.

shown.bewaren = () => {
  const making = el("div", {id: "saving"});
  const offered = (bytes, name, ending) => {
    const file = offer(bytes, name, ending);
    making.replaceChildren(el("p", {class: "note"}, say(`Bewaard als ${file}`, `Saved as ${file}`)));
    making.scrollIntoView({block: "nearest"});
  };
  const region = myRegion || (shownPlace !== "NL" ? shownPlace : "");
  const who = el("input", {id: "who", autocomplete: "name", size: 24});
  const remark = el("input", {id: "remark", size: 40});
  return [
    el("section", {class: "top"}, el("h1", {}, say("Bewaren", "Save")), making,
      keep.failed && el("p", {class: "warning"}, say("Deze browser bewaart niets tussendoor. Bewaar uw studie als bestand.", "This browser keeps nothing in between. Save your study to a file."))),
    el("section", {}, el("h2", {}, say("De studie", "The study")),
      el("p", {}, say("Een .zip met de CSV-bestanden, om later verder te gaan, op de opdrachtregel te gebruiken of te versturen.", "A .zip with the CSV files, to go on later, to use on the command line or to send.")),
      el("button", {id: "save-study", onclick: async () => offered(await writeZip(study.atPath), study.name, "zip")}, say("Bewaar de studie (.zip)", "Save the study (.zip)"))),
    region && el("section", {}, el("h2", {}, say(`Alleen de opgave van ${placeName(region)}`, `Only what ${placeName(region)} reports`)),
      el("p", {}, say("De eigen rijen van de regio, om terug te sturen aan wie u deze pagina gaf. Er staat niets in van andere regio's.", "The region's own rows, to send back to whom you had this page from. Nothing of other regions is in it.")),
      el("div", {class: "row"}, el("label", {for: "who"}, say("Ingevuld door", "Filled in by")), who, el("label", {for: "remark"}, say("Opmerking", "Remark")), remark),
      el("button", {id: "save-region", onclick: async () => offered(await writeZip(regionFiles(region, who.value, remark.value)), `opgave-${region}`, "zip")}, say("Bewaar de opgave (.zip)", "Save the figures (.zip)"))),
    study.done > 0 && el("section", {}, el("h2", {}, say("Alleen de wijzigingen", "Only the changes")),
      el("p", {}, say("Een koppeling met wat u hebt veranderd. Wie dezelfde studie open heeft, plakt hem hieronder.", "A link with what you have changed. Who has the same study open pastes it below.")),
      el("button", {id: "share", onclick: async () => {
        const link = location.href.split("#")[0] + await sharedText();
        if (link.length > longestLink) making.replaceChildren(problem(say("Het zijn te veel wijzigingen voor een koppeling. Bewaar de studie of de opgave als bestand.", "These are too many changes for a link. Save the study or the figures to a file.")));
        else byID("shared").replaceChildren(el("textarea", {readonly: true, rows: 4, "aria-label": say("Koppeling", "Link"), onfocus: (event) => event.target.select()}, link));
      }}, say("Maak een koppeling", "Make a link")), el("div", {id: "shared"})),
    el("section", {}, el("h2", {}, say("Wijzigingen van een ander", "Changes of someone else")),
      el("div", {class: "row"}, el("label", {for: "link"}, say("Plak de koppeling", "Paste the link")), el("input", {id: "link", size: 40, autocomplete: "off"}),
        el("button", {id: "take-link", onclick: async () => {
          try {
            const count = await takeShared(byID("link").value);
            go("tabellen");
            announce(say(`${count} wijzigingen overgenomen`, `${count} changes taken over`));
          } catch (error) {
            making.replaceChildren(problem(say(`Niet overgenomen: ${error.message}.`, `Not taken over: ${error.message}.`)));
          }
        }}, say("Neem over", "Take over")))),
    el("section", {}, el("h2", {}, say("De uitkomsten", "The results")),
      results && results.isOld && el("p", {class: "warning"}, say("De studie is veranderd sinds deze uitkomsten. Reken opnieuw door voordat u ze verstuurt.", "The study has changed since these results. Compute again before you send them."),
        " ", el("button", {class: "link", onclick: () => go("uitkomsten", () => byID("compute").click())}, say("Reken door", "Compute"))),
      results ? el("div", {class: "row"},
        el("button", {id: "save-report", onclick: async () => { const bytes = await busy(making, say("Het rapport wordt gemaakt", "The report is being made"), reportBytes); if (bytes) offered(bytes, `rapport-${study.name}`, "html"); }}, say("Rapport (.html)", "Report (.html)")),
        el("button", {id: "save-workbook", onclick: async () => { const bytes = await busy(making, say("De werkmap wordt gemaakt", "The workbook is being made"), workbookBytes); if (bytes) offered(bytes, study.name, "xlsx"); }}, say("Werkmap (.xlsx)", "Workbook (.xlsx)")),
        el("button", {id: "save-results", onclick: async () => offered(await writeZip(results.files), `resultaten-${study.name}`, "zip")}, say("Tabellen (.zip)", "Tables (.zip)")))
        : el("p", {class: "note"}, say("Er is nog niet gerekend.", "Nothing has been computed yet."))),
  ].filter(Boolean);
};

async function workbookBytes(task) {
  const own = {};
  task.stop = () => own.stop && own.stop();
  const answer = await engine.run(["report", "resultaten", "--study", results.study.name, "--out", "verslag.html", "--xlsx", "werkmap.xlsx", "--language", language],
    new Map([...results.files, ...results.study.atPath]), own);
  if (answer.status !== 0) throw new Error(answer.error || answer.output);
  return answer.files.get("werkmap.xlsx");
}

/// The rows of a region in the tables of what regions have now, and who filled them in.
function regionFiles(region, who, remark) {
  const files = new Map();
  for (const name of ["staffing.csv", "training.csv", "provision-current.csv"]) {
    const table = study.table(name);
    if (!table) continue;
    const rows = table.rows.filter(({index}) => table.cell(index, 0) === region).map(({record}) => record);
    if (!rows.length) continue;
    const own = new Table("", table.delimiter);
    own.records = [own.record(table.columns), ...rows.map((record) => own.record(record.cells))];
    own.lineEnd = table.lineEnd;
    files.set(`opgave-${region}/${name}`, own.bytes);
  }
  const about = new Table("", ";");
  about.records = [["wat", "waarde"], ["regio", region], ["naam", placeName(region)], ["studie", study.title], ["ingevuld door", who], ["opgeslagen", new Date().toISOString()], ["opmerking", remark]].map((cells) => about.record(cells));
  files.set(`opgave-${region}/opgave.csv`, about.bytes);
  return files;
}
