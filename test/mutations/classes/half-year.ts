import { civilJudgment } from '#sources/forms/civil-judgment.ts'
import { funding } from '#sources/forms/funding.ts'
import { issuedDocument } from '#sources/forms/issued-document.ts'
import { narrative } from '#sources/forms/narrative.ts'
import { taskProgress } from '#sources/forms/task-progress.ts'
import { classesIn, type Mutation } from '../mutation.ts'

const tasks = classesIn('the half-year of a committee', taskProgress)
const words = classesIn('the half-year of a committee', narrative)
const money = classesIn('the half-year of a committee', funding)
const papers = classesIn('the half-year of a committee', issuedDocument)
const civil = classesIn('the civil judgments of a half-year', civilJudgment)

/** Biểu 12. */
const ofTasks: readonly Mutation[] = [
  ...tasks.empties([
    ['clause', 'Mục trong Kế hoạch'],
    ['task', 'Nhiệm vụ'],
    ['deadline', 'Thời hạn'],
    ['status', 'Tình hình thực hiện'],
  ]),
  tasks.withholds('a share for the state of a task', 'status', 2, 'Đạt 65 %', 'not-a-choice'),
  tasks.withholds('a quantity of nothing', 'measure', 1, null, 'required-when'),
  tasks.withholds('done on no day', 'done_on', 1, null, 'required-when'),
  tasks.warns('under way, and done on a day', 'done_on', 2, { day: '2026-05-20' }, 'only-when'),
  tasks.withholds(
    'done in the month to come',
    'done_on',
    1,
    { day: '2026-07-20' },
    'date-out-of-range',
  ),
  tasks.withholds('done “in May”', 'done_on', 1, 'trong tháng 5', 'not-a-date'),
  tasks.withholds('a quantity and its unit', 'quantity', 1, '2 lớp', 'not-a-number'),
  tasks.withholds(
    'a sentence for a unit of measure',
    'measure',
    1,
    'lớp tập huấn cho cán bộ. '.repeat(3),
    'too-long',
  ),
  tasks.withholds(
    'a sentence for the clause',
    'clause',
    1,
    'Mục II.1 của Kế hoạch số 195/KH-UBND ngày 22',
    'too-long',
  ),
  tasks.withholds(
    'an id in the name of a task',
    'task',
    1,
    'Giúp đỡ 024085000001',
    'id-in-free-text',
  ),
  tasks.withholds(
    'an id in the product of a task',
    'document_no',
    1,
    '30/BC 024085000001',
    'id-in-free-text',
  ),
  tasks.warns(
    'an id in the difficulties',
    'difficulty',
    1,
    'Không gặp 024085000001',
    'id-in-free-text',
  ),
  tasks.withholds(
    'the difficulties are a report',
    'difficulty',
    1,
    'Thiếu kinh phí. '.repeat(200),
    'too-long',
  ),
  tasks.withholds(
    'the proposals are a report',
    'proposal',
    1,
    'Đề nghị hỗ trợ. '.repeat(200),
    'too-long',
  ),
  tasks.onSheet(
    'a task is pasted twice',
    { on: 'row', like: 1, typed: { quantity: 3 } },
    { code: 'row-twice', cell: tasks.there('clause', 3), field: 'clause' },
  ),
  tasks.renames('the header of the state becomes “Ghi chú”', 'status', 'Ghi chú'),
  tasks.doubles('the header of the day done stands twice', 'done_on', 'K7'),
]

/** Biểu 13. */
const ofWords: readonly Mutation[] = [
  ...words.empties([
    ['section', 'Mục'],
    ['title', 'Tiêu đề'],
  ]),
  words.withholds(
    'a section longer than may be',
    'text',
    1,
    'Đã tổ chức hội nghị. '.repeat(300),
    'too-long',
  ),
  words.withholds(
    'a title for the number of a section',
    'section',
    1,
    'Công tác chỉ đạo, triển khai',
    'too-long',
  ),
  words.withholds(
    'a paragraph for a title',
    'title',
    1,
    'Công tác chỉ đạo, triển khai. '.repeat(12),
    'too-long',
  ),
  words.warns('an id in a report', 'text', 1, 'Đã giúp 024085000001 tìm việc.', 'id-in-free-text'),
  words.withholds(
    'an id in the name of an annex',
    'attachment',
    2,
    'Hồ sơ 024085000001',
    'id-in-free-text',
  ),
  words.withholds(
    'the words from a sheet that is gone',
    'text',
    1,
    { error: '#REF!' },
    'error-cell',
  ),
  words.onSheet(
    'a section is pasted twice',
    { on: 'row', like: 1, typed: { text: 'Như trên.' } },
    { code: 'row-twice', cell: words.there('section', 3), field: 'section' },
  ),
  words.renames('the header of the words becomes “Báo cáo”', 'text', 'Báo cáo'),
]

