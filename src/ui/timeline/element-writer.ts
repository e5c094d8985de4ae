/** An element with a class and attributes. */
export function element(tag: string, className: string | undefined, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

export type Writer = ReturnType<typeof createWriter>;

/** Remembers what was written: asking the page costs more than writing, and both are too much for 200 regions a frame. */
export function createWriter() {
  const written = new Map<Element, Map<string, string | number>>();
  function isNew(target: Element, name: string, value: string | number): boolean {
    const values = written.get(target) ?? new Map<string, string | number>();
    written.set(target, values);
    if (values.get(name) === value) return false;
    values.set(name, value);
    return true;
  }
  return {
    attribute(target: Element, name: string, value: string): void {
      if (isNew(target, name, value)) target.setAttribute(name, value);
    },
    number(target: Element, name: string, value: number): void {
      if (isNew(target, name, value)) target.setAttribute(name, String(value));
    },
    style(target: HTMLElement, name: string, value: string): void {
      if (isNew(target, `style ${name}`, value)) target.style.setProperty(name, value);
    },
    text(target: Element, value: string): void {
      if (isNew(target, 'text', value)) target.textContent = value;
    },
  };
}
