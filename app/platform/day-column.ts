/** Between the code's days ('YYYY-MM-DD') and a DATE column, which the client shows as midnight in Greenwich. */
export function toDayColumn(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`)
}

export function fromDayColumn(value: Date): string {
  return value.toISOString().slice(0, 10)
}
