/** How much the bench loads. The full size is the one the budgets of docs/performance.md are promised for. */
export interface BenchSize {
  name: 'full' | 'small'
  people: number
  /** Departments, each with `sectionsADepartment` units under it. */
  departments: number
  sectionsADepartment: number
  secretariat: number
  tasks: number
  /** Open items of the unit and of the officer that are measured. */
  itemsOfUnit: number
  itemsOfOfficer: number
  /** Of the measured unit; everybody else's share is what is left. */
  officersOfUnit: number
  /** How long each list or page is asked for, at each number of connections. */
  secondsAPage: number
  /** Acts measured at 1 and at 16 connections. */
  actsAlone: number
  actsTogether: number
  /** Rows of the export that is measured. */
  exportRows: number
}

const full: BenchSize = {
  name: 'full',
  people: 2000,
  departments: 25,
  sectionsADepartment: 11,
  secretariat: 20,
  tasks: 200_000,
  itemsOfUnit: 2000,
  itemsOfOfficer: 60,
  officersOfUnit: 30,
  secondsAPage: 4,
  actsAlone: 120,
  actsTogether: 480,
  exportRows: 50_000,
}

const small: BenchSize = {
  name: 'small',
  people: 160,
  departments: 4,
  sectionsADepartment: 4,
  secretariat: 4,
  tasks: 2000,
  itemsOfUnit: 80,
  itemsOfOfficer: 12,
  officersOfUnit: 6,
  secondsAPage: 0.5,
  actsAlone: 10,
  actsTogether: 32,
  exportRows: 500,
}

export function benchSize(name = process.env.BENCH_SIZE ?? 'full'): BenchSize {
  if (name === 'full') return full
  if (name === 'small') return small
  throw new Error(`BENCH_SIZE is full or small, not ${name}.`)
}
