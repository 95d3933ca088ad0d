// The page begins.

addEventListener("beforeunload", (event) => {
  if (study && study.done > 0 && keep.failed) event.preventDefault();
});
language = document.documentElement.lang;
engine.start().then(version).then(showVersion).catch(() => { if (study) showState(); else show(); });
show();
if (givenStudy() && !kept().some(({name}) => name === givenStudy().dataset.name)) openGiven();
