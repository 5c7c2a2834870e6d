import { type Command, Option } from 'commander'
import { explainedCauses } from '#models/alerting/cause.ts'
import { rules } from '#models/alerting/condition.ts'
import type { Answer, Context } from './command.ts'

const NO_PERSON = 'at most 500 characters; it stands on pages: name no person'

/** The cases of alerts and what people say of them; gives the group, to which others add their verbs. */
export function addAlerts(
  program: Command,
  context: () => Context,
  say: (said: Answer) => void,
): Command {
  const alerts = program.command('alerts').description('the cases of alerts, and what is done')
  alerts
    .command('list')
    .description('those of a state, most pressing first; reports by reporter')
    .addOption(
      new Option('--state <state>', 'where they stand')
        .choices(['open', 'acked', 'explained', 'resolved', 'all'])
        .default('open'),
    )
    .addOption(new Option('--rule <rule>', 'only those of a rule').choices(rules))
    .option('--unit <code>', 'only those of a commune, a district or the province')
    .action(async (options) =>
      say(await (await import('./alerts.ts')).alertList(context(), options)),
    )
  alerts
    .command('show')
    .description('one with all that happened to it')
    .argument('<case>', 'the beginning of its id')
    .action(async (prefix) => say(await (await import('./alerts.ts')).alertShow(context(), prefix)))
  const act = (name: string, what: string, argument: string) =>
    alerts
      .command(name)
      .description(what)
      .argument(argument, 'the beginning of its id')
      .requiredOption('--note <text>', NO_PERSON)
      .option('--actor <name>', 'who says so')
  act('ack', 'acknowledge cases: somebody looks into them', '<case...>').action(
    async (prefixes, options) =>
      say(await (await import('./alert-acts.ts')).alertAck(context(), prefixes, options)),
  )
  act('explain', 'say what is behind a case', '<case>')
    .addOption(
      new Option('--cause <cause>', 'what was found')
        .choices(explainedCauses)
        .makeOptionMandatory(),
    )
    .action(async (prefix, options) =>
      say(await (await import('./alert-acts.ts')).alertExplain(context(), prefix, options)),
    )
  act('resolve', 'close a case; new evidence opens it again', '<case>').action(
    async (prefix, options) =>
      say(await (await import('./alert-acts.ts')).alertResolve(context(), prefix, options)),
  )
  return alerts
}
