// Adds google-libphonenumber's answers to inputs: node answers.mjs ../numbering-plan.tsv < corpus.tsv > answers.tsv
//
// An input line is: region, tab, text as a JSON string. Six columns are added: error, E.164, possible (ValidationResult), valid,
// region, kind. With a table as argument, Google's code answers over that table instead of over the metadata of its own release,
// so that what is compared is the code and not two releases of the plan. Without one it answers as it was published.
// With --ascii-digits, digits of all scripts are put to it in ASCII: that is what the Java original does by itself.
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const google = createRequire(import.meta.url)('google-libphonenumber');
const util = google.PhoneNumberUtil.getInstance();
const kinds = Object.fromEntries(Object.entries(google.PhoneNumberType).map(([name, value]) => [value, name]));
const possibilities = Object.fromEntries(Object.entries(google.PhoneNumberUtil.ValidationResult).map(([name, value]) => [value, name]));
const descriptions = { general: 'GeneralDesc', premium: 'PremiumRate', toll_free: 'TollFree', shared_cost: 'SharedCost', voip: 'Voip', personal: 'PersonalNumber', pager: 'Pager', uan: 'Uan', voicemail: 'Voicemail', fixed: 'FixedLine', mobile: 'Mobile' };

function set(metadata, name, value) {
  if (value) {
    metadata[`set${name}`](value);
  } else {
    metadata[`clear${name}`]();
  }
}

function useTable(path) {
  const [columns, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n').filter(line => !line.startsWith('#')).map(line => line.split('\t'));
  for (const cells of rows) {
    const row = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
    const metadata = row.region === '001' ? util.getMetadataForNonGeographicalRegion(+row.calling_code) : util.getMetadataForRegion(row.region);
    if (!metadata) {
      throw new Error(`google-libphonenumber does not know ${row.region}`);
    }
    set(metadata, 'InternationalPrefix', row.international_prefix);
    set(metadata, 'NationalPrefixForParsing', row.national_prefix);
    set(metadata, 'NationalPrefixTransformRule', row.transform);
    set(metadata, 'LeadingDigits', row.leading_digits);
    metadata.setSameMobileAndFixedLinePattern(row.fixed !== '' && row.fixed === row.mobile);
    for (const [column, name] of Object.entries(descriptions)) {
      const [pattern, own] = row[column].split(' @');
      const lengths = (own ?? row.lengths).split(',').map(Number);
      const description = metadata[`get${name}OrDefault`]().clone();
      set(description, 'NationalNumberPattern', pattern);
      description.clearPossibleLength();
      (pattern ? lengths : [-1]).forEach(length => description.addPossibleLength(length));
      metadata[`set${name}`](description);
    }
  }
}

function answer(text, region) {
  let number;
  try {
    number = util.parse(text, region || undefined);
  } catch (error) {
    const name = Object.keys(google.Error ?? {}).find(key => google.Error[key] === error.message) ?? error.message;
    return [name, '', '', '', '', ''];
  }
  return ['', util.format(number, google.PhoneNumberFormat.E164), possibilities[util.isPossibleNumberWithReason(number)], util.isValidNumber(number), util.getRegionCodeForNumber(number) ?? '', kinds[util.getNumberType(number)]];
}

// Decimal digits stand in runs of ten in Unicode, zero first.
function asciiDigits(text) {
  return text.replace(/\p{Nd}/gu, digit => {
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0) - value - 1))) {
      value++;
    }
    return value;
  });
}

const arguments_ = process.argv.slice(2);
const prepare = arguments_.includes('--ascii-digits') ? asciiDigits : text => text;
const [table] = arguments_.filter(argument => !argument.startsWith('--'));
if (table) {
  useTable(table);
}
const out = [];
for await (const line of createInterface({ input: process.stdin })) {
  const [region, text] = line.split('\t');
  out.push([region, text, ...answer(prepare(JSON.parse(text)), region)].join('\t'));
}
process.stdout.write(out.join('\n') + '\n');
