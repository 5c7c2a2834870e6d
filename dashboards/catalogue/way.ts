import { formName } from '#models/catalogue/form.ts'
import type { MeasureFacts, Way } from '#models/catalogue/indicator.ts'
import type { Plan } from '#models/plans/plan.ts'
import { parameterWords, within } from '../words.ts'
import {
  formNumber,
  fromWords,
  modeWords,
  paceWords,
  catalogueWords as words,
} from '../words-catalogue.ts'
import { type Block, facts, joined, type Line, list, sql, text } from './article.ts'
import { planLink } from './plan-name.ts'
import { populationName } from './population.ts'
import { readableSql } from './sql.ts'

/** Ways that count alike, whatever their parameters are called: one description serves them. */
export function alike(ways: readonly Way[]): readonly (readonly [Way, ...Way[]])[] {
  const byText = new Map<string, [Way, ...Way[]]>()
  for (const way of ways) {
    const { population, denominator, numerator, sources } = way
    const key = JSON.stringify([population.id, denominator.sql, numerator.sql, sources])
    const group = byText.get(key)
    if (group === undefined) byText.set(key, [way])
    else group.push(way)
  }
  return [...byText.values()]
}

/** `Cách tính mặc định`, or what the way chooses otherwise. */
export function headingOf([first]: readonly [Way, ...Way[]], at: number): string {
  if (at === 0) return words.standard
  const { indicator, parameters } = first.definition
  const changed = Object.entries(parameters).filter(
    ([name, value]) => indicator.parameters[name] !== value,
  )
  return `${words.ways} khác: ${within(parameterWords(Object.fromEntries(changed), indicator.id))}`
}

/** `Bắc Ninh 2026 (T02)`: the targets that rest on a way. */
export function usersOf(ways: readonly Way[]): Line {
  const uses = ways.flatMap((way) => way.uses).filter(({ targets }) => targets.length > 0)
  const plans = [...new Set(uses.map(({ plan }) => plan))]
  return joined(
    plans.map((plan) => {
      const ids = uses
        .filter((use) => use.plan === plan)
        .flatMap(({ targets }) => targets.map(({ id }) => id))
      return [planLink(plan), ` (${ids.join(', ')})`]
    }),
    ', ',
  )
}

/** Whom it looks at, who uses it, both predicates in words and as SQL, and from which reports it comes. */
export function wayBlocks(
  group: readonly [Way, ...Way[]],
  plans: readonly Plan[],
): readonly Block[] {
  const [{ population, denominator, numerator, sources }] = group
  return [
    facts([
      ['Đối tượng', [{ text: populationName(population), to: `populations/${population.id}` }]],
      ['Chỉ tiêu', usersOf(group)],
      ['Theo dõi thêm', followers(group)],
      ['Mẫu số', measureLine(denominator)],
      ['Tử số', measureLine(numerator)],
      ['Cách đếm', denominator.adds || numerator.adds ? words.addedUp : words.numeratorToo],
    ]),
    sql(`-- mẫu số\n${readableSql(denominator.sql)}\n-- tử số\n${readableSql(numerator.sql)}`),
    text(sources.length === 0 ? null : 'Nguồn:'),
    list(
      sources.map((source): Line => {
        const { id, number } = formName(source.form as Parameters<typeof formName>[0])
        return joined(
          [
            [
              { text: formNumber(number), to: `forms/${id}` },
              `, ${modeWords[source.mode]}, ${fromWords[source.from]}`,
            ],
            ...plans.flatMap((plan) => paceIn(plan, id)),
          ],
          '; ',
        )
      }),
    ),
  ]
}

function measureLine({ words: said }: MeasureFacts): Line {
  return said ?? null
}

/** Plans in which the way is measured without a target. */
function followers(group: readonly Way[]): Line {
  const plans = group.flatMap(({ uses }) =>
    uses.filter(({ targets }) => targets.length === 0).map(({ plan }) => plan),
  )
  return joined([...new Set(plans)].map(planLink), ', ')
}

function paceIn(plan: Plan, form: string): readonly Line[] {
  const paces = new Set(
    plan.collection.filter((line) => line.form === form).map(({ every }) => paceWords[every]),
  )
  return paces.size === 0 ? [] : [[planLink(plan), `: ${[...paces].join(', ')}`]]
}
