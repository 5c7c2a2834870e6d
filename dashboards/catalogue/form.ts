import type { ColumnFacts, FormFacts } from '#models/catalogue/form.ts'
import type { Plan } from '#models/plans/plan.ts'
import {
  formNumber,
  kindWords,
  needWords,
  paceWords,
  presetWords,
  sentenceCase,
  storeWords,
  catalogueWords as words,
} from '../words-catalogue.ts'
import { senderWords } from '../words-plans.ts'
import {
  type Article,
  type Block,
  code,
  facts,
  joined,
  type Line,
  list,
  section,
  table,
} from './article.ts'
import { planLink } from './plan-name.ts'

/** A form: who sends it how often, its columns with their rules, and what is checked when it comes. */
export function formArticle(of: FormFacts): Article {
  return {
    path: `forms/${of.id}`,
    title: `${formNumber(of.number)}: ${sentenceCase(of.title)}`,
    blocks: [
      facts([
        [words.code, code(of.id)],
        ['Ghi chú của biểu', of.subtitle],
        ['Đơn vị gửi', of.submittedBy.map((kind) => senderWords(kind)).join(', ')],
        ['Kỳ gửi của biểu', paceWords[of.every]],
        ['Trang tính', of.sheet],
        ['Bảng', code(of.table)],
        ['Phiên bản', String(of.version)],
        ['Mỗi dòng nói về', of.place === null ? 'đơn vị gửi' : `nơi ghi ở cột “${of.place}”`],
        ['Không trùng nhau về', of.key.map((header) => `“${header}”`).join(', ')],
        ['Dòng in sẵn', presetLine(of.preset)],
      ]),
    ],
    sections: [
      ...section(words.asked, [
        list([...of.asked.flatMap(askedLines), ...of.taken.map(takenLine)]),
      ]),
      ...section(words.columns, columnBlocks(of.columns)),
      ...section('Dòng in sẵn', of.preset === null ? [] : [table(of.preset.head, of.preset.rows)]),
      ...section(words.checks, [list(of.checks.map((check) => check ?? null))]),
    ],
  }
}

function presetLine(preset: FormFacts['preset']): string | null {
  if (preset === null) return null
  const n = preset.rows.length === 0 ? '' : `${preset.rows.length} `
  return `${n}${presetWords[preset.kind]}`
}

function askedLines({ plan, lines }: FormFacts['asked'][number]): readonly Line[] {
  return lines.map(({ by, every }) => [
    planLink(plan),
    `: ${sendersOf(by, plan)} gửi ${paceWords[every]}`,
  ])
}

function takenLine({ plan, lines }: FormFacts['taken'][number]): Line {
  const who = lines.map(({ by }) => sendersOf(by, plan)).join(', ')
  return [planLink(plan), `: nhận khi ${who} gửi, không bắt buộc`]
}

/** `UBND, Công an tỉnh`. */
export function sendersOf(by: Plan['collection'][number]['by'], plan: Plan): string {
  return by.map((sender) => senderWords(sender, plan)).join(', ')
}

/** A table for each group of columns. */
function columnBlocks(columns: readonly ColumnFacts[]): readonly Block[] {
  let group: string | null = null
  const rows = columns.map((column): readonly Line[] => {
    const heads = column.group !== null && column.group !== group ? `${column.group}: ` : ''
    group = column.group ?? group
    return [
      `${heads}${column.header}`,
      code(column.field),
      joined(
        [kindWords[column.kind], ...(column.owner === null ? [] : [`${column.owner} ghi`])],
        '; ',
      ),
      needWords[column.need],
      noteOf(column),
      storeWords[column.store],
    ]
  })
  return [table(['Cột', 'Mã', 'Kiểu', 'Cần ghi', 'Giá trị, hướng dẫn', 'Lưu ở'], rows)]
}

function noteOf({ choices, help }: ColumnFacts): Line {
  const values = Object.entries(choices ?? {}).map(
    ([value, label]): Line => [code(value), ` ${label}`],
  )
  return joined(
    [...(values.length === 0 ? [] : [joined(values, '; ')]), ...(help === null ? [] : [help])],
    '. ',
  )
}
