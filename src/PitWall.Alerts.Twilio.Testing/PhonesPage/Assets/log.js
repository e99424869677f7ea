import { clone, find, make, time, write } from './dom.js';

const limit = 150;
const rows = find('#log-rows');
const filter = find('#log-filter');
const hold = find('#log-hold');
let entries = [];
let drawn = 0;
let last = 0;
let isAnew = false;

const isProblem = entry => entry.fault || entry.problem || entry.error || entry.status === undefined || entry.status >= 400;

/** Keeps the newest lines; what the sandbox left out for a fast stream is counted, not hidden. */
export function addToLog(frame) {
  // The first frame of a stream brings what was before, and after a break that is there already or of another sandbox.
  if (frame.switches) {
    entries = [];
    isAnew = true;
  }
  if (frame.skipped > 0) entries.push({ number: ++last, skipped: frame.skipped });
  for (const entry of frame.log) entries.push({ ...entry, number: ++last });
  if (entries.length > limit) entries = entries.slice(-limit);
}

const shortPath = path => path.replace(/^\/2010-04-01\/Accounts\/AC[0-9a-f]{32}/, '').replace(/^\//, '').replace(/\.json$/, '') || path;

function shortUrl(url) {
  try {
    return new URL(url).pathname;
  } catch {
    return url;
  }
}

const fieldOf = (entry, name) => entry.fields.find(([key]) => key === name)?.[1];

const firstLine = text => text?.split('\n', 1)[0];

function whatOf(entry) {
  if (entry.kind === 'request') return `${entry.method} ${shortPath(entry.path)}`;
  if (fieldOf(entry, 'CallStatus')) return fieldOf(entry, 'Digits') ? `Call: pressed ${fieldOf(entry, 'Digits')}` : `Call: ${entry.state}`;
  return entry.state ? `Message: ${entry.state}` : `Text: ${firstLine(fieldOf(entry, 'Body')) ?? 'none'}`;
}

function noteOf(entry) {
  const parts = entry.kind === 'request'
    ? [fieldOf(entry, 'To'), firstLine(fieldOf(entry, 'Body')), entry.fault && `fault: ${entry.fault}`]
    : [`${entry.method} ${shortUrl(entry.path)}`, entry.attempt > 1 && `attempt ${entry.attempt}`, entry.problem];
  return parts.filter(Boolean).join(' · ');
}

function answerOf(entry) {
  if (entry.status !== undefined) return entry.error ? `${entry.status} · ${entry.error}` : String(entry.status);
  if (entry.kind === 'callback' && !entry.called) return 'not called';
  return 'no answer';
}

function row(entry) {
  if (entry.skipped) return make('li', 'skipped', `${entry.skipped} more in this moment`);
  const node = clone('log-template');
  node.className = entry.kind;
  find('.at', node).textContent = time(entry.at);
  find('.way', node).textContent = entry.kind === 'request' ? '→' : '←';
  find('.what', node).textContent = whatOf(entry);
  find('.answer', node).textContent = answerOf(entry);
  find('.answer', node).dataset.class = entry.status === undefined ? 'none' : String(entry.status)[0];
  find('.note', node).textContent = noteOf(entry);
  const list = find('dl', node);
  // Built when it is opened: most lines never are.
  find('details', node).addEventListener('toggle', () => {
    if (list.childElementCount > 0) return;
    const fields = [['Address', entry.path], ...(entry.sid ? [['Made', entry.sid]] : []), ...entry.fields];
    list.append(...fields.flatMap(([name, value]) => [make('dt', '', name), make('dd', '', value)]));
  }, { once: true });
  return node;
}

const fits = entry => filter.value === 'all'
  || (filter.value === 'problem' ? !entry.skipped && isProblem(entry) : entry.kind === filter.value);

export function drawLog() {
  find('#log-empty').hidden = entries.length > 0;
  if (hold.ariaPressed === 'true' || (drawn === last && !isAnew)) {
    write(hold, hold.ariaPressed === 'true' && last > drawn ? `Held, ${last - drawn} new` : hold.ariaPressed === 'true' ? 'Held' : 'Hold');
    return;
  }
  if (isAnew) rows.replaceChildren();
  isAnew = false;
  const fresh = entries.filter(entry => entry.number > drawn && fits(entry)).map(row);
  drawn = last;
  write(hold, 'Hold');
  // The newest line is on top, and a reader who has scrolled down stays where they are.
  const isAway = rows.scrollTop > 4;
  const before = rows.scrollHeight;
  rows.prepend(...fresh.reverse());
  if (isAway) rows.scrollTop += rows.scrollHeight - before;
  while (rows.childElementCount > limit) rows.lastElementChild.remove();
}

function redraw() {
  rows.replaceChildren();
  drawn = 0;
  drawLog();
}

filter.addEventListener('change', redraw);
hold.addEventListener('click', () => {
  hold.ariaPressed = String(hold.ariaPressed !== 'true');
  drawLog();
});
