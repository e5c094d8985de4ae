import { type CellColour, type CellStyle, OWN_COLOUR, RGB_COLOUR } from './screen.ts';

/** How a cell looks that nobody has styled. */
export const PLAIN_STYLE: CellStyle = {
  foreground: OWN_COLOUR,
  background: OWN_COLOUR,
  isBold: false,
  isFaint: false,
  isItalic: false,
  underline: 0,
  underlineColour: OWN_COLOUR,
  isBlinking: false,
  isInverse: false,
  isHidden: false,
  isStruck: false,
  isOverlined: false,
  isProtected: false,
  link: '',
};

const STYLE_KEYS = Object.keys(PLAIN_STYLE) as readonly (keyof CellStyle)[];

export const isSameStyle = (a: CellStyle, b: CellStyle): boolean => a === b || STYLE_KEYS.every((key) => a[key] === b[key]);

/** Whether a blank cell of the style shows nothing but a background: no line through it, under or over it. */
export const isBackgroundOnly = ({ isInverse, underline, isStruck, isOverlined, isProtected, link }: CellStyle): boolean =>
  !isInverse && underline === 0 && !isStruck && !isOverlined && !isProtected && link === '';

/** What a blank cell of the style shows. */
export const blankStyle = (style: CellStyle): CellStyle =>
  isBackgroundOnly(style)
    ? { ...PLAIN_STYLE, background: style.background }
    : { ...style, isBold: false, isItalic: false, isBlinking: false };

/**
 * Sequences that make the pen that style, whatever it was. Colours of underlines are written with colons: terminals
 * that do not know them take what follows a semicolon for attributes.
 */
export function penText(style: CellStyle): string {
  const { foreground, background, underline, underlineColour } = style;
  const parameters = ['0'];
  const add = (applies: boolean, parameter: string): void => {
    if (applies) parameters.push(parameter);
  };
  add(style.isBold, '1');
  add(style.isFaint, '2');
  add(style.isItalic, '3');
  add(underline > 0, underline === 1 ? '4' : `4:${underline}`);
  add(style.isBlinking, '5');
  add(style.isInverse, '7');
  add(style.isHidden, '8');
  add(style.isStruck, '9');
  add(style.isOverlined, '53');
  add(foreground !== OWN_COLOUR, colourParameters(foreground, 30, 90, '38'));
  add(background !== OWN_COLOUR, colourParameters(background, 40, 100, '48'));
  add(
    underlineColour !== OWN_COLOUR,
    underlineColour >= RGB_COLOUR ? `58:2::${rgb(underlineColour).join(':')}` : `58:5:${underlineColour}`,
  );
  return `\x1b[${parameters.join(';')}m`;
}

/**
 * What makes the pen `to`, after it was made `from` in the same way. Protection is said again after each change, since
 * there are terminals that end it with the rest.
 */
export function styleChange(from: CellStyle, to: CellStyle): string {
  if (isSameStyle(from, to)) return '';
  const protection = to.isProtected ? '\x1b[1"q' : from.isProtected ? '\x1b[0"q' : '';
  const link = from.link === to.link ? '' : `\x1b]8;${to.link === '' ? ';' : to.link}\x1b\\`;
  return penText(to) + protection + link;
}

function colourParameters(colour: CellColour, normal: number, bright: number, extended: string): string {
  if (colour >= RGB_COLOUR) return `${extended};2;${rgb(colour).join(';')}`;
  if (colour < 8) return String(normal + colour);
  return colour < 16 ? String(bright + colour - 8) : `${extended};5;${colour}`;
}

const rgb = (colour: CellColour): readonly number[] => [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff];
