// Keeps the clock bar's time running; without it the bar shows the time at which the page was made.
'use strict';
(() => {
  const now = document.getElementById('local-clock-now');
  const speed = document.getElementById('local-clock-speed');
  const next = document.getElementById('local-clock-next');
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric',
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  });
  const show = (instant) => format.format(instant).replaceAll(',', '') + ' UTC';

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch('/local/clock', { cache: 'no-store' });
      if (!answer.ok) return;
      const state = await answer.json();
      now.dateTime = state.now;
      now.textContent = show(new Date(state.now));
      speed.textContent = state.paused ? 'paused' : state.speedText;
      next.textContent = state.next ? 'Next: ' + show(new Date(state.next)) : '';
    } catch {
      speed.textContent = 'stopped';
    }
  }

  setInterval(look, 1000);
})();
