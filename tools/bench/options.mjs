// What the bench may be told on the command line.

/**
 * @typedef {object} Options
 * @property {number} people how many invented people the database holds
 * @property {number} seconds how long one server is asked in one round
 * @property {number} rounds how often both servers take turns; the median round counts
 * @property {readonly string[]} only names of scenarios; empty means all
 * @property {string | undefined} data keeps the database in this folder and uses it again; otherwise it is thrown away
 * @property {boolean} million also loads 1,000,000 people and compares with the number asked for
 * @property {number} importRows how many rows the imported register has
 */

const NUMBERS = { '--people': 'people', '--seconds': 'seconds', '--rounds': 'rounds', '--import-rows': 'importRows' };

/** @param {readonly string[]} args @returns {Options} */
export const readOptions = (args) => {
  const options = { people: 100_000, seconds: 4, rounds: 3, only: /** @type {string[]} */ ([]), data: /** @type {string | undefined} */ (undefined), million: false, importRows: 10_000 };
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at] ?? '';
    if (name === '--million') options.million = true;
    else {
      at += 1;
      const value = args[at] ?? '';
      const number = NUMBERS[name];
      if (number) options[number] = wholeNumber(name, value);
      else if (name === '--only') options.only = value.split(',');
      else if (name === '--data') options.data = value;
      else throw new Error(`${name} is not an option of the bench. It knows --people, --seconds, --rounds, --import-rows, --only, --data and --million.`);
    }
  }
  return options;
};

/** @param {string} name @param {string} text */
const wholeNumber = (name, text) => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} takes a whole number.`);
  return number;
};
