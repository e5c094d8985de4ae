import type { Theme } from '../../cast/recording.ts';
import { type CellColour, RGB_COLOUR } from '../terminal/screen.ts';

/** The colours of the preview's player for recordings that bring none. */
export const DEFAULT_THEME: Theme = {
  foreground: '#cccccc',
  background: '#121314',
  palette: [
    ...['#000000', '#dd3c69', '#4ebf22', '#ddaf3c', '#26b0d7', '#b954e1', '#54e1b9', '#d9d9d9'],
    ...['#4d4d4d', '#dd3c69', '#4ebf22', '#ddaf3c', '#26b0d7', '#b954e1', '#54e1b9', '#ffffff'],
  ],
};

/** What the numbers of cells' colours look like, as CSS has them. */
export interface TerminalColours {
  readonly foreground: string;
  readonly background: string;
  /** Not for the terminal's own colour, which is one of the two above. */
  of(colour: CellColour): string;
}

export function terminalColours({ foreground, background, palette }: Theme): TerminalColours {
  return {
    foreground,
    background,
    of(colour) {
      if (colour >= RGB_COLOUR) return hex(colour - RGB_COLOUR);
      // A theme of eight colours has no bright ones: they are the same again.
      if (colour < 16) return palette[colour] ?? (palette[colour - 8] as string);
      return colour < 232 ? cubeColour(colour - 16) : grey(colour - 232);
    },
  };
}

/** How much of red, green or blue the six steps of the cube have. */
const CUBE_LEVELS = [0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff] as const;

function cubeColour(index: number): string {
  const level = (step: number) => CUBE_LEVELS[step] as number;
  return hex((level(Math.floor(index / 36)) << 16) | (level(Math.floor(index / 6) % 6) << 8) | level(index % 6));
}

const grey = (step: number): string => hex((8 + step * 10) * 0x010101);

const hex = (rgb: number): string => `#${rgb.toString(16).padStart(6, '0')}`;
