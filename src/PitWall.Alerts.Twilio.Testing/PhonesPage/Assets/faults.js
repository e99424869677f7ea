import { all, clone, find, make, write } from './dom.js';
import { act } from './api.js';

const rows = find('#fault-rows');
const scripted = find('#fault-scripted');
const share = find('#fault-share');

export function showSwitches(switches) {
  rows.replaceChildren(...switches.map(fault => {
    const row = clone('fault-template');
    row.dataset.key = fault.key;
    const title = find('.title', row);
    title.textContent = fault.title;
    title.id = 'fault-' + fault.key;
    find('.effect', row).textContent = fault.effect;
    find('.once', row).ariaLabel = `${fault.title}, once`;
    find('.once', row).addEventListener('click', () => act('fault-once', { fault: fault.key }));
    const button = find('.switch', row);
    button.setAttribute('aria-labelledby', title.id);
    button.addEventListener('click', () =>
      act('fault', { fault: fault.key, on: button.ariaChecked !== 'true', share: Number(share.value) }));
    return row;
  }));
}

const shareText = value => value === 1 ? 'all' : `1 in ${Math.round(1 / value)}`;

/** Shows what is on, whoever switched it. */
export function showFaults(active) {
  for (const row of all('li', rows)) {
    const own = active.filter(fault => fault.key === row.dataset.key);
    const lasting = own.find(fault => fault.left === undefined);
    const once = own.reduce((sum, fault) => sum + (fault.left ?? 0), 0);
    find('.switch', row).ariaChecked = String(Boolean(lasting));
    find('.switch', row).title = lasting ? `On for ${shareText(lasting.share)}` : 'Off';
    write(find('.once', row), once > 0 ? `Next ${once}` : 'Once');
    find('.once', row).classList.toggle('due', once > 0);
    row.classList.toggle('on', own.length > 0);
    row.dataset.share = lasting ? shareText(lasting.share) : '';
  }

  const others = active.filter(fault => !fault.key);
  scripted.replaceChildren(...others.map(fault => make('li', '', `${fault.name}, scripted by code${fault.left ? `, next ${fault.left}` : `, ${shareText(fault.share)}`}`)));
  find('#faults-clear').disabled = active.length === 0;
  write(find('#views-faults'), active.length > 0 ? String(active.length) : '');
}
