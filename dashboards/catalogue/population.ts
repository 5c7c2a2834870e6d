import type { PopulationFacts } from '#models/catalogue/catalogue.ts'
import { subjectWords, catalogueWords as words } from '../words-catalogue.ts'
import { type Article, code, facts, joined, section, sql, text } from './article.ts'
import { readableSql } from './sql.ts'

/** Whom indicators look at, and the view that finds them. */
export function populationArticle(of: PopulationFacts): Article {
  return {
    path: `populations/${of.id}`,
    title: populationName(of),
    blocks: [
      text(of.words ?? null),
      facts([
        [words.code, code(of.id)],
        ['Mỗi dòng là', subjectWords[of.subject]],
        ['Phân tách được theo', joined(of.breakdowns.map(code), ', ')],
        [
          words.indicators,
          joined(
            of.of.map((id) => ({ text: id, to: `indicators/${id}` })),
            ', ',
          ),
        ],
      ]),
    ],
    sections: section('SQL', [sql(readableSql(of.sql))]),
  }
}

/** What other articles call it: its words up to the first stop. */
export function populationName({ id, words: said = id }: PopulationName): string {
  return said.replace(/[;:].*$/, '')
}

type PopulationName = { readonly id: string; readonly words?: string | undefined }
