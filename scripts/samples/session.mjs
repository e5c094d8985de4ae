/** A terminal session that is written down as it is told: text, pauses and typing become the events of a recording. */

/** Numbers from 0 to 1 that are the same on every run (a linear congruential generator with Knuth's constants). */
export function seededRandom(seed = 1) {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number(state >> 33n) / 2 ** 31;
  };
}

export class Session {
  /** Absolute, in milliseconds. */
  time = 0;

  /** @type {{ time: number, code: string, data: string }[]} */
  events = [];

  /** @param {() => number} random */
  constructor(random) {
    this.random = random;
  }

  /** @param {number} seconds give or take a fifth, unless `exact` */
  wait(seconds, exact = false) {
    this.time += Math.round(seconds * 1000 * (exact ? 1 : 0.8 + 0.4 * this.random()));
  }

  /** @param {string} data */
  print(data) {
    this.events.push({ time: this.time, code: 'o', data: data.replaceAll('\n', '\r\n') });
  }

  /** @param {string} label */
  marker(label) {
    this.events.push({ time: this.time, code: 'm', data: label });
  }

  /**
   * Echoes keys as a person strikes them; `⌫` takes the last character back.
   *
   * @param {string} text
   */
  type(text, secondsPerKey = 0.09) {
    for (const key of text) {
      this.wait(key === '⌫' ? secondsPerKey * 1.6 : secondsPerKey);
      if (key === ' ') this.wait(secondsPerKey / 2);
      this.print(key === '⌫' ? '\b \b' : key);
    }
  }

  /** @param {object} header without the version */
  toV2(header) {
    const lines = this.events.map(({ time, code, data }) => JSON.stringify([time / 1000, code, data]));
    return `${[JSON.stringify({ version: 2, ...header }), ...lines].join('\n')}\n`;
  }

  /** @param {object} header without the version */
  toV3(header) {
    const lines = this.events.map(({ time, code, data }, index) =>
      JSON.stringify([(time - (this.events[index - 1]?.time ?? 0)) / 1000, code, data]),
    );
    return `${[JSON.stringify({ version: 3, ...header }), ...lines].join('\n')}\n`;
  }
}

const ESCAPE = '\u001b[';

/** Wraps text in a style of SGR codes, such as `style('1;32', 'done')`. */
export const style = (/** @type {string} */ codes, /** @type {string} */ text) => `${ESCAPE}${codes}m${text}${ESCAPE}0m`;

export const dim = (/** @type {string} */ text) => style('2', text);

/** The line under the cursor is emptied, the cursor at its start. */
export const CLEAR_LINE = `\r${ESCAPE}K`;
