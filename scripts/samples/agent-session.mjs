import { ACTS } from './agent-story.mjs';
import { CLEAR_LINE, dim, Session, seededRandom, style } from './session.mjs';

const SPINNER = ['·', '✢', '✳', '✶', '✻', '✽', '✻', '✶', '✳', '✢'];
/** How often the line of a waiting agent is painted again. Real ones do it three times as often, to the same effect. */
const SPINNER_SECONDS = 0.38;
const BULLET = style('38;5;209', '●');
const PROMPT = style('1', '❯ ');
const INDENT = '  ';
const COLS = 110;

/**
 * An afternoon with a coding agent: 85 minutes of which few are worth watching. Typed requests, a spinner for most
 * of the time, replies that stream in, tool output, test runs, a long absence, a table at the end.
 */
export function agentSession() {
  const session = new Session(seededRandom(42));
  session.wait(0.5, true);
  session.print(`${style('34', '~/code/seedbank')} $ `);
  session.type('agent\n');
  session.wait(1.2);
  session.print(`\u001b[2J\u001b[H${style('38;5;209', '✽')} ${style('1', 'Agent')} ${dim('in ~/code/seedbank')}\n\n${PROMPT}`);
  for (const act of ACTS) perform(session, act);
  session.wait(2);
  session.type('/quit\n');
  session.wait(0.4);
  session.print(`${dim('Session ended.')}\n`);
  return session.toV3({
    term: { cols: COLS, rows: 36, type: 'xterm-256color' },
    title: 'Eighty-five minutes with a coding agent',
    env: { SHELL: '/bin/zsh' },
  });
}

/**
 * @param {Session} session
 * @param {import('./agent-story.mjs').Act} act
 */
function perform(session, act) {
  switch (act.kind) {
    case 'ask':
      session.wait(act.after ?? 4);
      session.marker(act.marker);
      session.type(`${act.text}\n`, 0.075);
      session.print('\n');
      return;
    case 'think':
      return spin(session, act.seconds, act.verb);
    case 'say':
      return stream(session, act.text);
    case 'tool':
      session.print(`${BULLET} ${style('1', act.name)}(${act.target})\n`);
      spin(session, act.seconds ?? 3, 'Running');
      session.print(`${act.output.map((line, index) => `  ${dim(index === 0 ? '└' : ' ')} ${line}`).join('\n')}\n\n`);
      return;
    case 'tests':
      return runTests(session, act);
    case 'away':
      return session.wait(act.seconds, true);
    case 'ready':
      session.print(PROMPT);
      return;
  }
}

/** @param {Session} session @param {number} seconds @param {string} verb */
function spin(session, seconds, verb) {
  const end = session.time + seconds * 1000;
  const start = session.time;
  for (let turn = 0; session.time < end; turn++) {
    const elapsed = Math.floor((session.time - start) / 1000);
    const glyph = style('38;5;209', /** @type {string} */ (SPINNER[turn % SPINNER.length]));
    session.print(`${CLEAR_LINE}${glyph} ${verb}… ${dim(`${elapsed} s · ${(elapsed * 0.031).toFixed(1)}k tokens`)}`);
    session.wait(SPINNER_SECONDS);
  }
  session.print(CLEAR_LINE);
}

/** Words arrive in small groups, as a model's tokens do, and are never broken at the edge. @param {Session} session @param {string} text */
function stream(session, text) {
  session.print(`${BULLET} `);
  let column = INDENT.length;
  for (const words of text.match(/\S+\s*(\S+\s*)?/g) ?? []) {
    session.wait(0.07);
    const isFull = column + words.trimEnd().length > COLS - 4;
    session.print(isFull ? `\n${INDENT}${words}` : words);
    column = (isFull ? INDENT.length : column) + words.length;
  }
  session.print('\n\n');
}

/** @param {Session} session @param {import('./agent-story.mjs').TestRun} run */
function runTests(session, { total, failures, seconds }) {
  session.print(`${BULLET} ${style('1', 'Shell')}(npm test)\n  ${dim('└')} `);
  const perTest = seconds / total;
  for (let number = 1; number <= total; number++) {
    session.wait(perTest);
    const isFailure = failures.some((failure) => failure.at === number);
    session.print((isFailure ? style('31', '✗') : style('32', '·')) + (number % 80 === 0 ? '\n    ' : ''));
  }
  session.print('\n');
  for (const { name, reason } of failures) session.print(`    ${style('31', 'FAIL')} ${name}\n         ${reason}\n`);
  const passed = `${total - failures.length} passed`;
  session.print(`    ${failures.length > 0 ? style('31', `${failures.length} failed, ${passed}`) : style('32', passed)}\n\n`);
}
