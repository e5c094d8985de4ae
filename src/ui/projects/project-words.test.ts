import { describe, expect, it } from 'vitest';
import type { ProjectSummary } from '#store/projects/project.ts';
import { isUnsaved, projectFacts, projectFlags } from './project-words.ts';

const NOW = Date.UTC(2026, 0, 31, 12);

const WORK: ProjectSummary = {
  id: 'p',
  source: { fileName: 'session.cast', bytes: 31_000_000, durationMicros: 5_112_000_000, events: 9 },
  editCount: 14,
  keptAt: NOW - 3 * 60_000,
  hasRecording: true,
  isInFile: false,
  isOpenElsewhere: false,
};

describe('kept work', () => {
  it('is told by length, edits and age', () => {
    expect(projectFacts(WORK, NOW)).toBe('1:25:12 · 14 edits · 3 minutes ago');
    expect(projectFacts({ ...WORK, editCount: 1, keptAt: NOW }, NOW)).toBe('1:25:12 · 1 edit · just now');
  });

  it('says where it is and what it needs', () => {
    expect(projectFlags(WORK)).toEqual(['not in a file']);
    expect(projectFlags({ ...WORK, isInFile: true, planFileName: 'session.plan.json' })).toEqual(['in session.plan.json']);
    expect(projectFlags({ ...WORK, isInFile: true, hasRecording: false, isOpenElsewhere: true })).toEqual([
      'in a plan file',
      'needs session.cast',
      'open in another tab',
    ]);
  });

  it('is unsaved while nobody has it open, it holds edits, and no file has them', () => {
    expect(isUnsaved(WORK)).toBe(true);
    expect(isUnsaved({ ...WORK, isInFile: true })).toBe(false);
    expect(isUnsaved({ ...WORK, isOpenElsewhere: true })).toBe(false);
    expect(isUnsaved({ ...WORK, editCount: 0 })).toBe(false);
  });
});
