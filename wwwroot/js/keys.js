// Keys of the console. The page says which it knows; what was selected is read here, when the key goes down.
const patience = 1200; // ms between the first and the second key of a pair
let owner = null;
let known = new Set();
let begun = null; // { key, seen, timer } of a pair half typed

export function attach(dotnet, keys) {
  owner = dotnet;
  setKeys(keys);
  document.addEventListener('keydown', pressed);
  document.addEventListener('click', clicked);
  document.documentElement.dataset.keys = ''; // from here on keys are heard
}

export function detach() {
  owner = null;
  document.removeEventListener('keydown', pressed);
  document.removeEventListener('click', clicked);
}

export function setKeys(keys) {
  known = new Set(keys);
}

function pressed(event) {
  if (event.defaultPrevented || event.isComposing) return;
  const key = event.key.toLowerCase();

  if (key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault(); // the browser's own Ctrl+K
    supportConsole.openDialog('palette');
    return;
  }

  // Up and down would also move the caret of the field that the list belongs to.
  if (event.target.role === 'combobox' && (key === 'arrowdown' || key === 'arrowup')) event.preventDefault();

  // Out of the field, so that the keys work again; what was typed stays.
  if (key === 'escape' && event.target.dataset?.draft) return take(event, () => event.target.blur());

  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || covered() || scrolls(event.target, key)) {
    forget();
    return;
  }

  if (key === '?') return take(event, () => supportConsole.openDialog('shortcut-sheet'));
  if (key === '/') return take(event, () => focusSearch());

  // Where a key only leads into a field it does so at once: over a slow line what is typed next would miss it.
  const field = known.has(key) && document.querySelector(`[data-focus-key="${CSS.escape(key)}"]`);
  if (field) return take(event, () => field.focus());

  const pair = begun && `${begun.key} ${key}`;
  const seen = begun?.seen ?? selected();
  if (pair && known.has(pair)) return take(event, () => send(pair, seen));

  forget();
  if ([...known].some(name => name.startsWith(`${key} `))) {
    event.preventDefault();
    const now = selected();
    begun = { key, seen: now, timer: setTimeout(() => { forget(); if (known.has(key)) send(key, now); }, patience) };
  } else if (known.has(key) && !(event.repeat && !moves(key)) && !(key === 'enter' && acts(event.target))) {
    take(event, () => send(key, keyed(key) ?? selected()));
  }
}

// Held down, only moving repeats: a held A must not accept the next card as well.
const moves = key => key === 'j' || key === 'k' || key.startsWith('arrow');

// Enter on a link or a button is that link's or button's.
const acts = element => element.closest?.('a, button, summary') !== null;

// In a part that scrolls by itself the arrows scroll.
const scrolls = (element, key) => key.startsWith('arrow') && element !== document.body && element.id !== 'content'
  && element.scrollHeight > element.clientHeight;

// A button with data-press is a key for the pointer: it too says what was on the screen.
function clicked(event) {
  const button = event.target.closest?.('[data-press]');
  if (!button || button.disabled || button.ariaDisabled === 'true') return;
  forget();
  send(button.dataset.press, seenIn(button.closest('[data-card-id]')) ?? selected());
}

function take(event, run) {
  event.preventDefault();
  forget();
  run();
}

function forget() {
  clearTimeout(begun?.timer);
  begun = null;
}

function typing(element) {
  return element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName)
    && !/^(checkbox|radio|button|submit|range)$/i.test(element.type);
}

// Under a dialog or an open menu the page cannot be seen, so its keys rest.
const covered = () => document.querySelector('dialog[open], :popover-open') !== null;

// A card that has a key of its own.
const keyed = key => seenIn(document.querySelector(`[data-card-key="${CSS.escape(key)}"]`));

function selected() {
  const element = document.querySelector('[data-selected]');
  // On a phone the thing lies beside the screen while the list is in front: nobody saw it.
  return seenIn(element?.checkVisibility({ visibilityProperty: true }) ? element : null) ?? { cardId: null, revision: null };
}

function seenIn(element) {
  if (!element) return null;
  const { cardId, revision } = element.dataset;
  return { cardId: cardId ?? null, revision: revision === undefined ? null : Number(revision) };
}

// Sent and not yet answered. Without a connection nothing is sent: the page says so where the buttons are.
const underWay = new Set();

async function send(key, seen) {
  if (!owner || connection()) return;
  const press = { key };
  underWay.add(press);
  try {
    await owner.invokeMethodAsync('PressedAsync', key, seen.cardId, seen.revision);
  } catch {
    // The connection went first; what became of the press is told when it is back.
  } finally {
    if (!connection()) underWay.delete(press);
  }
}

const connection = () => document.documentElement.dataset.connection;

new MutationObserver(() => {
  const lost = connection() !== undefined;
  for (const button of document.querySelectorAll('[data-press]')) button.ariaDisabled = lost ? 'true' : null;
  if (lost || underWay.size === 0) return;
  const keys = [...underWay].map(press => press.key).filter(key => !moves(key));
  underWay.clear();
  if (keys.length > 0) owner?.invokeMethodAsync('Lost', keys[0]);
}).observe(document.documentElement, { attributes: true, attributeFilter: ['data-connection'] });

function focusSearch() {
  const box = document.getElementById('search');
  if (box?.checkVisibility()) box.focus();
  else supportConsole.openDialog('palette');
}
