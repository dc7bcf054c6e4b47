import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloadFile } from '#app/files/download-file.server.ts'
import { downloadResponse } from '#app/files/download-response.server.ts'
import { clientAddress } from '#app/platform/client-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, principals } = await requireSignedIn(request)
  const file = await downloadFile({
    versionId: params.versionId ?? '',
    reader: { personId: person.id, organId: person.organId, principals },
    address: clientAddress(request),
    at: now(),
  })
  return downloadResponse(file, request.signal)
}
