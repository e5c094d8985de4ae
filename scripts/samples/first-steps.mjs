import { Session, seededRandom, style } from './session.mjs';

const PROMPT = `${style('34', '~/garden')} ${style('32', '$')} `;

/** Twenty seconds in a shell that hold what is worth trying first: a typing mistake to cut, a wait to fold. */
export function firstSteps() {
  const session = new Session(seededRandom(7));
  session.wait(0.4, true);
  session.print(PROMPT);
  session.wait(0.9);
  session.type('ls\n');
  session.print(`beds.csv   plan.txt   ${style('32', 'water.sh')}\n${PROMPT}`);
  session.wait(1.1);

  session.marker('A typing mistake');
  session.type('hed -n');
  session.wait(0.7);
  session.type('⌫⌫⌫⌫');
  session.type('ad -n 4 beds.csv\n');
  session.print('bed,crop,sown\n');
  session.print('1,carrots,12 April\n2,beans,3 May\n3,pumpkins,20 May\n');
  session.print(PROMPT);
  session.wait(1.4);

  session.type('./water.sh --all\n');
  session.marker('Waiting');
  session.wait(0.3);
  session.print('Opening the valve … ');
  session.wait(6.2);
  session.print(`${style('32', 'open')}\n`);
  for (const bed of ['carrots', 'beans', 'pumpkins']) {
    session.wait(0.35);
    session.print(`  ${style('36', '≈')} ${bed.padEnd(10)} 4 litres\n`);
  }
  session.wait(0.3);
  session.print(`${style('1;32', 'Watered 3 beds with 12 litres.')}\n${PROMPT}`);
  session.wait(1.6);
  session.type('exit\n');
  return session.toV2({ width: 72, height: 20, title: 'First steps', env: { TERM: 'xterm-256color', SHELL: '/bin/sh' } });
}
