import { chmod } from 'node:fs/promises'
import { presetRowsOf } from '#models/plans/preset-rows.ts'
import { formById, forms } from '#sources/forms/index.ts'
import { blankWorkbook } from '#sources/workbooks/template.ts'
import { writeDurably } from '../files.ts'
import { reporterOf } from '../reporter-of.ts'
import { settingOf } from '../station.ts'
import { type Answer, answer, type Context } from './command.ts'
import { UsageError } from './usage.ts'
import { windowSaid } from './windows.ts'
import { unknownReporter } from './workbooks.ts'

export interface TemplateOptions {
  readonly out: string
  readonly reporter?: string
  readonly window?: string
}

/** Writes the blank workbook of one or more forms, with sender, its tasks by the plan, and window filled in when they are given. */
export async function template(
  { site }: Context,
  ids: readonly string[],
  options: TemplateOptions,
): Promise<Answer> {
  const setting = await settingOf(site)
  const wanted = ids.map((id) => {
    const form = formById(id)
    if (form !== undefined) return form
    throw new UsageError(
      `form '${id}' is unknown; known are ${forms.map((known) => known.id).join(', ')}`,
    )
  })
  const window = options.window === undefined ? undefined : windowSaid(options.window, setting.plan)
  const reporter = reporterOf(setting.reporters, options.reporter, window?.id)
  if (options.reporter !== undefined && reporter === undefined) {
    throw unknownReporter(options.reporter)
  }
  const unit = reporter === undefined ? undefined : setting.places.byId(reporter.unitId)
  const bytes = await blankWorkbook({
    forms: wanted,
    rows: reporter === undefined ? {} : presetRowsOf(setting.plan, reporter, window?.id),
    plan: { number: setting.plan.document.number ?? '', title: setting.plan.document.title },
    ...(reporter === undefined ? {} : { reporter }),
    ...(unit === undefined ? {} : { unit }),
    ...(window === undefined ? {} : { window }),
  })
  await writeDurably(options.out, bytes)
  await chmod(options.out, 0o644)
  return answer(
    { path: options.out, forms: wanted.map(({ id }) => id), bytes: bytes.length },
    options.out,
  )
}
