import { writeDate } from '#sources/vocabulary/date.ts'
import type { Edition } from '../views.ts'
import { headings, instantWords, sourceWords } from '../words.ts'
import { type Html, html } from './html.ts'

/** What the figures were made from, so that they can be made again, and room for two names. */
export function version({ data, businessDate }: Edition): Html {
  return html`<section><h2>${headings.version}</h2>
<dl class="version">
<dt>Nguồn</dt><dd>${sourceWords(data.files, data.inForce)}</dd>
<dt>Phiên bản số liệu</dt><dd>${data.generation}; ghi nhận đến ${instantWords(data.knownUntil)}; ngày làm căn cứ ${writeDate(businessDate)}</dd>
<dt>Mã kiểm tra kết quả</dt><dd>${data.resultHash}</dd>
<dt>Phần mềm, danh mục</dt><dd>Hòa Nhập ${data.codeVersion}; danh mục đơn vị hành chính ${data.referenceSha.slice(0, 12)}</dd>
</dl>
<div class="sign"><div>NGƯỜI LẬP <small>(ký, ghi rõ họ tên)</small></div><div>NGƯỜI KIỂM TRA <small>(ký, ghi rõ họ tên)</small></div></div></section>`
}
