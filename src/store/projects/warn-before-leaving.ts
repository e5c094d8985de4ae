const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Whether the browser asks before the page is left. */
export function warnBeforeLeaving(isOn: boolean): void {
  if (isOn) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
}
