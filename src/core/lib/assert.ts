/** For the last branch of an exhaustive switch: a union that grows makes the compiler list every place to visit. */
export function assertNever(value: never): never {
  throw new RangeError(`unexpected value: ${JSON.stringify(value)}`);
}
