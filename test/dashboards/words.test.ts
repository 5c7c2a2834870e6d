import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  againstGoal,
  coverageWords,
  dueWords,
  feedbackAsk,
  figure,
  goalWords,
  instantWords,
  lateWords,
  notEnough,
  outcomes,
  parameterWords,
  percent,
  reconciliationWords,
  remainingOf,
  scoreWords,
  signalWords,
  some,
  stateWords,
  targetSentence,
  verdictWords,
  windowEnd,
  windowName,
  windowStart,
} from '#dashboards/words.ts'
import type { ReconciliationKind, VerdictCode } from '#models/database.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'

const target = (id: string) => {
  const found = bacNinh2026.targets.find((each) => each.id === id)
  if (found === undefined) throw new RangeError(id)
  return found
}

describe('verdicts in the words agreed for officials', () => {
  it.each<[VerdictCode, string]>([
    ['MISS', 'Không đạt – không còn khả năng hoàn thành trong năm'],
    ['SIG', 'Cao bất thường – đề nghị kiểm tra'],
    ['NUM', 'Chưa đạt – số trường hợp ít, tiếp tục theo dõi'],
    ['OK?', 'Đạt'],
    ['OK', 'Đạt – ổn định'],
    ['MET', 'Đạt'],
    ['NA', 'Không phát sinh đối tượng'],
    ['ND', 'Chưa đủ số liệu'],
    ['DQ', 'Số liệu cần xác minh'],
    ['OPEN', 'Đang thực hiện'],
  ])('%s: %s', (code, words) => {
    expect(verdictWords(code, { better: 'lower' })).toBe(words)
  })

  it('says low where more is better', () => {
    expect(verdictWords('SIG', { better: 'higher' })).toBe('Thấp bất thường – đề nghị kiểm tra')
  })

  it('says who is silent and how many are left', () => {
    expect(verdictWords('ND', { better: 'lower', silent: ['xã An Lạc', 'xã Kép'] })).toBe(
      'Chưa đủ số liệu (còn thiếu: xã An Lạc, xã Kép)',
    )
    const remaining = { k: 21, n: 141, counted: 'người' }
    expect(verdictWords('OPEN', { better: 'higher', remaining })).toBe(
      'Đang thực hiện – còn 21 trên 141 người',
    )
    expect(verdictWords('OPEN', { better: 'higher', remaining: { ...remaining, k: 0 } })).toBe(
      'Đang thực hiện – đến nay đủ 141 người',
    )
  })

  it('does not call a figure full that leaves something out', () => {
    const full = (more: object) =>
      verdictWords('OPEN', {
        better: 'higher',
        remaining: remainingOf(target('T03b'), { numerator: 4, denominator: 4, ...more }),
      })
    expect(full({})).toBe('Đang thực hiện – đến nay đủ 4 người')
    expect(full({ unitsExpected: 1, unitsCovered: 1, rowsWithheld: 2 })).toBe(
      'Đang thực hiện – đến nay đủ 4 người (2 dòng chờ chỉnh lý)',
    )
    expect(full({ unitsExpected: 99, unitsCovered: 94 })).toBe(
      'Đang thực hiện – đến nay đủ 4 người (ở nơi đã có số liệu)',
    )
    expect(verdictWords('ND', { better: 'lower', silent: ['xã Kép'], withheld: 3 })).toBe(
      'Chưa đủ số liệu (còn thiếu: xã Kép; 3 dòng chờ chỉnh lý)',
    )
  })

  it('says of one commune whether it has a model, not how many communes have', () => {
    const words = (numerator: number) =>
      signalWords('OPEN', {
        better: 'higher',
        cases: numerator,
        remaining: remainingOf(target('T06a'), { numerator, denominator: 1 }),
      })
    expect(words(1)).toBe('Đang thực hiện – đến nay đã có')
    expect(words(0)).toBe('Đang thực hiện – đến nay chưa có')
  })

  it('never gives one commune a red light for one case', () => {
    const one = { better: 'lower', cases: 1 } as const
    expect(signalWords('NUM', one)).toBe('Có 1 trường hợp – tiếp tục theo dõi')
    expect(signalWords('OK?', one)).toBe('Có 1 trường hợp – trong giới hạn')
    expect(signalWords('OK?', { ...one, cases: 0 })).toBe('Không có trường hợp')
    expect(signalWords('SIG', one)).toBe('Cao bất thường – đề nghị kiểm tra')
  })

  it('counts every target in one group', () => {
    expect(scoreWords(['OK', 'MET', 'OK?', 'OPEN', 'NUM', 'SIG', 'MISS', 'DQ', 'ND', 'NA'])).toBe(
      '3/10 chỉ tiêu đạt, 1 đang thực hiện, 2 có nguy cơ, 1 không đạt, 1 cần xác minh số liệu, 1 chưa đủ số liệu, 1 không phát sinh đối tượng',
    )
    expect(scoreWords(['OPEN', 'OPEN'])).toBe('0/2 chỉ tiêu đạt, 2 đang thực hiện')
  })
})

