import type { Command } from 'commander'
import type { Answer, Context } from './command.ts'

/** What leaves: messages that are due, and a test. */
export function addAlertSending(
  alerts: Command,
  context: () => Context,
  say: (said: Answer) => void,
): void {
  alerts
    .command('send')
    .description('send what is due now')
    .option('--again', 'also what was given up, from the beginning')
    .option('--actor <name>', 'with --again: who has it sent')
    .action(async (options) =>
      say(await (await import('./alert-sending.ts')).alertsSend(context(), options)),
    )
  alerts
    .command('test')
    .description('send one test message at once and print what the other side says')
    .option('--to <whom>', 'number of a contact, or an address; every operator when left out')
    .action(async (options) =>
      say(await (await import('./alert-sending.ts')).alertsTest(context(), options)),
    )
}
