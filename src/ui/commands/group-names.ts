import type { Command } from '#store/commands.ts';

/** In the order in which they are listed. */
export const GROUP_NAMES: Readonly<Record<Command['group'], string>> = {
  edit: 'Edit',
  play: 'Play',
  go: 'Go',
  view: 'View',
  find: 'Find',
  fit: 'Fit',
  file: 'File',
  help: 'Help',
};

export const GROUPS = Object.keys(GROUP_NAMES) as Command['group'][];
