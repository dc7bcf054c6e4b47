/**
 * The errors a person is meant to meet. Each has a code (a key of the `errors` catalogue) and values for its words;
 * one place, `app/platform/respond.server.ts`, maps them to HTTP. Anything else thrown is a fault: logged once, a calm page.
 */
export abstract class SpokenError extends Error {
  abstract readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 423 | 429 | 503
  readonly code: string
  readonly values: Record<string, string | number>

  constructor(code: string, values: Record<string, string | number> = {}) {
    super(code)
    this.name = new.target.name
    this.code = code
    this.values = values
  }
}

/** Not there, or not visible to this person: the two are never told apart. */
export class NotFound extends SpokenError {
  readonly status = 404
  constructor() {
    super('notFound')
  }
}

/** Visible but not allowed; the code is the reason, in words on the screen. */
export class Refused extends SpokenError {
  readonly status = 403
}

/** Somebody was quicker. `currentRevision` is what the subject stands at now; the form keeps what was typed. */
export class Conflict extends SpokenError {
  readonly status = 409
}

/** Input that no form field can show (a file too large, a broken upload). */
export class BadInput extends SpokenError {
  readonly status = 400
}

/** Nothing may be written now, whoever asks. What was typed stays; the code and its values say why and until when. */
export class ReadOnly extends SpokenError {
  readonly status = 423
}

/** More is asked at once than can be answered; the same, asked again a little later, will be. */
export class Busy extends SpokenError {
  readonly status = 503
  constructor() {
    super('busy')
  }
}

/** More than a form of ours ever sends. */
export class TooLarge extends SpokenError {
  readonly status = 413
}
