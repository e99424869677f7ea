import { find } from './dom.js';

const toast = find('#toast');
let hiding = 0;

export function complain(text) {
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { toast.hidden = true; }, 8000);
}

/** Asks the sandbox to do something; true when it did. */
export async function act(action, body = {}) {
  try {
    const answer = await fetch('/phones/' + action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) return true;
    const { error } = await answer.json();
    complain(error);
  } catch {
    complain('The sandbox does not answer.');
  }
  return false;
}
