import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { scanXml } from '#sources/readers/xml-scanner.ts'

type Event = readonly [kind: string, value: string, attributes?: Record<string, string>]

/** Our events and those of a validating SAX parser, text that touches joined. */
function ours(xml: string, names: readonly string[]): readonly Event[] {
  const events: Event[] = []
  scanXml(
    xml,
    {
      open: (name, attributes) => {
        const found = names.flatMap((key) => {
          const value = attributes.get(key)
          return value === undefined ? [] : [[key, value] as const]
        })
        events.push(['open', name, Object.fromEntries(found)])
      },
      text: (text) => events.push(['text', text]),
      close: (name) => events.push(['close', name]),
    },
    (reason) => {
      throw new Error(reason)
    },
  )
  return joined(events)
}

function theirs(xml: string): readonly Event[] {
  const events: Event[] = []
  const parser = new SaxesParser()
  let depth = 0
  const hear = (text: string) => depth > 0 && events.push(['text', text])
  parser.on('opentag', (tag) => {
    depth += 1
    events.push(['open', tag.name, { ...tag.attributes } as never])
  })
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', (tag) => {
    depth -= 1
    events.push(['close', tag.name])
  })
  parser.write(xml).close()
  return joined(events)
}

function joined(events: readonly Event[]): readonly Event[] {
  const result: Event[] = []
  for (const event of events) {
    const last = result.at(-1)
    if (event[0] === 'text' && last?.[0] === 'text')
      result[result.length - 1] = ['text', last[1] + event[1]]
    else if (event[0] !== 'text' || event[1] !== '') result.push(event)
  }
  return result
}

const NAMES = ['a', 'row', 'c', 'v', '_x-1', 'đơn.vị']
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#x22;')
const words = fc.stringMatching(/^[a-zà-ỹ0-9 <>&"'\r\n\t]{0,12}$/)
const tree = fc.letrec<{ node: string; content: string }>((tie) => ({
  content: fc.oneof(
    words.map(escaped),
    words.map((text) => `<![CDATA[${text}]]>`),
    fc.constant('<!-- chú thích <b> & -->'),
    fc.constant('<?pi <x>?>'),
    tie('node'),
  ),
  node: fc
    .record({
      name: fc.constantFrom(...NAMES),
      attributes: fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), words, fc.boolean()), {
        selector: ([name]) => name,
        maxLength: 3,
      }),
      blanks: fc.constantFrom('', ' ', '\n'),
      content: fc.array(tie('content'), { maxLength: 4 }),
    })
    .map(({ name, attributes, blanks, content }) => {
      const list = attributes.map(([key, value, single]) =>
        single
          ? ` ${key} = '${escaped(value).replaceAll("'", '&apos;')}'`
          : `\n${key}="${escaped(value)}"`,
      )
      const body = content.join('')
      return body === ''
        ? `<${name}${list.join('')}${blanks}/>`
        : `<${name}${list.join('')}${blanks}>${body}</${name}${blanks}>`
    }),
})).node

describe('the scanner hears what a SAX parser hears', () => {
  test('on any well-formed document', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- đầu -->${node}\n`
        expect(ours(xml, NAMES)).toEqual(theirs(xml))
      }),
      { numRuns: 300 },
    )
  })

  test('and refuses what it refuses, wherever one sign is taken away or doubled', () => {
    const xml = `<a b="1" c='2'><v>&lt;&#65;</v><w x="y"/>t<![CDATA[z]]></a>`
    const broken = Array.from(xml, (sign, at) => [
      xml.slice(0, at) + xml.slice(at + 1),
      xml.slice(0, at) + sign + xml.slice(at),
    ]).flat()
    const accepts = (parse: () => unknown) => {
      try {
        parse()
        return true
      } catch {
        return false
      }
    }
    const laxer = broken.filter(
      (text) => accepts(() => ours(text, [])) && !accepts(() => theirs(text)),
    )
    const stricter = broken.filter(
      (text) => !accepts(() => ours(text, [])) && accepts(() => theirs(text)),
    )
    expect({ laxer, stricter }).toEqual({ laxer: [], stricter: [] })
  })
})

describe('the scanner refuses', () => {
  const reasonOf = (xml: string) => {
    try {
      scanXml(xml, { text: () => {} }, (reason) => {
        throw new Error(reason)
      })
      return null
    } catch (error) {
      return (error as Error).message
    }
  }

  test.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'doctype'],
    ['<a><!DOCTYPE a></a>', 'doctype'],
    ['<a>&nbsp;</a>', 'xml'],
    ['<a>&#0;</a>', 'xml'],
    ['<a>&#xD800;</a>', 'xml'],
    ['<a>\u0001</a>', 'xml'],
    ['<a/><a/>', 'xml'],
    ['<a></b>', 'xml'],
    ['<a b="1" b="2"/>', 'xml'],
    ['<a b=1/>', 'xml'],
    ['<a', 'xml'],
    ['', 'xml'],
    ['x<a/>', 'xml'],
    ['<a/>x', 'xml'],
    ['<a>'.repeat(101) + '</a>'.repeat(101), 'xml'],
  ])('%s', (xml, reason) => expect(reasonOf(xml)).toBe(reason))
})

test('the prefix of the root is taken off, other prefixes stay', () => {
  const names: string[] = []
  scanXml(
    '<x:a xmlns:x="m"><x:b r:id="7"/><y:c/><d/></x:a>',
    { open: (name, attributes) => names.push(`${name} ${attributes.local('id') ?? ''}`) },
    (reason) => {
      throw new Error(reason)
    },
  )
  expect(names).toEqual(['a ', 'b 7', 'y:c ', 'd '])
})
