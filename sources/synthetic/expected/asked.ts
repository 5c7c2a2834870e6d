/** A figure that is asked for: an indicator with all of its choices, `{ of: 'in-need', who: 'plan', basis: 'register' }`. */
export interface Asked {
  readonly indicator: string
  readonly parameters: Choices
}

export type Choices = Readonly<Record<string, string>>

/** The choice made, as one of those that are counted here; a RangeError that lists them for any other. */
export function choice<T extends string>(
  parameters: Choices,
  name: string,
  ...known: readonly T[]
): T {
  const chosen = parameters[name]
  const found = known.find((one) => one === chosen)
  if (found === undefined)
    throw new RangeError(
      `nobody knows how to count ${name} '${chosen}'; known: ${known.join(', ')}`,
    )
  return found
}
