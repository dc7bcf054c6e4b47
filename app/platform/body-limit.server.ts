import type { RequestHandler } from 'express'
import { answerInWords } from './respond.server.ts'

const MEGABYTE = 1_000_000

/** A form of text fields: a directive with a hundred tasks is some 200 kB. */
const FORM_LIMIT = 4 * MEGABYTE
/** A form with files, all together; each file has its own, smaller limit where it is stored. */
const UPLOAD_LIMIT = 210 * MEGABYTE

/**
 * Refuses what is too large before a byte of it is read. The length must be said beforehand, as browsers do; Node then
 * holds the sender to it, so nothing has to be counted on the way.
 */
export function bodyLimit(): RequestHandler {
  return (request, response, next) => {
    if (request.headers['transfer-encoding'] !== undefined) {
      response.setHeader('connection', 'close')
      return answerInWords(request, response, { status: 411, code: 'badRequest' })
    }
    const limit = request.is('multipart/form-data') ? UPLOAD_LIMIT : FORM_LIMIT
    if (Number(request.headers['content-length'] ?? 0) <= limit) return next()
    response.setHeader('connection', 'close')
    answerInWords(request, response, { status: 413, code: 'bodyTooLarge' })
  }
}
