import type { Catalogue } from '#models/catalogue/catalogue.ts'
import { formNumber, sentenceCase, catalogueWords as words } from '../words-catalogue.ts'
import { type Article, code, section, table, text } from './article.ts'
import { formArticle } from './form.ts'
import { indicatorArticle } from './indicator.ts'
import { planArticle } from './plan.ts'
import { planName } from './plan-name.ts'
import { populationArticle, populationName } from './population.ts'

/** The parts of the catalogue, each article once, in the order of their lists. */
export function articlesOf(catalogue: Catalogue): {
  readonly indicators: readonly Article[]
  readonly populations: readonly Article[]
  readonly forms: readonly Article[]
  readonly plans: readonly Article[]
} {
  return {
    indicators: catalogue.indicators.map((each) => indicatorArticle(each, catalogue.plans)),
    populations: catalogue.populations.map(populationArticle),
    forms: catalogue.forms.map(formArticle),
    plans: catalogue.plans.map(planArticle),
  }
}

/** The contents: a table for each part. */
export function contentsArticle(catalogue: Catalogue): Article {
  return {
    path: 'index',
    title: words.title,
    blocks: [text(words.lead)],
    sections: [
      ...section(words.plans, [
        table(
          ['Kế hoạch', words.code, 'Chỉ tiêu'],
          catalogue.plans.map((plan) => [
            {
              text: `${planName(plan)}: ${plan.document.title}`,
              to: `plans/${plan.id}`,
            },
            code(plan.id),
            String(plan.targets.length),
          ]),
        ),
      ]),
      ...section(words.indicators, [
        table(
          ['Chỉ số', words.code],
          catalogue.indicators.map(({ indicator }) => [
            { text: indicator.title, to: `indicators/${indicator.id}` },
            code(indicator.id),
          ]),
        ),
      ]),
      ...section(words.populations, [
        table(
          ['Đối tượng', words.code],
          catalogue.populations.map((each) => [
            { text: populationName(each), to: `populations/${each.id}` },
            code(each.id),
          ]),
        ),
      ]),
      ...section(words.forms, [
        table(
          ['Biểu', words.code],
          catalogue.forms.map(({ id, number, title }) => [
            { text: `${formNumber(number)}: ${sentenceCase(title)}`, to: `forms/${id}` },
            code(id),
          ]),
        ),
      ]),
    ],
  }
}
