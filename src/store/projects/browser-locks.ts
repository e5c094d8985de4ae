import type { TabLocks } from './ports.ts';

/** The browser's locks, which end with the tab that has them. Where it has none (pages over plain http), nobody else has anything. */
export function browserLocks(): TabLocks {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return { take: async () => () => {}, held: async () => new Set() };
  return {
    take: (name, isForced, onRobbed) =>
      new Promise((answer) => {
        let isHeld = false;
        const hold = (lock: Lock | null): Promise<void> | undefined => {
          if (!lock) {
            answer(undefined);
            return undefined;
          }
          return new Promise((release) => {
            isHeld = true;
            answer(() => {
              isHeld = false;
              release();
            });
          });
        };
        // Once it is held, it is only by robbery that this rejects.
        locks.request(name, isForced ? { steal: true } : { ifAvailable: true }, hold).catch((error: unknown) => {
          if (isHeld) onRobbed();
          else {
            console.warn('The browser gives no locks; whoever opens the same work later is the one that writes.', error);
            answer(() => {});
          }
        });
      }),
    async held() {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])));
    },
  };
}
