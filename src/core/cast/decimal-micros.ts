/**
 * The microseconds of a JSON number of seconds, rounded half up from its digits: a double would already have rounded
 * once, so that 0.0000005 and its neighbours could fall to either side (plan-format §1).
 *
 * A negative number has its magnitude rounded. Beyond what a double holds the result is infinite.
 */
export function decimalMicros(numberText: string): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(numberText);
  if (match === null) throw new SyntaxError(`not a JSON number: ${numberText}`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return 0;
  const leadingZeros = whole.length + fraction.length - digits.length;
  // How many of the digits stand before the point once the number is in microseconds.
  const point = whole.length - leadingZeros + Number(exponent) + 6;
  const magnitude = point < 0 ? 0 : point > 400 ? Number.POSITIVE_INFINITY : roundedAt(digits, point);
  return sign === '-' ? 0 - magnitude : magnitude;
}

function roundedAt(digits: string, point: number): number {
  const whole = Number(digits.slice(0, point).padEnd(point, '0'));
  return (digits[point] ?? '0') >= '5' ? whole + 1 : whole;
}
