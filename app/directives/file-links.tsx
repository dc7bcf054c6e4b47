import { formatBytes } from '#app/i18n/format.ts'
import type { ShownFile } from './task-page-rows.server.ts'

/** Files to download, each with its size. */
export function FileLinks({ files }: { files: ShownFile[] }) {
  if (files.length === 0) return null
  return (
    <ul>
      {files.map((file) => (
        <li key={file.versionId}>
          <a href={`/files/${file.versionId}`} className="link break-all">
            {file.name}
          </a>{' '}
          <span className="text-sm text-muted">{formatBytes(file.bytes)}</span>
        </li>
      ))}
    </ul>
  )
}
