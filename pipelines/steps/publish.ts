import { join } from 'node:path'
import { digestOf, digestText } from '#dashboards/alerts/digest.ts'
import { entryOf } from '#dashboards/alerts/entry.ts'
import { alertLines } from '#dashboards/alerts/text.ts'
import { casesPage } from '#dashboards/pages/cases.ts'
import { cataloguePage } from '#dashboards/pages/catalogue.ts'
import { communePage } from '#dashboards/pages/commune.ts'
import { districtPage } from '#dashboards/pages/districts.ts'
import { feedbackJson, feedbackText } from '#dashboards/pages/feedback.ts'
import { indexPage } from '#dashboards/pages/index-page.ts'
import { latenessPage } from '#dashboards/pages/lateness.ts'
import { pagePaths } from '#dashboards/pages/layout.ts'
import { type LeadershipMonth, leadershipMonth } from '#dashboards/pages/leadership-month.ts'
import { qualityPage } from '#dashboards/pages/quality.ts'
import { taskPage } from '#dashboards/pages/task-progress.ts'
import { todayPage } from '#dashboards/pages/today.ts'
import type { AlertView, Edition } from '#dashboards/views.ts'
import { caseHeadings } from '#dashboards/words-cases.ts'
import { untilWords } from '#dashboards/words-messages.ts'
import { qualityWords } from '#dashboards/words-quality.ts'
import { standingHeadings } from '#dashboards/words-standing.ts'
import { catalogueOf } from '#models/catalogue/catalogue.ts'
import { placeName } from '#sources/reference/places.ts'
import { restatedSince } from '../issued/restated.ts'
import { alertViews } from '../publish/alerts.ts'
import { writeAssets } from '../publish/assets.ts'
import { worstAt } from '../publish/attention.ts'
import { communeView, type Submitted, submitted } from '../publish/communes.ts'
import { districtView } from '../publish/districts.ts'
import { keepDrawings, recallDrawings } from '../publish/drawings.ts'
import { editionOf } from '../publish/edition.ts'
import { type ExtractFiles, writeExtract } from '../publish/extract.ts'
import { feedbacks } from '../publish/feedback.ts'
import { type DraftFolder, draftFolder, healFolder } from '../publish/folder.ts'
import { arrivalViews } from '../publish/lateness.ts'
import { leadershipView } from '../publish/month.ts'
import { qualityView } from '../publish/quality.ts'
import { type Snapshot, snapshotOf } from '../publish/snapshot.ts'
import { pagesOfTargets } from '../publish/target-page.ts'
import type { Station } from '../station.ts'
import { sqlText, warehouse } from '../warehouse/dialect.ts'
import { resultHash } from '../warehouse/dump.ts'
import { openCurrent } from '../warehouse/generation.ts'
import type { Built } from './measure.ts'
import { inParallel } from './parallel.ts'

export interface Published {
  /** Absolute paths of what a person opens first. */
  readonly page: string
  readonly index: string
  readonly alerts: string
  readonly feedback: string
  readonly extract: ExtractFiles
  readonly communes: number
}

/**
 * Makes pages, feedback, alerts and the extract of the current generation, and puts them in place of the last ones at once.
 *
 * `built`: what this process has just built; its hash was computed over the closed file and is not computed again.
 */
export async function publish(
  station: Station,
  built?: Pick<Built, 'file' | 'resultHash'>,
): Promise<Published> {
  const { site } = station
  await healFolder(site.out, pagePaths.index)
  const engine = await openCurrent(site.warehouse)
  try {
    const snapshot = await snapshotOf(warehouse(engine), station)
    const edition = await editionOf(snapshot, {
      file: engine.path,
      resultHash: engine.path === built?.file ? built.resultHash : await resultHash(engine),
    })
    const draft = await draftFolder(site.out)
    await recallDrawings(site.drawings)
    const extract = await fill(draft, station, snapshot, edition)
      .then((made) => draft.publish().then(() => made))
      .catch(async (cause: unknown) => {
        await draft.discard()
        throw cause
      })
    await keepDrawings(site.drawings).catch((err: unknown) =>
      station.log.warn({ err }, 'the pictures were not kept; the next publication draws them anew'),
    )
    const at = (path: string) => join(site.out, path)
    return {
      page: at(pagePaths.month),
      index: at(pagePaths.index),
      alerts: at('alerts.txt'),
      feedback: at('feedback'),
      extract: {
        xlsx: at(extract.xlsx),
        csv: at(extract.csv),
        parquet: at(extract.parquet),
        arrow: at(extract.arrow),
      },
      communes: snapshot.communes.length,
    }
  } finally {
    engine.close()
  }
}

