import { Command, CommanderError, Option } from 'commander'
import { calendarDate } from '#sources/vocabulary/date.ts'
import { addAlertSending } from './commands/alert-sending-line.ts'
import { addAlerts } from './commands/alerts-line.ts'
import type { Answer, Context } from './commands/command.ts'
import { addIssue } from './commands/issue-line.ts'
import type { TemplateOptions } from './commands/template.ts'
import { UsageError } from './commands/usage.ts'
import { WINDOW_HELP } from './commands/windows.ts'
import type { WorkbooksOptions } from './commands/workbooks.ts'
import { defaultEffects, type Effects } from './effects.ts'
import { isHandled, sentenceOf } from './mistakes.ts'
import { siteOf } from './site.ts'
import { terminalProgress } from './terminal.ts'
import { codeVersion } from './version.ts'

/** What a verb needs of the outside; tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly effects: () => Effects
}

const EXIT = { done: 0, failed: 1, usage: 2 } as const

/** Runs one command line; gives the exit code: 0 done, 1 a handled failure, 2 wrong usage or a mistake of ours. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = EXIT.done
  const program = programOf(terminal, (answered) => {
    code = answered
  })
  try {
    await program.parseAsync(argv as string[], { from: 'user' })
    return code
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.done : EXIT.usage
    const error = cause as Error
    process.stderr.write(`${sentenceOf(error)}\n`)
    return isUsage(error) || !isHandled(error) ? EXIT.usage : EXIT.failed
  }
}

/** An id, window or day that means nothing is the caller's. */
function isUsage(error: Error): boolean {
  return error instanceof UsageError || error instanceof RangeError
}

