/** The text of a mail, decoded as mail programs do. */
export function mailText(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/^Content-Transfer-Encoding: base64/im.test(head))
    return Buffer.from(text, 'base64').toString('utf8')
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return text
  return unquoted(text.replaceAll(/=\r\n/g, '')).toString('utf8')
}

/** The subject of a mail; its words in another alphabet stand in the manner of RFC 2047. */
export function mailSubject(raw: string): string {
  const [, folded = ''] = /^Subject: ((?:.*\r\n)(?:[ \t].*\r\n)*)/m.exec(raw) ?? []
  const words = [...folded.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)]
  if (words.length === 0) return folded.trim()
  const bytes = words.map(([, how, what = '']) =>
    how?.toUpperCase() === 'B' ? Buffer.from(what, 'base64') : unquoted(what.replaceAll('_', ' ')),
  )
  return Buffer.concat(bytes).toString('utf8')
}

function unquoted(text: string): Buffer {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}
