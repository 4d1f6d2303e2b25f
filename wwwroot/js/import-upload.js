// Sends a file of history by plain HTTP: a circuit is no place for two gigabytes, and the browser knows how far it is.
const form = element => element.closest?.('[data-import-upload]');

function show(area, percent) {
  const bar = area.querySelector('[role=progressbar]');
  bar.setAttribute('aria-valuenow', `${percent}`);
  bar.firstElementChild.style.width = `${percent}%`;
  area.querySelector('[data-percent]').textContent = `${percent} %`;
}

function say(area, text) {
  const fault = area.querySelector('[data-fault]');
  fault.textContent = text;
  fault.hidden = !text;
}

function send(area, file) {
  if (area.dataset.busy) return;
  area.dataset.busy = 'yes';
  say(area, '');
  area.querySelector('[data-progress]').hidden = false;
  area.querySelector('[data-name]').textContent = `${area.dataset.sending} ${file.name}`;
  show(area, 0);

  const request = new XMLHttpRequest();
  request.open('POST', `${area.dataset.importUpload}?file_name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('RequestVerificationToken', area.querySelector('[name=__RequestVerificationToken]').value);
  request.upload.onprogress = event => event.lengthComputable && show(area, Math.floor((100 * event.loaded) / event.total));
  request.onloadend = () => {
    delete area.dataset.busy;
    area.querySelector('[data-progress]').hidden = true;
    area.querySelector('[type=file]').value = '';
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // Cut off, or not from us.
    }
    if (request.status === 201) window.Blazor.navigateTo(request.getResponseHeader('Location'));
    else say(area, answer.detail ?? area.dataset.failed);
  };
  request.send(file);
}

document.addEventListener('change', event => {
  const area = form(event.target);
  if (area && event.target.files?.length) send(area, event.target.files[0]);
});
for (const name of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(name, event => {
    const drop = event.target.closest?.('[data-drop]');
    if (!drop) return;
    event.preventDefault();
    drop.toggleAttribute('data-over', name === 'dragover');
    if (name === 'drop' && event.dataTransfer.files.length) send(form(drop), event.dataTransfer.files[0]);
  });
}