describe('figures', () => {
  it.each<[number, number, readonly [number, number], string | null]>([
    [0, 0, [1, 1], null],
    [0, 45, [1, 100], '0%'],
    [3, 300, [1, 100], '1%'],
    [3, 5112, [1, 100], '0,06%'],
    [120, 141, [1, 1], '85,1%'],
    [249, 25_000, [1, 100], '0,996%'],
    [2_603_999, 2_604_000, [1, 1], '99,99996%'],
    [35, 40, [1, 1], '87,5%'],
    [1, 8, [1, 1], '12,5%'],
    [31_200, 29_875, [1, 1], '104,4%'],
  ])('%d of %d (goal %j) is %s', (numerator, denominator, goal, words) => {
    expect(percent(numerator, denominator, goal)).toBe(words)
  })

  it('never look like the goal unless they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.constantFrom<readonly [number, number]>([1, 100], [30, 100], [1, 1]),
        (denominator, numerator, goal) => {
          const isGoal = numerator * goal[1] === goal[0] * denominator
          expect(percent(numerator, denominator, goal) === percent(...goal)).toBe(isGoal)
        },
      ),
    )
  })

  it('carry numerator, denominator and what is counted', () => {
    expect(figure({ numerator: 3, denominator: 5112 }, 'người', [1, 100])).toBe(
      '3/5.112 người (0,06%)',
    )
    expect(figure({ numerator: 0, denominator: 0 }, 'người')).toBe('Không phát sinh đối tượng')
  })

  it('are held against their goals in whole cases', () => {
    expect(goalWords(target('T02'))).toBe('dưới 1%')
    expect(goalWords(target('T03b'))).toBe('100%')
    expect(goalWords(target('T06b'))).toBe('tối thiểu 30%')
    expect(
      goalWords({
        between: [
          [1, 5],
          [1, 4],
        ],
      }),
    ).toBe('từ 20% đến 25%')
    // 1 % of 5,112 is 51.12: at most 51 are below it
    expect(againstGoal(target('T02'), { numerator: 3, denominator: 5112 })).toBe(
      'thấp hơn mức tối đa của chỉ tiêu (dưới 1%) là 48 người',
    )
    expect(againstGoal(target('T02'), { numerator: 3, denominator: 300 })).toBe(
      'vượt mức tối đa của chỉ tiêu (dưới 1%) là 1 người',
    )
    expect(againstGoal(target('T02'), { numerator: 2, denominator: 300 })).toBe(
      'bằng mức tối đa của chỉ tiêu (dưới 1%)',
    )
    expect(againstGoal(target('T06b'), { numerator: 26, denominator: 99 })).toBe(
      'còn thiếu 4 xã, phường so với chỉ tiêu tối thiểu 30%',
    )
    expect(againstGoal(target('T06b'), { numerator: 32, denominator: 99 })).toBe(
      'vượt chỉ tiêu tối thiểu 30% là 2 xã, phường',
    )
  })

  it('are left over of what the goal asks for', () => {
    expect(remainingOf(target('T03b'), { numerator: 120, denominator: 141 })).toEqual({
      k: 21,
      n: 141,
      counted: 'người',
    })
    expect(remainingOf(target('T06b'), { numerator: 26, denominator: 99 })).toMatchObject({
      k: 4,
      n: 30,
    })
    expect(remainingOf(target('T06b'), { numerator: 32, denominator: 99 })).toMatchObject({
      k: 0,
      n: 30,
    })
    // 27 of the 89 communes that reported are 30 %, but 30 of 99 are wanted
    const reported = { unitsExpected: 99, unitsCovered: 89, rowsWithheld: 0 }
    const exemplars = remainingOf(target('T06b'), { numerator: 27, denominator: 89, ...reported })
    expect(verdictWords('OPEN', { better: 'higher', remaining: exemplars })).toBe(
      'Đang thực hiện – còn 3 trên 30 xã, phường (tính cả nơi chưa có số liệu)',
    )
    expect(remainingOf(target('T02'), { numerator: 3, denominator: 300 })).toBeNull()
    expect(remainingOf(target('T03b'), { numerator: 0, denominator: 0 })).toBeNull()
  })
})

