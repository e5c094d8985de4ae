/** The result of a part of some work that yields how many of `total` are done, and how far the whole is meanwhile. */
export function* within<Result>(
  part: Generator<number, Result, void>,
  total: number,
  from: number,
  to: number,
): Generator<number, Result, void> {
  let step = part.next();
  for (; !step.done; step = part.next()) yield from + (step.value / total) * (to - from);
  return step.value;
}
