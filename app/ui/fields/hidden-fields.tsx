/** The name of this request, made by the loader: the same form sent twice is carried out once. */
export function RequestKey({ value }: { value: string }) {
  return <input type="hidden" name="requestKey" value={value} />
}

/** What the subject stood at when the form was opened: whoever saves second is told what changed. */
export function Revision({ value }: { value: number }) {
  return <input type="hidden" name="revision" value={value} />
}
