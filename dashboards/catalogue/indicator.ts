import { choicesOf, type IndicatorFacts, type Way } from '#models/catalogue/indicator.ts'
import { basisOf } from '#models/indicators/indicator.ts'
import type { Plan } from '#models/plans/plan.ts'
import { capital, parameterWords } from '../words.ts'
import {
  basisWords,
  betterWords,
  finestWords,
  levels,
  sensitivityWords,
  themeWords,
  catalogueWords as words,
} from '../words-catalogue.ts'
import {
  type Article,
  type Block,
  code,
  facts,
  type Line,
  section,
  table,
  text,
} from './article.ts'
import { alike, headingOf, usersOf, wayBlocks } from './way.ts'

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
