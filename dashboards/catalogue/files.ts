import type { Catalogue } from '#models/catalogue/catalogue.ts'
import { articlesOf, contentsArticle } from './articles.ts'
import { markdown } from './markdown.ts'

const NOTE = 'made by npm run catalogue; change the definition, not this file'

/** The catalogue as Markdown files: path within `docs/catalogue` → text. */
export function catalogueFiles(catalogue: Catalogue): ReadonlyMap<string, string> {
  const articles = [contentsArticle(catalogue), ...Object.values(articlesOf(catalogue)).flat()]
  return new Map(articles.map((article) => [`${article.path}.md`, markdown(article, NOTE)]))
}
