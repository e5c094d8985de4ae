import { describe, expect, it } from 'vitest';
import { agentSession, agentSessionLabels } from '#testing/agent-session.ts';
import { LABELLED_SPANS } from '#testing/labelled-spans.ts';
import { seenRecording } from '#testing/seen-recording.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { type Agreements, agreementOf, precision, recall, together } from '#testing/span-agreement.ts';
import { readCast } from '../../cast/reader.ts';
import type { Recording } from '../../cast/recording.ts';
import { type Analysis, DEFAULT_ANALYSIS } from '../analysis.ts';
import { analyze } from '../analyze.ts';
import { reclaimedByIdleCap, reclaimedByIgnoringWaiting } from '../reclaim.ts';

const analysisOf = (recording: Recording): Analysis => analyze(seenRecording(recording), DEFAULT_ANALYSIS);

const labelled = sharedCasts().filter(({ name }) => name in LABELLED_SPANS);
const session = agentSession();

/** Precision and recall have to be at least this. */
type Floors = Partial<Record<keyof Agreements, readonly [precision: number, recall: number]>>;

function expectAgreement(agreements: Agreements, floors: Floors): void {
  for (const [kind, [right, found]] of Object.entries(floors) as [keyof Agreements, readonly [number, number]][]) {
    expect(precision(agreements[kind]), `precision of ${kind}`).toBeGreaterThanOrEqual(right);
    expect(recall(agreements[kind]), `recall of ${kind}`).toBeGreaterThanOrEqual(found);
  }
}

describe.runIf(labelled.length > 0)('spans of recordings from all over', () => {
  it('are what a viewer says', () => {
    const agreements = labelled.map((cast) => agreementOf(analysisOf(readCast(cast.read())).spans, LABELLED_SPANS[cast.name] ?? []));
    expect(agreements).toHaveLength(Object.keys(LABELLED_SPANS).length);
    expectAgreement(together(agreements), {
      waiting: [0.97, 0.95],
      typing: [0.97, 0.9],
      reading: [0.9, 0.95],
      news: [0.9, 0.95],
    });
  });
});

describe.runIf(session !== undefined)('the generated session of 85 minutes', () => {
  it('is told as its generator made it', () => {
    const recording = session as Recording;
    const analysis = analysisOf(recording);
    expectAgreement(agreementOf(analysis.spans, agentSessionLabels(recording)), {
      waiting: [0.97, 0.97],
      typing: [0.97, 0.97],
      news: [0.97, 0.92],
    });
    expect(reclaimedByIgnoringWaiting(analysis)).toBeGreaterThan(2 * reclaimedByIdleCap(recording, 500_000));
    expect(analysis.typingRuns.map(({ text }) => text)).toEqual([
      'agent',
      'Look at the parser in src/parse, find out why loading the 80 MB recording takes 40 s, fix it, run the benchmarks and finish with a table of before/after timings – émojis ok 👍',
      '/quit',
    ]);
  });
});
