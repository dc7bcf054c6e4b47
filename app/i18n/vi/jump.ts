/** Đi nhanh (Ctrl K). */
export const jump = {
  open: 'Đi nhanh',
  title: 'Đi nhanh',
  label: 'Số, ký hiệu hoặc vài chữ, không cần dấu',
  hint: 'Phím mũi tên để chọn, Enter để mở, Esc để đóng.',
  nothing: 'Không thấy gì khớp trong những gì bạn được xem.',
  kind: {
    page: 'Trang',
    task: 'Nhiệm vụ',
    directive: 'Chỉ đạo',
    person: 'Người',
    unit: 'Đơn vị',
  },
} as const
