/**
 * The story of agent-session.mjs: a program for a seed bank gets a fast import.
 *
 * @typedef {object} TestRun
 * @property {'tests'} kind
 * @property {number} total
 * @property {{ at: number, name: string, reason: string }[]} failures
 * @property {number} seconds
 *
 * @typedef {TestRun
 *   | { kind: 'ask', text: string, marker: string, after?: number }
 *   | { kind: 'think', seconds: number, verb: string }
 *   | { kind: 'say', text: string }
 *   | { kind: 'tool', name: string, target: string, output: string[], seconds?: number }
 *   | { kind: 'away', seconds: number }
 *   | { kind: 'ready' }} Act
 */

const added = (/** @type {string} */ line) => `\u001b[48;5;22m + ${line.padEnd(70)}\u001b[0m`;
const removed = (/** @type {string} */ line) => `\u001b[48;5;52m - ${line.padEnd(70)}\u001b[0m`;

/** A search through many files, one line each: what scrolls by and nobody reads. */
const listing = (/** @type {number} */ count, /** @type {(index: number) => string} */ line) =>
  Array.from({ length: count }, (_, index) => line(index));

/** @type {Act[]} */
export const ACTS = [
  { kind: 'ask', marker: 'The request', text: 'importing the 2026 catalogue takes 11 minutes. find out why and make it fast' },
  { kind: 'think', seconds: 41, verb: 'Pondering' },
  {
    kind: 'say',
    text: 'I will look at how the import reads the catalogue first, then measure where the time goes before changing anything.',
  },
  {
    kind: 'tool',
    name: 'Search',
    target: '"importCatalogue"',
    output: ['src/import/catalogue.ts:18', 'src/commands/import.ts:7', 'test/import.test.ts:4'],
  },
  { kind: 'tool', name: 'Read', target: 'src/import/catalogue.ts', output: ['142 lines'], seconds: 4 },
  { kind: 'tool', name: 'Read', target: 'src/store/accessions.ts', output: ['308 lines'], seconds: 4 },
  { kind: 'think', seconds: 128, verb: 'Reading' },
  {
    kind: 'say',
    text: 'Each row looks its species up with a query of its own. With 212,000 rows that is 212,000 round trips. I will measure to be sure.',
  },
  {
    kind: 'tool',
    name: 'Shell',
    target: 'node --cpu-prof bin/seedbank import fixtures/2025.csv',
    seconds: 236,
    output: ['imported 48,201 accessions in 151.8 s', '71% in findSpecies, 14% in parseDate, 9% in insertAccession'],
  },
  { kind: 'tests', total: 412, failures: [], seconds: 96 },
  {
    kind: 'say',
    text: 'The measurement agrees: 71% of the time goes to looking species up. Three steps: load the species once, insert in batches of a thousand, and parse each distinct date only once.',
  },
  { kind: 'ready' },

  { kind: 'ask', marker: 'Go ahead', after: 22, text: 'go ahead, but keep the error messages with row numbers' },
  { kind: 'think', seconds: 74, verb: 'Planning' },
  {
    kind: 'tool',
    name: 'Edit',
    target: 'src/import/catalogue.ts',
    output: [
      '7 lines added, 3 removed',
      removed('const species = await findSpecies(row.name);'),
      added('const species = speciesByName.get(row.name);'),
      added('if (!species) throw new RowError(row.number, unknownSpecies(row.name));'),
    ],
    seconds: 12,
  },
  {
    kind: 'tool',
    name: 'Edit',
    target: 'src/store/accessions.ts',
    output: ['21 lines added, 6 removed', removed('insertAccession(accession)'), added('insertAccessions(batch)')],
    seconds: 18,
  },
  { kind: 'think', seconds: 260, verb: 'Working' },
  {
    kind: 'tests',
    total: 412,
    seconds: 104,
    failures: [
      {
        at: 188,
        name: 'import › names the row of an unknown species',
        reason: 'expected "row 3: Beta vulgaris", got "row 1003: Beta vulgaris"',
      },
      { at: 190, name: 'import › stops at the first bad date', reason: '1,000 accessions were stored, expected 0' },
    ],
  },
  {
    kind: 'say',
    text: 'Two tests fail, and both are right: row numbers count within a batch now, and a bad date is found only after earlier batches were stored. I will number rows while reading and wrap the import in one transaction.',
  },
  { kind: 'think', seconds: 301, verb: 'Thinking' },
  {
    kind: 'tool',
    name: 'Edit',
    target: 'src/import/rows.ts',
    output: ['new file, 44 lines', added('export function* numberedRows(lines) {')],
    seconds: 21,
  },
  {
    kind: 'tool',
    name: 'Edit',
    target: 'src/import/catalogue.ts',
    output: ['12 lines added, 9 removed', added('await store.transaction(() => importBatches(rows));')],
    seconds: 15,
  },
  { kind: 'tests', total: 418, seconds: 101, failures: [] },
  {
    kind: 'tool',
    name: 'Shell',
    target: 'time bin/seedbank import fixtures/2025.csv',
    seconds: 38,
    output: ['imported 48,201 accessions in 21.4 s'],
  },
  {
    kind: 'say',
    text: 'From 151.8 s to 21.4 s, and every test passes. What is left is mostly dates. I would like to send a helper through the catalogues of earlier years to see which date formats really occur.',
  },
  { kind: 'ready' },

  { kind: 'ask', marker: 'The helper', after: 31, text: 'yes, do that' },
  { kind: 'think', seconds: 9, verb: 'Starting a helper' },
  {
    kind: 'tool',
    name: 'Helper',
    target: 'which date formats occur in the catalogues since 1974',
    seconds: 1064,
    output: [
      '52 files, 3,118,406 dates',
      ...listing(
        38,
        (index) =>
          `${1974 + index}.csv  ${['12/04/', '1974-', '12 April ', 'IV.'][index % 4]}…  ${(41_000 + ((index * 7919) % 23_000)).toLocaleString('en')} dates`,
      ),
      '4 formats; 1,204 distinct dates a year at most',
    ],
  },
  { kind: 'think', seconds: 187, verb: 'Summing up' },
  {
    kind: 'say',
    text: 'Only four formats occur in fifty years, and a catalogue has 1,204 distinct dates at most, so a small cache in front of the parser answers 97% of the calls. I will add it.',
  },
  {
    kind: 'tool',
    name: 'Edit',
    target: 'src/import/dates.ts',
    output: ['18 lines added, 2 removed', added('const known = new Map();')],
    seconds: 14,
  },
  {
    kind: 'tests',
    total: 424,
    seconds: 99,
    failures: [{ at: 301, name: 'dates › 29 February in a common year', reason: 'expected an error, got 1 March' }],
  },
  { kind: 'think', seconds: 191, verb: 'Debugging' },
  {
    kind: 'say',
    text: 'A good catch by that test: the cache kept a date that the parser had rolled over. Only dates that print back the same are kept now.',
  },
  {
    kind: 'tool',
    name: 'Edit',
    target: 'src/import/dates.ts',
    output: ['3 lines added', added('if (format(date) === text) known.set(text, date);')],
    seconds: 11,
  },
  { kind: 'tests', total: 425, seconds: 103, failures: [] },
  { kind: 'say', text: 'May I run the full import of the 2026 catalogue? It writes to the database on this machine.' },
  { kind: 'ready' },
  { kind: 'away', seconds: 731 },

  { kind: 'ask', marker: 'Back again', after: 3, text: 'sorry, was at lunch. yes' },
  {
    kind: 'tool',
    name: 'Shell',
    target: 'bin/seedbank import catalogue-2026.csv',
    seconds: 71,
    output: ['212,447 accessions', '      0 rows refused', 'imported in 38.6 s'],
  },
  {
    kind: 'say',
    text: 'Done in 38.6 s. I will compare the result with the old import, row by row, to be sure that nothing else has changed.',
  },
  { kind: 'tool', name: 'Shell', target: 'bin/compare old.db new.db', seconds: 530, output: ['212,447 rows compared', '0 differences'] },
  { kind: 'think', seconds: 330, verb: 'Checking' },
  { kind: 'tool', name: 'Shell', target: 'npm run lint && npm run types', seconds: 64, output: ['no faults'] },
  { kind: 'tests', total: 425, seconds: 98, failures: [] },
  { kind: 'think', seconds: 47, verb: 'Writing' },
  { kind: 'say', text: 'Everything is in place. The import of the 2026 catalogue, before and after:' },
  {
    kind: 'tool',
    name: 'Summary',
    target: 'import of 212,447 rows',
    seconds: 2,
    output: [
      '┌──────────────────┬──────────┬─────────┐',
      '│ step             │   before │   after │',
      '├──────────────────┼──────────┼─────────┤',
      '│ look species up  │  469.9 s │   0.4 s │',
      '│ parse dates      │   92.7 s │   3.1 s │',
      '│ store            │   59.6 s │  21.9 s │',
      '│ everything else  │   39.8 s │  13.2 s │',
      '├──────────────────┼──────────┼─────────┤',
      '│ together         │  662.0 s │  38.6 s │',
      '└──────────────────┴──────────┴─────────┘',
      '17 times faster, 0 differences, 13 tests more',
    ],
  },
  { kind: 'ready' },
];
