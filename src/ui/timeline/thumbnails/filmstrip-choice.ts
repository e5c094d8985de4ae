const KEY = 'castfold.filmstrip';

/** Below that it would take room from what is worked on. */
const ROOMY = '(min-width: 1200px) and (min-height: 700px)';

/** Whether the filmstrip is shown: as it was chosen last, else where the window has room for it. */
export function readFilmstripChoice(): boolean {
  const chosen = storage()?.getItem(KEY);
  return chosen === 'shown' || (chosen !== 'hidden' && window.matchMedia(ROOMY).matches);
}

export function keepFilmstripChoice(isShown: boolean): void {
  try {
    storage()?.setItem(KEY, isShown ? 'shown' : 'hidden');
  } catch (error) {
    // Full, or switched off: then it is as new the next time.
    console.warn('It could not be kept whether the filmstrip is shown.', error);
  }
}

/** Undefined where the browser gives none: it throws on mere reading where all storage is blocked. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch (error) {
    console.warn('This browser keeps nothing for the page.', error);
    return undefined;
  }
}
