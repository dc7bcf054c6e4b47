/**
 * Units of the demo organisation: the Committee for Ethnic Affairs (Ủy ban Dân tộc) as of 2021.
 * The names are real; the organ's code and everything about people are made up.
 */
export interface DemoUnit {
  /** What the accounts of the unit end in: truong.khtc. */
  slug: string
  abbreviation: string
  name: string
  headTitle: string
  deputyTitle: string
  officerTitle: string
  officers: number
}

/** Of the family of ministerial codes, marked as a demo's by its last part. */
export const DEMO_ORGAN = {
  code: '000.00.99.G24',
  name: 'Ủy ban Dân tộc',
  abbreviation: 'UBDT',
}

export const DEMO_UNITS: DemoUnit[] = [
  {
    slug: 'vp',
    abbreviation: 'VP',
    name: 'Văn phòng',
    headTitle: 'Chánh Văn phòng',
    deputyTitle: 'Phó Chánh Văn phòng',
    officerTitle: 'Chuyên viên',
    officers: 3,
  },
  {
    slug: 'ttra',
    abbreviation: 'TTra',
    name: 'Thanh tra',
    headTitle: 'Chánh Thanh tra',
    deputyTitle: 'Phó Chánh Thanh tra',
    officerTitle: 'Chuyên viên',
    officers: 2,
  },
  department('khtc', 'KHTC', 'Vụ Kế hoạch - Tài chính', 3),
  department('tccb', 'TCCB', 'Vụ Tổ chức cán bộ', 2),
  department('pc', 'PC', 'Vụ Pháp chế', 2),
  department('th', 'TH', 'Vụ Tổng hợp', 3),
  department('csdt', 'CSDT', 'Vụ Chính sách Dân tộc', 3),
  department('tt', 'TT', 'Vụ Tuyên truyền', 2),
  department('dtts', 'DTTS', 'Vụ Dân tộc thiểu số', 2),
  department('dp1', 'ĐP I', 'Vụ Địa phương I', 2),
  department('dp2', 'ĐP II', 'Vụ Địa phương II', 2),
  department('dp3', 'ĐP III', 'Vụ Địa phương III', 2),
  department('htqt', 'HTQT', 'Vụ Hợp tác quốc tế', 2),
  institute('tttt', 'TTTT', 'Trung tâm Thông tin', 3),
  institute('hvdt', 'HVDT', 'Học viện Dân tộc', 2),
  newsroom('bdtpt', 'BDTPT', 'Báo Dân tộc và Phát triển'),
  newsroom('tcdt', 'TCDT', 'Tạp chí Dân tộc'),
]

function department(slug: string, abbreviation: string, name: string, officers: number): DemoUnit {
  return {
    slug,
    abbreviation,
    name,
    headTitle: `Vụ trưởng ${name}`,
    deputyTitle: `Phó Vụ trưởng ${name}`,
    officerTitle: 'Chuyên viên',
    officers,
  }
}

function institute(slug: string, abbreviation: string, name: string, officers: number): DemoUnit {
  return {
    slug,
    abbreviation,
    name,
    headTitle: `Giám đốc ${name}`,
    deputyTitle: `Phó Giám đốc ${name}`,
    officerTitle: 'Chuyên viên',
    officers,
  }
}

function newsroom(slug: string, abbreviation: string, name: string): DemoUnit {
  return {
    slug,
    abbreviation,
    name,
    headTitle: `Tổng Biên tập ${name}`,
    deputyTitle: `Phó Tổng Biên tập ${name}`,
    officerTitle: 'Biên tập viên',
    officers: 2,
  }
}
