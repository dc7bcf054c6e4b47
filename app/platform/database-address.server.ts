/** The role every login of the application acts in; the migrations grant it no more than the application needs. */
export const APPLICATION_ROLE = 'docflow_app'

/**
 * The address under which the application connects. The role is taken when the session begins, so even an office that
 * gives the application its owner's login gets a session that cannot rewrite steps.
 */
export function asApplication(databaseUrl: string): string {
  const address = new URL(databaseUrl)
  const given = address.searchParams.get('options')
  address.searchParams.set('options', [given, `-c role=${APPLICATION_ROLE}`].filter(Boolean).join(' '))
  return address.href
}
