/** The colours that canvases are drawn with: the theme's tokens, or system colours where the user has forced those. */
export interface Palette {
  readonly ground: string;
  readonly panel: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textSecondary: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly cut: string;
  readonly cutSoft: string;
  readonly hold: string;
  readonly marker: string;
  readonly activity: string;
  readonly input: string;
  readonly waiting: string;
  readonly kindWaiting: string;
  readonly kindTyping: string;
  readonly kindScrolling: string;
  readonly kindReading: string;
  readonly font: string;
}

const FORCED: Omit<Palette, 'font'> = {
  ground: 'Canvas',
  panel: 'Canvas',
  lineStrong: 'GrayText',
  text: 'CanvasText',
  textSecondary: 'CanvasText',
  accent: 'Highlight',
  accentSoft: 'transparent',
  cut: 'CanvasText',
  cutSoft: 'transparent',
  hold: 'CanvasText',
  marker: 'LinkText',
  activity: 'CanvasText',
  input: 'Highlight',
  waiting: 'transparent',
  kindWaiting: 'GrayText',
  kindTyping: 'CanvasText',
  kindScrolling: 'CanvasText',
  kindReading: 'CanvasText',
};

const forcedColors = () => window.matchMedia('(forced-colors: active)');
const moreContrast = () => window.matchMedia('(prefers-contrast: more)');
const darkScheme = () => window.matchMedia('(prefers-color-scheme: dark)');

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const font = style.fontFamily;
  if (forcedColors().matches) return { ...FORCED, font };
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ground: token('--ground'),
    panel: token('--panel'),
    lineStrong: token('--line-strong'),
    text: token('--text'),
    textSecondary: token('--text-secondary'),
    accent: token('--accent'),
    accentSoft: token('--accent-soft'),
    cut: token('--cut'),
    cutSoft: token('--cut-soft'),
    hold: token('--hold'),
    marker: token('--marker'),
    activity: token('--activity'),
    input: token('--input'),
    waiting: token('--waiting'),
    kindWaiting: token('--kind-waiting'),
    kindTyping: token('--kind-typing'),
    kindScrolling: token('--kind-scrolling'),
    kindReading: token('--kind-reading'),
    font,
  };
}

/** Calls back when the colours may have changed: the system's scheme, its contrast, forced colours. Answers how to stop. */
export function watchPalette(changed: () => void): () => void {
  const queries = [forcedColors(), moreContrast(), darkScheme()];
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
