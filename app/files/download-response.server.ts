import { createReadableStreamFromReadable } from '@remix-run/node'
import type { DownloadedFile } from './download-file.server.ts'

/**
 * The content as an answer that is saved and never shown on our own address: a file is what somebody else made. The
 * server's own headers add `nosniff`.
 */
export function downloadResponse({ name, mediaType, bytes, content }: DownloadedFile, signal: AbortSignal): Response {
  const stream = content(signal)
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes),
      'content-disposition': attachmentNamed(name),
      'content-security-policy': "default-src 'none'; sandbox",
      // A compressed answer would lose its length, and the reader the progress bar.
      'cache-control': 'private, no-store, no-transform',
    },
  })
}

/** RFC 6266: the true name in UTF-8, and for a client that cannot read that one its ASCII letters. */
function attachmentNamed(name: string): string {
  const plain = name
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ !#-[\]-~]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
