import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { withoutNotes } from '#dashboards/alerts/disclosed.ts'
import { type IssuedFigure, issuedWindow } from '#dashboards/pages/issued-window.ts'
import { pagePaths } from '#dashboards/pages/layout.ts'
import { leadershipMonth } from '#dashboards/pages/leadership-month.ts'
import { taskPage } from '#dashboards/pages/task-progress.ts'
import { todayPage } from '#dashboards/pages/today.ts'
import type { Edition } from '#dashboards/views.ts'
import { definitionsOf } from '#models/definitions.ts'
import { type Window, window } from '#sources/vocabulary/window.ts'
import { alertViews } from '../publish/alerts.ts'
import { writeAssets } from '../publish/assets.ts'
import { editionOf } from '../publish/edition.ts'
import { writeExtract } from '../publish/extract.ts'
import { type DraftFolder, draftFolder, draftsOf } from '../publish/folder.ts'
import { leadershipView } from '../publish/month.ts'
import { type Snapshot, snapshotOf } from '../publish/snapshot.ts'
import { pagesOfTargets } from '../publish/target-page.ts'
import type { Station } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { dump } from '../warehouse/dump.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import { generationOf } from '../warehouse/generation.ts'
import type { Proof } from '../warehouse/proof.ts'
import { type FrozenFile, type Manifest, manifestBytes } from './manifest.ts'
import { restatedSince } from './restated.ts'
import { freeze } from './store.ts'
import { FREEZING, sweepIssued } from './sweep.ts'

/** What is frozen of a window, by its SHA-256. */
export interface FrozenDocument {
  readonly dumpSha: string
  readonly bytesSha: string
  readonly manifest: Manifest
}

/**
 * Freezes what a generation says of a closed window: its dump, the window's page, the leadership page where it is of the month with which
 * the window closes, the extract, and what the pages are shown with. On disk when it resolves; what nothing refers to yet does no harm.
 *
 * Whole numbers, places and bodies only: no feedback, no pages of communes with their files, no persons.
 */
export async function freezeDocument(
  station: Station,
  { file, resultHash }: Pick<Proof, 'file' | 'resultHash'>,
  of: Window,
): Promise<FrozenDocument> {
  const { issued } = station.site
  await sweepIssued(issued)
  const engine = await openReadOnly(file)
  try {
    const snapshot = await snapshotOf(warehouse(engine), station)
    const edition = await editionOf(snapshot, { file, resultHash })
    const draft = await draftFolder(join(issued, FREEZING))
    try {
      const figures = stateOf(snapshot, of)
      await fill(draft, station, snapshot, { edition, of, figures })
      const lines: string[] = []
      for await (const line of dump(engine)) lines.push(line)
      const dumpSha = await freeze(issued, lines.join(''), { packed: true })
      const { business_date, known_until, plan } = snapshot.meta
      const manifest: Manifest = {
        ...{ kind: 'issued', layout: 1, plan, window: of.id },
        ...{ businessDate: business_date, knownUntil: known_until, figures },
        generation: generationOf(file) ?? 0,
        dump: dumpSha,
        files: [...(await frozenFiles(issued))],
      }
      return { dumpSha, bytesSha: await freeze(issued, manifestBytes(manifest)), manifest }
    } finally {
      await draft.discard()
    }
  } finally {
    engine.close()
  }
}

interface Subject {
  readonly edition: Edition
  readonly of: Window
  readonly figures: Edition['state']
}

async function fill(
  draft: DraftFolder,
  station: Station,
  snapshot: Snapshot,
  { edition, of, figures }: Subject,
): Promise<void> {
  await writeAssets(draft)
  const extract = await writeExtract(snapshot, edition, draft)
  const month = window(edition.windowId).to === of.to
  if (month) {
    // What somebody wrote of a case could never be taken back from what is frozen.
    const alerts = (await alertViews(snapshot, station.ledger.db)).map(withoutNotes)
    const restated = await restatedSince(station, snapshot, edition)
    const view = await leadershipView(snapshot, edition, alerts, restated)
    // The pages of communes and districts are not frozen: they show the newest figures and would contradict this one.
    const attention = view.attention.map((each) => ({ ...each, unitCode: null }))
    const districts = view.districts?.map((each) => ({ ...each, code: null })) ?? []
    await draft.write(pagePaths.month, leadershipMonth({ ...view, attention, districts }))
    for (const [path, text] of pagesOfTargets(snapshot, edition, view.targets, { frozen: true }))
      await draft.write(path, text)
    if (view.tasks) await draft.write(pagePaths.tasks, taskPage(edition, view.tasks))
    if (view.today) await draft.write(pagePaths.today, todayPage(edition, view.today))
  }
  const page = issuedWindow({
    edition: { ...edition, windowId: of.id, toDateId: of.id, state: figures },
    month,
    figures: issuedFigures(snapshot, of),
    files: Object.entries(extract).map(([kind, path]) => ({ path, title: `Bộ số liệu (${kind})` })),
  })
  await draft.write(pagePaths.index, page)
}

/** Every figure that the province has in the window, and every target even where it has none. */
function issuedFigures(snapshot: Snapshot, of: Window): readonly IssuedFigure[] {
  const { plan } = snapshot.setting
  const provinceId = snapshot.provinceIn(of.id)
  return definitionsOf(plan).flatMap((definition) => {
    const measured = snapshot.value(definition.id, of.id, provinceId)
    const target = plan.targets.find((each) => each.definition.id === definition.id)
    if (measured === null && target === undefined) return []
    const { title, counted } = definition.indicator
    const verdict = target === undefined ? null : snapshot.verdict(target.id, provinceId)
    return {
      ...{ title, counted, parameters: definition.parameters, measured },
      goal: target ?? null,
      verdict: verdict?.windowId === of.id ? verdict : null,
    }
  })
}

/** Final when every figure of the province in the window is. */
function stateOf(snapshot: Snapshot, of: Window): Edition['state'] {
  const states = issuedFigures(snapshot, of).map(({ measured }) => measured?.state)
  return states.length > 0 && states.every((state) => state === 'final') ? 'final' : 'provisional'
}

async function frozenFiles(issued: string): Promise<readonly FrozenFile[]> {
  const [folder] = draftsOf(join(issued, FREEZING))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  const files: FrozenFile[] = []
  for (const path of paths.toSorted()) {
    const bytes = await readFile(path)
    const name = relative(folder, path).replaceAll(sep, '/')
    files.push({ path: name, sha256: await freeze(issued, bytes), bytes: bytes.length })
  }
  return files
}
