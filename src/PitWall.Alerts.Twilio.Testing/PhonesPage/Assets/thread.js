import { clone, find, make, time } from './dom.js';
import { Bubble } from './bubble.js';

const limit = 60;

const hangups = {
  EndOfInstructions: 'the message was over',
  Instructed: 'hung up by its instructions',
  Phone: 'hung up on the phone',
  Api: 'ended by the API',
  TimeLimit: 'time limit',
  BadInstructions: 'bad instructions',
  SandboxStopped: 'the sandbox stopped',
};

const outcomes = { completed: 'Call', busy: 'Busy', failed: 'Call failed', 'no-answer': 'No answer', canceled: 'Call cancelled' };

/** A call that is over. */
class Record {
  isDirty = true;
  node = null;

  constructor(data) { this.data = data; }

  draw() {
    const { data } = this;
    this.node ??= clone('record-template');
    this.node.dataset.status = data.status;
    find('.title', this.node).textContent = (data.inbound ? 'Called in: ' : '') + (outcomes[data.status] ?? data.status);
    const facts = [time(data.at), data.seconds && `${data.seconds} s`, data.keys && `pressed ${data.keys}`, hangups[data.hangup]];
    find('.outcome', this.node).textContent = facts.filter(Boolean).join(' · ');
    const lines = [...data.transcript.map(text => make('li', '', text)), ...data.problems.map(text => make('li', 'problem', text))];
    find('.said', this.node).replaceChildren(...(lines.length > 0 ? lines : [make('li', 'nothing', 'Nothing was said.')]));
  }
}

/** The last messages and calls of a phone, oldest first; what is older is let go, and stays away. */
export class Thread {
  #list;
  #items = new Map();
  #floor = 0;
  #gone = [];

  constructor(list) { this.#list = list; }

  get isEmpty() { return this.#items.size === 0; }

  clear() {
    this.#items.clear();
    this.#gone = [];
    this.#list.replaceChildren();
    this.#floor = 0;
  }

  takeMessage(message) {
    const known = this.#items.get(message.sid);
    const had = known?.data.arrived;
    if (known) known.take(message);
    else if (message.number > this.#floor) this.#add(message.sid, new Bubble(message));
    else return false;
    return message.arrived && !message.inbound && !had;
  }

  takeCall(call) {
    if (!this.#items.has(call.sid)) this.#add(call.sid, new Record(call));
  }

  /** Calls and messages come apart in a whole picture. */
  sort() {
    const sorted = [...this.#items].sort(([, a], [, b]) => a.data.at < b.data.at ? -1 : a.data.at > b.data.at ? 1 : (a.data.number ?? 0) - (b.data.number ?? 0));
    this.#items = new Map(sorted);
  }

  /** The account's number that wrote last. */
  lastSender(isWhatsApp) {
    const last = [...this.#items.values()].findLast(({ data }) => data.body !== undefined && !data.inbound && data.whatsapp === isWhatsApp && data.other?.includes('+'));
    return last?.data.other.replace(/^whatsapp:/, '');
  }

  draw() {
    const fresh = [];
    for (const item of this.#items.values()) {
      if (!item.isDirty) continue;
      const isNew = !item.node;
      item.draw();
      item.isDirty = false;
      if (isNew) fresh.push(item.node);
    }
    for (const node of this.#gone) node.remove();
    this.#gone = [];
    this.#list.append(...fresh);
  }

  #add(key, item) {
    this.#items.set(key, item);
    if (this.#items.size <= limit) return;
    const [oldest, gone] = this.#items.entries().next().value;
    this.#items.delete(oldest);
    // It leaves with the next picture, together with what takes its place.
    if (gone.node) this.#gone.push(gone.node);
    this.#floor = Math.max(this.#floor, gone.data.number ?? 0);
  }
}
