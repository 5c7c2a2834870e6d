const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** What a reader sees of markup: texts in order, spaces folded. */
export function textOf(markup: string): string {
  return markup
    .replace(/<\/(?:p|div|h\d|li|td|th|dt|dd|article|section|small|text)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] as string)
    .replace(/\s+/g, ' ')
    .trim()
}

const empty = ['meta', 'link', 'br', '!doctype']

/** Elements that are opened and not closed, or closed and not open, in order; none in sound markup. */
export function openTags(markup: string): readonly string[] {
  const open: string[] = []
  for (const [, closing, name = '', rest = ''] of markup.matchAll(/<(\/?)([!\w]+)([^>]*)>/g)) {
    if (empty.includes(name.toLowerCase()) || rest.endsWith('/')) continue
    if (closing === '') open.push(name)
    else if (open.at(-1) === name) open.pop()
    else return [...open, `/${name}`]
  }
  return open
}
