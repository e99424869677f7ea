// Writes texts and what Twilio's public calculator says about them, one case a line:
//   <G|U> <segments> <1 where the text has a grapheme cluster of several code points, else 0> TAB <count>*<piece> TAB ...
// A piece is repeated count times; everything but printable ASCII stands in it as \uXXXX, one for each UTF-16 code unit.
//
//   npm install && node generate.mjs --count 200000 --seed 1 > cases.tsv
//   node generate.mjs --count 3000 --seed 2 --short > segment-cases.tsv

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { SegmentedMessage } = require('sms-segments-calculator');

const options = { count: 200000, seed: 1, short: false };
for (let index = 2; index < process.argv.length; index++) {
  const name = process.argv[index].slice(2);
  options[name] = name === 'short' ? true : Number(process.argv[++index]);
}

// mulberry32: the same seed gives the same texts everywhere.
let state = options.seed >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];

const basic = [...'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'];
const extension = [...'^{}\\[~]|€\f'];
const latin = [...'áíóúçÀÊôõœšžłđ°±×½–—’“”…→−µ\u00a0\t`'];
const wide = [...'残周燃料雨黄旗ДЖЯдобраяГонкаأهلשלוםไทย'];
const emoji = ['😀', '🔴', '🟡', '🟢', '🏁', '🔥', '🚨', '🏎'];
const clusters = ['👨‍👩‍👧‍👦', '🇪🇸', '🇩🇪', '👍🏽', 'e\u0301', 'n\u0303', '🏳️‍🌈', '1️⃣', '✔️', 'a\u0300\u0316', '\r\n', '한', '각', 'नि'];
const broken = ['\ud800', '\udc00', '\u0000', '\u001b', '\u0007', '\u200b', '\ufeff', '\ufffd'];
const words = 'box this lap fuel short by 1.7 laps gap to leader 4.218s tire wear 15% pit window Laps 15-17 car 55 DRS T12 +0.4s P3'.split(' ');

const alphabets = [
  () => pick(words) + ' ',
  () => pick(basic),
  () => (random() < 0.3 ? pick(extension) : pick(basic)),
  () => (random() < 0.02 ? pick(extension) : pick(basic)),
  () => pick(extension),
  () => (random() < 0.1 ? pick(latin) : pick(words) + ' '),
  () => pick(latin),
  () => pick(wide),
  () => (random() < 0.2 ? pick(emoji) : pick(words) + ' '),
  () => pick(emoji),
  () => (random() < 0.3 ? pick(clusters) : pick(basic)),
  () => pick(clusters),
  () => (random() < 0.1 ? pick(broken) : pick(basic)),
];

const boundaries = [0, 1, 67, 70, 134, 140, 152, 153, 160, 201, 268, 306, 320, 459, 612, 1600];

function length() {
  if (options.short) return below(180);
  return random() < 0.7 ? Math.max(0, pick(boundaries) + below(9) - 4) : below(700);
}

// Runs around a boundary need no long line: "152 times A, a pair, ten times B".
function runs() {
  const parts = [];
  const count = 1 + below(4);
  for (let index = 0; index < count; index++) {
    parts.push([below(3) === 0 ? 1 + below(3) : Math.max(1, pick(boundaries) + below(9) - 4), pick(alphabets)()]);
  }

  return parts;
}

function letters() {
  const alphabet = pick(alphabets);
  const target = length();
  let text = '';
  while (text.length < target) text += alphabet();
  return text.length === 0 ? [] : [[1, text]];
}

function escape(text) {
  let escaped = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    escaped += unit >= 0x20 && unit <= 0x7e && unit !== 0x5c ? text[index] : '\\u' + unit.toString(16).padStart(4, '0');
  }

  return escaped;
}

const lines = [];
for (let index = 0; index < options.count; index++) {
  const parts = random() < (options.short ? 0.8 : 0.3) ? runs() : letters();
  const text = parts.map(([count, piece]) => piece.repeat(count)).join('');
  const message = new SegmentedMessage(text);
  const clustered = message.graphemes.some((grapheme) => [...grapheme].length > 1) ? 1 : 0;
  const encoding = message.encodingName === 'GSM-7' ? 'G' : 'U';
  lines.push([`${encoding} ${message.segmentsCount} ${clustered}`, ...parts.map(([count, piece]) => `${count}*${escape(piece)}`)].join('\t'));
  if (lines.length === 1000) process.stdout.write(lines.splice(0).join('\n') + '\n');
}

if (lines.length > 0) process.stdout.write(lines.join('\n') + '\n');
