import { addDays, type Day } from '../calendar.ts'
import { random } from '../random.ts'
import type { Row } from './register-row.ts'
import type { Sending } from './sending.ts'

/** Biểu 12: how far each task that the plan gives a reporter has come; what it says of the task itself stands as it was given. */
export function taskRows(
  seed: string,
  { reporter, window, knownTo }: Sending,
  tasks: readonly Row[],
): Row[] {
  return tasks.map((task) => ({
    ...task,
    ...progressOf(seed, `${reporter.id}/${task['clause']}`, window.last, knownTo),
  }))
}

/** A task begins in some month of the year, and for most it goes on for good. */
function progressOf(seed: string, key: string, month: number, day: Day): Row {
  const chance = random(`${seed}/task/${key}`)
  const begins = chance.between(1, 7)
  const status = chance.weighted([
    ['thuong_xuyen', 62],
    ['dang_thuc_hien', 22],
    ['hoan_thanh', 14],
    ['khong_thuoc', 2],
  ] as const)
  if (status !== 'khong_thuoc' && month < begins) {
    return { status: 'chua_trien_khai', difficulty: 'Chưa được bố trí kinh phí.' }
  }
  if (status === 'thuong_xuyen') return { status, quantity: chance.between(1, 12), measure: 'buổi' }
  if (status !== 'hoan_thanh') return { status }
  return {
    status,
    document_no: `${chance.between(20, 880)}/BC`,
    done_on: addDays(day, -chance.between(1, 25)),
  }
}
