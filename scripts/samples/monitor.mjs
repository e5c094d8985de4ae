import { CLEAR_LINE, dim, Session, seededRandom, style } from './session.mjs';

const COLS = 84;
const ROWS = 22;
const CELLS = 40;
const LINES = ['harbour', 'old town', 'station', 'hill', 'airport', 'zoo'];

const at = (/** @type {number} */ row, /** @type {number} */ column) => `\u001b[${row};${column}H`;

/** A full-screen program on the alternate screen: repainted in place, with a help window over it for a while. */
export function monitor() {
  const random = seededRandom(11);
  const session = new Session(random);
  session.wait(0.3, true);
  session.print('$ ');
  session.wait(0.8);
  session.type('trams --live\n');
  session.wait(0.4);
  session.print(`\u001b[?1049h\u001b[?25l\u001b[2J${frame()}`);

  const places = LINES.map((_, index) => (index * 13) % CELLS);
  for (let update = 1; update <= 45; update++) {
    session.wait(0.5, true);
    if (update === 20) session.print(help());
    if (update === 26) session.print(`\u001b[2J${frame()}`);
    const isHelpOpen = update >= 20 && update < 26;
    session.print(`${at(2, 66)}${dim(`update ${String(update).padStart(2)}`)}`);
    if (isHelpOpen) continue;
    for (const [index, name] of LINES.entries()) {
      if (random() < 0.25) continue;
      places[index] = ((places[index] ?? 0) + 1 + Math.floor(random() * 2)) % CELLS;
      session.print(tram(index, name, places[index] ?? 0));
    }
  }
  session.wait(0.6);
  session.print('\u001b[?25h\u001b[?1049l');
  session.print(`${CLEAR_LINE}45 updates, 6 lines, no delays\n$ `);
  session.wait(0.8);
  session.type('exit\n');
  return session.toV2({ width: COLS, height: ROWS, title: 'A full-screen program', env: { TERM: 'xterm-256color' } });
}

function frame() {
  const title = style('1', ' Trams ') + dim('six lines, where they are now');
  const rows = LINES.map((name, index) => `${at(5 + 2 * index, 4)}${name.padEnd(10)}${dim('─'.repeat(CELLS))}`);
  const keys = `${style('7', ' ? ')} help  ${style('7', ' q ')} quit`;
  return `${at(2, 3)}${title}${rows.join('')}${at(ROWS - 1, 3)}${keys}`;
}

/** @param {number} index @param {string} name @param {number} place */
function tram(index, name, place) {
  const track = `${dim('─'.repeat(place))}${style(`1;3${1 + index}`, '▆')}${dim('─'.repeat(CELLS - place - 1))}`;
  const delay = place % 9 === 0 ? style('33', '1 min late') : style('32', 'on time   ');
  return `${at(5 + 2 * index, 4)}${name.padEnd(10)}${track}  ${delay}`;
}

function help() {
  const lines = [
    '┌─ Help ───────────────────┐',
    '│  q   quit                │',
    '│  f   follow one line     │',
    '│  ?   close this window   │',
    '└──────────────────────────┘',
  ];
  return lines.map((line, index) => `${at(7 + index, 28)}${style('44;97', line)}`).join('');
}
