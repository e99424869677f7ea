// Writes the characters that Twilio's public calculator replaces and by what, one a line:
//   <code point in hexadecimal> TAB <replacement, with \uXXXX for everything but printable ASCII>
//
//   npm install && node smart-encoding.mjs > smart-encoding.tsv

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: map } = require('sms-segments-calculator/dist/libs/SmartEncodingMap');

const hex = (c) => c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
const escape = (text) => text.replace(/[^ -~]|\\/g, (c) => '\\u' + hex(c));

for (const [from, to] of Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${hex(from)}\t${escape(to)}`);
}
