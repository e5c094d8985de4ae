import { type Command, commandsOf, when } from './command.ts';

const command = commandsOf('play');

export const PLAY_COMMANDS: readonly Command[] = [
  command('play', 'Play', (state, actions) => when(true, state.isPlaying ? actions?.pause : actions?.play)),
  // Held down it lets the shuttle keys step; so it never plays.
  command('pause', 'Pause', (state, actions) => when(state.isPlaying || state.shuttle !== 1, actions?.pause)),
  command('shuttleForward', 'Play faster', (_, actions) => when(true, actions && (() => actions.shuttleOn(1)))),
  command('shuttleBack', 'Play backwards', (_, actions) => when(true, actions && (() => actions.shuttleOn(-1)))),
  command('playAround', 'Play around', (_, actions) => when(true, actions?.playAround)),
  command(
    'loop',
    'Loop selection',
    (state, actions) => when(state.playedRange !== null || state.selection !== null || state.selected.length > 0, actions?.toggleLoop),
    { whyNot: () => 'Select a stretch or an edit to play it over and over.' },
  ),
  command('fullscreen', 'Full screen', (state, actions) =>
    when(true, actions && (() => actions.setPreviewFullscreen(!state.isPreviewFullscreen))),
  ),
  command('readScreen', 'Read screen', (_, actions) => when(true, actions && (() => actions.openDialog('screen')))),
];
