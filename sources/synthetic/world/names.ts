import type { Random } from '../random.ts'

export type Sex = 'nam' | 'nu'

const FAMILY: readonly (readonly [string, number])[] = [
  ['Nguyễn', 36],
  ['Trần', 11],
  ['Lê', 8],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Vũ', 5],
  ['Ngô', 4],
  ['Dương', 4],
  ['Đặng', 3],
  ['Đỗ', 3],
  ['Bùi', 3],
  ['Giáp', 3],
  ['Thân', 3],
  ['Hà', 2],
  ['Lương', 2],
  ['Đinh', 2],
  ['Chu', 1],
  ['Nông', 1],
  ['Vi', 1],
]

const MIDDLE: Readonly<Record<Sex, readonly (readonly [string, number])[]>> = {
  nam: [
    ['Văn', 44],
    ['Đức', 9],
    ['Đình', 8],
    ['Hữu', 7],
    ['Xuân', 5],
    ['Ngọc', 5],
    ['Quang', 5],
    ['Mạnh', 4],
    ['Gia', 4],
    ['Bá', 3],
    ['Khắc', 3],
    ['Duy', 3],
  ],
  nu: [
    ['Thị', 58],
    ['Thị Thu', 8],
    ['Thị Kim', 6],
    ['Thị Hồng', 6],
    ['Thị Ngọc', 5],
    ['Thùy', 5],
    ['Bích', 4],
    ['Phương', 4],
    ['Diệu', 4],
  ],
}

const GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  nam: [
    'Tùng',
    'Hải',
    'Dũng',
    'Cường',
    'Thắng',
    'Tuấn',
    'Long',
    'Nam',
    'Phong',
    'Quyết',
    'Toàn',
    'Trung',
    'Việt',
    'Hưng',
    'Khánh',
    'Quân',
    'Thành',
    'Tâm',
    'Vinh',
    'Đạt',
    'Điệp',
    'Đông',
    'Chiến',
    'Công',
    'Hậu',
    'Hiếu',
    'Hòa',
    'Huynh',
    'Luân',
    'Mười',
    'Ninh',
    'Phúc',
    'Sỹ',
    'Thuận',
    'Trọng',
    'Tuyên',
    'Vượng',
  ],
  nu: [
    'Hoa',
    'Lan',
    'Hương',
    'Hằng',
    'Nga',
    'Thảo',
    'Yến',
    'Oanh',
    'Nhung',
    'Loan',
    'Dung',
    'Hiền',
    'Thơm',
    'Liên',
    'Mai',
    'Ngân',
    'Quyên',
    'Thúy',
    'Trang',
    'Tuyết',
    'Vân',
    'Xuyến',
    'Huyền',
  ],
}

/**
 * An invented full name: họ, chữ đệm, tên, at least three words.
 *
 * The lists hold no pair that makes the name of a place or of somebody who signs a plan: a search for a planted name that finds
 * something has found a leak.
 */
export function fullName(random: Random, sex: Sex): string {
  return [random.weighted(FAMILY), random.weighted(MIDDLE[sex]), random.pick(GIVEN[sex])].join(' ')
}
