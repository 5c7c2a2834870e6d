import { bodies } from './can-tho-2024-bodies.ts'
import { openParameters } from './can-tho-2024-open.ts'
import { qualitative } from './can-tho-2024-qualitative.ts'
import { collection, facilities, obligations, taken, years } from './can-tho-2024-reporting.ts'
import { definePlan } from './plan.ts'

/**
 * Cần Thơ's plan of 2024: half-year, year and on request, city, 9 districts and 83 communes, no numeric target.
 *
 * It names no end; since what has no last year has no calendar, ten years are listed, and more are a number each. Districts report until
 * they end on 1/7/2025, then the communes that succeed those of the city.
 */
export const canTho2024 = definePlan({
  id: 'can-tho-2024',
  document: {
    number: '161/KH-UBND',
    date: '2024-07-30',
    place: 'Cần Thơ',
    issuer: 'Ủy ban nhân dân thành phố Cần Thơ',
    title:
      'Thực hiện công tác quản lý, theo dõi, giám sát, giáo dục, giúp đỡ người chấp hành án hình sự tại cộng đồng và tái hòa nhập cộng đồng trên địa bàn thành phố Cần Thơ',
    bases: [
      'Chỉ thị số 32-CT/TU ngày 07/5/2024 của Ban Thường vụ Thành ủy Cần Thơ',
      'Nghị định số 49/2020/NĐ-CP ngày 17/4/2020 của Chính phủ',
      'Quyết định số 22/2023/QĐ-TTg ngày 17/8/2023 của Thủ tướng Chính phủ',
      'Luật Thi hành án hình sự năm 2019',
    ],
    signer: { title: 'Chủ tịch', name: 'Trần Việt Trường' },
  },
  provinceCode: '92',
  unitsOn: '2024-07-30',
  years,
  windows: {
    family: 'pol',
    status: 'stated',
    reason:
      'Mục IV.1 nêu rõ: 6 tháng đầu năm từ 15/11 năm trước đến 14/5, năm từ 15/11 năm trước đến 14/11',
    cycle: 'half-year',
  },
  committees: 'district',
  populations: [
    {
      id: 'returnee',
      words: 'Người chấp hành xong án phạt tù trở về địa phương',
      clause: 'II.1.c, II.9.a',
    },
    {
      id: 'community-sentence',
      words:
        'Người chấp hành án hình sự tại cộng đồng (tư vấn, giới thiệu việc làm, đào tạo nghề: trừ trường hợp được hoãn, tạm đình chỉ chấp hành án phạt tù)',
      clause: 'II.1.c, II.3.a',
    },
  ],
  openParameters,
  targets: [],
  qualitative,
  bodies,
  facilities,
  obligations,
  collection,
  taken,
})
