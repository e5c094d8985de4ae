import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { agentSession } from '#testing/agent-session.ts';
import { seenRecording } from '#testing/seen-recording.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { readCast } from '../../cast/reader.ts';
import type { Recording } from '../../cast/recording.ts';
import { DEFAULT_ANALYSIS, type Moment } from '../analysis.ts';
import { analyze } from '../analyze.ts';

/** The best moments of a recording, kept ones first, as a highlight takes them; in order of time, as `kind: text`. */
function best(count: number, recording: Recording): string[] {
  const { moments } = analyze(seenRecording(recording), DEFAULT_ANALYSIS);
  return moments
    .toSorted((one, other) => Number(other.isKept) - Number(one.isKept) || other.score - one.score)
    .slice(0, count)
    .toSorted((one, other) => one.time - other.time)
    .map(({ kind, text }: Moment) => `${kind}: ${text}`);
}

/** What has to be among the best of a recording, in order, each by how it begins. */
interface Story {
  readonly among: number;
  readonly beats: readonly string[];
}

const STORIES: Readonly<Record<string, Story>> = {
  'v2-allende-003.cast': {
    among: 20,
    beats: [
      'prompt: cd dev_log files',
      'prompt: read them',
      'prompt: update status.mmd with the satus of the project. Note',
      'prompt: Read the files in tmp/assistant-ui',
      'error: Failed to validate tool parameters: Directory not found',
      'prompt: I would like to define unit 3 to be Claude theming colors.',
      'prompt: The content in the content area has box lines. Remove them. Make it plain.',
      "prompt: Instead of send, let's use an up arrow as Claude screenshoot",
      'error: mv: rename 03_claude_theming.md to 03_theming_001.md',
      'prompt: Generate a commit message',
      'answer: Based on the work completed in Unit 03_theming_001',
      'end: ',
    ],
  },
  'v2-pocketcast-chat.cast': {
    among: 5,
    beats: [
      'prompt: what books did they recommend?',
      'answer: Here are the recommended books mentioned in the text you provided:',
      'prompt: can you group them by who recommended it and the timestamp',
      'end: ',
    ],
  },
  'v2-claudechic-foo.cast': {
    among: 3,
    beats: ['prompt: Hello, world!', 'answer: Hello! How can I help you today?', 'end: '],
  },
  'v3-nyx-claude.cast': {
    among: 3,
    beats: ['prompt: Claude - I lost darkmode on this mach', 'end: Resume this session with:'],
  },
  'v2-self-stdin-secrets-markers.cast': {
    among: 5,
    beats: [
      'command: export API_KEY=sk-test-FAKE',
      'command: curl -H "Authorization: Bearer $API_KEY"',
      'error: curl: (7) Failed to connect to 127.0.0.1 port 9',
      'end: ',
    ],
  },
  'v2-tcut-demo.cast': {
    among: 8,
    beats: [
      'command: cd $(mktemp -d)',
      "command: cat > demo.video.ts <<'TS' import { defineVideo }",
      'command: bat demo.video.ts',
      'command: tcut demo.video.ts',
      'output: ✔ wrote demo.cast',
      'command: du -h demo.*',
      'end: ',
    ],
  },
  'v2-iredis-osc133.cast': {
    among: 12,
    beats: [
      'command: iredis',
      'command: type myset',
      "error: (error) wrong number of arguments for 'zscan' command",
      'command: lrange list:animals 0 6',
      'end: ',
    ],
  },
  'v3-fogwall-server.cast': {
    among: 5,
    beats: ["output: New user 'fogwalladmin' has been successfully created!", 'output: INFO com.rbc.fogwall', 'end: INFO com.rbc.fogwall'],
  },
  'v3-llmfit-tui.cast': {
    among: 4,
    beats: ['output: Inst Model Provider', 'output: Delta hints: ', 'end: '],
  },
  'v2-dxe-demo-ja.cast': {
    among: 6,
    beats: [
      'output: キャラクターが議論する会話劇で、設計の「書いてないこと」を発見します。',
      'output: 🎰 利根川',
      'end: DGE toolkit v3.0.0',
    ],
  },
};

/** The beats that are not there in this order. */
function missing(beats: readonly string[], told: readonly string[]): string[] {
  let at = 0;
  return beats.filter((beat) => {
    const found = told.findIndex((line, index) => index >= at && line.startsWith(beat));
    if (found < 0) return true;
    at = found + 1;
    return false;
  });
}

const casts = sharedCasts().filter(({ name }) => name in STORIES);

describe.runIf(casts.length > 0)('moments of recordings from all over', () => {
  it.each(casts.map((cast) => [cast.name, cast] as const))('tell the story of %s', (name, cast) => {
    const { among, beats } = STORIES[name] as Story;
    const told = best(among, readCast(cast.read()));
    expect(missing(beats, told), told.join('\n')).toEqual([]);
  });
});

const session = agentSession();

describe.runIf(session !== undefined)('moments of the generated session', () => {
  it('tell its story', () => {
    const told = best(8, session as Recording);
    const beats = [
      'prompt: Look at the parser in src/parse, find out why loading the 80 MB recording',
      'answer: That explains the 40 s: the buffer is copied on every line.',
      'test: ✗ parse › case 259',
      'answer: All benchmarks pass. Before and after:',
      'end: Total cost: $7.31',
    ];
    expect(missing(beats, told), told.join('\n')).toEqual([]);
  });
});

describe('moments of the sample', () => {
  it('tell its story', () => {
    const file = readFileSync(new URL('../../../../public/samples/agent-session.cast.gz', import.meta.url));
    expect(best(11, readCast(new Uint8Array(gunzipSync(file))))).toEqual([
      'prompt: importing the 2026 catalogue takes 11 minutes. find out why and make it fast',
      'answer: The measurement agrees: 71% of the time goes to looking species up. Three…',
      'prompt: go ahead, but keep the error messages with row numbers',
      'test: FAIL import › names the row of an unknown species',
      'answer: From 151.8 s to 21.4 s, and every test passes. What is left is mostly dates. I…',
      'prompt: yes, do that',
      'test: FAIL dates › 29 February in a common year',
      'answer: May I run the full import of the 2026 catalogue? It writes to the database on…',
      'prompt: sorry, was at lunch. yes',
      'answer: 17 times faster, 0 differences, 13 tests more',
      'end: 17 times faster, 0 differences, 13 tests more',
    ]);
  });
});
