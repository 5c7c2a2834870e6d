import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cover } from '#sources/forms/cover.ts'
import { storedFields, tableOf } from '#sources/forms/form.ts'
import { anyForms, formById, forms } from '#sources/forms/index.ts'
import { headerKey, namesOf } from '#sources/sheets/header.ts'

const folder = new URL('../../../sources/forms/', import.meta.url)

describe('the list of forms', () => {
  test('every file that defines a form has its line in index.ts', () => {
    const defined = readdirSync(folder).filter((file) =>
      /= defineForm\(/.test(readFileSync(new URL(file, folder), 'utf8')),
    )
    const missing = defined
      .map((file) => file.replace(/\.ts$/, ''))
      .filter((id) => formById(id) === undefined)
      .map((id) => `sources/forms/${id}.ts is not in index.ts`)
    expect(missing).toEqual([])
    expect(defined).toHaveLength(forms.length)
  })

  test('ids, numbers and sheets are each their own, in the order of the numbers', () => {
    for (const key of ['id', 'number', 'sheet'] as const) {
      expect(new Set(anyForms.map((form) => form[key])).size).toBe(forms.length)
    }
    const numbers = anyForms.map(({ number }) => number)
    expect(numbers).toEqual([...numbers].sort())
    for (const { sheet, number } of anyForms) {
      expect(sheet.startsWith(`${number}.`)).toBe(true)
      expect(sheet.length).toBeLessThanOrEqual(31)
    }
  })

  test('an unknown id is no form', () => {
    expect(formById('nothing')).toBeUndefined()
    expect(formById('reoffence')?.number).toBe('03')
  })
})

describe.each([cover, ...anyForms].map((form) => [form.id, form] as const))('%s', (_, form) => {
  const columns = Object.entries(form.columns)

  test('no two columns answer to one header, but right of columns that are told apart', () => {
    const owners = new Map<string, Set<string>>()
    columns.forEach(([field, column], at) => {
      for (const key of namesOf(field, column).map(headerKey)) {
        owners.set(key, (owners.get(key) ?? new Set()).add(String(at)))
      }
    })
    for (const [, places] of owners) {
      if (places.size === 1) continue
      const left = [...places].map((at) => headerKey(columns[Number(at) - 1]?.[1].header ?? ''))
      for (const key of left) expect([key, owners.get(key)?.size]).toEqual([key, 1])
    }
  })

  test('no two labels of a choice are one without diacritics', () => {
    for (const [, { choices }] of columns) {
      const labels = Object.values(choices ?? {}).map(headerKey)
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  test('only columns that may be empty may be absent', () => {
    for (const [, { hints, need }] of columns) {
      expect(hints.droppable === true && need === 'required').toBe(false)
    }
  })
})

describe.each(anyForms.map((form) => [form.id, form] as const))(
  '%s in the warehouse',
  (_, form) => {
    test('nothing of the vault is stored, and the key and the unit are columns', () => {
      const stored = storedFields(form)
      for (const field of stored) expect(['person', 'unit']).toContain(form.columns[field]?.store)
      expect(stored).not.toContain('full_name')
      expect(stored).not.toContain('national_id')
      const named = [...form.key, ...(form.unit === 'reporter' ? [] : [form.unit.column])]
      for (const field of named) expect(Object.keys(form.columns)).toContain(field)
      expect(tableOf(form)).toMatch(/^form_[a-z_]+$/)
    })
  },
)