/** Biểu 14. */
const ofMoney: readonly Mutation[] = [
  ...money.empties([
    ['source', 'Nguồn kinh phí'],
    ['estimate', 'Dự toán được giao trong năm (triệu đồng)'],
    ['spent', 'Đã chi lũy kế (triệu đồng)'],
  ]),
  money.withholds('a source in words of his own', 'source', 1, 'Nguồn khác', 'not-a-choice'),
  money.onSheet(
    'one source in two rows',
    { on: 'row', like: 1, typed: { spent: 30 } },
    { code: 'row-twice', cell: money.there('source', 3), field: 'source' },
  ),
  money.warns('more spent than given', 'spent', 1, 51, 'exceeds'),
  money.withholds('a fund without what it took in', 'received', 2, null, 'required-when'),
  money.warns('a budget that takes gifts', 'received', 1, 6, 'only-when'),
  money.warns('a fund that nobody says is founded', 'fund_established', 2, null, 'required-when'),
  money.warns('a budget that is founded', 'fund_established', 1, 'Có', 'only-when'),
  money.withholds('a fund founded “soon”', 'fund_established', 2, 'sắp có', 'not-a-choice'),
  money.withholds(
    'a comma in thousands of an estimate',
    'estimate',
    1,
    '1,234',
    'ambiguous-number',
  ),
  money.withholds('a negative gift', 'received', 2, '-6,5', 'negative'),
  money.withholds(
    'the names of those who gave',
    'contributors',
    2,
    'ông Năm, bà Bảy',
    'not-a-number',
  ),
  money.renames('the header of the spent becomes “Chi”', 'spent', 'Chi'),
  money.doubles('the header of the estimate stands twice', 'estimate', 'G7'),
]

/** Biểu 15. */
const ofCivil: readonly Mutation[] = [
  ...civil.empties([
    ['office', 'Phòng THADS khu vực (Chi cục THADS)'],
    ['proposed', 'Số hồ sơ đề nghị Tòa án xét miễn, giảm'],
    ['granted', 'Số hồ sơ được miễn, giảm'],
    ['confirmed', 'Số người được xác nhận kết quả thi hành án'],
  ]),
  civil.withholds('everybody for a population', 'population', 1, 'Tất cả', 'not-a-choice'),
  civil.refuses(
    'one population of an office in two rows',
    'population',
    2,
    'Người CHXAPT',
    'row-twice',
    { at: ['office', 2] },
  ),
  civil.warns('more granted than proposed', 'granted', 1, 7, 'exceeds'),
  civil.withholds(
    'an office and all its communes',
    'office',
    1,
    'Phòng THADS khu vực 1, '.repeat(9),
    'too-long',
  ),
  civil.withholds('an amount let off that is none', 'amount_granted', 1, 'toàn bộ', 'not-a-number'),
  civil.withholds('a negative number of complaints', 'complaints', 1, -1, 'negative'),
  civil.withholds(
    'the fulfilled are not calculated',
    'fulfilled',
    1,
    { formula: 'F9-C9' },
    'formula-without-value',
  ),
  civil.renames('the header of the confirmed becomes “Xác nhận”', 'confirmed', 'Xác nhận'),
  civil.doubles('the header of the granted stands twice', 'granted', 'I7'),
]

/** Biểu 16. */
const ofPapers: readonly Mutation[] = [
  ...papers.empties([
    ['kind', 'Loại văn bản'],
    ['number', 'Số, ký hiệu'],
    ['issued_on', 'Ngày ban hành'],
    ['abstract', 'Trích yếu'],
    ['sent_on', 'Ngày gửi Công an tỉnh'],
    ['plan_ref', 'Triển khai Kế hoạch số'],
  ]),
  papers.withholds('a kind of document that there is not', 'kind', 1, 'Giấy mời', 'not-a-choice'),
  papers.withholds('sent before it was issued', 'sent_on', 1, { day: '2026-05-29' }, 'date-order'),
  papers.withholds(
    'received before it was sent',
    'received_on',
    1,
    { day: '2026-05-31' },
    'date-order',
  ),
  papers.withholds(
    'issued in the month to come',
    'issued_on',
    1,
    { day: '2026-07-30' },
    'date-out-of-range',
  ),
  papers.withholds('sent “after signing”', 'sent_on', 1, 'sau khi ký', 'not-a-date'),
  papers.withholds(
    'the whole document for its abstract',
    'abstract',
    1,
    'Triển khai kế hoạch. '.repeat(30),
    'too-long',
  ),
  papers.withholds(
    'an id in the abstract',
    'abstract',
    1,
    'Giúp đỡ 024085000001',
    'id-in-free-text',
  ),
  papers.withholds(
    'the name and all offices of who signed',
    'signer_title',
    1,
    'Chủ tịch, '.repeat(12),
    'too-long',
  ),
  papers.onSheet(
    'a document is pasted twice',
    { on: 'row', like: 1, typed: { abstract: 'Kế hoạch năm 2026' } },
    { code: 'row-twice', cell: papers.there('number', 2), field: 'number' },
  ),
  papers.renames('the header of the abstract becomes “Về việc”', 'abstract', 'Về việc'),
  papers.doubles('the header of the kind stands twice', 'kind', 'I7'),
]

export const ofHalfYear: readonly Mutation[] = [
  ...ofTasks,
  ...ofWords,
  ...ofMoney,
  ...ofCivil,
  ...ofPapers,
]
