/** Module hook: gives the program some of its own files with a fault planted in the text; see mutations.ts. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

let planted = []

export function initialize(mutations) {
  planted = mutations
}

export async function load(url, context, nextLoad) {
  const own = planted.filter(({ file }) => url.split('?')[0].endsWith(`/${file}`))
  if (own.length === 0) return nextLoad(url, context)
  let text = await readFile(fileURLToPath(url.split('?')[0]), 'utf8')
  for (const { from, to } of own) text = text.replace(from, () => to)
  return { format: 'module', source: text, shortCircuit: true }
}
