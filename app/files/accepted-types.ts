/** The kinds of file an office may attach, and what each may call itself. Anything not named here is refused. */

export type ContentKind =
  'pdf' | 'docx' | 'xlsx' | 'pptx' | 'doc' | 'xls' | 'ppt' | 'odt' | 'ods' | 'text' | 'png' | 'jpeg' | 'tiff'

export interface AcceptedType {
  extensions: string[]
  kind: ContentKind
  /** What we store and serve, whatever the browser called it. */
  mediaType: string
  /** Other names browsers give it, by the office suite installed beside them. */
  alsoDeclared: string[]
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

const ACCEPTED_TYPES: AcceptedType[] = [
  { extensions: ['pdf'], kind: 'pdf', mediaType: 'application/pdf', alsoDeclared: ['application/x-pdf'] },
  office('docx', `${OPEN_XML}.wordprocessingml.document`),
  office('xlsx', `${OPEN_XML}.spreadsheetml.sheet`),
  office('pptx', `${OPEN_XML}.presentationml.presentation`),
  office('doc', 'application/msword', 'application/vnd.ms-word'),
  office('xls', 'application/vnd.ms-excel', 'application/msexcel', 'application/x-msexcel'),
  office('ppt', 'application/vnd.ms-powerpoint', 'application/mspowerpoint', 'application/x-mspowerpoint'),
  office('odt', `${OPEN_DOCUMENT}.text`),
  office('ods', `${OPEN_DOCUMENT}.spreadsheet`),
  { extensions: ['txt'], kind: 'text', mediaType: 'text/plain', alsoDeclared: [] },
  {
    extensions: ['csv'],
    kind: 'text',
    mediaType: 'text/csv',
    // Windows with Excel installed calls every .csv a workbook.
    alsoDeclared: [
      'text/plain',
      'text/x-csv',
      'application/csv',
      'application/vnd.ms-excel',
      'application/wps-office.csv',
    ],
  },
  { extensions: ['png'], kind: 'png', mediaType: 'image/png', alsoDeclared: ['image/x-png'] },
  { extensions: ['jpg', 'jpeg'], kind: 'jpeg', mediaType: 'image/jpeg', alsoDeclared: ['image/jpg', 'image/pjpeg'] },
  { extensions: ['tif', 'tiff'], kind: 'tiff', mediaType: 'image/tiff', alsoDeclared: ['image/tif', 'image/x-tiff'] },
]

/** For the `accept` attribute of a file input. */
export const ACCEPT_ATTRIBUTE = ACCEPTED_TYPES.flatMap((type) =>
  type.extensions.map((extension) => `.${extension}`),
).join(',')

export function acceptedTypeOf(name: string): AcceptedType | undefined {
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
  return ACCEPTED_TYPES.find((type) => type.extensions.includes(extension))
}

/** A browser that does not know the type says octet-stream or nothing: that claims nothing, so it contradicts nothing. */
export function mayBeDeclaredAs(type: AcceptedType, declared: string): boolean {
  return ['', 'application/octet-stream', type.mediaType, ...type.alsoDeclared].includes(declared.toLowerCase())
}

function office(extension: ContentKind, mediaType: string, ...others: string[]): AcceptedType {
  return {
    extensions: [extension],
    kind: extension,
    mediaType,
    alsoDeclared: [...others, `application/wps-office.${extension}`],
  }
}
