// Enhancements only: every page works without this file.
(function () {
  'use strict';

  // A dialog that a button names opens in place; without scripts its form stands on the page.
  function dialogs(root) {
    root.querySelectorAll('dialog[data-opener]').forEach(function (dialog) {
      var opener = document.getElementById(dialog.dataset.opener);
      if (!opener || opener.dataset.ready) return;
      opener.dataset.ready = 'yes';
      dialog.removeAttribute('open');
      opener.hidden = false;
      opener.addEventListener('click', function () { dialog.showModal(); });
      dialog.querySelectorAll('[data-close]').forEach(function (button) {
        button.hidden = false;
        button.addEventListener('click', function () { dialog.close(); opener.focus(); });
      });
    });
  }

  // A second click sends nothing; the server would give it one effect anyway.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    window.setTimeout(function () { delete form.dataset.sent; }, 10000);
  });

  // Choosing is enough where a button stands for browsers without scripts.
  document.querySelectorAll('.chooser select').forEach(function (select) {
    select.addEventListener('change', function () { select.form.requestSubmit(); });
  });

  // Keys of a page: data-key="n" on a link or button, with no text field in focus. On a radio button the key chooses it and
  // goes to the field that data-then names.
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input:not([type=radio]), select, textarea, dialog[open]')) return;
    var target = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (!target) return;
    event.preventDefault();
    if (target.matches('input[type=radio]')) {
      target.checked = true;
      target = document.getElementById(target.dataset.then) || target;
    }
    if (target.matches('a, button')) target.click(); else target.focus();
  });

  // What was just registered as handed over is taken at once.
  var go = document.querySelector('a[data-go]');
  if (go) go.click();

  // Two minutes before a session ends, whoever is still there may say so.
  var idle = document.getElementById('idle');
  if (idle && Number(idle.dataset.seconds) > 0) {
    var seconds = Number(idle.dataset.seconds);
    var warn, end;
    var begin = function () {
      window.clearTimeout(warn);
      window.clearTimeout(end);
      warn = window.setTimeout(function () { idle.showModal(); }, Math.max(1, seconds - 120) * 1000);
      end = window.setTimeout(function () { window.location.assign('/sign-in?timeout'); }, (seconds + 5) * 1000);
    };
    document.getElementById('idle-stay').addEventListener('click', function () {
      fetch('/still-here', { credentials: 'same-origin' }).then(function () { idle.close(); begin(); });
    });
    document.addEventListener('htmx:afterRequest', begin);
    begin();
  }

  // Drag and drop onto a file field's surroundings.
  document.querySelectorAll('.drop').forEach(function (drop) {
    var field = drop.querySelector('input[type=file]');
    ['dragover', 'dragleave', 'drop'].forEach(function (kind) {
      drop.addEventListener(kind, function (event) {
        event.preventDefault();
        drop.classList.toggle('over', kind === 'dragover');
        if (kind === 'drop' && event.dataTransfer.files.length) {
          field.files = event.dataTransfer.files;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }
      });
    });
  });

  dialogs(document);
  document.addEventListener('htmx:afterSwap', function (event) { dialogs(event.target); });
})();
