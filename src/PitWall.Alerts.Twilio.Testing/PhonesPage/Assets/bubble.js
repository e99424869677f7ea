import { clone, find, make, money, time, write } from './dom.js';

const words = {
  scheduled: ['wait', 'Scheduled'],
  accepted: ['wait', 'Accepted'],
  queued: ['wait', 'Queued'],
  sent: ['one', 'Sent'],
  delivered: ['two', 'Delivered'],
  read: ['two', 'Read'],
  undelivered: ['lost', 'Not delivered'],
  failed: ['lost', 'Failed'],
  canceled: ['lost', 'Cancelled'],
  received: ['one', 'From the phone'],
};

// How the library signs an alert: its time, at the end.
const signature = /\d\d:\d\d(?::\d\d UTC|Z)_?$/;

// WhatsApp's own marks for bold and italic words.
const marks = /(\*[^*\n]+\*|_[^_\n]+_)/;

function marked(text) {
  return text.split(marks).map(part => {
    if (!marks.test(part)) return document.createTextNode(part);
    return make(part[0] === '*' ? 'b' : 'i', '', part.slice(1, -1));
  });
}

/** The label, the words, the signature: what a reader sees first, longest, last. */
function compose(message) {
  const lines = message.body.split('\n');
  let head = null;
  if (message.severity && lines.length > 1) {
    head = lines.shift();
    // A critical alert has no type: its words begin on the line of its marker.
    const colon = message.severity === 'critical' && !message.whatsapp ? head.indexOf(': ') : -1;
    if (colon > 0) {
      lines.unshift(head.slice(colon + 2));
      head = head.slice(0, colon);
    }
  }
  const foot = lines.length > 1 && signature.test(lines.at(-1)) ? lines.pop() : null;
  const write = (className, text) => {
    const part = make('span', className);
    part.append(...(message.whatsapp ? marked(text) : [document.createTextNode(text)]));
    return part;
  };
  return [head && write('head', head), write('words', lines.join('\n')), foot && write('sign', foot)].filter(part => part !== null);
}

function sizeOf(message) {
  if (message.whatsapp) return message.template ? 'WhatsApp template' : 'WhatsApp';
  const parts = [message.segments === 1 ? '1 segment' : `${message.segments} segments`, message.gsm7 ? 'GSM-7' : 'UCS-2'];
  if (message.price !== undefined) parts.push(money(message.price));
  return parts.join(' · ');
}

/** A message of a thread. */
export class Bubble {
  isDirty = true;
  node = null;

  constructor(data) { this.data = data; }

  take(data) {
    this.data = data;
    this.isDirty = true;
  }

  draw() {
    const { data } = this;
    if (!this.node) {
      this.node = clone('message-template');
      this.node.dataset.sid = data.sid;
      if (data.severity) this.node.dataset.severity = data.severity;
      this.node.classList.add(data.inbound ? 'out' : 'in');
      const parts = compose(data);
      find('.text', this.node).append(...parts);
      const at = find('.at', this.node);
      at.textContent = time(data.at);
      // A signed alert tells its time itself.
      at.hidden = parts.at(-1).className === 'sign';
      if (data.media) find('.bubble', this.node).prepend(make('p', 'media', data.media === 1 ? '1 picture' : `${data.media} pictures`));
    }

    const [tick, word] = words[data.status] ?? ['wait', data.status];
    this.node.dataset.status = data.status;
    this.node.classList.toggle('afloat', !data.inbound && !data.arrived && tick !== 'lost');
    this.node.classList.toggle('lost', tick === 'lost');
    find('use', this.node).setAttribute('href', '#tick-' + tick);
    const code = data.error && tick === 'lost' ? ' ' + data.error : '';
    const delay = data.arrived && data.seconds > 0 ? ` in ${data.seconds} s` : '';
    write(find('.word', this.node), word + code + delay);
    const size = find('.size', this.node);
    write(size, data.inbound ? (data.whatsapp ? 'WhatsApp' : '') : sizeOf(data));
    size.classList.toggle('dear', !data.inbound && !data.whatsapp && data.segments > 1);
    const reason = find('.reason', this.node);
    reason.hidden = !data.reason;
    if (data.reason) write(reason, data.reason);
  }
}
