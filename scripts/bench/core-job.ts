import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { buildActivity } from '#core/analyze/activity.ts';
import { DEFAULT_ANALYSIS } from '#core/analyze/analysis.ts';
import { analyze } from '#core/analyze/analyze.ts';
import { reclaimedByIdleCap, reclaimedByIgnoringWaiting } from '#core/analyze/reclaim.ts';
import { seeRecording } from '#core/analyze/see-recording.ts';
import { CastReader, readCast } from '#core/cast/reader.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { finished } from '#core/lib/finished.ts';
import { applyPlan } from '#core/plan/apply-plan.ts';
import { DEFAULT_MASK, EMPTY_PLAN, type Plan, type SpeedRegion, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { createTimeMap } from '#core/plan/time-map.ts';
import { indexRecording } from '#core/screen/history/index-recording.ts';
import { Keyframes } from '#core/screen/history/keyframes.ts';
import { ScreenHistory } from '#core/screen/history/screen-history.ts';
import { findingMatches, SECRETS } from '#core/screen/redact/find-matches.ts';
import { remainingMatches } from '#core/screen/redact/trace-masks.ts';
import { makeSeams } from '#core/screen/seams/seams.ts';
import { search } from '#core/screen/search/search.ts';
import { TextIndex } from '#core/screen/search/text-index.ts';
import { agentSessionLabels } from '#testing/agent-session.ts';
import { LABELLED_SPANS } from '#testing/labelled-spans.ts';
import { agreementOf } from '#testing/span-agreement.ts';

const SEEKS = 200;

/** A process of its own, so that one measurement does not run on what another left warm. Prints its figures as JSON. */
const [job = '', path = '', label = ''] = process.argv.slice(2);
const file = readFileSync(path);
const bytes = new Uint8Array(path.endsWith('.gz') ? gunzipSync(file) : file);
console.log(JSON.stringify(measure(job)));

function measure(name: string): Record<string, number> {
  switch (name) {
    case 'read':
      return { wholeMillis: best(() => readCast(bytes)), piecesMillis: best(readInPieces), bytes: bytes.length };
    case 'export':
      return measureExport(readCast(bytes));
    case 'map':
      return measureMap(readCast(bytes));
    case 'screens':
      return measureScreens(readCast(bytes));
    case 'analyze':
      return measureAnalysis(readCast(bytes));
    case 'compare':
      // Of many files only some are labelled, and some are no recordings.
      return label === '' || label in LABELLED_SPANS ? compareSpans(readCast(bytes), label) : {};
    case 'search':
      return measureSearch(readCast(bytes));
    case 'seams':
      return measureSeams(readCast(bytes));
    case 'redact':
      return measureRedaction(readCast(bytes));
    default:
      throw new RangeError(`there is no job ${name}`);
  }
}

/** As the page reads: pieces of four megabytes. */
function readInPieces(): Recording {
  const reader = new CastReader({ expectedBytes: bytes.length });
  for (let at = 0; at < bytes.length; at += 4 * 1024 * 1024) reader.push(bytes.subarray(at, at + 4 * 1024 * 1024));
  return reader.finish();
}

function measureExport(recording: Recording): Record<string, number> {
  const plan: Plan = { ...EMPTY_PLAN, idleCapMicros: 1_000_000, speedRegions: [quarter(recording, 1)] };
  const write = () => {
    let written = 0;
    for (const chunk of applyPlan(recording, plan)) written += chunk.length;
    return written;
  };
  return { millis: best(write), bytes: write() };
}

/** What a drag of an edge costs on every frame: the map is built anew, with another place of one of 200 regions. */
function measureMap(recording: Recording): Record<string, number> {
  const duration = recordingDuration(recording);
  const regions = Array.from({ length: 200 }, (_, index): SpeedRegion => ({ ...span(duration, index, 200), factor: 2 + (index % 7) }));
  let turn = 0;
  const millis = best(() => {
    turn += 1;
    const dragged = { ...(regions[50] as SpeedRegion), start: sourceTime((regions[50] as SpeedRegion).start + turn) };
    return createTimeMap(recording, { ...EMPTY_PLAN, idleCapMicros: 2_000_000, speedRegions: regions.with(50, dragged) }).resultDuration;
  }, 50);
  return { millis, activityMillis: best(() => buildActivity(recording)), events: recording.events.length };
}

/** Keyframes alone; then all of the index, and screens at places all over, each three times. */
function measureScreens(recording: Recording): Record<string, number> {
  const { length } = recording.events;
  const keyframeMillis = best(() => new ScreenHistory(recording, 'asciinema').seek(length), 3);
  const keyframes = new Keyframes();
  const indexMillis = best(() => index(recording, keyframes), 1);
  const history = new ScreenHistory(recording, 'asciinema', keyframes);
  const places = Array.from({ length: SEEKS }, (_, place) => Math.floor((((place * 7919) % SEEKS) / SEEKS) * length));
  const least: number[] = places.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < 3; turn++) {
    for (const [place, position] of places.entries()) {
      const millis = best(() => history.seek(position).screen(), 1);
      least[place] = Math.min(least[place] as number, millis);
    }
  }
  const seeks = least.toSorted((one, other) => one - other);
  return {
    bytes: bytes.length,
    keyframeMillis,
    indexMillis,
    keyframeBytes: keyframes.bytes,
    medianMillis: seeks[SEEKS / 2] as number,
    nearlyLongestMillis: seeks[Math.floor(SEEKS * 0.99)] as number,
    longestMillis: seeks.at(-1) as number,
  };
}

