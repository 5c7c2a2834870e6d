import { cellPlace } from '#sources/readers/book.ts'
import { relationshipsOf } from '#sources/readers/relationships.ts'
import { parseText } from '#sources/readers/xml.ts'
import { words } from '../words.ts'
import { cellText, type Edit, edited, escaped, prefixOf } from './edits.ts'
import { declare, declareEnding, namespacesOf, type Package, relate } from './package.ts'
import { type CellPlace, withLegacyDrawing } from './sheet.ts'
import { drawnIn, keyOf, redrawn } from './vml.ts'

/** A sentence for a cell. */
export interface Remark extends CellPlace {
  readonly address: string
  readonly text: string
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/**
 * Puts our remarks into the comments of a sheet and takes away those of an earlier answer; what other people wrote stays, and ours stands
 * under it. Ours begin with a line of their own, by which they are found whoever has saved the file since.
 */
export function writeRemarks(
  parts: Package,
  sheet: string,
  legacyDrawing: string | null,
  remarks: readonly Remark[],
): void {
  const related = relationshipsOf(parts, sheet)
  const known = related.find(({ kind }) => kind === 'comments')?.part ?? null
  const drawing = related.find(({ id }) => id === legacyDrawing)?.part ?? null
  const before = known === null ? null : parts.text(known)
  if (remarks.length === 0 && !before?.includes(words.remark)) return
  const { text, gone } = commented(before ?? emptyComments(parts.text(sheet)), remarks)
  const part = known ?? parts.free('xl/comments', '.xml')
  parts.write(part, text)
  const art = drawing ?? parts.free('xl/drawings/vmlDrawing', '.vml')
  const drawn = drawing === null ? null : new TextDecoder().decode(parts.take(drawing))
  const there = drawnIn(drawn ?? '')
  const left = gone.filter((place) => !remarks.some((remark) => keyOf(remark) === keyOf(place)))
  const added = remarks.filter((remark) => !there.has(keyOf(remark)))
  const balloons = added.map(({ row, column, text: { length } }) => ({
    row,
    column,
    letters: length,
  }))
  parts.write(art, redrawn(drawn, left, balloons))
  if (known === null) {
    declare(parts, part, TYPE)
    relate(parts, sheet, 'comments', part)
  }
  if (drawing === null) {
    declareEnding(parts, 'vml', DRAWING)
    const id = relate(parts, sheet, 'vmlDrawing', art)
    const own = parts.text(sheet)
    parts.write(sheet, withLegacyDrawing(own, sheet, id, namespacesOf(own).relations))
  }
}

/** A comment that stands there, and where in it an earlier remark of ours stands. */
interface Comment {
  readonly ref: string
  readonly from: number
  readonly to: number
  /** Where `</text>` begins; null where there is no text to stand under. */
  readonly textEnd: number | null
  readonly ours: Ours | null
}

interface Ours {
  /** Nobody else has written into the comment. */
  readonly alone: boolean
  readonly from: number
  /** Closes what is cut open when Excel has joined our words to those of others. */
  readonly closing: string
}

/** The comments with our remarks, and the cells whose comment was ours alone and is gone. */
function commented(text: string, remarks: readonly Remark[]) {
  const p = prefixOf(text)
  const { comments, list } = commentsIn(text)
  const edits: Edit[] = []
  const gone: CellPlace[] = []
  const left = new Map(remarks.map((remark) => [remark.address, remark]))
  for (const { ref, from, to, textEnd, ours } of comments) {
    if (ours?.alone === true) {
      edits.push({ from, to, text: '' })
      gone.push(cellPlace(ref))
    } else if (textEnd !== null) {
      const remark = left.get(ref)
      left.delete(ref)
      const run = remark === undefined ? '' : runOf(`\n\n${words.remark}\n${remark.text}`, p)
      const closing = ours?.closing ?? ''
      edits.push({ from: ours?.from ?? textEnd, to: textEnd, text: closing + run })
    }
  }
  if (left.size > 0) {
    const author = authorOf(text, p)
    const own = [...left.values()].map(
      ({ address, text: sentence }) =>
        `<${p}comment ref="${address}" authorId="${author.id}"><${p}text>${runOf(`${words.remark}\n${sentence}`, p)}</${p}text></${p}comment>`,
    )
    edits.push(...author.edits, filled(text, list, `${p}commentList`, own.join('')))
  }
  return { text: edited(text, edits), gone }
}

function commentsIn(text: string) {
  const comments: Comment[] = []
  let list = { from: text.length, to: text.length }
  let comment = { ref: '', from: 0 }
  let textEnd: number | null = null
  parseText(text, 'comments', {
    open: (name, attributes, from, to) => {
      if (name === 'commentList') list = { from, to }
      if (name !== 'comment') return
      comment = { ref: attributes.local('ref') ?? '', from }
      textEnd = null
    },
    close: (name, from, to) => {
      if (name === 'text') textEnd = from
      if (name === 'commentList') list = from === to ? list : { from, to: from }
      if (name !== 'comment') return
      const ours = textEnd === null ? null : oursIn(text, comment.from, textEnd)
      comments.push({ ...comment, to, textEnd, ours })
    },
  })
  return { comments, list }
}

/** Our first line has no sign that XML would write otherwise: it is looked for as it stands. */
function oursIn(text: string, from: number, to: number): Ours | null {
  const at = text.indexOf(words.remark, from)
  if (at < 0 || at >= to) return null
  const before = text.slice(text.indexOf('>', text.lastIndexOf('<', at)) + 1, at)
  const alone =
    text
      .slice(from, at)
      .replace(/<[^>]*>/g, '')
      .trim() === ''
  const run = /<(?:[\w.-]+:)?r(?:\s[^>]*)?>(?![\s\S]*<(?:[\w.-]+:)?r[\s>])/.exec(
    text.slice(from, at),
  )
  if (before.trim() === '' && run !== null) return { alone, from: from + run.index, closing: '' }
  const own = at - (before.length - before.trimEnd().length)
  const closing = /<\/(?:[\w.-]+:)?t>(?:\s*<\/(?:[\w.-]+:)?r>)?/.exec(text.slice(at, to))?.[0] ?? ''
  return { alone, from: own, closing }
}

/** Adds to an element, which may be an empty one. */
function filled(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  name: string,
  xml: string,
): Edit {
  const isEmpty = text.slice(from, to).endsWith('/>')
  return { from, to, text: isEmpty ? `<${name}>${xml}</${name}>` : xml }
}

/** Id of our author, who is entered last where he is new. */
function authorOf(
  text: string,
  p: string,
): { readonly id: number; readonly edits: readonly Edit[] } {
  const names = [
    ...text.matchAll(/<(?:[\w.-]+:)?author\s*(?:\/>|>([^<]*)<\/(?:[\w.-]+:)?author>)/g),
  ]
  const at = names.findIndex(([, name]) => name === escaped(words.slip))
  if (at >= 0) return { id: at, edits: [] }
  const author = `<${p}author>${escaped(words.slip)}</${p}author>`
  const authors = `${p}authors`
  const empty = new RegExp(`<${authors}\\s*/>`).exec(text)
  const from = empty?.index ?? text.indexOf(`</${authors}>`)
  const to = from + (empty?.[0].length ?? 0)
  return { id: names.length, edits: [filled(text, { from, to }, authors, author)] }
}

function runOf(text: string, p: string): string {
  return `<${p}r><${p}rPr><${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="Tahoma"/><${p}family val="2"/></${p}rPr><${p}t xml:space="preserve">${cellText(text)}</${p}t></${p}r>`
}

function emptyComments(sheet: string): string {
  const { main } = namespacesOf(sheet)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors></authors><commentList></commentList></comments>`
}
