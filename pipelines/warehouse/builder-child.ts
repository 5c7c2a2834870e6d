import { planFor } from '#models/plans/index.ts'
import { places, referenceSha, restrictTo } from '#sources/reference/places.ts'
import { extensionsUntil } from '../ledger/extensions.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { sentenceOf } from '../mistakes.ts'
import { inParallel } from '../steps/parallel.ts'
import { type Parsed, readParsed } from '../vault/parsed.ts'
import { build } from './build.ts'
import type { BuildReport, BuildRequest, Preparation } from './builder.ts'
import { resultHash } from './dump.ts'
import { openReadOnly } from './engine.ts'
import { knownSubmissions } from './known.ts'
import { verify } from './verify.ts'

/** Parsed files that were loaded ahead, by name; a name says everything that its content depends on. */
const ahead = new Map<string, Promise<Parsed | null>>()

process.once('disconnect', () => process.exit(1))
process.on('message', (message: Preparation | BuildRequest) => {
  if ('file' in message) answer(message)
  else prepare(message).catch(() => {})
})

function answer(request: BuildRequest): void {
  make(request).then(
    (report) => process.send?.(report, () => process.exit(0)),
    (error: Error) => {
      process.stderr.write(`${sentenceOf(error)}\n`)
      process.exit(1)
    },
  )
}

/** Loads what can be known before the request; whatever fails here is met again, and told, by the build that needs it. */
async function prepare({ ledger: path, parsed }: Preparation): Promise<void> {
  places()
  const ledger = await openLedgerReadOnly(path)
  const named = await ledger.db.selectFrom('submission').select('parsed_name').execute()
  await ledger.close()
  await inParallel(named, 4, async ({ parsed_name }) => {
    const loading = readParsed(parsed, parsed_name).catch(() => null)
    ahead.set(parsed_name, loading)
    await loading
  })
}

async function parsedOf(folder: string, name: string): Promise<Parsed> {
  const loaded = await ahead.get(name)
  ahead.delete(name)
  return loaded ?? readParsed(folder, name)
}

/** Builds the generation that a request describes, closes it, opens it again read-only and proves what is in it. */
async function make(request: BuildRequest): Promise<BuildReport> {
  const plan = planFor(request.plan, request.province)
  const ledger = await openLedgerReadOnly(request.ledger)
  const submissions = await knownSubmissions(ledger.db, request.knownUntil)
  await build(request.file, {
    plan,
    places: request.communes === null ? places() : restrictTo(places(), request.communes),
    meta: {
      business_date: request.businessDate,
      known_until: request.knownUntil,
      code_version: request.codeVersion,
      reference_sha: referenceSha(),
      key_id: request.keyId,
    },
    submissions,
    extensions: await extensionsUntil(ledger.db, request.knownUntil),
    parsed: ({ submission }) => parsedOf(request.parsed, submission.parsed_name),
  })
  await ledger.close()
  const engine = await openReadOnly(request.file)
  try {
    const { rows, values } = await verify(engine)
    return { resultHash: await resultHash(engine), submissions: submissions.length, rows, values }
  } finally {
    engine.close()
  }
}
