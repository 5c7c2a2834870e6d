import { formName } from '#models/catalogue/form.ts'
import {
  choicesOf,
  type IndicatorFacts,
  type MeasureFacts,
  type Way,
} from '#models/catalogue/indicator.ts'
import { basisOf } from '#models/indicators/indicator.ts'
import type { Plan } from '#models/plans/plan.ts'
import { capital, parameterWords, within } from '../words.ts'
import {
  basisWords,
  betterWords,
  finestWords,
  formNumber,
  fromWords,
  levels,
  modeWords,
  paceWords,
  sensitivityWords,
  themeWords,
  catalogueWords as words,
} from '../words-catalogue.ts'
import {
  type Article,
  type Block,
  code,
  facts,
  joined,
  type Line,
  list,
  section,
  sql,
  table,
  text,
} from './article.ts'
import { populationName } from './population.ts'
import { readableSql } from './sql.ts'

/** What an indicator counts, whom, from what, and which plan reads it how. */
export function indicatorArticle(of: IndicatorFacts, plans: readonly Plan[]): Article {
  const { indicator, ways } = of
  const groups = alike(ways)
  return {
    path: `indicators/${indicator.id}`,
    title: indicator.title,
    blocks: [
      text(indicator.definition),
      facts([
        [words.code, code(indicator.id)],
        ['Đơn vị đếm', indicator.counted],
        ['Chủ đề', themeWords[indicator.theme]],
        ['Chiều tốt', betterWords[indicator.better]],
        ['Có số ở cấp', levelsOf(ways)],
        ['Kỳ ngắn nhất', finestWords[indicator.finest] ?? indicator.finest],
        ['Cơ sở số liệu', basesOf(ways)],
        ['Là số ước', indicator.estimated ? words.estimated : null],
        ['Là số tiền', indicator.shown === 'amount' ? words.amount : null],
        [
          'Thành chính thức',
          indicator.settlesAfter === undefined ? null : words.settles(indicator.settlesAfter),
        ],
        ['Mức nhạy cảm', capital(sensitivityWords[indicator.sensitivity])],
        ['Căn cứ', indicator.legalBasis],
      ]),
    ],
    sections: [
      ...section(words.choices, parameterBlocks(of)),
      ...groups.flatMap((group, at) => section(headingOf(group, at), wayBlocks(group, plans))),
    ],
  }
}

/** Ways that count alike, whatever their parameters are called: one description serves them. */
function alike(ways: readonly Way[]): readonly (readonly [Way, ...Way[]])[] {
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

function headingOf([first]: readonly [Way, ...Way[]], at: number): string {
  if (at === 0) return words.standard
  const { indicator, parameters } = first.definition
  const changed = Object.entries(parameters).filter(
    ([name, value]) => indicator.parameters[name] !== value,
  )
  return `${words.ways} khác: ${within(parameterWords(Object.fromEntries(changed), indicator.id))}`
}

/** What its figures rest on, the standard way first. */
function basesOf(ways: readonly Way[]): string {
  const bases = new Set(ways.map(({ definition }) => basisWords[basisOf(definition)]))
  return capital([...bases].join('; hoặc '))
}

/** Where values exist: what only the province's own bodies send has no units below. */
function levelsOf([standard]: readonly Way[]): string {
  const sources = standard?.sources ?? []
  const alone = sources.length > 0 && sources.every(({ from }) => from === 'province')
  return alone ? levels.province : levels.all
}

function parameterBlocks(of: IndicatorFacts): readonly Block[] {
  const rows = Object.keys(of.indicator.parameters).flatMap((name) =>
    choicesOf(of, name).map(({ value, ways }, at): readonly Line[] => [
      code(name),
      code(value),
      name === 'form' ? null : parameterWords({ [name]: value }, of.indicator.id),
      at === 0 ? 'mặc định' : null,
      usersOf(ways),
    ]),
  )
  return [table(['Tham số', 'Giá trị', 'Nghĩa', '', 'Chỉ tiêu theo cách này'], rows)]
}

/** `Bắc Ninh 2026 (T02)`: the targets that rest on a way. */
function usersOf(ways: readonly Way[]): Line {
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

/** A link to the plan. */
export function planLink(plan: Plan): { readonly text: string; readonly to: string } {
  return { text: planNumber(plan), to: `plans/${plan.id}` }
}

/** `195/KH-UBND`; where the text leaves the number blank, the plan's id beside what stands there. */
export function planNumber({ id, document }: Plan): string {
  return document.number ?? `${document.asWritten?.number ?? 'chưa ghi số'} (${id})`
}

function wayBlocks(group: readonly [Way, ...Way[]], plans: readonly Plan[]): readonly Block[] {
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
