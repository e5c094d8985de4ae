/**
 * @typedef {object} Figure
 * @property {string} what
 * @property {number} value
 * @property {string} unit
 * @property {number} [budget] absent: for information
 * @property {'at most' | 'at least'} [bound] which side of the budget is good; at most where absent
 */

/** @param {Figure} figure */
const isWithin = ({ value, budget, bound = 'at most' }) =>
  budget === undefined || (bound === 'at most' ? value <= budget : value >= budget);

/**
 * Prints a table; answers whether every budget is kept.
 *
 * @param {string} title
 * @param {readonly Figure[]} figures
 */
export function printFigures(title, figures) {
  console.log(`\n${title}`);
  for (const figure of figures) {
    const { what, value, unit, budget, bound = 'at most' } = figure;
    const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    const limit = budget === undefined ? '' : `${bound} ${budget}`;
    console.log(
      `  ${what.padEnd(62)} ${value.toFixed(digits).padStart(8)} ${unit.padEnd(6)} ${limit.padEnd(13)} ${isWithin(figure) ? '' : 'OVER'}`.trimEnd(),
    );
  }
  return figures.every(isWithin);
}