describe('a target in one sentence', () => {
  const value = (numerator: number, denominator: number) => ({
    definitionId: '',
    windowId: 'adm:2026-9M',
    unitId: '',
    numerator,
    denominator,
    basis: 'register' as const,
    unitsExpected: 99,
    unitsCovered: 96,
    rowsWithheld: 0,
    state: 'provisional' as const,
  })
  const verdict = (code: VerdictCode) => ({
    target: '',
    windowId: '',
    unitId: '',
    definitionId: '',
    fact: 'na' as const,
    code,
    strength: null,
    slack: null,
    listed: null,
    outlook: null,
  })

  it('says what is counted until a court has judged', () => {
    const view = {
      measured: value(3, 5112),
      verdict: verdict('OK'),
      previous: { windowId: 'adm:2026-8M', numerator: 2, denominator: 5000 },
      lastYear: { windowId: 'adm:2025-9M', numerator: 44, denominator: 4400 },
    }
    expect(targetSentence(target('T02'), view)).toBe(
      'Tỷ lệ người chấp hành xong án phạt tù bị khởi tố về hành vi phạm tội mới: 3/5.112 người (0,06%); thấp hơn mức tối đa của chỉ tiêu (dưới 1%) là 48 người; đến hết tháng 8/2026: 0,04%; cùng kỳ năm trước: 1%.',
    )
  })

  it('says it when there is nothing, and when there is nobody', () => {
    const none = { verdict: verdict('ND'), previous: null, lastYear: null }
    expect(targetSentence(target('T03b'), { ...none, measured: null })).toBe(
      'Chưa có số liệu trong kỳ.',
    )
    expect(targetSentence(target('T03b'), { ...none, measured: value(0, 0) })).toBe(
      'Không phát sinh đối tượng trong kỳ.',
    )
  })

  it('leaves what is missing to the verdict of an open duty', () => {
    const view = {
      measured: value(120, 141),
      verdict: verdict('OPEN'),
      previous: null,
      lastYear: null,
    }
    expect(targetSentence(target('T03b'), view)).toBe('120/141 người (85,1%).')
  })
})

