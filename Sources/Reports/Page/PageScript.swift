extension PageCode {
  /// The page's script: interaction beyond reading. Its texts come from the page.
  static let script = #"""
    'use strict';
    (() => {
      const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
      const byId = id => document.getElementById(id);
      const say = text => { byId('status').textContent = text; };

      all('.js').forEach(element => { element.hidden = false; });
      const form = document.querySelector('.controls');
      if (form && !form.children.length) form.hidden = true;
      if (form) form.addEventListener('submit', event => event.preventDefault());

      // Scenario and region.
      const scenario = byId('scenario');
      const region = byId('region');
      const showScenario = () => {
        if (!scenario) return;
        all('[data-scenario]').forEach(block => { block.hidden = block.dataset.scenario !== scenario.value; });
        fitScrollers();
      };
      const openRegion = details => {
        all('tr[data-region]').forEach(row => row.classList.toggle('chosen', row.dataset.region === details.id.slice(2)));
        details.open = true;
        details.scrollIntoView({ block: 'start' });
      };
      // With the arrows every key is a choice: the focus stays on the list, and what was passed is folded again.
      let passed = null;
      const chooseRegion = () => {
        const details = region.value && byId('r-' + region.value);
        if (passed && passed !== details) passed.open = false;
        passed = details && !details.open ? details : null;
        if (!details) return;
        openRegion(details);
        say(details.querySelector('summary').textContent + ' ' + document.body.dataset.opened);
      };
      // The page stays what it is about: the list only leads somewhere.
      const leaveRegion = () => {
        region.value = '';
        passed = null;
      };
      const openTarget = () => {
        const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
        if (!target || target.tagName !== 'DETAILS') return;
        openRegion(target);
        target.querySelector('summary').focus({ preventScroll: true });
      };

      // What scrolls sideways can be reached by keyboard; what does not is no stop.
      const fitScrollers = () => all('.scroll').forEach(box => {
        if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; else box.removeAttribute('tabindex');
      });
      addEventListener('resize', fitScrollers);
      all('details').forEach(details => details.addEventListener('toggle', fitScrollers));

      // On a phone a row is a block, whose cells tell what they are.
      all('table').forEach(table => {
        const titles = all('thead th', table).map(head => head.textContent);
        all('tbody td', table).forEach(cell => { cell.dataset.label = titles[cell.cellIndex]; });
        table.classList.add('rows');
      });

      // Sorting: numbers by their value, totals stay below.
      const valueOf = (row, column) => {
        const cell = row.cells[column];
        return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
      };
      const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
      all('table.sortable').forEach(table => {
        const body = table.tBodies[0];
        all('thead th', table).forEach((head, column) => {
          const button = document.createElement('button');
          button.type = 'button';
          button.append(...head.childNodes);
          head.append(button);
          button.addEventListener('click', () => {
            const isNumber = head.classList.contains('n');
            const now = head.getAttribute('aria-sort');
            const order = now === null ? (isNumber ? 'descending' : 'ascending') : now === 'ascending' ? 'descending' : 'ascending';
            all('thead th', table).forEach(other => other.removeAttribute('aria-sort'));
            head.setAttribute('aria-sort', order);
            const sign = order === 'ascending' ? 1 : -1;
            const rows = [...body.rows].filter(row => !row.classList.contains('sum'));
            rows.map((row, index) => ({ row, index, value: valueOf(row, column) }))
              .sort((a, b) => {
                const isText = typeof a.value === 'string' || typeof b.value === 'string';
                const found = isText ? collator.compare(String(a.value), String(b.value)) : a.value - b.value;
                return sign * found || a.index - b.index;
              })
              .forEach(item => body.append(item.row));
            [...body.rows].filter(row => row.classList.contains('sum')).forEach(row => body.append(row));
          });
        });
      });

      // Filtering, whatever the capitals and accents.
      const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
      all('.filter input').forEach(input => {
        const table = input.closest('[data-scenario]').querySelector('table.sortable');
        input.addEventListener('input', () => {
          const words = plain(input.value).split(/\s+/).filter(Boolean);
          const rows = all('tr[data-region]', table);
          rows.forEach(row => {
            const name = plain(row.cells[0].textContent);
            row.hidden = !words.every(word => name.includes(word));
          });
          const told = document.body.dataset;
          say([rows.filter(row => !row.hidden).length, told.of, rows.length, told.found].join(' '));
        });
      });

      // Figures of a chart on hover and on focus. A chart is one stop; arrow keys go from mark to mark.
      const tip = byId('tip');
      let focused = null;
      const showTip = (mark, x, y) => {
        tip.textContent = mark.dataset.tip;
        tip.hidden = false;
        const box = tip.getBoundingClientRect();
        tip.style.setProperty('left', Math.max(8, Math.min(x - box.width / 2, innerWidth - box.width - 8)) + 'px');
        tip.style.setProperty('top', (y - box.height - 12 > 8 ? y - box.height - 12 : y + 20) + 'px');
      };
      const hideTip = () => { tip.hidden = true; };
      const showAtFocus = () => {
        const box = focused.getBoundingClientRect();
        showTip(focused, box.left + box.width / 2, box.top);
      };
      all('svg').forEach(svg => {
        const marks = all('.mark', svg);
        if (!marks.length) return;
        const table = svg.closest('figure').querySelector('table');
        marks.forEach((mark, index) => {
          if (mark.dataset.tip) return;
          const cells = [...table.tBodies[0].rows[index].cells].map(cell => cell.textContent);
          const names = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
          mark.dataset.tip = cells[0] + ': ' + cells.slice(1).map((text, place) => names[place + 1] + ' ' + text).join('; ');
        });
        const stops = marks.map(mark => mark.closest('a') || mark);
        marks.forEach((mark, index) => {
          const stop = stops[index];
          if (stop === mark) mark.setAttribute('role', 'img');
          stop.setAttribute('aria-label', mark.dataset.tip);
          stop.setAttribute('tabindex', index ? -1 : 0);
          mark.addEventListener('mousemove', event => showTip(mark, event.clientX, event.clientY));
          mark.addEventListener('mouseleave', hideTip);
          stop.addEventListener('focus', () => {
            focused = mark;
            showAtFocus();
          });
          stop.addEventListener('blur', () => {
            focused = null;
            hideTip();
          });
          stop.addEventListener('keydown', event => {
            const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            const next = event.key === 'Home' ? 0 : event.key === 'End' ? stops.length - 1 : step ? index + step : -1;
            if (!stops[next]) return;
            event.preventDefault();
            stops.forEach((other, place) => other.setAttribute('tabindex', place === next ? 0 : -1));
            stops[next].focus();
          });
        });
      });
      addEventListener('keydown', event => {
        if (event.key !== 'Escape') return;
        focused = null;
        hideTip();
      });
      // The focus itself scrolls the page: its figures go along.
      addEventListener('scroll', () => { if (focused) showAtFocus(); else hideTip(); }, { passive: true });

      // Copying: tabs between cells, numbers as the reader's spreadsheet writes them.
      const cellText = cell => cell.dataset.v === undefined
        ? cell.textContent.replace(/\s+/g, ' ').trim()
        : cell.dataset.v.replace('.', document.body.dataset.mark);
      const guarded = text => /^[=+@]/.test(text) || /^-(?![\d,.]+$)/.test(text) ? "'" + text : text;
      const quoted = text => /["\t\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
      const copyOld = text => {
        const area = document.createElement('textarea');
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
      };
      all('.copy').forEach(button => button.addEventListener('click', async () => {
        const rows = all('tr', button.parentElement.querySelector('table')).filter(row => !row.hidden);
        const text = rows.map(row => [...row.cells].map(cell => quoted(guarded(cellText(cell)))).join('\t')).join('\r\n') + '\r\n';
        try { await navigator.clipboard.writeText(text); } catch { copyOld(text); }
        button.focus();
        say('');
        setTimeout(() => say(document.body.dataset.copied), 50);
      }));

      // Paper says on every sheet of what report it is. Any text is a text within a style too.
      const styled = text => '"' + text.replace(/[^\p{L}\p{N} ]/gu, sign => '\\' + sign.codePointAt(0).toString(16) + ' ') + '"';
      const heading = [all('.top .kicker, .top h1').map(element => element.textContent).join(': '), ...all('.top .draft').map(element => element.textContent.split(':')[0])].filter(Boolean).join(', ');
      if (heading) document.documentElement.style.setProperty('--heading', styled(heading + ' (Waterlijn)'));

      // Paper shows every assumption.
      let opened = [];
      addEventListener('beforeprint', () => {
        opened = all('details.assumptions:not([open]), details.more:not([open])');
        opened.forEach(details => { details.open = true; });
      });
      addEventListener('afterprint', () => opened.forEach(details => { details.open = false; }));

      if (scenario) scenario.addEventListener('change', showScenario);
      if (region) {
        region.addEventListener('change', chooseRegion);
        region.addEventListener('blur', leaveRegion);
      }
      addEventListener('hashchange', openTarget);
      showScenario();
      fitScrollers();
      openTarget();
    })();
    """#
}
