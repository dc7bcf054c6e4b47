/** Written by our own server from the socket (or from a proxy it was told to trust); what a client sends under it is overwritten. */
export const CLIENT_ADDRESS_HEADER = 'x-client-ip'

export function clientAddress(request: Request): string | null {
  return request.headers.get(CLIENT_ADDRESS_HEADER)
}
