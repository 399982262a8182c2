import type { OpenAPIHono } from '@hono/zod-openapi'
import { escapeHtml } from '@parley/document'

/** An OpenAPI 3.1 document as it is generated here. */
export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/**
 * The API as one page of plain HTML: no script, nothing from other hosts, readable in any browser. Programs read
 * `/api/openapi.json`.
 */
export function docsPage(document: ApiDocument): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method]
      return operation ? [{ path, method, operation, tag: operation.tags?.[0] ?? 'Other' }] : []
    }),
  )
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  const sections = tags.map((tag) => {
    const inTag = operations.filter((operation) => operation.tag === tag)
    return `<section id="${escapeHtml(tag)}"><h2>${escapeHtml(tag)}</h2>${inTag.map(describe).join('')}</section>`
  })
  const links = tags.map((tag) => `<li><a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a></li>`)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley API</title><style>${style}</style></head>
<body><main><h1>Parley API</h1>${prose(document.info.description ?? '')}
<p>For programs: <a href="/api/openapi.json">OpenAPI 3.1</a></p>
<nav aria-label="Resources"><ul>${links.join('')}</ul></nav>${sections.join('')}</main></body></html>`
}

interface Described {
  readonly path: string
  readonly method: string
  readonly operation: {
    readonly summary?: string
    readonly parameters?: unknown
    readonly requestBody?: unknown
    readonly responses?: unknown
  }
}

function describe({ path, method, operation }: Described): string {
  const parts = [
    ['Parameters', parameters(operation.parameters)],
    ['Body', schemaOf(operation.requestBody)],
    ...Object.entries(record(operation.responses))
      .filter(([status]) => status !== 'default')
      .map(([status, response]) => [
        `Answer ${status}`,
        `${text(record(response).description)}${schemaOf(response)}`,
      ]),
  ]
  const shown = parts
    .filter(([, html]) => html !== '')
    .map(([name, html]) => `<dt>${name}</dt><dd>${html}</dd>`)
  return `<details><summary><code><b>${method.toUpperCase()}</b> /api${escapeHtml(path)}</code>
<span>${escapeHtml(operation.summary ?? '')}</span></summary><dl>${shown.join('')}</dl></details>`
}

function parameters(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return ''
  const items = value.map((one) => {
    const parameter = record(one)
    return `<li><code>${text(parameter.name)}</code> in ${text(parameter.in)}${parameter.required ? '' : ', optional'}</li>`
  })
  return `<ul>${items.join('')}</ul>`
}

function schemaOf(value: unknown): string {
  const contents = Object.entries(record(record(value).content))
  return contents
    .map(([type, content]) => {
      const schema = JSON.stringify(record(content).schema ?? {}, null, 2)
      return `<p><code>${escapeHtml(type)}</code></p><pre>${escapeHtml(schema)}</pre>`
    })
    .join('')
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const text = (value: unknown) => escapeHtml(String(value ?? ''))

/** Paragraphs, bold and code of the little Markdown that descriptions hold. */
const prose = (markdown: string) =>
  markdown
    .split(/\n\n+/)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/`(.+?)`/g, '<code>$1</code>')

const style = `
:root { color-scheme: light dark; --paper: light-dark(#fff, #1e1d1b); --ink: light-dark(#1d1c1a, #ece9e3);
  --line: light-dark(#d3cfc6, #47443e); --link: light-dark(#0b5f8a, #7cc0e4); --soft: light-dark(#f6f5f2, #282622) }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 6rem } a { color: var(--link) }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none }
details { border-top: 1px solid var(--line) } summary { padding: .6rem 0; cursor: pointer }
summary span { margin-left: .75rem } summary code { font-size: .9rem } dt { font-weight: 600; margin-top: .5rem } dd { margin: 0 0 0 1rem }
pre { background: var(--soft); padding: .75rem; overflow: auto; max-height: 24rem; font-size: .8rem }`
