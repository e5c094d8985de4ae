/** Which item of a menu takes the focus; −1 stands for none so far. Answers undefined where it stays. */
export const nextItem = { byKey, byText };

function byKey(count: number, current: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (current + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
      return current <= 0 ? count - 1 : current - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The next one that begins with what was typed; with one letter again and again, one after the other. */
function byText(labels: readonly string[], current: number, typed: string): number | undefined {
  const text = typed.toLowerCase();
  const isOneLetter = [...text].every((letter) => letter === text[0]);
  const looked = isOneLetter ? (text[0] ?? '') : text;
  const from = isOneLetter ? current + 1 : Math.max(current, 0);
  const found = labels.findIndex((_, step) => labels[(from + step) % labels.length]?.toLowerCase().startsWith(looked));
  return found < 0 ? undefined : (from + found) % labels.length;
}
