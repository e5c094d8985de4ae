import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { RGB_COLOUR } from '../terminal/screen.ts';
import { DEFAULT_THEME, terminalColours } from './terminal-colours.ts';

test("the default colours are those of the preview's player", () => {
  const css = readFileSync(createRequire(import.meta.url).resolve('asciinema-player/dist/bundle/asciinema-player.css'), 'utf8');
  const [, rules = ''] = /\.asciinema-player-theme-asciinema \{([^}]*)\}/.exec(css) ?? [];
  const colors = new Map(Array.from(rules.matchAll(/--term-color-(\w+): (#\w+);/g), ([, name, color]) => [name, color]));
  expect(colors.get('foreground')).toBe(DEFAULT_THEME.foreground);
  expect(colors.get('background')).toBe(DEFAULT_THEME.background);
  expect(Array.from({ length: 16 }, (_, index) => colors.get(String(index)))).toEqual(DEFAULT_THEME.palette);
});

test.each([
  [16, '#000000'],
  [21, '#0000ff'],
  [196, '#ff0000'],
  [231, '#ffffff'],
  [232, '#080808'],
  [255, '#eeeeee'],
  [RGB_COLOUR, '#000000'],
  [RGB_COLOUR + 0x00ff01, '#00ff01'],
])('colour %i is %s', (colour, css) => {
  expect(terminalColours(DEFAULT_THEME).of(colour)).toBe(css);
});
