import type { Plan } from '#models/plans/plan.ts'
import { writeDate } from '#sources/vocabulary/date.ts'
import { windowWords } from '../words.ts'
import { paceWords, catalogueWords as words } from '../words-catalogue.ts'
import { committeeWords, familyWords, windowStatusWords } from '../words-plans.ts'
import { type Article, code, facts, list, section, table, text } from './article.ts'
import { sendersOf } from './form.ts'
import { planName, planNumber } from './plan-name.ts'
import { bodyRows, formLink, obligationRow, openRow, outlineRows, targetRow } from './plan-rows.ts'

/** A plan: what its text says clause by clause, the province's schedule beside it, and what the text leaves open. */
export function planArticle(plan: Plan): Article {
  const { document, windows } = plan
  return {
    path: `plans/${plan.id}`,
    title: `${planName(plan)}: ${document.title}`,
    blocks: [
      facts([
        [words.code, code(plan.id)],
        ['Số, ký hiệu', planNumber(plan)],
        ['Cơ quan ban hành', document.issuer],
        [
          'Ngày, nơi ban hành',
          `${document.place}, ${document.date === null ? (document.asWritten?.date ?? words.headLost) : writeDate(document.date)}`,
        ],
        [
          'Người ký',
          document.signer === null
            ? words.unstated
            : `${document.signer.title} ${document.signer.name}`,
        ],
        ['Đơn vị hành chính', `theo danh mục ngày ${writeDate(plan.unitsOn)}`],
        ['Năm theo dõi', plan.years.join(', ')],
        ['UBND báo cáo', committeeWords[plan.committees]],
        [
          'Kỳ số liệu',
          `${windows.cycle === 'review' ? words.byReviews : familyWords[windows.family]} – ${windowStatusWords[windows.status]}. ${windows.reason}`,
        ],
        ['Chu kỳ báo cáo', paceWords[windows.cycle]],
      ]),
    ],
    sections: [
      ...section('Căn cứ', [list(document.bases)]),
      ...section('Đợt tổng kết', [
        list(
          (windows.reviews ?? []).map(
            ({ window, words: what, clause }) => `${windowWords(window)}: ${what} (${clause})`,
          ),
        ),
      ]),
      ...section('Đối tượng', [
        list(plan.populations.map((each) => `${each.words} (mục ${each.clause})`)),
      ]),
      ...section('Chỉ tiêu', [
        table(
          ['Chỉ tiêu', 'Mục', 'Nội dung', 'Mức', 'Chỉ số và tham số', 'Xét ở'],
          plan.targets.map(targetRow),
        ),
      ]),
      ...section('Chỉ tiêu không có con số', [
        table(
          ['Mã', 'Mục', 'Nội dung'],
          plan.qualitative.map(({ id, clause, statement }) => [id, clause, statement]),
        ),
      ]),
      ...section('Nghĩa vụ báo cáo theo Kế hoạch', [
        table(
          ['Mã', 'Mục', 'Nội dung', 'Ai gửi', 'Gửi ai', 'Biểu', 'Thời hạn'],
          plan.obligations.map((each) => obligationRow(each, plan)),
        ),
      ]),
      ...section('Lịch thu thập của tỉnh, thành phố', [
        text(
          'Do tỉnh, thành phố đặt ra để có số liệu; không phải lời của Kế hoạch. Kỳ nào Kế hoạch đã nêu thời hạn thì theo thời hạn của Kế hoạch.',
        ),
        table(
          ['Biểu', 'Ai gửi', 'Kỳ', 'Trước ngày', 'Căn cứ'],
          plan.collection.map((line) => [
            formLink(line.form),
            sendersOf(line.by, plan),
            paceWords[line.every],
            `${line.beforeDay} của tháng chốt kỳ`,
            line.reference,
          ]),
        ),
      ]),
      ...section('Biểu nhận khi được gửi', [
        list(plan.taken.map(({ form, by }) => [formLink(form), `: ${sendersOf(by, plan)}`])),
      ]),
      ...section('Nội dung Kế hoạch để ngỏ', [
        table(
          ['Tham số', 'Đang chọn', 'Có thể chọn', 'Chỉ tiêu', 'Mục', 'Lý do'],
          plan.openParameters.map(openRow),
        ),
      ]),
      ...section('Đề cương báo cáo', [
        table(['Ai viết', 'Mục', 'Nội dung', 'Đợt'], outlineRows(plan)),
      ]),
      ...section('Phân công trách nhiệm', [
        table(['Mục', 'Cơ quan', 'Báo cáo', 'Nhiệm vụ', 'Thời hạn'], plan.bodies.flatMap(bodyRows)),
      ]),
    ],
  }
}
