/** What a check of a form asks of a row, as the catalogue prints it; headers stand in quotes, as in the answers to senders. */

type Severity = 'error' | 'warning'

/** `“Ngày tiếp nhận” không trước “Ngày ra trại”`. */
export function notBeforeRule(of: Compared): string {
  return rule(`${quoted(of.header)} không trước ${quoted(of.other)}`, of)
}

/** `“Nợ quá hạn” không lớn hơn “Dư nợ”`. */
export function notMoreThanRule(of: Compared): string {
  return rule(`${quoted(of.header)} không lớn hơn ${quoted(of.other)}`, of)
}

interface Compared {
  readonly header: string
  readonly other: string
  readonly severity: Severity
  /** When the check speaks at all. */
  readonly when?: string | undefined
}

/** `“Giảm” bằng tổng “A”, “B” trừ “C”`. */
export function sumRule(
  total: string,
  parts: readonly string[],
  less: readonly string[] = [],
): string {
  const sum = `${quoted(total)} bằng tổng ${listed(parts)}`
  return less.length === 0 ? sum : `${sum}, trừ ${listed(less)}`
}

/** `“A”, “B” cộng lại không lớn hơn “C”`. */
export function partsRule(total: string, parts: readonly string[]): string {
  return `${listed(parts)} cộng lại không lớn hơn ${quoted(total)}`
}

/** `“A” không lớn hơn tổng “B”, “C”`. */
export function atMostSumRule(total: string, parts: readonly string[]): string {
  return `${quoted(total)} không lớn hơn tổng ${listed(parts)}`
}

/** `“Đợt đặc xá” phải ghi khi diện được đặc xá`. */
export function requiredRule(header: string, when: string, severity: Severity): string {
  return rule(`${quoted(header)} phải ghi khi ${when}`, { severity })
}

/** `“Đợt đặc xá” chỉ ghi khi diện được đặc xá`. */
export function onlyRule(header: string, when: string, severity: Severity): string {
  return rule(`${quoted(header)} chỉ ghi khi ${when}`, { severity })
}

/** `không có hai dòng trùng nhau về “Số định danh cá nhân”`. */
export function uniqueRule(headers: readonly string[]): string {
  return `không có hai dòng trùng nhau về ${listed(headers)}`
}

/** A warning withholds nothing, and says so. */
export function warned(words: string): string {
  return `${words} (cảnh báo)`
}

function rule(
  words: string,
  { severity, when }: { readonly severity: Severity; readonly when?: string | undefined },
): string {
  const said = when === undefined ? words : `${words} (${when})`
  return severity === 'warning' ? warned(said) : said
}

function listed(headers: readonly string[]): string {
  return headers.map(quoted).join(', ')
}

function quoted(header: string): string {
  return `“${header.replace(/^– /, '')}”`
}
