import type { Command, CommandId } from './commands/command.ts';
import { EDIT_COMMANDS } from './commands/edit-commands.ts';
import { FILE_COMMANDS } from './commands/file-commands.ts';
import { FIND_COMMANDS } from './commands/find-commands.ts';
import { FIT_COMMANDS } from './commands/fit-commands.ts';
import { GO_COMMANDS } from './commands/go-commands.ts';
import { HELP_COMMANDS } from './commands/help-commands.ts';
import { PLAY_COMMANDS } from './commands/play-commands.ts';
import { VIEW_COMMANDS } from './commands/view-commands.ts';

export type { Command, CommandGroup, CommandId } from './commands/command.ts';

/** All that a user can do, by group. */
export const COMMANDS: readonly Command[] = [
  ...FILE_COMMANDS,
  ...EDIT_COMMANDS,
  ...PLAY_COMMANDS,
  ...GO_COMMANDS,
  ...VIEW_COMMANDS,
  ...FIND_COMMANDS,
  ...FIT_COMMANDS,
  ...HELP_COMMANDS,
];

/** A key that is held down gives these again and again; the others, once. */
const REPEATED: ReadonlySet<CommandId> = new Set<CommandId>([
  'undo',
  'redo',
  'previousChange',
  'nextChange',
  'back',
  'forward',
  'farBack',
  'farForward',
  'previousEdge',
  'nextEdge',
  'previousMarker',
  'nextMarker',
  'zoomIn',
  'zoomOut',
  'panBack',
  'panForward',
  'nextHit',
  'previousHit',
]);

export const isRepeated = ({ id }: Command): boolean => REPEATED.has(id);

export function findCommand(id: CommandId): Command {
  return COMMANDS.find((candidate) => candidate.id === id) as Command;
}
