import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloadExport } from '#app/directives/export-request.server.ts'
import { downloadResponse } from '#app/files/download-response.server.ts'
import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requireSignedIn(request)
  const file = await downloadExport({
    exportId: params.exportId ?? '',
    personId: person.id,
    organId: person.organId,
    address: clientAddress(request),
    at: now(),
  })
  return downloadResponse(file, request.signal)
}
