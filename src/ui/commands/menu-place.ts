interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN_PX = 8;

/** So far under the pointer that it has left what it was on. */
const OVERLAP_PX = 2;

/** Where a menu goes that was opened at a place of the window: below and right of it, else on the side where there is room. */
export function menuPlace(
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  menu: Size,
  room: Size,
): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, all: number): number => {
    const isBeyond = at + size > all - MARGIN_PX;
    const start = isBeyond && at - size >= MARGIN_PX ? at - size + OVERLAP_PX : at - OVERLAP_PX;
    return Math.max(MARGIN_PX, Math.min(start, all - MARGIN_PX - size));
  };
  return { left: within(clientX, menu.width, room.width), top: within(clientY, menu.height, room.height) };
}
