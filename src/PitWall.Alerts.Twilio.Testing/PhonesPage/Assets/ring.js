import { find } from './dom.js';

// A ring of two tones, two seconds on and four off. Source: the North American ringback tone, 440 Hz and 480 Hz.
const tones = [440, 480];
const button = find('#sound');
const ringing = new Set();
let audio = null;
let timer = 0;

function sound() {
  if (!audio || ringing.size === 0 || button.ariaPressed !== 'true') return;
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.05, audio.currentTime);
  volume.gain.setValueAtTime(0, audio.currentTime + 2);
  volume.connect(audio.destination);
  for (const frequency of tones) {
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start();
    tone.stop(audio.currentTime + 2);
  }
}

/** Rings for as long as a phone does, if sound is on. */
export function ring(calls, isWhole) {
  if (isWhole) ringing.clear();
  for (const call of calls) {
    if (call.rings) ringing.add(call.sid);
    else ringing.delete(call.sid);
  }
  document.title = ringing.size > 0 ? 'Incoming call · PitWall sandbox' : 'Phones · PitWall sandbox';
  if (ringing.size === 0) {
    clearInterval(timer);
    timer = 0;
  } else if (timer === 0) {
    sound();
    timer = setInterval(sound, 6000);
  }
}

button.addEventListener('click', () => {
  const isOn = button.ariaPressed !== 'true';
  button.ariaPressed = String(isOn);
  find('.state', button).textContent = isOn ? 'on' : 'off';
  // A browser lets a page make sound only after a press like this one.
  audio ??= new AudioContext();
  if (isOn) sound();
});
