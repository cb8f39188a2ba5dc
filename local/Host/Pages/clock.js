// Keeps the clock bar's time running; without it the bar shows the time at which the page was made.
'use strict';
(() => {
  const bar = document.getElementById('local-clock').dataset;
  const now = document.getElementById('local-clock-now');
  const speed = document.getElementById('local-clock-speed');
  const next = document.getElementById('local-clock-next');

  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch('/local/clock?lang=' + bar.lang, { cache: 'no-store' });
      if (!answer.ok) return;
      const state = await answer.json();
      now.dateTime = state.now;
      now.textContent = state.nowText;
      speed.textContent = state.paused ? bar.paused : state.speedText;
      next.textContent = state.next ? bar.next + ' ' + state.nextText : '';
    } catch {
      speed.textContent = bar.stopped;
    }
  }

  setInterval(look, 1000);
})();
