import type { Command } from 'commander'
import { calendarDate } from '#sources/vocabulary/date.ts'
import type { Answer, Context } from './command.ts'
import { WINDOW_HELP } from './windows.ts'

/** The steps of a document that is issued; without one of them a draft is made. */
export function addIssue(
  program: Command,
  context: () => Context,
  say: (said: Answer) => void,
): void {
  const issue = program
    .command('issue')
    .description('freeze the figures of a window and issue them')
  const step = (name: string, what: string, isDefault = false) =>
    issue
      .command(name, { isDefault })
      .description(what)
      .option('--plan <id>', 'the plan of this site')
      .requiredOption('--window <window>', WINDOW_HELP)
  const act = (name: string, what: string, isDefault = false) =>
    step(name, what, isDefault).option('--actor <name>', 'who does it')
  act('draft', 'freeze what the current generation says of a closed window', true)
    .option('--reason <text>', 'why it takes the place of what was submitted or approved')
    .action(async (options) =>
      say(await (await import('./issue.ts')).issueDraft(context(), options)),
    )
  act('submit', 'hand the draft over for approval').action(async (options) =>
    say(await (await import('./issue-steps.ts')).issueSubmit(context(), options)),
  )
  act('approve', 'approve what was submitted').action(async (options) =>
    say(await (await import('./issue-steps.ts')).issueApprove(context(), options)),
  )
  act('sign', 'enter the signed document: it is issued by that')
    .requiredOption('--number <number>', 'as it stands on the document: 12/BC-CAT')
    .requiredOption('--date <day>', 'on which it was signed (YYYY-MM-DD)', (text) =>
      calendarDate(text),
    )
    .requiredOption('--signer <name>', 'who signed it')
    .action(async (options) =>
      say(await (await import('./issue-steps.ts')).issueSign(context(), options)),
    )
  act('correct', 'begin the corrected edition of what was issued, as a draft')
    .requiredOption('--reason <text>', 'why; it is kept')
    .action(async (options) =>
      say(await (await import('./issue.ts')).issueCorrect(context(), options)),
    )
  issue
    .command('list')
    .description('every document of the plan')
    .option('--plan <id>', 'of another plan')
    .action(async (options) =>
      say(await (await import('./issued-documents.ts')).issueList(context(), options)),
    )
  step('show', 'the steps of a document and its frozen files')
    .option('--document <n>', 'the newest when left out')
    .action(async (options) =>
      say(await (await import('./issued-documents.ts')).issueShow(context(), options)),
    )
}
