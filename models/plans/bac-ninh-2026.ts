import {
  communicationReach,
  counsellingCoverage,
  exemplarCoverage,
  jobIntroductionCoverage,
  legalSupportCoverage,
  modelCoverage,
  papersCoverage,
  preReleasePreparationCoverage,
  receptionCoverage,
  reoffendingRate,
} from '../indicators/index.ts'
import { bodies } from './bac-ninh-2026-bodies.ts'
import { openParameters } from './bac-ninh-2026-open.ts'
import { qualitative } from './bac-ninh-2026-qualitative.ts'
import { definePlan } from './plan.ts'

const directive = {
  basis: 'directive',
  beforeDay: 18,
  reference: 'theo hướng dẫn của Công an tỉnh',
} as const

const recipient = 'Công an tỉnh (qua Phòng Cảnh sát thi hành án hình sự và hỗ trợ tư pháp)'

/** Bắc Ninh's plan of 2026: quarter and year, province and 99 communes, ten numeric targets. */
export const bacNinh2026 = definePlan({
  id: 'bac-ninh-2026',
  document: {
    number: '195/KH-UBND',
    date: '2026-05-29',
    place: 'Bắc Ninh',
    issuer: 'Ủy ban nhân dân tỉnh Bắc Ninh',
    title:
      'Thực hiện Đề án “Nâng cao chất lượng, hiệu quả công tác tái hòa nhập cộng đồng trên địa bàn tỉnh, giai đoạn 2026 - 2031” năm 2026',
    bases: [
      'Quyết định số 1013/QĐ-UBND ngày 23/4/2026 của Chủ tịch UBND tỉnh Bắc Ninh',
      'Nghị định số 49/2020/NĐ-CP ngày 17/4/2020 của Chính phủ',
      'Quyết định số 22/2023/QĐ-TTg ngày 17/8/2023 của Thủ tướng Chính phủ',
    ],
    signer: { title: 'Chủ tịch', name: 'Phạm Hoàng Sơn' },
  },
  provinceCode: '24',
  unitsOn: '2026-05-29',
  years: [2026],
  windows: {
    family: 'adm',
    status: 'inferred',
    reason:
      'Kế hoạch không nêu ngày chốt số liệu; các hạn 15/6, 15/9, 15/12 (mục IV.2) khớp kỳ báo cáo của Nghị định 09/2019/NĐ-CP, Điều 12',
    cycle: 'quarter',
  },
  committees: 'commune',
  populations: [
    {
      id: 'returnee',
      words:
        'Người chấp hành xong án phạt tù, người được đặc xá, người được tha tù trước thời hạn có điều kiện',
      clause: 'II.1',
    },
    {
      id: 'inmate',
      words:
        'Phạm nhân đang chấp hành án phạt tù tại các cơ sở giam giữ thuộc Công an tỉnh, phạm nhân trước khi chấp hành xong án phạt tù',
      clause: 'II.4, II.5',
    },
  ],
  openParameters,
  targets: [
    {
      id: 'T01',
      indicator: communicationReach,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.1',
      statement:
        'Tuyên truyền đến 100% cán bộ, công chức và người dân trong độ tuổi trưởng thành về công tác tái hòa nhập cộng đồng',
    },
    {
      id: 'T02',
      indicator: reoffendingRate,
      with: { stage: 'prosecuted', population: 'managed' },
      below: [1, 100],
      striving: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.2',
      statement: 'Giảm tỷ lệ người chấp hành xong án phạt tù tái phạm tội năm 2026 dưới 1%',
    },
    {
      id: 'T03a',
      indicator: receptionCoverage,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement:
        '100% người về địa phương năm 2026 được tiếp nhận và thực hiện quy trình quản lý, giáo dục, giúp đỡ',
    },
    {
      id: 'T03b',
      indicator: counsellingCoverage,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement: '100% người về địa phương năm 2026 được tư vấn, trợ giúp về tâm lý',
    },
    {
      id: 'T03c',
      indicator: legalSupportCoverage,
      with: { of: 'in-need' },
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement: '100% người về địa phương năm 2026 được hỗ trợ các thủ tục pháp lý',
    },
    {
      id: 'T03d',
      indicator: papersCoverage,
      with: { of: 'in-need' },
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement: '100% người về địa phương năm 2026 được cấp các giấy tờ liên quan đến cá nhân',
    },
    {
      id: 'T03e',
      indicator: jobIntroductionCoverage,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement: '100% người về địa phương năm 2026 được quan tâm giới thiệu việc làm',
    },
    {
      id: 'T05',
      indicator: preReleasePreparationCoverage,
      all: true,
      level: 'province',
      clause: 'II.5',
      statement:
        '100% phạm nhân trước khi chấp hành xong án phạt tù được tư vấn tâm lý, hỗ trợ các thủ tục pháp lý, định hướng nghề nghiệp, nâng cao khả năng tìm kiếm việc làm',
    },
    {
      id: 'T06a',
      indicator: modelCoverage,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.6',
      statement:
        '100% xã, phường có người chấp hành xong án phạt tù về cư trú xây dựng được mô hình tham gia quản lý, giáo dục, giúp đỡ',
    },
    {
      id: 'T06b',
      indicator: exemplarCoverage,
      atLeast: [30, 100],
      striving: true,
      duty: true,
      level: 'province',
      clause: 'II.6',
      statement:
        'Tối thiểu 30% xã, phường xây dựng được gương điển hình tiên tiến về tái hòa nhập cộng đồng',
    },
  ],
  qualitative,
  bodies,
  facilities: [{ slug: 'trai-tam-giam', name: 'Trại tạm giam Công an tỉnh' }],
  obligations: [
    {
      id: 'implementation-plan',
      what: 'Kế hoạch triển khai thực hiện',
      clause: 'IV.1',
      who: ['committee', 'agency'],
      except: ['agency:cong-an-tinh'],
      to: recipient,
      forms: [],
      dues: [{ window: null, cutOff: null, before: '2026-06-08' }],
    },
    {
      id: 'periodic-report',
      what: 'Báo cáo kết quả thực hiện Đề án hằng quý và năm 2026',
      clause: 'IV.2',
      who: ['committee', 'agency'],
      except: ['agency:cong-an-tinh'],
      to: recipient,
      forms: ['support-model', 'exemplar', 'communication'],
      dues: [
        { window: 'adm:2026-Q2', cutOff: null, before: '2026-06-15' },
        { window: 'adm:2026-Q3', cutOff: null, before: '2026-09-15' },
        { window: 'adm:2026-Q4', foldedInto: 'adm:2026', cutOff: null, before: '2026-12-15' },
      ],
    },
    {
      id: 'synthesis',
      what: 'Tổng hợp tình hình, kết quả thực hiện',
      clause: 'IV.4',
      who: ['agency:cong-an-tinh'],
      except: [],
      to: 'Chủ tịch UBND tỉnh',
      forms: [],
      dues: [],
      when: 'as-prescribed',
    },
  ],
  collection: [
    { form: 'returnee-register', by: ['police'], every: 'month', ...directive },
    { form: 'release-notice', by: ['agency:cong-an-tinh'], every: 'month', ...directive },
    { form: 'reoffence', by: ['agency:cong-an-tinh'], every: 'month', ...directive },
    { form: 'support-model', by: ['committee'], every: 'quarter', ...directive },
    { form: 'exemplar', by: ['committee'], every: 'quarter', ...directive },
    { form: 'communication', by: ['committee', 'agency'], every: 'quarter', ...directive },
    { form: 'pre-release', by: ['facility:trai-tam-giam'], every: 'month', ...directive },
  ],
  taken: [
    { form: 'credit', by: ['agency:ngan-hang-chinh-sach-xa-hoi'] },
    { form: 'community-sentence', by: ['police'] },
    { form: 'jobs-and-training', by: ['agency:so-noi-vu', 'agency:so-giao-duc-dao-tao'] },
    { form: 'tally', by: ['committee'] },
    { form: 'task-progress', by: ['committee', 'agency'] },
    { form: 'narrative', by: ['committee', 'agency'] },
    { form: 'funding', by: ['committee', 'agency'] },
    { form: 'civil-judgment', by: ['agency:thi-hanh-an-dan-su'] },
    { form: 'issued-document', by: ['committee', 'agency'] },
  ],
})
