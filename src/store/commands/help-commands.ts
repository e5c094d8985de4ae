import { type Command, commandsOf, when } from './command.ts';

const command = commandsOf('help');

export const HELP_COMMANDS: readonly Command[] = [
  command('palette', 'Commands', (_, actions) => when(true, actions && (() => actions.openDialog('palette'))), { isForNothingOpen: true }),
  command('help', 'Keyboard help', (_, actions) => when(true, actions && (() => actions.openDialog('help'))), { isForNothingOpen: true }),
  command('keys', 'Keyboard settings', (_, actions) => when(true, actions && (() => actions.openDialog('keys'))), {
    isForNothingOpen: true,
  }),
];
