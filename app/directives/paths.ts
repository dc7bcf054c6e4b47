/** Where an act on a task is done; issuing is done on the spot, the others have a page of their own. */
export function taskPath(taskId: string): string {
  return `/tasks/${taskId}`
}

export function taskActPath(taskId: string, act: string): string {
  return act === 'edit' ? `/tasks/${taskId}/draft` : `/tasks/${taskId}/acts/${act}`
}

/** Those with a page of their own. */
const assignmentActSegments: Record<string, string> = {
  receive: 'receive',
  delegate: 'hand-on',
  progress: 'progress',
  report: 'report',
  sendBack: 'send-back',
  requestExtension: 'extension-request',
}

export function assignmentActPath(taskId: string, assignmentId: string, act: string): string {
  return `/tasks/${taskId}/assignments/${assignmentId}/${assignmentActSegments[act] ?? `acts/${act}`}`
}

export function extensionRequestActPath(taskId: string, requestId: string, act: string): string {
  return `/tasks/${taskId}/extension-requests/${requestId}/${act}`
}