describe('windows, days and reports', () => {
  it('print their days', () => {
    expect(windowName('adm:2026-09')).toBe('Tháng 9/2026')
    expect(windowName('adm:2026-Q2')).toBe('Quý II/2026')
    expect(windowStart('adm:2026-9M')).toBe('15/12/2025')
    expect(windowEnd('adm:2026-9M')).toBe('14/9/2026')
    expect(instantWords('2026-09-20T16:59:59.999Z')).toBe('23:59 ngày 20/9/2026')
    expect(instantWords('2026-09-20T17:00:00.000Z')).toBe('00:00 ngày 21/9/2026')
  })

  it('take "trước ngày" at its word', () => {
    expect(dueWords('2026-06-15')).toBe('trước ngày 15/6/2026')
    expect(dueWords('2026-06-15', '2026-06-16')).toBe(
      'trước ngày 15/6/2026 (14/6/2026 là ngày nghỉ, ngày làm việc kế tiếp: 16/6/2026)',
    )
    expect(lateWords('2026-06-15', '2026-06-14')).toBe('chưa đến hạn')
    expect(lateWords('2026-06-15', '2026-06-15')).toBe('quá hạn 1 ngày')
    expect(lateWords('2026-09-18', '2026-09-20')).toBe('quá hạn 3 ngày')
  })

  it('say how complete and how final', () => {
    expect(coverageWords(96, 99, 'xã, phường')).toBe('96/99 xã, phường')
    expect(stateWords('provisional')).toBe('số liệu sơ bộ')
    expect(stateWords('final')).toBe('số liệu chính thức')
  })

  it('name the first and count the rest, never "và 1 đơn vị khác"', () => {
    expect(some(['A', 'B', 'C'], 2)).toBe('A, B, C')
    expect(some(['A', 'B', 'C', 'D'], 2)).toBe('A, B và 2 đơn vị khác')
    expect(notEnough(['A', 'B', 'C', 'D', 'E', 'F'])).toBe(
      'Chưa đủ số liệu (còn thiếu: A, B, C, D và 2 đơn vị khác)',
    )
  })

  it('never refuse a sender, nor take a report into custody', () => {
    const asks = (['accepted', 'partial', 'rejected', 'held'] as const).map(feedbackAsk)
    expect([...asks, ...Object.values(outcomes)].join(' ')).not.toMatch(/từ chối|tạm giữ/i)
    expect(new Set(asks).size).toBe(4)
  })
})

it('says what parameters mean, for every target of the plan', () => {
  expect(parameterWords({ stage: 'prosecuted', population: 'managed' })).toBe(
    'Tính từ khi khởi tố bị can; mẫu số là người được quản lý trong kỳ',
  )
  const unknown = bacNinh2026.targets.filter((each) =>
    / = /.test(parameterWords(each.definition.parameters)),
  )
  expect(unknown.map((each) => each.id)).toEqual([])
})

describe('two sources of one number', () => {
  const of = (kind: ReconciliationKind, left: number, right: number, units = 1) =>
    reconciliationWords({
      kind,
      windowId: 'adm:2026-Q3',
      label: 'Số người chuyển đến',
      left,
      right,
      units,
    })

  it('stand side by side, with how many units differ', () => {
    expect(of('notices-returns', 1232, 1219, 9)).toBe(
      'Cơ sở giam giữ thông báo 1.232 người ra trại, danh sách của xã, phường ghi nhận 1.219 người mới ra trại về cư trú, chênh lệch ở 9 đơn vị; đề nghị đối chiếu.',
    )
    expect(of('register-tally', 4, 5, 2)).toBe(
      'Mục “Số người chuyển đến”: danh sách của Công an cấp xã (Biểu số 01) có 4, số liệu tổng hợp của UBND cấp xã (Biểu số 11) là 5, chênh lệch ở 2 đơn vị; đề nghị đối chiếu.',
    )
    expect(of('moves-out', 3, 1)).toBe(
      '3 người được nơi đi ghi là chuyển nơi cư trú trong tỉnh, trong đó nơi đến đã ghi nhận 1 người; đề nghị hai đơn vị đối chiếu.',
    )
    expect(of('opening-closing', 7, 6)).toBe(
      'Mục “Số người chuyển đến”: số đầu kỳ là 6, số cuối kỳ trước là 7; đề nghị kiểm tra lại.',
    )
  })

  it('are written in triệu đồng where they are money, which is kept in thousands', () => {
    expect(of('credit-balance', 1_234_560, -50)).toBe(
      'Dư nợ cuối kỳ là −0,1 triệu đồng; dư nợ kỳ trước cộng doanh số cho vay, trừ doanh số thu nợ là 1.234,6 triệu đồng; đề nghị kiểm tra lại.',
    )
  })
})
