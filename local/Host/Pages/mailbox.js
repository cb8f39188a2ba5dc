// Makes the frame as high as the letter in it: nothing of the letter runs, so only the page around it can measure.
'use strict';
(() => {
  const frame = document.querySelector('iframe.mail');
  const fit = () => {
    const letter = frame.contentDocument?.documentElement;
    if (!letter) return;
    frame.style.height = 'auto';
    frame.style.height = letter.scrollHeight + 2 + 'px';
  };
  frame.addEventListener('load', fit);
  addEventListener('resize', fit);
  fit();
})();
