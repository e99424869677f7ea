// Text goes into the page as text: nothing here or elsewhere turns a string into markup.

export const find = (selector, root = document) => root.querySelector(selector);

export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

export const clone = id => document.getElementById(id).content.firstElementChild.cloneNode(true);

export function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Writes only what differs, so that nothing is laid out or spoken again for no reason. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export const time = iso => iso.slice(11, 19);

/** A whole amount in cents, a small one as exact as segments are priced. */
export const money = amount => '$' + amount.toFixed(amount >= 1 || amount === 0 ? 2 : 4);

/** +15125550142 reads +1 512 555 0142; numbers of other countries stay as they are. */
export const spaced = number => number.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4');
