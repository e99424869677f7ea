import { find } from './dom.js';
import { nameOf } from './phones.js';

// A screen reader must not be buried: what comes within this time is told together.
const pause = 1200;
const polite = find('#polite');
const assertive = find('#assertive');
let waiting = [];
let timer = 0;

const sentence = message => `${nameOf(message.phone)}: ${message.body}`;

function tell() {
  timer = 0;
  const latest = waiting.at(-1);
  polite.textContent = waiting.length < 3
    ? waiting.map(sentence).join('. ')
    : `${waiting.length} new texts. The latest, ${sentence(latest)}`;
  waiting = [];
}

/** Speaks texts that have just arrived; critical ones at once. */
export function announceMessages(arrived) {
  const critical = arrived.findLast(message => message.severity === 'critical');
  if (critical) assertive.textContent = sentence(critical);
  waiting.push(...arrived.filter(message => message.severity !== 'critical'));
  waiting = waiting.slice(-50);
  if (waiting.length > 0 && timer === 0) timer = setTimeout(tell, pause);
}

export function announceCalls(rings) {
  const call = rings.at(-1);
  if (call) assertive.textContent = `Incoming call on ${nameOf(call.phone)} from ${call.other}. Alt A goes to it.`;
}
