import { find, spaced } from './dom.js';
import { Phone } from './phone.js';

const limit = 24;
const row = find('#row');
const chooser = find('#chooser');
const phones = new Map();
let chosen = null;

// A phone out of sight keeps its messages but draws none.
const sight = new IntersectionObserver(changes => {
  for (const { target, isIntersecting } of changes) {
    const phone = phones.get(target.dataset.phone);
    if (phone) phone.isInSight = isIntersecting;
  }
  drawAgain();
}, { root: find('#phones'), rootMargin: '20%' });

let drawAgain = () => {};

/** Names what is called when a phone comes into sight. */
export function onSight(draw) { drawAgain = draw; }

export const nameOf = number => phones.get(number)?.name || spaced(number);

function choose(phone) {
  chosen = phone;
  for (const other of phones.values()) {
    other.node.classList.toggle('chosen', other === phone);
    other.tab.ariaPressed = String(other === phone);
  }
}

/** The phone with a number. A row has room for so many: of those nobody has named or is busy with, the one that was quiet for longest makes room. */
function phoneOf(number) {
  const known = phones.get(number);
  if (known) return known;

  if (phones.size >= limit) {
    const quiet = [...phones.values()].filter(phone => !phone.name && !phone.isBusy).sort((a, b) => a.heardAt - b.heardAt)[0];
    if (!quiet) return null;
    phones.delete(quiet.number);
    sight.unobserve(quiet.node);
    quiet.node.remove();
    quiet.tab.remove();
    if (chosen === quiet) choose(phones.values().next().value);
  }

  const phone = new Phone(number);
  phone.tab.addEventListener('click', () => choose(phone));
  phones.set(number, phone);
  row.append(phone.node);
  sight.observe(phone.node);
  chooser.append(phone.tab);
  row.classList.toggle('few', phones.size <= 3);
  if (!chosen) choose(phone);
  return phone;
}

let defaults = { sms: '', whatsapp: '', calls: 'attended' };

export function applySettings(settings) {
  defaults = settings;
  const names = new Map(settings.names);
  for (const phone of phones.values()) phone.name = names.get(phone.number) ?? '';
  for (const [number, name] of settings.names) {
    const phone = phoneOf(number);
    if (phone) phone.name = name;
  }
  for (const phone of phones.values()) phone.applySettings(settings, settings.habits[phone.number]);
}

/** Takes messages in; the answer is those that have just arrived on a phone. */
export function applyMessages(frame) {
  if (frame.whole) for (const phone of phones.values()) phone.forget();
  const arrived = [];
  for (const message of frame.messages) {
    const phone = phoneOf(message.phone);
    if (!phone) continue;
    if (!phone.settings) phone.applySettings(defaults);
    if (phone.takeMessage(message, frame.whole)) arrived.push(message);
  }
  return arrived;
}

/** Takes calls in; the answer is those that have just begun to ring. */
export function applyCalls(frame) {
  const rings = [];
  for (const call of frame.calls) {
    const phone = phoneOf(call.phone);
    if (!phone) continue;
    if (!phone.settings) phone.applySettings(defaults);
    if (phone.takeCall(call)) rings.push(call);
  }
  if (frame.whole) for (const phone of phones.values()) phone.settle();
  return rings;
}

export function drawPhones(now) {
  for (const phone of phones.values()) phone.draw(now);
}

export function focusPhone(index) {
  const phone = [...phones.values()][index];
  if (!phone) return false;
  find('.views button[data-view=phones]').click();
  choose(phone);
  phone.focusReply();
  return true;
}

/** Goes to the call that rings, or else to the one that is on. */
export function focusCall() {
  const busy = [...phones.values()].filter(phone => phone.hasCall);
  const phone = busy.find(candidate => candidate.rings) ?? busy[0];
  if (!phone) return false;
  find('.views button[data-view=phones]').click();
  choose(phone);
  phone.focusCall();
  return true;
}
