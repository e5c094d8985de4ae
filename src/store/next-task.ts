/** Lets the page do what else it has to do, between two slices of long work. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
