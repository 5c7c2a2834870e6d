import { deskOf, ledgerOf } from '#pipelines/delivery/desk.ts'
import { sendDue } from '#pipelines/delivery/send.ts'
import { noLog } from '#pipelines/effects.ts'
import { siteOf } from '#pipelines/site.ts'
import { settingOf } from '#pipelines/station.ts'

/** Sends what is due on a site as of a moment, and is killed when it is about to enter that it has. */
const [data = '', now = ''] = process.argv.slice(2)
const site = siteOf(data, {})
const clock = () => new Date(now)
const ledger = ledgerOf(site, clock)
let turns = 0
await sendDue(
  deskOf(await settingOf(site), { clock, log: noLog }, async (work) => {
    turns += 1
    if (turns === 2) process.kill(process.pid, 'SIGKILL')
    return ledger(work)
  }),
)
