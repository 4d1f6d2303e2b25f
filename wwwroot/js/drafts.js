// What is typed in an element with data-draft, or in a form with data-draft-form, outlives its circuit: kept in this browser until it is sent, or somebody signs out.
const prefix = 'draft/';
const month = 31 * 24 * 60 * 60 * 1000;

export function draft(key) {
  try {
    return JSON.parse(localStorage.getItem(prefix + key))?.text ?? null;
  } catch {
    return null; // Storage is off, or holds what is not ours.
  }
}

export function clearDraft(key) {
  forget(name => name === prefix + key);
}

export function keep(key, text) {
  try {
    if (text === '') clearDraft(key);
    else localStorage.setItem(prefix + key, JSON.stringify({ text, at: Date.now() }));
  } catch {
    // Full or off: what is typed still stands on the page.
  }
}

function forget(which) {
  try {
    Object.keys(localStorage).filter(which).forEach(name => localStorage.removeItem(name));
  } catch {
    // Off: nothing was kept.
  }
}

function isOld(name) {
  try {
    return name.startsWith(prefix) && Date.now() - JSON.parse(localStorage.getItem(name)).at > month;
  } catch {
    return true;
  }
}

document.addEventListener('input', event => {
  const key = event.target.dataset?.draft;
  if (key) keep(key, event.target.value);
  else keepForm(event.target);
});
document.addEventListener('change', event => keepForm(event.target)); // Choices and boxes.

// The named fields of the form, as a list: [["name", "Car Finance"], ["fields[0].required", "true"], ...]. Where data-was says what
// stood there, only a field that says something else, with what it was.
function keepForm(field) {
  const form = field.form;
  if (!form?.dataset.draftForm || !field.name) return;
  const fields = [...form.elements].filter(element => element.name && !element.disabled);
  const typed = fields.flatMap(element => {
    const value = element.type === 'checkbox' ? `${element.checked}` : element.value;
    const { was } = element.dataset;
    return was === undefined ? [[element.name, value]] : was === value ? [] : [[element.name, value], [`${element.name}~was`, was]];
  });
  keep(form.dataset.draftForm, typed.length === 0 ? '' : JSON.stringify(typed));
}

// The next person at this browser must not find them.
document.addEventListener('submit', event => {
  if (new URL(event.target.action, location.href).pathname === '/logout') forget(name => name.startsWith(prefix));
});

forget(isOld);
