import { createServer, type AddressInfo } from 'node:net'

/** A port nobody listens on at this moment; the one who is to use it must be ready to find it taken. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** Whether the address can be listened on now. */
export async function isPortFree(host: string, port: number): Promise<boolean> {
  const probe = createServer()
  const isFree = await new Promise<boolean>((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'))
    probe.listen(port, host, () => resolve(true))
  })
  await new Promise((resolve) => probe.close(resolve))
  return isFree
}
