import { formName } from '#models/catalogue/form.ts'
import type { Body, Due, Obligation, OpenParameter, Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'
import { deadlineWords } from '#models/plans/tasks.ts'
import { writeDate } from '#sources/vocabulary/date.ts'
import { goalWords, parameterWords, windowWords, within } from '../words.ts'
import { formNumber, catalogueWords as words } from '../words-catalogue.ts'
import { standingWords, whenWords } from '../words-plans.ts'
import { code, joined, type Line } from './article.ts'
import { sendersOf } from './form.ts'

/** A target: clause, promise, goal, indicator with its choices. */
export function targetRow(target: Target): readonly Line[] {
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

/** What the text obliges whom to send, and by when. */
export function obligationRow(of: Obligation, plan: Plan): readonly Line[] {
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
          foldedInto === undefined || !window.includes('-Q')
            ? windowWords(foldedInto ?? window)
            : `${windowWords(window)}, lồng vào ${windowWords(foldedInto)}`,
        ]
  const cut = cutOff === null ? [] : [`số liệu đến ${writeDate(cutOff)}`]
  const day =
    month === undefined ? `trước ngày ${writeDate(before)}` : `trong ${within(windowWords(month))}`
  return [...of, ...cut, day].join(', ')
}

/** What the text leaves open, what was chosen, and why. */
export function openRow(of: OpenParameter): readonly Line[] {
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

/** The sections of its reports, by who writes them. */
export function outlineRows({ narrative, bodies }: Plan): readonly (readonly Line[])[] {
  return Object.entries(narrative?.sections ?? {}).flatMap(([slug, sections]) => {
    const who =
      bodies.find((body) => body.slug === slug)?.name ?? (slug === 'all' ? words.all : slug)
    return sections.map(({ section, title, review }, at) => [
      at === 0 ? who : null,
      section,
      title,
      review === undefined ? null : windowWords(review),
    ])
  })
}

/** The tasks of a body, its name on the first. */
export function bodyRows({
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

/** A link to a form by its number. */
export function formLink(id: Plan['collection'][number]['form']): Line {
  return { text: formNumber(formName(id).number), to: `forms/${id}` }
}
