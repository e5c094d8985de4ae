import { type Command, commandsOf, when } from './command.ts';

const command = commandsOf('file');

export const FILE_COMMANDS: readonly Command[] = [
  command('open', 'Open', (_, actions) => when(true, actions?.askForFile), { isForNothingOpen: true }),
  command('save', 'Save', (_, actions) => when(true, actions && (() => void actions.save()))),
  command('saveAs', 'Save as', (_, actions) => when(true, actions && (() => void actions.saveAs()))),
  command('export', 'Export', (_, actions) => when(true, actions?.openExport)),
];
