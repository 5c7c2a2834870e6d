import { formName } from '#models/catalogue/form.ts'
import type { Body, Due, Obligation, OpenParameter, Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'
import { deadlineWords } from '#models/plans/tasks.ts'
import { writeDate } from '#sources/vocabulary/date.ts'
import { goalWords, parameterWords, windowWords, within } from '../words.ts'
import {
  committeeWords,
  familyWords,
  formNumber,
  paceWords,
  standingWords,
  whenWords,
  windowStatusWords,
  catalogueWords as words,
} from '../words-catalogue.ts'
import {
  type Article,
  code,
  facts,
  joined,
  type Line,
  list,
  section,
  table,
  text,
} from './article.ts'
import { sendersOf } from './form.ts'
import { planNumber } from './indicator.ts'

/** A plan: what its text says clause by clause, the province's schedule beside it, and what the text leaves open. */
export function planArticle(plan: Plan): Article {
  const { document, windows } = plan
  return {
    path: `plans/${plan.id}`,
    title: `${planNumber(plan)}: ${document.title}`,
    blocks: [
      facts([
        [words.code, code(plan.id)],
        ['Cơ quan ban hành', document.issuer],
        [
          'Ngày, nơi ban hành',
          `${document.place}, ${document.date === null ? (document.asWritten?.date ?? words.unstated) : writeDate(document.date)}`,
        ],
        [
          'Người ký',
          document.signer === null
            ? words.unstated
            : `${document.signer.title} ${document.signer.name}`,
        ],
        ['Đơn vị hành chính', `theo danh mục ngày ${writeDate(plan.unitsOn)}`],
        ['Năm theo dõi', plan.years.join(', ')],
        ['UBND báo cáo', committeeWords[plan.committees]],
        [
          'Kỳ số liệu',
          `${familyWords[windows.family]} – ${windowStatusWords[windows.status]}. ${windows.reason}`,
        ],
        ['Chu kỳ báo cáo', paceWords[windows.cycle]],
      ]),
    ],
    sections: [
      ...section('Căn cứ', [list(document.bases)]),
      ...section('Đợt rà soát', [
        list(
          (windows.reviews ?? []).map(
            ({ window, words: what, clause }) => `${windowWords(window)}: ${what} (${clause})`,
          ),
        ),
      ]),
      ...section('Đối tượng', [
        list(plan.populations.map((each) => `${each.words} (mục ${each.clause})`)),
      ]),
      ...section('Chỉ tiêu', [
        table(
          ['Chỉ tiêu', 'Mục', 'Nội dung', 'Mức', 'Chỉ số và tham số', 'Xét ở'],
          plan.targets.map(targetRow),
        ),
      ]),
      ...section('Chỉ tiêu không có con số', [
        table(
          ['Mã', 'Mục', 'Nội dung'],
          plan.qualitative.map(({ id, clause, statement }) => [id, clause, statement]),
        ),
      ]),
      ...section('Nghĩa vụ báo cáo theo Kế hoạch', [
        table(
          ['Mã', 'Mục', 'Nội dung', 'Ai gửi', 'Gửi ai', 'Biểu', 'Thời hạn'],
          plan.obligations.map((each) => obligationRow(each, plan)),
        ),
      ]),
      ...section('Lịch thu thập của tỉnh', [
        text('Do tỉnh đặt ra để có số liệu; không phải lời của Kế hoạch.'),
        table(
          ['Biểu', 'Ai gửi', 'Kỳ', 'Trước ngày', 'Căn cứ'],
          plan.collection.map((line) => [
            formLink(line.form),
            sendersOf(line.by, plan),
            paceWords[line.every],
            `${line.beforeDay} của tháng chốt kỳ`,
            line.reference,
          ]),
        ),
      ]),
      ...section('Biểu nhận khi được gửi', [
        list(plan.taken.map(({ form, by }) => [formLink(form), `: ${sendersOf(by, plan)}`])),
      ]),
      ...section('Nội dung Kế hoạch để ngỏ', [
        table(
          ['Tham số', 'Đang chọn', 'Có thể chọn', 'Chỉ tiêu', 'Mục', 'Lý do'],
          plan.openParameters.map(openRow),
        ),
      ]),
      ...section('Phân công trách nhiệm', [
        table(['Mục', 'Cơ quan', 'Báo cáo', 'Nhiệm vụ', 'Thời hạn'], plan.bodies.flatMap(bodyRows)),
      ]),
    ],
  }
}

function targetRow(target: Target): readonly Line[] {
  const { indicator, definition } = target
  const how = parameterWords(definition.parameters, indicator.id)
  return [
    target.id,
    target.clause,
    target.statement,
    [
      goalWords(target),
      ...(target.striving ? ['; phấn đấu'] : []),
      ...(target.deadline.kind === 'roadmap' ? [`; theo lộ trình của ${target.deadline.of}`] : []),
      ...(target.duty ? ['; đếm đủ đến hết năm'] : []),
    ],
    [
      { text: indicator.id, to: `indicators/${indicator.id}` },
      ...(how === '' ? [] : [`: ${within(how)}`]),
    ],
    [target.level, ...target.alsoAt].map((level) => levelWords[level] ?? level).join(', '),
  ]
}

const levelWords: Readonly<Record<string, string>> = {
  province: 'tỉnh',
  district: 'huyện',
  commune: 'xã',
}

function obligationRow(of: Obligation, plan: Plan): readonly Line[] {
  const except = of.except.length === 0 ? '' : `; trừ ${sendersOf(of.except, plan)}`
  return [
    code(of.id),
    of.clause,
    of.what,
    `${sendersOf(of.who, plan)}${except}`,
    of.to ?? words.unstated,
    joined(of.forms.map(formLink), ', '),
    of.dues.length === 0 ? whenWords[of.when ?? 'unstated'] : of.dues.map(dueWords).join('; '),
  ]
}

function dueWords({ window, foldedInto, cutOff, before, within: month }: Due): string {
  const of =
    window === null
      ? []
      : [
          `${windowWords(window)}${foldedInto === undefined ? '' : `, lồng vào ${windowWords(foldedInto)}`}`,
        ]
  const cut = cutOff === null ? [] : [`số liệu đến ${writeDate(cutOff)}`]
  const day =
    month === undefined ? `trước ngày ${writeDate(before)}` : `trong ${within(windowWords(month))}`
  return [...of, ...cut, day].join(', ')
}

function openRow(of: OpenParameter): readonly Line[] {
  return [
    code(of.name),
    code(of.chosen),
    joined(of.instead.map(code), ', '),
    movedBy(of),
    of.clause,
    of.reason,
  ]
}

/** What a choice moves: targets, and figures that no target asks for. */
function movedBy({ targets, indicators = [] }: OpenParameter): Line {
  if (targets.length + indicators.length === 0) return 'tất cả'
  const links = indicators.map((id): Line => ({ text: id, to: `indicators/${id}` }))
  return joined([...targets, ...links], ', ')
}

function bodyRows({
  name,
  clause,
  standing,
  tasks,
  reportsAs,
}: Body): readonly (readonly Line[])[] {
  const how = reportsAs === 'nobody' ? 'không báo cáo riêng' : standingWords[standing]
  return tasks.map((task, at) => [
    task.id,
    at === 0 ? `${name} (mục ${clause})` : null,
    at === 0 ? how : null,
    task.text,
    deadlineWords(task.deadline),
  ])
}

function formLink(id: Plan['collection'][number]['form']): Line {
  return { text: formNumber(formName(id).number), to: `forms/${id}` }
}
