import type { EncodedForm } from './browser.ts'

const BOUNDARY = 'bench-form-boundary'

/**
 * The one form of a page that changes something, filled in: what it carries hidden and what it proposes, with `typed` over it.
 * Fields are sent as a browser without script would send them.
 */
export function fillForm(html: string, typed: Record<string, string>): EncodedForm {
  const forms = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
  const form = forms.find(
    ([, , inside]) => inside?.includes('name="requestKey"') || inside?.includes('name="password"'),
  )
  if (!form) throw new Error('The page has no form to fill in.')
  const [, attributes = '', inside = ''] = form
  const proposed = proposedFields(inside).filter(([name]) => !(name in typed))
  const fields = [...proposed, ...Object.entries(typed)]
  return attributes.includes('multipart/form-data') ? asMultipart(fields) : asUrlEncoded(fields)
}

/** A name can come more than once, as with the tasks of a selection. */
type Fields = [name: string, value: string][]

function proposedFields(html: string): Fields {
  return [...html.matchAll(/<(input|textarea)\b[^>]*>/g)].flatMap(([tag]): Fields => {
    const name = attribute(tag, 'name')
    return name && !/type="(file|checkbox|radio)"/.test(tag) ? [[name, attribute(tag, 'value') ?? '']] : []
  })
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

export function asUrlEncoded(fields: Fields): EncodedForm {
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
}

function asMultipart(fields: Fields): EncodedForm {
  const parts = fields.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { contentType: `multipart/form-data; boundary=${BOUNDARY}`, body: `${parts.join('')}--${BOUNDARY}--\r\n` }
}
