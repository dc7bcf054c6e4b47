/** Lĩnh vực: what the leaders are in charge of beside units, and what a task is about. */
export const fields = {
  field: 'Lĩnh vực',
  hint: 'Chọn một lĩnh vực lãnh đạo phụ trách, hoặc ghi lĩnh vực khác.',
  leaderHint:
    'Với văn bản của cơ quan bên ngoài có thể để trống: mỗi nhiệm vụ sẽ lấy lãnh đạo phụ trách đơn vị chủ trì, hoặc phụ trách lĩnh vực.',
  errors: {
    leaderMissing: 'Xin chọn lãnh đạo chỉ đạo. Chỉ với văn bản của cơ quan bên ngoài mới để trống được.',
    noOneInCharge:
      'Chưa xác định được một lãnh đạo phụ trách {{unit}} theo phân công hiện nay. Xin chọn lãnh đạo chỉ đạo.',
  },
} as const
