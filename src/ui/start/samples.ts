/** A recording that comes with the page. */
export interface Sample {
  readonly file: string;
  readonly title: string;
  readonly facts: string;
  /** Its activity in 48 bars of 0…24, drawn small on its button. */
  readonly activity: readonly number[];
}

export const SAMPLES: readonly Sample[] = [
  {
    file: 'first-steps.cast',
    title: 'First steps',
    facts: '19 seconds at a shell',
    // biome-ignore format: one picture, one line
    activity: [0, 14, 0, 5, 20, 0, 11, 6, 0, 6, 9, 7, 6, 6, 6, 23, 0, 0, 6, 6, 6, 7, 9, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 15, 15, 15, 20, 0, 0, 0, 7],
  },
  {
    file: 'agent-session.cast.gz',
    title: 'A coding agent at work',
    facts: '85 minutes, mostly waiting',
    // biome-ignore format: one picture, one line
    activity: [21, 22, 22, 22, 14, 20, 22, 22, 19, 18, 22, 22, 21, 16, 19, 22, 22, 22, 22, 22, 22, 22, 22, 22, 23, 22, 18, 20, 22, 17, 8, 0, 0, 0, 0, 0, 0, 20, 22, 22, 22, 22, 22, 22, 22, 22, 19, 19],
  },
  {
    file: 'monitor.cast',
    title: 'A full-screen program',
    facts: '27 seconds of a monitor',
    // biome-ignore format: one picture, one line
    activity: [1, 0, 2, 2, 18, 19, 14, 16, 16, 16, 16, 16, 15, 16, 17, 17, 14, 17, 17, 17, 23, 12, 16, 12, 4, 4, 4, 6, 23, 16, 17, 16, 14, 19, 16, 19, 19, 14, 17, 19, 16, 17, 17, 21, 16, 5, 0, 2],
  },
];
