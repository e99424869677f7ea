import { all, find, money, time, write } from './dom.js';
import { act } from './api.js';
import { announceMessages, announceCalls } from './announce.js';
import { showFaults, showSwitches } from './faults.js';
import { addToLog, drawLog } from './log.js';
import { applyCalls, applyMessages, applySettings, drawPhones, focusPhone, focusCall, onSight } from './phones.js';
import { ring } from './ring.js';

const live = find('#live');
let latest = null;
let isDue = false;
let rest = 0;

// Drawing may take a third of the browser's time, so that keys and scrolling never wait for a flood of messages.
function draw(started) {
  isDue = false;
  const channel = new MessageChannel();
  // A message comes after the layout and paint that follow this drawing.
  channel.port1.onmessage = () => { rest = performance.now() + 2 * Math.min(500, performance.now() - started); };
  channel.port2.postMessage(null);
  const { tally, now } = latest;
  write(find('#tally-texts'), String(tally.toPhones));
  write(find('#tally-segments'), String(tally.segments));
  write(find('#tally-cost'), money(tally.cost));
  write(find('#tally-lost'), String(tally.lost));
  find('#tally-lost-cell').classList.toggle('bad', tally.lost > 0);
  write(find('#clock'), time(now));
  drawPhones(now);
  drawLog();
}

/** Takes a frame into the model at once and draws with the next picture of the screen; frames that come faster are drawn together. */
function take(frame) {
  latest = frame;
  if (frame.switches) showSwitches(frame.switches);
  if (frame.settings) {
    applySettings(frame.settings);
    showFaults(frame.settings.faults);
    write(find('#address'), frame.settings.address);
  }
  announceMessages(applyMessages(frame));
  announceCalls(applyCalls(frame));
  ring(frame.calls, frame.whole);
  addToLog(frame);
  drawSoon();
}

function drawSoon() {
  if (isDue || !latest) return;
  isDue = true;
  setTimeout(() => requestAnimationFrame(draw), Math.max(0, rest - performance.now()));
}

onSight(drawSoon);

function show(state, text) {
  live.dataset.state = state;
  write(live, text);
}

const stream = new EventSource('/phones/events');
stream.addEventListener('message', event => {
  show('live', 'Live');
  take(JSON.parse(event.data));
});
// The browser tries again by itself, unless it was refused.
stream.addEventListener('error', () => {
  show('lost', stream.readyState === EventSource.CLOSED ? 'Closed' : 'Reconnecting');
  // Whatever rings without a sandbox, nobody could answer it.
  ring([], true);
});

for (const button of all('.views button')) {
  button.addEventListener('click', () => {
    document.body.dataset.view = button.dataset.view;
    for (const other of all('.views button')) other.toggleAttribute('aria-current', other === button);
  });
}

find('#faults-clear').addEventListener('click', () => act('clear-faults'));

// Alt with a digit goes to a phone's reply box, Alt with A to the call that rings.
document.addEventListener('keydown', event => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const went = event.code === 'KeyA' ? focusCall() : /^Digit[1-9]$/.test(event.code) && focusPhone(Number(event.code.slice(5)) - 1);
  if (went) event.preventDefault();
});
