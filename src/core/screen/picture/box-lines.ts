import type { CellBox, Surface } from './surface.ts';

const NONE = 0;
const HEAVY = 2;
const DOUBLE = 3;

/**
 * U+2500 to U+257F, each by its four arms, left, up, right and down: 0 none, 1 light, 2 heavy, 3 double. Dashed lines
 * are drawn whole and round corners square: at the size of a thumbnail nobody can tell. The diagonals have no arms.
 */
const ARMS = (
  '1010 2020 0101 0202 1010 2020 0101 0202 1010 2020 0101 0202 0011 0021 0012 0022 ' +
  '1001 2001 1002 2002 0110 0120 0210 0220 1100 2100 1200 2200 0111 0121 0211 0112 ' +
  '0212 0221 0122 0222 1101 2101 1201 1102 1202 2201 2102 2202 1011 2011 1021 2021 ' +
  '1012 2012 1022 2022 1110 2110 1120 2120 1210 2210 1220 2220 1111 2111 1121 2121 ' +
  '1211 1112 1212 2211 1221 2112 1122 2221 2122 2212 1222 2222 1010 2020 0101 0202 ' +
  '3030 0303 0031 0013 0033 3001 1003 3003 0130 0310 0330 3100 1300 3300 0131 0313 ' +
  '0333 3101 1303 3303 3031 1013 3033 3130 1310 3330 3131 1313 3333 0011 1001 1100 ' +
  '0110 0000 0000 0000 1000 0100 0010 0001 2000 0200 0020 0002 1020 0102 2010 0201'
)
  .split(' ')
  .map((arms) => [...arms].map(Number) as [number, number, number, number]);

/** Thickness of a light line as a share of the cell's height, as fonts have it. */
const LIGHT_SHARE = 1 / 14;

/** Draws a line of a box, or the meeting of some, so that it runs into those of the neighbours. Answers whether it could. */
export function drawBoxLines(surface: Surface, code: number, { left, top, right, bottom }: CellBox): boolean {
  const [leftArm, upArm, rightArm, downArm] = ARMS[code - 0x2500] as [number, number, number, number];
  if (leftArm + upArm + rightArm + downArm === 0) return false;
  const light = Math.max(1, Math.round((bottom - top) * LIGHT_SHARE));
  const across = Math.max(upArm, downArm);
  const along = Math.max(leftArm, rightArm);
  const middleX = (left + right) / 2;
  const middleY = (top + bottom) / 2;
  // To the far side of what they meet, so that corners are whole.
  const reachX = lineBand(middleX, across === NONE ? along : across, light);
  const reachY = lineBand(middleY, along === NONE ? across : along, light);

  const horizontal = (arm: number, from: number, to: number) => {
    for (const [start, thickness] of strokes(middleY, arm, light)) surface.fillRect(from, start, to - from, thickness);
  };
  const vertical = (arm: number, from: number, to: number) => {
    for (const [start, thickness] of strokes(middleX, arm, light)) surface.fillRect(start, from, thickness, to - from);
  };
  if (leftArm === rightArm) horizontal(leftArm, left, right);
  else {
    horizontal(leftArm, left, reachX.end);
    horizontal(rightArm, leftArm === NONE ? reachX.start : reachX.end, right);
  }
  if (upArm === downArm) vertical(upArm, top, bottom);
  else {
    vertical(upArm, top, reachY.end);
    vertical(downArm, upArm === NONE ? reachY.start : reachY.end, bottom);
  }
  return true;
}

/** From where to where a line around `middle` reaches across, all its strokes together. */
function lineBand(middle: number, arm: number, light: number): { start: number; end: number } {
  const width = arm === DOUBLE ? light * 3 : arm === HEAVY ? light * 2 : light;
  const start = Math.round(middle - width / 2);
  return { start, end: start + width };
}

function strokes(middle: number, arm: number, light: number): readonly (readonly [start: number, thickness: number])[] {
  if (arm === NONE) return [];
  const { start, end } = lineBand(middle, arm, light);
  return arm === DOUBLE
    ? [
        [start, light],
        [end - light, light],
      ]
    : [[start, end - start]];
}