/** Everything of a publication into its draft. */
async function fill(
  draft: DraftFolder,
  station: Station,
  snapshot: Snapshot,
  edition: Edition,
): Promise<ExtractFiles> {
  const alerts = await alertViews(snapshot, station.ledger.db)
  const all = await submitted(snapshot)
  const restated = await restatedSince(station, snapshot, edition)
  await writeAssets(draft)
  const month = await leadershipView(snapshot, edition, alerts, restated)
  await draft.write(pagePaths.month, leadershipMonth({ ...month, isAmongPages: true }))
  for (const [path, page] of pagesOfTargets(snapshot, edition, month.targets))
    await draft.write(path, page)
  await draft.write(pagePaths.alerts, casesPage({ edition, alerts }))
  if (month.tasks) await draft.write(pagePaths.tasks, taskPage(edition, month.tasks))
  if (month.today) await draft.write(pagePaths.today, todayPage(edition, month.today))
  await draft.write(pagePaths.lateness, latenessPage(edition, await arrivalViews(snapshot)))
  await draft.write(pagePaths.quality, qualityPage(await qualityView(snapshot, edition)))
  await writeCommunes(station, draft, snapshot, edition, alerts, all)
  await writeFeedback(station, draft, snapshot, all)
  await draft.write(
    pagePaths.catalogue,
    cataloguePage(edition, catalogueOf([edition.plan], sqlText())),
  )
  await draft.write('alerts.txt', alertText(alerts, edition))
  const extract = await writeExtract(snapshot, edition, draft)
  await draft.write(pagePaths.index, contents(snapshot, edition, extract, month))
  return extract
}

async function writeCommunes(
  { progress }: Station,
  draft: DraftFolder,
  snapshot: Snapshot,
  edition: Edition,
  alerts: readonly AlertView[],
  all: Submitted,
): Promise<void> {
  progress.start('pages', snapshot.communes.length)
  for (const commune of snapshot.communes) {
    const view = communeView(snapshot, edition, alerts, all, commune)
    await draft.write(pagePaths.commune(commune.code), communePage(view))
    progress.advance()
  }
  for (const district of snapshot.districts) {
    const view = districtView(snapshot, edition, all, district)
    await draft.write(pagePaths.district(district.code), districtPage(view))
  }
  progress.stop()
}

async function writeFeedback(
  { ledger }: Station,
  draft: DraftFolder,
  snapshot: Snapshot,
  all: Submitted,
): Promise<void> {
  await inParallel(await feedbacks(snapshot, all, ledger.db), 8, async (feedback) => {
    await draft.write(`feedback/${feedback.receipt}.json`, feedbackJson(feedback))
    await draft.write(`feedback/${feedback.receipt}.txt`, feedbackText(feedback))
  })
}

function alertText(alerts: readonly AlertView[], edition: Edition): string {
  const { communeWords, businessDate } = edition
  const told = alerts
    .filter(({ state }) => state !== 'resolved')
    .map((alert) => ({ ...entryOf(alert, communeWords), text: alertLines(alert, communeWords) }))
  return `${digestText(digestOf(told), untilWords(businessDate))}\n`
}

function contents(
  snapshot: Snapshot,
  edition: Edition,
  extract: ExtractFiles,
  { tasks, today }: LeadershipMonth,
): string {
  return indexPage({
    edition,
    communes: snapshot.communes.map((commune) => ({
      code: commune.code,
      name: placeName(commune),
      verdict: worstAt(snapshot, commune.unit_id),
    })),
    districts: snapshot.districts.map((district) => ({
      code: district.code,
      name: placeName(district),
    })),
    pages: [
      { path: pagePaths.alerts, title: caseHeadings.page },
      ...(tasks ? [{ path: pagePaths.tasks, title: standingHeadings.tasks }] : []),
      { path: pagePaths.lateness, title: standingHeadings.lateness },
      { path: pagePaths.quality, title: qualityWords.title },
      ...(today ? [{ path: pagePaths.today, title: standingHeadings.today }] : []),
    ],
    files: [
      { path: 'alerts.txt', title: 'Cảnh báo đang mở' },
      { path: extract.xlsx, title: 'Bộ số liệu tổng hợp (bản thử, chưa được phép gửi)' },
    ],
  })
}