function index(recording: Recording, keyframes: Keyframes): TextIndex {
  const texts = new TextIndex();
  const pass = indexRecording(recording, 'asciinema', { keyframes, texts });
  while (!pass.next().done);
  return texts;
}

/** What an analysis takes beyond running the terminal: the first time, as on a page that was just opened, and once it is warm. */
function measureAnalysis(recording: Recording): Record<string, number> {
  const seen = seeRecording(recording, 'asciinema');
  const coldMillis = best(() => analyze(seen, DEFAULT_ANALYSIS), 1);
  const millis = best(() => analyze(seen, DEFAULT_ANALYSIS));
  const analysis = analyze(seen, DEFAULT_ANALYSIS);
  return {
    coldMillis,
    millis,
    events: recording.events.length,
    idleCapMicros: reclaimedByIdleCap(recording, 500_000),
    waitingMicros: reclaimedByIgnoringWaiting(analysis),
    tickingMicros: analysis.spans.reduce((sum, span) => sum + (span.waiting && span.waiting !== 'silence' ? span.end - span.start : 0), 0),
  };
}

/** How its spans agree with those of a viewer, by the name of a labelled recording, or with those that the generator is known to have made. */
function compareSpans(recording: Recording, name: string): Record<string, number> {
  const { spans } = analyze(seeRecording(recording, 'asciinema'), DEFAULT_ANALYSIS);
  const agreements = agreementOf(spans, LABELLED_SPANS[name] ?? agentSessionLabels(recording));
  return Object.fromEntries(
    Object.entries(agreements).flatMap(([kind, agreement]) =>
      Object.entries(agreement).map(([part, seconds]) => [`${kind} ${part}`, seconds]),
    ),
  );
}

/** A word, one that is nowhere, and an expression that many lines match. */
function measureSearch(recording: Recording): Record<string, number> {
  const texts = index(recording, new Keyframes());
  const find = (text: string, isRegex: boolean) => best(() => search(texts, recording.events, { text, isRegex, matchesCase: false }));
  return {
    wordMillis: find('passed', false),
    nowhereMillis: find('nowhere to be found', false),
    patternMillis: find('\\b\\w+(ing|ed)\\b', true),
  };
}

/** Fifty jumps all over, as the command makes them: from the first event on. */
function measureSeams(recording: Recording): Record<string, number> {
  const duration = recordingDuration(recording);
  const cuts = Array.from({ length: 50 }, (_, index) => ({ ...span(duration, index, 50), mode: 'jump' as const }));
  const seams = makeSeams(recording, { cuts });
  const bytes = seams.reduce((sum, { repaint = '' }) => sum + JSON.stringify(repaint).length, 0);
  return { millis: best(() => makeSeams(recording, { cuts }), 3) / seams.length, bytes: bytes / seams.length, seams: seams.length };
}

/** One pass that traces all that is printed and looks for one pattern, and one that looks for all kinds of secrets. */
function measureRedaction(recording: Recording): Record<string, number> {
  const what = { kind: 'pattern', pattern: 'sk-[A-Za-z0-9]{20,}', ignoreCase: false } as const;
  return {
    bytes: bytes.length,
    traceMillis: best(() => remainingMatches(recording, [{ ...WHOLE_RECORDING, what, with: DEFAULT_MASK }]), 1),
    secretsMillis: best(() => finished(findingMatches(recording, SECRETS, { cuts: [], seams: [] })), 1),
  };
}

function quarter(recording: Recording, index: number): SpeedRegion {
  return { ...span(recordingDuration(recording), index, 4), factor: 2 };
}

/** The `index`th of `count` equal parts, without its last tenth. */
function span(duration: SourceTime, index: number, count: number) {
  const length = Math.floor(duration / count);
  return { start: sourceTime(index * length), end: sourceTime(index * length + Math.floor(length * 0.9)) };
}

/** Milliseconds of CPU time of the quickest run: the others were disturbed by something. */
function best(run: () => unknown, runs = 5): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < runs; turn++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return fastest;
}
