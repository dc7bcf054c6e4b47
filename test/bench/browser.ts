import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** One answer, as it came over the wire. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** Of the body as sent, compressed where the server compresses. */
  bytes: number
  text: string
  ms: number
}

export interface Question {
  path: string
  cookie: string
  /** A form to send; without it the page is fetched. */
  form?: EncodedForm
  /** Asks for an answer that can be read here, not for one as a browser gets it. */
  plain?: boolean
}

export interface EncodedForm {
  contentType: string
  body: string
}

/** Keeps so many connections to one address, as so many browsers would. */
export function openBrowser(
  origin: string,
  connections: number,
): { ask(question: Question): Promise<Answer>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    ask: (question) => ask(origin, agent, question),
    close: () => agent.destroy(),
  }
}

function ask(origin: string, agent: Agent, { path, cookie, form, plain = false }: Question): Promise<Answer> {
  const began = performance.now()
  const headers = {
    cookie,
    'accept-encoding': plain ? 'identity' : 'gzip, deflate, br',
    ...(form && { origin, 'content-type': form.contentType, 'content-length': Buffer.byteLength(form.body) }),
  }
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, origin), { agent, method: form ? 'POST' : 'GET', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: body.length,
          text: plain ? body.toString() : '',
          ms: performance.now() - began,
        })
      })
    })
    asked.on('error', reject)
    asked.end(form?.body)
  })
}
