/** A session ends after so many hours without use: one sign-in carries a working day. */
export const IDLE_HOURS = 12

/** Use is written down at most this often, so that reading a page writes nothing. */
export const RENEW_AFTER_MINUTES = 60

export function sessionEnd(at: Date): Date {
  return new Date(at.getTime() + IDLE_HOURS * 3_600_000)
}

export function isRenewalDue(renewedAt: Date, at: Date): boolean {
  return at.getTime() - renewedAt.getTime() > RENEW_AFTER_MINUTES * 60_000
}

/** An act that hands out rights wants somebody who has proved who they are within so many minutes. */
const FRESH_MINUTES = 15

export function isFresh(provedAt: Date, at: Date): boolean {
  return at.getTime() - provedAt.getTime() <= FRESH_MINUTES * 60_000
}
