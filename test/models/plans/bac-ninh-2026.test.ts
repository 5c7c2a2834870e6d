import { describe, expect, it } from 'vitest'
import { bacNinh2026 as plan } from '#models/plans/bac-ninh-2026.ts'
import { forms } from '#sources/forms/index.ts'

/** Every number and date here was read in Kế hoạch 195/KH-UBND; the clause stands beside it. */
describe('Kế hoạch 195/KH-UBND', () => {
  it('is of 29/5/2026, signed by Chủ tịch Phạm Hoàng Sơn', () => {
    expect(plan.document).toMatchObject({
      number: '195/KH-UBND',
      date: '2026-05-29',
      place: 'Bắc Ninh',
      signer: { title: 'Chủ tịch', name: 'Phạm Hoàng Sơn' },
    })
    expect(
      plan.document.bases.map((basis) => basis.match(/số (\S+) ngày (\S+)/)?.slice(1)),
    ).toEqual([
      ['1013/QĐ-UBND', '23/4/2026'],
      ['49/2020/NĐ-CP', '17/4/2020'],
      ['22/2023/QĐ-TTg', '17/8/2023'],
    ])
  })

  it('promises ten figures', () => {
    const goal = (t: (typeof plan.targets)[number]) =>
      'below' in t ? ['<', ...t.below] : 'atLeast' in t ? ['>=', ...t.atLeast] : ['all' in t && '=']
    expect(
      plan.targets.map((t) => [t.id, t.clause, t.indicator.id, ...goal(t), t.striving ? '~' : '']),
    ).toEqual([
      ['T01', 'II.1', 'communication-reach', '=', ''],
      ['T02', 'II.2', 'reoffending-rate', '<', 1, 100, '~'],
      ['T03a', 'II.3', 'reception-coverage', '=', ''],
      ['T03b', 'II.3', 'counselling-coverage', '=', ''],
      ['T03c', 'II.3', 'legal-support-coverage', '=', ''],
      ['T03d', 'II.3', 'papers-coverage', '=', ''],
      ['T03e', 'II.3', 'job-introduction-coverage', '=', ''],
      ['T05', 'II.5', 'pre-release-preparation-coverage', '=', ''],
      ['T06a', 'II.6', 'model-coverage', '=', ''],
      ['T06b', 'II.6', 'exemplar-coverage', '>=', 30, 100, '~'],
    ])
  })

  it('tests chance only where people may fail, never where a duty is counted', () => {
    expect(plan.targets.filter(({ duty }) => !duty).map(({ id }) => id)).toEqual(['T02'])
  })

  it('judges at the province, and follows in communes what a commune can answer for', () => {
    expect(plan.targets.every(({ level }) => level === 'province')).toBe(true)
    // II.5 lies with the facilities, the 30 % of II.6 are of communes
    const only = plan.targets.filter(({ alsoAt }) => alsoAt.length === 0)
    expect(only.map(({ id }) => id)).toEqual(['T05', 'T06b'])
  })

  it('names what the text leaves open, for targets that exist, with a reason', () => {
    const ids = plan.targets.map(({ id }) => id)
    const moved = plan.openParameters.flatMap(({ targets }) => targets)
    expect(ids).toEqual(expect.arrayContaining(moved))
    expect([...new Set(moved)].sort()).toEqual([
      'T01',
      'T02',
      'T03a',
      'T03c',
      'T03d',
      'T05',
      'T06b',
    ])
    expect(plan.openParameters.filter(({ reason }) => reason.length < 20)).toEqual([])
    const t02 = plan.targets.find(({ id }) => id === 'T02')
    for (const { name, chosen, targets } of plan.openParameters)
      if (targets.includes('T02')) expect(t02?.definition.parameters[name]).toBe(chosen)
  })

  it('has six promises without a number', () => {
    expect(plan.qualitative.map(({ id, clause }) => `${id} ${clause}`)).toEqual([
      'Q1 II.1',
      'Q2 II.3',
      'Q3 II.4',
      'Q4 II.6',
      'Q5 I.3',
      'Q6 III.5',
    ])
  })

  it('charges eighteen bodies, with as many tasks as III has paragraphs', () => {
    expect(plan.bodies.map(({ clause, tasks }) => `${clause}: ${tasks.length}`)).toEqual([
      'III.1: 4',
      'III.2: 1',
      'III.3: 2',
      'III.4: 2',
      'III.5: 2',
      'III.6: 2',
      'III.7: 1',
      'III.8: 1',
      'III.9: 1',
      'III.10: 1',
      'III.11: 2',
      'III.12: 1',
      'III.13: 4',
      'III.14: 2',
      'III.15: 1',
      'III.16: 4',
      'III.17: 3',
      'III.18: 1',
    ])
    expect(new Set(plan.bodies.map(({ slug }) => slug)).size).toBe(18)
  })

  it('only asks procuracy, court and Front ("Đề nghị", III.14–16)', () => {
    const asked = plan.bodies.filter(({ standing }) => standing === 'requested')
    expect(asked.map(({ clause, name }) => `${clause} ${name}`)).toEqual([
      'III.14 Viện kiểm sát nhân dân tỉnh',
      'III.15 Tòa án nhân dân tỉnh',
      'III.16 Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    ])
  })

  it('expects no report of helpers and families (III.17) nor of "the others" (III.18)', () => {
    const silent = plan.bodies.filter(({ reportsAs }) => reportsAs === 'nobody')
    expect(silent.map(({ clause }) => clause)).toEqual(['III.17', 'III.18'])
  })

  it('gives two tasks a deadline: documents within 2026 (III.1), biometrics by road map (III.10)', () => {
    const dated = plan.bodies
      .flatMap(({ tasks }) => tasks)
      .filter(({ deadline }) => deadline.kind !== 'unstated')
    expect(dated.map(({ id, deadline }) => [id, deadline])).toEqual([
      ['III.1.3', { kind: 'within', window: 'cal:2026' }],
      ['III.10.1', { kind: 'roadmap', of: 'Bộ Công an' }],
    ])
  })

  it('obliges to plans before 8/6 (IV.1) and to reports before 15/6, 15/9, 15/12 (IV.2)', () => {
    const dues = plan.obligations.flatMap(({ clause, dues }) =>
      dues.map(({ window, before }) => [clause, window, before]),
    )
    expect(dues).toEqual([
      ['IV.1', null, '2026-06-08'],
      ['IV.2', 'adm:2026-Q2', '2026-06-15'],
      ['IV.2', 'adm:2026-Q3', '2026-09-15'],
      ['IV.2', 'adm:2026-Q4', '2026-12-15'],
    ])
    const q4 = plan.obligations
      .flatMap((o) => o.dues)
      .find(({ window }) => window === 'adm:2026-Q4')
    expect(q4?.foldedInto).toBe('adm:2026')
  })

  it('states no cut-off, so that its windows are inferred', () => {
    expect(plan.windows).toMatchObject({ family: 'adm', status: 'inferred' })
    expect(plan.obligations.flatMap(({ dues }) => dues).filter(({ cutOff }) => cutOff)).toEqual([])
  })

  it('collects each form at its own pace from those who may send it', () => {
    expect(plan.collection.map(({ form }) => form)).toEqual([
      'returnee-register',
      'release-notice',
      'reoffence',
      'support-model',
      'exemplar',
      'communication',
      'pre-release',
    ])
    for (const { form, by, every, basis, reference } of plan.collection) {
      const known = forms.find(({ id }) => id === form)
      expect(every).toBe(known?.every)
      expect(known?.submittedBy).toEqual(
        expect.arrayContaining(by.map((sender) => sender.split(':')[0])),
      )
      expect([basis, reference]).toEqual(['directive', 'theo hướng dẫn của Công an tỉnh'])
    }
  })

  it('takes every other form from those who may send it, and expects it of nobody', () => {
    const collected = plan.collection.map(({ form }) => form)
    expect([...collected, ...plan.taken.map(({ form }) => form)]).toEqual(forms.map(({ id }) => id))
    for (const { form, by } of plan.taken) {
      expect(forms.find(({ id }) => id === form)?.submittedBy).toEqual(
        expect.arrayContaining(by.map((sender) => sender.split(':')[0])),
      )
    }
  })
})
