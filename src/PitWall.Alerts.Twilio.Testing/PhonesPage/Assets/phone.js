import { clone, find, make, spaced, write } from './dom.js';
import { act } from './api.js';
import { Call } from './call.js';
import { Thread } from './thread.js';

/** One phone of the row: its name, its calls, its thread, and a box to reply from it. */
export class Phone {
  name = '';
  heardAt = 0;
  isInSight = true;
  settings = null;
  node = clone('phone-template');
  tab = make('button');
  #calls = new Map();
  #missing = new Map();
  #unread = 0;
  #reply = find('.reply', this.node);
  #habits = find('.habits', this.node);
  #scroller = find('.scroller', this.node);
  #newer = find('.newer', this.node);
  #thread = new Thread(find('.thread', this.node));

  constructor(number) {
    this.number = number;
    this.node.dataset.phone = number;
    this.tab.type = 'button';
    this.tab.append(make('span', 'name'), make('span', 'count'));
    find('.number', this.node).textContent = spaced(number);
    find('.dial', this.node).addEventListener('click', () => act('dial', { phone: number }));
    this.#listenToSetup();
    this.#listenToReply();
    this.#newer.addEventListener('click', () => { this.#scroller.scrollTop = 0; });
    this.#scroller.addEventListener('scroll', () => { if (this.#isAtEnd) this.#read(); });
  }

  get hasCall() { return this.#calls.size > 0; }

  get isBusy() { return this.hasCall || this.node.contains(document.activeElement); }

  get rings() { return [...this.#calls.values()].some(call => call.data.rings); }

  applySettings(settings, habit) {
    this.settings = settings;
    const { texts = 'delivered', calls = settings.calls } = habit ?? {};
    const title = this.name || spaced(this.number);
    write(find('h2', this.node), title);
    write(find('.name', this.tab), title);
    find('.number', this.node).hidden = !this.name;
    this.node.ariaLabel = title;
    this.#scroller.ariaLabel = `Messages of ${title}`;
    this.#reply.elements.body.ariaLabel = `Reply from ${title}`;
    const form = this.#habits.elements;
    if (document.activeElement !== form.name) form.name.value = this.name;
    form.texts.value = texts;
    form.calls.value = calls;
    const trouble = texts !== 'delivered' && texts !== 'read';
    find('.setup', this.node).classList.toggle('odd', trouble);
  }

  /** Before a whole picture comes, in which what is gone is missing. */
  forget() {
    this.#thread.clear();
    // A call that is still on stays where it is: somebody may have a finger on its keys.
    this.#missing = new Map(this.#calls);
  }

  /** After it. */
  settle() {
    for (const [sid, call] of this.#missing) this.#end(sid, call);
    this.#missing.clear();
    this.#thread.sort();
  }

  /** True when the text has just arrived on the phone. */
  takeMessage(message, isHistory) {
    this.heardAt = performance.now();
    if (message.whatsapp) this.#reply.elements.channel.hidden = false;
    const hasArrived = this.#thread.takeMessage(message);
    if (hasArrived) this.#reply.elements.channel.value = message.whatsapp ? 'whatsapp' : 'sms';
    if (!hasArrived || isHistory) return false;
    if (!this.#isSeen) this.#unread++;
    return true;
  }

  /** True when the call has just begun to ring. */
  takeCall(data) {
    this.heardAt = performance.now();
    this.#missing.delete(data.sid);
    const known = this.#calls.get(data.sid);
    if (!data.live) {
      if (known) this.#end(data.sid, known);
      this.#thread.takeCall(data);
      return false;
    }

    const hadRung = known?.data.rings;
    if (known) {
      known.take(data);
    } else {
      const call = new Call(data);
      this.#calls.set(data.sid, call);
      find('.calls', this.node).append(call.node);
    }
    return data.rings && !hadRung;
  }

  #end(sid, call) {
    if (call.node.contains(document.activeElement)) this.focusReply();
    call.node.remove();
    this.#calls.delete(sid);
  }

  draw(now) {
    const isSeen = this.#isSeen;
    if (this.isInSight) this.#thread.draw();
    for (const call of this.#calls.values()) call.draw(now);
    if (isSeen) this.#unread = 0;
    find('.empty', this.node).hidden = !this.#thread.isEmpty;
    this.node.classList.toggle('rings', this.rings);
    this.node.classList.toggle('talks', this.hasCall && !this.rings);
    this.#newer.hidden = this.#unread === 0 || this.#isAtEnd;
    write(this.#newer, `${this.#unread} new`);
    write(find('.count', this.tab), this.rings ? 'rings' : this.#unread > 0 ? String(this.#unread) : '');
  }

  focusReply() { this.#reply.elements.body.focus(); }

  focusCall() { this.#calls.values().next().value?.focus(); }

  // The thread hangs from its end: 0 is the newest message, and what is above is negative.
  get #isAtEnd() { return this.#scroller.scrollTop > -24; }

  get #isSeen() { return !document.hidden && this.#isAtEnd && this.#scroller.offsetParent !== null; }

  #read() {
    this.#unread = 0;
    this.#newer.hidden = true;
  }

  #listenToSetup() {
    const button = find('.setup', this.node);
    button.addEventListener('click', () => {
      this.#habits.hidden = !this.#habits.hidden;
      button.ariaExpanded = String(!this.#habits.hidden);
      if (!this.#habits.hidden) this.#habits.elements.name.focus();
    });
    this.#habits.addEventListener('submit', event => event.preventDefault());
    this.#habits.addEventListener('change', event => {
      const { name, value } = event.target;
      if (name !== 'name') act('habits', { phone: this.number, [name]: value });
      else if (value.trim()) act('name', { phone: this.number, name: value });
    });
  }

  #listenToReply() {
    const { body, channel } = this.#reply.elements;
    const send = async () => {
      const text = body.value.trim();
      if (!text) return;
      body.value = '';
      const isWhatsApp = channel.value === 'whatsapp';
      const to = this.#thread.lastSender(isWhatsApp);
      if (!await act('text', { phone: this.number, body: text, whatsApp: isWhatsApp, ...(to && { to }) }) && !body.value) body.value = text;
    };
    this.#reply.addEventListener('submit', event => {
      event.preventDefault();
      send();
    });
    body.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });
  }
}
