import { all, clone, find, make, spaced, write } from './dom.js';
import { act } from './api.js';

const keys = [...'123456789*0#'];

/** A call that rings or is on. */
export class Call {
  isDirty = true;
  node = clone('call-template');
  #pressing = Promise.resolve();
  #heard = 0;

  constructor(data) {
    this.data = data;
    const does = action => () => act(action, { sid: data.sid });
    find('.answer', this.node).addEventListener('click', does('answer'));
    find('.reject', this.node).addEventListener('click', does('reject'));
    find('.hang-up', this.node).addEventListener('click', does('hang-up'));
    find('.keypad', this.node).append(...keys.map(key => {
      const button = make('button', '', key);
      button.type = 'button';
      button.addEventListener('click', () => this.#press(key));
      return button;
    }));
    this.node.addEventListener('keydown', event => {
      if (!keys.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey || this.data.status !== 'in-progress') return;
      event.preventDefault();
      this.#press(event.key);
    });
    find('.party', this.node).textContent = data.inbound ? `to ${spaced(data.other)}` : `from ${spaced(data.other)}`;
  }

  take(data) {
    this.data = data;
    this.isDirty = true;
  }

  draw(now) {
    const { data, node } = this;
    const isOn = data.status === 'in-progress';
    write(find('.time', node), isOn && data.start ? elapsed(data.start, now) : '');
    if (!this.isDirty) return;

    this.isDirty = false;
    node.dataset.status = data.status;
    node.classList.toggle('rings', data.rings);
    node.classList.toggle('asks', data.takesKeys);
    write(find('.title', node), title(data));
    const answer = find('.answer', node);
    const hadFocus = node.contains(document.activeElement);
    answer.hidden = !data.rings;
    find('.reject', node).hidden = !data.rings;
    find('.hang-up', node).hidden = data.rings;
    find('.keypad', node).hidden = !isOn;
    // Sentences are added, not written anew, so that each is spoken once.
    find('.said', node).append(...data.transcript.slice(Math.max(0, this.#heard - data.omitted)).map(text => make('li', '', text)));
    this.#heard = data.omitted + data.transcript.length;
    if (hadFocus && document.activeElement === document.body) this.focus();
  }

  focus() {
    const target = this.data.rings ? find('.answer', this.node) : find('.keypad:not([hidden]) button', this.node) ?? find('.hang-up', this.node);
    target.focus();
  }

  // One after the other, as fingers do.
  #press(key) {
    const button = all('.keypad button', this.node)[keys.indexOf(key)];
    button.classList.add('pressed');
    setTimeout(() => button.classList.remove('pressed'), 180);
    this.#pressing = this.#pressing.then(() => act('press', { sid: this.data.sid, keys: key }));
  }
}

function title(data) {
  if (data.rings) return 'Incoming call';
  if (data.status !== 'in-progress') return data.inbound ? 'Calling' : 'Call is coming';
  return data.takesKeys ? 'Waiting for a key' : 'On the phone';
}

function elapsed(start, now) {
  const seconds = Math.max(0, Math.floor((Date.parse(now) - Date.parse(start)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
