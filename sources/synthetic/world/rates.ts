/**
 * True rates of a province that is to be met again and again with other luck: given, each person's fate is drawn by itself; left out, the
 * usual ones hold, and prosecutions are planted evenly over the year, as many as their rate says.
 */
export interface Rates {
  /** Prosecutions per 10,000 persons and year. */
  readonly prosecuted?: number
  /** Of a hundred who were home before the year, how many have stable work. */
  readonly stable?: number
  /** Of a hundred who come home in the year and can work, how many find work. */
  readonly placed?: number
}
