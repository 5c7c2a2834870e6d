/** One-sided levels: a signal (half of the usual two-sided 5 %), and a strong one. */
export const WARN = 0.025
export const ALARM = 0.001
