import { expect, it } from 'vitest';
import { NO_PROJECT, type ProjectState } from '#store/projects/project.ts';
import { saveWords } from './save-words.ts';

const KEPT: ProjectState = { ...NO_PROJECT, id: 'p', keeping: { kind: 'kept' }, keptAt: 1, hasRecording: true };
const FILE = { name: 'session.plan.json', isBound: true };

function words(project: Partial<ProjectState>, { isInFile = false, isSlow = false } = {}) {
  return saveWords({ project: { ...KEPT, ...project }, isInFile, isSlow, clock: () => '12:04' });
}

it('says nothing while there is nothing to save', () => {
  expect(words({ keeping: { kind: 'idle' } })).toBeNull();
});

it('says when the browser has kept it, and that this is no file', () => {
  expect(words({})).toMatchObject({ text: 'Saved in this browser · 12:04', short: 'Saved · 12:04', detail: 'Not yet in a file.' });
  expect(words({ hasRecording: false })?.detail).toContain('its file is needed to go on');
});

it('says that it is saving when there is nothing yet, or it takes long', () => {
  const pending = { keeping: { kind: 'pending' } } as const;
  expect(words({ ...pending, keptAt: null })?.text).toBe('Saving…');
  expect(words(pending)?.text).toBe('Saved in this browser · 12:04');
  expect(words(pending, { isSlow: true })?.text).toBe('Saving…');
});

it('names the file, and whether it is behind', () => {
  expect(words({ file: FILE }, { isInFile: true })?.text).toBe('Saved to session.plan.json');
  expect(words({}, { isInFile: true })?.text).toBe('Saved in a plan file');
  expect(words({ file: FILE })).toMatchObject({ text: 'Edited since session.plan.json', detail: 'Saved in this browser · 12:04' });
  expect(words({ file: FILE, isSaving: true })?.text).toBe('Saving to a file…');
});

it('warns of what is kept nowhere, and not of what a file has', () => {
  const full = { keeping: { kind: 'failed', reason: 'full', message: 'No room.' } } as const;
  expect(words(full)).toEqual({ text: 'Not saved: storage is full', short: 'Not saved', detail: 'No room.', isWarning: true });
  expect(words({ ...full, file: FILE })?.detail).toBe('Edited since session.plan.json. No room.');
  expect(words({ ...full, file: FILE }, { isInFile: true })).toMatchObject({ text: 'Saved to session.plan.json', isWarning: false });
});

it('says who has it', () => {
  expect(words({ keeping: { kind: 'elsewhere' } }, { isInFile: true })?.text).toBe('Open in another tab');
});
