import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { maySend } from '#models/plans/calendar.ts'
import { planFor } from '#models/plans/index.ts'
import type { Plan } from '#models/plans/plan.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import type { Connector } from '#sources/connectors/index.ts'
import { anyForms, formById } from '#sources/forms/index.ts'
import { type Places, places, restrictTo } from '#sources/reference/places.ts'
import { type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { connectorsOf } from './connectors.ts'
import type { Effects } from './effects.ts'
import { FileError, fileExists } from './files.ts'
import { type Ledger, openLedger } from './ledger/open.ts'
import { requireNoPurge } from './purge/journal.ts'
import type { ReaderSetup } from './readers/job.ts'
import type { Site } from './site.ts'
import { type Keys, openKeys, VAULT_KEY } from './vault/keys.ts'
import { unfinishedKeys } from './vault/rotation.ts'
import { isEmptyVault, openVault, type Vault } from './vault/vault.ts'

/** What a site works by: its configuration and everything that follows from it without opening a store. */
export interface Setting {
  readonly site: Site
  readonly config: Config
  readonly plan: Plan
  readonly places: Places
  readonly reporters: readonly Reporter[]
  /** What reader children are told. */
  readonly setup: ReaderSetup
  readonly connectors: readonly Connector[]
  /** Reader children at a time. */
  readonly readers: number
}

/** A setting with its stores open; this process is the ledger's only writer until it is closed. */
export interface Station extends Setting, Effects {
  readonly keys: Keys
  readonly vault: Vault
  readonly ledger: Ledger
  close(): Promise<void>
}

/** Reads the configuration of a site; with the id of another plan, as if that one were carried out here. */
export async function settingOf(site: Site, planId?: string): Promise<Setting> {
  const config = await readConfig(site)
  const plan = planFor(planId ?? config.plan, config.province)
  const all = places()
  requireCommunes(site, config, plan, all)
  const own = config.communes === null ? all : restrictTo(all, config.communes)
  const reporters = reportersOf(plan, own)
  return Object.freeze({
    site,
    config,
    plan,
    places: own,
    reporters,
    setup: setupOf(plan, reporters, config.communes),
    connectors: connectorsOf(config, site),
    readers: config.readers ?? availableParallelism(),
  })
}

/**
 * Opens keys, vault and ledger of a site; a plan as in {@link settingOf}.
 *
 * The keys are read once more under the lease: until then somebody may have replaced them, and what is sealed for a key that was
 * destroyed is lost. A rotation that was cut off is no hindrance: with both keys at hand everything opens.
 */
export async function openStation(site: Site, effects: Effects, planId?: string): Promise<Station> {
  await requireNoPurge(site.purge)
  return openStores(site, effects, planId)
}

/** {@link openStation} also while a purge is to be finished, for whoever finishes it. */
export async function openStores(site: Site, effects: Effects, planId?: string): Promise<Station> {
  const setting = await settingOf(site, planId)
  await requireWhole(site)
  await openKeys(site.keys)
  const ledger = await openLedger(site.ledger, effects.clock)
  try {
    const keys = await openKeys(site.keys)
    const vault = await openVault(site.vault, keys.vault, { next: keys.nextVault })
    await tellOfRotation(site, effects)
    const close = () => ledger.close()
    return Object.freeze({ ...setting, ...effects, keys, vault, ledger, close })
  } catch (cause) {
    await ledger.close()
    throw cause
  }
}

async function tellOfRotation(site: Site, { log }: Effects): Promise<void> {
  const keys = await unfinishedKeys(site.keys)
  if (keys.length === 0) return
  log.warn({ keys }, 'the rotation of a key was cut off; finish it: hoanhap key rotate')
}

/**
 * Refuses to begin a new ledger or a new key beside a vault that holds files: when each was received stands only in the old ledger, and
 * only the old key opens them.
 */
export async function requireWhole({ vault, ledger, keys }: Site): Promise<void> {
  if (await isEmptyVault(vault)) return
  for (const path of [ledger, join(keys, VAULT_KEY)]) {
    if ((await fileExists(path)) && (await stat(path)).size > 0) continue
    const message = `${path} is missing or empty, but ${vault} holds files that need it; restore it from its copy`
    throw new FileError('not-found', path, message)
  }
}

/** The day as which everything is computed: the configured one, else today in Asia/Ho_Chi_Minh. */
export function businessDateOf({ config, clock }: Pick<Station, 'config' | 'clock'>): CalendarDate {
  return config.businessDate ?? dayOf(clock())
}

/** A code of another province, or of none, would silently leave a commune out. */
function requireCommunes(site: Site, { communes }: Config, plan: Plan, all: Places): void {
  const known = new Set(all.communesOf(plan.provinceCode, plan.unitsOn).map(({ code }) => code))
  const unknown = communes?.find((code) => !known.has(code))
  if (unknown === undefined) return
  const near = all.nearest(unknown, plan.unitsOn, plan.provinceCode)
  const names = near.map(({ code, name }) => `${code} ${name}`).join(', ')
  throw new ConfigError(
    site.config,
    `commune '${unknown}' is none of the plan's ${known.size}${names === '' ? '' : `; nearest: ${names}`}`,
  )
}

/** By what reports name the plan. */
function namesOf({
  document: { number, title },
}: Plan): Pick<ReaderSetup['plan'], 'number' | 'title'> {
  return number === null ? { number: '', title } : { number }
}

export function setupOf(
  plan: Plan,
  reporters: readonly Reporter[],
  communes: readonly string[] | null,
): ReaderSetup {
  const owed = reporters.map((reporter) => [
    reporter.id,
    anyForms.filter((form) => maySend(plan, reporter.id, form.id)).map((form) => form.id),
  ])
  return {
    plan: {
      id: plan.id,
      ...namesOf(plan),
      family: plan.windows.family,
      provinceCode: plan.provinceCode,
      paces: Object.fromEntries(
        plan.collection
          .filter(({ form, every }) => formById(form)?.every !== every)
          .map(({ form, every }) => [form, every]),
      ),
    },
    reporters,
    owed: Object.fromEntries(owed),
    communes,
  }
}