function programOf(terminal: Terminal, ended: (code: number) => void): Command {
  const program = new Command('hoanhap')
    .description(
      'From the workbooks of communes and agencies to the leadership page of a reintegration plan.',
    )
    .version(codeVersion)
    .option('--data <folder>', 'data folder', 'data')
    .option('--json', 'print one JSON document on stdout')
    .exitOverride()
  const context = (): Context => ({
    site: siteOf(program.opts<{ data: string }>().data),
    effects: terminal.effects(),
  })
  const say = ({ json, text, ok }: Answer) => {
    terminal.out(program.opts<{ json?: true }>().json ? JSON.stringify(json, null, 2) : text)
    ended(ok ? EXIT.done : EXIT.failed)
  }
  const day = (text: string) => calendarDate(text)

  program
    .command('init')
    .description('make keys, data folder, inbox and configuration')
    .action(async () => say(await (await import('./commands/init.ts')).init(context())))
  program
    .command('demo')
    .description('invent a province, deliver its workbooks and do the whole job')
    .option('--folder <folder>', 'where to make it', 'demo')
    .option('--plan <id>', 'which plan it carries out', 'bac-ninh-2026')
    .option('--seed <text>', 'another invention for another seed', 'bac-ninh')
    .option('--province <code>', 'one of the 34 provinces, by code; the plan’s own when left out')
    .option('--communes <n>', 'how many communes; all when left out', numberOf)
    .option('--months <n>', 'how many months of the year have closed, 1 to 12', numberOf)
    .option('--on <day>', 'as which day it is looked at (YYYY-MM-DD)', day)
    .addOption(
      new Option('--size <size>', 'persons per commune').choices(['tiny', 'small', 'full']),
    )
    .action(async (options) =>
      say(
        await (await import('./commands/demo.ts')).demo({ effects: terminal.effects() }, options),
      ),
    )
  program
    .command('run')
    .description('take in, read, measure, judge and publish')
    .action(async () => say(await (await import('./commands/run.ts')).run(context())))
  for (const [verb, what] of [
    ['pull', 'take in what lies at the connectors and read it'],
    ['build', 'make a generation of what is known, and its alerts'],
    ['publish', 'make the pages of the current generation'],
  ] as const) {
    program
      .command(verb)
      .description(what)
      .action(async () => say(await (await import('./commands/jobs.ts'))[verb](context())))
  }
  program
    .command('check')
    .description('read a file as the job would, and store nothing')
    .argument('<file>')
    .option('--on <day>', 'as if received on this day (YYYY-MM-DD)', day)
    .action(async (file, options) =>
      say(await (await import('./commands/check.ts')).check(context(), file, options)),
    )
  program
    .command('feedback')
    .description('write the answer to a file: the workbook back with its bad cells marked')
    .argument('<what>', 'number on the feedback of a file received, or a file on disk')
    .requiredOption('-o, --out <file>', 'the .xlsx to write')
    .option('--on <day>', 'a file on disk as if received on this day (YYYY-MM-DD)', day)
    .action(async (what, options) =>
      say(await (await import('./commands/feedback.ts')).feedback(context(), what, options)),
    )
  program
    .command('template')
    .description(
      'write the blank workbook of forms, or everybody’s workbook of a window, filled in from the last one',
    )
    .argument('[form...]')
    .requiredOption('-o, --out <path>', 'the .xlsx to write; with --all a folder of its own')
    .option('--all', 'one workbook for each reporter that owes anything for the window')
    .option('--reporter <id>', 'police:07210, committee:07210, agency:…, facility:…')
    .option('--window <window>', WINDOW_HELP)
    .option('--plan <id>', 'with --all: another plan than the configured one')
    .option('--actor <name>', 'with --all: who has them made')
    .action(async (ids, options) => say(await templates(context(), ids, options)))
  const numbered = 'number on the feedback of its file; with /FORM where the file holds several'
  program
    .command('accept')
    .description('show what a held replacement changes; with a reason, let it count')
    .argument('<receipt>', numbered)
    .option('--reason <text>', 'why; it is kept')
    .option('--actor <name>', 'who decides')
    .action(async (receipt, options) =>
      say(await (await import('./commands/decide.ts')).accept(context(), receipt, options)),
    )
  program
    .command('withdraw')
    .description('take a submission back')
    .argument('<receipt>', numbered)
    .requiredOption('--reason <text>', 'why; it is kept')
    .option('--actor <name>', 'who decides')
    .action(async (receipt, options) =>
      say(await (await import('./commands/decide.ts')).withdraw(context(), receipt, options)),
    )
  program
    .command('assign')
    .description('say whose report a file is, for which window, on which form')
    .argument('<receipt>', 'number on the feedback of its file; with /FORM where it holds several')
    .option('--reporter <id>', 'police:07210, committee:07210, agency:…, facility:…')
    .option('--window <window>', WINDOW_HELP)
    .option('--form <form>', 'for a file in which no form was found')
    .requiredOption('--reason <text>', 'why; it is kept')
    .option('--actor <name>', 'who decides')
    .action(async (receipt, options) =>
      say(await (await import('./commands/assign.ts')).assign(context(), receipt, options)),
    )
  program
    .command('correct')
    .description('enter a correction given by telephone as a submission of its own')
    .argument('<receipt>', 'number on the feedback of its file; with /FORM where it holds several')
    .option('--cell <cell>', 'F12, or 12/sex for row 12 of a file without cells')
    .option('--value <text>', 'what that cell says')
    .option('--set <cell=value>', 'the same for one more cell', listOf)
    .requiredOption('--reason <text>', 'why and by whom; it is kept')
    .option('--actor <name>', 'who enters it')
    .action(async (receipt, options) =>
      say(await (await import('./commands/correct.ts')).correct(context(), receipt, options)),
    )
  program
    .command('extend')
    .description('give a reporter more time for one report')
    .argument('<form>')
    .requiredOption('--reporter <id>', 'police:07210, committee:07210, agency:…, facility:…')
    .requiredOption('--window <window>', WINDOW_HELP)
    .requiredOption('--until <day>', 'last day on which it is in time (YYYY-MM-DD)', day)
    .requiredOption('--reason <text>', 'why; it is kept')
    .option('--actor <name>', 'who decides')
    .action(async (form, options) =>
      say(await (await import('./commands/extend.ts')).extend(context(), form, options)),
    )
  program
    .command('status')
    .description('the targets, what is missing, what the figures were made from')
    .option('--changes', 'what reads otherwise than when it was issued, and by which submissions')
    .option('--as-of <day>', 'as known at the end of a day (YYYY-MM-DD)', day)
    .action(async ({ changes, ...options }) =>
      say(
        changes === true
          ? await (await import('./commands/changes.ts')).statusChanges(context(), options)
          : await (await import('./commands/status.ts')).status(context(), options),
      ),
    )
  program
    .command('explain')
    .description('the submissions, sheets, rows and cells behind a figure')
    .argument('<indicator>')
    .requiredOption('--unit <code>', 'code of a commune, a district or the province')
    .requiredOption('--window <window>', WINDOW_HELP)
    .option(
      '--with <name=value>',
      'of the figure’s twins the one so measured: basis=tally, who=tt10',
      listOf,
    )
    .option('--form <form>', 'for figures about reports of a form')
    .option('--as-of <day>', 'as known at the end of a day (YYYY-MM-DD)', day)
    .action(async (indicator, options) =>
      say(
        await (await import('./commands/explain.ts')).explainFigure(context(), indicator, options),
      ),
    )
  program
    .command('dump')
    .description('values, verdicts and conditions as canonical JSON lines')
    .option('--as-of <day>', 'as known at the end of a day (YYYY-MM-DD)', day)
    .addOption(new Option('--hash', 'only the SHA-256 of the lines'))
    .action(async (options) =>
      say(await (await import('./commands/dump.ts')).dumpLines(context(), options)),
    )
  addAlertSending(addAlerts(program, context, say), context, say)
  addIssue(program, context, say)
  program
    .command('doctor')
    .description('what is wrong, and what mends it; changes nothing')
    .option('--full', 'also read everything: vault, parsed files, generations, and compare them')
    .action(async (options) =>
      say(await (await import('./commands/doctor.ts')).doctor(context(), options)),
    )
  const contacts = program.command('contacts').description('to whom answers and alerts are sent')
  contacts
    .command('list')
    .description('those valid now')
    .option('--all', 'also those that ended or are to come')
    .action(async (options) =>
      say(await (await import('./commands/contacts.ts')).contactList(context(), options)),
    )
  contacts
    .command('add')
    .description('enter one, of a reporter or a role')
    .option('--reporter <id>', 'police:07210, committee:07210, agency:…, facility:…')
    .option('--role <role>', 'analyst, leadership, ministry, operator')
    .requiredOption('--channel <channel>', 'email, phone, webhook')
    .requiredOption('--address <address>', 'where to')
    .option('--from <day>', 'valid from this day on (YYYY-MM-DD); today when left out', day)
    .option('--actor <name>', 'who enters it')
    .action(async (options) =>
      say(await (await import('./commands/contacts.ts')).contactAdd(context(), options)),
    )
  contacts
    .command('end')
    .description('end one; it is kept in the ledger')
    .argument('<id>', 'its number', numberOf)
    .option('--on <day>', 'first day without it (YYYY-MM-DD); today when left out', day)
    .option('--actor <name>', 'who ends it')
    .action(async (id, options) =>
      say(await (await import('./commands/contacts.ts')).contactEnd(context(), id, options)),
    )
  contacts
    .command('import')
    .description('enter those of a CSV file, all or none')
    .argument('<file>', 'its first line names the columns: reporter,role,channel,address,from')
    .option('--actor <name>', 'who enters them')
    .action(async (file, options) =>
      say(await (await import('./commands/contacts.ts')).contactImport(context(), file, options)),
    )
  const key = program.command('key').description('the keys of this installation')
  key
    .command('list')
    .description('ids and ages; no secrets')
    .action(async () => say(await (await import('./commands/key.ts')).keyList(context())))
  key
    .command('rotate')
    .description('new keys in the place of the old, which are destroyed; all when none is named')
    .option('--vault', 're-encrypt what was received')
    .option('--person', 're-pseudonymise by a rebuild; the result hash must stay')
    .option('--sign', 'sign extracts by a new key')
    .option('--actor <name>', 'who does it')
    .action(async (options) =>
      say(await (await import('./commands/key.ts')).keyRotate(context(), options)),
    )
  program
    .command('purge')
    .description('destroy what is held of people whose retention is over; no figure changes')
    .option('--before <day>', 'whose management ended before this day (YYYY-MM-DD)', day)
    .option('--dry-run', 'only say who is due and what would go')
    .option('--reason <text>', 'why; it is kept')
    .option('--actor <name>', 'who decides')
    .action(async (options) =>
      say(await (await import('./commands/purge.ts')).purge(context(), options)),
    )
  program
    .command('rebuild')
    .description('make everything derived again from the vault; the result hash must be the same')
    .option(
      '--as-of <day>',
      'as known at the end of a day (YYYY-MM-DD); the current values stay',
      day,
    )
    .action(async (options) =>
      say(await (await import('./commands/rebuild.ts')).rebuild(context(), options)),
    )
  program
    .command('serve')
    .description('pages on loopback, the job on its schedule')
    .option('--port <port>', 'port on 127.0.0.1', portOf)
    .action(async ({ port }: { port?: number }) => {
      const serving = await (await import('./commands/serve.ts')).serve(context(), port)
      terminal.out(serving.url)
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
      })
      await serving.stop()
    })
  return program
}

function listOf(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text]
}

/** Forms without rows for one file, or with `--all` the workbooks of a window for a folder: one of the two. */
async function templates(
  context: Context,
  ids: readonly string[],
  { all, window, ...options }: TemplateOptions & Omit<WorkbooksOptions, 'window'> & { all?: true },
): Promise<Answer> {
  if (all !== true) {
    if (ids.length === 0) throw new UsageError('name forms, or everybody’s workbook with --all')
    const { template } = await import('./commands/template.ts')
    return template(context, ids, { ...options, ...(window !== undefined && { window }) })
  }
  if (ids.length > 0) throw new UsageError('with --all the plan says which forms; name none')
  if (window === undefined) throw new UsageError('--all needs --window, by id or in words')
  return (await import('./commands/workbooks.ts')).workbooks(context, { ...options, window })
}

function numberOf(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new UsageError(`'${text}' is no number from 1 on`)
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new UsageError(`'${text}' is no port; ports are 0 to 65535, 0 for any that is free`)
}

/** The process itself: stdout for the answer, stderr for logs and progress. */
export const processTerminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  effects: () => ({ ...defaultEffects(), progress: terminalProgress(process.stderr) }),
}
