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
  const fields = { ...proposedFields(inside), ...typed }
  return attributes.includes('multipart/form-data') ? asMultipart(fields) : asUrlEncoded(fields)
}

function proposedFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<(input|textarea)\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (name && !/type="(file|checkbox|radio)"/.test(tag)) fields[name] = attribute(tag, 'value') ?? ''
  }
  return fields
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

function asUrlEncoded(fields: Record<string, string>): EncodedForm {
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
}

function asMultipart(fields: Record<string, string>): EncodedForm {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { contentType: `multipart/form-data; boundary=${BOUNDARY}`, body: `${parts.join('')}--${BOUNDARY}--\r\n` }
}
