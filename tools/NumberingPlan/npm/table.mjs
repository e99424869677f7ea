// Prints the numbering plan as a table: node table.mjs > ../numbering-plan.tsv
//
// Patterns and lengths come from libphonenumber-js, which follows Google's releases most closely. Two facts are not in it and
// come from google-libphonenumber: the lengths that only work locally, and whether "no mobile pattern" means "the same as fixed".
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const metadata = require('libphonenumber-js/metadata.max.json');
const { version } = require('libphonenumber-js/package.json');
const google = require('google-libphonenumber').PhoneNumberUtil.getInstance();

const names = new Map(readFileSync(new URL('../regions.tsv', import.meta.url), 'utf8').trim().split('\n').map(line => line.split('\t')));

// Index in a region's "types", in the order libphonenumber asks for them (PhoneNumberUtil.getNumberTypeHelper).
const types = [['premium', 3], ['toll_free', 2], ['shared_cost', 9], ['voip', 8], ['personal', 4], ['pager', 7], ['uan', 6], ['voicemail', 5], ['fixed', 0], ['mobile', 1]];

const columns = ['region', 'name', 'calling_code', 'order_in_code', 'international_prefix', 'national_prefix', 'transform', 'leading_digits', 'lengths', 'local_lengths', 'general', ...types.map(([name]) => name)];

function row(region, entry, order) {
  const known = region === '001' ? google.getMetadataForNonGeographicalRegion(entry[0]) : google.getMetadataForRegion(region);
  const type = index => {
    const [pattern, lengths] = (entry[11] || [])[index] || [];
    return pattern ? pattern + (lengths ? ` @${lengths.join(',')}` : '') : '';
  };
  const cells = types.map(([, index]) => type(index));
  const fixed = cells[8];
  if (fixed && !cells[9] && (!known || known.getSameMobileAndFixedLinePattern())) {
    cells[9] = fixed;
  }
  const name = names.get(region);
  if (!name) {
    throw new Error(`regions.tsv has no name for ${region}`);
  }
  const local = known ? known.getGeneralDesc().possibleLengthLocalOnlyArray() : [];
  return [region, name, entry[0], order, entry[1] || '', entry[7] || entry[5] || '', entry[8] || '', entry[10] || '', entry[3].join(','), local.join(','), entry[2], ...cells];
}

const rows = [];
for (const [code, regions] of Object.entries(metadata.country_calling_codes)) {
  regions.filter(region => region in metadata.countries).forEach((region, order) => rows.push(row(region, metadata.countries[region], order)));
}
for (const [code, entry] of Object.entries(metadata.nonGeographic)) {
  rows.push(row('001', [code, ...entry.slice(1)], 0));
}
rows.sort((a, b) => a[2] - b[2] || a[3] - b[3]);

console.log(`# libphonenumber-js ${version}, local_lengths from google-libphonenumber ${require('google-libphonenumber/package.json').version}; Apache License 2.0, see THIRD-PARTY-NOTICES.md`);
console.log([columns, ...rows].map(cells => cells.join('\t')).join('\n'));
