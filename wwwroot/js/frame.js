// What the frame needs without a circuit: the theme, the drawer, dialogs that open at once, and how the connection is.
import { clearDraft, draft, keep } from './drafts.js';

const root = document.documentElement;
const year = 60 * 60 * 24 * 365;

function remember(name, value) {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax${secure}`;
}

// The sign-out deletes these too, but a page that learns of it first leaves before that answer is read.
document.addEventListener('submit', event => {
  if (new URL(event.target.action, location.href).pathname !== '/logout') return;
  for (const name of ['theme', 'language']) document.cookie = `${name}=; path=/; max-age=0`;
});

// Called from C# and from js/keys.js.
window.supportConsole = {
  theme: () => root.dataset.theme,
  chooseTheme(theme) {
    root.dataset.theme = theme;
    remember('theme', theme);
  },
  chooseLanguage: language => remember('language', language),
  openDialog(id) {
    const dialog = document.getElementById(id);
    if (dialog && !dialog.open) dialog.showModal();
  },
  // After a move by key: what is chosen now, without moving more than needed.
  reveal: selector => document.querySelector(selector)?.scrollIntoView({ block: 'nearest' }),
  toTop: () => document.getElementById('content')?.scrollTo(0, 0),
  // After a form was refused: the first field that is wrong, or what is said of a group of them.
  firstFault(form) {
    const field = document.querySelector(`${form} [aria-invalid="true"]`);
    (field ?? document.querySelector(`${form} .fault:not(:empty)`))?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  },
  closeDialog: id => document.getElementById(id)?.close(),
  draft,
  clearDraft,
  keepDraft: keep,
  // Into a part that was opened by key, unless somebody is in it already: over a slow line they were faster, and what they type
  // must not become keys.
  enter(selector) {
    const part = document.querySelector(selector);
    if (part && !part.contains(document.activeElement)) part.querySelector('button').focus({ preventScroll: true });
  },
  // After a key moved the selection: the focus goes along, so that a screen reader says it and it is in sight.
  follow(selector) {
    const target = document.querySelector(selector);
    if (!target?.checkVisibility({ visibilityProperty: true })) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  },
};

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]');
  if (opener) supportConsole.openDialog(opener.dataset.opens);

  const focuser = event.target.closest('[data-focus]');
  if (focuser) document.querySelector(focuser.dataset.focus)?.focus();

  // A link in the drawer or in a menu has done its work; a tap on a dialog's veil means "away with it".
  if (event.target.closest('[popover] a, [popover] [data-closes]')) event.target.closest('[popover]').hidePopover();
  if (event.target instanceof HTMLDialogElement) event.target.close();

  if (event.target.closest('[data-reconnect]')) reconnect();

  const copier = event.target.closest('[data-copy]');
  if (copier) copy(copier);
});

async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  const word = button.nextElementSibling;
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
  } catch {
    // No clipboard without HTTPS: the text is selected, and Ctrl+C is left.
    getSelection().selectAllChildren(source);
    if (!document.execCommand('copy')) return;
  }
  word.textContent = word.dataset.word;
  setTimeout(() => { word.textContent = ''; }, 2000);
}

// A drawer left open while the window grows would lie over the page in the wrong place.
matchMedia('(width < 760px)').addEventListener('change', () => {
  const rail = document.getElementById('rail');
  if (rail?.matches(':popover-open')) rail.hidePopover();
});

async function reconnect() {
  // false: the server is back but no longer knows this page.
  if (await window.Blazor.reconnect() === false) location.reload();
}

const banner = document.getElementById('components-reconnect-modal');
const states = {
  'components-reconnect-show': 'reconnecting',
  'components-reconnect-retrying': 'reconnecting',
  'components-reconnect-paused': 'reconnecting',
  'components-reconnect-failed': 'offline',
  'components-reconnect-rejected': 'offline',
};

new MutationObserver(() => {
  const state = Object.keys(states).find(name => banner.classList.contains(name));
  if (state) root.dataset.connection = states[state];
  else delete root.dataset.connection;
  if (state === 'components-reconnect-rejected') location.reload();
}).observe(banner, { attributes: true, attributeFilter: ['class'] });

// A failed connection is tried again when the machine is back on its network, or the person back at this tab.
for (const [target, name] of [[window, 'online'], [document, 'visibilitychange']])
  target.addEventListener(name, () => {
    if (root.dataset.connection === 'offline' && document.visibilityState === 'visible') reconnect();
  });
